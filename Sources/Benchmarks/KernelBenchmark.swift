import Conformance
import GameTheory
import Glibc

/// All pure equilibria of an instance at many points: the innermost work of a sweep, without rows.
struct KernelBenchmark {
  private let instance: KernelInstance
  private let peak: MachinePeak
  private let folded: FoldedGame

  init(_ instance: KernelInstance, _ peak: MachinePeak) {
    self.instance = instance
    self.peak = peak
    folded = FoldedGame(
      instance.game,
      settings: [FoldedGame.Setting](repeating: .varying(0...1), count: KernelInstance.parameters)
    )
  }

  /// Measures; at up to a million points, or up to a hundred million.
  func run(isLong: Bool) {
    print(
      "kernel: all pure equilibria of the \(instance.name) instance at Sobol' points, "
        + "rows by \(RowEvaluation.fastest)"
    )
    report("rows", Double(folded.rowCount), "whose sign is open")
    report("candidates", Double(folded.candidateCount), "of 243 profiles")
    for samples in [100_000, 1_000_000] {
      measure(samples, points: KernelRun.points(samples), runs: 5, "points in memory")
    }
    for samples in isLong ? [10_000_000, 100_000_000] : [] {
      measure(samples, points: [], runs: 1, "points made on the way")
    }
  }

  /// Solves with one and two threads, compares the answers and prints the rates.
  private func measure(_ samples: Int, points: [Double], runs: Int, _ remark: String) {
    var answers: [KernelAnswers] = []
    var rates: [Double] = []
    for threads in [1, 2] {
      var found = KernelAnswers()
      var products: UInt64 = 0
      var run = KernelRun(folded, points: points, samples: samples, threads: threads)
      if threads == 1 {
        let preparation = Timing(runs: 3) {
          run = KernelRun(folded, points: points, samples: samples, threads: threads)
        }
        report("\(samples), preparation", preparation.best * 1000, "ms, once for all samples")
      }
      let timing = Timing(runs: runs) { (found, products) = run.solve() }
      answers.append(found)
      rates.append(Double(samples) / timing.best)
      let perCore = Double(samples) / timing.leastProcessorTime
      let share = 2 * Double(products) / timing.leastProcessorTime / peak.separate
      report(
        "\(samples), \(threads) thread\(threads == 1 ? "" : "s")",
        rates[rates.count - 1],
        "samples/s (\(remark), best of \(runs)), \(Int(perCore)) per CPU second; "
          + "\(2 * Int(products) / samples) flop a sample, \(percent(share)) of the peak"
      )
    }
    report("two threads to one", rates[1] / rates[0], "times as fast")
    let isRight =
      answers[0] == answers[1] && (samples != 100_000 || answers[0] == instance.expected)
    print("  count, histogram and checksum are \(isRight ? "right" : "WRONG: \(answers)")")
    if !isRight { exit(1) }
  }
}
