/// The colours of the terminal, or none.
public enum Palette: Sendable {
  /// Text as it is.
  case plain
  /// With ANSI escape sequences.
  case coloured

  /// Bold text.
  public func bold(_ text: String) -> String { styled(text, "1") }
  /// Faint text.
  public func dim(_ text: String) -> String { styled(text, "2") }
  /// Red text.
  public func red(_ text: String) -> String { styled(text, "31") }
  /// Green text.
  public func green(_ text: String) -> String { styled(text, "32") }
  /// Yellow text.
  public func yellow(_ text: String) -> String { styled(text, "33") }

  private func styled(_ text: String, _ code: String) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
