import GameTheory
import TestSupport
import Testing

@Suite("Coalitional games: core, nucleolus, bargaining set")
struct CoreAndNucleolusTests {
  @Test("core: a point in it, or a balanced collection that cannot be paid")
  func core() throws {
    var kinds = (0, 0)
    let wrong = try failures(seeds: 150) { random in
      let game = try CoalitionalGame.random(players: random.int(in: 1...5), &random)
      let all = game.grandCoalition.subsets
      switch game.core() {
      case .point(let payoffs):
        kinds.0 += 1
        if payoffs.reduce(0, +) != game.value(of: game.grandCoalition) { return "sum" }
        if all.contains(where: { game.excess(of: $0, at: payoffs) > 0 }) { return "complaint" }
        if !game.isInCore(payoffs) || !game.complaining(at: payoffs).isEmpty { return "isInCore" }
        guard let ranges = game.corePayoffRanges() else { return "no ranges" }
        if !zip(payoffs, ranges).allSatisfy({ $1.contains($0) }) { return "ranges" }
        if let least = game.leastCore(), least.excess > 0 { return "least core" }
      case .empty(let collection):
        kinds.1 += 1
        if !game.provesEmptyCore(collection) { return "no proof" }
        if game.corePayoffRanges() != nil { return "ranges" }
        guard let least = game.leastCore(), least.excess > 0 else { return "least core" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(kinds.0 > 20 && kinds.1 > 20)
  }

  @Test("a weaker collection proves nothing")
  func weakProofs() throws {
    let game = try CoalitionalGame(playerCount: 3, values: [0, 0, 0, 1, 0, 1, 1, 1])
    let half = 1 / Rational(2)
    let pairs = [3, 5, 6].map { Coalition(rawValue: $0) }
    #expect(game.provesEmptyCore(pairs.map { WeightedCoalition($0, weight: half) }))
    #expect(!game.provesEmptyCore(pairs.map { WeightedCoalition($0, weight: 1) }))
    #expect(!game.provesEmptyCore([WeightedCoalition(game.grandCoalition, weight: 1)]))
    #expect(!game.isInCore([half, half, 0]))
    #expect(!game.isInCore([1, 1, 1]))
  }

  @Test("ranges in the core against known ones")
  func ranges() throws {
    let gloves = try CoalitionalGame(playerCount: 3, values: [0, 0, 0, 1, 0, 1, 0, 1])
    #expect(gloves.corePayoffRanges() == [1...1, 0...0, 0...0])
    let free = try CoalitionalGame(playerCount: 3, values: [0, 0, 0, 4, 0, 3, 2, 6])
    // The greatest is what the other two leave, and that of these two leaves the first 6 - 3 - 2.
    #expect(free.corePayoffRanges() == [1...4, 0...3, 0...2])
  }

  @Test(
    "the least core's level is that of its point, and its coalitions prove that no lower one is"
  )
  func leastCore() throws {
    let wrong = try failures(seeds: 100) { random in
      let game = try CoalitionalGame.random(players: random.int(in: 2...5), &random)
      guard let answer = game.leastCore() else { return "none" }
      let excesses = CoalitionReferences.sortedExcesses(game, answer.payoffs)
      if answer.payoffs.reduce(0, +) != game.value(of: game.grandCoalition) { return "sum" }
      if excesses[0] != answer.excess { return "level" }
      var shares = [Rational](repeating: 0, count: game.playerCount)
      var bound: Rational = 0
      for part in answer.binding {
        bound = bound + part.weight * game.value(of: part.coalition)
        for player in part.coalition.members { shares[player] = shares[player] + part.weight }
      }
      if Set(shares).count != 1 { return "not balanced" }
      if answer.binding.reduce(0, { $0 + $1.weight }) != 1 { return "weights" }
      if bound - shares[0] * game.value(of: game.grandCoalition) != answer.excess {
        return "bound"
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test(
    "nucleolus and prenucleolus meet Kohlberg's criterion; they differ where somebody would get too little"
  )
  func nucleolus() throws {
    var differing = 0
    let wrong = try failures(seeds: 80) { random in
      let game = try CoalitionalGame.random(players: random.int(in: 1...5), &random)
      let before = game.prenucleolus()
      if game.prenucleolusVerdict(of: before.payoffs) != .isNucleolus { return "prenucleolus" }
      if !falls(before.levels.map { $0.excess }) { return "levels" }
      if before.levels.first?.excess != game.leastCore()?.excess { return "first level" }
      let singles = (0..<game.playerCount).map { game.value(of: Coalition(members: [$0])) }
      if singles.reduce(0, +) > game.value(of: game.grandCoalition) {
        do {
          _ = try game.nucleolus()
          return "a nucleolus without imputations"
        } catch {
          return error as? CoalitionError == .noImputation ? nil : "\(error)"
        }
      }
      let answer = try game.nucleolus()
      if game.nucleolusVerdict(of: answer.payoffs) != .isNucleolus { return "nucleolus" }
      if !falls(answer.levels.map { $0.excess }) { return "levels of the nucleolus" }
      if !zip(answer.payoffs, singles).allSatisfy({ $0 >= $1 }) { return "too little" }
      let isSame = answer.payoffs == before.payoffs
      if !isSame { differing += 1 }
      if isSame != zip(before.payoffs, singles).allSatisfy({ $0 >= $1 }) { return "sameness" }
      if case .point = game.core(), !game.isInCore(answer.payoffs) { return "not in the core" }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(differing > 5)
  }

  private func falls(_ levels: [Rational]) -> Bool {
    zip(levels, levels.dropFirst()).allSatisfy { $0 >= $1 }
  }

  @Test("other divisions have greater complaints, and the criterion shows how to make them smaller")
  func improvable() throws {
    let wrong = try failures(seeds: 100) { random in
      let game = try CoalitionalGame.random(players: random.int(in: 2...5), &random)
      let best = CoalitionReferences.sortedExcesses(game, game.prenucleolus().payoffs)
      let payoffs = CoalitionReferences.division(game, &random)
      let excesses = CoalitionReferences.sortedExcesses(game, payoffs)
      switch game.prenucleolusVerdict(of: payoffs) {
      case .notAdmissible: return "not admissible"
      case .isNucleolus: return excesses == best ? nil : "accepted"
      case .improvable(_, let direction):
        if !best.lexicographicallyPrecedes(excesses) { return "not the least" }
        if direction.reduce(0, +) != 0 { return "direction" }
        var step: Rational = 1
        for _ in 0..<40 {
          let next = zip(payoffs, direction).map { $0 + step * $1 }
          let sorted = CoalitionReferences.sortedExcesses(game, next)
          if sorted.lexicographicallyPrecedes(excesses) { return nil }
          step = step / 2
        }
        return "no improvement"
      }
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("payoffs that are no imputation are not judged")
  func notAdmissible() throws {
    let game = try CoalitionalGame(playerCount: 2, values: [0, 1, 1, 3])
    #expect(game.nucleolusVerdict(of: [3, 0]) == .notAdmissible)
    #expect(game.prenucleolusVerdict(of: [1, 1]) == .notAdmissible)
    #expect(game.bargainingVerdict(of: [3, 0]) == .notImputation)
    #expect(game.nucleolusVerdict(of: [3 / Rational(2), 3 / Rational(2)]) == .isNucleolus)
  }

  @Test("the nucleolus of bankruptcy is the division of the Talmud")
  func talmud() throws {
    let claims: [Rational] = [100, 200, 300]
    let third = 100 / Rational(3)
    for (estate, expected) in [
      (100, [third, third, third]), (200, [50, 75, 75]), (300, [50, 100, 150]),
    ] as [(Rational, [Rational])] {
      let game = try CoalitionalGame.bankruptcy(estate: estate, claims: claims)
      #expect(try game.nucleolus().payoffs == expected)
    }
    let wrong = try failures(seeds: 40) { random in
      let claims = (0..<random.int(in: 1...6)).map { _ in Rational(random.int(in: 0...30)) / 2 }
      let total = claims.reduce(0, +)
      let estate = total * Rational(random.int(in: 0...12)) / 12
      let game = try CoalitionalGame.bankruptcy(estate: estate, claims: claims)
      if !game.isConvex { return "not convex" }
      let expected = CoalitionReferences.talmud(estate, claims)
      return try game.nucleolus().payoffs == expected ? nil : "\(estate) of \(claims)"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("convex games: the Shapley value is in the core")
  func convex() throws {
    let wrong = try failures(seeds: 40) { random in
      let game = try CoalitionalGame.randomConvex(players: random.int(in: 1...6), &random)
      if !game.isConvex { return "not convex" }
      return game.isInCore(game.shapleyValue()) ? nil : "not in the core"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("eight players, among them many that are alike")
  func larger() throws {
    var random = SplitMix64(seed: 8)
    for game in [
      try CoalitionalGame.random(players: 8, &random),
      try WeightedVoting(weights: [5, 4, 3, 3, 2, 2, 1, 1], quota: 11).game(),
      try WeightedVoting(weights: [1, 1, 1, 1, 1, 1, 1, 1], quota: 5).game(),
    ] {
      let answer = game.prenucleolus()
      #expect(game.prenucleolusVerdict(of: answer.payoffs) == .isNucleolus)
    }
  }

  @Test("bargaining set: the majority of three splits evenly")
  func majority() throws {
    let game = try CoalitionalGame(playerCount: 3, values: [0, 0, 0, 1, 0, 1, 1, 1])
    let third = 1 / Rational(3)
    let half = 1 / Rational(2)
    #expect(game.bargainingVerdict(of: [third, third, third]) == .isMember)
    guard case .objection(let objection) = game.bargainingVerdict(of: [half, half, 0]) else {
      Issue.record("no objection")
      return
    }
    #expect(objection.coalition.includes(2))
  }

  @Test(
    "objections without a counter-objection by the definition; where there are none, none is on a grid"
  )
  func bargainingSet() throws {
    var kinds = (0, 0)
    let wrong = try failures(seeds: 100) { random in
      let game = try CoalitionalGame.random(players: random.int(in: 2...4), &random, above: 0)
      guard let nucleolus = try? game.nucleolus().payoffs else { return nil }
      if game.bargainingVerdict(of: nucleolus) != .isMember { return "nucleolus" }
      let payoffs = CoalitionReferences.imputation(game, &random)
      switch game.bargainingVerdict(of: payoffs) {
      case .notImputation: return "no imputation"
      case .objection(let objection):
        kinds.0 += 1
        return isUnanswered(objection, game, payoffs) ? nil : "\(objection)"
      case .isMember:
        kinds.1 += 1
        return gridObjection(game, payoffs).map { "\($0)" }
      }
    }
    #expect(wrong.isEmpty, "\(wrong)")
    #expect(kinds.0 > 5 && kinds.1 > 5)
  }

  /// Whether it is an objection, and nobody can counter it.
  private func isUnanswered(
    _ objection: Objection,
    _ game: CoalitionalGame,
    _ payoffs: [Rational]
  ) -> Bool {
    let coalition = objection.coalition
    var asked = payoffs
    for (member, payoff) in zip(coalition.members, objection.payoffs) {
      if payoff <= payoffs[member] { return false }
      asked[member] = payoff
    }
    return coalition.includes(objection.player) && !coalition.includes(objection.target)
      && objection.payoffs.reduce(0, +) == game.value(of: coalition)
      && game.grandCoalition.subsets.allSatisfy { answer in
        !answer.includes(objection.target) || answer.includes(objection.player)
          || game.excess(of: answer, at: asked) < 0
      }
  }

  /// An objection without a counter-objection that pays gains in steps of an eighth of the whole.
  private func gridObjection(_ game: CoalitionalGame, _ payoffs: [Rational]) -> Objection? {
    for coalition in game.grandCoalition.subsets where game.excess(of: coalition, at: payoffs) > 0 {
      let unit = game.excess(of: coalition, at: payoffs) / 8
      for gains in gains(members: coalition.count, units: 8) {
        let asked = zip(coalition.members, gains).map { payoffs[$0] + unit * Rational($1) }
        for player in coalition.members {
          for target in 0..<game.playerCount where !coalition.includes(target) {
            let objection = Objection(
              player: player,
              target: target,
              coalition: coalition,
              payoffs: asked
            )
            if isUnanswered(objection, game, payoffs) { return objection }
          }
        }
      }
    }
    return nil
  }

  /// All ways to hand out units, at least one to each.
  private func gains(members: Int, units: Int) -> [[Int]] {
    guard members > 1 else { return units > 0 ? [[units]] : [] }
    return (1..<max(1, units)).flatMap { first in
      gains(members: members - 1, units: units - first).map { [first] + $0 }
    }
  }
}
