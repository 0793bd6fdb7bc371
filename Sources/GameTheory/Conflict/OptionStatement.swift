/// A statement on options, true or false of each state.
public indirect enum OptionStatement: Sendable, Hashable {
  /// The state fits a pattern.
  case pattern(OptionPattern)
  /// At least one of some statements is true; false for none.
  case disjunction([OptionStatement])
  /// All of some statements are true; true for none.
  case conjunction([OptionStatement])
  /// A statement is not true.
  case negation(OptionStatement)
  /// If the first statement is true, so is the second.
  case conditional(OptionStatement, then: OptionStatement)
  /// Both statements are true, or neither.
  case biconditional(OptionStatement, OptionStatement)

  /// Tells whether the statement is true of a combination of options, given as bits.
  public func isTrue(of code: UInt64) -> Bool {
    switch self {
    case .pattern(let pattern): pattern.matches(code)
    case .disjunction(let parts): parts.contains { $0.isTrue(of: code) }
    case .conjunction(let parts): parts.allSatisfy { $0.isTrue(of: code) }
    case .negation(let part): !part.isTrue(of: code)
    case .conditional(let first, let second): !first.isTrue(of: code) || second.isTrue(of: code)
    case .biconditional(let first, let second): first.isTrue(of: code) == second.isTrue(of: code)
    }
  }
}
