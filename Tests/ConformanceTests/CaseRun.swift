import Documents

@testable import Conformance

/// A case from its text, run.
enum CaseRun {
  /// The checks of a case; the name of its file tells no family.
  static func checks(_ text: String) -> [Check] {
    Selftest([file("x.json", text)]).run().results[0].checks
  }

  /// What a case's first failure says; nil where nothing failed.
  static func failure(_ text: String) -> String? {
    for case .failed(let reason) in checks(text).map({ $0.verdict }) { return reason }
    return nil
  }

  /// A file from its text.
  static func file(_ path: String, _ text: String) -> CaseFile {
    CaseFile(SourceText(name: path, bytes: Array(text.utf8)))
  }
}

extension [Check] {
  /// Whether there are some, and all passed.
  var allPassed: Bool { !isEmpty && allSatisfy { $0.verdict == .passed } }
}
