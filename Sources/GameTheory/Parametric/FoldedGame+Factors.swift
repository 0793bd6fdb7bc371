extension FoldedGame {
  /// A polynomial with the fixed parameters put in.
  static func fold(_ polynomial: Polynomial, _ settings: [Setting]) -> Polynomial {
    polynomial.substituting { variable in
      guard case .fixed(let value) = settings[variable] else { return nil }
      return Polynomial(constant: value)
    }
  }

  /// A player's payoff as tables, leaving out what is the same in every outcome.
  static func factors(
    of player: Int,
    _ game: ParametricGame,
    _ settings: [Setting]
  ) -> [Factor] {
    var factors: [Factor] = []
    var positions: [[Int]: Int] = [:]
    for stake in game.stakesByPlayer[player].map({ game.stakes[$0] }) {
      let weight = fold(stake.weight, settings)
      guard !weight.isZero else { continue }
      for effect in game.effectsByInterest[stake.interest].map({ game.effects[$0] }) {
        let scope = effect.conditions.map { $0.decision }
        guard !scope.isEmpty else { continue }
        let amount = weight * fold(effect.amount, settings)
        guard !amount.isZero else { continue }
        let position =
          positions[scope]
          ?? {
            positions[scope] = factors.count
            factors.append(emptyFactor(over: scope, game))
            return factors.count - 1
          }()
        add(amount, of: effect, to: &factors[position])
      }
    }
    return factors
  }

  private static func emptyFactor(over scope: [Int], _ game: ParametricGame) -> Factor {
    let numbering = OutcomeNumbering(optionCounts: scope.map { game.decisions[$0].optionCount })
    return Factor(
      scope: scope,
      strides: numbering.strides,
      table: [Polynomial](repeating: Polynomial(constant: 0), count: numbering.count)
    )
  }

  private static func add(
    _ amount: Polynomial,
    of effect: ParametricGame.Effect,
    to factor: inout Factor
  ) {
    var indices = [0]
    for (position, condition) in effect.conditions.enumerated() {
      indices = indices.flatMap { index in
        condition.applies.indices.filter { condition.applies[$0] }
          .map { index + $0 * factor.strides[position] }
      }
    }
    for index in indices { factor.table[index] = factor.table[index] + amount }
  }

  /// A player's free decisions, grouped so that no table joins two groups.
  static func groups(
    of player: Int,
    _ game: ParametricGame,
    _ factors: [Factor],
    together: Bool
  ) -> [[Int]] {
    let free = game.freeDecisions(of: player)
    if together { return free.isEmpty ? [] : [free] }
    var groups = free.map { [$0] }
    for factor in factors {
      let joined = groups.indices.filter { !groups[$0].allSatisfy { !factor.scope.contains($0) } }
      guard let first = joined.first, joined.count > 1 else { continue }
      groups[first] = joined.flatMap { groups[$0] }.sorted()
      for index in joined.dropFirst().reversed() { groups.remove(at: index) }
    }
    return groups
  }

  static func component(
    _ own: [Int],
    _ player: Int,
    _ game: ParametricGame,
    _ factors: [Factor],
    _ firstEntry: Int
  ) -> Component {
    var bearing: Set<Int> = []
    for factor in factors where factor.scope.contains(where: own.contains) {
      bearing.formUnion(factor.scope)
    }
    let context = bearing.subtracting(own).sorted()
    let ownNumbering = OutcomeNumbering(optionCounts: own.map { game.decisions[$0].optionCount })
    let contextNumbering = OutcomeNumbering(
      optionCounts: context.map { game.decisions[$0].optionCount }
    )
    var strides = [Int](repeating: 0, count: game.decisions.count)
    for (position, decision) in own.enumerated() {
      strides[decision] = ownNumbering.strides[position] * contextNumbering.count
    }
    for (position, decision) in context.enumerated() {
      strides[decision] = contextNumbering.strides[position]
    }
    let steps = (0..<ownNumbering.count).map { index in
      own.enumerated().reduce(0) { sum, next in
        sum + ownNumbering.option(of: next.offset, in: index)
          * game.numbering.strides[next.element]
      }
    }
    return Component(
      player: player,
      own: own,
      context: context,
      ownCount: ownNumbering.count,
      contextCount: contextNumbering.count,
      firstEntry: firstEntry,
      strides: strides,
      outcomeSteps: steps
    )
  }
}
