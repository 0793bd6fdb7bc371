import GameTheory
import TestSupport

/// A polynomial in variables 0, 1, 2 with coefficients in tenths and degree at most two, in plain integers.
struct PlainPolynomial {
  var terms: [(tenths: Int, variables: [Int])]

  var polynomial: Polynomial {
    terms.reduce(Polynomial(constant: 0)) { sum, term in
      let coefficient = Polynomial(constant: Rational(BigInteger(term.tenths), 10))
      return sum + term.variables.reduce(coefficient) { $0 * Polynomial(variable: $1) }
    }
  }

  /// The opposite.
  var negated: PlainPolynomial {
    PlainPolynomial(terms: terms.map { (tenths: -$0.tenths, variables: $0.variables) })
  }

  /// The value at a point in thousandths, times 10^7.
  func value(at thousandths: [Int]) -> Int128 {
    var sum: Int128 = 0
    for term in terms {
      var product = Int128(term.tenths)
      for variable in term.variables { product *= Int128(thousandths[variable]) }
      for _ in term.variables.count..<2 { product *= 1000 }
      sum += product
    }
    return sum
  }
}

/// A parametric game drawn at random, as the library takes it and in plain integers.
struct RandomParametricGame {
  let game: ParametricGame
  let shape: GameShape
  private let bases: [PlainPolynomial]
  private let amounts: [PlainPolynomial]
  private let weights: [PlainPolynomial]

  /// By how much true payoffs are multiplied in ``payoffs(at:)``.
  static let scale: Int128 = 100_000_000_000_000

  /// A tolerance in tenths of a utility point, scaled as payoffs are.
  static func scaled(tenths: Int) -> Int128 { Int128(tenths) * scale / 10 }

  /// Draws a game: one in three with few effects, where much is the same or tied; the others with many
  /// effects and often opposed interests, where play can cycle.
  init(_ random: inout SplitMix64) {
    let isSparse = random.oneIn(3)
    let players = random.element(of: [1, 2, 2, 2, 3, 3])
    let decisions = random.int(in: (isSparse ? 1 : players)...5)
    let owners = (0..<decisions).map { decision in
      isSparse || decision >= players ? random.int(in: 0...players - 1) : decision
    }
    let counts = (0..<decisions).map { _ in random.int(in: 2...(decisions > 3 ? 2 : 3)) }
    let held = counts.map { random.oneIn(isSparse ? 5 : 12) ? random.int(in: 0...$0 - 1) : nil }
    let interests = random.int(in: 1...3)
    let isNarrow = random.oneIn(2)
    let constancy = isSparse ? random.int(in: 0...2) : 0
    bases = (0..<interests).map { _ in random.plainPolynomial(constancy) }
    var effects: [ParametricGame.Effect] = []
    var amounts: [PlainPolynomial] = []
    for _ in 0..<random.int(in: isSparse ? 1...8 : 5...12) {
      var scope = (0..<decisions).filter { _ in isSparse ? random.oneIn(2) : !random.oneIn(3) }
      // Few decisions at a time, so that some of a player's own are settled apart.
      while isNarrow, scope.count > 2 { scope.remove(at: random.int(in: 0...scope.count - 1)) }
      let amount =
        isSparse ? random.plainPolynomial(constancy) : random.spreadPolynomial()
      amounts.append(amount)
      effects.append(
        ParametricGame.Effect(
          interest: random.int(in: 0...interests - 1),
          conditions: scope.map { decision in
            var applies = (0..<counts[decision]).map { _ in random.oneIn(2) }
            if !isSparse, Set(applies).count < 2 { applies[0].toggle() }
            return ParametricGame.Condition(decision: decision, applies: applies)
          },
          amount: amount.polynomial
        )
      )
    }
    self.amounts = amounts
    let isOpposed = !isSparse && random.oneIn(2)
    let common = (0..<interests).map { _ in random.spreadPolynomial() }
    var stakes: [ParametricGame.Stake] = []
    var weights: [PlainPolynomial] = []
    for player in 0..<players {
      for interest in 0..<interests where !isSparse || !random.oneIn(4) {
        var weight = random.plainPolynomial(isSparse ? constancy : 1)
        if isOpposed { weight = player == 0 ? common[interest] : common[interest].negated }
        weights.append(weight)
        stakes.append(
          ParametricGame.Stake(player: player, interest: interest, weight: weight.polynomial)
        )
      }
    }
    self.weights = weights
    game = ParametricGame(
      playerCount: players,
      decisions: zip(owners, counts).map {
        ParametricGame.Decision(player: $0, optionCount: $1)
      },
      bases: bases.map { $0.polynomial },
      effects: effects,
      stakes: stakes,
      held: held
    )
    shape = GameShape(playerCount: players, owners: owners, counts: counts, held: held)
  }

  /// All payoffs at a point in thousandths, by the definition, times ``scale``.
  func payoffs(at thousandths: [Int]) -> [[Int128]] {
    let bases = bases.map { $0.value(at: thousandths) }
    let amounts = amounts.map { $0.value(at: thousandths) }
    let weights = weights.map { $0.value(at: thousandths) }
    return shape.outcomes.map { options in
      var levels = bases
      for (effect, amount) in zip(game.effects, amounts) {
        let applies = effect.conditions.allSatisfy { $0.applies[options[$0.decision]] }
        if applies { levels[effect.interest] += amount }
      }
      var payoffs = [Int128](repeating: 0, count: shape.playerCount)
      for (stake, weight) in zip(game.stakes, weights) {
        payoffs[stake.player] += weight * levels[stake.interest]
      }
      return payoffs
    }
  }

  func slowGame(at thousandths: [Int]) -> SlowGame<Int128> {
    SlowGame(shape: shape, payoffs: payoffs(at: thousandths))
  }

  /// A predicate of any kind, nested a little.
  func predicate(_ random: inout SplitMix64, depth: Int = 2) -> Predicate {
    let player = random.int(in: 0...shape.playerCount - 1)
    let outcome = random.element(of: shape.legal)
    switch random.int(in: depth > 0 ? 0...11 : 0...6) {
    case 0:
      let comparison = random.element(of: Comparison.allCases)
      return .sign(random.plainPolynomial(1).polynomial, comparison)
    case 1: return .bestReply(player: player, outcome: outcome)
    case 2:
      let quantifier = random.quantifier()
      let having = options(&random, of: player)
      return .bestReplies(player: player, quantifier, having: having, outcome: outcome)
    case 3, 4:
      let having = options(&random, of: player)
      return .dominated(player: player, having: having, weakly: random.oneIn(2))
    case 5:
      let quantifier = random.quantifier()
      return .equilibria(quantifier, having: options(&random, of: nil))
    case 6:
      let having = options(&random, of: nil)
      return .betterForAll(than: outcome, having: having, weakly: random.oneIn(2))
    case 7, 8:
      let parts = (0..<random.int(in: 1...3)).map { _ in predicate(&random, depth: depth - 1) }
      return .atRest(from: outcome) { parts[$0 % parts.count] }
    case 9: return .not(predicate(&random, depth: depth - 1))
    case 10:
      return .all((0..<random.int(in: 0...3)).map { _ in predicate(&random, depth: depth - 1) })
    default:
      return .any((0..<random.int(in: 0...3)).map { _ in predicate(&random, depth: depth - 1) })
    }
  }

  /// Options of some decisions: a player's, or anybody's.
  private func options(_ random: inout SplitMix64, of player: Int?) -> [Int?] {
    shape.counts.indices.map { decision in
      guard player == nil || shape.owners[decision] == player, random.oneIn(2) else { return nil }
      return random.int(in: 0...shape.counts[decision] - 1)
    }
  }
}

extension SlowGame {
  /// Decides a predicate by its definition, given how the sign of a polynomial at the point is had.
  func holds(_ predicate: Predicate, _ tolerance: Payoff, sign: (Polynomial) -> Int) -> Bool {
    switch predicate {
    case .constant(let value): value
    case .sign(let polynomial, let comparison):
      switch comparison {
      case .less: sign(polynomial) < 0
      case .lessOrEqual: sign(polynomial) <= 0
      case .equal: sign(polynomial) == 0
      case .greaterOrEqual: sign(polynomial) >= 0
      case .greater: sign(polynomial) > 0
      }
    case .all(let parts): parts.allSatisfy { holds($0, tolerance, sign: sign) }
    case .any(let parts): parts.contains { holds($0, tolerance, sign: sign) }
    case .not(let part): !holds(part, tolerance, sign: sign)
    case .bestReply(let player, let outcome): stays(player, outcome, tolerance)
    case .bestReplies(let player, let quantifier, let having, let outcome):
      meets(bestReplies(player, outcome, tolerance), quantifier, having)
    case .dominated(let player, let having, let weakly):
      areDominated(player, having, isWeak: weakly, tolerance)
    case .equilibria(let quantifier, let having): meets(equilibria(tolerance), quantifier, having)
    case .betterForAll(let outcome, let having, let weakly):
      shape.legal.contains {
        shape.has(having, $0) && isBetterForAll($0, than: outcome, isWeak: weakly, tolerance)
      }
    case .atRest(let start, let make):
      settle(from: start, tolerance).rest.map { holds(make($0), tolerance, sign: sign) } ?? false
    }
  }

  private func meets(
    _ outcomes: [Int],
    _ quantifier: Predicate.Quantifier,
    _ having: [Int?]
  ) -> Bool {
    switch quantifier {
    case .some: outcomes.contains { shape.has(having, $0) }
    case .every: !outcomes.isEmpty && outcomes.allSatisfy { shape.has(having, $0) }
    case .none: !outcomes.contains { shape.has(having, $0) }
    }
  }
}

extension SplitMix64 {
  /// A small polynomial; the higher the constancy, the likelier it is a constant.
  mutating func plainPolynomial(_ constancy: Int) -> PlainPolynomial {
    let coefficients = [-20, -10, -10, -5, 0, 5, 10, 10, 20, 3, -7]
    if constancy > 0, int(in: 0...2) < constancy {
      return PlainPolynomial(terms: [(element(of: [-10, 0, 10, 10, 20]), [])])
    }
    let terms = (0..<int(in: 1...3)).map { _ in
      (
        tenths: element(of: coefficients),
        variables: (0..<int(in: 0...2)).map { _ in int(in: 0...2) }
      )
    }
    return PlainPolynomial(terms: terms)
  }

  /// A polynomial that is seldom zero.
  mutating func spreadPolynomial() -> PlainPolynomial {
    let sign = element(of: [-1, 1])
    var terms = [(tenths: sign * int(in: 3...30), variables: [Int]())]
    if oneIn(2) { terms.append((tenths: int(in: -20...20), variables: [int(in: 0...2)])) }
    return PlainPolynomial(terms: terms)
  }

  mutating func quantifier() -> Predicate.Quantifier {
    element(of: [.some, .every, .none])
  }
}
