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

  func has(_ options: [Int?], _ outcome: Int) -> Bool {
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
