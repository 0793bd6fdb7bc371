import Documents
import GameTheory
import Sweeps

/// What a family needs of a case; where it is missing or of another form, the case is at fault.
extension Node {
  /// A member, reached by names.
  func need(_ path: String...) throws(CaseFault) -> Node {
    var node = self
    for key in path {
      guard let next = node.value(key) else {
        throw CaseFault("there is no '\(path.joined(separator: "."))'")
      }
      node = next
    }
    return node
  }

  /// A number at a name.
  func needNumber(_ key: String) throws(CaseFault) -> Double {
    guard let number = try need(key).finite else { throw CaseFault("'\(key)' is no number") }
    return number
  }

  /// A whole number at a name.
  func needInteger(_ key: String) throws(CaseFault) -> Int {
    guard let number = try need(key).whole else { throw CaseFault("'\(key)' is no whole number") }
    return number
  }

  /// Numbers at a name.
  func needNumbers(_ key: String) throws(CaseFault) -> [Double] {
    guard let numbers = try need(key).list({ $0.finite }) else {
      throw CaseFault("'\(key)' is no list of numbers")
    }
    return numbers
  }

  /// Whole numbers at a name.
  func needIntegers(_ key: String) throws(CaseFault) -> [Int] {
    guard let numbers = try need(key).list({ $0.whole }) else {
      throw CaseFault("'\(key)' is no list of whole numbers")
    }
    return numbers
  }

  /// Lists of numbers at a name.
  func needRows(_ key: String) throws(CaseFault) -> [[Double]] {
    guard let rows = try need(key).list({ $0.list { $0.finite } }) else {
      throw CaseFault("'\(key)' is no list of lists of numbers")
    }
    return rows
  }

  /// Lists of whole numbers at a name.
  func needIntegerRows(_ key: String) throws(CaseFault) -> [[Int]] {
    guard let rows = try need(key).list({ $0.list { $0.whole } }) else {
      throw CaseFault("'\(key)' is no list of lists of whole numbers")
    }
    return rows
  }

  /// Values at a name.
  func needElements(_ key: String) throws(CaseFault) -> [Node] {
    guard let elements = try need(key).elements else { throw CaseFault("'\(key)' is no list") }
    return elements
  }

  /// A whole number, however it is written: `20`, `20.0` or `2e1`.
  var whole: Int? {
    if let integer { return integer }
    guard let number = rational, number.isInteger else { return nil }
    return number.numerator.asInt
  }

  /// Whether it is `null`.
  var isNull: Bool {
    if case .null = content { return true }
    return false
  }

  /// A number that a `Double` can hold.
  private var finite: Double? { number.flatMap { $0.isFinite ? $0 : nil } }

  /// The elements of a list, all of one form.
  func list<Element>(_ form: (Node) -> Element?) -> [Element]? {
    guard let elements else { return nil }
    let found = elements.compactMap(form)
    return found.count == elements.count ? found : nil
  }
}
