import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Axiomatic solutions over finitely many outcomes, closed forms of offers and answers, and splits of a pie.
  static let bargaining = CaseFamily(name: "bargaining", mark: "bargaining") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    let expected = try file.root.need("expected")
    var isKnown = false
    if input.value("weights") != nil || input.value("outcomes") != nil {
      isKnown = true
      try BargainingCase(input).check(expected, &list)
    }
    if input.value("goods") != nil {
      isKnown = true
      try ExchangeCase(input).check(expected, &list)
    }
    if input.value("u1") != nil, input.value("u2") != nil {
      isKnown = true
      try SplitCase(input).check(expected, &list)
    }
    if try OffersCase.check(input, expected, &list) { isKnown = true }
    if !isKnown { list.skip("the case", "its input is of no form that is known") }
  }
}

extension Node {
  /// A number exactly as it is written, or a fraction in quotes.
  var rational: Rational? {
    switch content {
    case .number(let text): Rational(decimal: text)
    case .string(let text): Rational(text: text)
    default: nil
    }
  }

  /// Numbers of a case's answer at a name.
  func needStated(_ key: String) throws(CaseFault) -> [StatedNumber] {
    guard let numbers = try need(key).list({ $0.stated }) else {
      throw CaseFault("'\(key)' is no list of numbers")
    }
    return numbers
  }

  /// Exact numbers at a name.
  func needRationals(_ key: String) throws(CaseFault) -> [Rational] {
    guard let numbers = try need(key).list({ $0.rational }) else {
      throw CaseFault("'\(key)' is no list of numbers")
    }
    return numbers
  }

  /// Lists of exact numbers at a name.
  func needRationalRows(_ key: String) throws(CaseFault) -> [[Rational]] {
    guard let rows = try need(key).list({ $0.list { $0.rational } }) else {
      throw CaseFault("'\(key)' is no list of lists of numbers")
    }
    return rows
  }

  /// Nothing: `null`, `"none"` or an empty list, which say that there is no solution.
  var isNothing: Bool {
    switch content {
    case .null: true
    case .string(let text): text == "none"
    case .array(let elements): elements.isEmpty
    default: false
    }
  }
}

/// What cannot go wrong with numbers that have been checked.
func checked<Value>(
  _ value: () throws(BargainingError) -> Value
) throws(CaseFault) -> Value {
  do throws(BargainingError) {
    return try value()
  } catch {
    throw CaseFault("the numbers are no bargaining problem: \(error.sentence)")
  }
}
