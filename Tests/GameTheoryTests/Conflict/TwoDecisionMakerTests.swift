import GameTheory
import TestSupport
import Testing

@Suite("Two decision makers in a conflict")
struct TwoDecisionMakerTests {
  /// G_h(i, s), by recursion from the definition.
  private func end(_ graph: ConflictGraph, _ mover: Int, _ state: Int, _ horizon: Int) -> Int {
    if horizon == 0 { return state }
    var best = state
    for target in graph.moves(of: mover, from: state) {
      let foreseen = end(graph, 1 - mover, target, horizon - 1)
      if graph.isBetter(foreseen, than: best, for: mover) { best = foreseen }
    }
    return best
  }

  @Test("what is foreseen agrees with the recursion written out")
  func limitedMoves() throws {
    let found = try failures(seeds: 100) { random in
      let graph = try random.conflict(states: random.int(in: 1...5), movers: 2, oneMoveIn: 2)
      let moves = try LimitedMoves(graph)
      for horizon in 0...5 {
        let table = moves.stability(horizon: horizon)
        let anticipated = moves.anticipated(horizon: horizon)
        for mover in 0..<2 {
          for state in 0..<graph.stateCount {
            let expected = end(graph, mover, state, horizon)
            if anticipated[mover][state] != expected
              || table.isStable(state, for: mover) != (expected == state)
            {
              return "horizon \(horizon), \(mover) from \(state)"
            }
          }
        }
      }
      if moves.stability(horizon: 1) != graph.stability(.nash) { return "horizon 1 is not Nash" }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("non-myopic stability is stability for all of many large horizons, and periods are exact")
  func nonMyopic() throws {
    var periods: Set<Int> = []
    let found = try failures(seeds: 300) { random in
      let graph = try random.conflict(states: random.int(in: 2...8), movers: 2, oneMoveIn: 4)
      let moves = try LimitedMoves(graph)
      guard let answer = moves.nonMyopic() else { return "no answer" }
      periods.insert(answer.period)
      let horizons = answer.firstHorizon..<answer.firstHorizon + 2 * answer.period + 3
      let tables = horizons.map { moves.stability(horizon: $0) }
      for mover in 0..<2 {
        for state in 0..<graph.stateCount {
          let expected = tables.allSatisfy { $0.isStable(state, for: mover) }
          if answer.stability.isStable(state, for: mover) != expected {
            return "\(state) for \(mover)"
          }
        }
      }
      let first = moves.anticipated(horizon: answer.firstHorizon)
      for step in 1...answer.period {
        let isBack = moves.anticipated(horizon: answer.firstHorizon + step) == first
        if isBack != (step == answer.period) { return "period \(answer.period)" }
      }
      if answer.firstHorizon > 0 {
        let before = answer.firstHorizon - 1
        if moves.anticipated(horizon: before)
          == moves.anticipated(horizon: before + answer.period)
        {
          return "it repeats earlier"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(periods.count > 1)
  }

  @Test("simultaneous sanctions agree with the definition on all profiles of random games")
  func simultaneous() throws {
    let found = try failures(seeds: 100) { random in
      let counts = [random.int(in: 1...4), random.int(in: 1...4)]
      let profiles = OutcomeNumbering(optionCounts: counts)
      let payoffs = (0..<profiles.count * 2).map { _ in random.int(in: 0...5) }
      let game = try StrategicGame(strategyCounts: counts, payoffs: payoffs)
      let graph = try ConflictGraph(game)
      let table = try graph.simultaneousStability()
      for profile in 0..<profiles.count {
        for player in 0..<2 {
          func gains(_ player: Int) -> [Int] {
            (0..<counts[player]).filter {
              let other = game.replacing(player, with: $0, in: profile)
              return game.payoff(of: player, in: other) > game.payoff(of: player, in: profile)
            }
          }
          let expected = gains(player).allSatisfy { own in
            gains(1 - player).contains { other in
              let both = game.replacing(
                1 - player,
                with: other,
                in: game.replacing(player, with: own, in: profile)
              )
              return game.payoff(of: player, in: both) <= game.payoff(of: player, in: profile)
            }
          }
          if table.isStable(profile, for: player) != expected { return "\(profile), \(player)" }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("more or fewer decision makers are refused, and states whose moves do not add up")
  func refused() throws {
    let three = try ConflictGraph(
      stateCount: 1,
      moves: [[[]], [[]], [[]]],
      ranks: [[0], [0], [0]],
      codes: [0]
    )
    #expect(throws: ConflictError.needsTwoDecisionMakers(found: 3)) { try LimitedMoves(three) }
    #expect(throws: ConflictError.needsTwoDecisionMakers(found: 3)) {
      try three.simultaneousStability()
    }
    let two = try ConflictGraph(stateCount: 1, moves: [[[]], [[]]], ranks: [[0], [0]])
    #expect(throws: ConflictError.noCombinedMoves) { try two.simultaneousStability() }
  }
}
