internal import Dispatch

/// A value that one thread at a time has.
///
/// A serial queue guards it rather than a mutex: a mutex that is contended is handed over by the kernel,
/// where thread sanitizer cannot see it; queues it follows. Asked a few times for each chunk at most.
public final class Locked<Value>: @unchecked Sendable {
  // Unchecked: the value is touched within the queue alone.
  private let queue = DispatchQueue(label: "locked")
  private var value: Value

  /// Creates the value.
  public init(_ value: sending Value) {
    self.value = value
  }

  /// Reads or changes the value, one thread at a time.
  public func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    queue.sync { body(&value) }
  }
}
