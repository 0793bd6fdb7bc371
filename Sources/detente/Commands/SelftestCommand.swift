import Conformance
import Documents
import Presentation

/// `detente selftest`: holds the program against files of reference cases.
struct SelftestCommand {
  private let parsed: ParsedCommand
  private let console: Console
  private var isJSON: Bool { parsed.has("--json") || parsed.string("--format") == "json" }

  init(_ parsed: ParsedCommand, _ console: Console) {
    self.parsed = parsed
    self.console = console
  }

  func run() throws(Failure) -> ExitCode {
    var selftest = Selftest.own
    if !parsed.positionals.isEmpty {
      selftest = Selftest(try files()) { CaseFolder.beside($0) }
    }
    let report = selftest.run()
    if isJSON {
      try console.print(json(report).rendered() + "\n")
    } else {
      try console.print(table(report))
    }
    if report.made == 0 {
      console.say(
        "nothing was checked: no file has a case that the program knows; it knows the families "
          + "\(Selftest.families.sorted().joined(separator: ", "))\n"
      )
      return .partial
    }
    if report.hasPassed { return .yes }
    return report.results.allSatisfy { $0.family == SelftestReport.unusable } ? .badData : .no
  }

  /// The files of all folders, each of which must have one.
  private func files() throws(Failure) -> [CaseFile] {
    var files: [CaseFile] = []
    var mistakes: [String] = []
    for path in parsed.positionals {
      let found = try CaseFolder.files(in: path)
      if found.isEmpty {
        mistakes.append("'\(path)' holds no file that ends in .json or .json5")
      }
      files += found
    }
    guard mistakes.isEmpty else { throw Failure(.unreadable, mistakes.joined(separator: "\n")) }
    return files
  }

  // MARK: Table

  private func table(_ report: SelftestReport) -> String {
    var table = TextTable([
      TextTable.Column("family"), TextTable.Column("files", .right),
      TextTable.Column("passed", .right), TextTable.Column("failed", .right),
      TextTable.Column("skipped", .right), TextTable.Column("tolerance", wraps: true),
    ])
    for family in report.families {
      table.add([
        family.name, NumberText.count(family.files), NumberText.count(family.passed),
        NumberText.count(family.failed), NumberText.count(family.skipped), tolerances(family),
      ])
    }
    var text = table.rendered(width: console.width, palette: console.palette)
    for result in report.results {
      for check in result.checks {
        if case .failed(let reason) = check.verdict {
          text += "\n\(console.palette.bold("failed")) \(result.path): \(check.name): \(reason)"
        }
        if case .skipped(let reason) = check.verdict, result.isKnown, !console.isQuiet {
          text += "\nskipped \(result.path): \(check.name): \(reason)"
        }
      }
    }
    let families = report.families
    let sum = { (count: (SelftestReport.FamilyResult) -> Int) in
      NumberText.count(families.reduce(0) { $0 + count($1) })
    }
    return text
      + "\n\(sum { $0.passed }) passed, \(sum { $0.failed }) failed, \(sum { $0.skipped }) skipped\n"
  }

  /// The tolerances that were applied, in units of a number or of 1, whichever is more.
  private func tolerances(_ family: SelftestReport.FamilyResult) -> String {
    family.tolerances.map { $0 == 0 ? "exact" : rounded($0) }.joined(separator: ", ")
  }

  /// Two digits are enough for a tolerance that is computed.
  private func rounded(_ tolerance: Double) -> String {
    let text = JSONValue.text(of: tolerance)
    guard text.utf8.count > 8, tolerance < 1, tolerance > 1e-4 else { return text }
    return JSONValue.text(of: Double(Int(tolerance * 1e4 + 0.5)) / 1e4)
  }

  // MARK: JSON

  private func json(_ report: SelftestReport) -> JSONValue {
    .object([
      ("format", 1), ("command", "selftest"),
      ("passed", .bool(report.hasPassed && report.made > 0)), ("checked", .integer(report.made)),
      (
        "families",
        .array(
          report.families.map { family in
            .object([
              ("family", .string(family.name)), ("files", .integer(family.files)),
              ("passed", .integer(family.passed)), ("failed", .integer(family.failed)),
              ("skipped", .integer(family.skipped)),
              ("tolerances", .array(family.tolerances.map { .number($0) })),
            ])
          }
        )
      ),
      ("files", .array(report.results.map(json))),
    ])
  }

  private func json(_ result: SelftestReport.FileResult) -> JSONValue {
    .object([
      ("file", .string(result.path)), ("family", .string(result.family)),
      ("known", .bool(result.isKnown)),
      (
        "checks",
        .array(
          result.checks.map { check in
            let (verdict, reason): (String, String?) =
              switch check.verdict {
              case .passed: ("passed", nil)
              case .failed(let reason): ("failed", reason)
              case .skipped(let reason): ("skipped", reason)
              }
            return .object([
              ("name", .string(check.name)), ("tolerance", .number(check.tolerance)),
              ("verdict", .string(verdict)), ("reason", reason.map { .string($0) } ?? nil),
            ])
          }
        )
      ),
    ])
  }
}
