/// The known name that a misspelt one was probably meant to be.
///
/// - Parameters:
///   - name: the name that is not known.
///   - known: the names that are, the likelier first where two are as near.
/// - Returns: a name within a third of the length, at most 3, edits; nil when there is none.
/// - Complexity: O(Σ *lengths product*).
public func nearestSpelling(to name: String, among known: [String]) -> String? {
  guard name.count > 1 else { return nil }
  let limit = max(1, min(3, name.count / 3))
  var best: (name: String, distance: Int)?
  for candidate in known where abs(candidate.count - name.count) <= limit {
    let edits = editDistance(folded(name), folded(candidate))
    guard edits <= limit else { continue }
    // Of two that are as near, the one that begins alike is likelier meant.
    let distance = 2 * edits + (candidate.first == name.first ? 0 : 1)
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// A hint at what an unknown name may have been meant to be.
///
/// - Returns: `did you mean 'missiles'?`, or `one of: a, b, c` when at most 8 names are known and none
///   is near; nil when there is nothing to say.
public func didYouMean(_ name: String, among known: [String]) -> String? {
  if let nearest = nearestSpelling(to: name, among: known) { return "did you mean '\(nearest)'?" }
  guard !known.isEmpty, known.count <= 8 else { return nil }
  return known.count == 1 ? "only \(known[0])" : "one of: " + known.joined(separator: ", ")
}

/// The name without the differences that hardly count: case, and hyphens against underscores.
private func folded(_ name: String) -> [Character] {
  Array(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
}

/// The least number of insertions, deletions, replacements and swaps of neighbours.
///
/// - Source: Damerau, Communications of the ACM 7 (1964) 171; optimal string alignment.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var previous: [Int] = []
  var row = Array(0...b.count)
  for i in 1...a.count {
    var next = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let replaced = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      next[j] = min(row[j] + 1, next[j - 1] + 1, replaced)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        next[j] = min(next[j], previous[j - 2] + 1)
      }
    }
    previous = row
    row = next
  }
  return row[b.count]
}
