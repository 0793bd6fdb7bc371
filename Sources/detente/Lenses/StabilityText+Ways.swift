import GameTheory
import Negotiation
import Presentation

// Where the status quo can lead.
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
        "No moves that all pay lead to \(name)"
          + (all.map { path in
            ", but \(Wording.count(path.count, "move that need not does", "moves that need not do"))."
          } ?? ", nor do others.")
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
}
