public import GameTheory

extension ParametricGame {
  /// One player with a choice, whose second option gains a polynomial over the first.
  public static func oneMover(gaining gain: Polynomial) -> ParametricGame {
    ParametricGame(
      playerCount: 1,
      decisions: [.init(player: 0, optionCount: 2)],
      bases: [Polynomial(constant: 0)],
      effects: [
        .init(
          interest: 0,
          conditions: [.init(decision: 0, applies: [false, true])],
          amount: gain
        )
      ],
      stakes: [.init(player: 0, interest: 0, weight: Polynomial(constant: 1))]
    )
  }
}
