import Documents
import GameTheory
import Negotiation
import Sweeps

/// The sweep that was asked for: which numbers vary, over what, and how samples are chosen.
struct SweepOrder {
  /// The sweep's name, for files.
  let name: String
  /// What it is called.
  let title: String
  /// The paths of the numbers that vary.
  let paths: [String]
  /// The values that they take, in the same order.
  let design: Design
}

/// Works out a sweep from the scenario's named ones and the command line.
struct SweepOrderReader {
  private let parsed: ParsedCommand
  private let scenario: Scenario

  /// The most samples of one sweep.
  private static let limit = 1_000_000_000_000
  /// The most steps of one number on a grid.
  private static let stepLimit = 10_000_000
  /// How many points a grid has along a range for which no step is given.
  private static let defaultPoints = 11

  init(_ parsed: ParsedCommand, _ scenario: Scenario) {
    self.parsed = parsed
    self.scenario = scenario
  }

  func order() throws(Failure) -> SweepOrder {
    let plan = try plan()
    var mistakes: [String] = []
    let kind = Design.Kind(rawValue: parsed.string("--design") ?? plan.design.rawValue) ?? .grid
    let asked = parsed.integer("--samples")
    if kind == .grid, asked != nil {
      mistakes.append(
        "--samples goes with --design random, latin or sobol; a grid has as many as its values make"
      )
    }
    var axes: [PlannedAxis] = []
    for axis in plan.axes {
      do throws(Mistake) {
        axes.append(try self.axis(axis, isGrid: kind == .grid))
      } catch {
        mistakes.append(error.text)
      }
    }
    if kind == .sobol, axes.count > Design.sobolLimit {
      mistakes.append("Sobol' points are to be had for at most \(Design.sobolLimit) numbers")
    }
    let samples = asked ?? plan.samples ?? 1000
    if kind == .sobol, samples > 1 << 32 {
      mistakes.append("there are at most \(1 << 32) Sobol' points")
    }
    if kind == .grid, gridCount(axes) == nil {
      mistakes.append("the grid has more than \(SweepOrderReader.limit) samples; take larger steps")
    }
    if let last = mistakes.popLast() {
      throw Failure(.usage, (mistakes + [last]).joined(separator: "\n"))
    }
    let seed = parsed.integer("--seed").map { UInt64($0) } ?? plan.seed ?? 1
    return SweepOrder(
      name: plan.name,
      title: plan.title,
      paths: plan.axes.map { $0.path },
      design: Design(kind: kind, axes: axes.map { $0.values }, samples: samples, seed: seed)
    )
  }

  /// How many samples a grid has; nil beyond the limit.
  private func gridCount(_ axes: [PlannedAxis]) -> Int? {
    var count = 1
    for axis in axes {
      let (product, overflows) = count.multipliedReportingOverflow(by: axis.count)
      if overflows || product > SweepOrderReader.limit { return nil }
      count = product
    }
    return count
  }

  // MARK: What varies

  /// The named sweep, or the default one, changed by what is varied on the command line.
  private func plan() throws(Failure) -> SweepPlan {
    let written = parsed.strings("--vary")
    var axes: [SweepPlan.Axis] = []
    var mistakes: [String] = []
    for text in written {
      do throws(Mistake) {
        axes.append(try axis(text))
      } catch {
        mistakes.append(error.text)
      }
    }
    for (index, axis) in axes.enumerated()
    where axes[..<index].contains(where: { $0.path == axis.path }) {
      mistakes.append("'\(axis.path)' is varied twice")
    }
    if !mistakes.isEmpty { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    let name = parsed.string("--sweep")
    if name == nil, !axes.isEmpty {
      return SweepPlan(
        name: "by-" + axes.map { $0.path }.joined(separator: "-").prefix(80),
        title: "What changes with " + Wording.list(axes.map { title(of: $0.path) }),
        design: .grid,
        samples: nil,
        seed: nil,
        axes: axes
      )
    }
    var plan = try named(name ?? "default", isAsked: name != nil)
    for axis in axes {
      if let index = plan.axes.firstIndex(where: { $0.path == axis.path }) {
        plan.axes[index] = axis
      } else {
        plan.axes.append(axis)
      }
    }
    return plan
  }

  private func named(_ name: String, isAsked: Bool) throws(Failure) -> SweepPlan {
    if let plan = scenario.sweeps.first(where: { $0.name == name }) { return plan }
    let known = scenario.sweeps.map { $0.name }
    if isAsked {
      let hint =
        known.isEmpty
        ? "; it names none" : didYouMean(name, among: known).map { "; \($0)" } ?? ""
      throw Failure(.usage, "the scenario has no sweep '\(name)'\(hint)")
    }
    let choice =
      known.isEmpty ? "" : ", or --sweep with one of its sweeps: " + known.joined(separator: ", ")
    throw Failure(
      .usage,
      "the scenario has no sweep called 'default'; say what to vary with --vary PATH=lo:hi\(choice)"
    )
  }

  private func title(of path: String) -> String {
    scenario.parameters.first { $0.name == path }?.title ?? path
  }

  /// One number to vary, as `path`, `path=lo:hi`, `path=lo:hi:step` or `path=v1,v2,…`.
  private func axis(_ text: String) throws(Mistake) -> SweepPlan.Axis {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].trimmingSpaces()
    let paths = scenario.quantities.map { $0.path }
    guard paths.contains(path) else {
      throw Mistake(
        "--vary: no number has the path '\(path)'; \(pathHint(path, among: paths))"
      )
    }
    let source = SourceText(name: "--vary", bytes: Array(text.utf8))
    let location = Location(source: source, range: 0..<path.utf8.count)
    let values = parts.count == 2 ? try values(parts[1].trimmingSpaces(), path) : .stated
    return SweepPlan.Axis(path: path, values: values, location: location)
  }

  private func values(_ text: String, _ path: String) throws(Mistake) -> SweepPlan.Values {
    let isRange = text.contains(":")
    let words = text.split(separator: isRange ? ":" : ",", omittingEmptySubsequences: false)
    var numbers: [Rational] = []
    for word in words {
      guard let number = Rational(decimal: word.trimmingSpaces()) else {
        throw Mistake(
          "--vary \(path): '\(word.trimmingSpaces())' is no number; "
            + "write \(path)=lo:hi, \(path)=lo:hi:step or \(path)=v1,v2,..."
        )
      }
      numbers.append(number)
    }
    guard isRange else { return .list(numbers) }
    guard numbers.count <= 3 else {
      throw Mistake("--vary \(path): a range is lo:hi or lo:hi:step, not '\(text)'")
    }
    guard numbers[0] <= numbers[1] else {
      throw Mistake("--vary \(path): the range \(text) is empty: its lower end comes first")
    }
    let range = numbers[0]...numbers[1]
    guard numbers.count == 3 else { return .range(range) }
    guard numbers[2] > 0 else {
      throw Mistake("--vary \(path): the step is above 0, not \(words[2])")
    }
    return .step(range, by: numbers[2])
  }

  // MARK: Values

  /// The values that a number takes: listed, evenly spaced, or any in a range.
  private enum PlannedAxis {
    case list([Rational])
    case steps(from: Rational, by: Rational, count: Int)
    case range(ClosedRange<Rational>)

    /// How many values there are on a grid.
    var count: Int {
      switch self {
      case .list(let values): values.count
      case .steps(_, _, let count): count
      case .range: 1
      }
    }

    var values: Design.Axis {
      switch self {
      case .list(let values): .list(values.map { $0.toDouble() })
      case .steps(let start, let step, let count):
        .list((0..<count).map { (start + step * Rational($0)).toDouble() })
      case .range(let range): .range(range.lowerBound.toDouble()...range.upperBound.toDouble())
      }
    }
  }

  private func axis(_ axis: SweepPlan.Axis, isGrid: Bool) throws(Mistake) -> PlannedAxis {
    if scenario.parameters.contains(where: { $0.name == axis.path && $0.isDerived }) {
      throw Mistake("'\(axis.path)' is derived; vary the parameters that it is made of")
    }
    if case .list(let values) = axis.values {
      for value in values { try checkReach(value, axis.path) }
      return .list(values)
    }
    let range = try range(of: axis)
    try checkReach(range.lowerBound, axis.path)
    try checkReach(range.upperBound, axis.path)
    try checkReach(range.upperBound - range.lowerBound, axis.path)
    guard isGrid else {
      if case .step = axis.values, axis.location.source.name == "--vary" {
        throw Mistake("'\(axis.path)' has a step, which goes with --design grid; leave it out")
      }
      return .range(range)
    }
    let width = range.upperBound - range.lowerBound
    if case .step(_, let step) = axis.values {
      let steps = (width / step).floor.asInt ?? .max
      guard steps < SweepOrderReader.stepLimit else {
        throw Mistake(
          "'\(axis.path)' has more than \(SweepOrderReader.stepLimit) steps; take a larger one"
        )
      }
      return .steps(from: range.lowerBound, by: step, count: steps + 1)
    }
    var count = SweepOrderReader.defaultPoints
    if case .points(_, let points) = axis.values { count = points }
    guard count <= SweepOrderReader.stepLimit else {
      throw Mistake("'\(axis.path)' has more than \(SweepOrderReader.stepLimit) points; take fewer")
    }
    guard width > 0 else { return .list([range.lowerBound]) }
    return .steps(from: range.lowerBound, by: width / Rational(count - 1), count: count)
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

  /// Something wrong with one of the numbers to vary.
  private struct Mistake: Error {
    let text: String

    init(_ text: String) {
      self.text = text
    }
  }
}
