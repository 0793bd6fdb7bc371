import GameTheory
import Negotiation

/// `detente negotiate`: talks over time, played by the program or with a person at a seat.
struct NegotiateCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    try session.fail(conflicts)
    if let path = parsed.string("--resume") ?? parsed.string("--replay") {
      return try SeatCommand(session).goOn(from: path)
    }
    let model = try session.model(parsed.positionals[0], session.wishes(parsed.occurrences))
    session.noteInfeasible(model.scenario)
    let setting = try TalksSetting(model, session)
    if parsed.has("--as") { return try SeatCommand(session).begin(setting) }
    if parsed.has("--tournament") { return try tournament(setting) }
    if parsed.has("--mediated") { return try mediation(setting) }
    let words = try setting.negotiators()
    let result: OfferResult
    do throws(OfferError) {
      result = try OfferSession.run(
        setting.talks.problem,
        words.map { $0.negotiator },
        seed: setting.seed
      )
    } catch {
      throw Failure(.internalFault, "the talks cannot be held: \(error)")
    }
    let report = TalksReport(setting.talks, words, result)
    try session.print(
      TalksText(report, setting, session.console, isTraced: parsed.has("--trace"))
    )
    return result.agreement == nil ? .no : .yes
  }

  /// Options that do not go together.
  private var conflicts: [String] {
    let modes = ["--as", "--tournament", "--mediated", "--replay", "--resume"].filter(parsed.has)
    var mistakes: [String] = []
    if modes.count > 1 {
      mistakes.append("\(modes[0]) and \(modes[1]) do not go together; choose one")
    }
    func demand(_ options: [String], _ modes: [String]) {
      guard !modes.contains(where: parsed.has) else { return }
      for option in options where parsed.has(option) {
        mistakes.append("\(option) goes with \(modes.joined(separator: " or "))")
      }
    }
    demand(["--strategies", "--games", "--repeat", "--jobs"], ["--tournament"])
    demand(["--mediator", "--proposals", "--breadth"], ["--mediated"])
    demand(["--opponents"], ["--as"])
    demand(["--save"], ["--as", "--resume"])
    func refuse(_ options: [String], _ mode: String) {
      guard parsed.has(mode) else { return }
      for option in options where parsed.has(option) {
        mistakes.append("\(option) does not go with \(mode)")
      }
    }
    refuse(["--negotiators", "--trace"], "--tournament")
    refuse(["--negotiators", "--rounds", "--trace"], "--mediated")
    if parsed.has("--force"), !parsed.has("--save") { mistakes.append("--force goes with --save") }
    if parsed.has("--replay") || parsed.has("--resume") {
      let mode = parsed.has("--replay") ? "--replay" : "--resume"
      for option in SavedTalks.keptOptions where option != "--as" && parsed.has(option) {
        mistakes.append("\(option) does not go with \(mode): the saved talks say it")
      }
    }
    return mistakes
  }

  private func tournament(_ setting: TalksSetting) throws(Failure) -> ExitCode {
    let tournament = try TournamentRun(setting, session)
    let report = tournament.run()
    try session.print(TournamentText(report, setting, session.console))
    return .yes
  }

  private func mediation(_ setting: TalksSetting) throws(Failure) -> ExitCode {
    let report = try MediationReport(setting, session)
    try session.print(MediationText(report, setting, session.console))
    return report.result.isAgreement && !report.isNothing ? .yes : .no
  }
}
