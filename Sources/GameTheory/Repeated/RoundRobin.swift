/// A tournament in which every strategy meets every other once, and itself where that is wanted.
///
/// - Source: Axelrod, The Evolution of Cooperation (1984), chapter 2.
public struct RoundRobin: Sendable {
  /// The strategies.
  public let strategies: [RepeatedStrategy]
  /// Whether strategies meet themselves.
  public let hasSelfPlay: Bool
  /// What each strategy has in all; of a match with itself it has one player's part.
  public let totals: [Rational]

  /// For each pair, and for each strategy with itself, what the two have; by row and column, row ≤ column.
  private let results: [[Rational]]

  /// Plays a tournament.
  ///
  /// - Parameters:
  ///   - strategies: the strategies.
  ///   - turns: how many turns a match has.
  ///   - payoffs: the payoffs of a turn.
  ///   - hasSelfPlay: whether strategies meet themselves, once.
  /// - Complexity: O(*strategies*²) matches.
  public init(
    _ strategies: [RepeatedStrategy],
    turns: Int,
    payoffs: DilemmaPayoffs,
    hasSelfPlay: Bool = false
  ) {
    self.strategies = strategies
    self.hasSelfPlay = hasSelfPlay
    var totals = [Rational](repeating: 0, count: strategies.count)
    var results: [[Rational]] = []
    for row in strategies.indices {
      for column in strategies.indices[row...] {
        let match = RepeatedMatch(
          strategies[row],
          strategies[column],
          turns: turns,
          payoffs: payoffs
        )
        results.append(match.totals)
        if row != column {
          totals[row] = totals[row] + match.totals[0]
          totals[column] = totals[column] + match.totals[1]
        } else if hasSelfPlay {
          totals[row] = totals[row] + match.totals[0]
        }
      }
    }
    self.totals = totals
    self.results = results
  }

  /// What two strategies have of their match, in the order asked for; a strategy's match with itself is there too.
  public func result(_ first: Int, _ second: Int) -> (first: Rational, second: Rational) {
    let (row, column) = (min(first, second), max(first, second))
    let place = row * strategies.count - row * (row - 1) / 2 + column - row
    let pair = results[place]
    return first <= second ? (pair[0], pair[1]) : (pair[1], pair[0])
  }

  /// The strategies from the highest total down; those with the same total in the order given.
  public var ranking: [Int] {
    strategies.indices.sorted { totals[$0] != totals[$1] ? totals[$0] > totals[$1] : $0 < $1 }
  }
}
