/// A value read from a JSON5 text, with the place it was read from.
public struct Node: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A finite number, as written: decimal digits with optional sign, fraction and exponent.
    ///
    /// Hexadecimal integers are already turned into decimal, a leading `+` dropped, and a leading or
    /// trailing point completed, so that the text is always a JSON number.
    case number(String)
    /// A string, with its escapes resolved.
    case string(String)
    /// An array.
    case array([Node])
    /// An object, members in file order, keys unique.
    case object([Member])
  }

  /// One key of an object with its value.
  public struct Member: Sendable {
    /// The key, with its escapes resolved.
    public let key: String
    /// Where the key stands.
    public let keyLocation: Location
    /// The value.
    public let value: Node

    /// Creates a member.
    public init(key: String, keyLocation: Location, value: Node) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  /// What the value is.
  public let content: Content

  /// Where the value stands.
  public let location: Location

  /// Creates a node.
  public init(_ content: Content, at location: Location) {
    self.content = content
    self.location = location
  }
}
