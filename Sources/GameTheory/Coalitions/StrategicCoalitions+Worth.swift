/// What a coalition is worth in a strategic game, by three measures.
public struct CoalitionWorth: Sendable, Hashable {
  /// The coalition.
  public let coalition: Coalition
  /// What it can make sure of, by pure joint strategies: max over its own of the min over the others'.
  public let alpha: Rational
  /// A profile in which it has alpha, playing what makes sure of it.
  public let alphaProfile: Int
  /// What the others cannot keep it from: min over theirs of the max over its own; at least alpha.
  public let beta: Rational
  /// A profile in which it has beta, the others playing what holds it to that.
  public let betaProfile: Int
  /// The pure equilibria between it and the others, each side being after its sum, ascending; there may be none.
  public let equilibria: [Int]
  /// The least and the greatest that it has in them; nil where there are none.
  public let defensive: ClosedRange<Rational>?
}

// Characteristic functions of a strategic game.
extension StrategicCoalitions {
  /// What a coalition is worth; 0 for the empty one by alpha and beta, and over all equilibria between nobody and
  /// everybody.
  ///
  /// - Complexity: O(*players* × *profiles*).
  /// - Source: von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944), chapter VI; Aumann,
  ///   Transactions of the American Mathematical Society 98 (1961) 539, for alpha and beta; Myerson, Game Theory:
  ///   Analysis of Conflict (1991), section 9.2, for equilibria between a coalition and the others.
  public func worth(of coalition: Coalition) -> CoalitionWorth {
    let others = grandCoalition.subtracting(coalition)
    let own = Side(jointStrategies(of: coalition), sums(of: coalition))
    let opposite = Side(jointStrategies(of: others), sums(of: others))
    let scale = sumScale
    // For each strategy of its own the profile in which it has least, and so on.
    let worst = extremes(of: own.sums, by: own, isBetter: <)
    let best = extremes(of: own.sums, by: opposite, isBetter: >)
    let otherBest = extremes(of: opposite.sums, by: own, isBetter: >)
    let alphaProfile = worst.dropFirst().reduce(worst[0]) {
      own.sums[$1] > own.sums[$0] ? $1 : $0
    }
    let betaProfile = best.dropFirst().reduce(best[0]) { own.sums[$1] < own.sums[$0] ? $1 : $0 }
    let equilibria = own.sums.indices.filter { profile in
      own.sums[profile] == own.sums[best[opposite.numbers[profile]]]
        && opposite.sums[profile] == opposite.sums[otherBest[own.numbers[profile]]]
    }
    var range: ClosedRange<Rational>?
    let values = equilibria.map { own.sums[$0] }
    if let least = values.min(), let greatest = values.max() {
      range = Rational(least, scale)...Rational(greatest, scale)
    }
    return CoalitionWorth(
      coalition: coalition,
      alpha: Rational(own.sums[alphaProfile], scale),
      alphaProfile: alphaProfile,
      beta: Rational(own.sums[betaProfile], scale),
      betaProfile: betaProfile,
      equilibria: equilibria,
      defensive: range
    )
  }

  /// What each coalition is worth, by its number, the empty one first.
  ///
  /// - Complexity: O(2^*players* × *players* × *profiles*).
  public func worths() -> [CoalitionWorth] {
    grandCoalition.subsets.map { worth(of: $0) }
  }

  /// What a coalition's members have together in a profile.
  public func sum(of coalition: Coalition, in profile: Int) -> Rational {
    coalition.members.reduce(Rational(0)) { sum, player in
      let payoff = Rational(game.payoff(of: player, in: profile), scales[player])
      return sum + exchangeRates[player] * payoff
    }
  }

  /// One side of the two.
  private struct Side {
    /// For each profile what it plays in it.
    let numbers: [Int]
    /// How many strategies it has.
    let count: Int
    /// For each profile its sum, scaled.
    let sums: [BigInteger]

    init(_ strategies: (numbers: [Int], count: Int), _ sums: [BigInteger]) {
      numbers = strategies.numbers
      count = strategies.count
      self.sums = sums
    }
  }

  /// By what sums are multiplied so that they are whole.
  private var sumScale: BigInteger {
    Rational.commonDenominator(of: zip(exchangeRates, scales).map { $0 / Rational($1) })
  }

  private func sums(of coalition: Coalition) -> [BigInteger] {
    let common = Rational(sumScale)
    var sums = [BigInteger](repeating: 0, count: game.profiles.count)
    for player in coalition.members {
      let factor = (exchangeRates[player] * common / Rational(scales[player])).numerator
      for profile in sums.indices {
        sums[profile] = sums[profile] + factor * game.payoff(of: player, in: profile)
      }
    }
    return sums
  }

  /// For each strategy of a side the first profile with it whose number is best.
  private func extremes(
    of numbers: [BigInteger],
    by side: Side,
    isBetter: (BigInteger, BigInteger) -> Bool
  ) -> [Int] {
    var places = [Int](repeating: -1, count: side.count)
    for profile in numbers.indices {
      let strategy = side.numbers[profile]
      let known = places[strategy]
      if known < 0 || isBetter(numbers[profile], numbers[known]) { places[strategy] = profile }
    }
    return places
  }
}

extension CoalitionalGame {
  /// The game in which each coalition has what it can make sure of.
  ///
  /// - Parameter worths: one for each coalition, by its number, as ``StrategicCoalitions/worths()`` gives them.
  /// - Throws: as ``init(playerCount:values:)``.
  public init(alpha worths: [CoalitionWorth]) throws(CoalitionError) {
    try self.init(
      playerCount: worths.count.trailingZeroBitCount,
      values: worths.map { $0.alpha }
    )
  }

  /// The game in which each coalition has what the others cannot keep it from.
  ///
  /// - Parameter worths: one for each coalition, by its number, as ``StrategicCoalitions/worths()`` gives them.
  /// - Throws: as ``init(playerCount:values:)``.
  public init(beta worths: [CoalitionWorth]) throws(CoalitionError) {
    try self.init(playerCount: worths.count.trailingZeroBitCount, values: worths.map { $0.beta })
  }
}
