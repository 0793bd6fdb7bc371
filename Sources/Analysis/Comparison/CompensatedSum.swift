/// A sum whose rounding errors are carried along.
///
/// - Source: Neumaier, Zeitschrift für angewandte Mathematik und Mechanik 54 (1974) 39.
struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ value: Double) {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
