/// What makes data no conflict, or a question one that a conflict does not answer.
public enum ConflictError: Error, Sendable, Equatable {
  /// There is no state.
  case noStates
  /// There is no decision maker, or there are more than ``Coalition/limit``.
  case decisionMakerCount(Int)
  /// The lists of moves, or the ranks of a decision maker, do not have one entry for each of what is counted.
  case listCount(expected: Int, found: Int)
  /// A move leads to no state, or to the state that it leaves.
  case badMove(decisionMaker: Int, from: Int, to: Int)
  /// Two states have the same code.
  case repeatedCode(UInt64)
  /// There are more states, or more moves, than can be numbered or were allowed.
  case tooMany(limit: Int)
  /// An option or a decision belongs to a decision maker that does not exist.
  case unknownOwner(Int)
  /// A pattern has not one sign for each option.
  case patternLength(expected: Int, found: Int)
  /// The question is defined for two decision makers only.
  case needsTwoDecisionMakers(found: Int)
  /// The states have no codes, so moves made at once have no common outcome.
  case noCombinedMoves
}
