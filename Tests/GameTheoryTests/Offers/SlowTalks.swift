import GameTheory

/// Talks as they are defined, everything found anew from the turns so far.
///
/// Random choices are not covered.
struct SlowTalks {
  let problem: OfferProblem
  let negotiators: [Negotiator]
  var events: [OfferEvent] = []

  var parties: Range<Int> { 0..<problem.partyCount }

  /// Plays to the end.
  mutating func run() -> (end: OfferEnd, round: Int) {
    for round in 0..<problem.rounds {
      for speaker in parties where !hasLeft(speaker) {
        let action = action(of: speaker, round)
        var package = events.last?.package
        if case .offer(let offered) = action { package = offered }
        events.append(OfferEvent(round: round, speaker: speaker, action: action, package: package))
        if let package, isEnough(supporters) { return (.agreement(package), round) }
        if action == .walkAway, !isEnough(parties.filter { !hasLeft($0) }) {
          return (.walkedAway(speaker), round)
        }
      }
    }
    return (.deadline, problem.rounds)
  }

  func hasLeft(_ party: Int) -> Bool {
    events.contains { $0.speaker == party && $0.action == .walkAway }
  }

  /// Who proposed or accepted what lies on the table, and is still there.
  var supporters: [Int] {
    var found: [Int] = []
    for event in events {
      switch event.action {
      case .offer: found = [event.speaker]
      case .accept: found.append(event.speaker)
      case .pass: break
      case .walkAway: found.removeAll { $0 == event.speaker }
      }
    }
    return found
  }

  func isEnough(_ members: [Int]) -> Bool {
    switch problem.rule {
    case .unanimity: Set(members).count == problem.partyCount
    case .count(let count): Set(members).count >= count
    case .weighted(let weights, let quota): Set(members).reduce(0) { $0 + weights[$1] } >= quota
    }
  }

  func utilities(of party: Int) -> [Double] {
    (0..<problem.packageCount).map { problem.utilities[party * problem.packageCount + $0] }
  }

  /// What a party stood by, in order.
  func stands(of party: Int) -> [Int] {
    events.compactMap { event in
      switch event.action {
      case .offer, .accept: event.speaker == party ? event.package : nil
      case .pass, .walkAway: nil
      }
    }
  }

  func action(of party: Int, _ round: Int) -> OfferAction {
    let own = utilities(of: party)
    let rational = own.indices.filter { own[$0] >= problem.reservations[party] }
    guard !rational.isEmpty else { return .walkAway }
    let target = targets(of: party, upTo: round)
    let next = offer(party, own, rational, target)
    if let standing = events.last?.package, rational.contains(standing),
      accepts(party, own[standing], target, own[next], round, own, rational)
    {
      return .accept
    }
    return .offer(next)
  }

  func offer(_ party: Int, _ own: [Double], _ rational: [Int], _ target: Double) -> Int {
    let best = own.max() ?? 0
    let floor = rational.map { own[$0] }.min() ?? 0
    var level = target
    if case .lowest(let tolerance) = negotiators[party].choice, tolerance > 0 {
      level = target - tolerance * (best - floor)
    }
    if case .lowestWithin(let shortfall) = negotiators[party].choice { level = target - shortfall }
    let reaching = rational.filter { own[$0] >= level }
    // Rounding may leave the target a little above the best.
    let last = rational.filter { own[$0] == best }.max() ?? 0
    guard !reaching.isEmpty else { return last }
    if negotiators[party].choice == .modelled {
      let likings = reaching.map { package in
        parties.reduce(0.0) { sum, other in
          other == party || hasLeft(other) ? sum : sum + liking(of: package, other)
        }
      }
      let most = likings.max() ?? 0
      // Sums are rounded in another order here.
      let liked = reaching.indices.filter { likings[$0] > most - 1e-12 }.map { reaching[$0] }
      return liked.max { (own[$0], $0) < (own[$1], $1) } ?? last
    }
    return reaching.min { (own[$0], $0) < (own[$1], $1) } ?? last
  }

  /// The frequency model, from the stands alone.
  func liking(of package: Int, _ party: Int) -> Double {
    let stands = stands(of: party)
    guard !stands.isEmpty else { return 1 }
    let issues = problem.issues
    var sum = 0.0
    var weights = 0.0
    for issue in issues.optionCounts.indices {
      let options = stands.map { issues.options(of: $0)[issue] }
      let weight = 1 + zip(options, options.dropFirst()).filter { $0 == $1 }.count
      let counts = (0..<issues.optionCounts[issue]).map { option in
        1 + options.filter { $0 == option }.count
      }
      let count = Double(counts[issues.options(of: package)[issue]])
      sum += Double(weight) * (count / Double(counts.max() ?? 1))
      weights += Double(weight)
    }
    return sum / weights
  }
}
