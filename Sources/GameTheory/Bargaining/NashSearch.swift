/// The search for a lottery with the largest weighted product of gains.
struct NashSearch {
  /// A lottery with what proves how good it is; prices are of whole gains.
  struct Best {
    let lottery: Lottery
    let prices: [Rational]
    let bound: Rational
    let gap: Rational
  }

  private let problem: BargainingProblem
  private let weights: [Rational]
  /// The players who count.
  private let counted: [Int]
  /// Whether outcomes will not do: whoever does not count could lose.
  private let isConstrained: Bool
  private var program: LotteryProgram
  /// What is mixed: outcomes, or rational lotteries where outcomes will not do.
  private var parts: [Lottery] = []
  private var master: NashMaster
  /// What each player's gains are divided by in floating point: a power of two near those of the beginning.
  private var sizes: [Rational]

  init(
    _ problem: BargainingProblem,
    _ weights: [Rational],
    _ counted: [Int],
    _ domain: BargainingProblem.Domain,
    _ program: LotteryProgram
  ) {
    self.problem = problem
    self.weights = weights
    self.counted = counted
    self.program = program
    sizes = weights.map { _ in 1 }
    isConstrained = domain == .all && counted.count < problem.playerCount
    let largest = counted.map { weights[$0] }.max() ?? 1
    master = NashMaster(weights: counted.map { (weights[$0] / largest).toDouble() })
  }

  /// The best lottery, from one that is rational.
  mutating func best(start: Lottery) -> Best {
    guard !counted.isEmpty else {
      return Best(lottery: start, prices: weights.map { _ in 0 }, bound: 0, gap: 0)
    }
    let shares = begin(start)
    var mixture = shares
    for _ in 0..<500 {
      mixture = master.shares(from: shares)
      guard let next = improvement(mixture), !parts.contains(next) else { break }
      add(next)
    }
    let rounded = reduced(lottery(mixture) { fraction($0) })
    let simple = lottery(mixture) { share in
      let low = Rational(exactly: max(share - 1e-9, 0))
      return share < 1e-8 ? 0 : Rational.simplest(between: low, Rational(exactly: share + 1e-9))
    }
    let gains = problem.wholeGains(of: simple)
    let isShort = simple.entries.allSatisfy { $0.probability.denominator.bitWidth < 100 }
    if isShort, counted.allSatisfy({ gains[$0].signum > 0 }) {
      let exact = proven(reduced(simple), isExact: true)
      if exact.gap.signum == 0 { return exact }
    }
    return proven(rounded, isExact: false)
  }

  /// Parts in whose mixture everybody who counts gains, and their shares.
  private mutating func begin(_ start: Lottery) -> [Double] {
    var first: [(Lottery, Rational)] = []
    let gains = problem.wholeGains(of: start)
    if !isConstrained, counted.allSatisfy({ gains[$0].signum > 0 }) {
      first = start.entries.map { (single($0.outcome), $0.probability) }
    } else {
      for player in counted {
        let unit = weights.indices.map { Rational($0 == player ? 1 : 0) }
        let part =
          isConstrained
          ? program.largestSum(unit).lottery
          : single(problem.bestOutcome(of: player, among: program.outcomes))
        if !first.contains(where: { $0.0 == part }) { first.append((part, 1)) }
      }
      first = first.map { ($0.0, Rational(1, BigInteger(first.count))) }
    }
    let mixed = problem.wholeGains(
      of: Lottery(
        first.flatMap { part, share in
          part.entries.map {
            Lottery.Entry(outcome: $0.outcome, probability: $0.probability * share)
          }
        }
      )
    )
    for player in counted {
      let width = mixed[player].numerator.bitWidth - mixed[player].denominator.bitWidth
      let power = Rational(BigInteger(1).shifted(left: abs(width)))
      sizes[player] = width < 0 ? 1 / power : power
    }
    for (part, _) in first { add(part) }
    return first.map { $0.1.toDouble() }
  }

  private func single(_ outcome: Int) -> Lottery {
    Lottery([Lottery.Entry(outcome: outcome, probability: 1)])
  }

  private mutating func add(_ part: Lottery) {
    parts.append(part)
    let gains = problem.wholeGains(of: part)
    master.add(counted.map { (gains[$0] / sizes[$0]).toDouble() })
  }

  /// What would raise the product fastest; nil where nothing would by more than rounding.
  private mutating func improvement(_ shares: [Double]) -> Lottery? {
    let gains = master.mixed(shares)
    guard gains.allSatisfy({ $0 > 0 && $0 < .infinity }) else { return nil }
    var prices = [Rational](repeating: 0, count: weights.count)
    for (index, player) in counted.enumerated() {
      prices[player] = Rational(exactly: master.weights[index] / gains[index]) / sizes[player]
    }
    let total = master.weights.reduce(0, +)
    if isConstrained {
      let answer = program.largestSum(prices)
      return answer.objective.toDouble() > total * (1 + 1e-13) ? answer.lottery : nil
    }
    let best = problem.best(by: prices, among: program.outcomes)
    return best.sum.toDouble() > total * (1 + 1e-13) ? single(best.outcome) : nil
  }

  /// A share as a fraction with 50 bits.
  private func fraction(_ share: Double) -> Rational {
    Rational(BigInteger(Int128(share * 0x1p50 + 0.5)), BigInteger(1 << 50 as Int128))
  }

  /// The mixture with its shares made fractions, and these made to add up to 1.
  private func lottery(_ shares: [Double], _ fraction: (Double) -> Rational) -> Lottery {
    let fractions = shares.map { $0 < 1e-13 ? 0 : fraction($0) }
    let sum = fractions.reduce(Rational(0)) { $0 + $1 }
    return Lottery(
      zip(parts, fractions).flatMap { part, share in
        part.entries.map {
          Lottery.Entry(outcome: $0.outcome, probability: $0.probability * share / sum)
        }
      }
    )
  }

  /// A lottery of at most one outcome more than there are players, which is as good for everybody.
  private func reduced(_ lottery: Lottery) -> Lottery {
    guard lottery.entries.count > problem.playerCount + 1 else { return lottery }
    let gains = problem.wholeGains(of: lottery)
    let outcomes = lottery.entries.map { $0.outcome }
    var program = LinearProgram<Rational>(.maximise)
    let shares = program.addVariables(outcomes.count)
    for player in gains.indices {
      let row = zip(shares, outcomes).map { share, outcome in
        (variable: share, coefficient: Rational(problem.whole[outcome * gains.count + player]))
      }
      program.addRow(row, .atLeast, gains[player])
    }
    program.addRow(shares.map { ($0, 1) }, .equal, 1)
    guard case .optimal(let solution) = program.solve() else { return lottery }
    return Lottery(
      zip(outcomes, solution.values).map { Lottery.Entry(outcome: $0, probability: $1) }
    )
  }

  /// The lottery with prices that prove how good it is; short ones, unless they are to be exact.
  private mutating func proven(_ lottery: Lottery, isExact: Bool) -> Best {
    let gains = problem.wholeGains(of: lottery)
    var prices = [Rational](repeating: 0, count: weights.count)
    for player in counted {
      let price = weights[player] / gains[player]
      prices[player] =
        isExact ? price : Rational(exactly: (price * sizes[player]).toDouble()) / sizes[player]
    }
    var bound: Rational
    if isConstrained {
      let answer = program.largestSum(prices)
      prices = answer.prices
      bound = answer.bound
    } else {
      bound = problem.best(by: prices, among: program.outcomes).sum
    }
    // As few digits as are needed: the next multiple of 1e-18.
    var gap = bound
    for player in counted {
      let weight = weights[player]
      gap = gap + weight * (weight / (prices[player] * gains[player]) - 2)
    }
    let places = Rational(BigInteger(10).power(18))
    gap = Rational(-(-gap * places).floor) / places
    return Best(lottery: lottery, prices: prices, bound: bound, gap: gap)
  }
}
