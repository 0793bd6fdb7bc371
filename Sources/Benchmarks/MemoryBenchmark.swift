import Glibc
import Negotiation

/// How much memory a sweep takes as samples grow: the largest resident set so far.
struct MemoryBenchmark {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    print("memory: the largest resident set after sweeps with two threads")
    for samples in [20_000, 200_000, 2_000_000] {
      _ = WideSweep(scenario, samples: samples).run(threads: 2)
      report("\(samples) samples", peak, "MB")
    }
  }

  /// In megabytes.
  private var peak: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
