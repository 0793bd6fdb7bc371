import GameTheory
import Glibc
import Negotiation
import Sweeps

/// The sweep of a scenario over all its parameters that have a range, by Sobol' points.
struct WideSweep {
  let model: ScenarioModel
  let design: Design
  let part: SweepCase

  /// Prepares it; brief rows have neither claims nor the options of decisions.
  init(_ scenario: Scenario, samples: Int, isBrief: Bool = false) {
    let varied = scenario.parameters.filter { $0.quantity.range != nil }
    let paths = varied.map { $0.name }
    guard let model = try? ScenarioModel(scenario, varying: paths) else {
      preconditionFailure("parameters of the scenario can be varied")
    }
    self.model = model
    design = Design(
      kind: .sobol,
      axes: varied.compactMap { parameter in
        parameter.quantity.range.map {
          .range($0.lowerBound.toDouble()...$0.upperBound.toDouble())
        }
      },
      samples: samples,
      seed: 2000
    )
    let judge = ClaimJudge(model)
    let compiler = ClaimCompiler(model)
    let claims = isBrief ? [] : scenario.claims
    part = SweepCase(
      model.game,
      values: model.values,
      design: design,
      variables: paths.map { model.variables[$0] ?? 0 },
      from: model.statusQuo,
      predicates: claims.map { compiler.predicate(for: $0, deciding: judge.holds) },
      labels: SweepLabels(
        axes: paths,
        decisions: isBrief
          ? [] : scenario.decisions.map { ($0.id, $0.options.map { $0.id }) },
        players: scenario.players.map { $0.id },
        claims: claims.map { $0.id }
      )
    )
  }

  /// Runs the sweep, its rows formatted and thrown away.
  func run(threads: Int) -> SweepSummary {
    Sweep([part], over: design).run(threads: threads, form: .csv) { _, _ in nil }
      .findings.summaries[0]
  }
}

/// Samples a second of the sweep, beside a straightforward implementation.
struct SweepBenchmark {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    let wide = WideSweep(scenario, samples: 200_000)
    print(
      "sweep: \(scenario.title), \(wide.design.axes.count) parameters, "
        + "\(wide.model.game.numbering.count) outcomes; all pure equilibria, where play settles, "
        + "payoffs and claims of every sample, written as CSV"
    )
    let first = rate("one thread", wide, threads: 1)
    let second = rate("two threads", wide, threads: 2)
    report("two threads to one", first.median / second.median, "times as fast")
    let yardstick = Yardstick(wide.model.game)
    let samples = 20
    var found: [[Int]] = []
    let slow = Timing(runs: 3) {
      found = (0..<samples).map { sample in
        yardstick.equilibria(at: values(of: wide, sample: sample))
      }
    }
    report("yardstick, one thread", Double(samples) / slow.median, "samples/s")
    report(
      "sweep to yardstick",
      200_000 / first.median / (Double(samples) / slow.median),
      "times as fast"
    )
    let agrees = found.enumerated().allSatisfy { sample, outcomes in
      exactEquilibria(of: wide, sample: sample) == outcomes
    }
    print(
      "  the yardstick's equilibria are \(agrees ? "the same" : "OTHERS") in \(samples) samples"
    )
    if !agrees { exit(1) }
  }

  private func rate(_ name: String, _ wide: WideSweep, threads: Int) -> Timing {
    var summary = wide.run(threads: threads)
    let timing = Timing(runs: 5) { summary = wide.run(threads: threads) }
    report(
      name,
      Double(summary.samples) / timing.median,
      "samples/s (spread \(percent(timing.spread)))"
    )
    return timing
  }

  private func values(of wide: WideSweep, sample: Int) -> [Double] {
    var values = wide.model.values.map { $0.toDouble() }
    for axis in wide.design.axes.indices {
      values[wide.part.variables[axis]] = wide.design.value(sample: sample, axis: axis)
    }
    return values
  }

  private func exactEquilibria(of wide: WideSweep, sample: Int) -> [Int] {
    var evaluator = BlockEvaluator(wide.part.game)
    let values = values(of: wide, sample: sample)
    evaluator.load(count: 1) { variable, _ in values[variable] }
    return evaluator.equilibria().map { $0.outcome }
  }
}

func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

/// Prints one figure on a line.
func report(_ name: String, _ value: Double, _ unit: String) {
  let digits = value >= 100 ? String(Int(value.rounded())) : String(Double(Int(value * 100)) / 100)
  let space = String(repeating: " ", count: max(1, 28 - name.count))
  print("  \(name)\(space)\(digits) \(unit)")
}
