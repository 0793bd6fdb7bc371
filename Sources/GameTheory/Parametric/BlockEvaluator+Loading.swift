#if canImport(RowKernel)
internal import RowKernel
#endif

extension BlockEvaluator {
  /// Loads the next block of points.
  ///
  /// - Parameters:
  ///   - count: how many points, 1 to 64.
  ///   - value: the value of a varying variable at a point; the decimal that a `Double` prints as is
  ///     what the answers are exact for.
  public mutating func load(count: Int, value: (_ variable: Int, _ point: Int) -> Double) {
    beginBlock(count: count)
    for (variable, setting) in game.settings.enumerated() {
      guard case .varying = setting else { continue }
      for part in 0..<8 {
        var lanes = SIMD8<Double>.zero
        for lane in 0..<8 { lanes[lane] = value(variable, min(part * 8 + lane, count - 1)) }
        values[variable * 8 + part] = lanes
      }
    }
  }

  /// Loads the next block of points, the values of some variables given by their place in a list.
  ///
  /// All varying variables must be in the list.
  public mutating func load(
    count: Int,
    variables: [Int],
    value: (_ place: Int, _ point: Int) -> Double
  ) {
    beginBlock(count: count)
    for (place, variable) in variables.enumerated() {
      for part in 0..<partCount {
        var lanes = SIMD8<Double>.zero
        for lane in 0..<8 { lanes[lane] = value(place, min(part * 8 + lane, count - 1)) }
        values[variable * 8 + part] = lanes
      }
    }
  }

  /// Loads the next block of points, picked from rows of values.
  ///
  /// - Parameters:
  ///   - samples: the numbers of up to 64 rows; more that are not loaded yet may follow.
  ///   - count: how many of them are loaded.
  ///   - values: rows of one value for each of the variables.
  ///   - variables: all varying variables.
  public mutating func load(
    _ samples: ArraySlice<Int32>,
    count: Int,
    of values: [Double],
    variables: [Int]
  ) {
    beginBlock(count: count)
    #if canImport(RowKernel)
    unsafe samples.withUnsafeBufferPointer { numbers in
      unsafe rowkernel_load(
        values,
        Int32(variables.count),
        variables.map { Int64($0) },
        numbers.baseAddress,
        Int32(count),
        Int32(numbers.count),
        &self.values
      )
    }
    #else
    let first = samples.startIndex
    for (place, variable) in variables.enumerated() {
      for part in 0..<partCount {
        var lanes = SIMD8<Double>.zero
        for lane in 0..<8 {
          let sample = samples[first + min(part * 8 + lane, count - 1)]
          lanes[lane] = values[Int(sample) * variables.count + place]
        }
        self.values[variable * 8 + part] = lanes
      }
    }
    #endif
  }

  mutating func beginBlock(count: Int) {
    precondition((1...BlockEvaluator.capacity).contains(count))
    active = count == 64 ? ~0 : (1 << UInt64(count)) - 1
    partCount = (count + 7) / 8
    block += 1
    algebraicPoint = nil
    line.isActive = false
    if hasExactPoints {
      for point in 0..<BlockEvaluator.capacity where !exactPoints[point].isEmpty {
        exactPoints[point] = []
      }
      hasExactPoints = false
    }
    monomialsKnown = 0
    settlings.removeAll(keepingCapacity: true)
    payoffs.forget()
  }

  /// Loads points that need not be decimals, such as roots.
  ///
  /// Each of the points, 1 to 64, has one number for each variable; those of fixed variables are ignored.
  public mutating func load(exactly points: [[Rational]]) {
    load(count: points.count) { variable, point in points[point][variable].toDouble() }
    hasExactPoints = true
    for (index, point) in points.enumerated() {
      exactPoints[index] = game.settings.indices.map { variable in
        switch game.settings[variable] {
        case .fixed(let value): value
        case .varying: point[variable]
        }
      }
    }
  }

  /// Loads up to 64 points that differ in one variable, which takes the given values.
  public mutating func load(
    exactly values: ArraySlice<Rational>,
    of variable: Int,
    at point: [Rational]
  ) {
    load(
      exactly: values.map { value in
        var point = point
        point[variable] = value
        return point
      }
    )
  }

  /// Loads one point at which the only variable that varies is an algebraic number.
  ///
  /// Signs, and all that follows from them, are exact; payoffs are as near as `Double`s are.
  public mutating func load(_ value: AlgebraicNumber, of variable: Int) {
    load(count: 1) { _, _ in value.lowerBound.toDouble() }
    algebraicPoint = (variable, value)
  }

  /// The point as the decimals that its values print as.
  mutating func exactPoint(_ point: Int) -> [Rational] {
    if exactPoints[point].isEmpty {
      hasExactPoints = true
      exactPoints[point] = game.settings.indices.map { variable in
        switch game.settings[variable] {
        case .fixed(let value): value
        case .varying: Rational(decimalOf: value(of: variable, at: point))
        }
      }
    }
    return exactPoints[point]
  }
}
