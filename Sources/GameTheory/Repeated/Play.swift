/// What a player does in one turn of a dilemma.
public enum Play: Int, Sendable, CaseIterable {
  /// It cooperates.
  case cooperate
  /// It defects.
  case defect

  /// The other of the two.
  public var opposite: Play { self == .cooperate ? .defect : .cooperate }
}

/// What the players of a match know of it beforehand.
public struct MatchTerms: Sendable, Hashable {
  /// How many turns it has.
  public let turns: Int
  /// The payoffs of a turn.
  public let payoffs: DilemmaPayoffs

  /// Creates terms.
  public init(turns: Int, payoffs: DilemmaPayoffs) {
    self.turns = turns
    self.payoffs = payoffs
  }
}

/// The turns that a player has played against another, as it sees them.
public struct PlayHistory: Sendable, Hashable {
  /// What it did itself, turn by turn.
  public private(set) var own: [Play]
  /// What the other did.
  public private(set) var other: [Play]
  /// How often the other has defected.
  public private(set) var otherDefections = 0
  /// How often it has defected itself.
  public private(set) var ownDefections = 0
  /// How often both have defected in the same turn.
  public private(set) var mutualDefections = 0

  /// What the player knows of the match, where it does.
  public let terms: MatchTerms?

  /// Creates the history before the first turn.
  public init(terms: MatchTerms? = nil) {
    (own, other, self.terms) = ([], [], terms)
  }

  /// Creates a history from turns, of which both sides have as many.
  public init(own: [Play], other: [Play], terms: MatchTerms? = nil) {
    precondition(own.count == other.count)
    self.init(terms: terms)
    for (a, b) in zip(own, other) { append(own: a, other: b) }
  }

  /// How many turns have been played.
  public var turnCount: Int { own.count }

  /// Adds a turn.
  public mutating func append(own play: Play, other answer: Play) {
    own.append(play)
    other.append(answer)
    if answer == .defect { otherDefections += 1 }
    if play == .defect { ownDefections += 1 }
    if play == .defect && answer == .defect { mutualDefections += 1 }
  }

  /// How often the other has cooperated.
  public var otherCooperations: Int { turnCount - otherDefections }

  /// How often it has cooperated itself.
  public var ownCooperations: Int { turnCount - ownDefections }

  /// How often it has cooperated while the other defected.
  public var losses: Int { otherDefections - mutualDefections }

  /// How often it has defected while the other cooperated.
  public var gains: Int { ownDefections - mutualDefections }

  /// What the other did last; cooperating before the first turn.
  var answer: Play { other.last ?? .cooperate }

  /// How many turns are still to be played, where that is known.
  var remainingTurns: Int? { terms.map { $0.turns - turnCount } }

  /// The payoffs; those of Axelrod's tournaments where they are not known.
  var payoffs: DilemmaPayoffs {
    terms?.payoffs ?? DilemmaPayoffs(temptation: 5, reward: 3, punishment: 1, sucker: 0)
  }

  /// Whether the other began with these turns.
  func otherBegan(_ plays: [Play], from turn: Int = 0) -> Bool {
    turnCount >= turn + plays.count && other[turn..<turn + plays.count].elementsEqual(plays)
  }

  /// Whether the other has defected at least once in the last so many turns.
  public func otherDefected(inLast turns: Int) -> Bool {
    other.suffix(turns).contains(.defect)
  }
}
