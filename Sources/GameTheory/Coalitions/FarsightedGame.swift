/// Outcomes that coalitions can change into one another, and what players think of them.
///
/// A coalition looks ahead: it changes an outcome for one that it likes less, if others go on from there to one that
/// it likes more.
///
/// - Source: Chwe, Journal of Economic Theory 63 (1994) 299.
public struct FarsightedGame: Sendable {
  /// A change of the outcome.
  public struct Move: Sendable, Hashable {
    /// The outcome that is left.
    public let from: Int
    /// The outcome that comes of it.
    public let to: Int
    /// Who makes it, all its members wanting it.
    public let coalition: Coalition

    /// Creates a move.
    public init(from: Int, to: Int, by coalition: Coalition) {
      self.from = from
      self.to = to
      self.coalition = coalition
    }
  }

  /// The greatest number of outcomes.
  public static let mostOutcomes = 1024

  /// How many players there are.
  public let playerCount: Int
  /// How many outcomes there are.
  public let outcomeCount: Int
  /// The moves from each outcome.
  public let moves: [[Move]]
  /// For each outcome and each other those who strictly prefer the other.
  private let preferring: [Coalition]
  /// For each outcome and each other whether the other dominates it indirectly.
  private let isDominated: [Bool]

  /// Creates a game.
  ///
  /// - Parameters:
  ///   - utilities: for each player, at most 64, one number for each outcome; only their order matters.
  ///   - moves: the changes that are possible, in whatever order; from an outcome to itself they do nothing.
  /// - Throws: ``CoalitionError/playerCount(found:most:)``, ``CoalitionError/outcomeCount(found:most:)``,
  ///   ``CoalitionError/shareCount(expected:found:)`` where players have different numbers of outcomes, and
  ///   ``CoalitionError/invalidMove(place:)``.
  /// - Complexity: O(*outcomes* × (*moves* + *players* × *outcomes*)).
  public init<Utility: Comparable>(
    utilities: [[Utility]],
    moves: [Move]
  ) throws(CoalitionError) {
    guard (1...64).contains(utilities.count) else {
      throw .playerCount(found: utilities.count, most: 64)
    }
    let count = utilities[0].count
    guard (1...FarsightedGame.mostOutcomes).contains(count) else {
      throw .outcomeCount(found: count, most: FarsightedGame.mostOutcomes)
    }
    for row in utilities where row.count != count {
      throw .shareCount(expected: count, found: row.count)
    }
    let all = Coalition.all(of: utilities.count)
    var byOutcome = [[Move]](repeating: [], count: count)
    for (place, move) in moves.enumerated() {
      guard (0..<count).contains(move.from), (0..<count).contains(move.to),
        !move.coalition.isEmpty, move.coalition.isSubset(of: all)
      else { throw .invalidMove(place: place) }
      if move.from != move.to { byOutcome[move.from].append(move) }
    }
    playerCount = utilities.count
    outcomeCount = count
    self.moves = byOutcome
    preferring = FarsightedGame.preferring(utilities, count)
    isDominated = FarsightedGame.indirectDominance(byOutcome, preferring, count)
  }

  /// Takes the profiles of a strategic game as outcomes; a coalition can change what its members play.
  ///
  /// - Parameters:
  ///   - game: a game of at most 64 players and 1024 profiles.
  ///   - size: how many players may move at once; all when left out.
  /// - Throws: ``CoalitionError/playerCount(found:most:)`` and ``CoalitionError/outcomeCount(found:most:)``.
  public init<Payoff>(
    _ game: StrategicGame<Payoff>,
    movingAtOnce size: Int = .max
  ) throws(CoalitionError) {
    let count = game.profiles.count
    guard count <= FarsightedGame.mostOutcomes else {
      throw .outcomeCount(found: count, most: FarsightedGame.mostOutcomes)
    }
    guard game.playerCount <= 64 else { throw .playerCount(found: game.playerCount, most: 64) }
    var moves: [Move] = []
    for from in 0..<count {
      for to in 0..<count where to != from {
        // More players than those who change something would only be more who must agree.
        let movers = (0..<game.playerCount).filter {
          game.strategy(of: $0, in: from) != game.strategy(of: $0, in: to)
        }
        if movers.count <= size {
          moves.append(Move(from: from, to: to, by: Coalition(members: movers)))
        }
      }
    }
    try self.init(
      utilities: (0..<game.playerCount).map { player in
        (0..<count).map { game.payoff(of: player, in: $0) }
      },
      moves: moves
    )
  }

  /// Those who strictly prefer the second outcome to the first.
  public func preferring(_ other: Int, to outcome: Int) -> Coalition {
    preferring[outcome * outcomeCount + other]
  }

  /// Tells whether some coalition can change an outcome into another that all its members prefer.
  public func isDirectlyDominated(_ outcome: Int, by other: Int) -> Bool {
    let wanting = preferring(other, to: outcome)
    return moves[outcome].contains { $0.to == other && $0.coalition.isSubset(of: wanting) }
  }

  /// Tells whether a chain of moves leads from an outcome to another that all who move on the way prefer to where
  /// they move.
  public func isIndirectlyDominated(_ outcome: Int, by other: Int) -> Bool {
    isDominated[outcome * outcomeCount + other]
  }

  /// A shortest such chain; nil where there is none.
  ///
  /// - Complexity: O(*moves* × *length*).
  public func chain(from outcome: Int, to other: Int) -> [Move]? {
    guard isIndirectlyDominated(outcome, by: other) else { return nil }
    var steps = [Int?](repeating: nil, count: outcomeCount)
    steps[other] = 0
    var length = 0
    while steps[outcome] == nil {
      for from in 0..<outcomeCount where steps[from] == nil {
        if usefulMove(from, other, { steps[$0] == length }) != nil { steps[from] = length + 1 }
      }
      length += 1
    }
    var chain: [Move] = []
    var place = outcome
    while let left = steps[place], left > 0,
      let move = usefulMove(place, other, { steps[$0] == left - 1 })
    {
      chain.append(move)
      place = move.to
    }
    return chain
  }

  /// The first move from an outcome, to one of some, that all who make it want for the sake of the last outcome.
  private func usefulMove(_ from: Int, _ last: Int, _ isNext: (Int) -> Bool) -> Move? {
    let wanting = preferring(last, to: from)
    return moves[from].first { isNext($0.to) && $0.coalition.isSubset(of: wanting) }
  }
}

extension FarsightedGame {
  /// For each outcome and each other those who strictly prefer the other.
  private static func preferring<Utility: Comparable>(
    _ utilities: [[Utility]],
    _ count: Int
  ) -> [Coalition] {
    var preferring = [Coalition](repeating: [], count: count * count)
    for (player, row) in utilities.enumerated() {
      let own = Coalition(members: [player])
      for from in 0..<count {
        for to in 0..<count where row[from] < row[to] {
          preferring[from * count + to].formUnion(own)
        }
      }
    }
    return preferring
  }

  /// For each last outcome, backwards from it, all from which a chain leads there.
  private static func indirectDominance(
    _ moves: [[Move]],
    _ preferring: [Coalition],
    _ count: Int
  ) -> [Bool] {
    var arriving = [[Move]](repeating: [], count: count)
    for move in moves.joined() { arriving[move.to].append(move) }
    var isDominated = [Bool](repeating: false, count: count * count)
    for last in 0..<count {
      var open = [last]
      while let place = open.popLast() {
        for move in arriving[place] where !isDominated[move.from * count + last] {
          guard move.coalition.isSubset(of: preferring[move.from * count + last]) else { continue }
          isDominated[move.from * count + last] = true
          open.append(move.from)
        }
      }
    }
    return isDominated
  }
}
