import Documents
import GameTheory
import Negotiation
import Sweeps

/// One scenario of a sweep, with all that tells its run from others.
struct SweepRun {
  let model: ScenarioModel
  let order: SweepOrder
  let part: SweepCase
  /// What must agree for two runs to give the same rows, in the order in which it is compared.
  let identity: [(field: String, value: String)]

  init(_ model: ScenarioModel, _ order: SweepOrder, tolerance: Rational, form: Sweep.Form) {
    self.model = model
    self.order = order
    let scenario = model.scenario
    let judge = ClaimJudge(model, tolerance: tolerance)
    let compiler = ClaimCompiler(model, tolerance: tolerance)
    part = SweepCase(
      model.game,
      values: model.values,
      design: order.design,
      variables: order.paths.map { model.variables[$0] ?? 0 },
      from: model.statusQuo,
      predicates: scenario.claims.map { compiler.predicate(for: $0, deciding: judge.holds) },
      labels: SweepLabels(
        axes: order.paths,
        decisions: scenario.decisions.map { ($0.id, $0.options.map { $0.id }) },
        players: scenario.players.map { $0.id },
        claims: scenario.claims.map { $0.id }
      ),
      tolerance: tolerance
    )
    identity = [
      ("program", "detente \(Main.version)"),
      ("scenario", SweepRun.hash(model.canonicalText)),
      ("design", SweepRun.hash(SweepRun.text(of: order))),
      ("samples", String(order.design.count)),
      ("seed", order.design.kind == .grid ? "none" : String(order.design.seed)),
      ("tolerance", tolerance.description),
      ("rows", form == .csv ? "csv" : "jsonl"),
    ]
  }

  /// The hash of everything in the scenario that can change a row.
  var scenarioHash: String { identity[1].value }

  private static func text(of order: SweepOrder) -> String {
    let axes = zip(order.paths, order.design.axes).map { path, axis in
      switch axis {
      case .range(let range): "\(path) from \(range.lowerBound) to \(range.upperBound)"
      case .list(let values): "\(path) in \(values)"
      }
    }
    return ([order.design.kind.rawValue] + axes).joined(separator: "\n")
  }

  /// A hash of 128 bits.
  private static func hash(_ text: String) -> String {
    (0..<2 as Range<UInt64>).map { seed in
      var checksum = Checksum(seed: seed)
      checksum.add(Array(text.utf8))
      return checksum.text
    }.joined()
  }
}
