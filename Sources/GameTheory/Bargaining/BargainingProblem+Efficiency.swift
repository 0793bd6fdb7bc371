extension BargainingProblem {
  /// Which outcomes a question is about.
  public enum Domain: Sendable, Equatable {
    /// All outcomes.
    case all
    /// Those that pay nobody less than its disagreement payoff.
    case rational
  }

  /// Whether an outcome pays nobody less than its disagreement payoff.
  public func isRational(_ outcome: Int) -> Bool {
    let first = outcome * playerCount
    return (first..<first + playerCount).allSatisfy { whole.signum($0) >= 0 }
  }

  /// The outcomes that pay nobody less than its disagreement payoff, ascending.
  ///
  /// - Complexity: O(*outcomes* × *players*).
  public var rationalOutcomes: [Int] {
    (0..<outcomeCount).filter { isRational($0) }
  }

  /// The outcomes of a domain, ascending.
  func outcomes(of domain: Domain) -> [Int] {
    domain == .all ? Array(0..<outcomeCount) : rationalOutcomes
  }

  /// The outcomes of a domain that are Pareto-efficient, ascending.
  ///
  /// An outcome is efficient where no other pays everybody at least as much and somebody more; outcomes that
  /// pay the same stand or fall together. What is better for everybody than a rational outcome is rational,
  /// so the efficient of the rational outcomes are the rational ones of those that are efficient at all.
  ///
  /// The outcomes are gone through by falling sums of gains, so that only efficient ones met before can be better.
  ///
  /// - Complexity: O(*outcomes* × *efficient outcomes* × *players*) at worst, far less where most outcomes
  ///   fall to the first; memory O(*outcomes* × *players*).
  /// - Source: Kung, Luccio and Preparata, Journal of the ACM 22 (1975) 469, for the problem; Chomicki,
  ///   Godfrey, Gryz and Liang, Skyline with presorting, ICDE 2003, for the order.
  public func efficientOutcomes(in domain: Domain = .all) -> [Int] {
    let players = playerCount
    let numbers = whole.comparable(columns: players)
    var order = outcomes(of: domain).map { outcome in
      var sum: Int128 = 0
      for place in outcome * players..<(outcome + 1) * players { sum += Int128(numbers[place]) }
      return (sum: sum, outcome: outcome)
    }
    order.sort { $0.sum != $1.sum ? $0.sum > $1.sum : $0.outcome < $1.outcome }
    var front = EfficientFront(players)
    for entry in order {
      let first = entry.outcome * players
      front.meet(entry.outcome, numbers[first..<first + players])
    }
    return front.outcomes.sorted()
  }

  /// The most that each player can gain over the rational outcomes; nil where no outcome is rational.
  public var idealGains: [Rational]? {
    wholeIdealGains(rationalOutcomes).map { ideal in
      ideal.indices.map { Rational(ideal[$0], scales[$0]) }
    }
  }

  /// The most that each player can have over the rational outcomes; nil where no outcome is rational.
  public var idealPoint: [Rational]? {
    idealGains.map { gains in gains.indices.map { disagreement[$0] + gains[$0] } }
  }

  /// The largest of each player's gains, times its scale; nil for no outcomes.
  func wholeIdealGains(_ outcomes: [Int]) -> [BigInteger]? {
    guard !outcomes.isEmpty else { return nil }
    return disagreement.indices.map { player in
      var best = whole[outcomes[0] * playerCount + player]
      for outcome in outcomes { best = max(best, whole[outcome * playerCount + player]) }
      return best
    }
  }
}

/// The efficient outcomes of those met so far, which come by falling sums of their numbers.
private struct EfficientFront {
  let players: Int
  private(set) var outcomes: [Int] = []
  private var numbers: [Int64] = []
  /// The place of the outcome that was better than the last one: it often is better than the next.
  private var lastBetter = 0

  init(_ players: Int) {
    self.players = players
  }

  /// Takes in an outcome unless one that is there is better.
  mutating func meet(_ outcome: Int, _ row: ArraySlice<Int64>) {
    if lastBetter < outcomes.count, isBetter(lastBetter, row) { return }
    for place in outcomes.indices where isBetter(place, row) {
      lastBetter = place
      return
    }
    outcomes.append(outcome)
    numbers += row
  }

  private func isBetter(_ place: Int, _ row: ArraySlice<Int64>) -> Bool {
    let first = place * players
    let start = row.startIndex
    var isEqual = true
    for player in 0..<players {
      let mine = numbers[first + player]
      let other = row[start + player]
      if mine < other { return false }
      if mine > other { isEqual = false }
    }
    return !isEqual
  }
}
