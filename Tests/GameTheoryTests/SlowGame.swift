import GameTheory

/// Who settles which decision, written out outcome by outcome: a slow reference.
///
/// Outcomes are lists of options, one for each decision, in lexicographic order; their places in
/// ``outcomes`` are their numbers.
struct GameShape {
  let playerCount: Int
  let owners: [Int]
  let counts: [Int]
  let held: [Int?]
  let outcomes: [[Int]]
  /// The outcomes that respect the held decisions.
  let legal: [Int]
  /// For each player and outcome, the outcomes that the player can choose among there, ascending.
  let choices: [[[Int]]]

  init(playerCount: Int, owners: [Int], counts: [Int], held: [Int?]) {
    self.playerCount = playerCount
    self.owners = owners
    self.counts = counts
    self.held = held
    var outcomes: [[Int]] = [[]]
    for count in counts {
      outcomes = outcomes.flatMap { outcome in (0..<count).map { outcome + [$0] } }
    }
    let legal = outcomes.indices.filter { number in
      held.indices.allSatisfy { held[$0] == nil || held[$0] == outcomes[number][$0] }
    }
    self.outcomes = outcomes
    self.legal = legal
    choices = (0..<playerCount).map { player in
      outcomes.indices.map { number in
        legal.filter { other in
          owners.indices.allSatisfy {
            owners[$0] == player || outcomes[other][$0] == outcomes[number][$0]
          }
        }
      }
    }
  }

  /// The shape of a game in strategic form: one decision for each player.
  init(strategyCounts: [Int]) {
    self.init(
      playerCount: strategyCounts.count,
      owners: Array(strategyCounts.indices),
      counts: strategyCounts,
      held: strategyCounts.map { _ in nil }
    )
  }

  func number(of outcome: [Int]) -> Int {
    outcomes.firstIndex(of: outcome) ?? -1
  }

  func has(_ options: [Int?], _ outcome: Int) -> Bool {
    options.indices.allSatisfy { options[$0] == nil || options[$0] == outcomes[outcome][$0] }
  }

  /// A player's options in an outcome.
  func strategy(of player: Int, in outcome: Int) -> [Int] {
    owners.indices.filter { owners[$0] == player }.map { outcomes[outcome][$0] }
  }

  /// The outcome in which a player's options are as in another.
  func taking(_ player: Int, from source: Int, in outcome: Int) -> Int {
    choices[player][outcome].first {
      strategy(of: player, in: $0) == strategy(of: player, in: source)
    } ?? -1
  }
}

/// A game written out payoff by payoff, solved from the definitions: a slow reference.
struct SlowGame<Payoff: Comparable & AdditiveArithmetic> {
  let shape: GameShape
  /// By outcome and player.
  let payoffs: [[Payoff]]

  /// Where play leads.
  struct Play: Equatable {
    /// The outcomes reached by revisions, in order.
    var revised: [Int]
    /// The resting outcome; nil in a cycle.
    var rest: Int?
    /// The outcomes of the cycle, in order, from the first that comes back with the same mover.
    var cycle: [Int]
  }

  func payoff(_ player: Int, _ outcome: Int) -> Payoff { payoffs[outcome][player] }

  func best(_ player: Int, _ outcome: Int) -> Payoff {
    shape.choices[player][outcome].map { payoff(player, $0) }.max() ?? .zero
  }

  /// The outcomes that a player's best replies lead to.
  func bestReplies(_ player: Int, _ outcome: Int, _ tolerance: Payoff) -> [Int] {
    let best = best(player, outcome)
    return shape.choices[player][outcome].filter { best - payoff(player, $0) <= tolerance }
  }

  func stays(_ player: Int, _ outcome: Int, _ tolerance: Payoff) -> Bool {
    shape.choices[player][outcome].allSatisfy {
      payoff(player, $0) - payoff(player, outcome) <= tolerance
    }
  }

  func isEquilibrium(_ outcome: Int, _ tolerance: Payoff) -> Bool {
    (0..<shape.playerCount).allSatisfy { stays($0, outcome, tolerance) }
  }

  func equilibria(_ tolerance: Payoff) -> [Int] {
    shape.legal.filter { isEquilibrium($0, tolerance) }
  }

  /// Tells whether a player's options in one outcome dominate those in another, given the outcomes whose
  /// options of the others count.
  func dominates(
    _ better: Int,
    _ worse: Int,
    _ player: Int,
    isWeak: Bool,
    _ contexts: [Int],
    _ tolerance: Payoff = .zero
  ) -> Bool {
    var isSometimesBetter = false
    for context in contexts {
      let high = payoff(player, shape.taking(player, from: better, in: context))
      let low = payoff(player, shape.taking(player, from: worse, in: context))
      if low - high > tolerance || high - low <= tolerance && !isWeak { return false }
      if high - low > tolerance { isSometimesBetter = true }
    }
    return isSometimesBetter
  }

  /// Tells whether every strategy of a player with the given options is dominated.
  func areDominated(
    _ player: Int,
    _ having: [Int?],
    isWeak: Bool,
    _ tolerance: Payoff = .zero
  ) -> Bool {
    guard let any = shape.legal.first else { return true }
    let strategies = shape.choices[player][any]
    let contexts = shape.legal.filter {
      shape.strategy(of: player, in: $0) == shape.strategy(of: player, in: any)
    }
    return strategies.filter { shape.has(having, $0) }.allSatisfy { worse in
      strategies.contains {
        $0 != worse && dominates($0, worse, player, isWeak: isWeak, contexts, tolerance)
      }
    }
  }

  func isBetterForAll(
    _ outcome: Int,
    than other: Int,
    isWeak: Bool,
    _ tolerance: Payoff = .zero
  ) -> Bool {
    let gains = (0..<shape.playerCount).map { payoff($0, outcome) - payoff($0, other) }
    return isWeak
      ? gains.allSatisfy { $0 + tolerance >= .zero } && gains.contains { $0 > tolerance }
      : gains.allSatisfy { $0 > tolerance }
  }

  /// Play by the definition: players in turn, one after the other, until all keep their strategies in a
  /// row, or an outcome comes back with the same player to move.
  func settle(from start: Int, _ tolerance: Payoff) -> Play {
    var outcome = start
    var player = 0
    var kept = 0
    var path: [(outcome: Int, player: Int)] = []
    var revised: [Int] = []
    while kept < shape.playerCount {
      if let first = path.firstIndex(where: { $0 == (outcome, player) }) {
        var cycle: [Int] = []
        for step in path[first...] where step.outcome != cycle.last { cycle.append(step.outcome) }
        if cycle.count > 1, cycle.first == cycle.last { cycle.removeLast() }
        return Play(revised: revised, rest: nil, cycle: cycle)
      }
      path.append((outcome, player))
      if stays(player, outcome, tolerance) {
        kept += 1
      } else {
        outcome = bestReplies(player, outcome, .zero)[0]
        revised.append(outcome)
        kept = 1
      }
      player = (player + 1) % shape.playerCount
    }
    return Play(revised: revised, rest: outcome, cycle: [])
  }
}

/// Tells whether two cycles are the same, wherever they start.
func areRotations(_ first: [Int], _ second: [Int]) -> Bool {
  first.count == second.count
    && (first.isEmpty
      || first.indices.contains { Array(first[$0...] + first[..<$0]) == second })
}
