import GameTheory
import Negotiation
import Presentation

// What coalitions can do about one outcome.
extension CoalitionsText {
  func text(of examination: Coalitions.Examination) -> String {
    let outcome = examination.outcome
    var text = paragraph(wording.outcome(outcome), width: width, indent: 2)
    text += sentence(verdict(on: examination))
    let smallest = examination.smallest.prefix(CoalitionsText.mostTold)
    for prospect in smallest { text += "\n" + tale(of: prospect, from: outcome) }
    let others = examination.active.filter { prospect in
      !smallest.contains { $0.coalition == prospect.coalition }
    }
    if !others.isEmpty { text += "\n" + table(of: others, from: outcome) }
    text += force(in: examination)
    return text
  }

  /// Whether it holds, and who upsets it.
  private func verdict(on examination: Coalitions.Examination) -> String {
    guard examination.isEquilibrium else {
      let deeds = examination.temptations.map { deviation in
        "\(ids(deviation.coalition)) by "
          + wording.changes(from: examination.outcome, to: deviation.outcome)
          + " (\(Wording.signed(deviation.changes[deviation.coalition.members[0]])))"
      }
      return
        "not an equilibrium: somebody gains by leaving alone. \(deeds.joined(separator: "; "))."
    }
    switch examination.isStrong {
    case true?:
      return "a strong equilibrium: no coalition has a joint deviation that pays every member."
    case nil:
      return "an equilibrium; of the coalitions that were looked at, those of up to "
        + "\(coalitions.consideredSize) players and that of all, none has a joint deviation that pays every member. "
        + "Whether it is strong is not known."
    case false?: break
    }
    let count = Wording.count(
      examination.prospects.count,
      "coalition has",
      "coalitions have"
    )
    let start =
      "an equilibrium, but not a strong one: \(count) a joint deviation that pays every member."
    if coalitions.coalitionProof == nil { return start }
    if let upset = examination.upset {
      return start + " Nor is it coalition-proof: \(words(upset.coalition)) would keep to "
        + "\(wording.changes(from: examination.outcome, to: upset.outcome))."
    }
    return start
      + " It is coalition-proof: each of them would be left again by some of those who made it."
  }

  /// What a coalition does together, in sentences.
  private func tale(of prospect: Coalitions.Prospect, from outcome: Int) -> String {
    let best = prospect.best
    let deeds = best.movers.members.map {
      wording.change(by: $0, from: outcome, to: best.outcome)
    }.joined(separator: "; ")
    var text = paragraph(palette.bold(ids(best.coalition)), width: width, indent: 2)
    text += sentence(deeds + ".", indent: 4)
    let members = best.coalition.members
    let others = scenario.players.indices.filter { !best.coalition.includes($0) }
    var effects = "Gains: \(gains(best.changes, of: members))."
    let losers = others.filter { best.changes[$0] < 0 }
    let rest = others.filter { best.changes[$0] >= 0 }
    if losers.isEmpty {
      if !rest.isEmpty { effects += " Nobody else loses: \(gains(best.changes, of: rest))." }
    } else {
      let list = losers.map { "\(name($0)) (\(Wording.signed(best.changes[$0])))" }
      effects += " At the expense of \(Wording.list(list))."
      if !rest.isEmpty { effects += " Others: \(gains(best.changes, of: rest))." }
    }
    text += sentence(effects, indent: 4)
    text += sentence(duration(of: prospect), indent: 4)
    return text
  }

  private func duration(of prospect: Coalitions.Prospect) -> String {
    if let lasting = prospect.lasting {
      if lasting.outcome == prospect.best.outcome {
        return "It would last: no part of the coalition would leave it again."
      }
      let changes = wording.changes(from: prospect.best.outcome, to: lasting.outcome)
      return "It would not last, but with \(changes) it would: "
        + "\(gains(lasting.changes, of: lasting.coalition.members))."
    }
    guard let next = prospect.next else {
      return
        "\(Wording.count(prospect.count, "joint deviation pays", "joint deviations pay")) them all."
    }
    let deed = wording.changes(from: prospect.best.outcome, to: next.outcome)
    return "It would not last: \(words(next.coalition)) would go on to \(deed) "
      + "(\(gains(next.changes, of: next.coalition.members)))."
  }

  /// The other coalitions, a row for each.
  private func table(of prospects: [Coalitions.Prospect], from outcome: Int) -> String {
    var table = TextTable([
      TextTable.Column("also", wraps: true), TextTable.Column("by", wraps: true),
      TextTable.Column("who else loses", wraps: true), TextTable.Column("lasts"),
    ])
    for prospect in prospects.prefix(CoalitionsText.mostRows) {
      let losers = prospect.best.losers
      table.add([
        ids(prospect.coalition), wording.changes(from: outcome, to: prospect.best.outcome),
        losers.isEmpty ? "" : gains(prospect.best.changes, of: losers),
        coalitions.coalitionProof == nil ? "" : lasts(prospect),
      ])
    }
    return table.rendered(width: width, palette: palette)
      + more(prospects.count - CoalitionsText.mostRows)
  }

  private func lasts(_ prospect: Coalitions.Prospect) -> String {
    guard let lasting = prospect.lasting else { return "no" }
    return lasting.outcome == prospect.best.outcome ? "yes" : "another"
  }

  /// Who can make sure of more, whatever the others do.
  private func force(in examination: Coalitions.Examination) -> String {
    guard let blocking = examination.blocking else { return "" }
    guard let first = blocking.first else {
      return "\n"
        + sentence(
          "no coalition can make sure of more for each of its members: the outcome is in the alpha-core."
        ) + reply(examination)
    }
    let smallest = examination.smallestBlocking ?? []
    var list = smallest.map { ids($0.coalition) }.joined(separator: "; ")
    if smallest.count < blocking.count { list += "; and larger ones with them" }
    let gains = zip(first.coalition.members, first.gains).map {
      "\(scenario.players[$0].id) \(Wording.signed($1))"
    }.joined(separator: ", ")
    let changes = wording.changes(from: examination.outcome, to: first.outcome)
    return "\n"
      + sentence(
        "some can make sure of more for each member, whatever the others do (they alpha-block it): \(list). "
          + "\(Wording.sentence(words(first.coalition))) by \(changes): at least \(gains)."
      ) + reply(examination)
  }

  private func reply(_ examination: Coalitions.Examination) -> String {
    guard let others = examination.blockingInReply, !others.isEmpty else { return "" }
    return sentence(
      "only knowing what the others do (beta-blocked) by: "
        + others.prefix(CoalitionsText.mostTold).map { ids($0) }.joined(separator: "; ")
        + (others.count > CoalitionsText.mostTold
          ? "; and \(others.count - CoalitionsText.mostTold) more." : ".")
    )
  }
}
