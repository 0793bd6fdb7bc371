internal import Dispatch
internal import Synchronization

/// The values of a function at 0, 1, 2, ..., worked out by several threads.
public enum ParallelMap {
  /// How many values a thread works out before it asks for more.
  private static let batch = 8

  /// The values in order, whoever worked them out: the same at any number of threads.
  ///
  /// - Parameters:
  ///   - count: how many values, 0 or more.
  ///   - threads: how many threads, at least 1.
  ///   - value: what is worked out; it hangs on the number only.
  /// - Returns: the values at 0 to `count` - 1.
  public static func values<Value: Sendable>(
    count: Int,
    threads: Int,
    _ value: @Sendable (Int) -> Value
  ) -> [Value] {
    let batches = (count + batch - 1) / batch
    let next = Atomic<Int>(0)
    let parts = Locked<[[Value]]>([[Value]](repeating: [], count: batches))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, batches))) { _ in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < batches else { return }
        let part = (number * batch..<min(count, (number + 1) * batch)).map { value($0) }
        parts.withLock { $0[number] = part }
      }
    }
    return parts.withLock { $0.flatMap { $0 } }
  }
}
