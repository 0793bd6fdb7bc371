import Synchronization

extension Sweep {
  /// How far a sweep has come; to be asked, and to be told to stop, by any thread.
  public final class Progress: Sendable {
    private let solved: Atomic<Int>
    private let cancelled = Atomic<Bool>(false)
    private let found = Locked<Findings?>(nil)
    /// How many samples were solved before it began.
    public let earlier: Int

    /// Creates the progress of a sweep that has not begun, or of which so many samples are done.
    public init(earlier: Int = 0) {
      self.earlier = earlier
      solved = Atomic(earlier)
    }

    /// How many samples are solved.
    public var samples: Int { solved.load(ordering: .relaxed) }

    /// What was found in the samples delivered so far; nil before the first.
    public var findings: Findings? {
      get { found.withLock { $0 } }
      set { found.withLock { $0 = newValue } }
    }

    /// Whether the sweep has been told to stop.
    public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Tells the sweep to stop soon; chunks delivered so far stay whole.
    public func cancel() { cancelled.store(true, ordering: .relaxed) }

    /// Counts samples that need not be solved.
    public func skip(_ samples: Int) { solved.add(samples, ordering: .relaxed) }

    /// Counts samples; false when the sweep is to stop.
    func step(_ samples: Int) -> Bool {
      solved.add(samples, ordering: .relaxed)
      return !isCancelled
    }
  }
}
