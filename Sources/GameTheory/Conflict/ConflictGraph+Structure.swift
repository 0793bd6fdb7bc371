// Conflicts whose states are all combinations of decisions.
extension ConflictGraph {
  /// Creates the conflict in which states are outcomes, and everybody may change all of its own decisions at once.
  ///
  /// - Parameters:
  ///   - numbering: how outcomes are numbered, one digit for each decision.
  ///   - owners: for each decision who makes it; nil where nobody can change it.
  ///   - ranks: by decision maker and then by outcome; only their order counts, higher being better.
  /// - Throws: ``ConflictError``, for each kind of mistake.
  /// - Complexity: O(*outcomes* × (Σ over decision makers of *strategies*)), 4 bytes for a move: the moves are
  ///   their own reverse.
  public init(numbering: OutcomeNumbering, owners: [Int?], ranks: [[Int]]) throws(ConflictError) {
    let count = ranks.count
    guard numbering.count > 0 else { throw .noStates }
    guard 1...ConflictGraph.mostDecisionMakers ~= count else { throw .decisionMakerCount(count) }
    guard owners.count == numbering.optionCounts.count else {
      throw .listCount(expected: numbering.optionCounts.count, found: owners.count)
    }
    for owner in owners {
      if let owner, !(0..<count ~= owner) { throw .unknownOwner(owner) }
    }
    let dense = try ConflictGraph.dense(ranks, numbering.count, count)
    let own = (0..<count).map { mover in owners.indices.filter { owners[$0] == mover } }
    let offsets = own.map { decisions in
      var offsets: [Int] = []
      numbering.forEach(varying: decisions, of: 0) { offsets.append($0) }
      return offsets
    }
    let table = try MoveTable(stateCount: numbering.count, moverCount: count) {
      mover,
      state,
      targets in
      var base = state
      for decision in own[mover] {
        base -= numbering.option(of: decision, in: state) * numbering.strides[decision]
      }
      for offset in offsets[mover] where base + offset != state {
        targets.append(Int32(base + offset))
      }
    }
    let codes = try StateCodes((0..<numbering.count).map { UInt64($0) })
    self.init(moves: table, arrivals: table, ranks: dense, codes: codes)
  }

  /// Creates the conflict of a strategic game: states are profiles, a move is a change of strategy.
  ///
  /// Preferences follow the payoffs without tolerance, since differences that count as none would make
  /// preferences that are not transitive.
  ///
  /// - Throws: ``ConflictError/decisionMakerCount(_:)`` and ``ConflictError/tooMany(limit:)``.
  /// - Complexity: O(*players* × *profiles* × log *profiles* + *moves*).
  public init<Payoff>(_ game: StrategicGame<Payoff>) throws(ConflictError) {
    let ranks = (0..<game.playerCount).map { player in
      ConflictGraph.ranks(
        of: (0..<game.profiles.count).map { game.payoff(of: player, in: $0) }
      )
    }
    try self.init(
      numbering: game.profiles,
      owners: (0..<game.playerCount).map { $0 },
      ranks: ranks
    )
  }
}
