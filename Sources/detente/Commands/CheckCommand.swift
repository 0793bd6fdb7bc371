import Documents
import GameTheory
import Negotiation
import Presentation

/// `detente check`: what is wrong with a scenario, and whether its claims hold.
struct CheckCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  /// What came of one file.
  private struct Report {
    let model: ScenarioModel
    let verdicts: [ClaimJudge.Verdict]
    let lost: [ClaimJudge.Verdict]
    let noise: NoiseReport?
  }

  func run() throws(Failure) -> ExitCode {
    let wishes = try session.wishes(parsed.occurrences)
    let (scenarios, failure) = session.read(
      parsed.positionals,
      wishes,
      isStrict: parsed.has("--strict")
    )
    var worst = failure ?? .yes
    var reports: [Report] = []
    for scenario in scenarios {
      let report = try report(on: try session.model(scenario, wishes), wishes)
      reports.append(report)
      if worst == .yes, report.verdicts.contains(where: { !$0.holds }) { worst = .no }
      if session.format == .table { try print(report) }
    }
    switch session.format {
    case .table: break
    case .json: try console.print(json(reports).rendered() + "\n")
    case .csv: try console.print(csv(reports))
    }
    return worst
  }

  private func report(on model: ScenarioModel, _ wishes: ScenarioSession.Wishes) throws(Failure)
    -> Report
  {
    let judge = ClaimJudge(model, tolerance: session.tolerance)
    let verdicts = judge.judge(model.scenario.claims)
    let lost = judge.judge(model.scenario.supersededClaims).filter { !$0.holds }
    var noise: NoiseReport?
    if let text = parsed.string("--noise") {
      guard let level = Rational(decimal: text), level > 0, level < 1 else {
        throw Failure(.usage, "--noise is a share above 0 and below 1, not \(text)")
      }
      noise = NoiseTest(
        model,
        level: level,
        draws: parsed.integer("--draws") ?? 1000,
        seed: UInt64(parsed.integer("--seed") ?? 1),
        tolerance: session.tolerance
      ).run(threads: parsed.integer("--jobs") ?? processorCount())
    }
    return Report(model: model, verdicts: verdicts, lost: lost, noise: noise)
  }

  // MARK: Table

  private func print(_ report: Report) throws(Failure) {
    let palette = console.palette
    let width = console.columns
    let scenario = report.model.scenario
    try console.print(scenario.titleLine(palette))
    for verdict in report.verdicts {
      let mark = verdict.holds ? palette.green("holds") : palette.red("FAILS")
      let origin = Citation(scenario).text(of: verdict.claim.because)
      let kind = palette.dim(
        "[\(verdict.claim.kind.rawValue)\(origin.isEmpty ? "" : ": \(origin)")]"
      )
      try console.print("\n\(mark)  \(palette.bold(verdict.claim.id))  \(kind)\n")
      try console.print(paragraph(verdict.claim.says, width: width, indent: 7))
      for finding in verdict.findings {
        let sign = finding.holds ? "·" : palette.red("✗")
        let lines = wrappedLines("\(finding.test): \(finding.figures)", width: width - 9)
        try console.print("       \(sign) " + lines.joined(separator: "\n         ") + "\n")
      }
    }
    let held = report.verdicts.count { $0.holds }
    if !report.lost.isEmpty {
      let names = report.lost.map { $0.claim.id }.joined(separator: ", ")
      try console.print(
        "\n" + paragraph("inherited claims that no longer hold: \(names)", width: width)
      )
    }
    if let noise = report.noise { try print(noise) }
    try console.print(
      "\n\(held) of \(Wording.count(report.verdicts.count, "claim holds", "claims hold"))\n\n"
    )
  }

  private func print(_ noise: NoiseReport) throws(Failure) {
    let level = NumberText.trimmed(noise.level * 100, places: 6) + " %"
    try console.print(
      "\nevery number off by up to \(level), \(NumberText.count(noise.draws)) \(noise.draws == 1 ? "draw" : "draws"), seed \(noise.seed)\n"
    )
    var table = TextTable([
      TextTable.Column("what"), TextTable.Column("share of draws", .right),
    ])
    if let share = noise.survival {
      table.add(["the equilibrium stays one", NumberText.percent(share)])
      table.add(["play settles there", NumberText.percent(noise.settles ?? 0)])
    }
    table.add(["all claims hold", NumberText.percent(noise.allClaims)])
    for (id, share) in noise.claims { table.add([id, NumberText.percent(share)]) }
    try console.print(table.rendered(width: console.width, palette: console.palette))
    if noise.survival == 1 {
      try console.print(
        "\nnothing matters within this noise: the equilibrium stays in every draw\n"
      )
    } else if !noise.numbers.isEmpty {
      try console.print(
        "\nthe numbers that matter most: how often the equilibrium stays, by the number's third\n"
      )
      var numbers = TextTable([
        TextTable.Column("number"), TextTable.Column("low third", .right),
        TextTable.Column("high third", .right),
      ])
      for number in noise.numbers.prefix(8) {
        numbers.add([
          number.path, NumberText.percent(number.low, places: 0),
          NumberText.percent(number.high, places: 0),
        ])
      }
      try console.print(numbers.rendered(width: console.width, palette: console.palette))
    }
    if !noise.left.isEmpty {
      let leaving = noise.left.map { "\($0.player) \($0.count)" }.joined(separator: ", ")
      try console.print("\nwho leaves it, in draws: \(leaving)\n")
    }
    if !noise.skipped.isEmpty {
      try console.print(
        "not drawn, since they range over a number that is no parameter: \(noise.skipped.joined(separator: ", "))\n"
      )
    }
  }

  // MARK: JSON and CSV

  private func json(_ reports: [Report]) -> JSONValue {
    .object([
      ("format", 1), ("command", "check"),
      ("scenarios", .array(reports.map { json($0) })),
    ])
  }

  private func json(_ report: Report) -> JSONValue {
    let citation = Citation(report.model.scenario)
    var members: [(String, JSONValue)] = [
      ("file", .string(report.model.scenario.file)),
      ("title", .string(report.model.scenario.title)),
      ("allHold", .bool(report.verdicts.allSatisfy { $0.holds })),
      (
        "claims",
        .array(
          report.verdicts.map { verdict in
            .object([
              ("id", .string(verdict.claim.id)),
              ("says", .string(verdict.claim.says)),
              ("kind", .string(verdict.claim.kind.rawValue)),
              ("because", .array(verdict.claim.because.map { citation.json($0) })),
              ("holds", .bool(verdict.holds)),
              (
                "tests",
                .array(
                  verdict.findings.map {
                    .object([
                      ("test", .string($0.test)), ("holds", .bool($0.holds)),
                      ("figures", .string($0.figures)),
                    ])
                  }
                )
              ),
            ])
          }
        )
      ),
      ("lostClaims", .array(report.lost.map { .string($0.claim.id) })),
    ]
    if let noise = report.noise { members.append(("noise", json(noise))) }
    return .object(members)
  }

  private func json(_ noise: NoiseReport) -> JSONValue {
    .object([
      ("level", .number(noise.level)), ("draws", .integer(noise.draws)),
      ("seed", .integer(Int(noise.seed))),
      ("equilibriumStays", noise.survival.map { .number($0) } ?? .null),
      ("settlesThere", noise.settles.map { .number($0) } ?? .null),
      ("allClaims", .number(noise.allClaims)),
      ("claims", .object(noise.claims.map { ($0.id, .number($0.share)) })),
      (
        "numbers",
        .array(
          noise.numbers.map {
            .object([
              ("path", .string($0.path)), ("lowThird", .number($0.low)),
              ("highThird", .number($0.high)),
            ])
          }
        )
      ),
      ("leaves", .object(noise.left.map { ($0.player, .integer($0.count)) })),
      ("notDrawn", .array(noise.skipped.map { .string($0) })),
    ])
  }

  private func csv(_ reports: [Report]) -> String {
    var table = TextTable(
      ["scenario", "claim", "kind", "holds", "says"].map { TextTable.Column($0) }
    )
    for report in reports {
      for verdict in report.verdicts {
        table.add([
          report.model.scenario.file, verdict.claim.id, verdict.claim.kind.rawValue,
          String(verdict.holds), verdict.claim.says,
        ])
      }
    }
    return table.csv()
  }
}
