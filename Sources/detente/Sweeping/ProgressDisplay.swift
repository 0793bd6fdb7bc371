import Dispatch
import Documents
import Glibc
import Negotiation
import Presentation
import Sweeps

/// Says once a second on standard error how far a sweep has come: a line that is drawn again on a terminal,
/// or a JSON object for programs.
final class ProgressDisplay {
  private var timer: (any DispatchSourceTimer)?
  private let queue = DispatchQueue(label: "progress")
  private let draw: @Sendable () -> Void
  private let ending: String

  /// How many outcomes are named.
  private static let named = 3

  /// Begins to say so, as `--progress` wishes; `total` is how many samples there are to do.
  init(
    _ progress: Sweep.Progress,
    _ run: SweepRun,
    _ parsed: ParsedCommand,
    _ console: Console,
    total: Int? = nil
  ) {
    let isWanted = console.isErrorTerminal && !console.isQuiet
    let wish = parsed.string("--progress") ?? (isWanted ? "bar" : "none")
    let source = Source(
      progress: progress,
      total: total ?? run.order.design.count,
      start: DispatchTime.now(),
      scenario: run.model.scenario
    )
    switch wish {
    case "json":
      draw = { _ = writeAll(Array((source.json.rendered(isPretty: false) + "\n").utf8), to: 2) }
      ending = ""
    // A line that is drawn again and again is of no use in a file.
    case "bar" where console.isErrorTerminal:
      draw = {
        let width = Console.terminalWidth(2) - 1
        _ = writeAll(Array("\r\(source.line(width: width))\u{1B}[K".utf8), to: 2)
      }
      ending = "\n"
    default:
      draw = {}
      ending = ""
      return
    }
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1))
    timer.setEventHandler(handler: draw)
    timer.activate()
    self.timer = timer
  }

  /// Says the last state.
  func end() {
    guard let timer else { return }
    timer.cancel()
    queue.sync { draw() }
    _ = writeAll(Array(ending.utf8), to: 2)
  }

  /// What is to be said.
  private struct Source: Sendable {
    let progress: Sweep.Progress
    let total: Int
    let start: DispatchTime
    let scenario: Scenario

    private var elapsed: Double {
      Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    }

    /// Where play settles most often so far, with the share of the samples.
    private var shares: [(outcome: Int, share: Double)] {
      guard let summary = progress.findings?.summaries.first, summary.samples > 0 else { return [] }
      return summary.settled.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        ($0.key, Double($0.value) / Double(summary.samples))
      }
    }

    func line(width: Int) -> String {
      var line = ProgressBar.line(
        done: progress.samples,
        earlier: progress.earlier,
        total: total,
        elapsed: elapsed
      )
      let shares = shares.prefix(ProgressDisplay.named)
      let wording = Wording(scenario)
      let varying = scenario.decisions.indices.filter { decision in
        Set(shares.map { wording.option(of: decision, in: $0.outcome) }).count > 1
      }
      for (outcome, share) in shares {
        let options = varying.map { wording.option(of: $0, in: outcome) }.joined(separator: "+")
        let name = options.isEmpty ? "outcome \(outcome)" : options
        let next = "  \(NumberText.fixed(share * 100, places: 0)) % \(name)"
        if displayWidth(of: line + next) > width { break }
        line += next
      }
      while displayWidth(of: line) > width, !line.isEmpty { line.removeLast() }
      return line
    }

    var json: JSONValue {
      let done = progress.samples
      let rate = elapsed > 0 ? Double(done - progress.earlier) / elapsed : 0
      let summary = progress.findings?.summaries.first
      return .object([
        ("samples", .integer(done)), ("total", .integer(total)),
        ("earlier", .integer(progress.earlier)), ("seconds", .number(elapsed)),
        ("samplesPerSecond", .number(rate)),
        ("secondsLeft", rate > 0 ? .number(Double(total - done) / rate) : .null),
        (
          "settled",
          .object(shares.prefix(20).map { (String($0.outcome), .number($0.share)) })
        ),
        (
          "cycles",
          summary.map { .number(Double($0.cycles) / Double(max(1, $0.samples))) } ?? .null
        ),
      ])
    }
  }
}
