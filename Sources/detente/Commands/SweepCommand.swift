import Dispatch
import Documents
import GameTheory
import Glibc
import Negotiation
import Presentation
import Sweeps

/// `detente sweep`: the scenario solved for many values of its numbers, in parallel.
struct SweepCommand {
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
    let runs = try runs()
    let progress = Sweep.Progress()
    let interruption = Interruption(progress)
    defer { interruption.end() }
    var paths: [String] = []
    for path in try rowPaths(runs) { paths.append(try RowFile.target(of: path)) }
    if let known = try known(runs, paths) {
      for path in paths { console.note("\(path) holds the rows of this run already; it is reused") }
      try print(runs, known, paths, took: nil)
      return .yes
    }
    var files: [RowFile] = []
    for path in paths {
      files.append(
        try RowFile(path, sparing: session.inputs, isForced: parsed.has("--force"), form)
      )
    }
    return try sweep(runs, files, progress, interruption)
  }

  // MARK: What is run

  /// The scenarios, each with the one design that the first gives.
  private func runs() throws(Failure) -> [SweepRun] {
    let wishes = try session.wishes(parsed.occurrences)
    let (scenarios, failure) = session.read(parsed.positionals, wishes)
    if let failure { throw Failure(failure) }
    let order = try SweepOrderReader(parsed, scenarios[0]).order()
    var runs: [SweepRun] = []
    for scenario in scenarios {
      let model = try session.model(scenario, wishes, varying: order.paths)
      runs.append(SweepRun(model, order, tolerance: session.tolerance, form: form))
    }
    return runs
  }

  // MARK: Files

  /// Where the rows of each scenario go.
  private func rowPaths(_ runs: [SweepRun]) throws(Failure) -> [String] {
    let ending = form == .csv ? "csv" : "jsonl"
    let names = runs.map { run in
      let file = run.model.scenario.file.split(separator: "/").last.map(String.init) ?? ""
      let stem =
        run.model.scenario.file == "-"
        ? "scenario" : file.hasSuffix(".json5") ? String(file.dropLast(".json5".count)) : file
      return "\(stem)-\(run.order.name)"
    }
    if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw Failure(
        .usage,
        "two scenarios would write to \(names[twice]).\(ending); run them apart, with --out"
      )
    }
    guard let out = parsed.string("--out") else { return names.map { "\($0).\(ending)" } }
    if runs.count == 1 { return [out] }
    if out == "-" {
      throw Failure(.usage, "--out - takes one scenario; several write to a file each")
    }
    let file = out.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else {
      return names.map { "\(out)-\($0)" }
    }
    return names.map { "\(out[..<dot])-\($0)\(out[dot...])" }
  }

  /// What the files that are already there hold, if they are of these very runs.
  private func known(
    _ runs: [SweepRun],
    _ paths: [String]
  ) throws(Failure) -> Sweep.Findings? {
    guard !parsed.has("--force") else { return nil }
    var summaries: [SweepSummary] = []
    var pairs: [PairSummary] = []
    var others: [String] = []
    for (index, path) in paths.enumerated() {
      var status = stat()
      guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      switch record(runs, index).compare(with: path) {
      case .same(let summary, let pair):
        summaries.append(summary)
        if let pair { pairs.append(pair) }
      case .other(let reason):
        others.append("'\(path)' exists, and \(reason)")
      }
    }
    guard others.isEmpty else {
      throw Failure(
        .cannotCreate,
        others.joined(separator: "\n") + "; --force replaces it, --out writes elsewhere"
      )
    }
    return summaries.count == runs.count ? Sweep.Findings(summaries: summaries, pairs: pairs) : nil
  }

  private func record(_ runs: [SweepRun], _ index: Int) -> SweepRecord {
    SweepRecord(run: runs[index], first: index > 0 ? runs[0] : nil, command: commandLine)
  }

  // MARK: Running

  private func sweep(
    _ runs: [SweepRun],
    _ files: [RowFile],
    _ progress: Sweep.Progress,
    _ interruption: Interruption
  ) throws(Failure) -> ExitCode {
    let total = runs[0].order.design.count
    let line = ProgressLine(progress, total: total, console)
    let start = DispatchTime.now()
    let (findings, ending) = Sweep(runs.map { $0.part }, over: runs[0].order.design).run(
      threads: parsed.integer("--jobs") ?? processorCount(),
      form: form,
      progress: progress,
      write: { files[$0].write($1) }
    )
    line?.end()
    let elapsed = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    let done = findings.summaries[0].samples
    switch ending {
    case .failed(EPIPE) where files[0].path == "-":
      return .yes
    case .failed(let number):
      let kept = files.filter { $0.isKept }.map { $0.partPath }
      throw Failure(
        .inputOutput,
        "cannot write rows: \(systemText(number))"
          + (kept.isEmpty
            ? ""
            : "; \(NumberText.count(done)) of \(NumberText.count(total)) samples are whole in "
              + kept.joined(separator: ", "))
      )
    case .cancelled:
      for file in files { _ = file.sync() }
      let place = files[0].isKept ? " in " + files.map { $0.partPath }.joined(separator: ", ") : ""
      console.say(
        "detente sweep: stopped after \(NumberText.count(done)) of \(NumberText.count(total)) "
          + "samples; their rows are whole\(place)\n"
      )
      return interruption.exitCode ?? .partial
    case .complete:
      for (index, file) in files.enumerated() where file.isKept {
        let record = record(runs, index)
        let json = record.json(
          bytes: file.bytes,
          checksum: file.checksum,
          summary: findings.summaries[index],
          pair: index > 0 ? findings.pairs[index - 1] : nil
        )
        try record.write(json, for: file.path)
        try file.finish()
      }
      try print(runs, findings, files.map { $0.path }, took: elapsed)
      return .yes
    }
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
    let isTable = session.format == .table
    var text = ""
    switch session.format {
    case .table:
      for result in results {
        text +=
          SweepText(findings: result, palette: console.palette, width: console.width ?? 100).text
        text += "\n"
      }
      for (result, path) in zip(results, paths) where path != "-" {
        text += "\(NumberText.count(result.summary.samples)) rows in \(path)\n"
      }
      text += "again: \(commandLine)\n"
    case .json:
      text =
        JSONValue.object([
          ("format", 1), ("command", "sweep"), ("again", .string(commandLine)),
          ("program", .string("detente \(Main.version)")),
          ("sweep", .string(runs[0].order.name)), ("samples", .integer(runs[0].order.design.count)),
          ("files", .array(paths.map { .string($0) })),
          ("scenarios", .array(results.map { $0.json })),
        ]).rendered() + "\n"
    case .csv: text = csv(results)
    }
    // Where the rows take standard output, what people read goes beside them.
    if paths[0] == "-" {
      if isTable { console.note(text) } else { console.say(text) }
    } else {
      try console.print(text)
      try console.flush()
    }
    guard let elapsed, console.isErrorTerminal else { return }
    let rate = NumberText.short(Double(results[0].summary.samples) / max(elapsed, 1e-9))
    console.note("took \(NumberText.duration(elapsed)), \(rate) samples/s")
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
  private var commandLine: String {
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
    return words.map { shellQuoted($0) }.joined(separator: " ")
  }

  private static func matters(_ option: String) -> Bool {
    !["--jobs", "--out", "--force", "--quiet", "--color", "--format", "--json"].contains(option)
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
