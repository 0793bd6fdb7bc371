import Analysis
import Documents
import Negotiation
import Presentation
import Sweeps

/// `detente robustness`: the options of a decision ranked by how they fare over all samples.
struct RobustnessCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }
  private let settings: RobustnessStudy.Settings

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
    var settings = RobustnessStudy.Settings()
    var mistakes: [String] = []
    if let text = parsed.string("--pessimism") {
      if let value = Double(text), (0...1).contains(value) {
        settings.pessimism = value
      } else {
        mistakes.append("--pessimism is a share from 0 to 1, not \(text)")
      }
    }
    if let text = parsed.string("--satisfy") {
      settings.threshold = Double(text)
      if settings.threshold?.isFinite != true {
        mistakes.append("--satisfy is a number of points, not \(text)")
      }
    }
    try session.fail(mistakes)
    self.settings = settings
  }

  func run() throws(Failure) -> ExitCode {
    let paths = parsed.positionals
    if paths.count(where: { $0 == "-" }) > 1 {
      throw Failure(.usage, "standard input can be one of the results, not several")
    }
    // Medians and percentiles may need the rows several times.
    if paths.count > 1 {
      var results: [ResultFile] = []
      for path in paths { results.append(try ResultFile(path, console, keepsRows: true)) }
      return try compare(Policy.policies(results), kind: "results")
    }
    if ResultFile.isResult(paths[0]) {
      return try group(try ResultFile(paths[0], console, keepsRows: true))
    }
    guard let decision = parsed.string("--decision") else {
      throw Failure(.usage, "say which decision's options are compared: --decision nmd")
    }
    return try HeldSweeps(session, decision: decision).run { (policies) throws(Failure) in
      try compare(policies, kind: "scenario")
    }
  }

  // MARK: Policies held

  private func compare(_ policies: [Policy], kind: String) throws(Failure) -> ExitCode {
    let players = try players(policies)
    var study = PairedPolicies(policies, players: players, settings)
    let rankings = try study.rankings()
    guard study.count > 0 else {
      let why = study.leftOut.sentence
      throw Failure(
        .badData,
        "no sample has payoffs under every policy" + (why.isEmpty ? "" : ". \(why)")
      )
    }
    let decision = parsed.string("--decision") ?? Policy.decision(of: policies)
    let head =
      title(of: decision, policies[0].result.scenario)
      + "\(policies.count) policies in the same \(NumberText.count(study.count)) scenarios"
      + (kind == "scenario" ? ", each option held in turn." : ".")
    try print([Part(head: head, rankings: rankings, leftOut: study.leftOut)], kind)
    return .yes
  }

  /// Whose payoffs are measured.
  private func players(_ policies: [Policy]) throws(Failure) -> [String] {
    let common = policies[0].result.columns(.payoff).map { $0.id }.filter { id in
      policies.allSatisfy { $0.result.columns(.payoff).contains { $0.id == id } }
    }
    guard !common.isEmpty else {
      throw Failure(.badData, "the results have no player in common")
    }
    if let asked = try asked(common) { return asked }
    guard let decision = parsed.string("--decision") ?? Policy.decision(of: policies) else {
      return common
    }
    return owner(of: decision, policies[0].result.scenario).map { [$0] } ?? common
  }

  /// The players that were asked for; nil where none were.
  private func asked(_ known: [String]) throws(Failure) -> [String]? {
    let names = parsed.strings("--player")
    _ = try ScenarioWords.players(names, among: known, for: "--player")
    return names.isEmpty ? nil : known.filter { names.contains($0) }
  }

  /// The player who decides.
  private func owner(of decision: String, _ scenario: Scenario?) -> String? {
    guard let scenario, let found = scenario.decisions.first(where: { $0.id == decision }) else {
      return nil
    }
    return scenario.players[found.player].id
  }

  /// `nmd, decided by the United States: `; empty where that is not known.
  private func title(of decision: String?, _ scenario: Scenario?) -> String {
    guard let decision, let scenario,
      let found = scenario.decisions.first(where: { $0.id == decision })
    else { return "" }
    return "\(decision), decided by \(scenario.players[found.player].name): "
  }

  // MARK: One result, grouped

  private func group(_ result: ResultFile) throws(Failure) -> ExitCode {
    let known = result.columns(.decision)
    var decisions = known
    if let wish = parsed.string("--decision") {
      decisions = known.filter { $0.id == wish }
      guard !decisions.isEmpty else {
        let hint = suggestion(for: wish, among: known.map { $0.id })
        throw Failure(.usage, "--decision: there is no decision '\(wish)'\(hint)")
      }
    }
    let all = result.columns(.payoff).map { $0.id }
    let asked = try asked(all)
    var policies = GroupedPolicies(
      result,
      decisions.map { decision in
        (decision, asked ?? owner(of: decision.id, result.scenario).map { [$0] } ?? all)
      },
      settings
    )
    try policies.read()
    let parts = policies.groups.filter { !$0.rankings.isEmpty }.map { group in
      Part(
        head: "Samples grouped by the option chosen in \(group.decision.id).",
        rankings: group.rankings,
        leftOut: group.leftOut
      )
    }
    guard !parts.isEmpty else {
      throw Failure(
        .no,
        "no decision comes out in more than one way in '\(result.path)'; give a result for each option "
          + "held with --fix, or a scenario and --decision"
      )
    }
    try print(parts, "groups")
    return .yes
  }

  // MARK: Printing

  /// What is printed of one decision.
  private struct Part {
    let head: String
    let rankings: [PolicyRanking]
    let leftOut: LeftOut
  }

  private static let caution =
    "An option is chosen where it suits, so this says how things went with it, not what it brings about: "
    + "for that, compare sweeps in which each option is held. There is no regret without them."

  private func print(_ parts: [Part], _ kind: String) throws(Failure) {
    let text = RobustnessText(settings: settings)
    switch session.format {
    case .csv: try console.print(text.csv(parts.flatMap { $0.rankings }))
    case .json:
      try console.print(
        JSONValue.object([
          ("format", 1), ("command", "robustness"), ("from", .string(kind)),
          ("causal", .bool(kind != "groups")), ("pessimism", .number(settings.pessimism)),
          ("threshold", settings.threshold.map { .number($0) } ?? .null),
          ("leftOut", .array(parts.map { $0.leftOut.json })),
          ("players", .array(parts.flatMap { $0.rankings }.map { text.json($0) })),
        ]).rendered() + "\n"
      )
    case .table:
      let width = console.columns
      if kind == "groups" {
        try console.print(paragraph(RobustnessCommand.caution, width: width) + "\n")
      }
      for (index, part) in parts.enumerated() {
        if index > 0 { try console.print("\n") }
        try console.print(paragraph(part.head, width: width))
        if !part.leftOut.sentence.isEmpty {
          try console.print(paragraph(part.leftOut.sentence, width: width))
        }
        for ranking in part.rankings {
          try console.print(text.table(ranking, width: width, palette: console.palette))
        }
      }
      try console.print("*: best by this measure\n")
    }
  }
}
