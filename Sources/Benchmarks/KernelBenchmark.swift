import Dispatch
import GameTheory
import Glibc
import Sweeps
import Synchronization

/// All pure equilibria of an instance at many points: the innermost work of a sweep, without rows.
struct KernelBenchmark {
  private let instance: KernelInstance

  init(_ instance: KernelInstance) {
    self.instance = instance
  }

  func run() {
    print("kernel: all pure equilibria of the \(instance.name) instance at Sobol' points")
    let folded = FoldedGame(
      instance.game,
      settings: [FoldedGame.Setting](
        repeating: .varying(0...1),
        count: KernelInstance.parameters
      )
    )
    report("rows", Double(folded.rowCount), "whose sign is open")
    report("candidates", Double(folded.candidateCount), "of 243 profiles")
    for samples in [100_000, 1_000_000] {
      let points = KernelBenchmark.points(samples)
      var answers: [KernelInstance.Answers] = []
      var rates: [Double] = []
      for threads in [1, 2] {
        var found = KernelInstance.Answers()
        let timing = Timing(runs: 3) {
          found = KernelBenchmark.solve(folded, points, samples, threads: threads)
        }
        answers.append(found)
        rates.append(Double(samples) / timing.median)
        report(
          "\(samples), \(threads) thread\(threads == 1 ? "" : "s")",
          rates[rates.count - 1],
          "samples/s (spread \(percent(timing.spread)))"
        )
      }
      report("two threads to one", rates[1] / rates[0], "times as fast")
      let isRight =
        answers[0] == answers[1] && (samples > 100_000 || answers[0] == instance.expected)
      print("  count, histogram and checksum are \(isRight ? "right" : "WRONG: \(answers)")")
      if !isRight { exit(1) }
    }
  }

  /// The points, by block of 64 samples, then by variable and sample.
  private static func points(_ samples: Int) -> [Double] {
    let variables = KernelInstance.parameters
    var points = [Double](repeating: 0, count: (samples + 63) / 64 * 64 * variables)
    for sample in 0..<samples {
      for variable in 0..<variables {
        let bits = SobolDirections.bits(sample: sample, axis: variable)
        points[(sample / 64 * variables + variable) * 64 + sample % 64] = Double(bits) * 0x1p-32
      }
    }
    return points
  }

  private static func solve(
    _ game: FoldedGame,
    _ points: [Double],
    _ samples: Int,
    threads: Int
  ) -> KernelInstance.Answers {
    let total = Mutex(KernelInstance.Answers())
    let blocks = (samples + 63) / 64
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var evaluator = BlockEvaluator(game)
      var mine = KernelInstance.Answers()
      while true {
        let first = next.add(64, ordering: .relaxed).oldValue
        guard first < blocks else { break }
        for block in first..<min(first + 64, blocks) {
          let count = min(64, samples - block * 64)
          evaluator.load(count: count) { variable, point in
            points[(block * KernelInstance.parameters + variable) * 64 + point]
          }
          add(evaluator.equilibria(), block, count, to: &mine)
        }
      }
      total.withLock { $0.add(mine) }
    }
    return total.withLock { $0 }
  }

  private static func add(
    _ sets: [BlockEvaluator.PointSet],
    _ block: Int,
    _ count: Int,
    to answers: inout KernelInstance.Answers
  ) {
    var counts = SIMD64<UInt8>.zero
    for set in sets {
      var left = set.points
      answers.equilibria += left.nonzeroBitCount
      var sum: UInt64 = 0
      while left != 0 {
        let point = left.trailingZeroBitCount
        left &= left - 1
        counts[point] += 1
        sum &+= UInt64(block * 64 + point + 1)
      }
      answers.checksum &+= sum &* UInt64(set.outcome + 1)
    }
    for point in 0..<count { answers.count(Int(counts[point])) }
  }
}

extension KernelInstance.Answers {
  /// Counts one sample with so many equilibria.
  mutating func count(_ equilibria: Int) {
    while histogram.count <= equilibria { histogram.append(0) }
    histogram[equilibria] += 1
  }

  /// Adds another part.
  mutating func add(_ other: Self) {
    equilibria += other.equilibria
    checksum &+= other.checksum
    for (count, samples) in other.histogram.enumerated() {
      while histogram.count <= count { histogram.append(0) }
      histogram[count] += samples
    }
  }
}
