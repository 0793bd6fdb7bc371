extension SpatialPolitics {
  /// Adds to a state the challenges, bargains and choices of its turn.
  func negotiate(_ state: inout State, turn: Int) {
    let distances = self.distances(positions: state.positions, ideals: state.ideals)
    let attitudes = state.riskAttitudes
    let views = actors.indices.map { h in
      self.utilities(distances) {
        settings.perception.perceived(own: attitudes[h], other: attitudes[$0])
      }
    }
    state.challenges = actors.indices.map { bestChallenge(of: $0, views[$0]) }
    state.bargains = state.challenges.compactMap { $0 }.flatMap { bargains($0, state, views) }
    let utilities = actors.indices.map { self.utilities(of: $0, state, distances) }
    state.choices = actors.indices.map { choice(of: $0, state.bargains, utilities, turn: turn) }
  }

  /// The bargains that come of a challenge.
  private func bargains(
    _ challenge: Challenge,
    _ state: State,
    _ views: [SquareTable]
  ) -> [Bargain] {
    let (i, j) = (challenge.initiator, challenge.receiver)
    let own = bargain(i, j, state.positions, odds: challenge.victoryProbability)
    guard settings.bargainView != .initiator else { return [own] }
    let estimate = self.estimate(views[j], affected: i, initiator: i, receiver: j)
    let other = bargain(i, j, state.positions, odds: estimate.victoryProbability)
    guard settings.bargainView == .weightedMean else { return [own, other] }
    let (a, b) = (weights[i], weights[j])
    func mean(_ first: [Double], _ second: [Double]) -> [Double] {
      first.indices.map { (a * first[$0] + b * second[$0]) / (a + b) }
    }
    return [
      Bargain(
        initiator: i,
        receiver: j,
        initiatorPosition: mean(own.initiatorPosition, other.initiatorPosition),
        receiverPosition: mean(own.receiverPosition, other.receiverPosition)
      )
    ]
  }

  /// The bargain of two actors, given the odds of the first.
  private func bargain(_ i: Int, _ j: Int, _ positions: [[Double]], odds: Double) -> Bargain {
    var first = positions[i]
    var second = positions[j]
    for issue in first.indices {
      (first[issue], second[issue]) = interpolate(
        (positions[i][issue], actors[i].saliences[issue], odds),
        (positions[j][issue], actors[j].saliences[issue], 1 - odds)
      )
    }
    return Bargain(initiator: i, receiver: j, initiatorPosition: first, receiverPosition: second)
  }

  /// Where two actors end up on an issue, given positions, saliences and odds.
  private func interpolate(
    _ a: (position: Double, salience: Double, odds: Double),
    _ b: (position: Double, salience: Double, odds: Double)
  ) -> (Double, Double) {
    // So little that it counts only where nobody cares or could win.
    let least = 1e-6
    if settings.interpolation == .difference {
      let lead = a.odds - b.odds
      let (ofA, ofB) = (a.salience * a.salience, b.salience * b.salience)
      let (less, more) = (max(0, -lead), max(0, lead))
      let shareA = less * ofB / (less * ofB + least + (1 - less) * ofA)
      let shareB = more * ofA / (more * ofA + least + (1 - more) * ofB)
      return (
        a.position + shareA * (b.position - a.position),
        b.position + shareB * (a.position - b.position)
      )
    }
    var (pullA, pullB) = (a.salience * a.odds, b.salience * b.odds)
    if settings.interpolation == .square { (pullA, pullB) = (pullA * pullA, pullB * pullB) }
    let total = pullA + least + pullB
    return (
      rounded(((pullA + least) * a.position + pullB * b.position) / total),
      rounded((pullA * a.position + (pullB + least) * b.position) / total)
    )
  }

  /// A number in 0...1 rounded to four decimals, halves upwards.
  private func rounded(_ number: Double) -> Double {
    Double(Int(0.5 + number * 10_000)) / 10_000
  }

  /// The utility to an actor of no bargain, and of each bargain: the mean over all actors' positions.
  private func utilities(of actor: Int, _ state: State, _ distances: SquareTable) -> [Double] {
    let risk = state.riskAttitudes[actor]
    let quiet = actors.indices.map {
      SpatialPolitics.utility(distance: distances[actor, $0], risk: risk)
    }
    let count = Double(actors.count)
    return [quiet.reduce(0, +) / count]
      + state.bargains.map { bargain in
        var utilities = quiet
        for (party, position) in [
          (bargain.initiator, bargain.initiatorPosition),
          (bargain.receiver, bargain.receiverPosition),
        ] {
          let distance = distance(of: actor, state.ideals[actor], to: position)
          utilities[party] = SpatialPolitics.utility(distance: distance, risk: risk)
        }
        return utilities.reduce(0, +) / count
      }
  }

  /// What an actor may choose, and what it does.
  private func choice(
    of actor: Int,
    _ bargains: [Bargain],
    _ utilities: [[Double]],
    turn: Int
  ) -> Choice {
    let named = bargains.indices.filter {
      bargains[$0].initiator == actor || bargains[$0].receiver == actor
    }
    let columns = utilities.map { own in [own[0]] + named.map { own[$0 + 1] } }
    let probabilities = expectation(capabilities, columns, settings.votingRule)
    var chosen = 0
    switch settings.transition {
    case .deterministic:
      for option in probabilities.indices
      where probabilities[option] > probabilities[chosen] + 1e-12 {
        chosen = option
      }
    case .stochastic(let seed):
      let share = CounterRandom.unit(seed: seed, row: UInt64(turn) + 1, column: UInt64(actor))
      var sum = 0.0
      for (option, probability) in probabilities.enumerated() {
        sum += probability
        // Rounding may leave the sum a little below 1: then it is the last option.
        chosen = option
        if share < sum { break }
      }
    }
    return Choice(
      bargains: named,
      probabilities: probabilities,
      chosen: chosen == 0 ? nil : named[chosen - 1]
    )
  }
}
