/// The functions on numbers of two parts, on which those for `Double` rest.
extension ElementaryFunctions {
  /// A power of two times a number of two parts.
  struct Scaled {
    var factor: DoubleDouble
    var exponent: Int

    /// The product, rounded; twice where it is subnormal.
    var value: Double {
      // Two steps, since 2^1024 is no Double and a subnormal power of two would be no better.
      let first = max(-1000, min(1000, exponent))
      return factor.value * power(ofTwo: first) * power(ofTwo: exponent - first)
    }
  }

  /// 2 to a whole power from -1022 to 1023.
  static func power(ofTwo exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1023) << 52)
  }

  /// e to the power of a number of magnitude below 2000, with an error of 2^-74 of it.
  static func scaledExp(_ exponent: DoubleDouble) -> Scaled {
    let (steps, series) = reducedExp(exponent)
    let root = ElementaryTables.exponentials[steps & 31]
    return Scaled(factor: root + root * series, exponent: steps >> 5)
  }

  /// e to the power of a number, less 1, with an error of 2^-63 of it; the power must be no overflow.
  static func expm1(_ exponent: DoubleDouble) -> DoubleDouble {
    let (steps, series) = reducedExp(exponent)
    if steps == 0 { return series }
    let root = ElementaryTables.exponentials[steps & 31]
    let factor = root + root * series
    if steps >> 5 > 1000 {
      // What is left of 1 is nothing here.
      let scale = power(ofTwo: (steps >> 5) - 1000)
      return DoubleDouble(factor.high * 0x1p1000 * scale, factor.low * 0x1p1000 * scale)
    }
    let scale = power(ofTwo: max(steps >> 5, -1000))
    return DoubleDouble(factor.high * scale, factor.low * scale) + -1
  }

  /// The nearest multiple of ln 2 / 32, and e to the power of what is left, less 1.
  private static func reducedExp(_ exponent: DoubleDouble) -> (steps: Int, series: DoubleDouble) {
    let quotient = exponent.high * 0x1.71547652b82fep+5
    let steps = Int(quotient + (quotient < 0 ? -0.5 : 0.5))
    // ln 2 / 32 in a part of 35 bits, whose multiples are exact, and a part of 53.
    let coarse = exponent.high - Double(steps) * 0x1.62e42fefc0000p-6
    let fine = DoubleDouble.product(Double(steps), -0x1.c610ca86c3899p-42)
    let rest = DoubleDouble.sum(coarse, -fine.high) + (exponent.low - fine.low)
    var tail = 0.0
    for factor in ElementaryTables.inverseFactorials { tail = tail * rest.high + factor }
    let square = rest * rest
    let half = DoubleDouble(square.high * 0.5, square.low * 0.5)
    return (steps, rest + (half + square.high * rest.high * tail))
  }

  /// The natural logarithm of a finite number above 0, with an error of 2^-63 of it, or of 2^-70.
  static func log(_ number: DoubleDouble) -> DoubleDouble {
    var (high, low) = (number.high, number.low)
    var exponent = 0
    if high < 0x1p-900 {
      (high, low, exponent) = (high * 0x1p200, low * 0x1p200, -200)
    } else if high > 0x1p900 {
      (high, low, exponent) = (high * 0x1p-200, low * 0x1p-200, 200)
    }
    var power = Int(high.bitPattern >> 52) - 1023
    let significand = Double(bitPattern: high.bitPattern & 0xF_FFFF_FFFF_FFFF | 1023 << 52)
    if significand > 1.4140625 { power += 1 }
    let scale = ElementaryFunctions.power(ofTwo: -power)
    (high, low, exponent) = (high * scale, low * scale, exponent + power)
    // Now from 0.707 to 1.415; what is left after division by the nearest 32nd is below 0.022.
    let row = ElementaryTables.logarithms[Int(high * 32 + 0.5) - 23]
    let scaled = DoubleDouble.product(high, row.reciprocal)
    let rest = DoubleDouble.sum(scaled.high - 1, scaled.low + low * row.reciprocal)
    var tail = 0.0
    for factor in ElementaryTables.alternatingInverses { tail = tail * rest.high + factor }
    let square = rest * rest
    let half = DoubleDouble(square.high * -0.5, square.low * -0.5)
    let series = rest + (half + square.high * rest.high * tail)
    // ln 2 in a part of 42 bits, whose multiples are exact, and a part of 53.
    let whole = DoubleDouble(Double(exponent) * 0x1.62e42fefa4000p-1)
    let fine = Double(exponent) * -0x1.8432a1b0e2634p-43
    return whole + (row.logarithm + series + fine)
  }

  /// The logarithm of the gamma function of a number above 2^-200, with an error of 2^-66 of it or of 1.
  ///
  /// The number is raised to 24 or more by gamma(x + 1) = x gamma(x), and Stirling's series summed there.
  /// - Source: Abramowitz and Stegun, Handbook of mathematical functions (1964), 6.1.15 and 6.1.41.
  static func logGamma(_ number: DoubleDouble) -> DoubleDouble {
    var raised = number
    var factors = DoubleDouble(1)
    while raised.high < 24 {
      factors = factors * raised
      raised = raised + 1
    }
    let inverse = DoubleDouble(1) / raised
    let square = inverse.high * inverse.high
    var tail = 0.0
    for coefficient in ElementaryTables.stirling { tail = tail * square + coefficient }
    let series =
      inverse * (DoubleDouble(1) / DoubleDouble(12)) + tail * square * inverse.high
    let halfLogTau = DoubleDouble(0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55)
    let result = (raised + -0.5) * log(raised) - raised + halfLogTau + series
    return factors.high == 1 && factors.low == 0 ? result : result - log(factors)
  }
}
