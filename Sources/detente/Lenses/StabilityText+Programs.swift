import Documents
import GameTheory
import Negotiation
import Presentation

// Which outcomes would last, as programs read it.
extension StabilityText {
  var json: JSONValue {
    var members =
      head("stability") + [
        ("arithmetic", "exact"), ("tolerance", ExactNumber.json(stability.tolerance)),
        ("movers", ids(stability.movers)), ("outcomeCount", .integer(stability.graph.stateCount)),
        ("statusQuo", .object(self.members(stability.model.statusQuo))),
        ("settled", stability.settled.map { .object(self.members($0)) } ?? .null),
        ("equilibria", .array(stability.equilibria.map { .object(self.members($0)) })),
        ("concepts", .array(stability.concepts.indices.map { concept($0) })),
        ("examined", .array(zip(report.places, report.verdicts).map { json($0, $1) })),
        ("ways", report.reaches.map { .object($0.map { ways($0) }) } ?? .null),
      ]
    if let remedies = report.remedies { members.append(("makeStable", json(remedies))) }
    return .object(members)
  }

  private func concept(_ index: Int) -> JSONValue {
    let table = stability.tables[index]
    return .object([
      ("concept", .string(stability.concepts[index].id)),
      ("outcomeCount", stability.equilibriumCounts[index].map { .integer($0) } ?? .null),
      ("outcomes", numbers(table?.equilibria.map { stability.outcome(of: $0) })),
    ])
  }

  // MARK: Outcomes looked at

  private func json(
    _ place: StabilityReport.Place,
    _ verdict: Stability.Verdict
  ) -> JSONValue {
    let lasts = zip(stability.concepts, stability.isEquilibrium(place.state)).map {
      ($0.id, $1.map { JSONValue.bool($0) } ?? .null)
    }
    let players = verdict.grounds.indices.map {
      json(verdict.grounds[$0], of: $0, at: place.state)
    }
    let coalitions = verdict.coalitions.map { found in
      found.map { concept, objections in
        (
          StabilityTest.basic(concept).id,
          JSONValue.array(objections.map { json($0, from: place.state) })
        )
      }
    }
    return .object(
      [("kind", .string(StabilityText.id(place.kind))), ("name", .string(name(of: place)))]
        + self.place(place.state) + [
          ("lasts", .object(lasts)), ("players", .array(players)),
          ("coalitions", coalitions.map { .object($0) } ?? .null),
        ]
    )
  }

  private func json(_ objection: CoalitionObjection, from state: Int) -> JSONValue {
    let (movers, end) = (objection.coalition.members, objection.path.last?.state ?? state)
    return .object([
      ("coalition", ids(movers.map { stability.movers[$0] })),
      ("path", path(objection.path, from: state)),
      (
        "gains",
        .object(
          movers.map {
            (scenario.players[stability.movers[$0]].id, gain(of: $0, from: state, to: end))
          }
        )
      ),
    ])
  }

  func id(of mover: Int) -> JSONValue { id(stability.movers[mover]) }

  /// An outcome of the conflict.
  func place(_ state: Int) -> [(String, JSONValue)] { members(stability.outcome(of: state)) }

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
                  ("reachedCount", reach.reached[index].map { .integer($0) } ?? .null),
                  ("nearest", reach.nearest[index].map { path($0, from: start) } ?? .null),
                ])
              )
            }
          )
        ),
        (
          "examined",
          .array(reach.paths.map { $0.map { path($0, from: start) } ?? .null })
        ),
      ])
    )
  }

  // MARK: What would make an outcome stable

  private func json(_ remedies: StabilityReport.Remedies) -> JSONValue {
    .object(
      place(remedies.state) + [
        ("remedies", .array(remedies.found.map { json($0, at: remedies.state) }))
      ]
    )
  }

  private func json(_ remedy: Stability.Remedy, at state: Int) -> JSONValue {
    .object([
      ("player", id(of: remedy.mover)),
      ("concept", .string(StabilityTest.basic(remedy.concept).id)),
      ("isStable", .bool(remedy.isStable)),
      ("level", remedy.level.map { move(of: remedy.mover, from: state, to: $0) } ?? .null),
      ("passedCount", .integer(remedy.raise.passed.count)),
      ("changedPairCount", .integer(remedy.raise.changedPairs)),
      ("fewestFalls", falls(remedy.falls)),
      ("stillUnstable", .array(remedy.stillUnstable.map { id(of: $0) })),
    ])
  }

  private func falls(_ falls: InverseStability.Falls) -> JSONValue {
    switch falls {
    case .exact(let sets):
      .object([
        ("size", .integer(sets.first?.count ?? 0)), ("isExact", true),
        (
          "sets",
          .array(
            sets.prefix(100).map { set in numbers(set.map { stability.outcome(of: $0) }) }
          )
        ),
      ])
    case .stoppedAtLimit(let least):
      .object([("size", .integer(least)), ("isExact", false), ("sets", .null)])
    }
  }

  static func id(_ kind: StabilityReport.Place.Kind) -> String {
    switch kind {
    case .statusQuo: "status-quo"
    case .equilibrium: "equilibrium"
    case .settled: "settled"
    case .numbered: "equilibrium"
    case .asked: "asked"
    }
  }
}
