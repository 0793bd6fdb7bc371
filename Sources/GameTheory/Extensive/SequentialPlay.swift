/// Decisions taken one after another, each in the knowledge of all earlier ones, and played by looking ahead.
///
/// Subgame-perfect play by backward induction, in pure strategies. Where a move has several best options, play
/// goes by the lowest, which is told; and all outcomes to which subgame-perfect play can lead are told too.
///
/// - Source: Osborne and Rubinstein, A Course in Game Theory (1994), sections 6.1 and 6.2.
public struct SequentialPlay: Sendable {
  /// A decision being taken.
  public struct Mover: Sendable, Hashable {
    /// The index of the decision.
    public let decision: Int
    /// The index of the player who takes it.
    public let player: Int

    /// Creates a move.
    public init(decision: Int, player: Int) {
      self.decision = decision
      self.player = player
    }
  }

  /// A move as it is played, with what would have come of every option.
  public struct Step: Sendable, Hashable {
    /// The decision and who takes it.
    public let mover: Mover
    /// The option taken: the lowest of the best.
    public let option: Int
    /// The options that are best for the player where play goes on as here: two or more make a tie.
    public let best: [Int]
    /// The options that there are, ascending.
    public let options: [Int]
    /// The outcome that each of these options leads to.
    public let prospects: [Int]
  }

  /// The moves in order.
  public let order: [Mover]
  /// The outcome of playing by the lowest best options.
  public let outcome: Int
  /// The moves on the way to it.
  public let steps: [Step]
  /// All outcomes to which some subgame-perfect play leads, ascending.
  public let outcomes: [Int]
  /// After how many of all courses of earlier moves the next move has more than one best option.
  public let tieCount: Int

  private let numbering: OutcomeNumbering
  private let allowed: [[Int]]
  private let base: Int
  /// For each number of moves made and each course of them the place of the option taken next.
  private let choices: [[Int]]

  /// Looks ahead.
  ///
  /// Decisions that are not in the order stay as they are in the given outcome.
  ///
  /// - Parameters:
  ///   - numbering: how outcomes are numbered.
  ///   - order: the moves in order; no decision twice.
  ///   - outcome: says how all other decisions are settled.
  ///   - held: for each decision the one option that it can have, nil where it has all; all free when empty.
  ///   - payoff: what a player has in an outcome.
  /// - Complexity: O(*outcomes* × *moves*) comparisons, for the outcomes that the moves can lead to.
  public init<Payoff: Comparable>(
    _ numbering: OutcomeNumbering,
    order: [Mover],
    from outcome: Int,
    held: [Int?] = [],
    payoff: (_ player: Int, _ outcome: Int) -> Payoff
  ) {
    precondition(Set(order.map { $0.decision }).count == order.count, "a decision moves twice")
    let allowed = order.map { mover -> [Int] in
      if !held.isEmpty, let option = held[mover.decision] { return [option] }
      return Array(0..<numbering.optionCounts[mover.decision])
    }
    var search = BackwardInduction(numbering, order, allowed, from: outcome)
    for depth in order.indices.reversed() { search.goBack(depth, payoff) }
    self.numbering = numbering
    self.order = order
    self.allowed = allowed
    base = outcome
    choices = search.choices
    outcomes = search.reached[0].sorted()
    tieCount = search.tieCount
    let (steps, end) = search.course(payoff)
    self.steps = steps
    self.outcome = end
  }

  /// The option that is taken after some moves.
  ///
  /// - Parameter history: the options of the first moves in order, which need not be best.
  /// - Returns: the option; nil where all moves are made or an option is not there.
  public func option(after history: [Int]) -> Int? {
    guard history.count < order.count, let node = node(history) else { return nil }
    return allowed[history.count][choices[history.count][node]]
  }

  /// The outcome that play leads to after some moves.
  ///
  /// - Parameter history: the options of the first moves in order, which need not be best.
  /// - Returns: the outcome; nil where an option is not there.
  public func outcome(after history: [Int]) -> Int? {
    guard history.count <= order.count, node(history) != nil else { return nil }
    var course = history
    while let option = option(after: course) { course.append(option) }
    return zip(order, course).reduce(base) {
      numbering.replacing($1.0.decision, with: $1.1, in: $0)
    }
  }

  /// The number of a course of moves among those of its length.
  private func node(_ history: [Int]) -> Int? {
    var node = 0
    for (depth, option) in history.enumerated() {
      guard let place = allowed[depth].firstIndex(of: option) else { return nil }
      node = node * allowed[depth].count + place
    }
    return node
  }
}
