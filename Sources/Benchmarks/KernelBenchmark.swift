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

  /// The points, by sample and then by variable.
  private static func points(_ samples: Int) -> [Double] {
    var points: [Double] = []
    for sample in 0..<samples {
      for variable in 0..<KernelInstance.parameters {
        points.append(Double(SobolDirections.bits(sample: sample, axis: variable)) * 0x1p-32)
      }
    }
    return points
  }

  private static let chunkSize = 1 << 16

  private static func solve(
    _ game: FoldedGame,
    _ points: [Double],
    _ samples: Int,
    threads: Int
  ) -> KernelInstance.Answers {
    let total = Mutex(KernelInstance.Answers())
    let size = min(chunkSize, max(1024, samples / (threads * 4)))
    let chunks = (samples + size - 1) / size
    let next = Atomic<Int>(0)
    let variables = Array(0..<KernelInstance.parameters)
    let ranges = [ClosedRange<Double>](repeating: 0...1, count: KernelInstance.parameters)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var evaluator = BlockEvaluator(game)
      var tree = SampleTree(ranges: ranges)
      var mine = KernelInstance.Answers()
      while true {
        let chunk = next.add(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { break }
        let first = chunk * size
        tree.load(count: min(size, samples - first)) { sample, axis in
          points[(first + sample) * KernelInstance.parameters + axis]
        }
        tree.forEachBlock(&evaluator, variables: variables, ranges: ranges) { evaluator, block in
          add(evaluator.equilibria(), first, block, to: &mine)
        }
      }
      total.withLock { $0.add(mine) }
    }
    return total.withLock { $0 }
  }

  private static func add(
    _ sets: [BlockEvaluator.PointSet],
    _ first: Int,
    _ block: ArraySlice<Int32>,
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
        sum &+= UInt64(first + Int(block[block.startIndex + point]) + 1)
      }
      answers.checksum &+= sum &* UInt64(set.outcome + 1)
    }
    for point in 0..<block.count { answers.count(Int(counts[point])) }
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
