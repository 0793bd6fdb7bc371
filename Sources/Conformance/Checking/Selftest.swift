import Documents
import Sweeps

/// Holds the engine against files of reference cases.
public struct Selftest: Sendable {
  private let files: [CaseFile]

  /// Creates a test of files; those of one folder may refer to each other.
  public init(_ files: [CaseFile]) {
    self.files = files
  }

  /// The project's own small set of cases.
  public static let own = Selftest(OwnCases.files)

  /// The names of the families that are known.
  public static let families = CaseFamily.all.map { $0.name }

  /// Runs every file, in order.
  public func run() -> SelftestReport {
    SelftestReport(results: files.map(result))
  }

  private func result(_ file: CaseFile) -> SelftestReport.FileResult {
    guard case .value(let root) = file.content else {
      let family = CaseFamily.all.first { file.stem.hasPrefix($0.name) }?.name
      return faulty(file, family ?? SelftestReport.unusable)
    }
    guard let family = CaseFamily.of(root, stem: file.stem) else {
      let name = root.value("family")?.string ?? String(file.stem)
      return SelftestReport.FileResult(
        path: file.path,
        family: name,
        isKnown: false,
        checks: [Check("the file", .skipped("the family is not known"))]
      )
    }
    let folder = file.folder
    let peers = files.filter { $0.folder == folder }
    let given = CaseFamily.Case(root: root) { stem in
      for case .value(let root) in peers.filter({ $0.stem == stem }).map({ $0.content }) {
        return root
      }
      return nil
    }
    var list = CheckList(stated: root.value("tolerance")?.number)
    do throws(CaseFault) {
      try family.run(given, &list)
    } catch {
      list.holds("the form of the file", false, error.reason)
    }
    return SelftestReport.FileResult(
      path: file.path,
      family: family.name,
      isKnown: true,
      checks: list.checks
    )
  }

  private func faulty(_ file: CaseFile, _ family: String) -> SelftestReport.FileResult {
    var reason = ""
    if case .unusable(let stated) = file.content { reason = stated }
    return SelftestReport.FileResult(
      path: file.path,
      family: family,
      isKnown: true,
      checks: [Check("reading the file", .failed(reason))]
    )
  }
}
