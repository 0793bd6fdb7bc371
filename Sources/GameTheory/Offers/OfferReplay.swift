/// All that is needed to play talks again: the seed and what was done at seats played from outside.
///
/// The problem and the negotiators come from elsewhere. ``OfferSession/fingerprint(of:seats:)`` tells
/// whether they are those of the talks, ``OfferSession/checksum`` whether the same happened.
public struct OfferReplay: Sendable, Hashable {
  /// What random choices hang on.
  public let seed: UInt64
  /// What was done from outside, in order.
  public let actions: [OfferAction]

  /// Creates a replay.
  public init(seed: UInt64, actions: [OfferAction]) {
    self.seed = seed
    self.actions = actions
  }
}

extension OfferSession {
  /// What is needed to come to this point again.
  public var replay: OfferReplay { OfferReplay(seed: seed, actions: outsideActions) }

  /// Plays talks again up to the turn after the last action, or to the end.
  ///
  /// - Parameters:
  ///   - problem: what is negotiated.
  ///   - seats: as in the talks to repeat; another negotiator or problem shows what would have
  ///     been.
  ///   - replay: the seed and the actions.
  /// - Throws: as the initialiser and ``apply(_:)``.
  public init(
    _ problem: OfferProblem,
    seats: [Negotiator?],
    replaying replay: OfferReplay
  ) throws(OfferError) {
    try self.init(problem, seats: seats, seed: replay.seed)
    advance()
    for action in replay.actions {
      try apply(action)
      advance()
    }
  }
}
