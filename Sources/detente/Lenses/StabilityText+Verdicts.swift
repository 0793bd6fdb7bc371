import GameTheory
import Negotiation
import Presentation

// For whom an outcome is stable, and why.
extension StabilityText {
  func text(on verdict: Stability.Verdict, at place: StabilityReport.Place) -> String {
    var text = ""
    // The heading of an outcome asked for says already how it differs from the status quo.
    if !isTold(place) { text += say(difference(of: verdict.state)) }
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
    let ahead = stability.concepts.flatMap { words.sentences(on: $0, at: verdict.state) }
    for sentence in ahead + coalitions(verdict) { text += say(sentence) }
    return text
  }

  private func isTold(_ place: StabilityReport.Place) -> Bool {
    guard case .asked = place.kind, let start = stability.state(of: stability.model.statusQuo)
    else { return false }
    return start != place.state
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
      return stability.movers.count > 1 && stability.graph.stateCount > 1
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
    let counts = joint.enumerated().map { index, part in
      "\(part.1.count) \(index == 0 ? "would leave " : "")by \(StabilityTest.basic(part.0).title)"
    }
    guard joint.contains(where: { !$0.1.isEmpty }) else {
      // Where even Nash finds none, there is nothing to answer.
      let what = joint[0].0 == .nash ? "" : " that would not be answered"
      return [
        all == 1
          ? "Together they have nothing to gain\(what)."
          : "None of \(all) coalitions of two or more has anything to gain for all of it\(what)."
      ]
    }
    var sentences =
      all == 1 ? [] : ["Of \(all) coalitions of two or more, \(Wording.list(counts))."]
    for (objection, concepts) in told(joint) {
      if let sentence = sentence(on: objection, concepts, verdict.state) {
        sentences.append(sentence)
      }
    }
    return sentences
  }

  /// For each concept the objection of the smallest coalition, in which everybody moves if there is one; the same
  /// objection is told once.
  private func told(
    _ joint: [(StabilityConcept, [CoalitionObjection])]
  ) -> [(objection: CoalitionObjection, concepts: [StabilityConcept])] {
    var told: [(objection: CoalitionObjection, concepts: [StabilityConcept])] = []
    for (concept, objections) in joint {
      let whole = objections.first { Coalition(members: $0.path.map { $0.mover }) == $0.coalition }
      guard let objection = whole ?? objections.first else { continue }
      if let index = told.firstIndex(where: { $0.objection == objection }) {
        told[index].concepts.append(concept)
      } else {
        told.append((objection, [concept]))
      }
    }
    return told
  }

  /// Who leaves together, by which concepts, how, and what each of them gains.
  private func sentence(
    on objection: CoalitionObjection,
    _ concepts: [StabilityConcept],
    _ state: Int
  ) -> String? {
    guard let end = objection.path.last?.state else { return nil }
    let members = objection.coalition.members
    let gains = members.compactMap { stability.gain(of: $0, from: state, to: end) }
    let worth =
      gains.count == members.count
      ? " (\(Wording.list(gains.map { Wording.signed($0) })))" : ""
    let names = Wording.sentence(words.names(members))
    let titles = Wording.list(concepts.map { StabilityTest.basic($0).title })
    return "\(names) together leave by \(titles): "
      + "\(words.path(from: state, objection.path))\(worth)."
  }
}
