/// Whether there is a division of what all have together with which no coalition has reason to leave.
public enum CoreAnswer: Sendable, Hashable {
  /// There is; one of them, a payoff for each player.
  case point([Rational])
  /// There is none; a balanced collection of coalitions that could have more than all together proves it.
  case empty([WeightedCoalition])
}

/// The divisions with which the greatest complaint is least.
public struct LeastCore: Sendable, Hashable {
  /// The greatest excess of a coalition other than none and all; above 0 exactly where the core is empty.
  public let excess: Rational
  /// One of the divisions, a payoff for each player.
  public let payoffs: [Rational]
  /// The proof: balanced coalitions, with weights of 1 in sum, whose weighted excess is the same at all divisions.
  public let binding: [WeightedCoalition]
}

// The core and the least core, by linear programmes.
extension CoalitionalGame {
  /// A point of the core, or why it is empty.
  ///
  /// The core has the payoffs x with x(N) = v(N) and x(S) ≥ v(S) for all S. It is empty exactly when weights λ > 0
  /// on some coalitions, which for each player that is in them add up to 1, have Σ λ(S) v(S) > v(N).
  ///
  /// - Complexity: a linear programme with *players* rows for each round of adding the coalitions that complain
  ///   most, and O(2^*players*) for finding them.
  /// - Source: Bondareva, Problemy Kibernetiki 10 (1963) 119; Shapley, Naval Research Logistics Quarterly 14 (1967)
  ///   453; Gillies, Contributions to the Theory of Games IV (1959) 47.
  public func core() -> CoreAnswer {
    let total = value(of: grandCoalition)
    guard playerCount > 1 else { return .point([total]) }
    let goal = [Rational](repeating: 1, count: playerCount)
    var program = ExcessProgram(self, goal: goal, hasLevel: false)
    guard let answer = program.solve(until: total) else {
      preconditionFailure("every game has payoffs that are large enough")
    }
    if answer.objective > total {
      return .empty(answer.priced)
    }
    // What is left over is given to the first player; no coalition gets less for that.
    var payoffs = answer.payoffs
    payoffs[0] = payoffs[0] + (total - answer.objective)
    return .point(payoffs)
  }

  /// Tells whether payoffs add up to v(N) and give every coalition what it can have alone.
  ///
  /// - Complexity: O(2^*players*).
  public func isInCore(_ payoffs: [Rational]) -> Bool {
    isDivision(payoffs)
      && ComplaintScan(self).loudest(at: payoffs, above: 0, except: trivial).isEmpty
  }

  /// The coalitions that could have more alone than they get, ascending as numbers.
  ///
  /// - Complexity: O(*players* × 2^*players*).
  public func complaining(at payoffs: [Rational]) -> [Coalition] {
    whole.indices.dropFirst().map { Coalition(index: $0) }.filter {
      excess(of: $0, at: payoffs) > 0
    }
  }

  /// The least and the greatest that each player gets in the core; nil where that is empty.
  public func corePayoffRanges() -> [ClosedRange<Rational>]? {
    guard case .point = core() else { return nil }
    return (0..<playerCount).map { player in
      let low = coreExtreme(player, 1)
      return low...max(low, -coreExtreme(player, -1))
    }
  }

  private func coreExtreme(_ player: Int, _ sign: Rational) -> Rational {
    var goal = [Rational](repeating: 0, count: playerCount)
    goal[player] = sign
    var program = ExcessProgram(self, goal: goal, hasLevel: false)
    program.equalities = [(grandCoalition, value(of: grandCoalition))]
    guard let answer = program.solve() else { preconditionFailure("the core is not empty") }
    return answer.objective
  }

  /// The least core; nil for one player, where there are no other coalitions.
  ///
  /// - Complexity: as ``core()``.
  /// - Source: Maschler, Peleg and Shapley, Mathematics of Operations Research 4 (1979) 303.
  public func leastCore() -> LeastCore? {
    guard playerCount > 1 else { return nil }
    var program = ExcessProgram(
      self,
      goal: [Rational](repeating: 0, count: playerCount),
      hasLevel: true
    )
    program.equalities = [(grandCoalition, value(of: grandCoalition))]
    guard let answer = program.solve() else {
      preconditionFailure("there are always payoffs with some level")
    }
    return LeastCore(excess: answer.level, payoffs: answer.payoffs, binding: answer.priced)
  }

  /// Tells whether weights prove that the core is empty.
  ///
  /// They are above 0, for each player those of its coalitions add up to 1, and the weighted values exceed v(N).
  public func provesEmptyCore(_ collection: [WeightedCoalition]) -> Bool {
    guard collection.allSatisfy({ $0.weight > 0 }) else { return false }
    var shares = [Rational](repeating: 0, count: playerCount)
    var sum: Rational = 0
    for part in collection {
      guard part.coalition.isSubset(of: grandCoalition) else { return false }
      for player in part.coalition.members { shares[player] = shares[player] + part.weight }
      sum = sum + part.weight * value(of: part.coalition)
    }
    return shares.allSatisfy { $0 == 1 } && sum > value(of: grandCoalition)
  }

  /// Tells whether there is one payoff for each player, v(N) in sum.
  func isDivision(_ payoffs: [Rational]) -> Bool {
    payoffs.count == playerCount && payoffs.reduce(0, +) == value(of: grandCoalition)
  }

  /// For each coalition whether it is the empty or the grand one.
  var trivial: [Bool] {
    whole.indices.map { $0 == 0 || $0 == whole.count - 1 }
  }
}
