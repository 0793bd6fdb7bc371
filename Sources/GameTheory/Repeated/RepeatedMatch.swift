/// Two strategies playing a dilemma turn by turn, both moving at once.
public struct RepeatedMatch: Sendable, Hashable {
  /// What was done, as the first player sees it.
  public let history: PlayHistory
  /// What each of the two has in all.
  public let totals: [Rational]

  /// Plays a match, of which both players know the terms.
  ///
  /// - Parameters:
  ///   - first: the first strategy.
  ///   - second: the second, which may be the same.
  ///   - turns: how many turns are played, 0 or more.
  ///   - payoffs: the payoffs of a turn.
  /// - Complexity: O(*turns*) for machines; functions of histories may read the whole history each turn.
  public init(
    _ first: RepeatedStrategy,
    _ second: RepeatedStrategy,
    turns: Int,
    payoffs: DilemmaPayoffs
  ) {
    let terms = MatchTerms(turns: turns, payoffs: payoffs)
    var (a, b) = (first.begun(terms), second.begun(terms))
    for _ in 0..<turns {
      let (mine, theirs) = (a.play, b.play)
      a.append(own: mine, other: theirs)
      b.append(own: theirs, other: mine)
    }
    history = a.history
    totals = [a.history, b.history].map { RepeatedMatch.total($0, payoffs) }
  }

  /// What a player has of all turns.
  private static func total(_ history: PlayHistory, _ payoffs: DilemmaPayoffs) -> Rational {
    var counts = [0, 0, 0, 0]
    for (own, other) in zip(history.own, history.other) {
      counts[2 * own.rawValue + other.rawValue] += 1
    }
    var total: Rational = 0
    for own in Play.allCases {
      for other in Play.allCases {
        let count = counts[2 * own.rawValue + other.rawValue]
        total = total + Rational(count) * payoffs.payoff(own, against: other)
      }
    }
    return total
  }

  /// What a player has where each turn counts for less than the one before it.
  ///
  /// - Parameters:
  ///   - player: 0 for the first, 1 for the second.
  ///   - discount: δ, the share of its worth that a payoff keeps from one turn to the next.
  ///   - payoffs: the payoffs of a turn.
  /// - Returns: the sum of δ^t times its payoff in turn *t*, counted from 0.
  public func discountedTotal(
    of player: Int,
    discount: Rational,
    payoffs: DilemmaPayoffs
  ) -> Rational {
    let (own, other) =
      player == 0 ? (history.own, history.other) : (history.other, history.own)
    var sum: Rational = 0
    for (a, b) in zip(own, other).reversed() {
      sum = sum * discount + payoffs.payoff(a, against: b)
    }
    return sum
  }
}
