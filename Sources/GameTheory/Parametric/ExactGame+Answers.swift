// What is asked of an exact game. Payoffs and gains within the answers are scaled; tolerances are true.
//
// These call the generic answers with the one type of payoff that they are for, so that the compiler makes
// code for that type.
extension ExactGame {
  /// All pure equilibria, in the order of their profiles.
  public func pureEquilibria(tolerance: Rational = 0) -> [PureEquilibrium<BigInteger>] {
    strategic.pureEquilibria(tolerances: tolerances(tolerance))
  }

  /// Where sequential best replies from a profile lead.
  public func settling(from start: Int, tolerance: Rational = 0) -> SettlingPath<BigInteger> {
    strategic.settling(from: start, tolerances: tolerances(tolerance))
  }

  /// A player's best deviation from a profile; nil where it has no other strategy.
  public func bestDeviation(of player: Int, from profile: Int) -> Deviation<BigInteger>? {
    strategic.bestDeviation(of: player, from: profile)
  }

  /// What a player can make sure of.
  public func securityLevel(of player: Int) -> SecurityLevel<BigInteger> {
    strategic.securityLevel(of: player)
  }

  /// What iterated elimination of dominated strategies leaves, and in which steps.
  public func eliminatingDominated(_ dominance: Dominance, tolerance: Rational = 0) -> Elimination {
    strategic.eliminatingDominated(dominance, tolerances: tolerances(tolerance))
  }

  /// The profiles that are better than another for every player; weakly: for nobody worse and for somebody
  /// better.
  public func profilesBetterForAll(
    than other: Int,
    weakly: Bool = false,
    tolerance: Rational = 0
  ) -> [Int] {
    strategic.profilesBetterForAll(
      than: other,
      weakly: weakly,
      tolerances: tolerances(tolerance)
    )
  }
}
