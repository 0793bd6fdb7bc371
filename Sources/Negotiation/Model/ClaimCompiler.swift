public import GameTheory

/// Turns the tests of claims into predicates on the parametric game.
public struct ClaimCompiler: Sendable {
  private let model: ScenarioModel
  private let tolerance: Rational
  private var game: ParametricGame { model.game }

  /// Creates a compiler for a model's claims, in which a gain of at most the tolerance is none.
  ///
  /// Differences that a claim compares with a number are compared as they are.
  public init(_ model: ScenarioModel, tolerance: Rational = 0) {
    self.model = model
    self.tolerance = tolerance
  }

  /// The predicate of a whole claim; nil where a test of it ranges over a parameter.
  public func predicate(for claim: Claim) -> Predicate? {
    var parts: [Predicate] = []
    for test in claim.tests {
      guard let part = predicate(for: test) else { return nil }
      parts.append(part)
    }
    return .all(parts)
  }

  /// The predicate of a whole claim, tests that range over a number being decided once and for all.
  public func predicate(for claim: Claim, deciding decide: (Claim.Test) -> Bool) -> Predicate {
    .all(claim.tests.map { predicate(for: $0) ?? .constant(decide($0)) })
  }

  /// The predicate of a test; nil for one that ranges over a parameter.
  public func predicate(for test: Claim.Test) -> Predicate? {
    switch test {
    case .prefers(let player, let first, let second, let weakly, let place, let given):
      return judged(at: place, given, bearing(on: first, second, for: player)) { outcome in
        let gain = gain(player, first, over: second, at: outcome)
        return weakly
          ? .sign(gain + Polynomial(constant: tolerance), .greaterOrEqual)
          : .sign(gain - Polynomial(constant: tolerance), .greater)
      }
    case .indifferent(let player, let first, let second, let place, let given):
      return judged(at: place, given, bearing(on: first, second, for: player)) { outcome in
        let gain = gain(player, first, over: second, at: outcome)
        return .all([
          .sign(gain - Polynomial(constant: tolerance), .lessOrEqual),
          .sign(gain + Polynomial(constant: tolerance), .greaterOrEqual),
        ])
      }
    case .bestReply(let player, let options, let place, let given):
      return judged(at: place, given, bearingOnReplies(of: player)) { outcome in
        .bestReplies(
          player: player,
          .every,
          having: model.byDecision(options),
          outcome: outcome
        )
      }
    case .neverBestReply(let player, let options, let place, let given):
      return judged(at: place, given, bearingOnReplies(of: player)) { outcome in
        .bestReplies(player: player, .none, having: model.byDecision(options), outcome: outcome)
      }
    case .dominated(let player, let options, let weakly):
      return .dominated(player: player, having: model.byDecision(options), weakly: weakly)
    case .equilibria(let quantifier, let options):
      return .equilibria(quantifier.predicate, having: model.byDecision(options))
    case .betterForAll(let options, let reference, let weakly):
      let having = model.byDecision(options)
      guard reference == .settled else {
        return .betterForAll(than: model.statusQuo, having: having, weakly: weakly)
      }
      return .atRest(from: model.statusQuo) {
        .betterForAll(than: $0, having: having, weakly: weakly)
      }
    case .settles(let options, let start):
      let model = model
      return .atRest(from: model.applying(start, to: model.statusQuo)) {
        .constant(model.has(options, $0))
      }
    case .compare(let difference, let comparison, let bound, let place, let given):
      return judged(at: place, given, bearing(on: difference, bound)) { outcome in
        .sign(self.difference(difference, bound, at: outcome), comparison)
      }
    case .somewhere:
      return nil
    }
  }
}

// MARK: - Places

extension ClaimCompiler {
  /// A predicate judged at the outcomes that a test names.
  ///
  /// `bearing` lists the decisions on which the verdict can depend.
  private func judged(
    at place: Claim.Place,
    _ given: Options,
    _ bearing: [Int],
    _ predicate: @escaping @Sendable (Int) -> Predicate
  ) -> Predicate {
    let model = model
    switch place {
    case .statusQuo:
      return predicate(model.applying(given, to: model.statusQuo))
    case .settled:
      return .atRest(from: model.statusQuo) { predicate(model.applying(given, to: $0)) }
    case .every:
      return .all(outcomes(given, bearing).map(predicate))
    case .some:
      return .any(outcomes(given, bearing).map(predicate))
    }
  }

  /// The outcomes that a test at every or some outcome looks at, of those that differ in what bears.
  func outcomes(_ given: Options, _ bearing: [Int]) -> [Int] {
    let free = bearing.filter { decision in
      !given.choices.contains { $0.decision == decision }
    }
    var outcomes: [Int] = []
    game.numbering.forEach(
      varying: free,
      of: model.applying(given, to: model.statusQuo),
      allowed: free.map { game.allowedOptions(of: $0) }
    ) { outcomes.append($0) }
    return outcomes
  }

  /// The decisions on which a player's gain between two partial outcomes can depend.
  func bearing(on first: Options, _ second: Options, for player: Int) -> [Int] {
    let interests = game.stakesByPlayer[player].map { game.stakes[$0].interest }
    return bearing(on: first, second, inInterests: interests).sorted()
  }

  /// The decisions on which the difference of interests' levels between two partial outcomes can depend.
  ///
  /// A decision that only one of the two names stands in the other as it stands in the outcome judged.
  private func bearing(
    on first: Options,
    _ second: Options,
    inInterests interests: [Int]
  ) -> Set<Int> {
    let firsts = Set(first.choices.map { $0.decision })
    let seconds = Set(second.choices.map { $0.decision })
    let named = firsts.union(seconds)
    return interests.reduce(into: named) {
      $0.formUnion(game.decisionsBearing(onChangesOf: named, inInterest: $1))
    }.subtracting(firsts.intersection(seconds))
  }

  /// The other players' decisions on which a player's best replies can depend.
  func bearingOnReplies(of player: Int) -> [Int] {
    game.decisionsBearing(onChangesOf: Set(game.freeDecisions(of: player)), for: player)
  }

  /// The decisions on which a comparison of differences can depend.
  func bearing(on difference: Claim.Difference, _ bound: Claim.Bound) -> [Int] {
    var bearing = Set(self.bearing(on: difference))
    if case .difference(_, let other) = bound { bearing.formUnion(self.bearing(on: other)) }
    return bearing.sorted()
  }

  private func bearing(on difference: Claim.Difference) -> Set<Int> {
    let interests: [Int]
    switch difference.subject {
    case .level(let interest): interests = [interest]
    case .payoff(let player, let counted):
      let all = game.stakesByPlayer[player].map { game.stakes[$0].interest }
      interests = counted.isEmpty ? all : all.filter(counted.contains)
    }
    if let minus = difference.minus {
      return bearing(on: difference.of, minus, inInterests: interests)
    }
    return interests.reduce(into: Set<Int>()) { bearing, interest in
      for effect in game.effectsByInterest[interest] {
        bearing.formUnion(game.effects[effect].conditions.map { $0.decision })
      }
    }.subtracting(difference.of.choices.map { $0.decision })
  }
}

// MARK: - Figures

extension ClaimCompiler {
  /// What a player gains by the first options over the second, at an outcome.
  public func gain(_ player: Int, _ first: Options, over second: Options, at outcome: Int)
    -> Polynomial
  {
    game.payoffChange(
      of: player,
      from: model.applying(second, to: outcome),
      to: model.applying(first, to: outcome)
    )
  }

  /// A difference at an outcome.
  public func value(of difference: Claim.Difference, at outcome: Int) -> Polynomial {
    let first = model.applying(difference.of, to: outcome)
    guard let minus = difference.minus else {
      switch difference.subject {
      case .level(let interest): return game.level(of: interest, in: first)
      case .payoff(let player, let counted):
        return game.payoff(of: player, in: first) { counted.isEmpty || counted.contains($0) }
      }
    }
    let second = model.applying(minus, to: outcome)
    switch difference.subject {
    case .level(let interest):
      return game.levelChange(of: interest, from: second, to: first)
    case .payoff(let player, let counted):
      return game.payoffChange(of: player, from: second, to: first) {
        counted.isEmpty || counted.contains($0)
      }
    }
  }

  /// The right-hand side of a comparison at an outcome.
  public func value(of bound: Claim.Bound, at outcome: Int) -> Polynomial {
    switch bound {
    case .number(let number): Polynomial(constant: number)
    case .difference(let times, let difference):
      value(of: difference, at: outcome).scaled(by: times)
    }
  }

  private func difference(
    _ difference: Claim.Difference,
    _ bound: Claim.Bound,
    at outcome: Int
  ) -> Polynomial {
    value(of: difference, at: outcome) - value(of: bound, at: outcome)
  }
}

extension Claim.Quantifier {
  /// The same for predicates.
  var predicate: Predicate.Quantifier {
    switch self {
    case .some: .some
    case .every: .every
    case .none: .none
    }
  }
}
