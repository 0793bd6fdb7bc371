/// What a player does in one turn of a dilemma.
public enum Play: Int, Sendable, CaseIterable {
  /// It cooperates.
  case cooperate
  /// It defects.
  case defect

  /// The other of the two.
  public var opposite: Play { self == .cooperate ? .defect : .cooperate }
}

/// The turns that a player has played against another, as it sees them.
public struct PlayHistory: Sendable, Hashable {
  /// What it did itself, turn by turn.
  public private(set) var own: [Play]
  /// What the other did.
  public private(set) var other: [Play]
  /// How often the other has defected.
  public private(set) var otherDefections: Int

  /// Creates the history before the first turn.
  public init() {
    (own, other, otherDefections) = ([], [], 0)
  }

  /// Creates a history from turns, of which both sides have as many.
  public init(own: [Play], other: [Play]) {
    precondition(own.count == other.count)
    self.init()
    for (a, b) in zip(own, other) { append(own: a, other: b) }
  }

  /// How many turns have been played.
  public var turnCount: Int { own.count }

  /// Adds a turn.
  public mutating func append(own play: Play, other answer: Play) {
    own.append(play)
    other.append(answer)
    if answer == .defect { otherDefections += 1 }
  }

  /// Whether the other has defected at least once in the last so many turns.
  public func otherDefected(inLast turns: Int) -> Bool {
    other.suffix(turns).contains(.defect)
  }
}
