/// What negotiators do at their turns.
extension OfferSession {
  /// What a random number is drawn for.
  private enum Purpose: Int {
    case package = 1
    case extra = 2
  }

  /// What the speaker does.
  mutating func action(of negotiator: Negotiator) -> OfferAction {
    guard problem.hasRationalPackage(speaker) else { return .walkAway }
    let target = target(of: negotiator.tactic)
    targets[speaker] = target
    if let standing, problem.isRational(standing, for: speaker),
      let isAccepted = judgement(negotiator.acceptance, of: standing, target)
    {
      return isAccepted ? .accept : .offer(package(negotiator.choice, worth: target))
    }
    let next = package(negotiator.choice, worth: target)
    if let standing, problem.isRational(standing, for: speaker),
      accepts(negotiator.acceptance, standing, before: next)
    {
      return .accept
    }
    return .offer(next)
  }

  /// Whether a rule that does not look at the next offer accepts a package; nil for one that does.
  private func judgement(_ rule: AcceptanceRule, of package: Int, _ target: Double) -> Bool? {
    let utility = problem.utility(of: speaker, package)
    switch rule {
    case .aspiration:
      return utility >= target
    case .constant(let share):
      let floor = problem.floor(of: speaker)
      return utility >= floor + share * (problem.best(of: speaker) - floor)
    case .time(let start):
      return time >= start
    case .next, .combined:
      return nil
    }
  }

  /// Whether a rule that looks at the next offer accepts a package.
  private func accepts(_ rule: AcceptanceRule, _ package: Int, before next: Int) -> Bool {
    let utility = problem.utility(of: speaker, package)
    let coming = problem.utility(of: speaker, next)
    switch rule {
    case .next(let factor, let gap):
      return factor * utility + gap >= coming
    case .combined(let start, let level):
      if utility >= coming { return true }
      return time >= start && utility >= received(level)
    case .aspiration, .constant, .time:
      return false
    }
  }

  /// The best or the mean of what others stood by in as many last rounds as are left.
  private func received(_ level: AcceptanceRule.Level) -> Double {
    var best = -Double.infinity
    var sum = 0.0
    var count = 0
    for party in 0..<problem.partyCount where party != speaker {
      for back in 0..<problem.rounds - round {
        guard let package = history.stand(of: party, back: back) else { break }
        let utility = problem.utility(of: speaker, package)
        best = max(best, utility)
        sum += utility
        count += 1
      }
    }
    guard count > 0 else { return -.infinity }
    return level == .best ? best : sum / Double(count)
  }

  /// The package that the speaker offers for what it asks.
  private mutating func package(_ choice: OfferChoice, worth target: Double) -> Int {
    let base = speaker * problem.packageCount
    let count = problem.packageCount
    let first = problem.firstRational[speaker]
    switch choice {
    case .lowest(let tolerance):
      let range = problem.best(of: speaker) - problem.floor(of: speaker)
      let level = tolerance == 0 ? target : target - tolerance * range
      return problem.rankedPackages[base + max(first, min(rank(level), count - 1))]
    case .lowestWithin(let shortfall):
      let rank = rank(target - shortfall)
      return problem.rankedPackages[base + max(first, min(rank, count - 1))]
    case .random:
      let start = max(first, min(rank(target), count - 1))
      let bits = CounterRandom.bits(seed, round, speaker, Purpose.package.rawValue)
      return problem.rankedPackages[base + start + CounterRandom.index(bits, below: count - start)]
    case .modelled:
      return liked(from: max(first, min(rank(target), count - 1)))
    }
  }

  private func rank(_ level: Double) -> Int { problem.rank(of: level, for: speaker) }

  /// The package from a rank up that the others seem to like best; of equal ones the own best.
  private mutating func liked(from start: Int) -> Int {
    let top = problem.packageCount - 1
    let best = problem.rankedPackages[speaker * problem.packageCount + top]
    guard start < top else { return best }
    let others = present & ~(UInt64(1) << UInt64(speaker))
    guard stood.isEmpty else { return liked(from: start, by: others, instead: best) }
    model.fill(&parts, over: others)
    let width = parts.lower.count
    let ceiling = parts.ceiling
    var most = parts.upper[best / width] + parts.lower[best % width]
    var found = top
    // What differs by rounding alone is equal.
    var enough = most + 0x1p-40
    let base = speaker * problem.packageCount
    var rank = top
    while rank > start, enough < ceiling {
      rank -= 1
      let (upper, lower) = problem.rankedParts[base + rank]
      let sum = parts.upper[Int(upper)] + parts.lower[Int(lower)]
      if sum > enough {
        most = sum
        enough = most + 0x1p-40
        found = rank
      }
    }
    return problem.rankedPackages[base + found]
  }

  /// The same with a single issue: what nobody stood by is liked least.
  private func liked(from start: Int, by others: UInt64, instead best: Int) -> Int {
    var found = best
    var most = model.liking(ofOnly: best, over: others)
    let base = speaker * problem.packageCount
    var word = speaker * stoodWords + (problem.packageCount - 1) / 64
    var ranks = (problem.packageCount - 1) / 64 * 64
    while ranks + 63 >= start {
      var bits = stood[word]
      while bits != 0 {
        let place = 63 - bits.leadingZeroBitCount
        guard ranks + place >= start else { return found }
        bits &= ~(UInt64(1) << UInt64(place))
        let package = problem.rankedPackages[base + ranks + place]
        let liking = model.liking(ofOnly: package, over: others)
        if liking > most + 0x1p-40 {
          most = liking
          found = package
        }
      }
      guard ranks > 0 else { break }
      word -= 1
      ranks -= 64
    }
    return found
  }
}

/// What tactics ask for.
extension OfferSession {
  /// What the speaker asks for, in its own utility.
  private mutating func target(of tactic: ConcessionTactic) -> Double {
    let best = problem.best(of: speaker)
    let floor = problem.floor(of: speaker)
    let last = targets[speaker]
    switch tactic {
    case .time(let curve):
      let bottom =
        curve.endsAtReservation
        ? max(problem.reservations[speaker], problem.worst(of: speaker)) : floor
      return bottom + level(of: curve) * (best - bottom)
    case .relativeTitForTat, .averagedTitForTat:
      guard let step = step(tactic), step.gapBefore > 0 else { return last }
      var factor = step.gapAfter / step.gapBefore
      if case .averagedTitForTat(let window) = tactic, window > 1 {
        // Powers are of numbers up to 1; a wider gap is the inverse of a narrower one.
        let root = 1 / Double(window)
        factor =
          factor > 1
          ? 1 / ElementaryFunctions.power(1 / factor, root)
          : ElementaryFunctions.power(factor, root)
      }
      return min(best, max(floor, floor + factor * (last - floor)))
    case .absoluteTitForTat(_, let extra):
      guard let step = step(tactic) else { return last }
      let bits = CounterRandom.bits(seed, round, speaker, Purpose.extra.rawValue)
      let more = extra * CounterRandom.unit(bits) * (best - floor)
      return min(best, max(floor, last - step.gain - more))
    case .reciprocator(let opening, let generosity, let retaliation):
      let start = round == 0 ? last - opening * (best - floor) : last
      guard let step = step(tactic) else { return start }
      let answer = step.gain * (step.gain > 0 ? generosity : retaliation)
      return min(best, max(floor, start - answer))
    }
  }

  private mutating func level(of curve: ConcessionCurve) -> Double {
    let start = levelStarts[speaker]
    if start >= 0 { return levels[start + round] }
    // Parties with the same curve, turn after turn: it is worked out once a round.
    if let recent, recent.round == round, recent.curve == curve { return recent.level }
    let level = curve.aspiration(at: time) ?? 1
    recent = (curve, round, level)
    return level
  }

  /// What the others' step brought the speaker on average, and their gaps to its best before and
  /// after.
  ///
  /// Gaps are sums over the others. Nil where nobody at the table has stood by something often
  /// enough.
  private func step(
    _ tactic: ConcessionTactic
  ) -> (gain: Double, gapBefore: Double, gapAfter: Double)? {
    guard let (earlier, later) = tactic.steps else { return nil }
    let best = problem.best(of: speaker)
    var gapBefore = 0.0
    var gapAfter = 0.0
    var count = 0
    for party in 0..<problem.partyCount
    where party != speaker && present >> UInt64(party) & 1 != 0 {
      guard let before = history.stand(of: party, back: earlier),
        let after = history.stand(of: party, back: later)
      else { continue }
      gapBefore += best - problem.utility(of: speaker, before)
      gapAfter += best - problem.utility(of: speaker, after)
      count += 1
    }
    guard count > 0 else { return nil }
    return ((gapBefore - gapAfter) / Double(count), gapBefore, gapAfter)
  }
}
