import Dispatch
import Glibc

/// Ends talks in good order when the system asks for it: what was done is kept after every turn.
final class SeatSignals {
  private let sources: [any DispatchSourceSignal]

  init() {
    sources = [SIGTERM, SIGHUP, SIGUSR1].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        _ = writeAll(
          Array("\ndetente: told to stop; the talks are kept, --resume goes on\n".utf8),
          to: 2
        )
        _exit(ExitCode.resumable.rawValue)
      }
      source.resume()
      return source
    }
  }

  /// Lets signals alone again.
  func cancel() {
    for source in sources { source.cancel() }
  }
}
