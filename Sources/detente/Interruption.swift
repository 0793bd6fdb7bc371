import Dispatch
import Glibc
import Sweeps

/// Stops a sweep when the program is asked to end: Ctrl-C, or a system that wants its processor back.
///
/// While nothing has been written the first signal ends the program at once; from ``hold()`` on it lets the
/// samples at hand finish, and the second ends the program.
final class Interruption {
  private let state = State()
  private var sources: [any DispatchSourceSignal] = []

  /// Which signal came first, and what is to be done about it.
  private final class State: @unchecked Sendable {
    // Unchecked: what changes is touched on the queue alone.
    let queue = DispatchQueue(label: "signals")
    private var first: Int32 = 0
    private var isHeld = false
    private var watched: Sweep.Progress?

    var number: Int32 { queue.sync { first } }

    /// Notes a signal; called on the queue.
    func note(_ number: Int32) {
      let isFirst = first == 0
      if isFirst { first = number }
      if !isHeld { leave() }
      if !isFirst { _exit(Interruption.code(number).rawValue) }
      watched?.cancel()
    }

    func hold(_ progress: Sweep.Progress?) {
      queue.sync {
        isHeld = true
        watched = progress
        if first != 0 { progress?.cancel() }
      }
    }

    func release() {
      queue.sync {
        isHeld = false
        if first != 0 { leave() }
      }
    }

    private func leave() -> Never {
      _ = writeAll(Array("detente: stopped before anything was written\n".utf8), to: 2)
      _exit(Interruption.code(first).rawValue)
    }
  }

  private static let signals = [SIGINT, SIGTERM, SIGUSR1, SIGHUP]

  /// Takes signals from now on, for a sweep that is still to come.
  init() {
    for number in Interruption.signals {
      let before = signal(number, SIG_IGN)
      // What was started so as to outlive its terminal, as by nohup, does.
      if number == SIGHUP, Interruption.isIgnored(before) { continue }
      let source = DispatchSource.makeSignalSource(signal: number, queue: state.queue)
      source.setEventHandler { [state] in state.note(number) }
      source.activate()
      sources.append(source)
    }
  }

  /// Lets signals wait from now on: files are being made.
  func hold() { state.hold(nil) }

  /// Lets the next signal, or one that has come, end the program at once again.
  func release() { state.release() }

  /// Stops the sweep when a signal comes, or has come.
  func watch(_ progress: Sweep.Progress) { state.hold(progress) }

  /// How the program ends if it was asked to; nil if it was not.
  var exitCode: ExitCode? {
    let number = state.number
    return number == 0 ? nil : Interruption.code(number)
  }

  private static func code(_ number: Int32) -> ExitCode {
    number == SIGINT ? .interrupted : .resumable
  }

  private static func isIgnored(_ handler: __sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Gives signals back their usual effect.
  func end() {
    for source in sources {
      source.cancel()
      signal(Int32(source.handle), SIG_DFL)
    }
    sources = []
  }
}
