/// Formulas in which cases state utilities: numbers, x, + - * / and parentheses.
///
/// They are worked out from left to right in floating point, as programs in other languages do.
struct CaseFormula {
  private var rest: Substring
  private let x: Double
  /// How deep parentheses and signs are nested.
  private var depth = 0

  /// The value of a formula; nil for what is none, or has no finite value.
  static func value(of text: String, x: Double) -> Double? {
    var formula = CaseFormula(rest: Substring(text.filter { $0 != " " }), x: x)
    guard let value = formula.sum(), formula.rest.isEmpty, value.isFinite else { return nil }
    return value
  }

  private init(rest: Substring, x: Double) {
    self.rest = rest
    self.x = x
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      let isPlus = take("+")
      guard isPlus || take("-") else { return value }
      guard let next = product() else { return nil }
      value = isPlus ? value + next : value - next
    }
  }

  private mutating func product() -> Double? {
    guard var value = factor() else { return nil }
    while true {
      let isTimes = take("*")
      guard isTimes || take("/") else { return value }
      guard let next = factor() else { return nil }
      value = isTimes ? value * next : value / next
    }
  }

  private mutating func factor() -> Double? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { return nil }
    if take("-") { return factor().map { -$0 } }
    if take("x") { return x }
    if take("(") {
      guard let value = sum(), take(")") else { return nil }
      return value
    }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    rest = rest[digits.endIndex...]
    return Double(digits)
  }
}
