import TestSupport
import Testing

@testable import GameTheory

@Suite("Games in strategic form")
struct StrategicGameTests {
  // MARK: - Creation

  @Test("Profiles are numbered with the last player's strategy fastest, and payoffs by player")
  func numbering() throws {
    let game = try StrategicGame(strategyCounts: [2, 3], payoffs: Array(0..<12))
    #expect(game.playerCount == 2)
    #expect(game.profiles.count == 6)
    #expect(game.payoff(of: 1, in: game.profiles.outcome([1, 2])) == 11)
    #expect(game.strategy(of: 0, in: 4) == 1)
    #expect(game.strategy(of: 1, in: 4) == 1)
    #expect(game.replacing(1, with: 0, in: 5) == 3)
  }

  @Test("Numbers that are no game are refused")
  func refusedGames() {
    #expect(throws: GameError.noStrategies) {
      try StrategicGame<Int>(strategyCounts: [], payoffs: [])
    }
    #expect(throws: GameError.noStrategies) {
      try StrategicGame<Int>(strategyCounts: [2, 0], payoffs: [])
    }
    #expect(throws: GameError.payoffCount(expected: 8, found: 7)) {
      try StrategicGame(strategyCounts: [2, 2], payoffs: Array(0..<7))
    }
    #expect(throws: GameError.notFinite(profile: 1, player: 0)) {
      try StrategicGame(finite: [0, 0, .nan, 0, 0, 0, 0, .infinity], strategyCounts: [2, 2])
    }
  }

  // MARK: - Games from the literature

  @Test(
    "Games from the literature have the equilibria they are known for",
    arguments: LiteratureGame.all
  )
  func literature(_ known: LiteratureGame) throws {
    let game = try StrategicGame(strategyCounts: known.strategyCounts, payoffs: known.payoffs)
    let equilibria = game.pureEquilibria()
    #expect(equilibria.map { game.profiles.options(of: $0.profile) } == known.equilibria)
    let strict = equilibria.filter { $0.isStrict }
    #expect(strict.map { game.profiles.options(of: $0.profile) } == known.strict)
    #expect(game.eliminatingDominated(.strict).survivors == known.survivors)
    let levels = (0..<game.playerCount).map { game.securityLevel(of: $0) }
    #expect(levels.map { [$0.payoff, $0.minimax] } == known.levels)
    #expect(
      game.paretoEfficientProfiles().map { game.profiles.options(of: $0) } == known.efficient
    )
  }

  @Test("Best replies chase each other round matching pennies and Shapley's game")
  func literatureCycles() throws {
    let pennies = try StrategicGame(
      strategyCounts: [2, 2],
      payoffs: LiteratureGame.matchingPennies.payoffs
    )
    // From (head, tail) the first player moves to (tail, tail), the second to (tail, head), ...
    let path = pennies.settling(from: 1)
    #expect(path.rest == nil)
    #expect(path.revisions.map { $0.to } == [3, 2, 0, 1])
    #expect(path.cycle == [1, 3, 2, 0])
    let shapley = try StrategicGame(
      strategyCounts: [3, 3],
      payoffs: LiteratureGame.shapley.payoffs
    )
    for start in 0..<9 {
      let path = shapley.settling(from: start)
      #expect(path.rest == nil)
      #expect(areRotations(path.cycle, [0, 2, 8, 7, 4, 3]))
    }
  }

  @Test("A dilemma settles where both confess, from anywhere")
  func dilemmaSettles() throws {
    let game = try StrategicGame(
      strategyCounts: [2, 2],
      payoffs: LiteratureGame.prisonersDilemma.payoffs
    )
    for start in 0..<4 { #expect(game.settling(from: start).rest == 3) }
    #expect(game.settling(from: 0).revisions.map { $0.to } == [2, 3])
    #expect(game.settling(from: 0).revisions.map { $0.gain } == [1, 1])
    #expect(game.profilesBetterForAll(than: 3) == [0])
  }

  // MARK: - Against the definitions

  @Test("Pure equilibria, their certificates and strictness are those of the definition")
  func pureEquilibria() throws {
    let wrong = try failures(seeds: 1500) { random in
      let (game, slow) = try random.strategicGame()
      let tolerance = random.element(of: [0, 0, 1, 2])
      let found = game.pureEquilibria(tolerance: tolerance)
      guard found.map({ $0.profile }) == slow.equilibria(tolerance) else {
        return "\(game): \(found.map { $0.profile }) for \(slow.equilibria(tolerance))"
      }
      for equilibrium in found where !isCertificateRight(equilibrium, slow, tolerance) {
        return "\(game): certificate of \(equilibrium)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  private func isCertificateRight(
    _ equilibrium: PureEquilibrium<Int>,
    _ slow: SlowGame<Int>,
    _ tolerance: Int
  )
    -> Bool
  {
    let profile = equilibrium.profile
    var isStrict = true
    var largest: Int?
    for player in 0..<slow.shape.playerCount {
      let others = slow.shape.choices[player][profile].filter { $0 != profile }
      let gains = others.map { slow.payoff(player, $0) - slow.payoff(player, profile) }
      let deviation = equilibrium.bestDeviations[player]
      guard let best = gains.max(), let place = gains.firstIndex(of: best) else {
        if deviation != nil { return false }
        continue
      }
      if best >= -tolerance { isStrict = false }
      largest = max(largest ?? best, best)
      guard let deviation, deviation.player == player, deviation.gain == best,
        [deviation.strategy] == slow.shape.strategy(of: player, in: others[place])
      else { return false }
    }
    return equilibrium.isStrict == isStrict && equilibrium.largestGain?.gain == largest
      && equilibrium.bestDeviations.count == slow.shape.playerCount
  }

  @Test("Best replies, best payoffs and regret are those of the definition")
  func bestReplies() throws {
    let wrong = try failures(seeds: 500) { random in
      let (game, slow) = try random.strategicGame()
      let tolerance = random.element(of: [0, 0, 1])
      for profile in slow.shape.legal {
        for player in 0..<game.playerCount {
          let replies = slow.bestReplies(player, profile, tolerance)
          let expected = replies.flatMap { slow.shape.strategy(of: player, in: $0) }
          guard game.bestReplies(of: player, to: profile, tolerance: tolerance) == expected else {
            return "\(game): best replies of \(player) to \(profile)"
          }
          let best = slow.best(player, profile)
          let regret = game.regret(of: player, in: profile)
          guard game.bestPayoff(of: player, against: profile) == best, regret >= 0,
            regret == best - slow.payoff(player, profile)
          else { return "\(game): regret of \(player) in \(profile)" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Elimination removes all that is dominated in a round at once, until nothing is")
  func elimination() throws {
    let wrong = try failures(seeds: 800) { random in
      let (game, slow) = try random.strategicGame()
      for isWeak in [false, true] {
        let found = game.eliminatingDominated(isWeak ? .weak : .strict)
        let expected = slowElimination(slow, isWeak: isWeak)
        let rounds = found.rounds.map { round in
          round.map { [$0.player, $0.strategy] }.sorted { $0.lexicographicallyPrecedes($1) }
        }
        guard rounds == expected.rounds, found.survivors == expected.survivors else {
          return "\(game), weak \(isWeak): \(rounds), \(found.survivors) for \(expected)"
        }
        guard areDominatorsRight(found, slow, isWeak: isWeak) else {
          return "\(game), weak \(isWeak): dominators in \(found)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("No equilibrium is lost by eliminating strictly dominated strategies")
  func eliminationKeepsEquilibria() throws {
    let wrong = try failures(seeds: 500) { random in
      let (game, slow) = try random.strategicGame()
      let survivors = game.eliminatingDominated(.strict).survivors
      for equilibrium in slow.equilibria(0) {
        let strategies = slow.shape.outcomes[equilibrium]
        guard zip(strategies, survivors).allSatisfy({ $1.contains($0) }) else {
          return "\(game): \(strategies)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  /// Profiles of the others among the survivors, with the player at any one strategy.
  private func contexts(_ slow: SlowGame<Int>, _ player: Int, _ survivors: [[Int]]) -> [Int] {
    slow.shape.legal.filter { profile in
      slow.shape.outcomes[profile].enumerated().allSatisfy { other, strategy in
        other == player ? strategy == 0 : survivors[other].contains(strategy)
      }
    }
  }

  private func profile(_ slow: SlowGame<Int>, _ player: Int, _ strategy: Int) -> Int {
    slow.shape.number(of: slow.shape.counts.indices.map { $0 == player ? strategy : 0 })
  }

  private func slowElimination(
    _ slow: SlowGame<Int>,
    isWeak: Bool
  ) -> (rounds: [[[Int]]], survivors: [[Int]]) {
    var survivors = slow.shape.counts.map { Array(0..<$0) }
    var rounds: [[[Int]]] = []
    while true {
      var round: [[Int]] = []
      for player in survivors.indices {
        let contexts = contexts(slow, player, survivors)
        for worse in survivors[player] {
          let isDominated = survivors[player].contains { better in
            slow.dominates(
              profile(slow, player, better),
              profile(slow, player, worse),
              player,
              isWeak: isWeak,
              contexts
            )
          }
          if isDominated { round.append([player, worse]) }
        }
      }
      if round.isEmpty { return (rounds, survivors) }
      for gone in round { survivors[gone[0]].removeAll { $0 == gone[1] } }
      rounds.append(round)
    }
  }

  private func areDominatorsRight(_ found: Elimination, _ slow: SlowGame<Int>, isWeak: Bool) -> Bool
  {
    var survivors = slow.shape.counts.map { Array(0..<$0) }
    for round in found.rounds {
      for gone in round {
        let contexts = contexts(slow, gone.player, survivors)
        let isDominator = slow.dominates(
          profile(slow, gone.player, gone.dominator),
          profile(slow, gone.player, gone.strategy),
          gone.player,
          isWeak: isWeak,
          contexts
        )
        let survives = !round.contains {
          $0.player == gone.player && $0.strategy == gone.dominator
        }
        guard isDominator, survives else { return false }
      }
      for gone in round { survivors[gone.player].removeAll { $0 == gone.strategy } }
    }
    return true
  }

  @Test("Security levels are maximin and minimax over pure strategies")
  func securityLevels() throws {
    let wrong = try failures(seeds: 500) { random in
      let (game, slow) = try random.strategicGame()
      for player in 0..<game.playerCount {
        let worst = (0..<game.strategyCounts[player]).map { strategy in
          slow.shape.legal.filter { slow.shape.outcomes[$0][player] == strategy }
            .map { slow.payoff(player, $0) }.min() ?? 0
        }
        let minimax = slow.shape.legal.map { slow.best(player, $0) }.min()
        let level = game.securityLevel(of: player)
        guard level.payoff == worst.max(), level.minimax == minimax, level.payoff <= level.minimax,
          level.strategies == worst.indices.filter({ worst[$0] == level.payoff })
        else { return "\(game): \(level)" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test(
    "Profiles better for all, and those that none is better than, are found by comparing all pairs"
  )
  func paretoComparisons() throws {
    let wrong = try failures(seeds: 500) { random in
      let (game, slow) = try random.strategicGame()
      let all = slow.shape.legal
      for profile in all {
        for isWeak in [false, true] {
          let expected = all.filter { slow.isBetterForAll($0, than: profile, isWeak: isWeak) }
          guard game.profilesBetterForAll(than: profile, weakly: isWeak) == expected else {
            return "\(game): better than \(profile), weak \(isWeak)"
          }
        }
      }
      let efficient = all.filter { profile in
        !all.contains { slow.isBetterForAll($0, than: profile, isWeak: true) }
      }
      return game.paretoEfficientProfiles() == efficient ? nil : "\(game): efficient profiles"
    }
    #expect(wrong == [])
  }

  // MARK: - Settling

  @Test("Play from every profile goes where the definition says, and its path replays")
  func settling() throws {
    let wrong = try failures(seeds: 500) { random in
      let (game, slow) = try random.strategicGame()
      let tolerance = random.element(of: [0, 0, 1])
      for start in slow.shape.legal {
        let path = game.settling(from: start, tolerance: tolerance)
        let expected = slow.settle(from: start, tolerance)
        guard path.rest == expected.rest, areRotations(path.cycle, expected.cycle) else {
          return "\(game) from \(start): \(path) for \(expected)"
        }
        if let failure = replay(path, from: start, slow, tolerance) {
          return "\(game) from \(start): \(failure) in \(path)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  /// Follows a path revision by revision and says what is wrong with it.
  private func replay(
    _ path: SettlingPath<Int>,
    from start: Int,
    _ slow: SlowGame<Int>,
    _ tolerance: Int
  ) -> String? {
    var profile = start
    var next = 0
    for revision in path.revisions {
      guard revision.from == profile else { return "a gap before \(revision)" }
      while next != revision.player {
        guard slow.stays(next, profile, tolerance) else { return "\(next) does not revise" }
        next = (next + 1) % slow.shape.playerCount
      }
      let lowest = slow.bestReplies(next, profile, 0)[0]
      let gain = slow.payoff(next, lowest) - slow.payoff(next, profile)
      guard revision.to == lowest, revision.gain == gain, gain > tolerance else {
        return "\(revision) is not to the lowest best reply"
      }
      profile = revision.to
      next = (next + 1) % slow.shape.playerCount
    }
    if let rest = path.rest {
      return rest == profile && slow.isEquilibrium(rest, tolerance) && path.cycle.isEmpty
        ? nil : "no rest"
    }
    guard path.cycle.first == profile, path.cycle.count > 1 else {
      return "the cycle does not start where the path ends"
    }
    return nil
  }

  @Test(
    "Matching pennies come back to the start with the second player to move after four revisions"
  )
  func shortestCycle() throws {
    let game = try StrategicGame(
      strategyCounts: [2, 2],
      payoffs: LiteratureGame.matchingPennies.payoffs
    )
    // The first player keeps head, so that (head, head) with the second to move is met at once.
    let path = game.settling(from: 0)
    #expect(path.revisions.map { $0.to } == [1, 3, 2, 0])
    #expect(path.cycle == [0, 1, 3, 2])
  }

  @Test("A cycle is noticed as soon as a profile comes back with the same player to move")
  func earliestCycle() throws {
    let wrong = try failures(seeds: 300) { random in
      let (game, slow) = try random.strategicGame()
      for start in slow.shape.legal {
        let path = game.settling(from: start)
        let expected = slow.settle(from: start, 0)
        guard path.revisions.map({ $0.to }) == expected.revised, path.cycle == expected.cycle else {
          return "\(game) from \(start): \(path) for \(expected)"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  // MARK: - Properties

  @Test("Affine changes of a player's payoffs change no equilibrium, dominance or path")
  func affineChanges() throws {
    let wrong = try failures(seeds: 300) { random in
      let (game, _) = try random.strategicGame()
      let factors = (0..<game.playerCount).map { _ in random.int(in: 1...7) }
      let shifts = (0..<game.playerCount).map { _ in random.int(in: -9...9) }
      let changed = try StrategicGame(
        strategyCounts: game.strategyCounts,
        payoffs: game.payoffs.enumerated().map { index, payoff in
          payoff * factors[index % game.playerCount] + shifts[index % game.playerCount]
        }
      )
      let before = game.pureEquilibria()
      let after = changed.pureEquilibria()
      guard before.map({ $0.profile }) == after.map({ $0.profile }),
        before.map({ $0.isStrict }) == after.map({ $0.isStrict })
      else { return "\(game): equilibria" }
      for dominance in [Dominance.strict, .weak] {
        let first = game.eliminatingDominated(dominance)
        let second = changed.eliminatingDominated(dominance)
        guard first.rounds == second.rounds, first.survivors == second.survivors else {
          return "\(game): elimination"
        }
      }
      for start in 0..<game.profiles.count {
        let first = game.settling(from: start)
        let second = changed.settling(from: start)
        guard first.rest == second.rest, first.cycle == second.cycle else { return "\(game): play" }
      }
      guard game.paretoEfficientProfiles() == changed.paretoEfficientProfiles() else {
        return "\(game): efficiency"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Relabelling players and strategies relabels equilibria, survivors, levels and efficiency")
  func relabelling() throws {
    let wrong = try failures(seeds: 400) { random in
      let (game, _) = try random.strategicGame()
      let players = random.permutation(of: game.playerCount)
      let strategies = game.strategyCounts.map { random.permutation(of: $0) }
      // New player p is old player players[p]; its strategy s is old strategy strategies[old][s].
      let counts = players.map { game.strategyCounts[$0] }
      let numbering = OutcomeNumbering(optionCounts: counts)
      let old = (0..<numbering.count).map { profile in
        var options = [Int](repeating: 0, count: counts.count)
        for (new, player) in players.enumerated() {
          options[player] = strategies[player][numbering.option(of: new, in: profile)]
        }
        return game.profiles.outcome(options)
      }
      let payoffs = old.flatMap { profile in players.map { game.payoff(of: $0, in: profile) } }
      let changed = try StrategicGame(strategyCounts: counts, payoffs: payoffs)
      guard
        changed.pureEquilibria().map({ old[$0.profile] }).sorted()
          == game.pureEquilibria().map({ $0.profile })
      else { return "\(game): equilibria" }
      guard
        changed.paretoEfficientProfiles().map({ old[$0] }).sorted()
          == game.paretoEfficientProfiles()
      else { return "\(game): efficiency" }
      for dominance in [Dominance.strict, .weak] {
        let first = game.eliminatingDominated(dominance)
        let second = changed.eliminatingDominated(dominance)
        for (new, player) in players.enumerated() {
          let survivors = second.survivors[new].map { strategies[player][$0] }.sorted()
          guard survivors == first.survivors[player] else { return "\(game): survivors" }
        }
        guard first.rounds.map({ $0.count }) == second.rounds.map({ $0.count }) else {
          return "\(game): rounds"
        }
      }
      for (new, player) in players.enumerated() {
        let first = game.securityLevel(of: player)
        let second = changed.securityLevel(of: new)
        guard first.payoff == second.payoff, first.minimax == second.minimax,
          second.strategies.map({ strategies[player][$0] }).sorted() == first.strategies
        else { return "\(game): levels" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Exact fractions solve games as whole numbers do")
  func fractions() throws {
    let wrong = try failures(seeds: 200) { random in
      let (game, _) = try random.strategicGame()
      let exact = try StrategicGame(
        strategyCounts: game.strategyCounts,
        payoffs: game.payoffs.map { Rational(BigInteger($0), 7) }
      )
      guard
        exact.pureEquilibria(tolerance: Rational(1, 7)).map({ $0.profile })
          == game.pureEquilibria(tolerance: 1).map({ $0.profile })
      else { return "\(game)" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("A game of one player, and players with one strategy, are solved")
  func smallestGames() throws {
    let alone = try StrategicGame(strategyCounts: [3], payoffs: [1, 4, 4])
    #expect(alone.pureEquilibria().map { $0.profile } == [1, 2])
    #expect(alone.settling(from: 0).rest == 1)
    #expect(alone.settling(from: 2).rest == 2)
    let single = try StrategicGame(strategyCounts: [1, 1], payoffs: [5, -5])
    let equilibria = single.pureEquilibria()
    #expect(equilibria.map { $0.profile } == [0])
    #expect(equilibria[0].isStrict)
    #expect(equilibria[0].largestGain == nil)
    #expect(single.bestDeviation(of: 0, from: 0) == nil)
  }
}

extension SplitMix64 {
  /// A game with few different payoffs, so that ties are frequent, twice: as given and written out.
  fileprivate mutating func strategicGame() throws -> (StrategicGame<Int>, SlowGame<Int>) {
    let players = element(of: [1, 2, 2, 2, 3, 3, 4])
    let most = players == 4 ? 2 : players == 3 ? 3 : 4
    let counts = (0..<players).map { _ in int(in: 1...most) }
    let spread = element(of: [1, 2, 5, 50])
    let count = counts.reduce(1, *)
    let payoffs = (0..<count).map { _ in (0..<players).map { _ in int(in: -spread...spread) } }
    let game = try StrategicGame(strategyCounts: counts, payoffs: payoffs.flatMap { $0 })
    return (game, SlowGame(shape: GameShape(strategyCounts: counts), payoffs: payoffs))
  }
}
