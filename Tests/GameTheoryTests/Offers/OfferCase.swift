import GameTheory
import TestSupport

/// Random problems and negotiators.
enum OfferCase {
  /// A problem of two to four parties; utilities are of few different sizes now and then, so that
  /// there are ties.
  static func problem(_ random: inout SplitMix64) throws -> OfferProblem {
    let parties = random.int(in: 2...4)
    let issues = (0..<random.int(in: 1...3)).map { _ in random.int(in: 1...4) }
    let packages = issues.reduce(1, *)
    let steps = random.element(of: [3, 10, 1_000_000])
    let utilities = (0..<parties).map { _ in
      (0..<packages).map { _ in Double(random.int(in: -steps...2 * steps)) / Double(steps) }
    }
    let reservations = (0..<parties).map { _ in
      random.element(of: [-3, -0.5, 0, 0.25, 0.5, random.oneIn(4) ? 3 : 0])
    }
    let weights = (0..<parties).map { _ in random.int(in: 0...3) }
    let total = weights.reduce(0, +)
    var rule = AgreementRule.unanimity
    if random.oneIn(3) { rule = .count(random.int(in: 1...parties)) }
    if random.oneIn(3), total > 0 {
      rule = .weighted(weights: weights, quota: random.int(in: 1...total))
    }
    return try OfferProblem(
      utilities: utilities,
      reservations: reservations,
      rounds: random.int(in: 1...12),
      patience: (0..<parties).map { _ in random.element(of: [1, 0.9, 0.5, 0]) },
      rule: rule,
      issues: random.oneIn(2) ? issues : nil
    )
  }

  static func curve(_ random: inout SplitMix64) -> ConcessionCurve {
    let exponent = random.element(of: [0.125, 0.25, 0.5, 1, 2, 4, .infinity])
    let share = random.element(of: [0.1, 0.5, 1])
    return random.element(of: [
      .polynomial(maximum: share, exponent: exponent),
      .exponential(maximum: share, exponent: exponent),
      .faratinPolynomial(opening: 1 - share, beta: exponent),
      .faratinExponential(opening: share, beta: exponent),
      .genius(opening: 1 - share, exponent: exponent), .constant(share),
    ])
  }

  static func tactic(_ random: inout SplitMix64) -> ConcessionTactic {
    let steps = random.int(in: 1...3)
    let factor = random.element(of: [0, 0.5, 1, 2])
    return random.element(of: [
      .time(curve(&random)), .time(curve(&random)), .relativeTitForTat(delay: steps),
      .averagedTitForTat(window: steps),
      .absoluteTitForTat(delay: steps, extra: random.oneIn(2) ? 0 : 0.3),
      .reciprocator(opening: 0.1 * factor, generosity: factor, retaliation: 1.5 - factor / 2),
    ])
  }

  static func negotiator(_ random: inout SplitMix64) -> Negotiator {
    let share = random.element(of: [0, 0.3, 0.8, 1])
    return Negotiator(
      tactic(&random),
      choice: random.element(of: [
        .lowest(tolerance: 0), .lowest(tolerance: 0.2), .lowestWithin(shortfall: 0.5), .random,
        .modelled,
      ]),
      acceptance: random.element(of: [
        .aspiration, .next(factor: 1, gap: 0), .next(factor: 1.1, gap: 0.05), .constant(share),
        .time(share), .combined(after: share, .best), .combined(after: share, .mean),
      ])
    )
  }

  static func action(_ random: inout SplitMix64, packages: Int) -> OfferAction {
    random.element(of: [
      .offer(random.int(in: 0...packages - 1)), .offer(random.int(in: 0...packages - 1)), .accept,
      .accept, .pass, random.oneIn(5) ? .walkAway : .pass,
    ])
  }
}

extension OfferProblem {
  /// The same, but for what is given.
  func with(
    utilities: [[Double]]? = nil,
    reservations: [Double]? = nil,
    patience: [Double]? = nil,
    rule: AgreementRule? = nil
  ) throws -> OfferProblem {
    let own = (0..<partyCount).map { party in
      (0..<packageCount).map { utility(of: party, $0) }
    }
    return try OfferProblem(
      utilities: utilities ?? own,
      reservations: reservations ?? self.reservations,
      rounds: rounds,
      patience: patience ?? self.patience,
      rule: rule ?? self.rule,
      issues: issues.optionCounts
    )
  }
}
