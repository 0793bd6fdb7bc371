import Documents
import GameTheory
import Glibc
import Negotiation
import Presentation
import Sweeps

/// Sweeps of one scenario with a decision held at each of its options in turn, on one design.
struct HeldSweeps {
  private let session: ScenarioSession
  private let decision: String
  private var parsed: ParsedCommand { session.parsed }

  init(_ session: ScenarioSession, decision: String) {
    self.session = session
    self.decision = decision
  }

  /// Runs the sweeps, and hands over the policies while their rows are to be had.
  func run<Value>(
    _ body: ([Policy]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let interruption = Interruption()
    let wishes = try session.wishes(parsed.occurrences)
    let (scenarios, failure) = session.read(parsed.positionals, wishes)
    if let failure { throw Failure(failure) }
    let scenario = scenarios[0]
    let options = try options(of: scenario, wishes)
    let order = try SweepOrderReader(parsed, scenario).order()
    var runs: [SweepRun] = []
    for option in options {
      var held = wishes
      held.fix.append("\(decision)=\(option)")
      let model = try session.model(scenario, held, varying: order.paths)
      runs.append(SweepRun(model, order, tolerance: session.tolerance, form: .csv))
    }
    var files: [ScratchFile] = []
    for _ in options { files.append(try ScratchFile()) }
    try sweep(runs, into: files, interruption)
    interruption.end()
    var policies: [Policy] = []
    for (option, rows) in zip(options, files) {
      let result = try ResultFile(rows, of: scenario, session.console)
      policies.append(Policy(label: "\(decision)=\(option)", result: result))
    }
    return try body(policies)
  }

  private func options(
    of scenario: Scenario,
    _ wishes: ScenarioSession.Wishes
  ) throws(Failure) -> [String] {
    let known = scenario.decisions.map { $0.id }
    guard let found = scenario.decisions.first(where: { $0.id == decision }) else {
      let hint = suggestion(for: decision, among: known)
      throw Failure(.usage, "--decision: there is no decision '\(decision)'\(hint)")
    }
    if wishes.fix.contains(where: { $0.contains("\(decision)=") }) {
      throw Failure(.usage, "--fix holds '\(decision)', whose options are to be compared")
    }
    return found.options.map { $0.id }
  }

  private func sweep(
    _ runs: [SweepRun],
    into files: [ScratchFile],
    _ interruption: Interruption
  ) throws(Failure) {
    let progress = Sweep.Progress()
    interruption.watch(progress)
    let display = ProgressDisplay(progress, runs[0], parsed, session.console)
    let (_, ending) = Sweep(runs.map { $0.part }, over: runs[0].order.design).run(
      threads: parsed.integer("--jobs") ?? processorCount(),
      form: .csv,
      progress: progress,
      write: { game, rows in rows.withUnsafeBytes { files[game].add($0) } }
    )
    display.end()
    switch ending {
    case .complete: break
    case .cancelled: throw Failure(interruption.exitCode ?? .partial, "stopped")
    case .failed(let number):
      throw Failure(.inputOutput, "cannot write rows: \(systemText(number))")
    }
  }
}
