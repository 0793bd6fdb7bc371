/// A parametric game multiplied out over a box of parameters, reduced to what decides its equilibria.
///
/// Fixed parameters are folded into the coefficients exactly. Each player's payoff becomes a sum of
/// small tables, one for each set of decisions that effects name together. A player's own decisions
/// that share no table with one another are settled independently: they form separate *components*,
/// and a strategy is a best reply exactly when it is one in every component. An *entry* says whether a
/// component's options are a best reply to the options of the other decisions that bear on it; it is
/// known once and for all, or hangs on the signs of a few polynomials. An outcome that no certain entry
/// rules out is a *candidate*.
///
/// - Complexity: building takes O(Σ over components of *own options*² × *contexts*) polynomial
///   subtractions, and memory for as many entries and as many candidates as are left.
public struct FoldedGame: Sendable {
  /// What a parameter does.
  public enum Setting: Sendable {
    /// It has one value.
    case fixed(Rational)
    /// It takes values in a range, which need not be attained.
    case varying(ClosedRange<Double>)
  }

  /// Some of a player's own decisions, which it can settle without regard to its other ones.
  struct Component: Sendable {
    let player: Int
    /// Its decisions, ascending.
    let own: [Int]
    /// The other decisions that bear on it, ascending.
    let context: [Int]
    let ownCount: Int
    let contextCount: Int
    /// The number of its first entry.
    let firstEntry: Int
    /// What one step of each decision's option adds to an entry's number.
    let strides: [Int]
    /// For each of its own combinations of options the number that they add to an outcome's.
    let outcomeSteps: [Int]
  }

  /// Whether a component's options are a best reply to a context.
  enum Entry: Sendable {
    case always
    case never
    /// Unless one of these, in the pool of objections, is met.
    case unless(Range<Int>)
  }

  /// A gain from deviating: met where the row's sign is as given (1 or -1).
  struct Objection: Sendable, Hashable {
    let row: Int
    let sign: Int
  }

  /// A table of a player's payoff over the options of a few decisions.
  struct Factor: Sendable {
    let scope: [Int]
    /// What one step of each decision's option, in scope order, adds to the index.
    let strides: [Int]
    var table: [Polynomial]

    func index(in outcome: Int, _ numbering: OutcomeNumbering) -> Int {
      var index = 0
      for (position, decision) in scope.enumerated() {
        index += numbering.option(of: decision, in: outcome) * strides[position]
      }
      return index
    }
  }

  /// The game that was folded.
  public let game: ParametricGame
  /// What each parameter does.
  public let settings: [Setting]
  /// The gain that counts as none, at least 0.
  public let tolerance: Rational

  /// By player.
  let factors: [[Factor]]
  /// By player.
  let components: [[Component]]
  private(set) var entries: [Entry] = []
  /// Where the tolerance is above 0, the same for exact best replies, to which revisions go.
  private(set) var exactEntries: [Entry] = []
  private(set) var objections: [Objection] = []
  private(set) var signs: SignTable
  /// The candidates, ascending, with the entries that each hangs on.
  private(set) var candidates: [Int] = []
  private(set) var candidateEntries: [Int] = []
  private(set) var candidateStarts: [Int] = [0]

  /// Folds a game.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - settings: one for each variable of the game's polynomials.
  ///   - tolerance: a gain of at most this is no gain, in utility points; at least 0.
  public init(_ game: ParametricGame, settings: [Setting], tolerance: Rational = 0) {
    self.game = game
    self.settings = settings
    self.tolerance = tolerance
    signs = SignTable(
      box: settings.map {
        switch $0 {
        case .fixed(let value): value.toDouble()...value.toDouble()
        case .varying(let range): range
        }
      }
    )
    let folded = (0..<game.playerCount).map { FoldedGame.factors(of: $0, game, settings) }
    factors = folded
    var components: [[Component]] = []
    var firstEntry = 0
    for player in 0..<game.playerCount {
      let groups = FoldedGame.groups(of: player, game, folded[player], together: tolerance > 0)
      components.append(
        groups.map { own in
          let component = FoldedGame.component(own, player, game, folded[player], firstEntry)
          firstEntry += component.ownCount * component.contextCount
          return component
        }
      )
    }
    self.components = components
    for component in components.joined() { addEntries(of: component) }
    findCandidates()
  }

  /// The predicate-free size of the problem: rows whose sign must be had at each point.
  public var rowCount: Int { signs.rows.count }

  /// How many outcomes may be equilibria somewhere in the box.
  public var candidateCount: Int { candidates.count }

  /// The number of the entry that a component has in an outcome.
  func entry(of component: Component, in outcome: Int) -> Int {
    var number = component.firstEntry
    for decision in component.own {
      number += game.numbering.option(of: decision, in: outcome) * component.strides[decision]
    }
    for decision in component.context {
      number += game.numbering.option(of: decision, in: outcome) * component.strides[decision]
    }
    return number
  }
}

// MARK: - Factors and components

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
  private static func groups(
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

  private static func component(
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

// MARK: - Entries

extension FoldedGame {
  /// What a component's options are worth, entry by entry, leaving out what they do not move.
  private func worths(of component: Component) -> [Polynomial] {
    let own = Set(component.own)
    let touching = factors[component.player].filter { $0.scope.contains(where: own.contains) }
    var worths = [Polynomial](
      repeating: Polynomial(constant: 0),
      count: component.ownCount * component.contextCount
    )
    let order = component.own + component.context
    let numbering = OutcomeNumbering(optionCounts: order.map { game.decisions[$0].optionCount })
    for factor in touching {
      let positions = factor.scope.map { order.firstIndex(of: $0) ?? 0 }
      for index in worths.indices {
        var entry = 0
        for (place, position) in positions.enumerated() {
          entry += numbering.option(of: position, in: index) * factor.strides[place]
        }
        if !factor.table[entry].isZero { worths[index] = worths[index] + factor.table[entry] }
      }
    }
    return worths
  }

  private mutating func addEntries(of component: Component) {
    let worths = worths(of: component)
    for own in 0..<component.ownCount {
      for context in 0..<component.contextCount {
        let here = worths[own * component.contextCount + context]
        let gains = (0..<component.ownCount).filter { $0 != own }.map {
          worths[$0 * component.contextCount + context] - here
        }
        entries.append(entry(objectingTo: gains, above: tolerance))
        if tolerance > 0 { exactEntries.append(entry(objectingTo: gains, above: 0)) }
      }
    }
  }

  private mutating func entry(objectingTo gains: [Polynomial], above tolerance: Rational) -> Entry {
    var met: Set<Objection> = []
    var distinct: [Objection] = []
    for gain in gains {
      let excess = tolerance.signum == 0 ? gain : gain - Polynomial(constant: tolerance)
      switch signs.sign(of: excess) {
      case .constant(let sign):
        if sign > 0 { return .never }
      case .row(let row, let flipped):
        let objection = Objection(row: row, sign: flipped ? -1 : 1)
        if met.insert(objection).inserted { distinct.append(objection) }
      }
    }
    if distinct.isEmpty { return .always }
    let start = objections.count
    objections += distinct
    return .unless(start..<objections.count)
  }
}

// MARK: - Candidates

extension FoldedGame {
  /// Walks the outcomes decision by decision, leaving a branch as soon as an entry rules it out.
  private mutating func findCandidates() {
    var due = [[Component]](repeating: [], count: game.decisions.count)
    for component in components.joined() {
      due[max(component.own.last ?? 0, component.context.last ?? 0)].append(component)
    }
    var pending: [Int] = []
    descend(decision: 0, outcome: 0, due: due, pending: &pending)
  }

  private mutating func descend(
    decision: Int,
    outcome: Int,
    due: [[Component]],
    pending: inout [Int]
  ) {
    guard decision < game.decisions.count else {
      candidates.append(outcome)
      candidateEntries += pending
      candidateStarts.append(candidateEntries.count)
      return
    }
    let depth = pending.count
    options: for option in game.allowedOptions(of: decision) {
      let next = outcome + option * game.numbering.strides[decision]
      pending.removeLast(pending.count - depth)
      for component in due[decision] {
        let number = entry(of: component, in: next)
        switch entries[number] {
        case .never: continue options
        case .always: break
        case .unless: pending.append(number)
        }
      }
      descend(decision: decision + 1, outcome: next, due: due, pending: &pending)
    }
    pending.removeLast(pending.count - depth)
  }
}
