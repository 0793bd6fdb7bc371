import Documents
import GameTheory
import Negotiation
import Sweeps

/// Turns what is said of the numbers to vary into the axes of a design.
struct AxisPlanner {
  private let scenario: Scenario
  private let design: SweepPlan.Design

  typealias Mistake = SweepOrderReader.Mistake

  /// The most steps of one number on a grid.
  private static let stepLimit = 10_000_000
  /// How many points a grid has along a range for which no step is given.
  private static let defaultPoints = 11

  /// The values of a number before it is known how many there are to be.
  private enum Planned {
    case axis(Design.Axis)
    /// Evenly spaced from one end to the other.
    case spread(ClosedRange<Rational>)
    /// The middles of equal shares of a distribution.
    case quantiles(Distribution)
  }

  init(_ scenario: Scenario, _ design: SweepPlan.Design) {
    self.scenario = scenario
    self.design = design
  }

  /// The axes, in the same order.
  func axes(_ axes: [SweepPlan.Axis]) throws(Mistakes) -> [Design.Axis] {
    var texts: [String] = []
    var planned: [Planned] = []
    for axis in axes {
      do throws(Mistake) {
        planned.append(try plan(axis))
      } catch {
        texts.append(error.text)
      }
    }
    var count = AxisPlanner.defaultPoints
    if design == .zip, texts.isEmpty {
      let sizes = zip(axes, planned).compactMap { axis, planned in
        AxisPlanner.size(planned).map { (path: axis.path, size: $0) }
      }
      count = sizes.first?.size ?? count
      if sizes.contains(where: { $0.size != count }) {
        texts.append(
          "lists in step are of equal length, but there are "
            + Wording.list(sizes.map { "\($0.size) values of \($0.path)" })
        )
      }
    }
    if !texts.isEmpty { throw Mistakes(texts: texts) }
    return planned.map { AxisPlanner.axis($0, points: count) }
  }

  private static func size(_ planned: Planned) -> Int? {
    switch planned {
    case .axis(.list(let values)): values.count
    case .axis(.integers(let range)): range.count
    case .axis, .spread, .quantiles: nil
    }
  }

  private static func axis(_ planned: Planned, points: Int) -> Design.Axis {
    switch planned {
    case .axis(let axis): return axis
    case .spread(let range): return .list(evenly(range, points: points))
    case .quantiles(let distribution):
      return .list(
        (0..<points).map { distribution.quantile((Double($0) + 0.5) / Double(points)) }
      )
    }
  }

  private static func evenly(_ range: ClosedRange<Rational>, points: Int) -> [Double] {
    let width = range.upperBound - range.lowerBound
    guard width.signum > 0, points > 1 else { return [range.lowerBound.toDouble()] }
    return steps(from: range.lowerBound, by: width / Rational(points - 1), count: points)
  }

  private static func steps(from start: Rational, by step: Rational, count: Int) -> [Double] {
    (0..<count).map { (start + step * Rational($0)).toDouble() }
  }

  // MARK: One number

  private func plan(_ axis: SweepPlan.Axis) throws(Mistake) -> Planned {
    let parameter = scenario.parameters.first { $0.name == axis.path }
    let kind = parameter?.kind ?? .real
    if parameter?.isDerived == true {
      throw Mistake("'\(axis.path)' is derived; vary the parameters that it is made of")
    }
    switch axis.values {
    case .list(let values): return try listed(values, axis.path, kind)
    case .distribution(let distribution): return try spread(distribution, axis.path, kind)
    case .stated:
      if !kind.options.isEmpty, !design.draws || parameter?.distribution == nil {
        return try listed(kind.options.map { $0.value }, axis.path, kind)
      }
      if let distribution = parameter?.distribution,
        design.draws || parameter?.quantity.range == nil
      {
        return try spread(distribution, axis.path, kind)
      }
    case .range, .step, .points:
      if !kind.options.isEmpty {
        let words = kind.options.map { $0.name }.joined(separator: ",")
        throw Mistake("'\(axis.path)' is \(kind.description); write \(axis.path)=\(words)")
      }
    }
    let range = try range(of: axis)
    try checkReach(range.lowerBound, axis.path)
    try checkReach(range.upperBound, axis.path)
    try checkReach(range.upperBound - range.lowerBound, axis.path)
    if kind == .integer { return try integers(axis, range) }
    return try numbers(axis, range)
  }

  private func listed(
    _ values: [Rational],
    _ path: String,
    _ kind: ParameterKind
  ) throws(Mistake) -> Planned {
    for value in values {
      try checkReach(value, path)
      guard kind.allows(value) else {
        throw Mistake("'\(path)' is \(kind.description), not \(value)")
      }
    }
    return .axis(.list(values.map { $0.toDouble() }))
  }

  private func spread(
    _ distribution: ValueDistribution,
    _ path: String,
    _ kind: ParameterKind
  ) throws(Mistake) -> Planned {
    switch distribution {
    case .discrete(let values, let weights):
      guard design.draws else { return try listed(values, path, kind) }
      return .axis(
        .weighted(values.map { $0.toDouble() }, weights: weights.map { $0.toDouble() })
      )
    case .continuous(let distribution):
      try checkReach(Rational(decimalOf: distribution.reach.upperBound), path)
      if !design.draws, design != .oat { return .quantiles(distribution) }
      if case .uniform(let low, let high) = distribution { return .axis(.range(low...high)) }
      return .axis(.distribution(distribution))
    }
  }

  private func numbers(
    _ axis: SweepPlan.Axis,
    _ range: ClosedRange<Rational>
  ) throws(Mistake) -> Planned {
    let ends = range.lowerBound.toDouble()...range.upperBound.toDouble()
    guard design == .grid || design == .zip else {
      try rejectStep(axis)
      return .axis(.range(ends))
    }
    switch axis.values {
    case .step(_, let step):
      let count = try stepCount(range, step, axis.path)
      return .axis(
        .list(AxisPlanner.steps(from: range.lowerBound, by: step, count: count))
      )
    case .points(_, let points):
      guard points <= AxisPlanner.stepLimit else {
        throw Mistake("'\(axis.path)' has more than \(AxisPlanner.stepLimit) points; take fewer")
      }
      return .axis(.list(AxisPlanner.evenly(range, points: points)))
    case .stated, .range, .list, .distribution: return .spread(range)
    }
  }

  /// Reports a step where no grid takes it; one that the scenario states is left out in silence.
  private func rejectStep(_ axis: SweepPlan.Axis) throws(Mistake) {
    guard case .step = axis.values, axis.location.source.name == "--vary" else { return }
    throw Mistake("'\(axis.path)' has a step, which goes with --design grid; leave it out")
  }

  private func stepCount(
    _ range: ClosedRange<Rational>,
    _ step: Rational,
    _ path: String
  ) throws(Mistake) -> Int {
    let steps = ((range.upperBound - range.lowerBound) / step).floor.asInt ?? .max
    guard steps < AxisPlanner.stepLimit else {
      throw Mistake(
        "'\(path)' has more than \(AxisPlanner.stepLimit) steps; take a larger one"
      )
    }
    return steps + 1
  }

  private func integers(
    _ axis: SweepPlan.Axis,
    _ range: ClosedRange<Rational>
  ) throws(Mistake) -> Planned {
    guard range.lowerBound.isInteger, range.upperBound.isInteger else {
      throw Mistake("'\(axis.path)' is a whole number, so its range ends at whole numbers")
    }
    let reach = 1 << 53
    guard let low = range.lowerBound.numerator.asInt, let high = range.upperBound.numerator.asInt,
      low > -reach, high < reach
    else {
      throw Mistake("'\(axis.path)' goes beyond 2^53, the largest whole number of a row")
    }
    switch axis.values {
    case .points:
      throw Mistake("'\(axis.path)' is a whole number, so it takes a step instead of points")
    case .step(_, let step):
      guard step.isInteger else {
        throw Mistake("'\(axis.path)' is a whole number, so its step is one too, not \(step)")
      }
      guard design == .grid || design == .zip else {
        try rejectStep(axis)
        return wholeNumbers(low, high)
      }
      let count = try stepCount(range, step, axis.path)
      return .axis(
        .list(AxisPlanner.steps(from: range.lowerBound, by: step, count: count))
      )
    case .stated, .range, .list, .distribution:
      return wholeNumbers(low, high)
    }
  }

  private func wholeNumbers(_ low: Int, _ high: Int) -> Planned {
    design == .oat && low < high
      ? .axis(.list([Double(low), Double(high)])) : .axis(.integers(low...high))
  }

  /// Reports numbers beyond what a row can hold.
  private func checkReach(_ value: Rational, _ path: String) throws(Mistake) {
    guard value.toDouble().isFinite else {
      throw Mistake("'\(path)' goes beyond 1.8e308, the largest number of a row")
    }
  }

  private func range(of axis: SweepPlan.Axis) throws(Mistake) -> ClosedRange<Rational> {
    switch axis.values {
    case .range(let range), .step(.some(let range), _), .points(.some(let range), _): return range
    default: break
    }
    guard let range = scenario.quantities.first(where: { $0.path == axis.path })?.range else {
      throw Mistake("'\(axis.path)' has no stated range; write --vary \(axis.path)=lo:hi")
    }
    return range
  }
}
