extension OfferSession {
  /// Plays the turn of a seat that is played from outside.
  ///
  /// Nothing is changed where it throws.
  ///
  /// - Parameter action: what is done; offers below the reservation value are allowed.
  /// - Throws: ``OfferError/over``, ``OfferError/automaticSeat(_:)``,
  ///   ``OfferError/noStandingOffer`` and ``OfferError/unknownPackage(_:)``.
  public mutating func apply(_ action: OfferAction) throws(OfferError) {
    guard end == nil else { throw .over }
    guard seats[speaker] == nil else { throw .automaticSeat(speaker) }
    switch action {
    case .offer(let package):
      guard (0..<problem.packageCount).contains(package) else { throw .unknownPackage(package) }
    case .accept:
      guard standing != nil else { throw .noStandingOffer }
    case .pass, .walkAway:
      break
    }
    outsideActions.append(action)
    perform(action)
  }

  /// Lets seats play by themselves until one is to be played from outside, or to the end.
  public mutating func advance() {
    while end == nil, let negotiator = seats[speaker] { perform(action(of: negotiator)) }
  }

  /// Lets the seat at turn play by itself.
  ///
  /// - Throws: ``OfferError/over``, and ``OfferError/automaticSeat(_:)`` for a seat played from
  ///   outside.
  public mutating func step() throws(OfferError) {
    guard end == nil else { throw .over }
    guard let negotiator = seats[speaker] else { throw .automaticSeat(speaker) }
    perform(action(of: negotiator))
  }

  /// Carries out an action that is allowed, and passes the turn on.
  private mutating func perform(_ action: OfferAction) {
    let party = speaker
    let bit = UInt64(1) << UInt64(party)
    switch action {
    case .offer(let package):
      standing = package
      supporters = bit
      note(package)
    case .accept:
      supporters |= bit
      if let standing { note(standing) }
    case .pass:
      if keepsHistory, let last = history.stand(of: party, back: 0) { note(last) }
    case .walkAway:
      supporters &= ~bit
      present &= ~bit
    }
    if recordsTrace {
      trace.append(
        OfferEvent(round: round, speaker: party, action: action, package: standing)
      )
    }
    if let standing, problem.suffices(supporters) {
      end = .agreement(standing)
    } else if action == .walkAway, !problem.suffices(present) {
      end = .walkedAway(party)
    } else {
      passTurn()
    }
  }

  private mutating func note(_ package: Int) {
    if keepsHistory { history.add(package, of: speaker) }
    guard keepsModel else { return }
    model.add(package, of: speaker)
    for party in 0..<problem.partyCount where stoodWords > 0 {
      let rank = Int(problem.ranks[party * problem.packageCount + package])
      stood[party * stoodWords + rank / 64] |= UInt64(1) << UInt64(rank % 64)
    }
  }

  private mutating func passTurn() {
    repeat {
      speaker += 1
      if speaker == problem.partyCount {
        speaker = 0
        round += 1
        if round == problem.rounds { return end = .deadline }
      }
    } while present >> UInt64(speaker) & 1 == 0
  }
}
