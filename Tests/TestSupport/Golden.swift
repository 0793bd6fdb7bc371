import Foundation
public import Testing

/// Texts that are kept beside the tests, to be compared to the letter.
///
/// With `RECORD_SNAPSHOTS=1` in the environment they are written anew, and the run fails, so that
/// nobody mistakes it for a passed one.
public enum Golden {
  /// Expects a text to be the one kept under a name in the folder `Golden` beside the test's file.
  public static func expect(
    _ text: String,
    named name: String,
    testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      if (try? String(contentsOf: file, encoding: .utf8)) != text {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      }
      return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record(
        "\(name) is not there; RECORD_SNAPSHOTS=1 writes it",
        sourceLocation: sourceLocation
      )
      return
    }
    if kept != text {
      Issue.record(
        "\(name) differs:\n\(difference(kept, text))",
        sourceLocation: sourceLocation
      )
    }
  }

  /// The lines that differ, `-` as kept and `+` as found, up to twenty.
  private static func difference(_ kept: String, _ found: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var lines: [(order: Int, text: String)] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, let line, _): lines.append((offset * 2, "- \(line)"))
      case .insert(let offset, let line, _): lines.append((offset * 2 + 1, "+ \(line)"))
      }
    }
    lines.sort { $0.order < $1.order }
    return lines.prefix(20).map { $0.text }.joined(separator: "\n")
  }
}
