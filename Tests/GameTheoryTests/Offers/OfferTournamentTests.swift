import TestSupport
import Testing

@testable import GameTheory

@Suite("Tournaments of negotiators")
struct OfferTournamentTests {
  /// Small problems whose payoffs are whole numbers of 2^-20, so that sums are exact.
  private func problem(_ random: inout SplitMix64) throws -> OfferProblem {
    let parties = random.int(in: 2...3)
    return try OfferProblem(
      utilities: (0..<parties).map { _ in
        (0..<12).map { _ in Double(random.int(in: -8...8)) / 8 }
      },
      reservations: (0..<parties).map { _ in random.element(of: [-1, -0.5, 0, 0.25]) },
      rounds: random.int(in: 2...8),
      patience: (0..<parties).map { _ in random.element(of: [1, 0.5]) },
      rule: random.oneIn(3) ? .count(2) : .unanimity,
      issues: random.oneIn(2) ? [3, 4] : nil
    )
  }

  private func tournament(_ random: inout SplitMix64) throws -> OfferTournament {
    let strategies = (0..<random.int(in: 1...4)).map { _ in OfferCase.negotiator(&random) }
    return try OfferTournament(
      try problem(&random),
      strategies: strategies,
      repetitions: random.int(in: 1...3),
      seed: random.next()
    )
  }

  @Test("every assignment of strategies to seats is played, as often as is asked for, as talks are")
  func games() throws {
    let found = try failures(seeds: 60) { random in
      let tournament = try tournament(&random)
      let problem = tournament.problem
      var seen: [[Int]: Int] = [:]
      var seeds: Set<[OfferEvent]> = []
      for number in 0..<tournament.gameCount {
        let game = tournament.play(number)
        seen[game.assignment, default: 0] += 1
        let result = try OfferSession.run(
          problem,
          game.assignment.map { tournament.strategies[$0] },
          seed: CounterRandom.bits(tournament.seed, number, 0, 2)
        )
        seeds.insert(result.trace)
        guard result.end == game.result.end, result.round == game.result.round else {
          return "game \(number) ends otherwise"
        }
        let payoffs = (0..<problem.partyCount).map { result.payoff(of: $0, in: problem) }
        guard game.payoffs == payoffs, game.number == number else { return "game \(number)" }
      }
      var count = 1
      for _ in 0..<problem.partyCount { count *= tournament.strategies.count }
      let isEven = seen.values.allSatisfy { $0 == tournament.repetitions }
      return seen.count == count && isEven ? nil : "\(seen)"
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("assignments that are drawn depend on seed and number, and each strategy comes up")
  func sample() throws {
    var random = SplitMix64(seed: 1)
    let problem = try problem(&random)
    let strategies: [Negotiator] = [.boulware, .linear, .conceder, .random]
    func tournament(_ size: Int, _ seed: UInt64) throws -> OfferTournament {
      try OfferTournament(problem, strategies: strategies, assignments: .sample(size), seed: seed)
    }
    let some = try tournament(200, 7)
    let more = try tournament(400, 7)
    let other = try tournament(200, 8)
    #expect(some.gameCount == 200)
    var counts = [Int](repeating: 0, count: 4)
    for number in 0..<200 {
      #expect(some.assignment(number) == more.assignment(number))
      for strategy in some.assignment(number) { counts[strategy] += 1 }
    }
    #expect((0..<200).contains { some.assignment($0) != other.assignment($0) })
    #expect(counts.allSatisfy { $0 > 200 * problem.partyCount / 8 })
    #expect(TournamentTally(some).strategyGame == nil)
  }

  @Test("a tally is the same in whatever order and parts games are added")
  func order() throws {
    let found = try failures(seeds: 60) { random in
      let tournament = try tournament(&random)
      let games = (0..<tournament.gameCount).map { tournament.play($0) }
      var whole = TournamentTally(tournament)
      for game in games { whole.add(game) }
      var parts = (0..<random.int(in: 1...5)).map { _ in TournamentTally(tournament) }
      for number in random.permutation(of: games.count) {
        parts[random.int(in: 0...parts.count - 1)].add(games[number])
      }
      var merged = TournamentTally(tournament)
      for part in random.permutation(of: parts.count) { merged.merge(parts[part]) }
      return merged == whole ? nil : "another tally"
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("payoffs of any size are summed without losing bits to the order")
  func bits() throws {
    let found = try failures(seeds: 60) { random in
      let scale = random.element(of: [1e-300, 1e-9, 1, 1e9, 1e300])
      let problem = try OfferProblem(
        utilities: (0..<2).map { _ in
          (0..<9).map { _ in scale * (Double(random.next() >> 11) * 0x1p-53 - 0.3) }
        },
        reservations: [-scale, 0],
        rounds: 6,
        patience: [0.9, 0.77]
      )
      let tournament = try OfferTournament(
        problem,
        strategies: [.random, .conceder, .linear],
        repetitions: 5
      )
      let games = (0..<tournament.gameCount).map { tournament.play($0) }
      var forward = TournamentTally(tournament)
      var backward = TournamentTally(tournament)
      for game in games { forward.add(game) }
      for game in games.reversed() { backward.add(game) }
      guard forward == backward else { return "order" }
      for seat in 0..<2 {
        let of = games.filter { $0.assignment[seat] == 0 }.map { $0.payoffs[seat] }
        let mean = of.reduce(0) { $0 + $1 / Double(of.count) }
        guard let found = forward.meanPayoff(of: 0, at: seat),
          (found - mean).magnitude <= 1e-14 * scale
        else { return "mean \(forward.meanPayoff(of: 0, at: seat) ?? 0) for \(mean)" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("scores and the game of choosing strategies are those counted plainly")
  func scores() throws {
    var equilibria = 0
    let found = try failures(seeds: 60) { random in
      let tournament = try tournament(&random)
      let seats = tournament.problem.partyCount
      let games = (0..<tournament.gameCount).map { tournament.play($0) }
      var tally = TournamentTally(tournament)
      guard tally.agreementRate == nil, tally.meanPayoff(of: 0, at: 0) == nil,
        tally.strategyGame == nil, tally.payoffMatrix == nil
      else { return "something from nothing" }
      for game in games { tally.add(game) }
      for strategy in tournament.strategies.indices {
        for seat in 0..<seats {
          let own = games.filter { $0.assignment[seat] == strategy }
          let agreed = own.filter { $0.result.agreement != nil }
          let score = tally.score(of: strategy, at: seat)
          guard score.games == own.count, score.agreements == agreed.count,
            score.agreementRounds == agreed.reduce(0, { $0 + $1.result.round })
          else { return "score of \(strategy) at \(seat)" }
          let sum = own.reduce(0.0) { $0 + $1.payoffs[seat] }
          guard tally.meanPayoff(of: strategy, at: seat) == sum / Double(own.count) else {
            return "mean of \(strategy) at \(seat)"
          }
        }
      }
      let agreed = games.count { $0.result.agreement != nil }
      guard tally.games == games.count, tally.agreements == agreed,
        tally.agreementRate == Double(agreed) / Double(games.count)
      else { return "rate" }
      let profiles = PlainProfiles(tournament, games)
      guard tally.payoffMatrix == profiles.means else { return "matrix" }
      guard let stable = tally.strategyGame?.pureEquilibria().map({ $0.profile }) else {
        return "no game"
      }
      equilibria += stable.count
      return stable == profiles.equilibria ? nil : "equilibria \(stable), \(profiles.equilibria)"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(equilibria > 60)
  }

  @Test(
    "gains are what payoffs are over reservation values, and nothing where nothing is agreed on"
  )
  func gains() throws {
    let found = try failures(seeds: 40) { random in
      let tournament = try self.tournament(&random)
      let problem = tournament.problem
      let games = (0..<tournament.gameCount).map { tournament.play($0) }
      var tally = TournamentTally(tournament)
      for game in games { tally.add(game) }
      for seat in 0..<problem.partyCount {
        for strategy in tournament.strategies.indices {
          let own = games.filter { $0.assignment[seat] == strategy }
          let sum = own.reduce(0) { $0 + $1.payoffs[seat] - problem.reservations[seat] }
          guard let gain = tally.meanGain(of: strategy, at: seat),
            abs(gain - sum / Double(own.count)) < 1e-12
          else { return "gain of \(strategy) at \(seat)" }
        }
      }
      guard let payoffs = tally.payoffMatrix, let gains = tally.gainMatrix else { return "matrix" }
      for place in payoffs.indices {
        let reservation = problem.reservations[place % problem.partyCount]
        guard abs(gains[place] - payoffs[place] + reservation) < 1e-12 else { return "\(place)" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    // Payoffs that no binary fraction has, below 0.
    let stuck = try OfferProblem(
      utilities: [[1, -2.3], [-2.3, 1]],
      reservations: [-1.7, -4.3 / 3],
      rounds: 3
    )
    let tournament = try OfferTournament(stuck, strategies: [.hardHeaded], repetitions: 3)
    var tally = TournamentTally(tournament)
    for number in 0..<3 { tally.add(tournament.play(number)) }
    #expect(tally.agreements == 0)
    #expect(tally.gainMatrix == [0, 0])
    #expect(tally.meanPayoff(of: 0, at: 0) == -1.7)
  }

  @Test("what cannot be played is refused")
  func mistakes() throws {
    var random = SplitMix64(seed: 2)
    let problem = try problem(&random)
    func fault(
      _ strategies: [Negotiator],
      _ assignments: OfferTournament.Assignments = .all,
      _ repetitions: Int = 1
    ) -> OfferError? {
      do throws(OfferError) {
        _ = try OfferTournament(
          problem,
          strategies: strategies,
          assignments: assignments,
          repetitions: repetitions
        )
        return nil
      } catch { return error }
    }
    #expect(fault([]) == .negotiator(seat: 0))
    #expect(fault([.linear, Negotiator(.time(.constant(-1)))]) == .negotiator(seat: 1))
    #expect(fault([.linear], .all, 0) == .rounds(0))
    #expect(fault([.linear], .sample(0)) == .rounds(0))
    #expect(fault([.linear], .sample(1 << 20), 1 << 12) == .rounds(1 << 20))
    #expect(fault([.linear], .sample(1 << 20), 1 << 10) == nil)
    let many = [Negotiator](repeating: .linear, count: 50_000)
    #expect(fault(many) != nil)
  }
}

/// Payoffs by assignment, summed plainly.
private struct PlainProfiles {
  var means: [Double] = []
  var equilibria: [Int] = []

  init(_ tournament: OfferTournament, _ games: [OfferTournament.Game]) {
    let seats = tournament.problem.partyCount
    var sums: [[Int]: [Double]] = [:]
    for game in games {
      let zero = [Double](repeating: 0, count: seats)
      sums[game.assignment] = zip(sums[game.assignment] ?? zero, game.payoffs).map { $0 + $1 }
    }
    for profile in 0..<tournament.assignmentCount {
      let assignment = tournament.assignment(profile)
      let own = sums[assignment] ?? []
      means += own.map { $0 / Double(tournament.repetitions) }
      let isStable = (0..<seats).allSatisfy { seat in
        tournament.strategies.indices.allSatisfy { strategy in
          var other = assignment
          other[seat] = strategy
          return sums[other]?[seat] ?? 0 <= own[seat]
        }
      }
      if isStable { equilibria.append(profile) }
    }
  }
}
