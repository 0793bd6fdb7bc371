internal import Dispatch

/// A line of chunks: threads take their numbers in order and put in what they solved, one thread takes
/// that out in order.
///
/// Nobody takes a number far ahead of what is taken out, so that little waits in between.
final class ChunkLine: Sendable {
  private struct State {
    /// The number to be handed out next.
    var next: Int
    /// The number to be taken out next.
    var head: Int
    /// What was put in and not yet taken out; nil for a chunk that needed no solving.
    var solved: [Int: Chunk?] = [:]
    /// How many threads are at work.
    var threads: Int
    var isEnded = false
  }

  private let state: Locked<State>
  private let step: Int
  private let end: Int
  /// Counts the numbers that may be handed out.
  private let room: DispatchSemaphore
  /// Counts what was put in, and the threads that have ended.
  private let news = DispatchSemaphore(value: 0)
  private let group = DispatchGroup()
  private let threads: Int

  /// How many chunks for each thread may wait or be in work.
  private static let depth = 2

  init(_ part: Sweep.Part, end: Int, threads: Int) {
    self.threads = threads
    self.end = end
    step = part.step
    state = Locked(State(next: part.first, head: part.first, threads: threads))
    // A semaphore must not end with a lower count than it began with: it is raised here.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<(threads * ChunkLine.depth) { room.signal() }
  }

  /// Starts the threads.
  func start(_ work: @escaping @Sendable (ChunkLine) -> Void) {
    for _ in 0..<threads {
      DispatchQueue.global().async(group: group) { [self] in
        work(self)
        state.withLock { $0.threads -= 1 }
        // One that waits for room is woken, to see whether it is over for it too.
        room.signal()
        news.signal()
      }
    }
  }

  /// The number of the next chunk to solve; nil when there is none.
  func next() -> Int? {
    room.wait()
    return state.withLock { state in
      guard !state.isEnded, state.next < end else { return nil }
      defer { state.next += step }
      return state.next
    }
  }

  /// Puts in a solved chunk; nil where it needed no solving.
  func put(_ number: Int, _ chunk: Chunk?) {
    state.withLock { $0.solved[number] = .some(chunk) }
    news.signal()
  }

  /// Waits for the next chunk in order; nil when there is none or it will never come.
  func take() -> (number: Int, chunk: Chunk?)? {
    while true {
      let (taken, isOver) = state.withLock { state -> ((Int, Chunk?)?, Bool) in
        guard let chunk = state.solved.removeValue(forKey: state.head) else {
          return (nil, state.head >= end || state.threads == 0)
        }
        defer { state.head += step }
        return ((state.head, chunk), false)
      }
      if let taken {
        room.signal()
        return taken
      }
      if isOver { return nil }
      news.wait()
    }
  }

  /// Whether everything has been taken out.
  var isDelivered: Bool { state.withLock { $0.head >= end } }

  /// Lets the threads end and waits for them.
  func finish() {
    state.withLock { $0.isEnded = true }
    for _ in 0..<threads { room.signal() }
    group.wait()
  }
}
