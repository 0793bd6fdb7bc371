import Documents
import Sweeps

/// Holds the engine against files of reference cases.
public struct Selftest: Sendable {
  private let files: [CaseFile]
  private let beside: @Sendable (_ path: String) -> CaseFile?

  /// Creates a test of files; those of one folder may refer to each other.
  ///
  /// - Parameters:
  ///   - files: the files, in the order of the report.
  ///   - beside: loads a file that another one refers to and that is not among them, by its path; nil where there
  ///     is none.
  public init(
    _ files: [CaseFile],
    beside: @escaping @Sendable (_ path: String) -> CaseFile? = { _ in nil }
  ) {
    self.files = files
    self.beside = beside
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
    let beside = beside
    let peers = files.filter { $0.folder == folder }
    let given = CaseFamily.Case(root: root) { stem in
      for case .value(let root) in peers.filter({ $0.stem == stem }).map({ $0.content }) {
        return root
      }
      // A name, and no way to another folder.
      guard !stem.contains("/"), let file = beside("\(folder)\(stem).json"),
        case .value(let root) = file.content
      else { return nil }
      return root
    }
    var list = CheckList()
    do throws(CaseFault) {
      list = CheckList(stated: try tolerance(root))
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

  /// The tolerance that a case states; nil for none.
  private func tolerance(_ root: Node) throws(CaseFault) -> Double? {
    guard let node = root.value("tolerance"), !node.isNull else { return nil }
    guard let tolerance = node.number, tolerance >= 0, tolerance.isFinite else {
      throw CaseFault("'tolerance' is no number that is 0 or more")
    }
    return tolerance
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
