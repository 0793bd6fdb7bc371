#if canImport(RowKernel)
internal import RowKernel
#endif

extension BlockEvaluator {
  /// The points at which a polynomial is positive and those at which it is negative.
  mutating func points(ofRow row: Int) -> (positive: UInt64, negative: UInt64) {
    let known = regions.sign(ofRow: row, signs)
    if known != 0 { return known > 0 ? (active, 0) : (0, active) }
    return openPoints(ofRow: row)
  }

  /// The same for a row that is open in the present region.
  mutating func openPoints(ofRow row: Int) -> (positive: UInt64, negative: UInt64) {
    makeRoomForRows()
    if rowStamps[row] != block {
      evaluate(row)
      rowStamps[row] = block
    }
    return (positive[row], negative[row])
  }

  private mutating func makeRoomForRows() {
    let missing = signs.rows.count - rowStamps.count
    guard missing > 0 else { return }
    rowStamps += [UInt32](repeating: 0, count: missing)
    positive += [UInt64](repeating: 0, count: missing)
    negative += [UInt64](repeating: 0, count: missing)
  }

  private mutating func evaluate(_ index: Int) {
    if let (variable, value) = algebraicPoint {
      let sign = value.sign(of: signs.rows[index].coefficients(in: variable) ?? [])
      positive[index] = sign > 0 ? active : 0
      negative[index] = sign < 0 ? active : 0
      return
    }
    if line.isActive, let points = linePoints(ofRow: index) {
      (positive[index], negative[index]) = points
      return
    }
    extendMonomials()
    #if canImport(RowKernel)
    if evaluation == .portable {
      evaluateInSwift(index)
    } else {
      unsafe signs.withRows { rows in
        unsafe rowkernel_signs(
          evaluation.rawValue,
          rows,
          monomials,
          Int32(active.nonzeroBitCount),
          Int32(index),
          &positive[index],
          &negative[index]
        )
      }
      positive[index] &= active
      negative[index] &= active
    }
    #else
    evaluateInSwift(index)
    #endif
    let open = active & ~(positive[index] | negative[index])
    if open != 0 {
      let exact = exactSigns(ofRow: index, at: open)
      positive[index] |= exact.positive
      negative[index] |= exact.negative
    }
  }

  private mutating func evaluateInSwift(_ index: Int) {
    let terms = signs.terms(ofRow: index)
    let constant = SIMD8<Double>(repeating: signs.rowConstants[index])
    let bound = SIMD8<Double>(repeating: signs.rowBounds[index])
    var above = SIMD8<UInt64>.zero
    var below = SIMD8<UInt64>.zero
    for part in 0..<partCount {
      var sum = constant
      for term in terms {
        let coefficient = SIMD8<Double>(repeating: signs.termCoefficients[term])
        sum += coefficient * monomials[Int(signs.termMonomials[term]) * 8 + part]
      }
      let bits = laneBits &<< SIMD8(repeating: UInt64(part * 8))
      above = above.replacing(with: above | bits, where: sum .> bound)
      below = below.replacing(with: below | bits, where: sum .< -bound)
    }
    positive[index] = union(above) & active
    negative[index] = union(below) & active
  }

  /// A row's signs at some points in rational arithmetic.
  mutating func exactSigns(
    ofRow row: Int,
    at points: UInt64
  ) -> (positive: UInt64, negative: UInt64) {
    var positive: UInt64 = 0
    var negative: UInt64 = 0
    var open = points
    while open != 0 {
      let point = open.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(point)
      open &= ~bit
      let sign = signs.rows[row].evaluated(at: exactPoint(point)).signum
      if sign > 0 { positive |= bit }
      if sign < 0 { negative |= bit }
    }
    return (positive, negative)
  }

  mutating func extendMonomials() {
    guard monomialsKnown < signs.steps.count else { return }
    if monomials.count < signs.steps.count * 8 {
      let missing = signs.steps.count * 8 - monomials.count
      monomials += [SIMD8<Double>](repeating: .zero, count: missing)
    }
    for index in monomialsKnown..<signs.steps.count {
      let step = signs.steps[index]
      for part in 0..<partCount {
        let variable = values[step.variable * 8 + part]
        monomials[index * 8 + part] =
          step.shorter < 0 ? variable : monomials[step.shorter * 8 + part] * variable
      }
    }
    monomialsKnown = signs.steps.count
  }
}

/// The bit of each lane within its part of the block.
private let laneBits = SIMD8<UInt64>(1, 2, 4, 8, 16, 32, 64, 128)

/// The union of eight sets; apart, so that the loops that fill them stay vectors.
@inline(never)
private func union(_ sets: SIMD8<UInt64>) -> UInt64 {
  let half = sets.lowHalf | sets.highHalf
  let quarter = half.lowHalf | half.highHalf
  return quarter[0] | quarter[1]
}
