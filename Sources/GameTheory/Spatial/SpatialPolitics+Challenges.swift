extension SpatialPolitics {
  /// What an actor thinks of a challenge.
  struct Estimate {
    /// How probable the initiator's victory is.
    var victoryProbability: Double
    /// What is gained in utility, compared with no challenge, by the actor that is asked for.
    var gain: Double
  }

  /// What one actor thinks that a challenge brings to another one.
  ///
  /// The two principals vote for themselves with capability times salience, and every third party joins
  /// the side by which it gains more, given the odds of the three of them. The receiver resists as much
  /// as it cares.
  ///
  /// - Parameters:
  ///   - utilities: of the row's actor for the column's position, as the one who thinks sees them.
  ///   - affected: who gains or loses.
  ///   - i: who challenges.
  ///   - j: who is challenged.
  /// - Returns: the odds, and what is gained.
  /// - Complexity: O(n) for n actors.
  func estimate(
    _ utilities: SquareTable,
    affected: Int,
    initiator i: Int,
    receiver j: Int
  ) -> Estimate {
    var support = 1e-10
    var opposition = 1e-10
    for principal in [i, j] {
      let difference = utilities[principal, i] - utilities[principal, j]
      add(
        settings.votingRule.vote(weight: weights[principal], difference: difference),
        &support,
        &opposition
      )
    }
    let (own, other) = (support, opposition)
    for n in actors.indices where n != i && n != j {
      let vote = thirdPartyVote(utilities, n, i, j, own: own, other: other)
      add(vote, &support, &opposition)
    }
    let probability = support / (support + opposition)
    let (victory, defeat) = (2 * utilities[affected, i], 2 * utilities[affected, j])
    let resistance = min(1, actors[j].totalSalience)
    let contest = probability * victory + (1 - probability) * defeat
    let quiet = utilities[affected, i] + utilities[affected, j]
    let gain = (1 - resistance) * victory + resistance * contest - quiet
    return Estimate(victoryProbability: probability, gain: gain)
  }

  private func add(_ vote: Double, _ support: inout Double, _ opposition: inout Double) {
    if vote > 0 { support += vote }
    if vote < 0 { opposition -= vote }
  }

  /// The vote of a third party, above 0 for the initiator.
  private func thirdPartyVote(
    _ utilities: SquareTable,
    _ n: Int,
    _ i: Int,
    _ j: Int,
    own: Double,
    other: Double
  ) -> Double {
    let (ofI, ofJ, ofOwn) = (utilities[n, i], utilities[n, j], utilities[n, n])
    var (support, opposition) = (own, other)
    let first = settings.votingRule.vote(weight: weights[n], difference: ofI - ofJ)
    add(first, &support, &opposition)
    let odds = support / (support + opposition)
    // What the three positions come to where n backs the winner, and where it backs the loser.
    let (withI, withJ, againstI, againstJ): (Double, Double, Double, Double) =
      switch settings.commitment {
      case .none: (2 * ofI + ofOwn, 2 * ofJ + ofOwn, 2 * ofI + ofOwn, 2 * ofJ + ofOwn)
      case .half: (2 * ofI + ofOwn, 2 * ofJ + ofOwn, 3 * ofI, 3 * ofJ)
      case .full: (3 * ofI, 3 * ofJ, 3 * ofI, 3 * ofJ)
      }
    let backingI = odds * withI + (1 - odds) * againstJ
    let backingJ = odds * againstI + (1 - odds) * withJ
    return settings.votingRule.vote(weight: weights[n], difference: backingI - backingJ)
  }

  /// The challenge that an actor gains most from, as it sees the world; nil for none that gains over 1e-5.
  func bestChallenge(of initiator: Int, _ utilities: SquareTable) -> Challenge? {
    var best: Challenge?
    for receiver in actors.indices where receiver != initiator {
      let found = estimate(
        utilities,
        affected: initiator,
        initiator: initiator,
        receiver: receiver
      )
      guard found.gain > 1e-5, found.gain > (best?.gain ?? 0) + 1e-12 else { continue }
      best = Challenge(
        initiator: initiator,
        receiver: receiver,
        gain: found.gain,
        victoryProbability: found.victoryProbability
      )
    }
    return best
  }
}
