/// Payoffs at the points of a block, from the unfolded game in one fixed order of operations.
///
/// A player's payoff is the sum, over its stakes in order, of weight times level; a level is the base
/// plus the effects in order; a polynomial is the sum of its terms in canonical order, each the
/// coefficient times its variables one by one. What does not vary is computed once: the same
/// operations on the same numbers, hence the same bits.
struct PayoffTable: Sendable {
  /// A polynomial of the game: its one value, or where its values at the block's points are kept.
  private enum Site {
    case constant(Double)
    case varying(Int)
  }

  /// One stake of a player in an outcome: `weight * (base + effects)`.
  private enum Part {
    case constant(Double)
    case product(weight: Int, level: [Int])
  }

  private let game: ParametricGame
  private var sites: [Site] = []
  private var varying: [FloatingPolynomial] = []
  private var siteValues: [Double] = []
  private var isFresh: [Bool] = []
  private var plans: [Int: [[Part]]] = [:]

  init(_ game: ParametricGame, settings: [FoldedGame.Setting]) {
    self.game = game
    let values = settings.map { setting -> Double? in
      guard case .fixed(let value) = setting else { return nil }
      return value.toDouble()
    }
    let amounts = game.effects.map { $0.amount }
    let weights = game.stakes.map { $0.weight }
    for polynomial in game.bases + amounts + weights {
      let form = FloatingPolynomial(polynomial)
      if let value = form.value({ values[$0] }) {
        sites.append(.constant(value))
      } else {
        sites.append(.varying(varying.count))
        varying.append(form)
      }
    }
    siteValues = [Double](repeating: 0, count: varying.count * BlockEvaluator.capacity)
    isFresh = [Bool](repeating: false, count: varying.count)
  }

  /// Forgets the values of the last block.
  mutating func forget() {
    for index in isFresh.indices { isFresh[index] = false }
  }

  /// The payoff of a player in an outcome at a point.
  mutating func payoff(
    of player: Int,
    in outcome: Int,
    at point: Int,
    values: [SIMD8<Double>]
  ) -> Double {
    if plans[outcome] == nil { plans[outcome] = plan(for: outcome) }
    guard let parts = plans[outcome]?[player] else { return 0 }
    var payoff = 0.0
    for part in parts {
      switch part {
      case .constant(let value): payoff += value
      case .product(let weight, let level):
        var sum = value(of: level[0], at: point, values)
        for site in level.dropFirst() { sum += value(of: site, at: point, values) }
        payoff += value(of: weight, at: point, values) * sum
      }
    }
    return payoff
  }

  private mutating func value(of site: Int, at point: Int, _ values: [SIMD8<Double>]) -> Double {
    switch sites[site] {
    case .constant(let value): return value
    case .varying(let index):
      if !isFresh[index] { refresh(index, values) }
      return siteValues[index * BlockEvaluator.capacity + point]
    }
  }

  private mutating func refresh(_ index: Int, _ values: [SIMD8<Double>]) {
    for point in 0..<BlockEvaluator.capacity {
      let value = varying[index].value { values[$0 * 8 + point / 8][point % 8] }
      siteValues[index * BlockEvaluator.capacity + point] = value ?? .nan
    }
    isFresh[index] = true
  }

  /// The parts of every player's payoff in an outcome.
  private func plan(for outcome: Int) -> [[Part]] {
    (0..<game.playerCount).map { player in
      game.stakesByPlayer[player].map { stake in
        let interest = game.stakes[stake].interest
        let effects = game.effectsByInterest[interest].filter {
          game.applies(game.effects[$0], in: outcome)
        }
        let level = [interest] + effects.map { game.bases.count + $0 }
        let weight = game.bases.count + game.effects.count + stake
        return folded(weight: weight, level: level)
      }
    }
  }

  private func folded(weight: Int, level: [Int]) -> Part {
    guard case .constant(let factor) = sites[weight] else {
      return .product(weight: weight, level: level)
    }
    var sum = 0.0
    for (position, site) in level.enumerated() {
      guard case .constant(let value) = sites[site] else {
        return .product(weight: weight, level: level)
      }
      sum = position == 0 ? value : sum + value
    }
    return .constant(factor * sum)
  }
}

/// A polynomial with rounded coefficients, evaluated in a fixed order.
struct FloatingPolynomial: Sendable {
  private let terms: [(coefficient: Double, variables: [Int])]

  init(_ polynomial: Polynomial) {
    terms = polynomial.terms.map { term in
      let variables = term.monomial.factors.flatMap {
        [Int](repeating: $0.variable, count: $0.exponent)
      }
      return (term.coefficient.toDouble(), variables)
    }
  }

  /// The value at a point, or nil where a variable has none.
  func value(_ variable: (Int) -> Double?) -> Double? {
    var sum = 0.0
    for (position, term) in terms.enumerated() {
      var product = term.coefficient
      for index in term.variables {
        guard let value = variable(index) else { return nil }
        product *= value
      }
      sum = position == 0 ? product : sum + product
    }
    return sum
  }
}
