/// Where play goes.
public enum PlayEnd: Sendable, Hashable {
  /// It rests at this outcome.
  case rest(Int)
  /// It goes round these outcomes in this order; see ``init(around:)``.
  case cycle([Int])

  /// The cycle through the outcomes of a round, one for each turn.
  ///
  /// Each is told once where players keep in between, and the round begins so that it comes first in
  /// order: where it was entered makes no difference.
  init(around turns: [Int]) {
    let outcomes = PlayEnd.withoutRepeats(turns)
    let rounds = outcomes.indices.map { Array(outcomes[$0...] + outcomes[..<$0]) }
    self = .cycle(rounds.min { $0.lexicographicallyPrecedes($1) } ?? outcomes)
  }

  /// Where play settles in a block.
  public init(_ settling: BlockEvaluator.Settling) {
    self = settling.cycle.isEmpty ? .rest(settling.outcome) : PlayEnd(around: settling.cycle)
  }

  /// The outcomes of a cycle, each once where players keep in between.
  static func withoutRepeats(_ turns: [Int]) -> [Int] {
    var kept: [Int] = []
    for outcome in turns where kept.last != outcome { kept.append(outcome) }
    if kept.count > 1, kept.first == kept.last { kept.removeLast() }
    return kept
  }
}
