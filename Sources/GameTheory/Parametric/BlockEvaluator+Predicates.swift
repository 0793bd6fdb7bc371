/// Predicates at the points of a block.
extension BlockEvaluator {
  /// The points at which the predicate with this index holds.
  public mutating func points(ofPredicate index: Int) -> UInt64 {
    points(ofFormula: predicates[index])
  }

  /// Tells whether one more predicate holds at the only point loaded.
  public mutating func holds(_ predicate: Predicate) -> Bool {
    let formula = lower(predicate)
    return points(ofFormula: formula) == active
  }

  /// Tells whether a predicate is decided for the whole box, and how; nil when it hangs on the point.
  public func constantValue(ofPredicate index: Int) -> Bool? {
    guard case .constant(let value) = formulas.formulas[predicates[index]] else { return nil }
    return value
  }

  private mutating func points(ofFormula index: Int) -> UInt64 {
    if formulas.stamps[index] == block { return formulas.points[index] }
    let points = computePoints(ofFormula: index) & active
    formulas.stamps[index] = block
    formulas.points[index] = points
    return points
  }

  private mutating func computePoints(ofFormula index: Int) -> UInt64 {
    switch formulas.formulas[index] {
    case .constant(let value): return value ? active : 0
    case .sign(let row, let comparison): return points(ofRow: row, comparison)
    case .entry(let entry): return points(ofEntry: entry)
    case .not(let part): return ~points(ofFormula: part)
    case .all(let parts):
      var left = active
      for part in parts where left != 0 { left &= points(ofFormula: part) }
      return left
    case .any(let parts):
      var met: UInt64 = 0
      for part in parts where met != active { met |= points(ofFormula: part) }
      return met
    case .equilibria(let filter): return points(ofFilter: formulas.filters[filter])
    case .atRest(let rest): return points(ofRest: rest)
    }
  }

  private mutating func points(ofRow row: Int, _ comparison: Comparison) -> UInt64 {
    let signs = points(ofRow: row)
    return switch comparison {
    case .less: signs.negative
    case .lessOrEqual: ~signs.positive
    case .equal: ~(signs.positive | signs.negative)
    case .greaterOrEqual: ~signs.negative
    case .greater: signs.positive
    }
  }

  private mutating func points(ofFilter filter: FormulaTable.Filter) -> UInt64 {
    var having: UInt64 = 0
    var lacking: UInt64 = 0
    for set in equilibria() {
      if has(filter.having, set.outcome) {
        having |= set.points
      } else {
        lacking |= set.points
      }
    }
    return switch filter.quantifier {
    case .some: having
    case .every: having & ~lacking
    case .none: ~having
    }
  }

  private func has(_ options: [Int?], _ outcome: Int) -> Bool {
    for (decision, option) in options.enumerated() {
      guard let option else { continue }
      if game.game.numbering.option(of: decision, in: outcome) != option { return false }
    }
    return true
  }

  private mutating func points(ofRest index: Int) -> UInt64 {
    var met: UInt64 = 0
    for settling in settle(from: formulas.rests[index].start) where settling.cycle.isEmpty {
      let formula: Int
      if let known = formulas.rests[index].formulas[settling.outcome] {
        formula = known
      } else {
        formula = lower(formulas.rests[index].predicate(settling.outcome))
        formulas.rests[index].formulas[settling.outcome] = formula
      }
      met |= points(ofFormula: formula) & settling.points
    }
    return met
  }
}

// MARK: - Lowering

extension BlockEvaluator {
  /// Reduces a predicate to a formula.
  mutating func lower(_ predicate: Predicate) -> Int {
    switch predicate {
    case .constant(let value): return formulas.index(of: .constant(value))
    case .sign(let polynomial, let comparison):
      return lower(FoldedGame.fold(polynomial, game.settings), comparison)
    case .all(let parts): return lower(parts, isAll: true)
    case .any(let parts): return lower(parts, isAll: false)
    case .not(let part):
      let formula = lower(part)
      return formulas.negated(formula)
    case .bestReply(let player, let outcome):
      let parts = game.components[player].map {
        lowerEntry(game.entry(of: $0, in: outcome))
      }
      return formulas.combined(parts, isAll: true)
    case .bestReplies(let player, let quantifier, let having, let outcome):
      return lowerBestReplies(of: player, quantifier, having: having, in: outcome)
    case .dominated(let player, let having, let weakly):
      return lowerDominated(player, having: having, weakly: weakly)
    case .equilibria(let quantifier, let having):
      return formulas.index(of: FormulaTable.Filter(quantifier: quantifier, having: having))
    case .betterForAll(let outcome, let having, let weakly):
      return lowerBetterForAll(than: outcome, having: having, weakly: weakly)
    case .atRest(let start, let predicate):
      return formulas.index(of: FormulaTable.Rest(start: start, predicate: predicate))
    }
  }

  private mutating func lower(_ folded: Polynomial, _ comparison: Comparison) -> Int {
    switch signs.sign(of: folded) {
    case .constant(let sign):
      formulas.index(of: .constant(comparison.holds(forSign: sign)))
    case .row(let row, let flipped):
      formulas.index(of: .sign(row: row, flipped ? comparison.reversed : comparison))
    }
  }

  /// A change of a payoff is above the tolerance.
  private mutating func lowerIsGain(_ change: Polynomial) -> Int {
    lower(change - Polynomial(constant: game.tolerance), .greater)
  }

  /// A change of a payoff is no loss above the tolerance.
  private mutating func lowerIsNoLoss(_ change: Polynomial) -> Int {
    lower(change + Polynomial(constant: game.tolerance), .greaterOrEqual)
  }

  /// Stops at the first part that settles the matter.
  private mutating func lower(_ parts: [Predicate], isAll: Bool) -> Int {
    var lowered: [Int] = []
    for part in parts {
      let formula = lower(part)
      if formulas.formulas[formula] == .constant(!isAll) { return formula }
      lowered.append(formula)
    }
    return formulas.combined(lowered, isAll: isAll)
  }

  private mutating func lowerEntry(_ entry: Int) -> Int {
    switch game.entries[entry] {
    case .always: formulas.index(of: .constant(true))
    case .never: formulas.index(of: .constant(false))
    case .unless: formulas.index(of: .entry(entry))
    }
  }

  /// Best replies are the combinations of what is best in each component.
  private mutating func lowerBestReplies(
    of player: Int,
    _ quantifier: Predicate.Quantifier,
    having: [Int?],
    in outcome: Int
  ) -> Int {
    let numbering = game.game.numbering
    for (decision, option) in game.game.held.enumerated() {
      guard let option, let wanted = having[decision], wanted != option else { continue }
      return formulas.index(of: .constant(quantifier == .none))
    }
    var isHad: [Int] = []
    var isLacked: [Int] = []
    for component in game.components[player]
    where component.own.contains(where: { having[$0] != nil }) {
      var base = outcome
      for decision in component.own {
        base -= numbering.option(of: decision, in: base) * numbering.strides[decision]
      }
      var matching: [Int] = []
      var others: [Int] = []
      for step in component.outcomeSteps {
        let entry = lowerEntry(game.entry(of: component, in: base + step))
        let isMatch = component.own.allSatisfy {
          having[$0] == nil || numbering.option(of: $0, in: base + step) == having[$0]
        }
        if isMatch { matching.append(entry) } else { others.append(entry) }
      }
      isHad.append(formulas.combined(matching, isAll: false))
      isLacked.append(formulas.combined(others, isAll: false))
    }
    let some = formulas.combined(isHad, isAll: true)
    switch quantifier {
    case .some: return some
    case .none: return formulas.negated(some)
    case .every:
      let lacking = formulas.combined(isLacked, isAll: false)
      return formulas.negated(lacking)
    }
  }

  private mutating func lowerDominated(_ player: Int, having: [Int?], weakly: Bool) -> Int {
    let own = game.game.freeDecisions(of: player)
    let numbering = game.game.numbering
    var strategies: [Int] = []
    numbering.forEach(varying: own, of: game.game.anyOutcome) { strategies.append($0) }
    let bearing = game.game.decisionsBearing(onChangesOf: Set(own), for: player)
    let allowed = bearing.map { game.game.allowedOptions(of: $0) }
    var parts: [Int] = []
    for strategy in strategies where has(having, strategy) {
      // The strategies nearest to this one are the likeliest to dominate it.
      let others = strategies.filter { $0 != strategy }.sorted {
        (distance($0, strategy, own), $0) < (distance($1, strategy, own), $1)
      }
      var dominators: [Int] = []
      for other in others {
        let formula = lowerDominates(
          other,
          strategy,
          player,
          bearing: bearing,
          allowed: allowed,
          weakly: weakly
        )
        dominators.append(formula)
        if formulas.formulas[formula] == .constant(true) { break }
      }
      let isDominated = formulas.combined(dominators, isAll: false)
      if formulas.formulas[isDominated] == .constant(false) { return isDominated }
      parts.append(isDominated)
    }
    return formulas.combined(parts, isAll: true)
  }

  private func distance(_ first: Int, _ second: Int, _ decisions: [Int]) -> Int {
    let numbering = game.game.numbering
    return decisions.count {
      numbering.option(of: $0, in: first) != numbering.option(of: $0, in: second)
    }
  }

  private mutating func lowerDominates(
    _ better: Int,
    _ worse: Int,
    _ player: Int,
    bearing: [Int],
    allowed: [[Int]],
    weakly: Bool
  ) -> Int {
    var contexts: [Int] = []
    game.game.numbering.forEach(varying: bearing, of: worse, allowed: allowed) {
      contexts.append($0)
    }
    var never: [Int] = []
    var sometimes: [Int] = []
    for context in contexts {
      let change = game.payoffChange(of: player, from: context, to: context + better - worse)
      let formula = weakly ? lowerIsNoLoss(change) : lowerIsGain(change)
      if formulas.formulas[formula] == .constant(false) { return formula }
      never.append(formula)
      if weakly { sometimes.append(lowerIsGain(change)) }
    }
    if weakly { never.append(formulas.combined(sometimes, isAll: false)) }
    return formulas.combined(never, isAll: true)
  }

  /// Tries first the outcomes that promise the least favoured player most, at the box's worst corner.
  private mutating func lowerBetterForAll(than: Int, having: [Int?], weakly: Bool) -> Int {
    let gains = GainBounds(game, from: than)
    var promising: [(outcome: Int, least: Double)] = []
    game.game.forEachOutcome(having: having) { outcome in
      guard let least = gains.leastGain(at: outcome) else { return }
      promising.append((outcome, least))
    }
    promising.sort { ($1.least, $0.outcome) < ($0.least, $1.outcome) }
    var parts: [Int] = []
    for (outcome, _) in promising {
      let formula = lowerBetter(outcome, than: than, weakly: weakly)
      if formulas.formulas[formula] == .constant(true) { return formula }
      parts.append(formula)
    }
    return formulas.combined(parts, isAll: false)
  }

  private mutating func lowerBetter(_ outcome: Int, than other: Int, weakly: Bool) -> Int {
    let changes = (0..<game.game.playerCount).map {
      game.payoffChange(of: $0, from: other, to: outcome)
    }
    var parts: [Int] = []
    for change in changes {
      let formula = weakly ? lowerIsNoLoss(change) : lowerIsGain(change)
      if formulas.formulas[formula] == .constant(false) { return formula }
      parts.append(formula)
    }
    if weakly {
      let gains = changes.map { lowerIsGain($0) }
      parts.append(formulas.combined(gains, isAll: false))
    }
    return formulas.combined(parts, isAll: true)
  }
}

extension FoldedGame {
  /// The change of a player's payoff from one outcome to another, folded.
  func payoffChange(of player: Int, from first: Int, to second: Int) -> Polynomial {
    var change = Polynomial(constant: 0)
    for factor in factors[player] {
      let before = factor.index(in: first, game.numbering)
      let after = factor.index(in: second, game.numbering)
      if before != after { change = change + factor.table[after] - factor.table[before] }
    }
    return change
  }
}

/// Rough bounds, over the whole box, on what players gain by leaving one outcome for another.
private struct GainBounds {
  let game: FoldedGame
  private let tolerance: Double
  /// By player and factor: lowest and highest change, for each entry of the factor's table.
  var ranges: [[[(lowest: Double, highest: Double)]]] = []

  init(_ game: FoldedGame, from outcome: Int) {
    self.game = game
    tolerance = game.tolerance.toDouble() * (1 + 0x1p-50)
    ranges = game.factors.map { factors in
      factors.map { factor in
        let origin = factor.table[factor.index(in: outcome, game.game.numbering)]
        return factor.table.map { entry in
          FloatingForm(entry - origin, box: game.signs.box).outerRange(box: game.signs.box)
        }
      }
    }
  }

  /// The smallest gain that is certain for every player, or nil where somebody is sure to lose.
  func leastGain(at outcome: Int) -> Double? {
    var least = Double.infinity
    for player in ranges.indices {
      var lowest = 0.0
      var highest = 0.0
      var magnitude = 0.0
      for (position, factor) in game.factors[player].enumerated() {
        let range = ranges[player][position][factor.index(in: outcome, game.game.numbering)]
        lowest += range.lowest
        highest += range.highest
        magnitude += max(abs(range.lowest), abs(range.highest))
      }
      let slack = magnitude * Double(game.factors[player].count) * 0x1p-52 + tolerance
      if highest + slack < 0 { return nil }
      least = min(least, lowest)
    }
    return least
  }
}

extension FloatingForm {
  /// Bounds between which the polynomial stays over the box.
  fileprivate func outerRange(box: [ClosedRange<Double>]) -> (lowest: Double, highest: Double) {
    let range = extremes(box: box)
    return (range.lowest - bound, range.highest + bound)
  }
}
