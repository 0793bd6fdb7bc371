extension FoldedGame {
  /// A player's change of some of its decisions, the others and its remaining ones being kept.
  public struct ParametricDeviation: Sendable {
    /// The player.
    public let player: Int
    /// The outcome that the change leads to.
    public let outcome: Int
    /// What the player gains, as a polynomial in the varying variables.
    public let gain: Polynomial
  }

  /// The deviations from an outcome that decide whether it is an equilibrium.
  ///
  /// Changes of decisions that a player settles independently are told one by one: together they gain
  /// the sum of what each gains. Those that never gain more than the tolerance, whatever the parameters, are
  /// left out where that shows without knowing them.
  ///
  /// - Complexity: O(Σ over components of *own options*) differences of payoffs.
  public func deviations(from outcome: Int) -> [ParametricDeviation] {
    components.joined().flatMap { component in
      let present = component.own.reduce(0) { sum, decision in
        sum + game.numbering.option(of: decision, in: outcome) * game.numbering.strides[decision]
      }
      return component.outcomeSteps.compactMap { step -> ParametricDeviation? in
        let other = outcome - present + step
        guard other != outcome else { return nil }
        let gain = FoldedGame.fold(
          game.payoffChange(of: component.player, from: outcome, to: other),
          settings
        )
        if let value = gain.constantValue, value <= tolerance { return nil }
        return ParametricDeviation(player: component.player, outcome: other, gain: gain)
      }
    }
  }

  /// The outcomes that may be equilibria somewhere in the box, ascending.
  public var possibleEquilibria: [Int] { candidates }
}
