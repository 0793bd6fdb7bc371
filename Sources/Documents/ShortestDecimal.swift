/// The shortest decimal that reads back as a given number: of the shortest ones, the nearest to it.
///
/// Among the decimals that lie in the interval of reals rounding to the number, one of the two neighbours
/// at the coarsest spacing that still hits the interval is taken. One scaling of the interval's ends by a
/// power of ten, each to a product of 128 bits by 64 rounded to odd, decides it without error.
///
/// - Source: Giulietti, The Schubfach way to render doubles (2021), section 9.
struct ShortestDecimal {
  /// The decimal's digits as one whole number; it may end in zeros.
  let digits: UInt64
  /// The power of ten that the digits are multiplied by.
  let exponent: Int

  /// Finds the decimal of a number given by its parts, `significand × 2^power`.
  ///
  /// Below a power of two the next number is only half as far away as above; there `isLopsided` is true.
  @inline(__always)
  init(significand: UInt64, power: Int, isLopsided: Bool) {
    // log10(2) and log10(4/3), times 2^22.
    let scale = (power &* 1_262_611 &- (isLopsided ? 524_031 : 0)) >> 22
    let shift = power &+ PowersOfTen.binaryExponent(of: 0 &- scale) &+ 1
    let entry = PowersOfTen.significand(of: 0 &- scale)
    // Rounded up, which is not needed where the power is exact.
    let isExact = UInt64(bitPattern: Int64(0 &- scale)) <= 55
    let cut = UInt128(entry.high) << 64 | UInt128(entry.low)
    let factor = cut &+ (isExact ? 0 : 1)
    let middle = significand << 2
    let odd = significand & 1
    let scaled = ShortestDecimal.product(factor, middle &<< shift)
    let below = (middle &- (isLopsided ? 1 : 2)) &<< shift
    let lower = ShortestDecimal.product(factor, below) &+ odd
    let upper = ShortestDecimal.product(factor, (middle &+ 2) &<< shift) &- odd
    exponent = scale
    digits =
      isLopsided
      ? ShortestDecimal.lopsidedChoice(scaled, lower, upper)
      : ShortestDecimal.choice(scaled, lower, upper)
  }

  /// The multiple of ten between the quarters of `lower` and `upper` or, where none or two are, the whole
  /// number nearest to a quarter of `scaled`, which lies in the middle of them.
  ///
  /// Of two neighbouring whole numbers the nearer one is inside if either is. There are no branches, since
  /// none could be foreseen.
  @inline(__always)
  private static func choice(_ scaled: UInt64, _ lower: UInt64, _ upper: UInt64) -> UInt64 {
    let whole = scaled >> 2
    let tens = whole / 10 &* 10
    let isInside: UInt64 = lower <= tens << 2 ? 1 : 0
    let isNextInside: UInt64 = (tens &+ 10) << 2 <= upper ? 1 : 0
    // At a tie the even one.
    let nearest = (scaled &+ 1 &+ (whole & 1)) >> 2
    let chosenTens = tens &+ (10 & (0 &- isNextInside))
    return nearest ^ ((nearest ^ chosenTens) & (0 &- (isInside ^ isNextInside)))
  }

  /// The same where `scaled` is not in the middle, so that the nearer neighbour may lie outside.
  @inline(never)
  private static func lopsidedChoice(
    _ scaled: UInt64,
    _ lower: UInt64,
    _ upper: UInt64
  ) -> UInt64 {
    let whole = scaled >> 2
    let tens = whole / 10 &* 10
    let isInside = lower <= tens << 2
    let isNextInside = (tens &+ 10) << 2 <= upper
    if isInside != isNextInside { return tens &+ (isNextInside ? 10 : 0) }
    let isWholeInside = lower <= whole << 2
    let isNextWholeInside = (whole &+ 1) << 2 <= upper
    if isWholeInside != isNextWholeInside { return whole &+ (isNextWholeInside ? 1 : 0) }
    return (scaled &+ 1 &+ (whole & 1)) >> 2
  }

  /// A product's bits from the 128th on, the last one set where bits are lost.
  @inline(__always)
  private static func product(_ factor: UInt128, _ number: UInt64) -> UInt64 {
    let low = UInt64(truncatingIfNeeded: factor).multipliedFullWidth(by: number).high
    let high = UInt64(truncatingIfNeeded: factor >> 64)
    let sum = UInt128(high) &* UInt128(number) &+ UInt128(low)
    let lost: UInt64 = UInt64(truncatingIfNeeded: sum) > 1 ? 1 : 0
    return UInt64(truncatingIfNeeded: sum >> 64) | lost
  }
}
