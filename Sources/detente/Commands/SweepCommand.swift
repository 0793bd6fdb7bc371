import Dispatch
import Documents
import GameTheory
import Glibc
import Negotiation
import Presentation
import Sweeps

/// `detente sweep`: the scenario solved for many values of its numbers, in parallel.
struct SweepCommand {
  private let interruption = Interruption()
  private let session: ScenarioSession
  private let form: Sweep.Form
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
    let out = parsed.string("--out") ?? ""
    let word = parsed.string("--rows") ?? (out.hasSuffix(".jsonl") ? "jsonl" : "csv")
    form = word == "csv" ? .csv : .jsonLines
  }

  func run() throws(Failure) -> ExitCode {
    defer { interruption.end() }
    let runs = try runs()
    if let engine = parsed.string("--emit").flatMap({ JobScript.Engine(rawValue: $0) }) {
      return try emit(engine, runs)
    }
    if let shard = try parsed.string("--shard").map(Shard.init) {
      return try ShardRunner(runs: runs, shard: shard, session: session, interruption: interruption)
        .run()
    }
    let paths = try RowPaths.paths(for: runs.map { $0.about }, out: parsed.string("--out"))
    let runner = SweepRunner(
      runs: runs,
      paths: paths,
      session: session,
      interruption: interruption
    )
    if let known = try runner.finished() {
      for path in paths { console.note("\(path) holds the rows of this run already; it is reused") }
      try print(runs, known, paths, took: nil)
      return .yes
    }
    switch try runner.run() {
    case .stopped(let code): return code
    case .complete(let findings, let elapsed):
      try print(runs, findings, paths, took: elapsed)
      return .yes
    }
  }

  /// Prints a script that runs the sweep in shards.
  private func emit(
    _ engine: JobScript.Engine,
    _ runs: [SweepRun]
  ) throws(Failure) -> ExitCode {
    let out = parsed.string("--out")
    if out == "-" { throw Failure(.usage, "--emit takes a file for --out: the rows of all shards") }
    let paths = try RowPaths.paths(for: runs.map { $0.about }, out: out)
    let count = Sweep(runs.map { $0.part }, over: runs[0].order.design).chunks.count
    let shards = min(parsed.integer("--shards") ?? SweepCommand.usualShards, count)
    let file = runs.count == 1 ? paths[0] : out ?? "rows.\(form == .csv ? "csv" : "jsonl")"
    let script = JobScript(command: words, folder: file + ".chunks", file: file, shards: shards)
    try console.print(script.text(for: engine))
    return .yes
  }

  /// Into how many shards a job script deals a sweep unless asked otherwise.
  private static let usualShards = 64

  // MARK: What is run

  /// The scenarios, each with the one design that the first gives.
  private func runs() throws(Failure) -> [SweepRun] {
    let wishes = try session.wishes(parsed.occurrences)
    let (scenarios, failure) = session.read(parsed.positionals, wishes)
    if let failure { throw Failure(failure) }
    let order = try SweepOrderReader(session, scenarios[0]).order()
    for note in order.notes { console.note(note) }
    var runs: [SweepRun] = []
    for scenario in scenarios {
      let model = try session.model(scenario, wishes, varying: order.paths)
      runs.append(
        SweepRun(
          model,
          order,
          tolerance: session.tolerance,
          form: form,
          command: commandLine,
          textHash: session.inputs.hash(of: scenario.file),
          first: runs.first
        )
      )
    }
    return runs
  }

  // MARK: Printing

  private func print(
    _ runs: [SweepRun],
    _ findings: Sweep.Findings,
    _ paths: [String],
    took elapsed: Double?
  ) throws(Failure) {
    let results = runs.indices.map { index in
      SweepFindings(
        run: runs[index],
        summary: findings.summaries[index],
        pair: index > 0 ? findings.pairs[index - 1] : nil,
        match: index > 0 ? CaseMatch(runs[index].part.labels, to: runs[0].part.labels) : nil
      )
    }
    let text =
      switch session.format {
      case .table: table(results, paths)
      case .json: json(results, paths).rendered() + "\n"
      case .csv: csv(results)
      }
    // Where the rows take standard output, what people read goes beside them.
    if paths[0] == "-" {
      if session.format == .table { console.note(text) } else { console.say(text) }
    } else {
      try console.print(text)
      try console.flush()
    }
    guard let elapsed, console.isErrorTerminal else { return }
    let rate = NumberText.short(Double(results[0].summary.samples) / max(elapsed, 1e-9))
    console.note("took \(NumberText.duration(elapsed)), \(rate) samples/s")
  }

  private func table(_ results: [SweepFindings], _ paths: [String]) -> String {
    let width = console.columns
    var text = ""
    for result in results {
      text += SweepText(findings: result, palette: console.palette, width: width).text + "\n"
    }
    for (result, path) in zip(results, paths) where path != "-" {
      text += "\(NumberText.count(result.summary.samples)) rows in \(path)\n"
    }
    return text + "again: \(commandLine)\n"
  }

  private func json(_ results: [SweepFindings], _ paths: [String]) -> JSONValue {
    let order = results[0].run.order
    return .object([
      ("format", 1), ("command", "sweep"), ("again", .string(commandLine)),
      ("program", .string("detente \(Main.version)")), ("sweep", .string(order.name)),
      ("samples", .integer(order.design.count)), ("files", .array(paths.map { .string($0) })),
      ("scenarios", .array(results.map { $0.json })),
    ])
  }

  private func csv(_ results: [SweepFindings]) -> String {
    let decisions = results[0].run.model.scenario.decisions.map { $0.id }
    var table = TextTable(
      (["scenario", "outcome", "share"] + decisions).map { TextTable.Column($0) }
    )
    for result in results {
      let scenario = result.run.model.scenario
      let wording = Wording(scenario)
      for settled in result.settled {
        let options = settled.outcome.map { outcome in
          scenario.decisions.indices.map { wording.option(of: $0, in: outcome) }
        }
        table.add(
          [
            scenario.file, settled.outcome.map { String($0) } ?? "cycle",
            JSONValue.text(of: settled.share),
          ] + (options ?? [])
        )
      }
    }
    return table.csv()
  }

  /// The command that gives the same rows again.
  private var commandLine: String { words.map { shellQuoted($0) }.joined(separator: " ") }

  private var words: [String] {
    var words = ["detente", "sweep"]
    for occurrence in parsed.occurrences where SweepCommand.matters(occurrence.name) {
      words.append(occurrence.name)
      if !occurrence.value.isEmpty { words.append(occurrence.value) }
    }
    if form == .jsonLines, !parsed.has("--rows") { words += ["--rows", "jsonl"] }
    if parsed.positionals.contains(where: { $0.hasPrefix("-") && $0 != "-" }) { words.append("--") }
    words.insert(
      contentsOf: parsed.positionals,
      at: words.last == "--" ? words.count : 2
    )
    return words
  }

  private static func matters(_ option: String) -> Bool {
    ![
      "--jobs", "--out", "--force", "--resume", "--checkpoint", "--progress", "--shard", "--shards",
      "--emit", "--quiet",
      "--color", "--format", "--json",
    ].contains(option)
  }
}

/// A word as a shell reads it back.
func shellQuoted(_ word: String) -> String {
  let isPlain =
    !word.isEmpty
    && word.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_=./,:+".unicodeScalars.contains($0))
    }
  return isPlain
    ? word
    : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
}
