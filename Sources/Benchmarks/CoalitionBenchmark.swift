import GameTheory
import Glibc
import Negotiation

/// How fast votes are counted, coalitions of a scenario weighed, and nucleoli found; each answer is checked.
struct CoalitionBenchmark {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    print("coalitions: all on 1 thread of \(sysconf(Int32(_SC_NPROCESSORS_ONLN)))")
    vote()
    worths()
    for players in 5...8 { nucleolus(players) }
  }

  /// Twenty voters, by generating functions and one coalition after the other.
  private func vote() {
    var numbers = Numbers()
    let weights = (0..<20).map { _ in Rational(numbers.next(100) + 1) }
    let quota = (weights.reduce(0, +) / 2).floor + 1
    guard let vote = try? WeightedVoting(weights: weights, quota: Rational(quota)) else { return }
    var counted: (shapley: [Rational]?, banzhaf: [Rational]?)
    let counting = Timing(runs: 11) {
      counted = (try? vote.shapleyShubikIndex(), try? vote.banzhafAbsolute())
    }
    var listed: (shapley: [Rational]?, banzhaf: [Rational]?)
    let listing = Timing(runs: 3) {
      guard let game = try? vote.game() else { return }
      listed = (game.shapleyValue(), game.banzhafValue())
    }
    guard counted.shapley != nil, counted.shapley == listed.shapley,
      counted.banzhaf == listed.banzhaf
    else {
      Benchmarks.complain("counting and looking at every coalition disagree")
      return
    }
    report(
      "20 voters, Shapley and Banzhaf by counting",
      counting.median * 1000,
      "ms (spread \(percent(counting.spread)))"
    )
    report(
      "  by all 1,048,576 coalitions",
      listing.median * 1000,
      "ms, the same fractions; \(Int(listing.median / counting.median)) times as long"
    )
  }

  /// What all coalitions of a scenario are worth, checked against what is known of such worths.
  private func worths() {
    guard let model = try? ScenarioModel(scenario) else { return }
    let exact = ExactGame(model.game, at: model.values)
    guard let game = try? StrategicCoalitions(exact) else { return }
    var worths: [CoalitionWorth] = []
    let worth = Timing(runs: 11) { worths = game.worths() }
    let isSuperadditive = (try? CoalitionalGame(alpha: worths))?.isSuperadditive ?? false
    guard isSuperadditive, worths.allSatisfy({ $0.alpha <= $0.beta }) else {
      Benchmarks.complain("the worths are not those of a strategic game")
      return
    }
    let size = "\(worths.count) coalitions, \(exact.strategic.profiles.count) outcomes"
    report("worths of \(size)", worth.median * 1000, "ms (spread \(percent(worth.spread)))")
    var wishes = Coalitions.Wishes()
    wishes.outcomes = [model.statusQuo]
    wishes.rates = scenario.players.map { _ in 1 }
    let whole = Timing(runs: 5) { _ = try? Coalitions(model, wishes) }
    report(
      "  all that 'detente coalitions' finds",
      whole.median * 1000,
      "ms (spread \(percent(whole.spread)))"
    )
  }

  /// The nucleolus of random games, verified by Kohlberg's criterion.
  private func nucleolus(_ players: Int) {
    var numbers = Numbers()
    let games = (0..<10).compactMap { _ in
      try? CoalitionalGame(playerCount: players) { coalition in
        Rational(coalition.count == 1 ? 0 : numbers.next(20) + 12 * (coalition.count - 1))
      }
    }
    var found: [Nucleolus?] = []
    let time = Timing(runs: 3) { found = games.map { try? $0.nucleolus() } }
    let isRight = zip(games, found).allSatisfy { game, nucleolus in
      nucleolus.map { game.nucleolusVerdict(of: $0.payoffs) == .isNucleolus } ?? false
    }
    guard isRight else {
      Benchmarks.complain("a nucleolus of \(players) players is none")
      return
    }
    report(
      "nucleolus, \(players) players",
      time.median * 1000 / Double(games.count),
      "ms for each of \(games.count), all verified"
    )
  }

  /// The same numbers in each run.
  private struct Numbers {
    private var state: UInt64 = 1

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
