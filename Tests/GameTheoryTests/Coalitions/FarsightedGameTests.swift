import GameTheory
import TestSupport
import Testing

@Suite("Farsighted stability")
struct FarsightedGameTests {
  private func randomGame(_ random: inout SplitMix64, outcomes: Int) throws -> FarsightedGame {
    let players = random.int(in: 1...4)
    let utilities = (0..<players).map { _ in
      (0..<outcomes).map { _ in random.int(in: 0...4) }
    }
    let moves = (0..<random.int(in: 0...3 * outcomes)).map { _ in
      FarsightedGame.Move(
        from: random.int(in: 0...outcomes - 1),
        to: random.int(in: 0...outcomes - 1),
        by: random.oneIn(3)
          ? Coalition(rawValue: UInt64(random.int(in: 1...(1 << players) - 1)))
          : Coalition(members: [random.int(in: 0...players - 1)])
      )
    }
    return try FarsightedGame(utilities: utilities, moves: moves)
  }

  @Test("what is no game is refused")
  func mistakes() throws {
    #expect(throws: CoalitionError.outcomeCount(found: 0, most: 1024)) {
      try FarsightedGame(utilities: [[Int]()], moves: [])
    }
    #expect(throws: CoalitionError.shareCount(expected: 2, found: 1)) {
      try FarsightedGame(utilities: [[1, 2], [1]], moves: [])
    }
    for move in [
      FarsightedGame.Move(from: 0, to: 2, by: Coalition(members: [0])),
      FarsightedGame.Move(from: 0, to: 1, by: []),
      FarsightedGame.Move(from: 0, to: 1, by: Coalition(members: [1])),
    ] {
      #expect(throws: CoalitionError.invalidMove(place: 0)) {
        try FarsightedGame(utilities: [[1, 2]], moves: [move])
      }
    }
    let large = try FarsightedGame(utilities: [Array(0..<65)], moves: [])
    #expect(large.largestConsistentSet().count == 65)
    #expect(throws: CoalitionError.outcomeCount(found: 65, most: 64)) {
      try large.farsightedStableSets()
    }
  }

  @Test("who looks ahead cooperates in the prisoner's dilemma")
  func dilemma() throws {
    let game = try StrategicGame<Rational>(
      strategyCounts: [2, 2],
      payoffs: [3, 3, 0, 5, 5, 0, 1, 1]
    )
    let together = try FarsightedGame(game)
    #expect(together.largestConsistentSet() == [0])
    #expect(try together.farsightedStableSets() == .all([[0]]))
    // Who is exploited stops cooperating, so that both then go back together.
    #expect(together.chain(from: 1, to: 0)?.map { $0.to } == [3, 0])
    #expect(together.chain(from: 0, to: 3) == nil)
    // Moving alone, nobody goes back.
    let alone = try FarsightedGame(game, movingAtOnce: 1)
    #expect(alone.largestConsistentSet() == [0, 3])
  }

  @Test(
    "the voting paradox: all may be stable, nothing is in the sense of von Neumann and Morgenstern"
  )
  func paradox() throws {
    let majorities = [3, 5, 6].map { Coalition(rawValue: $0) }
    let moves = (0..<3).flatMap { from in
      (0..<3).flatMap { to in
        majorities.map { FarsightedGame.Move(from: from, to: to, by: $0) }
      }
    }
    let game = try FarsightedGame(utilities: [[3, 2, 1], [1, 3, 2], [2, 1, 3]], moves: moves)
    #expect(game.largestConsistentSet() == [0, 1, 2])
    #expect(try game.farsightedStableSets() == .all([]))
  }

  @Test("a deterred move: the first would go on from 0, did the second not go on from 1")
  func deterrence() throws {
    let first = Coalition(members: [0])
    let second = Coalition(members: [1])
    let game = try FarsightedGame(
      utilities: [[1, 2, 0], [0, 1, 2]],
      moves: [.init(from: 0, to: 1, by: first), .init(from: 1, to: 2, by: second)]
    )
    #expect(game.isDirectlyDominated(0, by: 1) && !game.isIndirectlyDominated(0, by: 2))
    #expect(game.largestConsistentSet() == [0, 2])
    #expect(try game.farsightedStableSets() == .all([[0, 2]]))
  }

  @Test("dominance, consistent and stable sets by their definitions")
  func definitions() throws {
    var counts: Set<Int> = []
    let wrong = try failures(seeds: 150) { random in
      let count = random.int(in: 1...7)
      let game = try randomGame(&random, outcomes: count)
      for from in 0..<count {
        for to in 0..<count {
          let isDominated = dominates(to, from, game)
          if game.isIndirectlyDominated(from, by: to) != isDominated { return "\(from), \(to)" }
          guard isDominated else { continue }
          guard let chain = game.chain(from: from, to: to) else { return "no chain" }
          let stops = chain.map { $0.from } + [to]
          let isChain =
            stops[0] == from
            && zip(chain, stops.dropFirst()).allSatisfy { move, next in
              move.to == next
                && move.coalition.isSubset(of: game.preferring(to, to: move.from))
            }
          if !isChain { return "chain" }
        }
      }
      let sets = (0..<1 << count).map { set in (0..<count).filter { set >> $0 & 1 == 1 } }
      let stable = sets.filter { isStable($0, game) }.sorted { $0.lexicographicallyPrecedes($1) }
      counts.insert(stable.count)
      if try game.farsightedStableSets() != .all(stable) { return "stable sets" }
      // The largest consistent set holds every set that holds only what it does not rule out.
      let largest = game.largestConsistentSet()
      let consistent = sets.filter { set in set == kept(by: set, game) }
      if !consistent.contains(largest) { return "not consistent" }
      if !consistent.allSatisfy({ Set($0).isSubset(of: largest) }) { return "not the largest" }
      return stable.allSatisfy { Set($0).isSubset(of: largest) } ? nil : "a stable set outside"
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(counts.count > 1)
  }

  /// Whether some chain of moves without a repetition leads to an outcome, all who move preferring it.
  private func dominates(_ last: Int, _ from: Int, _ game: FarsightedGame) -> Bool {
    func search(_ place: Int, _ visited: Set<Int>) -> Bool {
      moves(game).contains { move in
        move.from == place && !visited.contains(move.to)
          && move.coalition.isSubset(of: game.preferring(last, to: place))
          && (move.to == last || search(move.to, visited.union([move.to])))
      }
    }
    return search(from, [from])
  }

  private func moves(_ game: FarsightedGame) -> [FarsightedGame.Move] {
    game.moves.flatMap { $0 }
  }

  private func isStable(_ set: [Int], _ game: FarsightedGame) -> Bool {
    (0..<game.outcomeCount).allSatisfy { outcome in
      let isDominated = set.contains { game.isIndirectlyDominated(outcome, by: $0) }
      return isDominated != set.contains(outcome)
    }
  }

  /// The outcomes from which every move may end in a set so that not all who move are better off.
  private func kept(by set: [Int], _ game: FarsightedGame) -> [Int] {
    (0..<game.outcomeCount).filter { outcome in
      moves(game).allSatisfy { move in
        move.from != outcome
          || set.contains { end in
            (end == move.to || game.isIndirectlyDominated(move.to, by: end))
              && !move.coalition.members.allSatisfy {
                game.preferring(end, to: outcome).includes($0)
              }
          }
      }
    }
  }

  @Test("a search that may not choose says that it stopped")
  func limit() throws {
    // Pairs of outcomes of which either dominates the other: 2^10 stable sets.
    let both = [Coalition(members: [0]), Coalition(members: [1])]
    let moves = (0..<20).map { FarsightedGame.Move(from: $0, to: $0 ^ 1, by: both[$0 % 2]) }
    let game = try FarsightedGame(
      utilities: [(0..<20).map { $0 % 2 }, (0..<20).map { 1 - $0 % 2 }],
      moves: moves
    )
    guard case .all(let sets) = try game.farsightedStableSets() else {
      Issue.record("stopped")
      return
    }
    #expect(sets.count == 1024)
    guard case .stopped(let some) = try game.farsightedStableSets(stepLimit: 100) else {
      Issue.record("did not stop")
      return
    }
    #expect(some.count < 100)
  }
}
