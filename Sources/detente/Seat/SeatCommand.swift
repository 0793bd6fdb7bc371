import Documents
import GameTheory
import Glibc
import Negotiation

/// Talks with a person at one seat: begun, gone on with, or looked at again.
struct SeatCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ session: ScenarioSession) {
    self.session = session
  }

  /// Begins talks.
  func begin(_ setting: TalksSetting) throws(Failure) -> ExitCode {
    guard parsed.positionals[0] != "-" else {
      throw Failure(
        .usage,
        "--as listens to standard input, so the scenario cannot come from there"
      )
    }
    let scenario = setting.talks.model.scenario
    let player = try player(scenario)
    let words = try setting.negotiators()
    let path =
      parsed.string("--save") ?? SeatCommand.freePath(scenario, scenario.players[player].id)
    try checkSaving()
    let saved = SavedTalks(setting, parsed)
    let talks = try self.talks(setting, words, player)
    let keeper = TalksKeeper(path: path, setting: setting)
    try keeper.keep(saved, isOver: false)
    return try SeatLoop(setting, words, player, talks, saved, keeper, session).run()
  }

  /// Goes on with talks that were kept, or looks at them again.
  func goOn(from path: String) throws(Failure) -> ExitCode {
    let file = try SavedTalksFile(path)
    // What was asked for then is asked for again; how to print it is asked for now.
    var parsed = parsed
    parsed.occurrences += file.options
    let session = try ScenarioSession(parsed, session.console)
    if parsed.string("--save").map({ !SafeFile.isSame($0, path) }) == true { try checkSaving() }
    let model = try session.model(parsed.positionals[0], session.wishes(parsed.occurrences))
    let setting = try TalksSetting(model, session)
    guard SavedTalks.hash(of: setting) == file.run else {
      throw Failure(
        .badData,
        "'\(path)' is of other talks: the scenario, or what was asked for, is not as it was then"
      )
    }
    let command = SeatCommand(session)
    let player = try command.player(model.scenario)
    let words = try setting.negotiators()
    var talks = try command.talks(setting, words, player)
    var saved = SavedTalks(setting, parsed)
    try command.repeatActions(of: file, from: path, setting, &talks, &saved)
    let loop = SeatLoop(
      setting,
      words,
      player,
      talks,
      saved,
      TalksKeeper(path: parsed.string("--save") ?? path, setting: setting),
      session
    )
    return parsed.has("--replay") ? try loop.look() : try loop.run()
  }

  /// Does again what was done in talks that were kept; fails where that goes otherwise than it went then.
  private func repeatActions(
    of file: SavedTalksFile,
    from path: String,
    _ setting: TalksSetting,
    _ talks: inout OfferSession,
    _ saved: inout SavedTalks
  ) throws(Failure) {
    for (number, action) in file.actions.enumerated() {
      talks.advance()
      let action = try self.action(action, setting, path)
      do throws(OfferError) {
        try talks.apply(action)
      } catch {
        throw Failure(.badData, "'\(path)': action \(number + 1) could not have been done")
      }
      saved.actions.append(action)
      saved.checksum = talks.writtenChecksum
    }
    guard saved.checksum == file.checksum else {
      throw Failure(
        .badData,
        "'\(path)': talks do not go as they went then; the file was changed, or another version of the program "
          + "wrote it"
      )
    }
  }

  /// Refuses to keep talks in place of something else.
  private func checkSaving() throws(Failure) {
    guard let path = parsed.string("--save"), access(path, F_OK) == 0 else { return }
    if SafeFile.isSame(path, parsed.positionals[0]) || session.inputs.contains(path) {
      throw Failure(.cannotCreate, "'\(path)' is the scenario; choose another --save")
    }
    guard parsed.has("--force") else {
      throw Failure(
        .cannotCreate,
        "'\(path)' is there already; choose another --save, or replace it with --force"
      )
    }
  }

  /// The player whose seat is taken.
  private func player(_ scenario: Scenario) throws(Failure) -> Int {
    try ScenarioWords(scenario).player(parsed.string("--as") ?? "", for: "--as")
  }

  private func talks(
    _ setting: TalksSetting,
    _ words: [NegotiatorWord],
    _ player: Int
  ) throws(Failure) -> OfferSession {
    do throws(OfferError) {
      return try OfferSession(
        setting.talks.problem,
        seats: words.enumerated().map { $0 == player ? nil : $1.negotiator },
        seed: setting.seed
      )
    } catch {
      throw Failure(.internalFault, "the talks cannot be held: \(error)")
    }
  }

  private func action(
    _ action: SavedTalksFile.SavedAction,
    _ setting: TalksSetting,
    _ path: String
  ) throws(Failure) -> OfferAction {
    switch action {
    case .other(let action): return action
    case .offer(let words):
      let options: Options
      do throws(Failure) {
        options = try ScenarioWords(setting.talks.model.scenario).options(words, for: "'\(path)'")
      } catch {
        throw Failure(.badData, error.message)
      }
      let outcome = setting.talks.model.applying(options, to: setting.talks.base)
      return .offer(setting.talks.package(of: outcome))
    }
  }

  /// A name that no file has.
  private static func freePath(_ scenario: Scenario, _ player: String) -> String {
    var name = scenario.file.split(separator: "/").last.map { String($0) } ?? "scenario"
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    if name == "-" { name = "scenario" }
    var number = 1
    while true {
      let path = "\(name).\(player)" + (number > 1 ? ".\(number)" : "") + ".talks.json"
      if access(path, F_OK) != 0 { return path }
      number += 1
    }
  }
}

/// Where talks are kept.
struct TalksKeeper {
  let path: String
  let setting: TalksSetting

  /// Writes the talks as they are.
  func keep(_ saved: SavedTalks, isOver: Bool) throws(Failure) {
    let talks = setting.talks
    let wording = Wording(talks.model.scenario)
    let text = saved.json(
      { package in
        let outcome = talks.outcome(of: package)
        return wording.options(
          talks.decisions.map { ($0, talks.model.game.numbering.option(of: $0, in: outcome)) }
        )
      },
      isOver: isOver
    ).rendered()
    try SafeFile.write([Array((text + "\n").utf8)], to: path)
  }
}
