/// The distinct polynomials whose signs decide a game over a box of parameters.
///
/// Polynomials that differ by a positive or negative factor share a row. One whose sign is certain
/// over the whole box, by interval arithmetic rounded outward, has no row at all.
///
/// A row is evaluated in floating point with a bound on its error: with *n* terms of degree at most
/// *d*, S the largest possible sum of the terms' magnitudes over the box and *u* = 2^-53, the error is
/// below (2*d* + *n* + 6) *u* S. It covers the rounding of the coefficients, of the parameters (a
/// decimal against its nearest `Double`), and of every product and sum. What underflow may lose is below
/// the smallest positive number for each product, times what is multiplied in later; it is added for each
/// term. A value beyond the bound has a certain sign; any other is decided in rational arithmetic.
/// - Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), sections 3.1 and 4.2.
struct SignTable: Sendable {
  /// How the sign of a polynomial is had.
  enum Sign: Sendable, Hashable {
    /// It is the same over the whole box.
    case constant(Int)
    /// It is the sign of a row, or its opposite.
    case row(Int, flipped: Bool)
  }

  /// How a monomial is had from a shorter one.
  struct Step: Sendable {
    /// The shorter monomial's index, or -1 for the variable alone.
    let shorter: Int
    let variable: Int
  }

  /// The range of each variable.
  let box: [ClosedRange<Double>]

  /// The polynomials, each of which has a row.
  private(set) var rows: [Polynomial] = []
  /// Where the terms of each row begin, and where the last ones end.
  private(set) var rowStarts: [Int32] = [0]
  private(set) var rowConstants: [Double] = []
  /// A row's value beyond this has a certain sign.
  private(set) var rowBounds: [Double] = []
  private(set) var termMonomials: [Int32] = []
  private(set) var termCoefficients: [Double] = []
  private(set) var steps: [Step] = []
  private var stepIndices: [Monomial: Int] = [:]
  private var known: [Polynomial: Sign] = [:]

  init(box: [ClosedRange<Double>]) {
    self.box = box
  }

  /// Takes storage of its own for what a copy shares with the original.
  mutating func unshare() {
    rows.reserveCapacity(rows.count)
    rowStarts.reserveCapacity(rowStarts.count)
    rowConstants.reserveCapacity(rowConstants.count)
    rowBounds.reserveCapacity(rowBounds.count)
    termMonomials.reserveCapacity(termMonomials.count)
    termCoefficients.reserveCapacity(termCoefficients.count)
    steps.reserveCapacity(steps.count)
    stepIndices.reserveCapacity(stepIndices.count)
    known.reserveCapacity(known.count)
  }

  /// Says how the sign of a polynomial is had, with a new row when it needs one.
  mutating func sign(of polynomial: Polynomial) -> Sign {
    if let constant = polynomial.constantValue { return .constant(constant.signum) }
    let leading = polynomial.leadingCoefficient
    let scaled = polynomial.scaled(by: 1 / leading)
    let flipped = leading.signum < 0
    let sign = known[scaled] ?? add(scaled)
    guard flipped else { return sign }
    return switch sign {
    case .constant(let value): .constant(-value)
    case .row(let index, let already): .row(index, flipped: !already)
    }
  }

  private mutating func add(_ polynomial: Polynomial) -> Sign {
    let form = FloatingForm(polynomial, box: box)
    let sign: Sign
    if let certain = form.certainSign(box: box) {
      sign = .constant(certain)
    } else {
      sign = .row(rows.count, flipped: false)
      for term in form.terms {
        termMonomials.append(Int32(step(for: term.monomial)))
        termCoefficients.append(term.coefficient)
      }
      rowStarts.append(Int32(termMonomials.count))
      rowConstants.append(form.constant)
      rowBounds.append(form.bound)
      rows.append(polynomial)
    }
    known[polynomial] = sign
    return sign
  }

  /// The terms of a row.
  func terms(ofRow row: Int) -> Range<Int> {
    Int(rowStarts[row])..<Int(rowStarts[row + 1])
  }

  private mutating func step(for monomial: Monomial) -> Int {
    if let index = stepIndices[monomial] { return index }
    let (shorter, variable) = monomial.splittingLastVariable()
    let step = Step(shorter: shorter.isOne ? -1 : self.step(for: shorter), variable: variable)
    steps.append(step)
    stepIndices[monomial] = steps.count - 1
    return steps.count - 1
  }
}

/// A polynomial rounded to floating point, with a bound on the error of its evaluation over a box.
struct FloatingForm {
  var constant = 0.0
  var terms: [(monomial: Monomial, coefficient: Double)] = []
  var bound = 0.0

  init(_ polynomial: Polynomial, box: [ClosedRange<Double>]) {
    var magnitude = 0.0
    var underflow = 0.0
    var degree = 0
    for term in polynomial.terms {
      let coefficient = term.coefficient.toDouble()
      if term.monomial.isOne {
        constant = coefficient
        magnitude += abs(coefficient)
        continue
      }
      terms.append((term.monomial, coefficient))
      degree = max(degree, term.monomial.degree)
      var largest = abs(coefficient)
      var later = abs(coefficient) + 1
      for factor in term.monomial.factors {
        let range = box[factor.variable]
        let most = max(abs(range.lowerBound), abs(range.upperBound))
        for _ in 0..<factor.exponent {
          largest *= most
          later *= max(1, most)
        }
      }
      magnitude += largest
      underflow += later * Double(term.monomial.degree + 1) * .leastNonzeroMagnitude
    }
    let roundings = Double(2 * degree + terms.count + 6)
    bound = magnitude * roundings * 0x1p-53 * 1.000_001 + underflow * 1.000_001 + 1e-290
  }

  /// The sign that the polynomial has everywhere in the box, if that is certain.
  ///
  /// A polynomial of degree one in each variable takes its extremes at corners of the box.
  func certainSign(box: [ClosedRange<Double>]) -> Int? {
    let range = extremes(box: box)
    if range.lowest - bound > 0 { return 1 }
    if range.highest + bound < 0 { return -1 }
    return nil
  }

  func extremes(box: [ClosedRange<Double>]) -> (lowest: Double, highest: Double) {
    let variables = Set(terms.flatMap { $0.monomial.factors.map { $0.variable } }).sorted()
    let isMultilinear = terms.allSatisfy { $0.monomial.factors.allSatisfy { $0.exponent == 1 } }
    let isAffine = terms.allSatisfy { $0.monomial.degree == 1 }
    guard isMultilinear, !isAffine, variables.count <= 8 else { return sumOfRanges(box: box) }
    var lowest = Double.infinity
    var highest = -Double.infinity
    for corner in 0..<(1 << variables.count) {
      var value = constant
      for term in terms {
        var product = term.coefficient
        for factor in term.monomial.factors {
          let position = variables.firstIndex(of: factor.variable) ?? 0
          let range = box[factor.variable]
          product *= corner >> position & 1 == 0 ? range.lowerBound : range.upperBound
        }
        value += product
      }
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    return (lowest, highest)
  }

  private func sumOfRanges(box: [ClosedRange<Double>]) -> (lowest: Double, highest: Double) {
    var lowest = constant
    var highest = constant
    for term in terms {
      var low = term.coefficient
      var high = term.coefficient
      for factor in term.monomial.factors {
        let range = box[factor.variable]
        for _ in 0..<factor.exponent {
          let products = [
            low * range.lowerBound, low * range.upperBound,
            high * range.lowerBound, high * range.upperBound,
          ]
          low = products.reduce(.infinity, min)
          high = products.reduce(-.infinity, max)
        }
      }
      lowest += low
      highest += high
    }
    return (lowest, highest)
  }
}
