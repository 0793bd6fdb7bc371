import GameTheory
import Negotiation
import Presentation

// For whom an outcome is stable, and why.
extension StabilityText {
  func text(on verdict: Stability.Verdict) -> String {
    var text = say(difference(of: verdict.state))
    var table = TextTable(
      [TextTable.Column("player")] + stability.concepts.map { TextTable.Column($0.title) }
    )
    for (mover, player) in stability.movers.enumerated() {
      table.add(
        [scenario.players[player].id]
          + stability.tables.map { mark($0?.isStable(verdict.state, for: mover)) }
      )
    }
    text += table.rendered(width: width, palette: palette)
    for sentence in words.sentences(on: verdict) { text += say(sentence) }
    for sentence in coalitions(verdict) { text += say(sentence) }
    return text
  }

  /// The outcome as it differs from the status quo, where there is one to differ from.
  private func difference(of state: Int) -> String {
    guard let start = stability.state(of: stability.model.statusQuo), start != state else {
      return wording.outcome(stability.outcome(of: state))
    }
    return words.changes(from: start, to: state)
  }

  /// What coalitions of two or more would do.
  private func coalitions(_ verdict: Stability.Verdict) -> [String] {
    guard let found = verdict.coalitions else {
      return stability.movers.count > 1
        ? [
          "What coalitions could do is left out: there are too many outcomes, or players. Hold decisions with "
            + "--fix or --decisions."
        ]
        : []
    }
    let joint = found.map { concept, objections in
      (concept, objections.filter { $0.coalition.count > 1 })
    }
    guard !joint.isEmpty else { return [] }
    let all = (1 << stability.movers.count) - stability.movers.count - 1
    let counts = joint.map { "\($0.1.count) by \(StabilityTest.basic($0.0).title)" }
    guard let first = joint.first(where: { !$0.1.isEmpty }) else {
      return [
        all == 1
          ? "Together they have nothing to gain that would not be answered."
          : "None of \(all) coalitions of two or more has anything to gain that would not be answered."
      ]
    }
    var sentences = [
      all == 1
        ? "Together they would leave: \(Wording.list(counts.map { "\($0)" }))."
        : "Of \(all) coalitions of two or more would leave together: \(Wording.list(counts))."
    ]
    if all == 1 { sentences = [] }
    // The objection that stands by most concepts says most.
    let last = joint.last { !$0.1.isEmpty } ?? first
    for (concept, objections) in last.0 == first.0 ? [first] : [first, last] {
      if let sentence = sentence(on: objections[0], concept, verdict.state) {
        sentences.append(sentence)
      }
    }
    return sentences
  }

  /// `Russia and China leave together (SEQ): Russia …, then China … (+1 and +0.5).`
  private func sentence(
    on objection: CoalitionObjection,
    _ concept: StabilityConcept,
    _ state: Int
  ) -> String? {
    guard let end = objection.path.last?.state else { return nil }
    let members = objection.coalition.members
    let gains = members.compactMap { stability.gain(of: $0, from: state, to: end) }
    let worth =
      gains.count == members.count
      ? " (\(Wording.list(gains.map { Wording.signed($0) })))" : ""
    let names = Wording.sentence(words.names(members))
    return "\(names) together leave by \(StabilityTest.basic(concept).title): "
      + "\(words.path(from: state, objection.path))\(worth)."
  }
}
