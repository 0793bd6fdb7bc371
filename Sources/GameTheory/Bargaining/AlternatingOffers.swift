/// Shares of a pie of 1 in stationary equilibria of bargaining by offers and answers.
public enum AlternatingOffers {
  /// What the first of two players gets who makes the first offer: (1 - d2) / (1 - d1 d2).
  ///
  /// The players alternate; player *i* values a share one round later d_i times as much. The subgame-perfect
  /// equilibrium is unique and ends at once.
  ///
  /// - Parameters:
  ///   - first: the discount factor for one round of the player who begins, in 0...1.
  ///   - second: that of the other.
  /// - Returns: the share, in 0...1.
  /// - Throws: ``BargainingError/discount``, also where both are 1 and all shares are equilibria.
  /// - Source: Rubinstein, Perfect equilibrium in a bargaining model, Econometrica 50 (1982) 97, section 5.
  public static func firstShare(
    _ first: Rational,
    _ second: Rational
  ) throws(BargainingError) -> Rational {
    guard isDiscount(first), isDiscount(second), first * second != 1 else { throw .discount }
    return (1 - second) / (1 - first * second)
  }

  /// What each of *n* players gets, the one who makes the first offer first: (1 - d) d^k / (1 - d^n).
  ///
  /// The players propose in turn and all must accept; every player has the same discount factor. With a
  /// factor of 1 the shares are equal, the limit. For more than two players it is the stationary equilibrium;
  /// others exist for large factors.
  ///
  /// - Parameters:
  ///   - players: at least 1.
  ///   - discount: for one proposal, in 0...1.
  /// - Returns: one share for each player, adding up to 1.
  /// - Throws: ``BargainingError/discount`` and ``BargainingError/noPlayers``.
  /// - Source: the stationary equilibrium of Shaked's game, as in Osborne and Rubinstein, Bargaining and
  ///   Markets (1990), section 3.13.
  public static func rotationShares(
    players: Int,
    discount: Rational
  ) throws(BargainingError) -> [Rational] {
    guard players > 0 else { throw .noPlayers }
    guard isDiscount(discount) else { throw .discount }
    var powers: [Rational] = [1]
    while powers.count < players { powers.append(powers[powers.count - 1] * discount) }
    let sum = powers.reduce(Rational(0)) { $0 + $1 }
    return powers.map { $0 / sum }
  }

  /// What proposer and partners get in a legislature that votes on a proposal as it stands.
  public struct ClosedRule: Sendable, Equatable {
    /// The share of the proposer: 1 - d (q - 1) / n.
    public let proposer: Rational
    /// The share of each of the q - 1 members whose votes are bought: d / n.
    ///
    /// The others get nothing.
    public let partner: Rational
  }

  /// The shares under a closed rule, where each member is as likely to propose in every session.
  ///
  /// A member expects 1 / n of the next session, so its vote costs d / n, and the proposer buys q - 1 of
  /// them. That needs a proposer who does not mind: its own share is at least d / n since q ≤ n.
  ///
  /// - Parameters:
  ///   - members: *n*, at least 1.
  ///   - quota: *q*, how many votes pass a proposal, in 1...n; when left out a simple majority, n / 2 + 1
  ///     rounded down.
  ///   - discount: *d*, for one session, in 0...1.
  /// - Returns: the shares of proposer and partners.
  /// - Throws: ``BargainingError/discount`` and ``BargainingError/quota``.
  /// - Source: Baron and Ferejohn, Bargaining in legislatures, American Political Science Review 83 (1989)
  ///   1181, proposition 3; other quotas likewise.
  public static func closedRule(
    members: Int,
    quota: Int? = nil,
    discount: Rational
  ) throws(BargainingError) -> ClosedRule {
    guard members > 0 else { throw .quota }
    let quota = quota ?? members / 2 + 1
    guard (1...members).contains(quota) else { throw .quota }
    guard isDiscount(discount) else { throw .discount }
    let partner = discount / Rational(members)
    return ClosedRule(proposer: 1 - partner * Rational(quota - 1), partner: partner)
  }

  private static func isDiscount(_ number: Rational) -> Bool {
    number.signum >= 0 && number <= 1
  }
}
