/// What a party does at its turn.
public enum OfferAction: Sendable, Hashable {
  /// Puts a package on the table in the place of the one that lies there.
  case offer(Int)
  /// Agrees to the package on the table.
  case accept
  /// Neither agrees nor puts something else on the table.
  case pass
  /// Leaves for its outside option, for good.
  case walkAway
}

/// One turn of talks that were recorded.
public struct OfferEvent: Sendable, Hashable {
  /// The round, from 0.
  public let round: Int
  /// Who spoke.
  public let speaker: Int
  /// What it did.
  public let action: OfferAction
  /// What lay on the table afterwards; nil for nothing.
  public let package: Int?

  /// Creates a turn.
  public init(round: Int, speaker: Int, action: OfferAction, package: Int?) {
    self.round = round
    self.speaker = speaker
    self.action = action
    self.package = package
  }
}

/// How talks ended.
public enum OfferEnd: Sendable, Hashable {
  /// With an agreement on a package.
  case agreement(Int)
  /// Without one, after the last round.
  case deadline
  /// Without one, since too few were left when this party went.
  case walkedAway(Int)
}

/// What became of talks.
public struct OfferResult: Sendable, Equatable {
  /// How they ended.
  public let end: OfferEnd
  /// The round in which they did, from 0; the number of rounds for the deadline.
  public let round: Int
  /// Every turn, where they were recorded.
  public let trace: [OfferEvent]

  /// The package agreed on; nil for none.
  public var agreement: Int? {
    if case .agreement(let package) = end { return package }
    return nil
  }

  /// What a party gets: the package by ``OfferProblem/payoff(of:_:round:)``, or its reservation
  /// value.
  ///
  /// Who left or was outvoted lives with the package as everybody does.
  public func payoff(of party: Int, in problem: OfferProblem) -> Double {
    agreement.map { problem.payoff(of: party, $0, round: round) } ?? problem.reservations[party]
  }
}
