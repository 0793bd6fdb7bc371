import Documents
import GameTheory
import Negotiation

/// Exact numbers as `tip` and `map` print them.
struct ExactNumber {
  /// Whether fractions stand beside decimals that are rounded.
  let showsFractions: Bool
  /// The largest denominator that is shown; nil for any.
  var mostDenominator: BigInteger?

  /// The same for numbers that are close to what is meant: a fraction stands beside them where it is short.
  var whereShort: ExactNumber {
    ExactNumber(showsFractions: showsFractions, mostDenominator: 1_000_000)
  }

  func text(_ value: Rational) -> String {
    let text = Wording.number(value, places: 6)
    guard showsFractions, value.decimalPlaces.map({ $0 > 6 }) ?? true,
      mostDenominator.map({ value.denominator <= $0 }) ?? true
    else { return text }
    return "\(text) (\(ExactNumber.fraction(value)))"
  }

  func text(_ value: AlgebraicNumber) -> String {
    value.rational.map { text($0) } ?? value.description
  }

  static func fraction(_ value: Rational) -> String { "\(value.numerator)/\(value.denominator)" }

  /// The fraction; nothing for a number that is none.
  static func fraction(_ value: AlgebraicNumber) -> String {
    value.rational.map { fraction($0) } ?? ""
  }

  static func json(_ value: Rational) -> JSONValue {
    .object([("value", .number(value.toDouble())), ("exact", .string(fraction(value)))])
  }

  static func json(_ value: AlgebraicNumber) -> JSONValue {
    if let value = value.rational { return json(value) }
    return .object([("value", .number(decimal(value))), ("exact", .null)])
  }

  /// The shortest decimal of the nearest `Double`, for CSV.
  static func csv(_ value: AlgebraicNumber) -> String { JSONValue.text(of: decimal(value)) }

  /// About the number's value.
  private static func decimal(_ value: AlgebraicNumber) -> Double {
    var value = value
    for _ in 0..<64 where value.lowerBound.toDouble() != value.upperBound.toDouble() {
      value.refine()
    }
    return ((value.lowerBound + value.upperBound) / 2).toDouble()
  }
}
