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
