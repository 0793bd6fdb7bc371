import Analysis
import Documents
import GameTheory
import Glibc
import Negotiation
import Presentation
import Sweeps

/// `detente sensitivity`: which of the varied numbers decide what happens.
struct SensitivityCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }

  /// How often points are resampled unless told.
  private static let defaultReplicates = 500

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let path = parsed.positionals[0]
    let isResult =
      path.hasSuffix(".csv") || path.hasSuffix(".jsonl")
      || access(SweepRecord.path(for: path), F_OK) == 0
    return isResult ? try ofResult(path) : try ofScenario(path)
  }

  // MARK: What is analysed

  private var replicates: Int {
    parsed.integer("--replicates") ?? SensitivityCommand.defaultReplicates
  }

  private func groups() throws(Failure) -> Set<SensitivityOutputs.Group> {
    let words = parsed.strings("--output").flatMap { $0.split(separator: ",") }
      .map { $0.trimmingSpaces() }
    guard !words.isEmpty else { return [.outcome, .payoffs] }
    let known = SensitivityOutputs.Group.allCases.map { $0.rawValue }
    let mistakes = words.filter { !known.contains($0) }.map { word in
      let hint = suggestion(for: word, among: known)
      return "--output takes \(known.joined(separator: ", ")), not '\(word)'\(hint)"
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    return Set(words.compactMap { SensitivityOutputs.Group(rawValue: $0) })
  }

  // MARK: A scenario

  private func ofScenario(_ path: String) throws(Failure) -> ExitCode {
    let interruption = Interruption()
    defer { interruption.end() }
    let groups = try groups()
    let wishes = try session.wishes(parsed.occurrences)
    let (scenarios, failure) = session.read([path], wishes)
    if let failure { throw Failure(failure) }
    let order = try self.order(scenarios[0])
    let model = try session.model(scenarios[0], wishes, varying: order.paths)
    let run = SweepRun(model, order, tolerance: session.tolerance, form: .csv)
    let progress = Sweep.Progress()
    interruption.watch(progress)
    let display = ProgressDisplay(progress, run, parsed, console)
    let pipe = try SweepPipe(
      Sweep([run.part], over: order.design),
      threads: parsed.integer("--jobs") ?? processorCount(),
      progress
    )
    let reading = Swift.Result { () throws(Failure) in
      try read(order, groups, name: path, words: words(of: order), checksValues: true) {
        pipe.fill($0)
      }
    }
    let ending = pipe.finish()
    display.end()
    if case .cancelled = ending, progress.isCancelled {
      console.say("detente sensitivity: stopped; nothing is kept\n")
      return interruption.exitCode ?? .partial
    }
    try print(try reading.get(), order, title: scenarios[0].title, file: path, scenarios[0])
    return .yes
  }

  /// The design of the method that was asked for.
  private func order(_ scenario: Scenario) throws(Failure) -> SweepOrder {
    let method = parsed.string("--method") ?? "sobol"
    var mistakes: [String] = []
    if method == "tornado", parsed.has("--samples") {
      mistakes.append(
        "--samples goes with --method sobol or morris; a tornado has as many as its values make"
      )
    }
    if method != "morris", parsed.has("--levels") {
      mistakes.append("--levels goes with --method morris")
    }
    if method != "sobol", parsed.has("--second-order") {
      mistakes.append("--second-order goes with --method sobol")
    }
    if !mistakes.isEmpty { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    var reader = SweepOrderReader(session, scenario)
    reader.needed = method == "morris" ? .morris : method == "tornado" ? .oat : .saltelli
    let order = try reader.order()
    for note in order.notes { console.note(note) }
    return order
  }

  /// The words that stand for values on the axes that have some.
  private func words(of order: SweepOrder) -> [String: [String: Double]] {
    var words: [String: [String: Double]] = [:]
    for (path, labels) in zip(order.paths, order.design.labels) where !labels.isEmpty {
      words[path] = Dictionary(labels.map { ($0.text, $0.value) }, uniquingKeysWith: { $1 })
    }
    return words
  }

  // MARK: A result

  private func ofResult(_ path: String) throws(Failure) -> ExitCode {
    let groups = try groups()
    let foreign = [
      "--vary", "--sweep", "--method", "--samples", "--levels", "--jobs", "--set", "--fix",
      "--start", "--tolerance", "--second-order",
    ].filter { parsed.has($0) }
    guard foreign.isEmpty else {
      throw Failure(
        .usage,
        foreign.map {
          "\($0) goes with a scenario; '\(path)' is the result of a sweep that has run"
        }
        .joined(separator: "\n")
      )
    }
    let record = try record(of: path)
    let source = try RowInput(path, RowExtents.Noted(record))
    let recorded = try design(record, of: path)
    let order = SweepOrder(
      name: record.value("sweep")?.string ?? "",
      title: "The sweep '\(record.value("sweep")?.string ?? "")'",
      paths: recorded.paths,
      design: recorded.design
    )
    let result = try read(
      order,
      groups,
      name: path,
      words: recorded.words,
      checksValues: recorded.isComplete
    ) { source.fill($0) }
    guard source.isUnchanged else {
      throw Failure(
        .badData,
        "'\(path)' has been changed since it was written: its checksums are not those of its record"
      )
    }
    try print(result, order, title: record.value("title")?.string ?? path, file: path, nil)
    return .yes
  }

  /// The record beside a result.
  private func record(of path: String) throws(Failure) -> Node {
    let name = SweepRecord.path(for: path)
    guard let source = try? FileLoader.load(name, limit: SweepRecord.limit) else {
      throw Failure(
        .unreadable,
        "cannot read '\(name)', the record beside the rows, which says what their design is"
      )
    }
    guard let node = JSON5Reader.read(source).node else {
      throw Failure(.badData, "'\(name)' is damaged: it is no JSON")
    }
    return node
  }

  private func design(_ record: Node, of path: String) throws(Failure) -> RecordedDesign {
    let name = SweepRecord.path(for: path)
    guard let node = record.value("design") else {
      throw Failure(.badData, "'\(name)' does not say what the design is; sweep anew")
    }
    do throws(RecordedDesign.Flaw) {
      return try RecordedDesign(node)
    } catch {
      switch error {
      case .member(let member):
        throw Failure(.badData, "'\(name)' is damaged: \(member) is missing or of another form")
      case .axis(let axis):
        throw Failure(
          .badData,
          "'\(name)' does not say enough of '\(axis)' to hold the rows against their design"
        )
      }
    }
  }

  // MARK: Reading and printing

  private func read(
    _ order: SweepOrder,
    _ groups: Set<SensitivityOutputs.Group>,
    name: String,
    words: [String: [String: Double]],
    checksValues: Bool,
    fill: @escaping RecordReader.Fill
  ) throws(Failure) -> SensitivityIntake.Result {
    let seed = parsed.integer("--seed").map { UInt64($0) }
    let intake = SensitivityIntake(
      paths: order.paths,
      design: order.design,
      words: words,
      groups: groups,
      seed: seed ?? order.design.seed,
      checksValues: checksValues,
      replicates: replicates,
      name: name
    )
    var reader = try ResultFile.reader(named: name, console, fill)
    return try intake.read(&reader, console)
  }

  private func print(
    _ result: SensitivityIntake.Result,
    _ order: SweepOrder,
    title: String,
    file: String,
    _ scenario: Scenario?
  ) throws(Failure) {
    let report = SensitivityReport(
      title: title,
      file: file,
      order: order,
      result: result,
      findings: SensitivityFindings(result),
      words: SensitivityWords(scenario: scenario, result: result, paths: order.paths),
      again: commandLine
    )
    switch session.format {
    case .table:
      let text = SensitivityText(
        report: report,
        palette: console.palette,
        width: console.columns
      ).text
      try console.print(text + "again: \(commandLine)\n")
    case .json: try console.print(report.json.rendered() + "\n")
    case .csv: try console.print(report.csv)
    }
    try console.flush()
  }

  /// The command that gives the same report again.
  private var commandLine: String {
    var words = ["detente", "sensitivity", parsed.positionals[0]]
    let silent = ["--jobs", "--quiet", "--color", "--format", "--json"]
    for occurrence in parsed.occurrences where !silent.contains(occurrence.name) {
      words.append(occurrence.name)
      if !occurrence.value.isEmpty { words.append(occurrence.value) }
    }
    return words.map { shellQuoted($0) }.joined(separator: " ")
  }
}
