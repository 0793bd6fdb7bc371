/// Predicates reduced to signs and entries, each part stored once.
struct FormulaTable: Sendable {
  /// A part of a formula; parts it is made of have lower indices.
  enum Formula: Sendable, Hashable {
    case constant(Bool)
    /// A row's sign compares with zero.
    case sign(row: Int, Comparison)
    /// An entry holds.
    case entry(Int)
    case all([Int])
    case any([Int])
    case not(Int)
    case equilibria(filter: Int)
    case atRest(Int)
  }

  /// A statement about equilibria.
  struct Filter: Sendable {
    let quantifier: Predicate.Quantifier
    let having: [Int?]
  }

  /// A statement about the resting outcome, with the formulas made for the outcomes met so far.
  struct Rest: Sendable {
    let start: Int
    let predicate: @Sendable (Int) -> Predicate
    var formulas: [Int: Int] = [:]
  }

  private(set) var formulas: [Formula] = []
  private(set) var filters: [Filter] = []
  var rests: [Rest] = []
  private var indices: [Formula: Int] = [:]

  /// The values known for the block with the given stamp.
  var stamps: [UInt32] = []
  var points: [UInt64] = []

  mutating func index(of formula: Formula) -> Int {
    if let index = indices[formula] { return index }
    formulas.append(formula)
    stamps.append(0)
    points.append(0)
    indices[formula] = formulas.count - 1
    return formulas.count - 1
  }

  mutating func index(of filter: Filter) -> Int {
    filters.append(filter)
    return index(of: .equilibria(filter: filters.count - 1))
  }

  mutating func index(of rest: Rest) -> Int {
    rests.append(rest)
    return index(of: .atRest(rests.count - 1))
  }

  /// A conjunction (or disjunction), with constants and repeats taken out.
  mutating func combined(_ parts: [Int], isAll: Bool) -> Int {
    var seen: Set<Int> = []
    var kept: [Int] = []
    for part in parts {
      if case .constant(let value) = formulas[part] {
        if value == isAll { continue }
        return index(of: .constant(!isAll))
      }
      if seen.insert(part).inserted { kept.append(part) }
    }
    if kept.isEmpty { return index(of: .constant(isAll)) }
    if kept.count == 1 { return kept[0] }
    return index(of: isAll ? .all(kept) : .any(kept))
  }

  mutating func negated(_ part: Int) -> Int {
    switch formulas[part] {
    case .constant(let value): index(of: .constant(!value))
    case .not(let inner): inner
    default: index(of: .not(part))
    }
  }
}
