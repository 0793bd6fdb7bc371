import Dispatch
import Glibc
import Sweeps
import Synchronization

/// Stops a sweep when the program is asked to end: Ctrl-C, or a system that wants its processor back.
///
/// The first signal lets the samples at hand finish, the second ends the program at once.
final class Interruption {
  private let state = State()
  private var sources: [any DispatchSourceSignal] = []

  /// Which signal came first.
  private final class State: Sendable {
    private let first = Atomic<Int32>(0)
    private let watched = Mutex<Sweep.Progress?>(nil)

    var number: Int32 { first.load(ordering: .relaxed) }

    /// Notes a signal; false when there was one before.
    func note(_ number: Int32) -> Bool {
      let isFirst =
        first.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged
      watched.withLock { $0?.cancel() }
      return isFirst
    }

    func watch(_ progress: Sweep.Progress) {
      watched.withLock { $0 = progress }
      if number != 0 { progress.cancel() }
    }
  }

  private static let signals = [SIGINT, SIGTERM, SIGUSR1, SIGHUP]

  /// Takes signals from now on, for a sweep that is still to come.
  init() {
    let queue = DispatchQueue(label: "signals")
    for number in Interruption.signals {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [state] in
        if !state.note(number) { _exit(Interruption.code(number).rawValue) }
      }
      source.activate()
      sources.append(source)
    }
  }

  /// Takes signals for a sweep.
  convenience init(_ progress: Sweep.Progress) {
    self.init()
    watch(progress)
  }

  /// Stops the sweep when a signal comes, or has come.
  func watch(_ progress: Sweep.Progress) { state.watch(progress) }

  /// How the program ends if it was asked to; nil if it was not.
  var exitCode: ExitCode? { state.number == 0 ? nil : Interruption.code(state.number) }

  private static func code(_ number: Int32) -> ExitCode {
    number == SIGINT ? .interrupted : .resumable
  }

  /// Gives signals back their usual effect.
  func end() {
    for source in sources { source.cancel() }
    sources = []
    for number in Interruption.signals { signal(number, SIG_DFL) }
  }
}
