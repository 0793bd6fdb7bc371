import GameTheory
import Negotiation
import Presentation

// Where the status quo can lead, and what would make an outcome stable.
extension StabilityText {
  var ways: String {
    guard let reaches = report.reaches, let start = stability.state(of: stability.model.statusQuo)
    else { return say("Nowhere: it cannot be.") }
    var table = TextTable([
      TextTable.Column("step", .right), TextTable.Column("by moves that pay", .right),
      TextTable.Column("by moves at all", .right),
    ])
    let last = (reaches.map { $0.layers.count }.max() ?? 0) - 1
    for steps in StabilityText.rows(upTo: last) {
      let name =
        steps.count == 1 ? "\(steps.lowerBound)" : "\(steps.lowerBound) to \(steps.upperBound)"
      table.add(
        [name]
          + reaches.map { reach in
            let found = reach.layers.dropFirst(steps.lowerBound).prefix(steps.count)
            return found.isEmpty ? "" : NumberText.count(found.reduce(0, +))
          }
      )
    }
    var text = say("Outcomes first reached in so many moves, nobody moving twice in a row:")
    text += table.rendered(width: width, palette: palette)
    text += say("Outcomes that last, and the fewest moves to the first of them:")
    text += lasting(reaches)
    for (index, place) in report.places.enumerated() where place.state != start {
      text += paths(to: place, index, start, reaches)
    }
    return text
  }

  /// Steps one by one, the later ones together where they are many.
  private static func rows(upTo last: Int) -> [ClosedRange<Int>] {
    let single = last <= 9 ? last : 8
    return (0...single).map { $0...$0 } + (last > single ? [single + 1...last] : [])
  }

  /// How many of the outcomes that last are reached, and in how many moves the nearest.
  private func lasting(_ reaches: [Stability.Reach]) -> String {
    var table = TextTable([
      TextTable.Column("concept"), TextTable.Column("last", .right),
      TextTable.Column("reached by moves that pay", .right), TextTable.Column("nearest", .right),
      TextTable.Column("by moves at all", .right), TextTable.Column("nearest", .right),
    ])
    for (index, test) in stability.concepts.enumerated() {
      table.add(
        [test.title, stability.equilibriumCounts[index].map { NumberText.count($0) } ?? "?"]
          + reaches.flatMap { reach in
            [
              reach.reached[index].map { NumberText.count($0) } ?? "?",
              reach.nearest[index].map { "\($0.count)" } ?? "",
            ]
          }
      )
    }
    return table.rendered(width: width, palette: palette)
  }

  private func paths(
    to place: StabilityReport.Place,
    _ index: Int,
    _ start: Int,
    _ reaches: [Stability.Reach]
  ) -> String {
    let name = name(of: place)
    let all = reaches[1].paths[index]
    guard let path = reaches[0].paths[index] else {
      return say(
        "No moves that pay each mover lead to \(name)"
          + (all.map { ", but \(Wording.count($0.count, "other move does", "other moves do"))." }
            ?? ", nor do any others.")
      )
    }
    var text = say(
      "\(Wording.count(path.count, "move that pays leads", "moves that pay lead")) to \(name):"
    )
    var here = start
    for (step, (move, words)) in zip(path, words.steps(from: start, path)).enumerated() {
      let gain = self.words.gain(of: move.mover, from: here, to: move.state)
      text += paragraph("\(step + 1). \(Wording.sentence(words))\(gain)", width: width, indent: 4)
      here = move.state
    }
    if let all, all.count < path.count {
      text += say("Moves that need not pay come there in \(all.count).")
    }
    return text
  }

  // MARK: What would make an outcome stable

  func text(on remedies: StabilityReport.Remedies) -> String {
    let place = StabilityReport.Place(state: remedies.state, kind: .asked)
    var text = heading("what would make it stable: \(name(of: place))")
    let stable = remedies.found.filter { $0.isStable }
    let open = remedies.found.filter { !$0.isStable }
    text += content(stable)
    for (index, remedy) in open.enumerated() {
      text += paragraph(
        "\(index + 1). " + sentence(on: remedy, remedies.state),
        width: width,
        indent: 2
      )
    }
    if open.isEmpty { text += say("Nothing has to change.") }
    return text
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

  private func sentence(on remedy: Stability.Remedy, _ state: Int) -> String {
    guard let level = remedy.level else { return "" }
    let name = words.name(remedy.mover)
    let title = StabilityTest.basic(remedy.concept).title
    let passed = remedy.raise.passed.count
    var text =
      "\(title): if \(name) liked it as much as it likes \(words.changes(from: state, to: level)), "
      + (stability.gain(of: remedy.mover, from: state, to: level).map {
        "which is worth \(Wording.number($0)) more to it"
      } ?? "which it prefers")
    text +=
      passed == 1
      ? ". No other outcome comes between them."
      : ". It would pass or meet \(NumberText.count(passed)) outcomes that are better now."
    switch remedy.falls {
    case .exact(let sets):
      let size = sets.first?.count ?? 0
      text +=
        size < passed || size > 1
        ? " Or \(Wording.count(size, "outcome", "outcomes")) would have to be worth no more than it"
          + examples(sets, state) + "."
        : ""
    case .stoppedAtLimit: break
    }
    let rest = remedy.stillUnstable
    text +=
      rest.isEmpty
      ? " Then it is an equilibrium."
      : " \(Wording.sentence(words.names(rest))) would still leave."
    return text
  }

  /// The states that would have to fall, where they are few.
  private func examples(_ sets: [[Int]], _ state: Int) -> String {
    guard let first = sets.first, first.count <= 3 else { return "" }
    let names = first.map { words.changes(from: state, to: $0) }
    return ": " + names.joined(separator: "; ")
      + (sets.count > 1 ? " (one way of \(sets.count))" : "")
  }
}
