/// How long something takes: the median of some runs, with their spread.
struct Timing {
  /// Seconds, ascending.
  private let runs: [Double]

  init(runs count: Int, _ body: () -> Void) {
    let clock = ContinuousClock()
    runs = (0..<count).map { _ in
      let duration = clock.measure(body)
      return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }.sorted()
  }

  /// The median, in seconds.
  var median: Double { runs[runs.count / 2] }

  /// By how much the slowest run took longer than the fastest, as a share of the median.
  var spread: Double { (runs[runs.count - 1] - runs[0]) / median }
}
