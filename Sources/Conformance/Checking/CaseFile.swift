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
    let (node, diagnostics) = JSON5Reader.read(source)
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
