import GameTheory
import Negotiation

/// `detente forecast`: where positions go, by models that disagree.
struct ForecastCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let settings = try self.settings()
    let read = session.read(parsed.positionals, ScenarioSession.Wishes())
    guard let scenario = read.scenarios.first else { throw Failure(read.failure ?? .badData) }
    guard !scenario.continua.isEmpty else {
      session.console.complain(
        "\(scenario.file) has no section 'forecast': it says nowhere who stands where"
      )
      session.console.say(ForecastCommand.example(for: scenario))
      return .badData
    }
    let changed = try ForecastChanges.apply(parsed.strings("--set"), to: scenario, session)
    let request = ForecastReport.Request(
      continua: try continua(scenario),
      settings: settings,
      changes: parsed.strings("--set"),
      draws: parsed.integer("--draws") ?? 500,
      seed: UInt64(parsed.integer("--seed") ?? 1),
      threads: parsed.integer("--jobs") ?? processorCount(),
      showsRounds: parsed.has("--rounds")
    )
    let report: ForecastReport
    do throws(SpatialMistake) {
      report = try ForecastReport(changed, request)
    } catch {
      // Numbers were checked when the scenario was read, and options when they were.
      throw Failure(.internalFault, "the models refuse \(scenario.file): \(error)")
    }
    try session.print(ForecastText(report, session.console))
    return .yes
  }

  /// What models leave open, as the options have it.
  private func settings() throws(Failure) -> Forecast.Settings {
    var settings = Forecast.Settings()
    let asked = parsed.strings("--reading")
    if !asked.isEmpty {
      settings.models = Forecast.Model.allCases.filter { asked.contains($0.rawValue) }
    }
    try session.fail(idle(settings.models))
    settings.conflict = parsed.string("--conflict") == "stays" ? .nobodyMoves : .loserMoves
    settings.roundLimit = parsed.integer("--limit") ?? settings.roundLimit
    settings.restRounds = parsed.integer("--rest") ?? settings.restRounds
    if let word = parsed.string("--victory"), let model = ForecastCommand.victories[word] {
      settings.politics.victoryModel = model
    }
    if let word = parsed.string("--voting"), let rule = ForecastCommand.votes[word] {
      settings.politics.votingRule = rule
    }
    if let word = parsed.string("--discount") {
      guard let discount = Rational(decimal: word), discount >= 0,
        discount.toDouble() < 1
      else {
        throw Failure(
          .usage,
          "--discount is how probable it is that talks go on after a round: a decimal number of at least 0 and "
            + "below 1, not \(word)"
        )
      }
      settings.discount = discount.toDouble()
    }
    return settings
  }

  /// Options of models that are not asked for.
  private func idle(_ models: [Forecast.Model]) -> [String] {
    var mistakes: [String] = []
    if !models.contains(.spatial) {
      for option in ["--victory", "--voting"] where parsed.has(option) {
        mistakes.append("\(option) goes with the reading spatial")
      }
    }
    if models.allSatisfy({ $0.reading == nil }) {
      for option in ["--conflict", "--rest"] where parsed.has(option) {
        mistakes.append("\(option) goes with the readings paper, net and code")
      }
    }
    return mistakes
  }

  static let victories: [String: VictoryModel] = [
    "linear": .linear, "square": .square, "quartic": .quartic, "octic": .octic, "binary": .binary,
  ]

  static let votes: [String: VotingRule] = [
    "proportional": .proportional, "binary": .binary, "proportional-binary": .proportionalBinary,
    "cubic": .cubic, "proportional-cubic": .proportionalCubic, "asymmetric": .asymmetric,
  ]

  /// Which continua are asked for, ascending.
  private func continua(_ scenario: Scenario) throws(Failure) -> [Int] {
    let asked = parsed.strings("--continuum")
    guard !asked.isEmpty else { return Array(scenario.continua.indices) }
    let known = scenario.continua.map { $0.id }
    try session.fail(
      asked.filter { !known.contains($0) }.map { name in
        "--continuum: there is no continuum '\(name)'" + suggestion(for: name, among: known)
      }
    )
    return scenario.continua.indices.filter { asked.contains(known[$0]) }
  }

  /// What to add to a scenario without the section.
  private static func example(for scenario: Scenario) -> String {
    let players = zip(scenario.players, [60, 20]).map { player, position in
      let id = player.id.contains("-") ? "\"\(player.id)\"" : player.id
      return "\(id): { position: \(position), salience: 80, capability: 100, "
        + "because: [\"assumption: ...\"] },\n"
    }
    let decision = scenario.decisions[0]
    return """
      Add for instance
        forecast: [{
          id: "issue", name: "\(decision.name)", range: [0, 100], decision: "\(decision.id)",
          positions: {
            \(players.joined(separator: "      "))    },
        }],
      and see Documentation/forecasts.md. In the range: position; 0 to 100: salience; capability in any unit.

      """
  }
}
