import Documents
import GameTheory
import Negotiation
import Sweeps

/// One scenario of a sweep, with all that tells its run from others.
struct SweepRun {
  let model: ScenarioModel
  let order: SweepOrder
  let part: SweepCase
  let about: RunDescription

  /// Prepares a scenario's part of a run.
  ///
  /// - Parameters:
  ///   - model: the scenario as it is run.
  ///   - order: what varies.
  ///   - tolerance: a gain of at most this is no gain.
  ///   - form: the form of the rows.
  ///   - command: the command that gives the same rows again; this and the rest are for records.
  ///   - textHash: the hash of the scenario's text.
  ///   - first: the run whose rows this one's are compared with.
  init(
    _ model: ScenarioModel,
    _ order: SweepOrder,
    tolerance: Rational,
    form: Sweep.Form,
    command: String = "",
    textHash: String = "",
    first: SweepRun? = nil
  ) {
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
      labels: SweepRun.labels(scenario, order),
      tolerance: tolerance
    )
    about = RunDescription(
      identity: SweepRun.identity(model, order, tolerance, form),
      file: scenario.file,
      title: scenario.title,
      sweep: order.name,
      command: command,
      textHash: textHash,
      design: order.design.json(paths: order.paths),
      pairedWith: first.flatMap { $0.about.identity.value("scenario") }
    )
  }

  private static func labels(_ scenario: Scenario, _ order: SweepOrder) -> SweepLabels {
    SweepLabels(
      axes: order.paths,
      values: order.design.labels,
      decisions: scenario.decisions.map { ($0.id, $0.options.map { $0.id }) },
      players: scenario.players.map { $0.id },
      claims: scenario.claims.map { $0.id }
    )
  }

  private static func identity(
    _ model: ScenarioModel,
    _ order: SweepOrder,
    _ tolerance: Rational,
    _ form: Sweep.Form
  ) -> RunIdentity {
    RunIdentity([
      ("program", "detente \(Main.version)"),
      ("scenario", RunIdentity.hash(model.canonicalText)),
      ("design", RunIdentity.hash(order.design.identity(paths: order.paths))),
      ("samples", String(order.design.count)),
      ("seed", order.design.kind.draws ? String(order.design.seed) : "none"),
      ("tolerance", tolerance.description),
      ("rows", form == .csv ? "csv" : "jsonl"),
    ])
  }
}
