import Documents
import GameTheory
import Negotiation
import Presentation

// Which outcomes would last, as programs read it.
extension StabilityText {
  var json: JSONValue {
    let model = stability.model
    var members: [(String, JSONValue)] = [
      ("format", 1), ("command", "stability"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)), ("arithmetic", "exact"),
      ("tolerance", .number(stability.tolerance.toDouble())),
      ("players", .array(stability.movers.map { .string(scenario.players[$0].id) })),
      ("outcomes", .integer(stability.graph.stateCount)),
      ("statusQuo", .integer(model.statusQuo)),
      ("settled", stability.settled.map { .integer($0) } ?? .null),
      ("equilibria", .array(stability.equilibria.map { .integer($0) })),
      ("concepts", .array(stability.concepts.indices.map { concept($0) })),
      ("places", .array(zip(report.places, report.verdicts).map { json($0, $1) })),
      ("ways", report.reaches.map { .object($0.map { ways($0) }) } ?? .null),
    ]
    if let remedies = report.remedies { members.append(("makeStable", json(remedies))) }
    return .object(members)
  }

  private func concept(_ index: Int) -> JSONValue {
    let lasting = stability.tables[index].map { table in
      JSONValue.array(table.equilibria.map { .integer(stability.outcome(of: $0)) })
    }
    return .object([
      ("concept", .string(stability.concepts[index].id)),
      ("count", stability.equilibriumCounts[index].map { .integer($0) } ?? .null),
      ("outcomes", lasting ?? .null),
    ])
  }

  // MARK: Outcomes looked at

  private func json(
    _ place: StabilityReport.Place,
    _ verdict: Stability.Verdict
  ) -> JSONValue {
    .object([
      ("outcome", .integer(stability.outcome(of: place.state))),
      ("words", .string(wording.outcome(stability.outcome(of: place.state)))),
      ("what", .string(StabilityText.id(place.kind))),
      (
        "equilibrium",
        .object(
          zip(stability.concepts, stability.isEquilibrium(place.state)).map {
            ($0.id, $1.map { .bool($0) } ?? .null)
          }
        )
      ),
      (
        "players",
        .array(verdict.grounds.indices.map { json(verdict.grounds[$0], of: $0, at: place.state) })
      ),
      (
        "coalitions",
        verdict.coalitions.map { found in
          .object(
            found.map { concept, objections in
              (
                StabilityTest.basic(concept).id,
                .array(objections.map { json($0, from: place.state) })
              )
            }
          )
        } ?? .null
      ),
    ])
  }

  private func json(_ objection: CoalitionObjection, from state: Int) -> JSONValue {
    let end = objection.path.last?.state ?? state
    return .object([
      ("players", .array(objection.coalition.members.map { id(of: $0) })),
      ("path", path(objection.path, from: state)),
      (
        "gains",
        .array(objection.coalition.members.map { gain(of: $0, from: state, to: end) })
      ),
    ])
  }

  func id(of mover: Int) -> JSONValue {
    .string(scenario.players[stability.movers[mover]].id)
  }

  func move(of mover: Int, from state: Int, to other: Int) -> JSONValue {
    .object([
      ("outcome", .integer(stability.outcome(of: other))),
      ("changes", .string(words.changes(from: state, to: other))),
      ("gain", gain(of: mover, from: state, to: other)),
    ])
  }

  func gain(of mover: Int, from state: Int, to other: Int) -> JSONValue {
    stability.gain(of: mover, from: state, to: other).map { ExactNumber.json($0) } ?? .null
  }

  func path(_ moves: [ConflictMove], from state: Int) -> JSONValue {
    var here = state
    return .array(
      moves.map { move in
        defer { here = move.state }
        return .object([
          ("player", id(of: move.mover)),
          ("outcome", .integer(stability.outcome(of: move.state))),
          ("changes", .string(words.changes(from: here, to: move.state))),
        ])
      }
    )
  }

  // MARK: Ways

  private func ways(_ reach: Stability.Reach) -> (String, JSONValue) {
    let start = stability.state(of: stability.model.statusQuo) ?? 0
    return (
      reach.moves == .all ? "allMoves" : "improvements",
      .object([
        ("layers", .array(reach.layers.map { .integer($0) })),
        (
          "lasting",
          .object(
            stability.concepts.indices.map { index in
              (
                stability.concepts[index].id,
                .object([
                  ("reached", reach.reached[index].map { .integer($0) } ?? .null),
                  ("nearest", reach.nearest[index].map { path($0, from: start) } ?? .null),
                ])
              )
            }
          )
        ),
        (
          "places",
          .array(reach.paths.map { $0.map { path($0, from: start) } ?? .null })
        ),
      ])
    )
  }

  // MARK: What would make an outcome stable

  private func json(_ remedies: StabilityReport.Remedies) -> JSONValue {
    .object([
      ("outcome", .integer(stability.outcome(of: remedies.state))),
      ("words", .string(wording.outcome(stability.outcome(of: remedies.state)))),
      (
        "changes",
        .array(
          remedies.found.map { remedy in
            .object([
              ("player", id(of: remedy.mover)),
              ("concept", .string(StabilityTest.basic(remedy.concept).id)),
              ("stable", .bool(remedy.isStable)),
              (
                "level",
                remedy.level.map { move(of: remedy.mover, from: remedies.state, to: $0) } ?? .null
              ),
              ("passed", .integer(remedy.raise.passed.count)),
              ("changedPairs", .integer(remedy.raise.changedPairs)),
              ("fewestFalls", falls(remedy.falls)),
              ("stillUnstable", .array(remedy.stillUnstable.map { id(of: $0) })),
            ])
          }
        )
      ),
    ])
  }

  private func falls(_ falls: InverseStability.Falls) -> JSONValue {
    switch falls {
    case .exact(let sets):
      .object([
        ("size", .integer(sets.first?.count ?? 0)), ("exact", true),
        (
          "sets",
          .array(
            sets.prefix(100).map { set in
              .array(set.map { .integer(stability.outcome(of: $0)) })
            }
          )
        ),
      ])
    case .stoppedAtLimit(let least):
      .object([("size", .integer(least)), ("exact", false), ("sets", .null)])
    }
  }

  static func id(_ kind: StabilityReport.Place.Kind) -> String {
    switch kind {
    case .statusQuo: "statusQuo"
    case .equilibrium: "equilibrium"
    case .settled: "settled"
    case .numbered: "equilibrium"
    case .asked: "asked"
    }
  }
}
