public import GameTheory

/// What values a parameter can have.
public enum ParameterKind: Sendable, Equatable {
  /// Any number.
  case real
  /// A whole number.
  case integer
  /// False or true, which count as 0 and 1.
  case boolean
  /// One of some named options, each with a number.
  case categorical([Option])

  /// One value of a categorical parameter.
  public struct Option: Sendable, Equatable {
    /// The name, such as `bush`.
    public let name: String
    /// The number that it counts as.
    public let value: Rational

    /// Creates an option.
    public init(name: String, value: Rational) {
      self.name = name
      self.value = value
    }
  }

  /// The kinds as files name them.
  public enum Name: String, Sendable, CaseIterable {
    /// Any number.
    case real
    /// A whole number.
    case integer
    /// False or true.
    case boolean
    /// One of some named options.
    case categorical
  }

  /// How files name the kind.
  public var name: Name {
    switch self {
    case .real: .real
    case .integer: .integer
    case .boolean: .boolean
    case .categorical: .categorical
    }
  }

  /// The values that have names, in their order; none where values are plain numbers.
  public var options: [Option] {
    switch self {
    case .real, .integer: []
    case .boolean: [Option(name: "false", value: 0), Option(name: "true", value: 1)]
    case .categorical(let options): options
    }
  }

  /// The lowest and highest value, where the kind settles them.
  public var range: ClosedRange<Rational>? {
    let values = options.map { $0.value }
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// Whether a number is one of the values.
  public func allows(_ value: Rational) -> Bool {
    switch self {
    case .real: true
    case .integer: value.isInteger
    case .boolean, .categorical: options.contains { $0.value == value }
    }
  }

  /// The number that a text stands for: a decimal, or a name; nil where it is none of the values.
  public func value(of text: some StringProtocol) -> Rational? {
    if let option = options.first(where: { $0.name == text }) { return option.value }
    guard let number = Rational(decimal: text), allows(number) else { return nil }
    return number
  }

  /// What a value is called: its name, or else its digits.
  public func text(of value: Rational) -> String {
    options.first { $0.value == value }?.name ?? value.description
  }

  /// What its values are, for messages.
  public var description: String {
    switch self {
    case .real: "a number"
    case .integer: "a whole number"
    case .boolean: "false or true"
    case .categorical(let options): "one of " + options.map { $0.name }.joined(separator: ", ")
    }
  }
}
