/// A value to be written as JSON, members in the order given.
public indirect enum JSONValue: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number in its shortest form; written as null when it is not finite.
  case number(Double)
  /// A string.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// An object.
  case object([(String, JSONValue)])

  /// The value as JSON text.
  ///
  /// Pretty text has line breaks, and is indented by two spaces.
  ///
  /// - Source: RFC 8259.
  public func rendered(isPretty: Bool = true) -> String {
    var text = ""
    write(into: &text, isPretty: isPretty, depth: 0)
    return text
  }

  private func write(into text: inout String, isPretty: Bool, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += JSONValue.text(of: value)
    case .string(let value): JSONValue.write(value, into: &text)
    case .array(let values):
      JSONValue.write(values.count, "[", "]", into: &text, isPretty, depth) { index, text in
        values[index].write(into: &text, isPretty: isPretty, depth: depth + 1)
      }
    case .object(let members):
      JSONValue.write(members.count, "{", "}", into: &text, isPretty, depth) { index, text in
        JSONValue.write(members[index].0, into: &text)
        text += isPretty ? ": " : ":"
        members[index].1.write(into: &text, isPretty: isPretty, depth: depth + 1)
      }
    }
  }

  private static func write(
    _ count: Int,
    _ open: String,
    _ close: String,
    into text: inout String,
    _ isPretty: Bool,
    _ depth: Int,
    _ element: (Int, inout String) -> Void
  ) {
    text += open
    for index in 0..<count {
      if index > 0 { text += "," }
      if isPretty { text += "\n" + String(repeating: "  ", count: depth + 1) }
      element(index, &text)
    }
    if isPretty, count > 0 { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
  }

  /// The shortest text that reads back as the number; whole numbers without a point.
  public static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    var text: [UInt8] = []
    text.append(shortest: value)
    return String(decoding: text, as: UTF8.self)
  }

  private static func write(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// Creates a string.
  public init(stringLiteral value: String) {
    self = .string(value)
  }

  /// Creates a whole number.
  public init(integerLiteral value: Int) {
    self = .integer(value)
  }

  /// Creates a truth value.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  /// Creates `null`.
  public init(nilLiteral: ()) {
    self = .null
  }
}
