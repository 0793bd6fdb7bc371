import Dispatch
import Documents
import Presentation
import Sweeps

/// A line on the terminal that says how far a sweep has come, drawn again ten times a second.
final class ProgressLine {
  private let timer: any DispatchSourceTimer
  private let queue = DispatchQueue(label: "progress")
  private let draw: @Sendable () -> Void
  private let console: Console

  /// Begins to draw; nil where nobody would see it.
  init?(_ progress: Sweep.Progress, total: Int, _ console: Console) {
    guard console.isErrorTerminal, !console.isQuiet else { return nil }
    self.console = console
    let start = DispatchTime.now()
    let width = Console.terminalWidth(2) - 1
    draw = {
      let elapsed = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
      var line = ProgressBar.line(done: progress.samples, total: total, elapsed: elapsed)
      while displayWidth(of: line) > width, !line.isEmpty { line.removeLast() }
      _ = writeAll(Array("\r\(line)\u{1B}[K".utf8), to: 2)
    }
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .milliseconds(100), repeating: .milliseconds(100))
    timer.setEventHandler(handler: draw)
    timer.activate()
  }

  /// Draws the last state and leaves the line.
  func end() {
    timer.cancel()
    queue.sync { draw() }
    console.say("\n")
  }
}
