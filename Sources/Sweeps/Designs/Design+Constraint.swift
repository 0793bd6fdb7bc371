public import GameTheory

extension Design {
  /// What must hold between the values of a sample: a polynomial compared with 0.
  public struct Constraint: Sendable {
    /// As it is written, such as `a + b <= 1`.
    public let text: String
    /// What is compared with 0; its variables are the axes by number.
    public let polynomial: Polynomial
    /// How it compares.
    public let comparison: Comparison
    private let coefficients: [Double]
    /// The axes that each term is multiplied with, one for each power, term after term.
    private let factors: [Int]
    /// Where the factors of each term end.
    private let ends: [Int]
    /// A sum beyond this share of the sum of its terms' magnitudes has a certain sign.
    private let share: Double

    /// Creates a constraint; variables are the numbers of axes.
    public init(_ text: String, _ polynomial: Polynomial, _ comparison: Comparison) {
      self.text = text
      self.polynomial = polynomial
      self.comparison = comparison
      coefficients = polynomial.terms.map { $0.coefficient.toDouble() }
      factors = polynomial.terms.flatMap { term in
        term.monomial.factors.flatMap { [Int](repeating: $0.variable, count: $0.exponent) }
      }
      var end = 0
      ends = polynomial.terms.map { term in
        end += term.monomial.degree
        return end
      }
      // Rounding: one for each coefficient, value (a decimal against its Double), product and sum; twice
      // that covers the terms of higher order.
      share = 2 * Double(2 * polynomial.degree + polynomial.terms.count + 6) * 0x1p-53
    }

    /// Whether it holds at values, taken as the decimals that they print as.
    ///
    /// Decided in floating point where the error's bound allows, else exactly.
    public func holds(_ value: (_ axis: Int) -> Double) -> Bool {
      comparison.holds(forSign: quickSign(value) ?? exactSign(value))
    }

    /// The sign where floating point is certain of it.
    private func quickSign(_ value: (Int) -> Double) -> Int? {
      var sum = 0.0
      var magnitude = 0.0
      var place = 0
      for (term, end) in ends.enumerated() {
        var product = coefficients[term]
        while place < end {
          product *= value(factors[place])
          // Near the smallest numbers digits are lost.
          if product.magnitude < 0x1p-900 { return nil }
          place += 1
        }
        sum += product
        magnitude += product.magnitude
      }
      guard magnitude.isFinite, sum.magnitude > share * magnitude else { return nil }
      return sum > 0 ? 1 : -1
    }

    private func exactSign(_ value: (Int) -> Double) -> Int {
      let last = polynomial.variables.last ?? -1
      let used = Set(polynomial.variables)
      let point = (0..<last + 1).map {
        used.contains($0) ? Rational(decimalOf: value($0)) : Rational.zero
      }
      return polynomial.evaluated(at: point).signum
    }

    /// Whether it might hold somewhere in a box; false is certain.
    ///
    /// - Source: Moore, Interval Analysis (1966), chapter 3, in exact arithmetic.
    public func mightHold(within ranges: [ClosedRange<Double>]) -> Bool {
      var low = Rational.zero
      var high = Rational.zero
      for term in polynomial.terms {
        var ends = [term.coefficient, term.coefficient]
        for factor in term.monomial.factors {
          let range = ranges[factor.variable]
          let bounds = [
            Rational(decimalOf: range.lowerBound).power(factor.exponent),
            Rational(decimalOf: range.upperBound).power(factor.exponent),
          ]
          let touchesZero =
            factor.exponent % 2 == 0 && range.lowerBound < 0 && range.upperBound > 0
          let powers = touchesZero ? bounds + [.zero] : bounds
          let products = ends.flatMap { end in powers.map { end * $0 } }
          ends = [products.min() ?? 0, products.max() ?? 0]
        }
        low = low + ends[0]
        high = high + ends[1]
      }
      return comparison.holds(forSign: low.signum) || comparison.holds(forSign: high.signum)
        || comparison.holds(forSign: 0) && low.signum < 0 && high.signum > 0
    }
  }

  // MARK: Samples that violate constraints

  /// How often a random sample is drawn before it stays as it is.
  static let attemptLimit = 1000

  /// Why a sample cannot be used: which constraints it violates; nil where it can.
  public func failure(ofSample sample: Int) -> String? {
    guard !constraints.isEmpty else { return nil }
    let row = row(sample)
    return failure { row[$0] }
  }

  /// The samples of a block that cannot be used, by their place in it and ascending, with the reason.
  ///
  /// - Parameters:
  ///   - columns: the values, as ``load(first:count:into:)`` gives them.
  ///   - count: how many samples there are.
  /// - Returns: nothing at all, at no cost, where there are no constraints.
  public func failures(in columns: [Double], count: Int) -> [(point: Int, reason: String)] {
    guard !constraints.isEmpty else { return [] }
    return (0..<count).compactMap { point in
      failure { columns[$0 * count + point] }.map { (point, $0) }
    }
  }

  private func failure(_ value: (Int) -> Double) -> String? {
    let violated = constraints.filter { !$0.holds(value) }
    return violated.isEmpty
      ? nil : "violates " + violated.map { $0.text }.joined(separator: " and ")
  }

  func meetsConstraints(_ value: (Int) -> Double) -> Bool {
    constraints.allSatisfy { $0.holds(value) }
  }

  /// The values of a sample.
  private func row(_ sample: Int) -> [Double] {
    var columns: [Double] = []
    load(first: sample, count: 1, into: &columns)
    return columns
  }

  // MARK: Random samples

  /// A random sample: the first of its draws that meets the constraints, or the last.
  ///
  /// Each draw hangs on the seed, the sample's number and the draw's own number, from 0.
  func drawn(_ sample: Int, from first: Int = 0) -> [Double] {
    var values = [Double](repeating: 0, count: axes.count)
    for attempt in first..<Design.attemptLimit {
      let key = CounterRandom.rowKey(seed: seed(ofAttempt: attempt), row: UInt64(sample))
      for axis in axes.indices {
        let share = CounterRandom.unit(rowKey: key, column: UInt64(axis))
        values[axis] = placements[axis].value(at: share, half: 0x1p-54)
      }
      if meetsConstraints({ values[$0] }) { break }
    }
    return values
  }

  private func seed(ofAttempt attempt: Int) -> UInt64 {
    attempt == 0 ? seed : CounterRandom.bits(seed: seed, row: .max - 2, column: UInt64(attempt))
  }
}
