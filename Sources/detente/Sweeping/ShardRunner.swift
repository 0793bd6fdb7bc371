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
    let form = about[0].form
    let folder = try ChunkFolder.open(out, for: about, headers: sweep.headers(form: form))
    let chunks = sweep.chunks
    let mine = (chunks.count - shard.number + shard.count - 1) / shard.count
    let progress = Sweep.Progress()
    interruption.watch(progress)
    let display = ProgressDisplay(progress, runs[0], parsed, console, total: mine * chunks.size)
    var written = 0
    var failure: Failure?
    let there = Atomic<Int>(0)
    let isForced = parsed.has("--force")
    let ending = sweep.run(
      Sweep.Part(first: shard.number, step: shard.count),
      threads: parsed.integer("--jobs") ?? processorCount(),
      form: form,
      progress: progress,
      isDone: { number in
        guard !isForced, folder.look(at: number).isWhole else { return false }
        there.add(1, ordering: .relaxed)
        progress.skip(chunks.samples(of: number).count)
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
    display.end()
    let earlier = there.load(ordering: .relaxed)
    let counts =
      "\(NumberText.count(written)) chunks written, \(NumberText.count(earlier)) already there"
    switch ending {
    case .failed:
      throw failure ?? Failure(.inputOutput, "cannot write chunks")
    case .cancelled:
      console.say(
        "detente sweep: stopped; \(counts), of \(NumberText.count(max(0, mine))) of this shard; "
          + "the same command goes on\n"
      )
      return interruption.exitCode ?? .partial
    case .complete:
      console.note(counts)
      return .yes
    }
  }
}
