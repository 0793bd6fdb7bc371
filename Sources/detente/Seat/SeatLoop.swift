import Documents
import GameTheory
import Glibc
import Negotiation
import Presentation

/// The talks as a person at a seat goes through them, line by line.
struct SeatLoop {
  private let setting: TalksSetting
  private let words: [NegotiatorWord?]
  private let player: Int
  private var talks: OfferSession
  private var saved: SavedTalks
  private let keeper: TalksKeeper
  private let session: ScenarioSession
  private let view: SeatView
  private var console: Console { session.console }
  /// How many turns were told.
  private var told = 0

  init(
    _ setting: TalksSetting,
    _ words: [NegotiatorWord],
    _ player: Int,
    _ talks: OfferSession,
    _ saved: SavedTalks,
    _ keeper: TalksKeeper,
    _ session: ScenarioSession
  ) {
    self.setting = setting
    self.words = words.enumerated().map { $0 == player ? nil : $1 }
    self.player = player
    self.talks = talks
    self.saved = saved
    self.keeper = keeper
    self.session = session
    view = SeatView(setting, player, session.console)
  }

  /// Goes on to the end of the talks, or of what the person has to say.
  func run() throws(Failure) -> ExitCode {
    var loop = self
    return try loop.play()
  }

  /// Shows what was done so far, and the debrief if the talks are over.
  func look() throws(Failure) -> ExitCode {
    var talks = talks
    talks.advance()
    guard let result = talks.result else {
      try session.print(unfinished(talks))
      console.note("the talks are not over; go on with --resume")
      return .resumable
    }
    return try debrief(result)
  }

  private mutating func play() throws(Failure) -> ExitCode {
    let signals = SeatSignals()
    defer { signals.cancel() }
    if session.format == .table {
      try console.print(TalksText.heading(setting, console) + view.welcome(path: keeper.path))
    }
    // What was done before is in the history; the news begin after the person's last turn.
    told = (talks.trace.lastIndex { $0.speaker == player } ?? -1) + 1
    talks.advance()
    while talks.result == nil {
      try tell(view.turn(talks, since: told))
      told = talks.trace.count
      guard try takeTurn() else { return try leave() }
      talks.advance()
    }
    guard let result = talks.result else { return .internalFault }
    try tell(view.news(talks, since: told))
    try keeper.keep(saved, isOver: true)
    return try debrief(result)
  }

  /// Asks until something is done; false where the person stops.
  private mutating func takeTurn() throws(Failure) -> Bool {
    while true {
      guard let line = try ask() else { return false }
      let standing = talks.standing ?? setting.talks.package(of: setting.talks.base)
      switch SeatOrder(line, setting, from: standing) {
      case .act(let action):
        if try act(action) { return true }
      case .insist:
        if let own = talks.lastOffer(of: player) {
          if try act(.offer(own)) { return true }
        } else {
          try tell("  you have made no offer yet\n")
        }
      case .quit: return false
      case .nothing: continue
      case .hint: try tell(view.hint(talks))
      case .look: try tell(view.package(standing))
      case .why: try tell(view.worth(standing, isWhole: true))
      case .options: try tell(view.options(from: standing))
      case .history: try tell(view.history(talks))
      case .help: try tell(SeatView.help)
      case .unclear(let message): try tell("  \(message)\n")
      }
    }
  }

  private mutating func act(_ action: OfferAction) throws(Failure) -> Bool {
    let standing = talks.standing
    do throws(OfferError) {
      try talks.apply(action)
    } catch {
      try tell("  there is nothing on the table yet; make an offer\n")
      return false
    }
    saved.actions.append(action)
    saved.checksum = talks.writtenChecksum
    try keeper.keep(saved, isOver: false)
    if let warning = view.warning(action, standing) { try tell(warning) }
    return true
  }

  /// Talks are told as they go only where no program reads along.
  private func tell(_ text: String) throws(Failure) {
    if session.format == .table { try console.print(text) }
  }

  private func ask() throws(Failure) -> String? {
    let isTerminal = isatty(0) != 0
    try tell("\(console.palette.bold("you>")) ")
    try console.flush()
    guard let line = (readLine()?.prefix(400)).map({ String($0).printable }) else {
      try tell("\n")
      return nil
    }
    // From a pipe what is said stands in the transcript; on a terminal it is there already.
    if !isTerminal { try tell("\(line)\n") }
    return line
  }

  private func unfinished(_ talks: OfferSession) -> UnfinishedTalksText {
    UnfinishedTalksText(
      setting: setting,
      console: console,
      player: player,
      talks: talks,
      path: keeper.path
    )
  }

  private func leave() throws(Failure) -> ExitCode {
    // A person has seen all of it.
    if session.format != .table { try session.print(unfinished(talks)) }
    console.note(
      "the talks are kept in '\(keeper.path)'; go on with: detente negotiate "
        + "\(setting.talks.model.scenario.file.quoted) --resume \(keeper.path.quoted)"
    )
    return .resumable
  }

  private func debrief(_ result: OfferResult) throws(Failure) -> ExitCode {
    let report = TalksReport(setting.talks, words, result)
    let isTraced = session.parsed.has("--trace")
    try session.print(DebriefText(report, setting, player, console, isTraced: isTraced))
    return result.agreement == nil ? .no : .yes
  }
}

extension OfferSession {
  /// The package that a party offered last.
  func lastOffer(of party: Int) -> Int? {
    for event in trace.reversed() where event.speaker == party {
      if case .offer(let package) = event.action { return package }
    }
    return nil
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var quoted: String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./+=:@%"
    return allSatisfy(plain.contains)
      ? self
      : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
  }
}
