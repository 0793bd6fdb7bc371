import Documents
import GameTheory
import Negotiation

// Why players stay or leave, as programs read it.
extension StabilityText {
  func json(_ ground: Stability.Ground, of mover: Int, at state: Int) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("player", id(of: mover)),
      (
        "stable",
        .object(
          zip(stability.concepts, stability.tables).map { test, table in
            (test.id, table.map { .bool($0.isStable(state, for: mover)) } ?? .null)
          }
        )
      ),
      ("ground", .string(StabilityText.id(ground))),
      ("words", .string(words.sentence(on: ground, of: mover, at: state))),
    ]
    switch ground {
    case .cannotMove, .noImprovement: break
    case .free(let reason):
      if case .unsanctioned(let improvement, _) = reason.kind {
        members.append(("move", move(of: mover, from: state, to: improvement)))
      }
    case .answered(let reason, _), .threatened(let reason, _, _):
      guard case .sanctioned(let sanctions) = reason.kind else { break }
      let answers = sanctions.map { json($0, of: mover, at: state) }
      members.append(("answers", .array(answers)))
    }
    let pairwise = twoMovers(mover, state)
    if !pairwise.isEmpty { members.append(("twoPlayers", .object(pairwise))) }
    return .object(members)
  }

  private func json(
    _ sanction: StabilityReason.Sanction,
    of mover: Int,
    at state: Int
  ) -> JSONValue {
    .object([
      ("move", move(of: mover, from: state, to: sanction.improvement)),
      ("path", path(sanction.answer, from: sanction.improvement)),
      ("gain", gain(of: mover, from: state, to: sanction.end)),
    ])
  }

  /// What the concepts for two players say of one of them.
  private func twoMovers(_ mover: Int, _ state: Int) -> [(String, JSONValue)] {
    stability.concepts.compactMap { test in
      if test == .simultaneous, let reason = stability.simultaneousReason(of: mover, at: state) {
        return (test.id, json(reason))
      }
      return stability.foresight(of: mover, at: state, test).map { foresight in
        (
          test.id,
          .object([
            ("horizon", .integer(foresight.horizon)), ("isMove", .bool(foresight.isMove)),
            ("path", path(foresight.path, from: state)),
            ("gain", gain(of: mover, from: state, to: foresight.path.last?.state ?? state)),
            (
              "words",
              words.sentence(on: foresight, of: mover, at: state, test).map { .string($0) }
                ?? .null
            ),
          ])
        )
      }
    }
  }

  private func json(_ reason: SimultaneousReason) -> JSONValue {
    let (mover, state) = (reason.decisionMaker, reason.state)
    let pairs: [SimultaneousReason.Sanction] =
      switch reason.kind {
      case .noImprovement: []
      case .sanctioned(let sanctions): sanctions
      case .unsanctioned(_, let counters): counters
      }
    return .object([
      ("isMove", .bool(!reason.isStable)),
      (
        "atOnce",
        .array(
          pairs.map { pair in
            .object(
              [
                ("move", move(of: mover, from: state, to: pair.improvement)),
                ("counter", move(of: 1 - mover, from: state, to: pair.counter)),
              ] + (pair.end.map { place($0) } ?? [("outcome", .null), ("words", .null)]) + [
                ("gain", pair.end.map { gain(of: mover, from: state, to: $0) } ?? .null)
              ]
            )
          }
        )
      ),
      ("words", words.sentence(on: reason).map { .string($0) } ?? .null),
    ])
  }

  private static func id(_ ground: Stability.Ground) -> String {
    switch ground {
    case .cannotMove: "no-move"
    case .noImprovement: "no-move-that-pays"
    case .answered: "answered-to-advantage"
    case .threatened: "threatened"
    case .free: "unanswered"
    }
  }
}
