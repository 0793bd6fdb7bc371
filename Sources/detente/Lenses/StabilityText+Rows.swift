import Documents
import GameTheory
import Negotiation
import Presentation

// Which outcomes would last, as rows.
extension StabilityText {
  /// One row for each outcome asked for; without a question, for each that lasts by some concept.
  var csv: String {
    let tests = stability.concepts
    let players = stability.movers.map { scenario.players[$0].id }
    var table = TextTable(
      (["outcome"] + scenario.decisions.map { $0.id } + tests.map { $0.id }
        + tests.flatMap { test in players.map { "\(test.id):\($0)" } } + ["improvements", "moves"])
        .map { TextTable.Column($0) }
    )
    let analysis = stability.state(of: stability.model.statusQuo).map {
      StatusQuoAnalysis(stability.graph, from: $0)
    }
    for state in rows {
      let outcome = stability.outcome(of: state)
      func steps(_ moves: StatusQuoAnalysis.Moves) -> String {
        analysis?.step(of: state, moves).map { "\($0)" } ?? ""
      }
      func text(_ isStable: Bool?) -> String { isStable.map { String($0) } ?? "" }
      table.add(
        ["\(outcome)"] + scenario.decisions.indices.map { wording.option(of: $0, in: outcome) }
          + stability.isEquilibrium(state).map(text)
          + stability.tables.flatMap { table in
            players.indices.map { text(table?.isStable(state, for: $0)) }
          }
          + [steps(.improvements), steps(.all)]
      )
    }
    return table.csv()
  }

  private var rows: [Int] {
    let asked = report.places.filter { $0.isAsked }.map { $0.state }
    if !asked.isEmpty { return asked }
    let everybody = stability.graph.everybody
    return (0..<stability.graph.stateCount).filter { state in
      stability.tables.contains { $0?.stableFor[state] == everybody }
    }
  }
}
