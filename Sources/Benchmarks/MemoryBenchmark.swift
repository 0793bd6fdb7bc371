import Negotiation

/// How much memory a sweep takes as samples grow.
struct MemoryBenchmark {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    print("memory: the largest resident set of sweeps with two threads")
    for samples in [20_000, 200_000, 2_000_000] {
      ResidentMemory.forget()
      _ = WideSweep(scenario, samples: samples).run(threads: 2)
      if let peak = ResidentMemory.peak { report("\(samples) samples", peak, "MB") }
    }
  }
}
