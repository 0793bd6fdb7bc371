import Documents
import GameTheory
import Negotiation
import Presentation

/// What is varied: the named sweep, or the default one, changed by what the command line says.
extension SweepOrderReader {
  func plan() throws(Failure) -> SweepPlan {
    let axes = try writtenAxes()
    let name = parsed.string("--sweep")
    if let file = parsed.string("--points") {
      guard axes.isEmpty, name == nil else {
        throw Failure(
          .usage,
          "--points gives the samples one by one; leave out --vary and --sweep"
        )
      }
      return try plan(ofPoints: file)
    }
    if name == nil, axes.isEmpty, needed != nil { return try everything() }
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
    if plan.points != nil, !axes.isEmpty {
      throw Failure(.usage, "the sweep gives its samples one by one; leave out --vary")
    }
    for axis in axes {
      if let index = plan.axes.firstIndex(where: { $0.path == axis.path }) {
        plan.axes[index] = axis
      } else {
        plan.axes.append(axis)
      }
    }
    return plan
  }

  private func writtenAxes() throws(Failure) -> [SweepPlan.Axis] {
    var axes: [SweepPlan.Axis] = []
    var mistakes: [String] = []
    for text in parsed.strings("--vary") {
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
    return axes
  }

  /// Every parameter that has a range, listed values or a distribution.
  private func everything() throws(Failure) -> SweepPlan {
    let ranged = scenario.parameters.filter { parameter in
      !parameter.isDerived
        && (parameter.quantity.range != nil || !parameter.kind.options.isEmpty
          || parameter.distribution != nil)
    }
    guard !ranged.isEmpty else {
      throw Failure(
        .usage,
        "no parameter of the scenario has a range; say what to vary with --vary PATH=lo:hi"
      )
    }
    return SweepPlan(
      name: "everything",
      title: "Every parameter within its range",
      design: .grid,
      samples: nil,
      seed: nil,
      axes: ranged.map {
        SweepPlan.Axis(path: $0.name, values: .stated, location: $0.quantity.location)
      }
    )
  }

  private func named(_ name: String, isAsked: Bool) throws(Failure) -> SweepPlan {
    if let plan = scenario.sweeps.first(where: { $0.name == name }) { return plan }
    let known = scenario.sweeps.map { $0.name }
    if isAsked {
      let hint =
        known.isEmpty
        ? "; it names none" : suggestion(for: name, among: known)
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

  // MARK: Samples in a file

  private func plan(ofPoints file: String) throws(Failure) -> SweepPlan {
    guard let session else { throw Failure(.usage, "--points cannot be used here") }
    let source: SourceText
    do throws(ScenarioReader.LoadFailure) {
      source = try session.inputs.load(file, limit: FileLoader.tableLimit)
    } catch {
      let help = error.help.map { "; \($0)" } ?? ""
      throw Failure(.unreadable, "cannot read '\(file)': \(error.reason)\(help)")
    }
    let (table, diagnostics) = PointsReader(scenario).read(source)
    let printer = DiagnosticPrinter(isColoured: session.console.isErrorColoured)
    let text = printer.text(of: diagnostics)
    if session.inputs.isNews(text) { session.console.say(text) }
    guard let table else {
      session.console.say("\(DiagnosticPrinter.summary(of: diagnostics)) in \(file)\n")
      throw Failure(.badData)
    }
    let name = file.split(separator: "/").last.map(String.init) ?? "points"
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return SweepPlan(
      name: "at-\(stem)",
      title: "The samples of \(name)",
      design: .points,
      samples: nil,
      seed: nil,
      axes: [],
      points: table
    )
  }

  // MARK: One number

  /// One number to vary, as `path`, `path=lo:hi`, `path=lo:hi:step`, `path=v1,v2,…` or `path=normal(4,1)`.
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
    let kind = scenario.parameters.first { $0.name == path }?.kind ?? .real
    if text.contains("(") {
      do throws(ValueDistribution.Mistake) {
        return .distribution(try ValueDistribution(text: text, kind: kind))
      } catch {
        throw Mistake("--vary \(path): \(error.message)")
      }
    }
    let isRange = text.contains(":")
    let words = text.split(separator: isRange ? ":" : ",", omittingEmptySubsequences: false)
    var numbers: [Rational] = []
    for word in words {
      let trimmed = word.trimmingSpaces()
      guard let number = isRange ? Rational(decimal: trimmed) : kind.value(of: trimmed) else {
        throw Mistake("--vary \(path): " + SweepOrderReader.rejection(trimmed, path, kind))
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

  private static func rejection(_ word: String, _ path: String, _ kind: ParameterKind) -> String {
    guard kind.options.isEmpty else {
      let hint = suggestion(for: word, among: kind.options.map { $0.name })
      return "'\(word)' is not \(kind.description)\(hint)"
    }
    if Rational(decimal: word) != nil { return "'\(word)' is not \(kind.description)" }
    return "'\(word)' is no number; write \(path)=lo:hi, \(path)=lo:hi:step, \(path)=v1,v2,... or "
      + "a distribution such as \(path)=normal(4,1)"
  }
}
