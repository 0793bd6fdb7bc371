/// A conflict in graph form: states, decision makers, who can move where, and what each of them prefers.
///
/// A move is made by one decision maker at once, in one step. Moves need not be reversible, nor transitive: what
/// a decision maker can do in two moves it need not be able to do in one. Preferences are ranks, so ties are
/// allowed and preferences are transitive; a higher rank is better.
///
/// - Complexity: O(*decision makers* × *states* + *moves*) in memory, 8 bytes for a move.
/// - Source: Fang, Hipel and Kilgour, Interactive Decision Making: The Graph Model for Conflict Resolution
///   (1993), chapters 2 and 3.
public struct ConflictGraph: Sendable {
  /// How many states there are; they are numbered from 0.
  public let stateCount: Int
  /// How many decision makers there are; they are numbered from 0.
  public let decisionMakerCount: Int

  /// From where to where each decision maker moves.
  let moves: MoveTable
  /// The same against the direction of the moves.
  let arrivals: MoveTable
  /// The ranks by decision maker and then by state: 0 is worst, and no rank is left out.
  let ranks: [Int32]
  /// The highest rank that is no better than each state, by decision maker and then by state: its own rank,
  /// unless small differences count as none.
  let ceilings: [Int32]
  /// What tells states apart by option; nil where nothing is known of them.
  let codes: StateCodes?

  init(
    moves: MoveTable,
    arrivals: MoveTable,
    ranks: [Int32],
    ceilings: [Int32]? = nil,
    codes: StateCodes?
  ) {
    stateCount = moves.stateCount
    decisionMakerCount = moves.moverCount
    self.moves = moves
    self.arrivals = arrivals
    self.ranks = ranks
    self.ceilings = ceilings ?? ranks
    self.codes = codes
  }

  /// Creates a conflict from lists.
  ///
  /// - Parameters:
  ///   - stateCount: how many states there are, 1 or more.
  ///   - moves: by decision maker and then by state the states that it reaches from there in one move. The
  ///     order does not matter, nor does repetition.
  ///   - ranks: by decision maker and then by state; only their order counts, higher being better.
  ///   - codes: for each state a number such that two decision makers' moves from a state add up: moves from
  ///     *s* to *t* and to *u*, made at once, lead to the state with the code of *t* plus that of *u* minus that
  ///     of *s*. Codes of options taken are of this kind, with a bit for each option. Only simultaneous
  ///     sanctioning needs them.
  /// - Throws: ``ConflictError``, for each kind of mistake in the lists.
  public init(
    stateCount: Int,
    moves: [[[Int]]],
    ranks: [[Int]],
    codes: [UInt64]? = nil
  ) throws(ConflictError) {
    guard stateCount > 0 else { throw .noStates }
    try ConflictGraph.check(stateCount, moves)
    let table = try MoveTable(stateCount: stateCount, moverCount: moves.count) {
      mover,
      state,
      targets in
      var last: Int32 = -1
      for target in moves[mover][state].sorted() where Int32(target) != last {
        last = Int32(target)
        targets.append(last)
      }
    }
    self.init(
      moves: table,
      arrivals: table.reversed,
      ranks: try ConflictGraph.dense(ranks, stateCount, moves.count),
      codes: try codes.map { codes throws(ConflictError) in
        guard codes.count == stateCount else {
          throw .listCount(expected: stateCount, found: codes.count)
        }
        return try StateCodes(codes)
      }
    )
  }

  private static func check(_ stateCount: Int, _ moves: [[[Int]]]) throws(ConflictError) {
    guard 1...ConflictGraph.mostDecisionMakers ~= moves.count else {
      throw .decisionMakerCount(moves.count)
    }
    for (mover, lists) in moves.enumerated() {
      guard lists.count == stateCount else {
        throw .listCount(expected: stateCount, found: lists.count)
      }
      for (state, list) in lists.enumerated() {
        for target in list where target == state || !(0..<stateCount ~= target) {
          throw .badMove(decisionMaker: mover, from: state, to: target)
        }
      }
    }
  }

  /// The same conflict with another preference of one decision maker.
  ///
  /// - Throws: ``ConflictError/listCount(expected:found:)``.
  public func replacingRanks(of decisionMaker: Int, with ranks: [Int]) throws(ConflictError)
    -> ConflictGraph
  {
    let dense = try ConflictGraph.dense([ranks], stateCount, 1)
    var all = self.ranks
    var ceilings = self.ceilings
    for state in 0..<stateCount {
      all[decisionMaker * stateCount + state] = dense[state]
      ceilings[decisionMaker * stateCount + state] = dense[state]
    }
    return ConflictGraph(
      moves: moves,
      arrivals: arrivals,
      ranks: all,
      ceilings: ceilings,
      codes: codes
    )
  }

  /// The rank of a state for a decision maker: 0 for the worst, the next whole number for each that is better.
  public func rank(of state: Int, for decisionMaker: Int) -> Int {
    Int(ranks[decisionMaker * stateCount + state])
  }

  /// The states that a decision maker reaches in one move, ascending: R_i(s).
  public func moves(of decisionMaker: Int, from state: Int) -> [Int] {
    moves.places(decisionMaker, state).map { Int(moves.targets[$0]) }
  }

  /// The states that a decision maker reaches in one move and likes better, ascending: R_i+(s).
  public func improvements(of decisionMaker: Int, from state: Int) -> [Int] {
    moves(of: decisionMaker, from: state).filter {
      isBetter($0, than: state, for: decisionMaker)
    }
  }

  /// Tells whether a decision maker prefers one state to another, strictly.
  @inline(__always)
  public func isBetter(_ state: Int, than other: Int, for decisionMaker: Int) -> Bool {
    ranks[decisionMaker * stateCount + state] > ceilings[decisionMaker * stateCount + other]
  }

  /// Tells whether a decision maker gets from one state to another in one move.
  public func hasMove(of decisionMaker: Int, from state: Int, to target: Int) -> Bool {
    moves.contains(decisionMaker, state, target)
  }

  /// All decision makers.
  public var everybody: Coalition { .all(of: decisionMakerCount) }
}
