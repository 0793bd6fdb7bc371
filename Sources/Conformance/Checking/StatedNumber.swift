import Documents
import GameTheory
import Sweeps

/// A number that a case states of something that the engine knows exactly.
struct StatedNumber {
  let value: Rational
  /// Whether it is written as a whole number or a fraction; a decimal may be rounded.
  let isExact: Bool
}

extension Node {
  /// A number or a fraction in quotes, as a case states it.
  var stated: StatedNumber? { rational.map { StatedNumber(value: $0, isExact: isExact) } }
}

extension CheckList {
  /// Checks exact numbers against those of a case; exactly where it says nothing of a tolerance.
  ///
  /// For decimals the tolerance counts in units of the number, or of 1 for smaller numbers, since they may
  /// be rounded. Whole numbers and fractions are not: for them it counts in units of 1.
  mutating func near(_ name: String, _ found: [Rational], _ expected: [StatedNumber]) {
    guard found.count == expected.count else {
      return same(name, found, expected.map { $0.value })
    }
    let tolerance = stated ?? 0
    let wrong = found.indices.first { place in
      let number = expected[place]
      if number.isExact {
        return (found[place] - number.value).toDouble().magnitude > tolerance
      }
      let value = number.value.toDouble()
      return (found[place].toDouble() - value).magnitude > tolerance * max(1, value.magnitude)
    }
    guard let wrong else { return add(Check(name, tolerance: tolerance, .passed)) }
    let title = found.count == 1 ? "" : "value \(wrong + 1): "
    let numbers = [found[wrong], expected[wrong].value].map { $0.toDouble() }
    // Numbers that differ by less than a Double shows are told as fractions.
    let texts =
      numbers[0] == numbers[1]
      ? ["\(found[wrong])", "\(expected[wrong].value)"] : numbers.map { "\($0)" }
    let reason = "\(title)\(texts[0]) where the case has \(texts[1])"
    add(Check(name, tolerance: tolerance, .failed(reason)))
  }
}
