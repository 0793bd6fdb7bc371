import Documents
import GameTheory

/// The named sweeps.
extension ScenarioDecoder {
  func readSweeps(_ root: ObjectReader) -> [SweepPlan] {
    guard let node = root.value("sweeps"),
      let reader = ObjectReader(node, path: "sweeps", what: "'sweeps'", problems)
    else { return [] }
    return reader.entries.compactMap { member in
      let path = "sweeps.\(member.key)"
      checkForm(of: member.key, joint: "-", at: member.keyLocation, path: path, problems)
      return ObjectReader(member.value, path: path, what: "a sweep", problems).flatMap {
        readSweep($0, named: member.key)
      }
    }
  }

  private func readSweep(_ sweep: ObjectReader, named name: String) -> SweepPlan {
    let title = sweep.string("title") ?? name
    let points = sweep.value("points")
    let given = sweep.choice("design", SweepPlan.Design.self)
    let design = given ?? (points == nil ? .grid : .points)
    let samples = sweep.integer("samples")
    let seed = sweep.integer("seed")
    let levels = sweep.integer("levels")
    checkCounts(sweep, samples: samples, seed: seed, levels: levels, design)
    var axes: [SweepPlan.Axis] = []
    if design == .points {
      if let vary = sweep.value("vary") {
        reportSweep(
          "samples given one by one vary what their file names",
          vary,
          sweep.path(of: "vary"),
          help: "leave out 'vary'"
        )
      }
      if points == nil { _ = sweep.needed("points") }
    } else {
      axes = sweep.needed("vary").map { readAxes($0, path: sweep.path(of: "vary")) } ?? []
      if let points {
        reportSweep(
          "'points' goes with the design points, not \(design.rawValue)",
          points,
          sweep.path(of: "points"),
          help: "leave out 'design' and 'vary', or 'points'"
        )
      }
    }
    sweep.finish()
    return SweepPlan(
      name: name,
      title: title,
      design: design,
      samples: samples,
      seed: seed.map { UInt64(max(0, $0)) },
      levels: levels,
      axes: axes
    )
  }

  private func checkCounts(
    _ sweep: ObjectReader,
    samples: Int?,
    seed: Int?,
    levels: Int?,
    _ design: SweepPlan.Design
  ) {
    if let samples, samples < 1, let node = sweep.value("samples") {
      reportSweep("a sweep takes at least 1 sample", node, sweep.path(of: "samples"))
    }
    if let seed, seed < 0, let node = sweep.value("seed") {
      reportSweep("a seed is not negative", node, sweep.path(of: "seed"))
    }
    guard let levels, let node = sweep.value("levels") else { return }
    if design != .morris {
      reportSweep(
        "'levels' goes with the design morris, not \(design.rawValue)",
        node,
        sweep.path(of: "levels")
      )
    } else if levels < 2 || levels % 2 == 1 || levels > SweepPlan.levelLimit {
      reportSweep(
        "levels are an even number from 2 to \(SweepPlan.levelLimit)",
        node,
        sweep.path(of: "levels")
      )
    }
  }

  private func reportSweep(_ message: String, _ node: Node, _ path: String, help: String? = nil) {
    var place = node.location
    switch node.content {
    case .object, .array: place = place.start
    default: break
    }
    problems.error(.sweep, message, at: place, path: path, help: help)
  }

  // MARK: What is varied

  private func readAxes(_ node: Node, path: String) -> [SweepPlan.Axis] {
    guard let reader = ObjectReader(node, path: path, what: "'vary'", problems) else { return [] }
    if reader.entries.isEmpty {
      problems.error(
        .sweep,
        "the sweep varies nothing",
        at: node.location,
        path: path,
        help: "name at least one number to vary"
      )
    }
    return reader.entries.compactMap { member in
      let path = "\(path).\(member.key)"
      return ObjectReader(member.value, path: path, what: "what to vary", problems)
        .flatMap { readValues($0, of: member) }
        .map { SweepPlan.Axis(path: member.key, values: $0, location: member.keyLocation) }
    }
  }

  /// Which values a varied number takes; nil after reporting what is wrong.
  private func readValues(_ axis: ObjectReader, of member: Node.Member) -> SweepPlan.Values? {
    let kind = parameters.parameters.first { $0.name == member.key }?.kind ?? .real
    let range = axis.range("range")
    let step = axis.number("step")
    let points = axis.integer("points")
    let path = axis.path(of: "values")
    let list = axis.list("values")?.compactMap { listed($0, kind, path: path) }
    let spread = axis.value("distribution")
    axis.finish()
    let forms = [step != nil, points != nil, list != nil, spread != nil].count { $0 }
    if forms > 1 || (list != nil || spread != nil) && range != nil {
      problems.error(
        .sweep,
        "'step', 'points', 'values' and 'distribution' exclude each other",
        at: member.value.location.start,
        path: axis.path,
        help: range == nil ? nil : "a range goes with 'step' or 'points', or stands alone"
      )
      return nil
    }
    if let wrong = mistake(step: step, points: points, list: list) {
      problems.error(
        .sweep,
        wrong.message,
        at: axis.value(wrong.key)?.location,
        path: axis.path(of: wrong.key)
      )
      return nil
    }
    if let spread {
      return readDistribution(
        spread,
        path: axis.path(of: "distribution"),
        kind: kind,
        range: nil
      ).map { .distribution($0) }
    }
    if let list { return .list(list) }
    if let step { return .step(range, by: step) }
    if let points { return .points(range, points) }
    return range.map { .range($0) } ?? .stated
  }

  private func mistake(
    step: Rational?,
    points: Int?,
    list: [Rational]?
  ) -> (message: String, key: String)? {
    if let step, step <= 0 { return ("a step is above 0", "step") }
    if let points, points < 2 { return ("a grid takes at least 2 points", "points") }
    if let list, list.isEmpty { return ("the list of values is empty", "values") }
    return nil
  }

  // MARK: With the whole scenario

  /// Reports sweeps of paths that lead to no number, or to one that has no range, and reads the samples that
  /// are given one by one.
  func checkSweeps(_ scenario: inout Scenario, _ tree: Node) {
    for index in scenario.sweeps.indices {
      let sweep = scenario.sweeps[index]
      for axis in sweep.axes { check(axis, of: sweep, scenario) }
      guard sweep.design == .points,
        let node = tree.member("sweeps")?.value.member(sweep.name)?.value.member("points")?.value
      else { continue }
      scenario.sweeps[index].points = readPoints(
        node,
        path: "sweeps.\(sweep.name).points",
        scenario
      )
    }
  }

  private func check(_ axis: SweepPlan.Axis, of sweep: SweepPlan, _ scenario: Scenario) {
    let path = "sweeps.\(sweep.name).vary.\(axis.path)"
    guard let quantity = scenario.quantities.first(where: { $0.path == axis.path }) else {
      problems.error(
        .path,
        "no number has the path '\(axis.path)'",
        at: axis.location,
        path: path,
        help: pathHint(axis.path, among: scenario.quantities.map { $0.path })
      )
      return
    }
    if isDerived(axis.path) {
      reportDerived(quantity, at: axis.location, path: path)
      return
    }
    let isSpread =
      scenario.parameters.contains { $0.name == axis.path && $0.distribution != nil }
    if axis.values.needsRange, quantity.range == nil, !isSpread || !axis.values.isStated {
      problems.error(
        .sweep,
        "'\(axis.path)' has no stated range",
        at: axis.location,
        path: path,
        help: "give a range here, or where the number is written"
      )
    }
  }

  /// The samples in a file that a sweep names; nil after reporting what is wrong.
  private func readPoints(_ node: Node, path: String, _ scenario: Scenario) -> PointsTable? {
    guard let relative = text(node, "the path of a file", path: path) else { return nil }
    problems.checkCharacters(of: relative, at: node.location, path: path)
    guard !relative.isEmpty, !relative.contains("\0") else {
      problems.error(.file, "'points' names no file", at: node.location, path: path)
      return nil
    }
    let file = resolved(relative, against: node.location.source.name)
    do throws(ScenarioReader.LoadFailure) {
      let (table, diagnostics) = PointsReader(scenario).read(try load(file))
      for diagnostic in diagnostics { problems.add(diagnostic) }
      return table
    } catch {
      problems.error(
        .file,
        "cannot read '\(file)': \(error.reason)",
        at: node.location,
        path: path,
        help: error.help
      )
      return nil
    }
  }
}

extension SweepPlan {
  /// The most levels of a Morris design.
  public static let levelLimit = 1 << 16
}

extension SweepPlan.Values {
  /// Whether the range stated in the scenario is asked for.
  var needsRange: Bool {
    switch self {
    case .stated, .step(nil, _), .points(nil, _): true
    default: false
    }
  }

  /// Whether nothing is said of the values.
  var isStated: Bool {
    if case .stated = self { true } else { false }
  }
}
