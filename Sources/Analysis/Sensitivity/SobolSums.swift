import GameTheory

/// The sums of one output over base points, from which all indices and their replicates are found.
///
/// With A and B the output at the two points of a pair, and C_j at the first with axis j of the second:
/// the sums of A, B, A^2, B^2 and AB, and for each axis of C_j, C_j^2, A C_j and B C_j. All are exact, so
/// nothing need be known of the mean in advance and nothing is lost where the mean is large.
/// For second-order indices, with D_j at the second point with axis j of the first: of each D_j, and for
/// each pair of axes i < j of D_i C_j + D_j C_i.
struct SobolSums: Sendable {
  private(set) var sums: ResampledSums
  private let form: SobolForm

  init(_ form: SobolForm, replicates: Int) {
    self.form = form
    sums = ResampledSums(count: form.sums, replicates: replicates)
  }

  /// Adds a base point: the output at A, B, each C_j and each D_j that there is, all finite.
  mutating func add(_ values: [Double]) {
    let (a, b) = (values[0], values[1])
    sums.addPoint()
    sums.add(a, to: 0)
    sums.add(b, to: 1)
    sums.add(a, times: a, to: 2)
    sums.add(b, times: b, to: 3)
    sums.add(a, times: b, to: 4)
    for axis in 0..<form.axes {
      let c = values[2 + axis]
      let place = form.place(ofAxis: axis)
      sums.add(c, to: place)
      sums.add(c, times: c, to: place + 1)
      sums.add(a, times: c, to: place + 2)
      sums.add(b, times: c, to: place + 3)
    }
    guard form.hasSecondOrder else { return }
    let (c, d) = (values[2..<2 + form.axes], values[(2 + form.axes)...])
    for axis in 0..<form.axes {
      sums.add(d[d.startIndex + axis], to: form.place(ofSecondOf: axis))
    }
    for (pair, axes) in form.pairs.enumerated() {
      let place = form.place(ofPair: pair)
      sums.add(d[d.startIndex + axes.first], times: c[c.startIndex + axes.second], to: place)
      sums.add(d[d.startIndex + axes.second], times: c[c.startIndex + axes.first], to: place)
    }
  }

  mutating func endGroup(_ weights: [Int]) { sums.endGroup(weights) }

  mutating func settle() { sums.settle() }

  mutating func merge(_ other: SobolSums) { sums.merge(other.sums) }

  /// The parts of the indices over all points, of which there are so many.
  func parts(points: Int) -> SobolParts { SobolParts(sums.total, points: points, form) }

  /// The parts of the indices in a replicate, which has so many points.
  func parts(replicate: Int, points: Int) -> SobolParts {
    SobolParts(sums.replicates[replicate], points: points, form)
  }
}

/// Numerators and common denominator of the indices of an output, as whole numbers of one unit.
///
/// With n pairs, f0 the mean of all A and B, and V their variance, everything is multiplied by 4 n^2.
struct SobolParts: Sendable {
  /// 4 n^2 V.
  var variance: BigInteger
  /// For each axis 4 n sum B (C - A).
  var saltelli: [BigInteger]
  /// For each axis 4 n sum (B - f0) (C - A).
  var centred: [BigInteger]
  /// For each axis 2 n sum (B - C)^2.
  var jansen: [BigInteger]
  /// For each axis 2 n sum (A - C)^2.
  var total: [BigInteger]
  /// For each pair of axes 4 n^2 times their second-order index and V.
  ///
  /// For i < j 2 n sum ((D_i - f0) (C_j - f0) + (D_j - f0) (C_i - f0) - 2 (A - f0) (B - f0)), less ``centred``
  /// of both.
  var secondOrder: [BigInteger] = []
  /// The unit of all of these is 2 to this power.
  let unit: Int
  /// 2 n f0, in units of 2 to the power ``meanUnit``.
  let mean: BigInteger
  let meanUnit: Int
  let points: Int

  init(_ sums: ExactSums, points: Int, _ form: SobolForm) {
    self.points = points
    let sum = { (index: Int) in sums.numerator(index) }
    // Squares of plain sums have the unit twice; both are brought to the finer of the two.
    let unit = sums.unit
    let productShift = max(0, -unit)
    let squareShift = max(0, unit)
    self.unit = min(unit, 2 * unit)
    meanUnit = unit
    let n = BigInteger(points)
    let (a, b) = (sum(0), sum(1))
    let mean = a + b
    self.mean = mean
    let product = { (value: BigInteger) in value.shifted(left: productShift) }
    let square = { (value: BigInteger) in value.shifted(left: squareShift) }
    let (aa, bb, ab) = (sum(2), sum(3), sum(4))
    variance = product(BigInteger(2) * n * (aa + bb)) - square(mean * mean)
    saltelli = []
    centred = []
    jansen = []
    total = []
    for place in (0..<form.axes).map(form.place(ofAxis:)) {
      let (c, cc, ac, bc) = (sum(place), sum(place + 1), sum(place + 2), sum(place + 3))
      let plain = product(BigInteger(4) * n * (bc - ab))
      saltelli.append(plain)
      centred.append(plain - square(BigInteger(2) * mean * (c - a)))
      jansen.append(product(BigInteger(2) * n * (bb - BigInteger(2) * bc + cc)))
      total.append(product(BigInteger(2) * n * (aa - BigInteger(2) * ac + cc)))
    }
    secondOrder = form.pairs.enumerated().map { pair, axes in
      let products = sum(form.place(ofPair: pair)) - BigInteger(2) * ab
      let rest = [axes.first, axes.second].reduce(BigInteger(-2) * mean) {
        $0 + sum(form.place(ofAxis: $1)) + sum(form.place(ofSecondOf: $1))
      }
      return product(BigInteger(2) * n * products) - square(mean * rest)
        - centred[axes.first] - centred[axes.second]
    }
  }

  /// Adds the parts of another output over the same points, of the same unit.
  mutating func add(_ other: SobolParts) {
    variance = variance + other.variance
    for axis in saltelli.indices {
      saltelli[axis] = saltelli[axis] + other.saltelli[axis]
      centred[axis] = centred[axis] + other.centred[axis]
      jansen[axis] = jansen[axis] + other.jansen[axis]
      total[axis] = total[axis] + other.total[axis]
    }
    for pair in secondOrder.indices {
      secondOrder[pair] = secondOrder[pair] + other.secondOrder[pair]
    }
  }
}
