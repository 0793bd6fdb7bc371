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
  /// What might be done better.
  var notes: [String] = []
}

/// Works out a sweep from the scenario's named ones and the command line.
struct SweepOrderReader {
  let parsed: ParsedCommand
  let scenario: Scenario
  /// Where files are read and mistakes in them are told; nil to read none.
  let session: ScenarioSession?
  /// A design that replaces the one that the sweep or `--design` says; every parameter with a range then
  /// varies where nothing else is said.
  var needed: SweepPlan.Design?

  /// The most samples of one sweep.
  static let limit = 1_000_000_000_000

  /// Something wrong with the sweep, or with one of the numbers to vary.
  struct Mistake: Error {
    let text: String

    init(_ text: String) {
      self.text = text
    }
  }

  init(_ parsed: ParsedCommand, _ scenario: Scenario) {
    self.parsed = parsed
    self.scenario = scenario
    session = nil
  }

  /// Works out a sweep that may take samples from a file.
  init(_ session: ScenarioSession, _ scenario: Scenario) {
    parsed = session.parsed
    self.scenario = scenario
    self.session = session
  }

  func order() throws(Failure) -> SweepOrder {
    var plan = try plan()
    if let needed, needed != plan.design { (plan.samples, plan.levels) = (nil, nil) }
    var mistakes: [String] = []
    let asked = needed ?? parsed.string("--design").flatMap { SweepPlan.Design(rawValue: $0) }
    let chosen = asked ?? plan.design
    if (chosen == .points) != (plan.points != nil) {
      mistakes.append(
        chosen == .points
          ? "--design points takes --points FILE, or a sweep of the scenario that names one"
          : "the samples are given one by one; leave out --design"
      )
    }
    mistakes += optionMistakes(chosen)
    var axes: [Design.Axis] = plan.points?.columns.map { .list($0) } ?? []
    do throws(Mistakes) {
      if plan.points == nil { axes = try AxisPlanner(scenario, chosen).axes(plan.axes) }
    } catch {
      mistakes += error.texts
    }
    mistakes += limitMistakes(chosen, axes, plan)
    try fail(mistakes)
    let order = order(plan, Design.Kind(rawValue: chosen.rawValue) ?? .grid, axes)
    // Samples given one by one become rows with a reason, even where it is all of them.
    if chosen == .points { return order }
    try fail(
      order.design.constraints.filter { !$0.mightHold(within: order.design.ranges) }.map {
        "no sample can meet the scenario's constraint \($0.text)"
      }
    )
    return order
  }

  private func fail(_ mistakes: [String]) throws(Failure) {
    if !mistakes.isEmpty { throw Failure(.usage, mistakes.joined(separator: "\n")) }
  }

  private func order(_ plan: SweepPlan, _ kind: Design.Kind, _ axes: [Design.Axis]) -> SweepOrder {
    let paths = plan.points?.paths ?? plan.axes.map { $0.path }
    let design = Design(
      kind: kind,
      axes: axes,
      samples: samples(kind, plan),
      seed: parsed.integer("--seed").map { UInt64($0) } ?? plan.seed ?? 1,
      levels: parsed.integer("--levels") ?? plan.levels ?? Design.defaultLevels,
      hasSecondOrder: parsed.has("--second-order"),
      baseline: paths.map { path in
        let value = scenario.quantities.first { $0.path == path }?.polynomial
        return value?.evaluated(at: scenario.parameterValues).toDouble() ?? 0
      },
      constraints: constraints(on: paths),
      labels: paths.map { path in
        let parameter = scenario.parameters.first { $0.name == path }
        return parameter?.kind.options.map {
          Design.Label(value: $0.value.toDouble(), text: $0.name)
        } ?? []
      }
    )
    return SweepOrder(
      name: plan.name,
      title: plan.title,
      paths: paths,
      design: design,
      notes: notes(design)
    )
  }

  /// What must hold between the numbers that vary, the others at their values.
  private func constraints(on paths: [String]) -> [Design.Constraint] {
    let values = scenario.parameterValues
    return scenario.constraints.compactMap { constraint in
      let polynomial = constraint.difference.substituting { variable in
        paths.firstIndex(of: scenario.parameters[variable].name).map { Polynomial(variable: $0) }
          ?? Polynomial(constant: values[variable])
      }
      if let value = polynomial.constantValue, constraint.comparison.holds(forSign: value.signum) {
        return nil
      }
      return Design.Constraint(constraint.text, polynomial, constraint.comparison)
    }
  }

  private func notes(_ design: Design) -> [String] {
    guard design.kind == .saltelli, design.samples & (design.samples - 1) != 0 else { return [] }
    return [
      "\(design.samples) base points are not a power of two; Sobol' points are most even where they are"
    ]
  }

  // MARK: Counts

  /// How many samples, base points or trajectories are drawn.
  private func samples(_ kind: Design.Kind, _ plan: SweepPlan) -> Int {
    if let samples = parsed.integer("--samples") ?? plan.samples { return samples }
    return switch kind {
    case .saltelli: 1024
    case .morris: 100
    case .random, .latin, .sobol, .grid, .zip, .points, .oat: 1000
    }
  }

  /// Reports options that do not go with a design.
  private func optionMistakes(_ design: SweepPlan.Design) -> [String] {
    var mistakes: [String] = []
    if !design.draws, parsed.integer("--samples") != nil {
      let known = SweepPlan.Design.allCases.filter { $0.draws }.map { $0.rawValue }
      mistakes.append(
        "--samples goes with --design \(known.dropLast().joined(separator: ", ")) or "
          + "\(known.last ?? ""); \(SweepOrderReader.subject(design)) has as many as its values make"
      )
    }
    if parsed.has("--second-order"), design != .saltelli {
      mistakes.append("--second-order goes with --design saltelli")
    }
    if let interval = parsed.string("--checkpoint").flatMap({ Double($0) }), interval < 0 {
      mistakes.append("--checkpoint takes a number of seconds of at least 0, not \(interval)")
    }
    if let levels = parsed.integer("--levels") {
      if design != .morris { mistakes.append("--levels goes with --design morris") }
      if levels % 2 == 1 { mistakes.append("--levels is an even number, not \(levels)") }
    }
    return mistakes
  }

  private static func subject(_ design: SweepPlan.Design) -> String {
    switch design {
    case .grid: "a grid"
    case .zip: "a design in step"
    case .points: "a table of samples"
    default: "the design \(design.rawValue)"
    }
  }

  /// Reports designs that have too many numbers or samples.
  private func limitMistakes(
    _ chosen: SweepPlan.Design,
    _ axes: [Design.Axis],
    _ plan: SweepPlan
  ) -> [String] {
    let kind = Design.Kind(rawValue: chosen.rawValue) ?? .grid
    let samples = samples(kind, plan)
    var mistakes: [String] = []
    if kind == .sobol, axes.count > Design.sobolLimit {
      mistakes.append("Sobol' points are to be had for at most \(Design.sobolLimit) numbers")
    }
    if kind == .saltelli, axes.count > Design.saltelliLimit {
      mistakes.append(
        "a Saltelli design is to be had for at most \(Design.saltelliLimit) numbers: it takes two "
          + "of the \(Design.sobolLimit) dimensions of Sobol' points for each"
      )
    }
    if kind == .sobol || kind == .saltelli, samples > 1 << 32 {
      mistakes.append("there are at most \(1 << 32) Sobol' points")
    }
    if kind == .grid, SweepOrderReader.product(axes.map { $0.gridCount }) == nil {
      mistakes.append("the grid has more than \(SweepOrderReader.limit) samples; take larger steps")
    }
    let group = Design.groupSize(
      of: kind,
      axes: axes.count,
      hasSecondOrder: parsed.has("--second-order")
    )
    if kind == .saltelli, parsed.has("--second-order"), axes.count < 2 {
      mistakes.append("--second-order takes at least two numbers that vary, to make pairs of")
    }
    if kind.draws, SweepOrderReader.product([samples, group]) == nil {
      mistakes.append(
        "the design has more than \(SweepOrderReader.limit) samples: \(group) for each of \(samples)"
      )
    }
    return mistakes
  }

  /// The product of some counts; nil beyond the limit.
  private static func product(_ counts: [Int]) -> Int? {
    var product = 1
    for count in counts {
      let (next, overflows) = product.multipliedReportingOverflow(by: count)
      if overflows || next > limit { return nil }
      product = next
    }
    return product
  }
}

/// Several things wrong with a sweep.
struct Mistakes: Error {
  let texts: [String]
}

extension Design.Axis {
  /// How many values the axis has on a grid.
  fileprivate var gridCount: Int {
    switch self {
    case .list(let values), .weighted(let values, _): values.count
    case .integers(let range): range.count
    case .range, .distribution: 2
    }
  }
}
