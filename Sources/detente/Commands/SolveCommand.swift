import Documents
import GameTheory
import Negotiation
import Presentation

/// `detente solve`: what happens at the scenario's own values.
struct SolveCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let wishes = try session.wishes(session.parsed.occurrences)
    let model = try session.model(session.parsed.positionals[0], wishes)
    let solution = Solution(model, tolerance: session.tolerance)
    switch session.format {
    case .table: try SolutionText(solution, console, tolerance: session.tolerance).print()
    case .json:
      try console.print(
        SolutionRecord(solution, tolerance: session.tolerance).json.rendered() + "\n"
      )
    case .csv: try console.print(SolutionRecord(solution, tolerance: session.tolerance).csv)
    }
    return solution.equilibria.isEmpty ? .no : .yes
  }
}

/// A solution as text for people.
private struct SolutionText {
  private let solution: Solution
  private let console: Console
  private let wording: Wording
  private let width: Int
  private let tolerance: Rational
  private var scenario: Scenario { solution.model.scenario }
  private var palette: Palette { console.palette }

  /// The most equilibria that are listed.
  private static let listed = 20

  init(_ solution: Solution, _ console: Console, tolerance: Rational) {
    self.tolerance = tolerance
    self.solution = solution
    self.console = console
    wording = Wording(solution.model.scenario)
    width = console.columns
  }

  func print() throws(Failure) {
    try console.print(scenario.titleLine(palette))
    let count = NumberText.count(solution.model.game.numbering.count)
    try console.print(
      Wording.count(scenario.players.count, "player", "players") + ", "
        + Wording.count(scenario.decisions.count, "decision", "decisions")
        + ", \(count) outcomes\n\n"
    )
    try printEquilibria()
    try printPath()
    try printTemptations()
    try printImprovement()
    try printSecurity()
    guard solution.isEliminated else {
      try heading("What falls to iterated elimination of dominated strategies")
      try say("Left out: there are too many strategies to compare each with each.")
      try console.print("\n")
      return
    }
    try printElimination(solution.strictRounds, "strictly")
    if solution.weakRounds.count != solution.strictRounds.count
      || size(solution.weakRounds) != size(solution.strictRounds)
    {
      try printElimination(solution.weakRounds, "weakly")
    }
  }

  private func heading(_ text: String) throws(Failure) {
    try console.print(palette.bold(text) + "\n")
  }

  private func say(_ text: String, indent: Int = 2) throws(Failure) {
    try console.print(paragraph(text, width: width, indent: indent))
  }

  private func printEquilibria() throws(Failure) {
    guard !solution.equilibria.isEmpty else {
      try heading("No pure equilibrium")
      try say("Whatever the outcome, somebody would rather do something else.")
      try console.print("\n")
      return
    }
    for (index, equilibrium) in solution.equilibria.prefix(SolutionText.listed).enumerated() {
      let number =
        solution.equilibria.count == 1 ? "The only pure equilibrium" : "Equilibrium \(index + 1)"
      let kind =
        equilibrium.isStrict
        ? "strict"
        : tolerance > 0
          ? "not strict: somebody loses nothing above the tolerance by leaving it"
          : "not strict: somebody loses nothing by leaving it"
      try heading("\(number) (outcome \(equilibrium.outcome), \(kind))")
      for player in scenario.players.indices {
        let payoff = Wording.number(equilibrium.payoffs[player])
        try say(
          "\(Wording.sentence(wording.strategy(of: player, in: equilibrium.outcome))): \(payoff)"
        )
      }
      if let best = equilibrium.deviations.max(by: { $0.gain < $1.gain }) {
        let loss =
          best.gain < 0
          ? "loses \(Wording.number(-best.gain))" : "gains \(Wording.number(best.gain))"
        try console.print(
          palette.dim(
            paragraph(
              "Certificate, exact: the nearest to leaving is \(scenario.players[best.player].name), which "
                + "\(loss) by \(wording.changes(from: equilibrium.outcome, to: best.outcome)).",
              width: width,
              indent: 2
            )
          )
        )
      }
      try console.print("\n")
    }
    let rest = solution.equilibria.count - SolutionText.listed
    if rest > 0 {
      try say(
        "And \(NumberText.count(rest)) more equilibria; --json and --format csv list them all."
      )
      try console.print("\n")
    }
  }

  private func printPath() throws(Failure) {
    try heading("Play from the status quo")
    if solution.path.isEmpty { try say("Nobody moves: the status quo is an equilibrium.") }
    for (index, step) in solution.path.enumerated() {
      let deed = Wording.sentence(wording.change(by: step.player, from: step.from, to: step.to))
      try say("\(index + 1). \(deed) (\(Wording.signed(step.gain)))")
    }
    if let rest = solution.rest {
      let name = solution.equilibria.firstIndex { $0.outcome == rest }.map { index in
        solution.equilibria.count == 1 ? "the equilibrium" : "equilibrium \(index + 1)"
      }
      try say("Play settles at \(name ?? wording.outcome(rest)).")
    } else {
      try say("Play goes round in a cycle of \(solution.cycle.count) outcomes:")
      for outcome in solution.cycle { try say(wording.outcome(outcome), indent: 4) }
    }
    try console.print("\n")
  }

  private func printTemptations() throws(Failure) {
    try heading("Who would leave the status quo")
    let start = solution.model.statusQuo
    let leaving = solution.temptations.filter { $0.gain > tolerance }
    if leaving.isEmpty { try say("Nobody.") }
    for temptation in leaving {
      let deed = wording.change(by: temptation.player, from: start, to: temptation.outcome)
      try say(
        "\(Wording.sentence(deed)) (\(Wording.signed(temptation.gain))\(reasons(temptation)))"
      )
    }
    let content = scenario.players.indices.filter { player in
      !leaving.contains { $0.player == player }
    }
    if !content.isEmpty, !leaving.isEmpty {
      let names = Wording.list(content.map { scenario.players[$0].name })
      try say("\(Wording.sentence(names)) would stay.")
    }
    try console.print("\n")
  }

  /// What moves a player most, of what it gains and loses by leaving the status quo.
  private func reasons(_ temptation: Solution.Temptation) -> String {
    let explanation = Explanation(
      solution.model,
      player: temptation.player,
      outcome: temptation.outcome,
      versus: solution.model.statusQuo
    )
    let parts = explanation.parts.filter { $0.points.signum != 0 }.sorted {
      $0.points.magnitude > $1.points.magnitude
    }
    guard !parts.isEmpty else { return "" }
    let named = parts.prefix(3).map { part in
      "\(scenario.interests[part.interest].name) \(Wording.signed(part.points))"
    }
    return ": " + named.joined(separator: ", ") + (parts.count > 3 ? ", ..." : "")
  }

  private func printSecurity() throws(Failure) {
    try heading("What each can make sure of alone")
    let levels = zip(scenario.players, solution.securityLevels).map { player, level in
      "\(player.id) \(Wording.number(level.maximin))"
    }
    try say(levels.joined(separator: ", ") + ".")
    try console.print("\n")
  }

  private func printImprovement() throws(Failure) {
    guard let reference = solution.reference else { return }
    try heading("Better for all than where play settles")
    guard let best = solution.bestImprovement else {
      try say(
        solution.isReferenceEfficient == true
          ? "Nothing: the outcome is efficient."
          : "No outcome is better for every player; some is better for one and worse for none."
      )
      try console.print("\n")
      return
    }
    let count = Wording.count(solution.improvements.count, "outcome is", "outcomes are")
    try say(
      "\(count) better for every player. The one that gives the least favoured most: "
        + wording.changes(from: reference, to: best.outcome) + "."
    )
    let gains = zip(scenario.players, best.gains).map { "\($0.id) \(Wording.signed($1))" }
    try say("Gains: \(gains.joined(separator: ", ")).")
    if best.temptations.isEmpty { try say("It is an equilibrium itself.") }
    for temptation in best.temptations {
      let deed = wording.change(by: temptation.player, from: best.outcome, to: temptation.outcome)
      try say("But there \(deed) (\(Wording.signed(temptation.gain))).")
    }
    try console.print("\n")
  }

  private func size(_ rounds: [[Solution.Eliminated]]) -> Int {
    rounds.joined().reduce(0) { $0 + $1.strategies.count }
  }

  private func printElimination(_ rounds: [[Solution.Eliminated]], _ how: String) throws(Failure) {
    try heading("What falls to iterated elimination of \(how) dominated strategies")
    if rounds.isEmpty { try say("Nothing.") }
    for (index, round) in rounds.enumerated() {
      for part in round {
        let name = scenario.players[part.player].id
        var text =
          "Round \(index + 1): \(name) drops \(part.strategies.count) of "
          + "\(part.before) strategies"
        if !part.lostOptions.choices.isEmpty {
          text += "; none is left with \(wording.options(part.lostOptions))"
        }
        if let first = part.strategies.first {
          text +=
            ". For example "
            + wording.changes(from: first.dominator, to: first.strategy) + " loses to "
            + wording.changes(from: first.strategy, to: first.dominator)
        }
        try say(text + ".")
      }
    }
    try console.print("\n")
  }
}
