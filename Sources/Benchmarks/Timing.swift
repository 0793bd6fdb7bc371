import Glibc

/// How long something takes, over some runs.
struct Timing {
  /// Seconds by the clock on the wall, ascending.
  private let runs: [Double]
  /// The least processor time of a run, over all threads, in seconds.
  let leastProcessorTime: Double

  init(runs count: Int, _ body: () -> Void) {
    let clock = ContinuousClock()
    var processorTimes: [Double] = []
    runs = (0..<count).map { _ in
      let before = Timing.processorTime()
      let duration = clock.measure(body)
      processorTimes.append(Timing.processorTime() - before)
      return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }.sorted()
    leastProcessorTime = processorTimes.min() ?? 0
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The median, in seconds.
  var median: Double { runs[runs.count / 2] }

  /// The shortest, in seconds.
  var best: Double { runs[0] }

  /// By how much the slowest run took longer than the fastest, as a share of the median.
  var spread: Double { (runs[runs.count - 1] - runs[0]) / median }
}
