import Dispatch
import Documents
import Glibc
import Presentation
import Sweeps

/// Runs a sweep into its files of rows, from the start or from where an earlier run was secured.
struct SweepRunner {
  /// How a run ended.
  enum Ending {
    /// All rows are there.
    case complete(Sweep.Findings, took: Double)
    /// It ends here, for a reason that has been said.
    case stopped(ExitCode)
  }

  let runs: [SweepRun]
  let paths: [String]
  let session: ScenarioSession
  let interruption: Interruption
  private var parsed: ParsedCommand { session.parsed }
  private var console: Console { session.console }
  private var about: [RunDescription] { runs.map { $0.about } }
  private var sweep: Sweep { Sweep(runs.map { $0.part }, over: runs[0].order.design) }
  private var form: Sweep.Form { about[0].form }

  /// What finished files of the same run hold; nil where they are not there or not wanted.
  func finished() throws(Failure) -> Sweep.Findings? {
    guard !parsed.has("--force"), let known = try FinishedRows.findings(about, paths) else {
      return nil
    }
    Checkpoint.remove(for: paths[0])
    return known
  }

  /// Runs.
  func run() throws(Failure) -> Ending {
    interruption.hold()
    var files: [RowFile] = []
    for path in paths {
      files.append(
        try RowFile(path, sparing: session.inputs, isForced: parsed.has("--force"), form)
      )
    }
    let start = DispatchTime.now()
    let (first, earlier) = try open(files)
    let progress = Sweep.Progress(earlier: earlier.summaries[0].samples)
    interruption.watch(progress)
    let display = ProgressDisplay(progress, runs[0], parsed, console)
    var writer = RowWriter(
      about,
      files,
      earlier,
      interval: parsed.string("--checkpoint").flatMap { Double($0) } ?? 1
    )
    let ending = sweep.run(
      Sweep.Part(first: first),
      threads: parsed.integer("--jobs") ?? processorCount(),
      form: form,
      progress: progress
    ) { _, chunk in
      let failure = writer.write(chunk.rows, chunk.checksums, chunk.findings)
      progress.findings = writer.findings
      return failure
    }
    display.end()
    let elapsed = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    switch ending {
    case .failed(EPIPE) where paths[0] == "-": return .stopped(.yes)
    case .failed(let number): throw failure(number, &writer, files)
    case .cancelled: return .stopped(stop(&writer, files))
    case .complete:
      try writer.finish()
      return .complete(writer.findings, took: elapsed)
    }
  }

  // MARK: Where to begin

  /// Opens the files for the first chunk that is not in them, and tells what was found before it.
  private func open(_ files: [RowFile]) throws(Failure) -> (chunk: Int, earlier: Sweep.Findings) {
    if files[0].isKept, !parsed.has("--force"), let checkpoint = Checkpoint(for: paths[0]) {
      return try goOn(files, checkpoint)
    }
    for (file, header) in zip(files, sweep.headers(form: form)) {
      if let failure = file.begin(header) {
        throw Failure(.inputOutput, "cannot write '\(file.path)': \(systemText(failure))")
      }
    }
    if files[0].isKept { Checkpoint.remove(for: paths[0]) }
    return (0, sweep.noFindings)
  }

  private func goOn(
    _ files: [RowFile],
    _ checkpoint: Checkpoint
  ) throws(Failure) -> (chunk: Int, earlier: Sweep.Findings) {
    let part = files[0].partPath
    if let difference = checkpoint.difference(from: about) {
      throw Failure(
        .cannotCreate,
        "'\(part)' is an unfinished run, and \(difference); --force starts anew, "
          + "--out writes elsewhere"
      )
    }
    guard let findings = checkpoint.findings, let extents = checkpoint.extents else {
      throw Failure(.badData, "'\(Checkpoint.path(for: paths[0]))' is damaged; --force starts anew")
    }
    let done = NumberText.count(findings.summaries[0].samples)
    let total = NumberText.count(runs[0].order.design.count)
    guard parsed.has("--resume") else {
      throw Failure(
        .cannotCreate,
        "'\(part)' is this run, stopped after \(done) of \(total) samples; "
          + "--resume goes on with it, --force starts anew"
      )
    }
    let chunk = extents[0].extents.count - 1
    try verify(files, extents, isAtEnd: chunk == sweep.chunks.count)
    console.note("goes on after \(done) of \(total) samples")
    return (chunk, findings)
  }

  /// Holds the files against what was secured in them, and puts each where it goes on.
  private func verify(
    _ files: [RowFile],
    _ extents: [RowExtents.Noted],
    isAtEnd: Bool
  ) throws(Failure) {
    // Nothing is written for now, and much may have to be read.
    interruption.release()
    for (index, file) in files.enumerated() {
      if file.goOn(sweep.headers(form: form)[index], after: extents[index]) { continue }
      guard isAtEnd, case .same = SweepRecord.compare(file.path, with: about[index]) else {
        throw Failure(
          .badData,
          "'\(file.partPath)' does not hold what was secured in it; --force starts anew"
        )
      }
      file.leave()
    }
  }

  // MARK: Early ends

  private func failure(_ number: Int32, _ writer: inout RowWriter, _ files: [RowFile]) -> Failure {
    let kept = files.filter { $0.isKept }.map { $0.partPath }
    guard !kept.isEmpty else {
      return Failure(.inputOutput, "cannot write rows: \(systemText(number))")
    }
    _ = try? writer.secure()
    let total = NumberText.count(runs[0].order.design.count)
    return Failure(
      .inputOutput,
      "cannot write rows: \(systemText(number)); \(NumberText.count(writer.securedSamples)) of \(total) "
        + "samples are whole in \(kept.joined(separator: ", ")); make room, then --resume goes on"
    )
  }

  private func stop(
    _ writer: inout RowWriter,
    _ files: [RowFile]
  ) -> ExitCode {
    if writer.samples == 0, files.allSatisfy({ $0.isKept }) {
      for file in files { file.discard() }
      Checkpoint.remove(for: paths[0])
      console.say("detente sweep: stopped before the first row; nothing is written\n")
      return interruption.exitCode ?? .partial
    }
    let isSecure = (try? writer.secure()) != nil
    let kept = files.filter { $0.isKept }.map { $0.partPath }
    let place = kept.isEmpty ? "" : " in " + kept.joined(separator: ", ")
    let hint = kept.isEmpty || !isSecure ? "" : "; --resume goes on"
    let total = NumberText.count(runs[0].order.design.count)
    console.say(
      "detente sweep: stopped after \(NumberText.count(writer.samples)) of \(total) "
        + "samples; their rows are whole\(place)\(hint)\n"
    )
    return interruption.exitCode ?? .partial
  }
}
