/// A lottery over outcomes: which of them comes about with which probability.
public struct Lottery: Sendable, Equatable {
  /// An outcome with its probability.
  public struct Entry: Sendable, Equatable {
    /// The outcome.
    public let outcome: Int
    /// Its probability, above 0.
    public let probability: Rational

    /// Creates an entry.
    public init(outcome: Int, probability: Rational) {
      self.outcome = outcome
      self.probability = probability
    }
  }

  /// The outcomes that can come about, ascending, each once; their probabilities add up to 1.
  public let entries: [Entry]

  /// Creates a lottery from entries, which are sorted; those of the same outcome add up, those of 0 go.
  ///
  /// Nothing else is checked here; ``BargainingProblem/isLottery(_:in:)`` checks it.
  public init(_ entries: [Entry]) {
    var merged: [Entry] = []
    for entry in entries.sorted(by: { $0.outcome < $1.outcome })
    where entry.probability.signum != 0 {
      if let last = merged.last, last.outcome == entry.outcome {
        merged[merged.count - 1] = Entry(
          outcome: entry.outcome,
          probability: last.probability + entry.probability
        )
      } else {
        merged.append(entry)
      }
    }
    self.entries = merged
  }
}

/// A price for each player's gain, and a sum that the prices of no outcome's gains exceed.
///
/// In every outcome of the domain Σ price × gain is at most the bound. So it is for every lottery over them, which
/// is how these numbers prove that no lottery is better than an answer.
public struct GainBound: Sendable, Equatable {
  /// One for each player, for one util of its gain.
  public let prices: [Rational]
  /// What no outcome exceeds.
  public let bound: Rational

  /// Creates a bound, which ``BargainingProblem/holds(_:in:)`` checks.
  public init(prices: [Rational], bound: Rational) {
    self.prices = prices
    self.bound = bound
  }
}

/// What came of looking for the best lottery.
public enum LotteryAnswer<Solution: Sendable & Equatable>: Sendable, Equatable {
  /// A best lottery, with what proves it.
  case solution(Solution)
  /// No lottery pays everybody its disagreement payoff: prices of at least 0 with a bound below 0 prove it.
  case none(GainBound)

  /// The best lottery; nil for none.
  public var solution: Solution? {
    if case .solution(let solution) = self { solution } else { nil }
  }
}

extension BargainingProblem {
  /// The gains that are expected of a lottery, one for each player.
  public func expectedGains(of lottery: Lottery) -> [Rational] {
    wholeGains(of: lottery).enumerated().map { $0.element / Rational(scales[$0.offset]) }
  }

  /// The payoffs that are expected of a lottery, one for each player.
  public func expectedPayoffs(of lottery: Lottery) -> [Rational] {
    expectedGains(of: lottery).enumerated().map { disagreement[$0.offset] + $0.element }
  }

  /// The expected gains, times the players' scales.
  func wholeGains(of lottery: Lottery) -> [Rational] {
    let common = Rational.commonDenominator(of: lottery.entries.map { $0.probability })
    let parts = lottery.entries.map { ($0.probability * Rational(common)).numerator }
    return disagreement.indices.map { player in
      var sum: BigInteger = 0
      for (entry, part) in zip(lottery.entries, parts) {
        sum = sum + part * whole[entry.outcome * playerCount + player]
      }
      return Rational(sum, common)
    }
  }

  /// Whether numbers are a lottery over outcomes of the domain.
  public func isLottery(_ lottery: Lottery, in domain: Domain) -> Bool {
    let entries = lottery.entries
    let isAscending = zip(entries, entries.dropFirst()).allSatisfy { $0.outcome < $1.outcome }
    return isAscending
      && entries.allSatisfy { entry in
        (0..<outcomeCount).contains(entry.outcome) && entry.probability.signum > 0
          && (domain == .all || isRational(entry.outcome))
      }
      && entries.reduce(Rational(0)) { $0 + $1.probability } == 1
  }

  /// Whether no outcome of the domain exceeds a bound.
  ///
  /// - Complexity: O(*outcomes* × *players*).
  public func holds(_ bound: GainBound, in domain: Domain) -> Bool {
    guard bound.prices.count == playerCount else { return false }
    let prices = bound.prices.enumerated().map { $0.element / Rational(scales[$0.offset]) }
    let common = Rational(Rational.commonDenominator(of: prices))
    let factors = prices.map { ($0 * common).numerator }
    let limit = (bound.bound * common).floor
    return (0..<outcomeCount).allSatisfy { outcome in
      domain == .rational && !isRational(outcome) || weightedSum(factors, outcome) <= limit
    }
  }
}
