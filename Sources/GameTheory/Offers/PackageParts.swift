/// Sums over a package's issues, kept for its first and its last issues apart.
///
/// A sum over all issues is the sum of two entries, so that not every package needs one of its own.
struct PackageParts: Sendable {
  /// How many issues are in the first part.
  let split: Int
  /// By the package's number divided by the number of the second part's combinations.
  var upper: [Double]
  /// By what is left of it.
  var lower: [Double]

  /// What no sum is above.
  var ceiling: Double {
    var most = -Double.infinity
    for sum in upper where sum > most { most = sum }
    var rest = -Double.infinity
    for sum in lower where sum > rest { rest = sum }
    return most + rest
  }

  /// Divides issues in two, where the parts are most alike in size.
  init(_ issues: OutcomeNumbering) {
    var upper = 1
    var place = 0
    for count in issues.optionCounts {
      guard upper * count <= issues.count / (upper * count) || place == 0 else { break }
      upper *= count
      place += 1
    }
    if place == issues.optionCounts.count {
      place = 0
      upper = 1
    }
    split = place
    self.upper = [Double](repeating: 0, count: upper)
    lower = [Double](repeating: 0, count: issues.count / upper)
  }
}
