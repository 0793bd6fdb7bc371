import GameTheory

/// Reads an expression over parameters into a polynomial.
///
///     sum     = product { ("+" | "-") product }
///     product = unary { ("*" unary) | ("/" unary that is a number) }
///     unary   = ("+" | "-") unary | number | name | "(" sum ")"
struct ExpressionParser {
  /// What is wrong with an expression, and where in its text.
  struct Mistake: Error {
    var code: ScenarioCode
    var message: String
    var range: Range<Int>
    var help: String?
  }

  private static let depthLimit = 50
  private static let termLimit = 2000
  /// The highest degree of an expression.
  private static let degreeLimit = 20

  private let text: [UInt8]
  private var offset = 0
  private let resolve: (String) -> Resolution

  /// What a name in an expression stands for.
  enum Resolution {
    case polynomial(Polynomial)
    case unknown(help: String?)
    /// The name is known, but its own mistake is already reported.
    case broken
  }

  private init(_ text: String, resolve: @escaping (String) -> Resolution) {
    self.text = Array(text.utf8)
    self.resolve = resolve
  }

  /// Reads an expression.
  ///
  /// - Returns: nil where a parameter in it has a mistake of its own.
  static func parse(
    _ text: String,
    resolve: @escaping (String) -> Resolution
  ) throws(Mistake) -> Polynomial? {
    var parser = ExpressionParser(text, resolve: resolve)
    let polynomial = try parser.sum(depth: 0)
    parser.skipSpace()
    guard parser.offset == parser.text.count else { throw parser.unexpected() }
    return polynomial
  }

  private mutating func sum(depth: Int) throws(Mistake) -> Polynomial? {
    var total = try product(depth: depth)
    while let sign = take("+", "-") {
      let next = try product(depth: depth)
      guard let left = total, let right = next else {
        total = nil
        continue
      }
      total = sign == UInt8(ascii: "+") ? left + right : left - right
    }
    return total
  }

  private mutating func product(depth: Int) throws(Mistake) -> Polynomial? {
    var total = try unary(depth: depth)
    while let sign = take("*", "/") {
      skipSpace()
      let start = offset
      let next = try unary(depth: depth)
      guard let left = total, let right = next else {
        total = nil
        continue
      }
      if sign == UInt8(ascii: "*") {
        guard left.terms.count * right.terms.count <= ExpressionParser.termLimit else {
          throw Mistake(
            code: .expression,
            message: "the expression expands to too many terms",
            range: 0..<text.count,
            help: nil
          )
        }
        guard left.degree + right.degree <= ExpressionParser.degreeLimit else {
          throw Mistake(
            code: .expression,
            message: "the expression has a degree above \(ExpressionParser.degreeLimit)",
            range: 0..<text.count,
            help: "multiply fewer parameters with each other"
          )
        }
        total = left * right
      } else {
        total = left.scaled(by: try reciprocal(right, start..<offset))
      }
    }
    return total
  }

  private func reciprocal(_ divisor: Polynomial, _ range: Range<Int>) throws(Mistake) -> Rational {
    guard let number = divisor.constantValue else {
      throw Mistake(
        code: .division,
        message: "division is by a plain number only",
        range: range,
        help: "declare a parameter for the reciprocal and multiply by it"
      )
    }
    guard number.signum != 0 else {
      throw Mistake(code: .division, message: "division by zero", range: range, help: nil)
    }
    return 1 / number
  }

  private mutating func unary(depth: Int) throws(Mistake) -> Polynomial? {
    guard depth < ExpressionParser.depthLimit else {
      throw Mistake(
        code: .expression,
        message: "the expression is nested too deeply",
        range: offset..<min(offset + 1, text.count),
        help: nil
      )
    }
    if let sign = take("+", "-") {
      let value = try unary(depth: depth + 1)
      return sign == UInt8(ascii: "-") ? value?.scaled(by: -1) : value
    }
    if let open = position(of: "(") {
      let value = try sum(depth: depth + 1)
      guard take(")") != nil else {
        throw Mistake(
          code: .expression,
          message: "this parenthesis is not closed",
          range: open..<open + 1,
          help: nil
        )
      }
      return value
    }
    return try primary()
  }

  private mutating func primary() throws(Mistake) -> Polynomial? {
    skipSpace()
    let start = offset
    while offset < text.count, isWordByte(text[offset]) || isExponentSign(from: start) {
      offset += 1
    }
    guard offset > start else { throw unexpected() }
    let word = String(decoding: text[start..<offset], as: UTF8.self)
    if text[start] == UInt8(ascii: ".") || (0x30...0x39).contains(text[start]) {
      if let number = Rational(decimal: word) { return Polynomial(constant: number) }
      throw Mistake(
        code: .expression,
        message: "'\(word)' is not a number",
        range: start..<offset,
        help: nil
      )
    }
    if position(of: "(") != nil {
      throw Mistake(
        code: .expression,
        message: "there are no functions in expressions",
        range: start..<offset,
        help: "only + - * ( ) and division by a number keep payoffs polynomial"
      )
    }
    switch resolve(word) {
    case .polynomial(let polynomial): return polynomial
    case .broken: return nil
    case .unknown(let help):
      throw Mistake(
        code: .unknownName,
        message: "unknown parameter '\(word)'",
        range: start..<offset,
        help: help
      )
    }
  }

  /// Whether the sign at the present place belongs to the exponent of a number begun earlier.
  private func isExponentSign(from start: Int) -> Bool {
    guard offset > start, (0x30...0x39).contains(text[start]) || text[start] == UInt8(ascii: ".")
    else { return false }
    let isSign = text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: "+")
    return isSign && text[offset - 1] | 0x20 == UInt8(ascii: "e")
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
  }

  private mutating func skipSpace() {
    while offset < text.count, text[offset] == 0x20 || (0x09...0x0D).contains(text[offset]) {
      offset += 1
    }
  }

  private mutating func take(_ marks: UnicodeScalar...) -> UInt8? {
    skipSpace()
    guard offset < text.count, marks.contains(where: { UInt8(ascii: $0) == text[offset] }) else {
      return nil
    }
    offset += 1
    return text[offset - 1]
  }

  private mutating func position(of mark: UnicodeScalar) -> Int? {
    take(mark) == nil ? nil : offset - 1
  }

  private func unexpected() -> Mistake {
    guard offset < text.count else {
      return Mistake(
        code: .expression,
        message: text.allSatisfy { $0 == 0x20 }
          ? "the expression is empty" : "the expression breaks off",
        range: text.count..<text.count,
        help: nil
      )
    }
    if text[offset] == UInt8(ascii: "^") {
      return Mistake(
        code: .expression,
        message: "there is no ^ in expressions",
        range: offset..<offset + 1,
        help: "write a power as a product: a * a"
      )
    }
    let rest = String(decoding: text[offset...], as: UTF8.self)
    return Mistake(
      code: .expression,
      message: "unexpected '\(rest.prefix(1))' in the expression",
      range: offset..<offset + 1,
      help: nil
    )
  }
}
