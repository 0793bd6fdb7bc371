import Sweeps
import Synchronization

/// Collects what a sweep writes, and can fail at a given call.
final class Output: Sendable {
  private let text = Mutex<[UInt8]>([])
  private let calls = Mutex(0)
  private let failingCall: Int?

  init(failingCall: Int? = nil) {
    self.failingCall = failingCall
  }

  /// Takes bytes; gives 28 (no space left) at the call that is to fail and after it.
  func write(_ bytes: [UInt8]) -> Int32? {
    let call = calls.withLock { calls -> Int in
      calls += 1
      return calls
    }
    if let failingCall, call >= failingCall { return 28 }
    text.withLock { $0 += bytes }
    return nil
  }

  var bytes: [UInt8] { text.withLock { $0 } }
  var callCount: Int { calls.withLock { $0 } }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The lines, without their breaks.
  var lines: [String] {
    string.split(separator: "\n").map { String($0) }
  }
}

extension Sweep {
  /// Runs a sweep of one game into memory.
  func output(
    threads: Int,
    form: Form = .csv,
    progress: Progress = Progress()
  ) -> (output: Output, summary: SweepSummary, ending: Ending) {
    let output = Output()
    let (findings, ending) = run(threads: threads, form: form, progress: progress) { _, rows in
      output.write(rows)
    }
    return (output, findings.summaries[0], ending)
  }
}

extension Sweep.Ending {
  var isComplete: Bool {
    if case .complete = self { true } else { false }
  }

  var isCancelled: Bool {
    if case .cancelled = self { true } else { false }
  }

  var failure: Int32? {
    if case .failed(let number) = self { number } else { nil }
  }
}
