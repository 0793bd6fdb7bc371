import Documents
import GameTheory
import Negotiation
import Presentation

/// `detente compare`: cases side by side, told against the first.
struct CompareCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }

  /// A scenario with some changes, and what happens in it.
  private struct Case {
    let label: String
    let result: CaseResult
    var scenario: Scenario { result.model.scenario }
  }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let cases = try cases()
    switch session.format {
    case .table: try print(cases)
    case .json: try console.print(json(cases).rendered() + "\n")
    case .csv: try console.print(csv(cases))
    }
    return .yes
  }

  // MARK: Cases

  /// The scenarios with the changes before the first `--and`, then again with those after each.
  private func cases() throws(Failure) -> [Case] {
    var groups: [[ParsedCommand.Occurrence]] = [[]]
    for occurrence in parsed.occurrences {
      if occurrence.name == "--and" {
        groups.append([])
      } else {
        groups[groups.count - 1].append(occurrence)
      }
    }
    var cases: [Case] = []
    var worst: ExitCode?
    for group in groups {
      let wishes = try session.wishes(group)
      let (scenarios, failure) = session.read(parsed.positionals, wishes)
      if worst != .badData { worst = failure ?? worst }
      for scenario in scenarios {
        let model = try session.model(scenario, wishes)
        cases.append(
          Case(
            label: CompareCommand.label(scenario, group),
            result: CaseResult(model, tolerance: session.tolerance)
          )
        )
      }
    }
    if let worst { throw Failure(worst) }
    return cases
  }

  private static func label(_ scenario: Scenario, _ group: [ParsedCommand.Occurrence]) -> String {
    let changes = group.filter { ["--set", "--fix", "--start"].contains($0.name) }.map { change in
      switch change.name {
      case "--fix": "\(change.value) held"
      case "--start": "from \(change.value)"
      default: change.value
      }
    }
    return changes.isEmpty
      ? scenario.title : "\(scenario.title), with \(Wording.list(changes))"
  }

  /// The names that occur in any case, each once, in the order in which they come up.
  private static func union(_ cases: [Case], _ names: (Case) -> [String]) -> [String] {
    var found: [String] = []
    for name in cases.flatMap(names) where !found.contains(name) { found.append(name) }
    return found
  }

  // MARK: Table

  private func print(_ cases: [Case]) throws(Failure) {
    let first = cases[0]
    let players = CompareCommand.union(cases) { $0.scenario.players.map { $0.id } }
    var table = TextTable(
      [
        TextTable.Column("", .right), TextTable.Column("case", wraps: true),
        TextTable.Column("settles at", wraps: true), TextTable.Column("equilibria", .right),
      ] + players.map { TextTable.Column($0, .right) }
    )
    let (varying, constant) = options(of: cases)
    for (index, item) in cases.enumerated() {
      table.add(
        ["\(index + 1)", item.label, place(item, varying, hasOthers: cases.count > 1)]
          + ["\(item.result.equilibria.count)"] + players.map { payoff(of: $0, item) ?? "" }
      )
    }
    let width = console.columns
    try console.print(table.rendered(width: width, palette: console.palette))
    if !constant.isEmpty, cases.count > 1 {
      let isWhole = cases.allSatisfy { $0.result.settled != nil }
      let text =
        (isWhole ? "In all cases: " : "Wherever play settles: ") + constant.joined(separator: ", ")
      try console.print(paragraph(text, width: width))
    }
    for (index, item) in cases.enumerated().dropFirst() {
      let lines = differences(item, from: first)
      guard !lines.isEmpty else { continue }
      try console.print("\n\(console.palette.bold("Case \(index + 1) against case 1"))\n")
      for line in lines { try console.print(paragraph(line, width: width, indent: 2)) }
    }
  }

  /// The decisions that come out differently in different cases, and the options that never change.
  private func options(of cases: [Case]) -> (varying: Set<String>, constant: [String]) {
    let settled = cases.compactMap { options($0) }
    guard let first = settled.first, cases.count > 1 else { return ([], []) }
    let constant = first.filter { option in
      settled.allSatisfy { other in other.contains { $0 == option } }
    }
    let varying = Set(settled.joined().map { $0.decision }).subtracting(
      constant.map { $0.decision }
    )
    return (varying, constant.map { "\($0.decision)=\($0.option)" })
  }

  /// Where play settles, as far as it is not the same in all cases.
  private func place(_ item: Case, _ varying: Set<String>, hasOthers: Bool) -> String {
    guard let options = options(item) else {
      return "nowhere: a cycle of \(item.result.cycle.count) outcomes"
    }
    if varying.isEmpty, hasOthers { return "the same in all cases" }
    let shown = options.filter { varying.isEmpty || varying.contains($0.decision) }
    return shown.map { "\($0.decision)=\($0.option)" }.joined(separator: ", ")
  }

  /// The options that differ from the first case's, by their ids.
  private func changedOptions(_ item: Case, from first: Case) -> [String]? {
    guard let mine = options(item), let theirs = options(first) else { return nil }
    return mine.filter { option in
      theirs.first { $0.decision == option.decision }?.option != option.option
    }.map { "\($0.decision)=\($0.option)" }
  }

  private func options(_ item: Case) -> [(decision: String, option: String)]? {
    item.result.settled.map { outcome in
      let wording = Wording(item.scenario)
      return item.scenario.decisions.indices.map {
        (item.scenario.decisions[$0].id, wording.option(of: $0, in: outcome))
      }
    }
  }

  private func exactPayoff(of player: String, _ item: Case) -> Rational? {
    guard let index = item.scenario.players.firstIndex(where: { $0.id == player }),
      item.result.settled != nil
    else { return nil }
    return item.result.payoffs[index]
  }

  private func payoff(of player: String, _ item: Case) -> String? {
    exactPayoff(of: player, item).map { $0.decimal(places: 3) }
  }

  private func differences(_ item: Case, from first: Case) -> [String] {
    var lines: [String] = []
    let gains = first.scenario.players.compactMap { player -> String? in
      guard let mine = exactPayoff(of: player.id, item),
        let theirs = exactPayoff(of: player.id, first), mine != theirs
      else { return nil }
      return "\(player.id) \(Wording.signed(mine - theirs))"
    }
    if item.result.settled != nil, first.result.settled != nil {
      lines.append(
        "Payoffs: " + (gains.isEmpty ? "the same." : gains.joined(separator: ", ") + ".")
      )
    }
    if item.result.equilibria.count != first.result.equilibria.count {
      lines.append(
        "Pure equilibria: \(item.result.equilibria.count), not \(first.result.equilibria.count)."
      )
    }
    let (lost, won) = claims(item, against: first)
    if !lost.isEmpty { lines.append("Claims that cease to hold: \(lost.joined(separator: ", ")).") }
    if !won.isEmpty { lines.append("Claims that hold now: \(won.joined(separator: ", ")).") }
    return lines
  }

  /// Of the claims of the first case, those that hold there and not here, and the other way round.
  private func claims(_ item: Case, against first: Case) -> (lost: [String], won: [String]) {
    var lost: [String] = []
    var won: [String] = []
    for (claim, held) in first.result.claims {
      guard let holds = item.result.claims.first(where: { $0.claim.id == claim.id })?.holds,
        holds != held
      else { continue }
      if held { lost.append(claim.id) } else { won.append(claim.id) }
    }
    return (lost, won)
  }

  // MARK: JSON and CSV

  private func json(_ cases: [Case]) -> JSONValue {
    .object([
      ("format", 1), ("command", "compare"),
      ("cases", .array(cases.map { json($0, against: cases[0]) })),
    ])
  }

  private func json(_ item: Case, against first: Case) -> JSONValue {
    let (lost, won) = claims(item, against: first)
    return .object([
      ("label", .string(item.label)), ("file", .string(item.scenario.file)),
      ("title", .string(item.scenario.title)),
      ("equilibria", .array(item.result.equilibria.map { .integer($0) })),
      ("settled", item.result.settled.map { .integer($0) } ?? .null),
      ("cycle", .array(item.result.cycle.map { .integer($0) })),
      (
        "options",
        options(item).map { .object($0.map { ($0.decision, .string($0.option)) }) } ?? .null
      ),
      (
        "changed",
        changedOptions(item, from: first).map { .array($0.map { .string($0) }) } ?? .null
      ),
      (
        "payoffs",
        .object(
          zip(item.scenario.players, item.result.payoffs).map { ($0.id, .number($1.toDouble())) }
        )
      ),
      (
        "gains",
        .object(
          item.scenario.players.compactMap { player in
            guard let mine = exactPayoff(of: player.id, item),
              let theirs = exactPayoff(of: player.id, first)
            else { return nil }
            return (player.id, .number((mine - theirs).toDouble()))
          }
        )
      ),
      ("claims", .object(item.result.claims.map { ($0.claim.id, .bool($0.holds)) })),
      ("claimsLost", .array(lost.map { .string($0) })),
      ("claimsWon", .array(won.map { .string($0) })),
    ])
  }

  private func csv(_ cases: [Case]) -> String {
    let decisions = CompareCommand.union(cases) { $0.scenario.decisions.map { $0.id } }
    let players = CompareCommand.union(cases) { $0.scenario.players.map { $0.id } }
    let claims = CompareCommand.union(cases) { $0.result.claims.map { $0.claim.id } }
    var table = TextTable(
      (["case", "file", "equilibria", "settled"] + decisions + players.map { "payoff:" + $0 }
        + claims.map { "claim:" + $0 }).map { TextTable.Column($0) }
    )
    for item in cases {
      let mine = options(item) ?? []
      table.add(
        [item.label, item.scenario.file, "\(item.result.equilibria.count)"]
          + [item.result.settled.map { String($0) } ?? "cycle"]
          + decisions.map { decision in mine.first { $0.decision == decision }?.option ?? "" }
          + players.map { player in
            exactPayoff(of: player, item).map { JSONValue.text(of: $0.toDouble()) } ?? ""
          }
          + claims.map { claim in
            item.result.claims.first { $0.claim.id == claim }.map { $0.holds ? "1" : "0" } ?? ""
          }
      )
    }
    return table.csv()
  }
}
