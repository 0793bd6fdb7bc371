/// Payoffs at the points of a block, from the unfolded game in one fixed order of operations.
///
/// A player's payoff is the sum, over its stakes in order, of weight times level; a level is the base
/// plus the effects in order; a polynomial is the sum of its terms in canonical order, each the
/// coefficient times its variables one by one. Where the terms of a polynomial cancel, as those of an
/// option's indicator do, it is evaluated in rational arithmetic and rounded once. What does not vary is
/// computed once: the same operations on the same numbers, hence the same bits.
struct PayoffTable: Sendable {
  /// A polynomial of the game: its one value, or where its values at the block's points are kept.
  private enum Site {
    case constant(Double)
    case varying(Int)
  }

  /// One stake of a player in an outcome: `weight * (base + effects)`.
  private struct Part {
    /// The weight's site; -1 where the whole part is constant.
    let weight: Int
    let constant: Double
    /// The sites of the level, in the plan's list.
    let level: Range<Int>
  }

  /// How to have every player's payoff in an outcome.
  private struct Plan {
    var sites: [Int] = []
    var parts: [Part] = []
    /// Where each player's parts begin, and where the last ones end.
    var starts = [0]
  }

  private let game: ParametricGame
  private var sites: [Site] = []
  private var varying: [FloatingPolynomial] = []
  /// The numbers that are set, exactly; nil for those that vary.
  private let fixed: [Rational?]
  private var siteValues: [Double] = []
  private var isFresh: [Bool] = []
  private var plans: [Int: Plan] = [:]

  init(_ game: ParametricGame, settings: [FoldedGame.Setting]) {
    self.game = game
    fixed = settings.map { setting -> Rational? in
      guard case .fixed(let value) = setting else { return nil }
      return value
    }
    let values = fixed.map { $0?.toDouble() }
    let amounts = game.effects.map { $0.amount }
    let weights = game.stakes.map { $0.weight }
    for polynomial in game.bases + amounts + weights {
      var form = FloatingPolynomial(polynomial)
      if let value = form.value({ values[$0] }, exactly: fixed) {
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

  /// Calls the body with some points, players and the payoffs they have in an outcome.
  mutating func forEach(
    of players: Range<Int>,
    in outcome: Int,
    at points: UInt64,
    values: [SIMD8<Double>],
    _ body: (_ point: Int, _ player: Int, _ payoff: Double) -> Void
  ) {
    let plan = plans[outcome] ?? makePlan(for: outcome)
    for site in plan.sites { refresh(site, values) }
    for player in players {
      var left = points
      while left != 0 {
        let point = left.trailingZeroBitCount
        left &= left - 1
        body(point, player, payoff(plan, plan.starts[player]..<plan.starts[player + 1], point))
      }
    }
  }

  private func payoff(_ plan: Plan, _ parts: Range<Int>, _ point: Int) -> Double {
    var payoff = 0.0
    for index in parts {
      let part = plan.parts[index]
      guard part.weight >= 0 else {
        payoff += part.constant
        continue
      }
      var sum = value(of: plan.sites[part.level.lowerBound], at: point)
      for place in part.level.dropFirst() { sum += value(of: plan.sites[place], at: point) }
      payoff += value(of: part.weight, at: point) * sum
    }
    return payoff
  }

  private func value(of site: Int, at point: Int) -> Double {
    switch sites[site] {
    case .constant(let value): value
    case .varying(let index): siteValues[index * BlockEvaluator.capacity + point]
    }
  }

  /// Finds what a polynomial is at all points of the block, unless that is known.
  private mutating func refresh(_ site: Int, _ values: [SIMD8<Double>]) {
    guard case .varying(let index) = sites[site], !isFresh[index] else { return }
    isFresh[index] = true
    for part in 0..<BlockEvaluator.capacity / 8 {
      let (sums, cancels) = varying[index].values(values, part: part)
      let first = index * BlockEvaluator.capacity + part * 8
      for lane in 0..<8 { siteValues[first + lane] = sums[lane] }
      guard cancels != SIMDMask(repeating: false) else { continue }
      for lane in 0..<8 where cancels[lane] {
        let value = varying[index].value({ values[$0 * 8 + part][lane] }, exactly: fixed)
        siteValues[first + lane] = value ?? .nan
      }
    }
  }

  /// Makes the plan for an outcome and keeps it.
  private mutating func makePlan(for outcome: Int) -> Plan {
    var plan = Plan()
    for player in 0..<game.playerCount {
      for stake in game.stakesByPlayer[player] {
        let interest = game.stakes[stake].interest
        let effects = game.effectsByInterest[interest].filter {
          game.applies(game.effects[$0], in: outcome)
        }
        let level = [interest] + effects.map { game.bases.count + $0 }
        let weight = game.bases.count + game.effects.count + stake
        if let constant = constant(weight: weight, level: level) {
          plan.parts.append(Part(weight: -1, constant: constant, level: 0..<0))
          continue
        }
        let first = plan.sites.count
        plan.sites += level
        plan.parts.append(Part(weight: weight, constant: 0, level: first..<plan.sites.count))
        plan.sites.append(weight)
      }
      plan.starts.append(plan.parts.count)
    }
    plans[outcome] = plan
    return plan
  }

  /// What a stake is worth where nothing of it varies.
  private func constant(weight: Int, level: [Int]) -> Double? {
    guard case .constant(let factor) = sites[weight] else { return nil }
    var sum = 0.0
    for (position, site) in level.enumerated() {
      guard case .constant(let value) = sites[site] else { return nil }
      sum = position == 0 ? value : sum + value
    }
    return factor * sum
  }
}
