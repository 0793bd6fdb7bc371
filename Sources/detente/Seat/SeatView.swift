import Documents
import GameTheory
import Negotiation
import Presentation

/// What a person at a seat is told.
struct SeatView {
  private let setting: TalksSetting
  private let player: Int
  private let console: Console
  private let wording: Wording

  /// So many interests are named where not all are asked for.
  private static let shownInterests = 4

  init(_ setting: TalksSetting, _ player: Int, _ console: Console) {
    self.setting = setting
    self.player = player
    self.console = console
    wording = Wording(setting.talks.model.scenario)
  }

  private var talks: Talks { setting.talks }
  private var scenario: Scenario { talks.model.scenario }
  private var width: Int { console.columns }
  private var palette: Palette { console.palette }

  static let help: String = {
    var table = TextTable([TextTable.Column("say"), TextTable.Column("to", wraps: true)])
    for word in SeatOrder.words { table.add([word.form, word.does]) }
    return table.rendered()
  }()

  /// What a person should know before the first turn.
  func welcome(path: String) -> String {
    let best = talks.problem.best(of: player)
    return paragraph(
      "You are \(scenario.players[player].name). Without an agreement you have "
        + "\(Wording.number(talks.reservations[player])) points; your best package is worth "
        + "\(Wording.signed(Rational(exactly: best) - talks.reservations[player])) over that. Say 'help' for what "
        + "you can do. The talks are kept in '\(path)'.",
      width: width
    )
  }

  // MARK: Turns

  /// What happened since the last turn, and what is on the table.
  func turn(_ session: OfferSession, since told: Int) -> String {
    let round = session.round + 1
    var text =
      "\n" + palette.bold("round \(round) of \(talks.problem.rounds)")
      + "\n" + news(session, since: told)
    guard let standing = session.standing else {
      return text + "  Nothing is on the table; an offer starts from no agreement.\n"
    }
    let place = session.trace.lastIndex { $0.action == .offer(standing) }
    let speaker = place.map { session.trace[$0].speaker }
    let whose =
      speaker == player
      ? "your own offer" : speaker.map { "\(scenario.players[$0].name)'s offer" } ?? "an offer"
    // What has just been told is not told again.
    let isToBeTold = (place ?? 0) < told || speaker == player
    text += paragraph(
      "On the table, \(whose)\(agreed(session))" + (isToBeTold ? ": \(changes(standing))" : "."),
      width: width,
      indent: 2
    )
    return text + worth(standing, isWhole: false)
  }

  /// What the others did since a turn.
  func news(_ session: OfferSession, since told: Int) -> String {
    session.trace.dropFirst(told).filter { $0.speaker != player }.map { event in
      let name = Wording.sentence(scenario.players[event.speaker].name)
      switch event.action {
      case .offer(let package):
        return paragraph("\(name) offers: \(changes(package))", width: width, indent: 2)
      case .accept: return "  \(name) accepts what is on the table.\n"
      case .pass: return "  \(name) passes.\n"
      case .walkAway: return "  \(name) walks away.\n"
      }
    }.joined()
  }

  private func agreed(_ session: OfferSession) -> String {
    let supporters = scenario.players.indices.filter {
      session.supporters >> UInt64($0) & 1 != 0 && $0 != player
    }
    let names = supporters.map { scenario.players[$0].name }
    let speaker = session.trace.last { event in
      if case .offer = event.action { true } else { false }
    }?.speaker
    let others = supporters.filter { $0 != speaker }.map { scenario.players[$0].name }
    if names.count > 1, !others.isEmpty { return ", to which \(Wording.list(others)) agreed" }
    return ""
  }

  /// A package by how it differs from no agreement, in words.
  func changes(_ package: Int) -> String {
    let outcome = talks.outcome(of: package)
    let changed = talks.decisions.filter {
      talks.model.game.numbering.option(of: $0, in: outcome)
        != talks.model.game.numbering.option(of: $0, in: talks.base)
    }
    if changed.isEmpty { return "everything as without an agreement" }
    return wording.deeds(in: outcome, changed)
  }

  /// What is on the table in full.
  func package(_ package: Int) -> String {
    let outcome = talks.outcome(of: package)
    var table = TextTable([
      TextTable.Column("decision"), TextTable.Column("option"),
      TextTable.Column("without an agreement"), TextTable.Column("in words", wraps: true),
    ])
    for decision in talks.decisions {
      let option = wording.option(of: decision, in: outcome)
      let other = wording.option(of: decision, in: talks.base)
      table.add([
        scenario.decisions[decision].id, option, other == option ? "" : other,
        wording.deeds(in: outcome, [decision]),
      ])
    }
    return table.rendered(width: width, palette: palette)
  }

  // MARK: Worth

  /// What a package is worth to the person, interest by interest.
  func worth(_ package: Int, isWhole: Bool) -> String {
    let gain = talks.gain(of: player, package)
    let parts = Explanation(
      talks.model,
      player: player,
      outcome: talks.outcome(of: package),
      versus: talks.base
    ).parts.filter { $0.points.signum != 0 }.sorted {
      $0.points.magnitude > $1.points.magnitude
    }
    let shown = isWhole ? parts : Array(parts.prefix(SeatView.shownInterests))
    var text = paragraph(
      "Worth to you: \(Wording.number(talks.payoff(of: player, package))) points, "
        + "\(palette.bold(Wording.signed(gain))) over no agreement"
        + (gain.signum < 0 ? "; you would be better off leaving." : "."),
      width: width,
      indent: 2
    )
    if case .securityLevels = talks.disagreement, !shown.isEmpty {
      text += "  Against the status quo:\n"
    }
    for part in shown {
      text += "    \(pad(Wording.signed(part.points)))  \(scenario.interests[part.interest].name)\n"
    }
    let whole = parts.reduce(Rational(0)) { $0 + $1.points }
    if case .outcome = talks.disagreement, whole != gain {
      text +=
        "    \(pad(Wording.signed(gain - whole)))  your outside option against what stands otherwise\n"
    }
    let rest = parts.dropFirst(shown.count)
    if !rest.isEmpty {
      let sum = rest.reduce(Rational(0)) { $0 + $1.points }
      text += "    \(pad(Wording.signed(sum)))  \(rest.count) more; say 'why'\n"
    }
    return text
  }

  private func pad(_ text: String) -> String {
    String(repeating: " ", count: max(0, 7 - text.count)) + text
  }

  /// Every option of every decision on the table, and what changing to it alone is worth.
  func options(from package: Int) -> String {
    let outcome = talks.outcome(of: package)
    let numbering = talks.model.game.numbering
    var table = TextTable([
      TextTable.Column("decision"), TextTable.Column("option"), TextTable.Column("worth", .right),
      TextTable.Column("in words", wraps: true),
    ])
    for decision in talks.decisions {
      for option in scenario.decisions[decision].options.indices {
        let other = numbering.replacing(decision, with: option, in: outcome)
        let change =
          talks.payoff(of: player, talks.package(of: other)) - talks.payoff(of: player, package)
        table.add([
          option == 0 ? scenario.decisions[decision].id : "",
          scenario.decisions[decision].options[option].id,
          other == outcome ? "now" : Wording.signed(change),
          wording.deeds(in: other, [decision]),
        ])
      }
    }
    return table.rendered(width: width, palette: palette)
  }

  // MARK: Advice

  /// A word on what the person has just done, where it may be a mistake.
  func warning(_ action: OfferAction, _ standing: Int?) -> String? {
    let package: Int? =
      switch action {
      case .offer(let package): package
      case .accept: standing
      case .pass, .walkAway: nil
      }
    guard let package else { return nil }
    let gain = talks.gain(of: player, package)
    guard gain.signum < 0 else { return nil }
    return "  (for you that is \(Wording.number(gain.magnitude)) worse than no agreement)\n"
  }

  /// What the person could do.
  func hint(_ session: OfferSession) -> String {
    guard let hint = session.hint(for: player) else { return "  no hint can be given\n" }
    let expected = scenario.players.indices.filter {
      $0 != player && hint.expectedSupporters >> UInt64($0) & 1 != 0
    }.map { scenario.players[$0].name }
    let support =
      expected.isEmpty
      ? "nobody has yet stood by anything like it"
      : "\(Wording.list(expected)) stood by packages that they seemed to like no better"
    let text =
      switch (hint.action, hint.basis) {
      case (.walkAway, _):
        "No package is worth to you what you have without an agreement: walk away."
      case (.accept, _): "You could accept: you can hardly expect more (\(support))."
      case (.offer(let package), .expectedToPass):
        "You could offer \(options(package)), worth \(worth(package)) to you: \(support)."
      case (.offer(let package), _):
        "You could offer \(options(package)), worth \(worth(package)) to you, though it may not pass: \(support)."
      case (.pass, _): "You could pass."
      }
    return paragraph(text, width: width, indent: 2)
  }

  private func worth(_ package: Int) -> String {
    Wording.signed(talks.gain(of: player, package))
  }

  private func options(_ package: Int) -> String {
    let outcome = talks.outcome(of: package)
    return wording.options(
      talks.decisions.map { ($0, talks.model.game.numbering.option(of: $0, in: outcome)) }
    )
  }

  /// Everything that was said.
  func history(_ session: OfferSession) -> String {
    guard !session.trace.isEmpty else { return "  Nothing was said yet.\n" }
    var table = TextTable([
      TextTable.Column("round", .right), TextTable.Column("player"), TextTable.Column("does"),
      TextTable.Column("package", wraps: true), TextTable.Column("your gain", .right),
    ])
    for event in session.trace {
      let package: Int? = if case .offer(let package) = event.action { package } else { nil }
      let outcome = package.map { talks.outcome(of: $0) }
      table.add([
        "\(event.round + 1)", event.speaker == player ? "you" : scenario.players[event.speaker].id,
        TalksText.deed(event.action),
        outcome.map {
          $0 == talks.base ? "no change" : wording.changes(from: talks.base, to: $0)
        } ?? "",
        package.map { worth($0) } ?? "",
      ])
    }
    return table.rendered(width: width, palette: palette)
  }
}
