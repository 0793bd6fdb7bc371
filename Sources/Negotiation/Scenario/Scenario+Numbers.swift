public import GameTheory

extension Scenario {
  /// All numbers that payoffs are made of, in file order: parameters, bases, effects, stakes.
  public var quantities: [Quantity] {
    parameters.map { $0.quantity } + interests.map { $0.base } + effects.map { $0.amount }
      + stakes.map { $0.weight }
  }

  /// The inherited claims that the scenario does not state anew, each once, the nearest parent's first.
  public var supersededClaims: [Claim] {
    var ids = Set(claims.map { $0.id })
    return inheritedClaims.reversed().filter { ids.insert($0.id).inserted }.reversed()
  }

  /// The polynomials of bases, effects and stakes, including those of motives.
  var payoffPolynomials: [Polynomial] {
    interests.map { $0.base.polynomial } + effects.map { $0.amount.polynomial }
      + stakes.map { $0.weight.polynomial }
      + motives.flatMap { $0.stakes.map { $0.weight.polynomial } }
  }

  /// Everything that is written as a number or expression: parameters, and what payoffs are made of.
  var expressions: [String] {
    quantities.map { $0.text } + motives.flatMap { $0.stakes.map { $0.weight.text } }
  }

  /// The value of each parameter as shipped; 0 for a derived one, which no polynomial mentions.
  public var parameterValues: [Rational] {
    parameters.map { $0.quantity.polynomial.constantValue ?? 0 }
  }
}
