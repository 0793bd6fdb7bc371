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

  /// Text on a ground, in colours of the terminal's table of 256; nil leaves its own ones.
  public func cell(_ text: String, foreground: Int?, background: Int?) -> String {
    let codes = [foreground.map { "38;5;\($0)" }, background.map { "48;5;\($0)" }]
    let code = codes.compactMap { $0 }.joined(separator: ";")
    return code.isEmpty ? text : styled(text, code)
  }

  private func styled(_ text: String, _ code: String) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
