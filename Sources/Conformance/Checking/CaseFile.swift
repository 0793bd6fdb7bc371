public import Documents
import Sweeps

/// A file of reference cases.
public struct CaseFile: Sendable {
  /// What stands in it, or why it cannot be used.
  public enum Content: Sendable {
    /// The value that the file holds.
    case value(Node)
    /// It was not read, or holds no value; the reason.
    case unusable(String)
  }

  /// Its path, for messages.
  public let path: String
  /// What stands in it.
  public let content: Content

  /// Takes over a text; what is wrong with it becomes the reason why it cannot be used.
  public init(_ source: SourceText) {
    path = source.name
    let (node, diagnostics) = JSON5Reader.read(CaseFile.withoutInfinity(source))
    if let node {
      content = .value(node)
    } else {
      let place =
        diagnostics.first?.location.map {
          " in line \($0.source.position(ofOffset: $0.range.lowerBound).line)"
        } ?? ""
      content = .unusable((diagnostics.first?.message ?? "it holds no value") + place)
    }
  }

  /// The text with the word `Infinity`, which programs write for an exponent, in quotes.
  private static func withoutInfinity(_ source: SourceText) -> SourceText {
    let (bytes, word) = (source.bytes, Array("Infinity".utf8))
    let (quote, escape) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    guard bytes.contains(word[0]) else { return source }
    var found: [UInt8] = []
    var open: UInt8?
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if let end = open {
        found.append(byte)
        if byte == escape, place + 1 < bytes.count {
          place += 1
          found.append(bytes[place])
        } else if byte == end {
          open = nil
        }
      } else if isInfinity(bytes, word, at: place) {
        found += [quote] + word + [quote]
        place += word.count - 1
      } else {
        if byte == quote || byte == UInt8(ascii: "'") { open = byte }
        found.append(byte)
      }
      place += 1
    }
    return SourceText(name: source.name, bytes: found)
  }

  /// Whether a value begins here that is the word, without a sign.
  private static func isInfinity(_ bytes: [UInt8], _ word: [UInt8], at place: Int) -> Bool {
    guard bytes[place...].starts(with: word) else { return false }
    let before = bytes[..<place].last { $0 > UInt8(ascii: " ") }
    return before.map { [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "[")].contains($0) }
      ?? false
  }

  /// Stands for a file that could not be read.
  public init(path: String, unusable reason: String) {
    self.path = path
    content = .unusable(reason)
  }

  /// The folder, with its slash; empty for none.
  var folder: Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  /// The name without folder and ending.
  var stem: Substring {
    let name = path[folder.endIndex...]
    return name.lastIndex(of: ".").map { name[..<$0] } ?? name
  }
}
