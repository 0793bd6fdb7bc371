/// The regularised incomplete beta function of two shapes, and its inverse.
struct IncompleteBeta: Sendable {
  private let alpha: Double
  private let beta: Double
  /// The logarithm of the complete beta function.
  private let logComplete: DoubleDouble

  /// Creates the function of two shapes from 0.001 to 1e7.
  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    let sum = ElementaryFunctions.logGamma(DoubleDouble.sum(alpha, beta))
    logComplete =
      ElementaryFunctions.logGamma(DoubleDouble(alpha))
      + ElementaryFunctions.logGamma(DoubleDouble(beta)) - sum
  }

  /// The shares below and above a number in 0...1, and its x^a (1 - x)^b / B(a, b).
  ///
  /// The smaller share has a relative error of about 2^-48 up to shapes of 10,000; the two add up to 1.
  /// - Complexity: O(√max(a, b)) steps of the continued fraction.
  func cut(at number: Double) -> (lower: Double, upper: Double, power: Double) {
    guard number > 0 else { return (0, 1, 0) }
    guard number < 1 else { return (1, 0, 0) }
    let rest = DoubleDouble.sum(1, -number)
    let exponent =
      ElementaryFunctions.log(DoubleDouble(number)) * alpha
      + ElementaryFunctions.log(rest) * beta - logComplete
    let power = exponent.high < -1400 ? 0 : ElementaryFunctions.scaledExp(exponent).value
    // How far the mean lies above, times a + b; the difference is what the fraction hangs on.
    let lead = (rest * alpha - DoubleDouble.product(number, beta)).value
    if number * (alpha + beta + 2) < alpha + 1 {
      let lower = min(1, power / IncompleteBeta.fraction(alpha, beta, number, rest.high, lead))
      return (lower, 1 - lower, power)
    }
    let upper = min(1, power / IncompleteBeta.fraction(beta, alpha, rest.high, number, -lead))
    return (1 - upper, upper, power)
  }

  /// The continued fraction by which x^a y^b / B(a, b) is divided to give the share below x.
  ///
  /// `y` is 1 - x, and `lead` is a y - b x.
  /// - Source: DiDonato and Morris, Algorithm 708, ACM TOMS 18 (1992), section 3; summed by the method
  ///   of Lentz, Applied Optics 15 (1976), as modified by Thompson and Barnett (1986).
  private static func fraction(
    _ a: Double,
    _ b: Double,
    _ x: Double,
    _ y: Double,
    _ lead: Double
  ) -> Double {
    let tiny = 0x1p-900
    var value = a * (lead + 1) / (a + 1)
    if abs(value) < tiny { value = tiny }
    var above = value
    var below = 0.0
    var m = 1.0
    while m < 100_000 {
      let odd = a + 2 * m - 1
      let numerator = (a + m - 1) / odd * ((a + b + m - 1) / odd) * (m * (b - m)) * (x * x)
      let denominator =
        m + m * (b - m) * x / odd + (a + m) * (lead + 1 + m * (1 + y)) / (a + 2 * m + 1)
      below = denominator + numerator * below
      below = 1 / (abs(below) < tiny ? tiny : below)
      above = denominator + numerator / above
      if abs(above) < tiny { above = tiny }
      let factor = above * below
      value *= factor
      if abs(factor - 1) < 0x1p-53 { break }
      m += 1
    }
    return value
  }
}

extension IncompleteBeta {
  /// The number below which a share above 0 and below 1 lies.
  ///
  /// The numbers in 0...1 are searched by halving, always at the same places, for the first below which
  /// the share lies. So the result is monotone in the share whatever the error of `cut`. An estimate tells
  /// most halvings beforehand, so that few are evaluated.
  func quantile(_ share: Double) -> Double {
    let isLower = share <= 0.5
    let target = isLower ? share : 1 - share
    let estimate = isLower ? root(target) : 1 - swapped.root(target)
    let one = (1.0).bitPattern
    let centre = min(max(estimate, 0), 1).bitPattern
    let first = firstMargin(estimate, target)
    // Outside of these the shares differ from the target by more than errors amount to.
    let below = certain(first) { margin in
      let bits = centre > margin ? centre - margin : 0
      return (bits, bits == 0 || isClear(bits, target, isLower, isAbove: false))
    }
    let above = certain(first) { margin in
      let bits = one - centre > margin ? centre + margin : one
      return (bits, bits == one || isClear(bits, target, isLower, isAbove: true))
    }
    var low: UInt64 = 0
    var high = one
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let isAbove: Bool
      if middle <= below {
        isAbove = false
      } else if middle >= above {
        isAbove = true
      } else {
        let shares = cut(at: Double(bitPattern: middle))
        isAbove = isLower ? shares.lower >= target : shares.upper <= target
      }
      if isAbove { high = middle } else { low = middle }
    }
    return Double(bitPattern: high)
  }

  private var swapped: IncompleteBeta { IncompleteBeta(swapping: self) }

  private init(swapping other: IncompleteBeta) {
    alpha = other.beta
    beta = other.alpha
    logComplete = other.logComplete
  }

  /// The first place that a test accepts as its margin grows.
  private func certain(
    _ first: UInt64,
    _ place: (UInt64) -> (bits: UInt64, isCertain: Bool)
  ) -> UInt64 {
    var margin = first
    while true {
      let found = place(margin)
      if found.isCertain { return found.bits }
      margin <<= 3
    }
  }

  /// The distance, in bit patterns, at which shares ought to differ clearly from the target.
  private func firstMargin(_ estimate: Double, _ target: Double) -> UInt64 {
    let power = cut(at: estimate).power
    let distance = 2 * IncompleteBeta.noise * 0x1p53 * target * (1 - estimate) / power
    return distance < 0x1p50 ? UInt64(distance) + 4 : 1 << 50
  }

  /// More than the relative error of the smaller share.
  private static let noise = 0x1p-42

  private func isClear(
    _ bits: UInt64,
    _ target: Double,
    _ isLower: Bool,
    isAbove: Bool
  ) -> Bool {
    let shares = cut(at: Double(bitPattern: bits))
    let share = isLower ? shares.lower : shares.upper
    return isLower == isAbove
      ? share > target * (1 + IncompleteBeta.noise) : share < target * (1 - IncompleteBeta.noise)
  }

  /// About the number below which a share of at most a half lies.
  ///
  /// Newton's method on the logarithms of both, held within a bracket.
  private func root(_ target: Double) -> Double {
    let goal = ElementaryFunctions.log(target)
    var low: UInt64 = 0
    var high = (1.0).bitPattern
    var guess = alpha / (alpha + beta)
    for _ in 0..<200 {
      let (share, _, power) = cut(at: guess)
      if share < target { low = guess.bitPattern } else { high = guess.bitPattern }
      guard high - low > 1 else { break }
      var next = Double.nan
      if share > 0, power > 0 {
        let step = (goal - ElementaryFunctions.log(share)) * share * (1 - guess) / power
        if abs(step) < 0x1p-48 { break }
        next = abs(step) < 700 ? guess * ElementaryFunctions.exp(step) : .nan
      }
      let isInside = next > Double(bitPattern: low) && next < Double(bitPattern: high)
      guess = isInside ? next : Double(bitPattern: low + (high - low) / 2)
    }
    return guess
  }
}
