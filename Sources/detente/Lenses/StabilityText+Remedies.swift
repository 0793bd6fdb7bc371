import GameTheory
import Negotiation
import Presentation

// What would make an outcome stable.
extension StabilityText {
  /// Changes of one player's ranking that are told in the same words, by several concepts.
  private struct Change {
    let remedy: Stability.Remedy
    var concepts: [StabilityConcept]
    /// The smallest sets of outcomes that could fall instead, where they are the same by all concepts.
    var falls: [[Int]]?
    /// Their size, where that is the same.
    var size: Int?
  }

  func text(on remedies: StabilityReport.Remedies) -> String {
    let place = StabilityReport.Place(state: remedies.state, kind: .asked)
    var text = content(remedies.found.filter { $0.isStable })
    let changes = changes(remedies.found.filter { !$0.isStable })
    for (index, change) in changes.enumerated() {
      text += say("\(index + 1). " + sentence(on: change, remedies.state))
    }
    if changes.isEmpty { text += say("Nothing has to change.") }
    return section("what would make it stable: \(name(of: place))", text)
  }

  private func changes(_ remedies: [Stability.Remedy]) -> [Change] {
    var changes: [Change] = []
    for remedy in remedies {
      var falls: [[Int]]?
      if case .exact(let sets) = remedy.falls { falls = sets }
      let index = changes.firstIndex {
        $0.remedy.mover == remedy.mover && $0.remedy.raise == remedy.raise
          && $0.remedy.stillUnstable == remedy.stillUnstable
      }
      if let index {
        changes[index].concepts.append(remedy.concept)
        if changes[index].falls != falls { changes[index].falls = nil }
        if changes[index].size != falls?.first?.count { changes[index].size = nil }
      } else {
        changes.append(
          Change(
            remedy: remedy,
            concepts: [remedy.concept],
            falls: falls,
            size: falls?.first?.count
          )
        )
      }
    }
    return changes
  }

  /// For whom it is stable already, those together for whom it is by the same concepts.
  private func content(_ stable: [Stability.Remedy]) -> String {
    var groups: [(concepts: [StabilityConcept], movers: [Int])] = []
    for mover in stability.movers.indices {
      let concepts = stable.filter { $0.mover == mover }.map { $0.concept }
      guard !concepts.isEmpty else { continue }
      if let index = groups.firstIndex(where: { $0.concepts == concepts }) {
        groups[index].movers.append(mover)
      } else {
        groups.append((concepts, [mover]))
      }
    }
    return groups.map { concepts, movers in
      let titles = concepts.map { StabilityTest.basic($0).title }
      return say(
        "\(Wording.sentence(words.names(movers))) \(movers.count == 1 ? "is" : "are") content already by "
          + "\(Wording.list(titles))."
      )
    }.joined()
  }

  private func sentence(on change: Change, _ state: Int) -> String {
    let remedy = change.remedy
    guard let level = remedy.level else { return "" }
    let titles = Wording.list(change.concepts.map { StabilityTest.basic($0).title })
    let worth =
      stability.gain(of: remedy.mover, from: state, to: level).map {
        "which is worth \(Wording.number($0)) more to it"
      } ?? "which it prefers"
    let passed = remedy.raise.passed.count
    var text =
      "\(titles): if \(words.name(remedy.mover)) liked it as much as it likes "
      + "\(words.changes(from: state, to: level)), \(worth)."
    text +=
      passed == 1
      ? " No other outcome comes between them."
      : " It would pass or meet \(NumberText.count(passed)) outcomes that are better now."
    if let size = change.size, passed > 1 || size > 1 {
      text +=
        " Or \(Wording.count(size, "outcome", "outcomes")) would have to be worth no more than it"
        + "\(examples(change.falls ?? [], state))."
    }
    let rest = remedy.stillUnstable
    let whole = " Then it is an equilibrium."
    return text
      + (rest.isEmpty ? whole : " \(Wording.sentence(words.names(rest))) would still leave.")
  }

  /// The outcomes that would have to fall, where they are few.
  private func examples(_ sets: [[Int]], _ state: Int) -> String {
    guard let first = sets.first, first.count <= 3 else { return "" }
    let names = first.map { words.changes(from: state, to: $0) }
    return ": " + names.joined(separator: "; ")
      + (sets.count > 1 ? " (one way of \(sets.count))" : "")
  }
}
