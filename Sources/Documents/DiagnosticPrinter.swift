/// Turns diagnostics into text: the one place where their form is decided.
///
///     Scenarios/talks.json5:12:46: error: patience is outside 0...1 [S014]
///        12 |   { id: "us", name: "United States", patience: 1.4 },
///           |                                                ^^^ 1.4 is above 1
///           = at players[0].patience
///           = help: write patience as the share of value kept from one round to the next
public struct DiagnosticPrinter: Sendable {
  /// Whether to use colours.
  public let isColoured: Bool

  /// How many columns of a source line are shown at most.
  private static let excerptWidth = 100

  /// Creates a printer.
  public init(isColoured: Bool = false) {
    self.isColoured = isColoured
  }

  /// All diagnostics in the order of their places, each ending in a line break.
  public func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.inOrder().map { text(of: $0) }.joined()
  }

  /// One diagnostic, ending in a line break.
  public func text(of diagnostic: Diagnostic) -> String {
    let severity = coloured(diagnostic.severity.rawValue + ":", as: diagnostic.severity)
    let headline = "\(severity) \(visible(diagnostic.message)) [\(diagnostic.code)]\n"
    var gutter = "   "
    var text: String
    if let location = diagnostic.location {
      let position = location.source.position(ofOffset: location.range.lowerBound)
      let place = "\(visible(location.source.name)):\(position.line):\(position.column):"
      text = emphasised(place) + " " + headline
      gutter = String(repeating: " ", count: max(5, String(position.line).count + 3))
      text += excerpt(location, line: position.line, label: diagnostic.label, gutter: gutter)
    } else {
      text = headline
    }
    if !diagnostic.path.isEmpty { text += "\(gutter) = at \(visible(diagnostic.path))\n" }
    if let help = diagnostic.help {
      let indented = help.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n\(gutter)   ")
      text += "\(gutter) = help: \(indented)\n"
    }
    return text
  }

  /// How many errors and warnings there are, such as `2 errors, 1 warning`; empty for none.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    var parts: [String] = []
    for (severity, name) in [(Diagnostic.Severity.error, "error"), (.warning, "warning")] {
      let count = diagnostics.count { $0.severity == severity }
      if count > 0 { parts.append("\(count) \(name)\(count == 1 ? "" : "s")") }
    }
    return parts.joined(separator: ", ")
  }

  private func excerpt(_ location: Location, line: Int, label: String, gutter: String) -> String {
    let source = location.source
    let range = source.range(ofLine: line)
    let lower = min(max(location.range.lowerBound, range.lowerBound), range.upperBound)
    let upper = min(max(location.range.upperBound, lower), range.upperBound)
    var before = shown(source.bytes[range.lowerBound..<lower])
    let marked = shown(source.bytes[lower..<upper])
    var after = shown(source.bytes[upper..<range.upperBound])
    let width = DiagnosticPrinter.excerptWidth
    if before.count + marked.count + after.count > width {
      if before.count > width / 2 { before = "…" + before.suffix(width / 2) }
      let left = max(0, width - before.count - min(marked.count, width / 2))
      if after.count > left { after = after.prefix(left) + "…" }
    }
    let visibleMarked = marked.count > width ? marked.prefix(width / 2) + "…" : marked
    let carets = String(repeating: "^", count: max(1, displayWidth(of: visibleMarked)))
    let number = String(repeating: " ", count: gutter.count - String(line).count) + String(line)
    let indent = String(repeating: " ", count: displayWidth(of: before))
    let note = label.isEmpty ? carets : "\(carets) \(visible(label))"
    return "\(number) | \(before)\(visibleMarked)\(after)\n\(gutter) | \(indent)"
      + coloured(note, as: .error) + "\n"
  }

  private func shown(_ bytes: ArraySlice<UInt8>) -> String {
    visible(String(decoding: bytes, as: UTF8.self))
  }

  /// The text with control characters shown as what they are, so that none reaches a terminal.
  private func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return text
    }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        shown += " "
      } else if scalar.properties.generalCategory == .control {
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private func emphasised(_ text: String) -> String {
    isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func coloured(_ text: String, as severity: Diagnostic.Severity) -> String {
    guard isColoured else { return text }
    let code =
      switch severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Sequence<Diagnostic> {
  /// The diagnostics by file and place, those without a place first; otherwise as they were.
  public func inOrder() -> [Diagnostic] {
    var files: [String: Int] = [:]
    for diagnostic in self {
      guard let name = diagnostic.location?.source.name, files[name] == nil else { continue }
      files[name] = files.count + 1
    }
    func key(_ diagnostic: Diagnostic) -> (Int, Int) {
      guard let location = diagnostic.location else { return (0, 0) }
      return (files[location.source.name] ?? 0, location.range.lowerBound)
    }
    return enumerated()
      .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map { $0.element }
  }
}

private func < (left: ((Int, Int), Int), right: ((Int, Int), Int)) -> Bool {
  if left.0 != right.0 { return left.0 < right.0 }
  return left.1 < right.1
}
