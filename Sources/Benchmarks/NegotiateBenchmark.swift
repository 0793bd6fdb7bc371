import Dispatch
import GameTheory

/// How many talks of five parties over 729 packages in 100 rounds are played per second.
///
/// Of each kind of negotiator: usual talks, and talks in which nobody accepts anything but its own
/// best, so that all rounds are played. Rates are by processor time, so that other work on the
/// machine counts little; threads that wait for each other would show as a lower rate.
struct NegotiateBenchmark {
  private static let seeds: UInt64 = 8
  private static let kinds: [(name: String, negotiator: Negotiator)] = [
    ("Boulware", .boulware), ("linear", .linear), ("conceder", .conceder),
    ("hard-headed", .hardHeaded), ("reciprocator", .reciprocator), ("random", .random),
    ("tit-for-tat", Negotiator(.relativeTitForTat(delay: 1))),
    ("averaged tit-for-tat", Negotiator(.averagedTitForTat(window: 4))),
    ("random tit-for-tat", Negotiator(.absoluteTitForTat(delay: 1, extra: 0.05))),
    (
      "combined acceptance", Negotiator(.time(.boulware), acceptance: .combined(after: 0.5, .best))
    ),
    ("modelling", .modelling),
    (
      "modelling, asking 30 %",
      Negotiator(.time(.constant(0.3)), choice: .modelled, acceptance: .constant(1))
    ),
  ]

  func run() {
    print(
      "negotiate: talks of 5 parties, 729 packages, 100 rounds; per second of processor time, 1 and 2 threads"
    )
    compareWithYardstick()
    for (name, negotiator) in NegotiateBenchmark.kinds {
      measure(name, negotiator, issues: 6)
      var stubborn = negotiator
      stubborn.acceptance = .constant(1)
      if stubborn != negotiator { measure("  to the end", stubborn, issues: 6) }
    }
    measure("modelling, no issues", .modelling, issues: 1)
  }

  /// Boulware talks beside a plain implementation; both must agree on the same packages.
  private func compareWithYardstick() {
    let tournaments = tournaments(.boulware, issues: 6, repetitions: 20)
    let plain = tournaments.map { PlainTalks($0.problem) }
    var found: [Int?] = []
    let mine = Timing(runs: 5) {
      found = tournaments.flatMap { games in
        (0..<games.gameCount).map { games.play($0).result.agreement }
      }
    }
    var expected: [Int?] = []
    let theirs = Timing(runs: 5) {
      expected = plain.flatMap { talks in (0..<20).map { _ in talks.agreement() } }
    }
    if found != expected { Benchmarks.complain("talks end differently from the plain ones") }
    let rate = Double(found.count) / mine.leastProcessorTime
    let plainRate = Double(found.count) / theirs.leastProcessorTime
    report("plain Boulware talks", plainRate, "talks/s, one thread; the yardstick")
    report("the same here", rate, "talks/s, \((rate / plainRate * 10).rounded() / 10) times that")
  }

  private func measure(_ name: String, _ negotiator: Negotiator, issues: Int) {
    let games = 50
    let tournaments = tournaments(negotiator, issues: issues, repetitions: games)
    let count = tournaments.count * games
    let rates = [1, 2].map { threads in
      let time = Timing(runs: 5) {
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          for tournament in tournaments {
            for game in 0..<games { _ = tournament.play(game) }
          }
        }
      }
      return Double(threads * count) / time.leastProcessorTime
    }
    report(name, rates[0], "talks/s with one thread, \(Int(rates[1])) with each of two")
  }

  private func tournaments(
    _ negotiator: Negotiator,
    issues: Int,
    repetitions: Int
  ) -> [OfferTournament] {
    (0..<NegotiateBenchmark.seeds).compactMap { seed in
      problem(seed, issues: issues).flatMap {
        try? OfferTournament($0, strategies: [negotiator], repetitions: repetitions, seed: seed)
      }
    }
  }

  /// Utilities that add up over six issues of three options each, weighed at random; nobody has
  /// anything below 40 % of its range.
  private func problem(_ seed: UInt64, issues: Int) -> OfferProblem? {
    var draw: UInt64 = 0
    func unit() -> Double {
      draw += 1
      return CounterRandom.unit(seed: seed, row: draw, column: 0)
    }
    let numbering = OutcomeNumbering(optionCounts: [3, 3, 3, 3, 3, 3])
    var utilities: [[Double]] = []
    var reservations: [Double] = []
    for _ in 0..<5 {
      let weights = (0..<6).map { _ in unit() }
      let values = (0..<18).map { _ in unit() }
      let row = (0..<numbering.count).map { package in
        (0..<6).reduce(0.0) { sum, issue in
          sum + weights[issue] * values[3 * issue + numbering.option(of: issue, in: package)]
        }
      }
      let (least, most) = (row.min() ?? 0, row.max() ?? 0)
      utilities.append(row)
      reservations.append(least + 0.4 * (most - least))
    }
    return try? OfferProblem(
      utilities: utilities,
      reservations: reservations,
      rounds: 100,
      issues: issues > 1 ? numbering.optionCounts : nil
    )
  }
}

/// Boulware talks as one would write them first: every package is looked at in every turn.
private struct PlainTalks {
  private let utilities: [[Double]]
  private let reservations: [Double]
  private let rounds: Int

  init(_ problem: OfferProblem) {
    utilities = (0..<problem.partyCount).map { party in
      (0..<problem.packageCount).map { problem.utility(of: party, $0) }
    }
    reservations = problem.reservations
    rounds = problem.rounds
  }

  /// The package agreed on; nil for none.
  func agreement() -> Int? {
    var standing: Int?
    var consenting = 0
    for round in 0..<rounds {
      let time = Double(round + 1) / Double(rounds + 1)
      let level = 1 - time * time * time * time
      for (party, row) in utilities.enumerated() {
        let rational = row.indices.filter { row[$0] >= reservations[party] }
        guard let least = row.min(), let best = row.max(), !rational.isEmpty else { return nil }
        let floor = max(least, reservations[party])
        let target = floor + level * (best - floor)
        if let package = standing, row[package] >= max(target, reservations[party]) {
          consenting += 1
          if consenting == utilities.count { return package }
        } else {
          standing = rational.filter { row[$0] >= target }.min { row[$0] < row[$1] }
          consenting = 1
        }
      }
    }
    return nil
  }
}
