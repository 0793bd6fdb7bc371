import Analysis
import Documents
import Presentation
import Sweeps

/// All that is told of a study.
struct SensitivityReport {
  /// What the scenario or result is called, and its file.
  let title: String
  let file: String
  /// What was varied and how.
  let order: SweepOrder
  let result: SensitivityIntake.Result
  let findings: SensitivityFindings
  let words: SensitivityWords
  /// The command that gives the same report again.
  let again: String

  var design: Design { order.design }

  /// What is done, for programs.
  var method: String {
    switch result.study.analysis {
    case .sobol: "sobol"
    case .morris: "morris"
    case .oneAtATime: "tornado"
    case .binned: "binned"
    }
  }

  /// What points are called, one and many.
  var pointWords: (one: String, many: String) {
    switch result.study.analysis {
    case .sobol: ("base point", "base points")
    case .morris: ("trajectory", "trajectories")
    case .binned, .oneAtATime: ("sample", "samples")
    }
  }

  /// The interval to give with an estimate.
  func interval(_ estimate: Estimate) -> ClosedRange<Double>? {
    method == "binned" ? estimate.normalInterval : estimate.percentiles
  }

  // MARK: For programs

  var json: JSONValue {
    .object(
      [
        ("format", 1), ("command", "sensitivity"), ("again", .string(again)),
        ("program", .string("detente \(Main.version)")), ("file", .string(file)),
        ("title", .string(title)), ("method", .string(method)),
        ("design", .string(design.kind.rawValue)), ("samples", .integer(design.count)),
        ("points", .integer(design.count / design.groupSize)),
        (
          "seed", design.kind.draws ? .integer(Int(truncatingIfNeeded: design.seed)) : .null
        ),
        (
          "failed",
          .object(result.failures.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
        ),
        ("cycles", .integer(result.cycles)),
      ] + results
    )
  }

  private var results: [(String, JSONValue)] {
    if case .oneAtATime(let analysis) = result.study.analysis {
      return TornadoTable(report: self, analysis: analysis).json
    }
    return [("outputs", .array(findings.outputs.map { json($0) }))]
  }

  private func json(_ output: OutputFindings) -> JSONValue {
    let members: [(String, JSONValue)] = [
      ("output", .string(words.id(output.kind))), ("says", .string(words.title(output.kind))),
      ("mean", output.mean.map { .number($0) } ?? .null),
      ("variance", output.variance.map { .number($0) } ?? .null),
      ("points", .integer(output.points)), ("pointsLeftOut", .integer(output.pointsLeftOut)),
      (
        "numbers",
        .array(
          output.axes.enumerated().map { axis, estimates in
            .object(
              [("path", .string(order.paths[axis]))]
                + zip(output.measures, estimates).map { ($0.rawValue, json($1)) }
            )
          }
        )
      ),
    ]
    guard !output.pairs.isEmpty else { return .object(members) }
    return .object(members + [("pairs", .array(output.pairs.map { json($0) }))])
  }

  private func json(_ pair: SobolIndices.Pair) -> JSONValue {
    .object([
      ("paths", .array(paths(of: pair).map { .string($0) })),
      (OutputFindings.Measure.secondOrder.rawValue, json(pair.secondOrder)),
    ])
  }

  private func paths(of pair: SobolIndices.Pair) -> [String] {
    [order.paths[pair.first], order.paths[pair.second]]
  }

  private func json(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    let interval = interval(estimate)
    return .object([
      ("value", .number(estimate.value)),
      ("low", interval.map { .number($0.lowerBound) } ?? .null),
      ("high", interval.map { .number($0.upperBound) } ?? .null),
      ("standardError", estimate.standardError.map { .number($0) } ?? .null),
    ])
  }

  /// One row for each output, number and measure; pairs of numbers are joined by `*`.
  var csv: String {
    if case .oneAtATime(let analysis) = result.study.analysis {
      return TornadoTable(report: self, analysis: analysis).csv
    }
    let names = [
      "output", "number", "measure", "value", "low", "high", "standard_error", "points", "left_out",
    ]
    var table = TextTable(names.map { TextTable.Column($0) })
    for output in findings.outputs {
      for (axis, estimates) in output.axes.enumerated() {
        for (measure, estimate) in zip(output.measures, estimates) {
          table.add(cells(output, order.paths[axis], measure, estimate))
        }
      }
      for pair in output.pairs {
        let name = paths(of: pair).joined(separator: "*")
        table.add(cells(output, name, .secondOrder, pair.secondOrder))
      }
    }
    return table.csv()
  }

  private func cells(
    _ output: OutputFindings,
    _ number: String,
    _ measure: OutputFindings.Measure,
    _ estimate: Estimate?
  ) -> [String] {
    let interval = estimate.flatMap { self.interval($0) }
    let numbers = [
      estimate?.value, interval?.lowerBound, interval?.upperBound, estimate?.standardError,
    ]
    return [words.id(output.kind), number, measure.rawValue]
      + numbers.map { $0.map { JSONValue.text(of: $0) } ?? "" }
      + [String(output.points), String(output.pointsLeftOut)]
  }
}
