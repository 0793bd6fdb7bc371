internal import Dispatch
internal import Synchronization

/// Work on the numbers from 0 by several threads, with the same result at any number of them.
public enum Parallel {
  /// How many numbers a thread takes before it asks for more.
  private static let batch = 8

  /// The values of a function in order, whoever worked them out.
  ///
  /// - Parameters:
  ///   - count: how many values, 0 or more.
  ///   - threads: how many threads, at least 1.
  ///   - value: what is worked out; it hangs on the number only.
  /// - Returns: the values at 0 to `count` - 1.
  public static func map<Value: Sendable>(
    count: Int,
    threads: Int,
    _ value: @Sendable (Int) -> Value
  ) -> [Value] {
    let parts = fold(
      count: count,
      threads: threads,
      [(number: Int, value: Value)](),
      { $0.append(($1, value($1))) },
      { $0 += $1 }
    )
    var values = [Value?](repeating: nil, count: count)
    for (number, value) in parts { values[number] = value }
    return values.compactMap { $0 }
  }

  /// What the numbers add up to, each of them added once, to the sum of whichever thread takes it.
  ///
  /// - Parameters:
  ///   - count: how many numbers, 0 or more.
  ///   - threads: how many threads, at least 1.
  ///   - empty: the sum of none.
  ///   - add: adds a number to a sum; the order in which numbers come must not matter.
  ///   - merge: adds one sum to another; nor may the order of these.
  /// - Returns: the sum of 0 to `count` - 1.
  public static func fold<Sum: Sendable>(
    count: Int,
    threads: Int,
    _ empty: Sum,
    _ add: @Sendable (inout Sum, Int) -> Void,
    _ merge: @Sendable (inout Sum, Sum) -> Void
  ) -> Sum {
    let batches = (count + batch - 1) / batch
    let next = Atomic<Int>(0)
    let total = Locked(empty)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, batches))) { _ in
      var sum = empty
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < batches else { break }
        for member in number * batch..<min(count, (number + 1) * batch) { add(&sum, member) }
      }
      let finished = sum
      total.withLock { merge(&$0, finished) }
    }
    return total.withLock { $0 }
  }
}
