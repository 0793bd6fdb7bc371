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
    let folder = try Scratchpad()
    defer { folder.remove() }
    let paths = options.indices.map { "\(folder.path)/\($0).csv" }
    try sweep(runs, to: paths)
    var policies: [Policy] = []
    for (option, path) in zip(options, paths) {
      policies.append(
        Policy(
          label: "\(decision)=\(option)",
          result: try ResultFile(path, of: scenario, session.console)
        )
      )
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

  private func sweep(_ runs: [SweepRun], to paths: [String]) throws(Failure) {
    var files: [RowFile] = []
    for path in paths {
      files.append(try RowFile(path, sparing: session.inputs, isForced: true, .csv))
    }
    let progress = Sweep.Progress()
    let interruption = Interruption(progress)
    defer { interruption.end() }
    let display = ProgressDisplay(progress, runs[0], parsed, session.console)
    let rowFiles = files
    let (_, ending) = Sweep(runs.map { $0.part }, over: runs[0].order.design).run(
      threads: parsed.integer("--jobs") ?? processorCount(),
      form: .csv,
      progress: progress,
      write: { rowFiles[$0].write($1) }
    )
    display.end()
    switch ending {
    case .complete: for file in files { try file.finish() }
    case .cancelled: throw Failure(interruption.exitCode ?? .partial, "stopped")
    case .failed(let number):
      throw Failure(.inputOutput, "cannot write rows: \(systemText(number))")
    }
  }
}

/// A folder for files that are needed for a while.
private struct Scratchpad {
  let path: String

  init() throws(Failure) {
    let root = environment("TMPDIR") ?? "/tmp"
    var template = Array("\(root)/detente-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      throw Failure(.cannotCreate, "cannot create a folder in '\(root)': \(systemText(errno))")
    }
    path = made
  }

  /// Removes the folder and the files in it.
  func remove() {
    for name in SafeFile.names(in: path) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
