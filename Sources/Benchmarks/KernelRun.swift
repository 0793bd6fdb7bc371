import Conformance
import Dispatch
import GameTheory
import Sweeps
import Synchronization

/// One run of the kernel over many samples.
///
/// Every thread takes the next samples that nobody has, sorts them and solves them, in halves of the box
/// that it keeps from batch to batch.
struct KernelRun {
  /// The samples' values, where they are at hand; otherwise they are made on the way.
  private let points: [Double]
  private let samples: Int
  private let threads: Int
  /// How many samples are sorted at a time.
  private let size: Int
  private let tree: SampleTree
  private let evaluator: BlockEvaluator

  private static let variables = Array(0..<KernelInstance.parameters)

  /// Prepares a run, once for as many samples as there are.
  init(
    _ game: FoldedGame,
    points: [Double] = [],
    samples: Int,
    threads: Int,
    evaluation: RowEvaluation = .fastest
  ) {
    self.points = points
    self.samples = samples
    self.threads = threads
    // Few enough samples at a time for the caches; where there are so many that the halves are looked at
    // for next to nothing, more, so that the box is cut finer.
    let limit = samples < 10_000_000 ? 1 << 14 : 1 << 15
    let batches = max(threads, (samples + limit - 1) / limit)
    size = (samples + batches - 1) / batches
    tree = SampleTree(
      game,
      variables: KernelRun.variables,
      samples: size,
      loads: (batches + threads - 1) / threads
    )
    var evaluator = BlockEvaluator(game, evaluation: evaluation)
    tree.prepare(&evaluator)
    self.evaluator = evaluator
  }

  /// The answers, with how many products of a coefficient and a value went into them.
  func solve() -> (answers: KernelAnswers, products: UInt64) {
    let next = Atomic<Int>(0)
    let total = Mutex((answers: KernelAnswers(), products: UInt64(0)))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let batch = Batch(tree)
      let part = Part(evaluator)
      while true {
        let first = next.add(1, ordering: .relaxed).oldValue * size
        guard first < samples else { break }
        load(batch, first..<min(samples, first + size))
        part.solve(batch)
      }
      total.withLock {
        $0.answers.add(part.answers)
        $0.products += part.productCount
      }
    }
    return total.withLock { ($0.answers, $0.products) }
  }

  private func load(_ batch: Batch, _ range: Range<Int>) {
    if points.isEmpty {
      KernelRun.generate(range, into: &batch.values)
      batch.first = range.lowerBound
      batch.tree.load(0..<range.count, of: batch.values)
    } else {
      batch.first = 0
      batch.tree.load(range, of: points)
    }
  }

  /// The points, by sample and then by variable.
  static func points(_ samples: Int) -> [Double] {
    var values: [Double] = []
    KernelRun.generate(0..<samples, into: &values)
    return values
  }

  /// For each bit of a sample's number what it changes in all coordinates.
  private static let directions = (0..<32).map { bit in
    var bits = SIMD8<UInt32>.zero
    for axis in 0..<KernelInstance.parameters {
      // From the sample before 2^bit to that one, Gray code changes this bit alone.
      let before = SobolDirections.bits(sample: 1 << bit - 1, axis: axis)
      bits[axis] = before ^ SobolDirections.bits(sample: 1 << bit, axis: axis)
    }
    return bits
  }

  /// Makes unscrambled Sobol' points in Gray-code order, each from the one before.
  fileprivate static func generate(_ range: Range<Int>, into values: inout [Double]) {
    let count = KernelInstance.parameters
    if values.count != range.count * count {
      values = [Double](repeating: 0, count: range.count * count)
    }
    var bits = SIMD8<UInt32>.zero
    for axis in 0..<count {
      bits[axis] = SobolDirections.bits(sample: range.lowerBound, axis: axis)
    }
    var position = 0
    for sample in range {
      for axis in 0..<count { values[position + axis] = Double(bits[axis]) * 0x1p-32 }
      position += count
      bits ^= directions[min((sample + 1).trailingZeroBitCount, 31)]
    }
  }
}

/// Samples that one thread has sorted.
private final class Batch {
  var tree: SampleTree
  var values: [Double] = []
  /// The number of the sample that the tree counts as 0.
  var first = 0

  init(_ tree: SampleTree) {
    self.tree = tree
  }
}

/// What one thread has decided, and its answers.
private final class Part {
  private var evaluator: BlockEvaluator
  private(set) var answers = KernelAnswers()

  init(_ evaluator: BlockEvaluator) {
    self.evaluator = evaluator
    self.evaluator.unshare()
  }

  var productCount: UInt64 { evaluator.productCount }

  func solve(_ batch: Batch) {
    var answers = answers
    batch.tree.visit(part: 0, at: 0, &evaluator) { evaluator, samples in
      if evaluator.openRowCount == 0 {
        answers.add(evaluator.candidates, at: samples, after: batch.first)
      } else {
        answers.add(evaluator.equilibria(), at: samples, after: batch.first)
      }
    }
    self.answers = answers
  }
}
