import GameTheory
import TestSupport

/// Talks with seats that are played from outside, driven at random.
enum OpenTalks {
  /// Seats of which some are played from outside, at least one.
  static func seats(_ random: inout SplitMix64, of problem: OfferProblem) -> [Negotiator?] {
    var seats: [Negotiator?] = (0..<problem.partyCount).map { _ in
      random.oneIn(2) ? nil : OfferCase.negotiator(&random)
    }
    seats[random.int(in: 0...seats.count - 1)] = nil
    return seats
  }

  /// Plays on with legal actions for so many turns, or to the end.
  static func play(_ session: inout OfferSession, turns: Int, _ random: inout SplitMix64) throws {
    session.advance()
    for _ in 0..<turns where session.awaitsAction {
      var action = OfferCase.action(&random, packages: session.problem.packageCount)
      if action == .accept, session.standing == nil { action = .pass }
      try session.apply(action)
      session.advance()
    }
  }
}

extension OfferSession {
  /// All that can be seen of talks.
  struct Sight: Equatable {
    let place: [Int]
    let standing: Int?
    let sets: [UInt64]
    let end: OfferEnd?
    let trace: [OfferEvent]
    let actions: [OfferAction]
    let hints: [OfferHint?]
    let likings: [Double]
  }

  var sight: Sight {
    let parties = 0..<problem.partyCount
    return Sight(
      place: [round, speaker],
      standing: standing,
      sets: [supporters, present, seed],
      end: end,
      trace: trace,
      actions: outsideActions,
      hints: parties.map { hint(for: $0) },
      likings: parties.flatMap { party in
        [0, problem.packageCount - 1].map { model.value(of: $0, for: party) }
      }
    )
  }
}
