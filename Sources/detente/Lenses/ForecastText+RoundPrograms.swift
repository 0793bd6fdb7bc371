import Documents
import GameTheory
import Negotiation

// Forecasts round by round, as programs read it.
extension ForecastText {
  /// What happened in each round; null where it was not kept.
  func rounds(
    _ course: Forecast.Course,
    _ players: [Int],
    _ continua: [Continuum]
  ) -> JSONValue {
    if let rounds = course.rounds { return .array(rounds.map { json($0, players) }) }
    guard let run = course.run else { return .null }
    return .array(run.states.map { json($0, players, continua) })
  }

  private func json(_ round: ExpectedUtilityModel.Round, _ players: [Int]) -> JSONValue {
    func id(_ actor: Int) -> JSONValue { self.id(players[actor]) }
    let offers = round.offers.enumerated().map { index, offer -> JSONValue in
      .object([
        ("mover", id(offer.mover)), ("proposer", id(offer.proposer)),
        ("kind", .string(ForecastText.id(offer.kind))),
        ("moverUtility", .number(offer.moverUtility)),
        ("proposerUtility", .number(offer.proposerUtility)), ("position", .number(offer.position)),
        ("isAccepted", .bool(round.accepted[offer.mover] == index)),
      ])
    }
    return .object([
      ("positions", byPlayer(round.positions, players)),
      ("riskExponents", byPlayer(round.riskExponents, players)), ("offers", .array(offers)),
    ])
  }

  private static func id(_ kind: ExpectedUtilityModel.Offer.Kind) -> String {
    switch kind {
    case .confrontation: "confrontation"
    case .compromise: "compromise"
    case .capitulation: "capitulation"
    case .stalemate: "stalemate"
    }
  }

  private func json(
    _ state: SpatialPolitics.State,
    _ players: [Int],
    _ continua: [Continuum]
  ) -> JSONValue {
    func id(_ actor: Int) -> JSONValue { self.id(players[actor]) }
    func point(_ shares: [Double]) -> JSONValue {
      .array(zip(shares, continua).map { .number(ForecastText.position($0, $1)) })
    }
    let bargains = state.bargains.enumerated().map { index, bargain -> JSONValue in
      let challenge = state.challenges[bargain.initiator]
      return .object([
        ("initiator", id(bargain.initiator)), ("receiver", id(bargain.receiver)),
        ("gain", challenge.map { .number($0.gain) } ?? .null),
        ("victoryProbability", challenge.map { .number($0.victoryProbability) } ?? .null),
        ("initiatorPosition", point(bargain.initiatorPosition)),
        ("receiverPosition", point(bargain.receiverPosition)),
        (
          "takenBy",
          .array(state.choices.indices.filter { state.choices[$0].chosen == index }.map { id($0) })
        ),
      ])
    }
    return .object([
      (
        "positions",
        .object(zip(players, state.positions).map { (scenario.players[$0].id, point($1)) })
      ),
      ("riskAttitudes", byPlayer(state.riskAttitudes, players)),
      ("probabilities", byPlayer(state.probabilities, players)), ("bargains", .array(bargains)),
    ])
  }
}
