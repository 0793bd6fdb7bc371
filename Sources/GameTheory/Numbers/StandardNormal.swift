/// The normal distribution of mean 0 and deviation 1.
enum StandardNormal {
  /// How the distribution is cut by a number: each share is precise to 2^-70 of itself.
  struct Cut: Sendable {
    /// The share below.
    let lower: DoubleDouble
    /// The share above.
    let upper: DoubleDouble
    /// The share below, less a half.
    let offset: DoubleDouble
  }

  /// The shares below and above a number, which may be infinite.
  ///
  /// Within 4 of the mean the power series is summed, all of whose terms have one sign; beyond, Laplace's
  /// continued fraction, which 80 steps bring to the last bit there.
  /// - Source: Abramowitz and Stegun, Handbook of mathematical functions (1964), 26.2.11 and 26.2.14.
  static func cut(at number: DoubleDouble) -> Cut {
    let isNegative = number.high < 0
    let size = isNegative ? -number : number
    let half = DoubleDouble(0.5)
    let above: DoubleDouble
    let offset: DoubleDouble
    if size.high < 4 {
      offset = density(size) * series(size)
      above = half - offset
    } else if size.high < 38 {
      above = density(size) / fraction(size)
      offset = half - above
    } else {
      above = DoubleDouble(0)
      offset = half
    }
    let below = half + offset
    return isNegative
      ? Cut(lower: above, upper: below, offset: -offset)
      : Cut(lower: below, upper: above, offset: offset)
  }

  /// e^(-x²/2) / √(2π) for x from 0 to 38.
  private static func density(_ number: DoubleDouble) -> DoubleDouble {
    let square = number * number
    let power = ElementaryFunctions.scaledExp(
      DoubleDouble(square.high * -0.5, square.low * -0.5)
    )
    let scaled = power.factor * DoubleDouble(0x1.9884533d43651p-2, -0x1.cbc0d30ebfd15p-56)
    let first = ElementaryFunctions.power(ofTwo: max(power.exponent, -1000))
    let second = ElementaryFunctions.power(ofTwo: min(0, power.exponent + 1000))
    return DoubleDouble(scaled.high * first * second, scaled.low * first * second)
  }

  /// x + x³/3 + x⁵/(3·5) + ...
  private static func series(_ number: DoubleDouble) -> DoubleDouble {
    let square = number * number
    var term = number
    var total = number
    var odd = 3.0
    while term.high > total.high * 0x1p-110 {
      term = term * square / DoubleDouble(odd)
      total = total + term
      odd += 2
    }
    return total
  }

  /// x + 1/(x + 2/(x + 3/(x + ...
  private static func fraction(_ number: DoubleDouble) -> DoubleDouble {
    var value = number
    for step in stride(from: 80, through: 1, by: -1) {
      value = number + DoubleDouble(Double(step)) / value
    }
    return value
  }

  /// The number above which a share lies, the share being a half less `offset`, at most 0.425.
  ///
  /// The error is below 0.51 units in the last place.
  static func central(offset: DoubleDouble) -> Double {
    let rest = DoubleDouble(0.180625, -0x1.1eb851eb851ecp-57) - offset * offset
    let above = DoubleDouble.polynomial(NormalTables.centralNumerator, at: rest)
    let below = DoubleDouble.polynomial(NormalTables.centralDenominator, at: rest)
    return (offset * (above / below)).value
  }

  /// The number above which a share from 1e-315 to 0.076 lies.
  ///
  /// The error is below 0.51 units in the last place. Rises as the share falls by 2^-62 of itself.
  static func tail(_ share: DoubleDouble) -> Double {
    let root = (-ElementaryFunctions.log(share)).squareRoot
    let isFar = root.high > 5
    let rest = root + (isFar ? -5 : -1.5)
    let above = DoubleDouble.polynomial(
      isFar ? NormalTables.farNumerator : NormalTables.middleNumerator,
      at: rest
    )
    let below = DoubleDouble.polynomial(
      isFar ? NormalTables.farDenominator : NormalTables.middleDenominator,
      at: rest
    )
    return max((above / below).value, centralEnd)
  }

  private static let centralEnd = central(offset: DoubleDouble(0.425))

  /// The number below which a share lies, given how the share differs from a half.
  ///
  /// `lower` and `upper` are the shares below and above; only the smaller is looked at, and only when the
  /// number is far from the mean. Monotone as long as the shares differ by 2^-62 of themselves or not at all.
  static func quantile(
    offset: DoubleDouble,
    lower: DoubleDouble,
    upper: DoubleDouble
  ) -> Double {
    if offset.high < -0.425 { return -tail(lower) }
    if offset.high > 0.425 { return tail(upper) }
    return offset.high < 0 ? -central(offset: -offset) : central(offset: offset)
  }
}
