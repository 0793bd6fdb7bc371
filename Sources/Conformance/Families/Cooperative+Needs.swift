import Documents
import GameTheory
import Sweeps

// What cases about coalitions need: exact numbers, and answers that are exact where the case is.
extension Node {
  /// A number as it is written, or a fraction in quotes, exactly.
  var exact: Rational? {
    switch content {
    case .number(let text), .string(let text): Rational(text: text)
    default: nil
    }
  }

  /// Whether it is written as a fraction or a whole number, and therefore meant exactly.
  var isExact: Bool {
    switch content {
    case .string: true
    case .number(let text): text.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 | 0x20 != 0x65 }
    default: false
    }
  }

  /// Exact numbers at a name.
  func needExact(_ key: String) throws(CaseFault) -> [Rational] {
    guard let numbers = try need(key).list({ $0.exact }) else {
      throw CaseFault("'\(key)' is no list of numbers")
    }
    return numbers
  }

  /// The members of an object.
  func needMembers() throws(CaseFault) -> [Member] {
    guard let members else { throw CaseFault("there are no names where some are needed") }
    return members
  }
}

extension CaseFamily {
  /// An answer; where there is none, the case is at fault.
  static func fitting<Answer>(
    _ name: String,
    _ answer: () throws(CoalitionError) -> Answer
  ) throws(CaseFault) -> Answer {
    do throws(CoalitionError) {
      return try answer()
    } catch {
      throw CaseFault("\(name): \(error.sentence)")
    }
  }
}

extension CheckList {
  /// Checks payoffs: exactly where the case has them as fractions, else within the tolerance.
  mutating func shares(
    _ name: String,
    _ found: [Rational],
    _ expected: Node
  ) throws(CaseFault) {
    guard let numbers = expected.list({ $0.exact }), let elements = expected.elements else {
      throw CaseFault("'\(name)' is no list of numbers")
    }
    if elements.allSatisfy({ $0.isExact }) {
      same(name, found, numbers)
    } else {
      near(name, found.map { $0.toDouble() }, numbers.map { $0.toDouble() }, usual: 1e-9)
    }
  }

  /// Checks one number, as ``shares(_:_:_:)`` does.
  mutating func share(
    _ name: String,
    _ found: Rational,
    _ expected: Node
  ) throws(CaseFault) {
    guard let number = expected.exact else { throw CaseFault("'\(name)' is no number") }
    if expected.isExact {
      same(name, [found], [number])
    } else {
      near(name, [found.toDouble()], [number.toDouble()], usual: 1e-9)
    }
  }

  /// Checks whether something is so.
  mutating func truth(_ name: String, _ found: Bool, _ expected: Node) throws(CaseFault) {
    guard case .bool(let stated) = expected.content else {
      throw CaseFault("'\(name)' is neither true nor false")
    }
    same(name, [found], [stated])
  }
}
