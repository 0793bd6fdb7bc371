import GameTheory

/// What is asked for and accepted, from the turns so far.
extension SlowTalks {
  /// What a party asks for in a round, worked out from its first turn on.
  func targets(of party: Int, upTo round: Int) -> Double {
    let own = utilities(of: party)
    let best = own.max() ?? 0
    let reservation = problem.reservations[party]
    let floor = own.filter { $0 >= reservation }.min() ?? best
    let tactic = negotiators[party].tactic
    if case .time(let curve) = tactic {
      let time = Double(round + 1) / Double(problem.rounds + 1)
      var bottom = floor
      switch curve {
      case .faratinPolynomial, .faratinExponential, .genius, .polynomial, .exponential:
        bottom = max(reservation, own.min() ?? 0)
      case .constant: break
      }
      return bottom + (curve.aspiration(at: time) ?? 0) * (best - bottom)
    }
    var target = best
    for turn in 0...round {
      // The others' turns that lay before this one.
      let before = events.prefix { $0.round < turn || $0.round == turn && $0.speaker < party }
      let past = SlowTalks(problem: problem, negotiators: negotiators, events: Array(before))
      target = past.next(target, of: party, best, floor, isFirst: turn == 0)
    }
    return target
  }

  private func next(
    _ target: Double,
    of party: Int,
    _ best: Double,
    _ floor: Double,
    isFirst: Bool
  ) -> Double {
    let own = utilities(of: party)
    let others = parties.filter { $0 != party && !hasLeft($0) }.map { stands(of: $0) }
    func pairs(_ earlier: Int, _ later: Int) -> [(Double, Double)] {
      others.filter { $0.count > earlier }
        .map { (own[$0[$0.count - 1 - earlier]], own[$0[$0.count - 1 - later]]) }
    }
    func factor(_ pairs: [(Double, Double)]) -> Double? {
      let before = pairs.reduce(0) { $0 + (best - $1.0) }
      let after = pairs.reduce(0) { $0 + (best - $1.1) }
      return before > 0 ? after / before : nil
    }
    func gain(_ pairs: [(Double, Double)]) -> Double? {
      guard !pairs.isEmpty else { return nil }
      let before = pairs.reduce(0) { $0 + (best - $1.0) }
      let after = pairs.reduce(0) { $0 + (best - $1.1) }
      return (before - after) / Double(pairs.count)
    }
    var result = target
    switch negotiators[party].tactic {
    case .time: break
    case .relativeTitForTat(let delay):
      guard let factor = factor(pairs(delay, delay - 1)) else { return target }
      result = floor + factor * (target - floor)
    case .averagedTitForTat(let window):
      guard var factor = factor(pairs(window, 0)) else { return target }
      if window == 2 { factor = factor.squareRoot() }
      if window == 3 {
        // A cube root by halving.
        var (low, high) = (0.0, max(1, factor))
        for _ in 0..<200 {
          let middle = (low + high) / 2
          if middle * middle * middle < factor { low = middle } else { high = middle }
        }
        factor = high
      }
      result = floor + factor * (target - floor)
    case .absoluteTitForTat(let delay, _):
      guard let gain = gain(pairs(delay, delay - 1)) else { return target }
      result = target - gain
    case .reciprocator(let opening, let generosity, let retaliation):
      if isFirst { result = target - opening * (best - floor) }
      if let gain = gain(pairs(1, 0)) { result -= gain * (gain > 0 ? generosity : retaliation) }
    }
    return min(best, max(floor, result))
  }

  func accepts(
    _ party: Int,
    _ utility: Double,
    _ target: Double,
    _ coming: Double,
    _ round: Int,
    _ own: [Double],
    _ rational: [Int]
  ) -> Bool {
    let time = Double(round + 1) / Double(problem.rounds + 1)
    switch negotiators[party].acceptance {
    case .aspiration: return utility >= target
    case .next(let factor, let gap): return factor * utility + gap >= coming
    case .constant(let share):
      let floor = rational.map { own[$0] }.min() ?? 0
      return utility >= floor + share * ((own.max() ?? 0) - floor)
    case .time(let start): return time >= start
    case .combined(let start, let level):
      if utility >= coming { return true }
      let received = parties.filter { $0 != party }
        .flatMap { stands(of: $0).reversed().prefix(problem.rounds - round) }.map { own[$0] }
      guard time >= start, !received.isEmpty else { return time >= start }
      let mean = received.reduce(0, +) / Double(received.count)
      return utility >= (level == .best ? received.max() ?? 0 : mean)
    }
  }
}
