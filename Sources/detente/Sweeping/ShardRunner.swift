import Dispatch
import Documents
import Presentation
import Sweeps
import Synchronization

/// Runs one shard of a sweep: its chunks go to a folder, those that are there already are left.
struct ShardRunner {
  let runs: [SweepRun]
  let shard: Shard
  let session: ScenarioSession
  let interruption: Interruption
  private var parsed: ParsedCommand { session.parsed }
  private var console: Console { session.console }

  func run() throws(Failure) -> ExitCode {
    guard let out = parsed.string("--out"), out != "-" else {
      throw Failure(.usage, "--shard writes chunks into a folder: name it with --out FOLDER")
    }
    let sweep = Sweep(runs.map { $0.part }, over: runs[0].order.design)
    let about = runs.map { $0.about }
    let headers = sweep.headers(form: about[0].form)
    let progress = Sweep.Progress()
    interruption.watch(progress)
    let folder = try ChunkFolder.open(out, for: about, headers: headers)
    let total = mine * sweep.chunks.size
    let display = ProgressDisplay(progress, runs[0], parsed, console, total: total)
    let outcome = fill(folder, sweep, progress)
    display.end()
    return try tell(outcome)
  }

  /// How many chunks are of this shard.
  private var mine: Int {
    let chunks = runs[0].about.chunks.count
    return max(0, (chunks - shard.number + shard.count - 1) / shard.count)
  }

  /// What came of a shard.
  private struct Outcome {
    let ending: Sweep.Ending
    var written = 0
    /// How many chunks were there before.
    var earlier = 0
    var failure: Failure?
  }

  /// Solves the chunks that are not there, and writes them.
  private func fill(_ folder: ChunkFolder, _ sweep: Sweep, _ progress: Sweep.Progress) -> Outcome {
    var written = 0
    var failure: Failure?
    let there = Atomic<Int>(0)
    let isForced = parsed.has("--force")
    let ending = sweep.run(
      Sweep.Part(first: shard.number, step: shard.count),
      threads: parsed.integer("--jobs") ?? processorCount(),
      form: runs[0].about.form,
      progress: progress,
      isDone: { number in
        guard !isForced, folder.look(at: number).isWhole else { return false }
        there.add(1, ordering: .relaxed)
        progress.skip(folder.chunks.samples(of: number).count)
        return true
      },
      deliver: { number, chunk in
        do throws(Failure) {
          try folder.write(number, chunk)
          written += 1
          return nil
        } catch {
          failure = error
          return 0
        }
      }
    )
    let earlier = there.load(ordering: .relaxed)
    return Outcome(ending: ending, written: written, earlier: earlier, failure: failure)
  }

  /// Says what came of it.
  private func tell(_ outcome: Outcome) throws(Failure) -> ExitCode {
    let counts =
      "\(NumberText.count(outcome.written)) chunks written, "
      + "\(NumberText.count(outcome.earlier)) already there"
    switch outcome.ending {
    case .failed:
      throw outcome.failure ?? Failure(.inputOutput, "cannot write chunks")
    case .cancelled:
      console.say(
        "detente sweep: stopped; \(counts), of \(NumberText.count(mine)) of this shard; "
          + "the same command goes on\n"
      )
      return interruption.exitCode ?? .partial
    case .complete:
      console.note(counts)
      return .yes
    }
  }
}
