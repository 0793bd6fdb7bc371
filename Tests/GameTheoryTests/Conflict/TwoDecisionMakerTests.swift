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

  @Test(
    "the course foreseen is made of best moves, ends where it is foreseen to end, and says who stays"
  )
  func foresight() throws {
    var longest = 0
    let found = try failures(seeds: 200) { random in
      let graph = try random.conflict(states: random.int(in: 2...7), movers: 2, oneMoveIn: 3)
      let moves = try LimitedMoves(graph)
      let farthest = try #require(moves.nonMyopic())
      for mover in 0..<2 {
        for state in 0..<graph.stateCount {
          var courses = (0...5).map { moves.foresight(of: mover, at: state, horizon: $0) }
          let far = try #require(moves.foresight(of: mover, at: state, farthest))
          if far.isMove == farthest.stability.isStable(state, for: mover) {
            return "non-myopic: \(state) for \(mover)"
          }
          let horizons = farthest.firstHorizon..<farthest.firstHorizon + farthest.period + 1
          if !horizons.contains(far.horizon) { return "a horizon of \(far.horizon)" }
          if far.horizon < 9 { courses.append(far) }
          for course in courses {
            longest = max(longest, course.path.count)
            if let wrong = mistake(in: course, graph, mover, state) { return wrong }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(longest > 2)
  }

  /// What is wrong with a course, by the recursion written out.
  private func mistake(
    in course: LimitedMoves.Foresight,
    _ graph: ConflictGraph,
    _ beginner: Int,
    _ start: Int
  ) -> String? {
    let foreseen = end(graph, beginner, start, course.horizon)
    if course.isMove != (foreseen != start) { return "\(beginner) at \(start): \(course)" }
    if course.isMove, course.path.last?.state != foreseen { return "another end: \(course)" }
    guard !course.path.isEmpty else {
      let canMove = course.horizon > 0 && !graph.moves(of: beginner, from: start).isEmpty
      return canMove ? "no course at \(start)" : nil
    }
    var (mover, here) = (beginner, start)
    for (step, move) in course.path.enumerated() {
      let left = course.horizon - step - 1
      let ends = graph.moves(of: mover, from: here).map { end(graph, 1 - mover, $0, left) }
      let own = end(graph, 1 - mover, move.state, left)
      guard move.mover == mover, graph.hasMove(of: mover, from: here, to: move.state),
        !ends.contains(where: { graph.isBetter($0, than: own, for: mover) })
      else { return "no best move: \(course)" }
      (mover, here) = (1 - mover, move.state)
    }
    let left = course.horizon - course.path.count
    return end(graph, mover, here, left) == here ? nil : "it goes on: \(course)"
  }

  @Test(
    "reasons for simultaneous stability agree with the table and hold; reasons that are altered do not"
  )
  func simultaneousReasons() throws {
    var kinds: Set<String> = []
    let found = try failures(seeds: 100) { random in
      let counts = [random.int(in: 1...4), random.int(in: 1...4)]
      let payoffs = (0..<counts[0] * counts[1] * 2).map { _ in random.int(in: 0...5) }
      let graph = try ConflictGraph(StrategicGame(strategyCounts: counts, payoffs: payoffs))
      let table = try graph.simultaneousStability()
      for mover in 0..<2 {
        for state in 0..<graph.stateCount {
          let reason = try graph.simultaneousReason(for: state, mover)
          guard reason.isStable == table.isStable(state, for: mover), try graph.verifies(reason)
          else { return "\(reason)" }
          for (name, kind) in altered(reason.kind) {
            kinds.insert(name)
            let wrong = SimultaneousReason(decisionMaker: mover, state: state, kind: kind)
            if try graph.verifies(wrong) { return "\(name) passes: \(wrong)" }
          }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(kinds.count == 5)
  }

  /// Reasons that say something else than a true one, and so are false.
  private func altered(
    _ kind: SimultaneousReason.Kind
  ) -> [(name: String, kind: SimultaneousReason.Kind)] {
    switch kind {
    case .noImprovement: return [("an improvement", .unsanctioned(improvement: 0, counters: []))]
    case .sanctioned(let found):
      let first = found[0]
      let other = SimultaneousReason.Sanction(
        improvement: first.improvement,
        counter: first.counter,
        end: first.improvement
      )
      return [
        ("one sanction less", .sanctioned(Array(found.dropFirst()))),
        ("another end", .sanctioned([other] + found.dropFirst())),
      ]
    case .unsanctioned(let improvement, let found):
      var kinds = [("no improvement", SimultaneousReason.Kind.noImprovement)]
      if !found.isEmpty {
        kinds.append(
          (
            "a counter less",
            .unsanctioned(improvement: improvement, counters: Array(found.dropLast()))
          )
        )
      }
      return kinds
    }
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
