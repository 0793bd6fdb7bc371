import Conformance
import Dispatch
import GameTheory
import Glibc
import Sweeps
import Synchronization

/// All pure equilibria of an instance at the points of grids over three of its parameters: along lines,
/// beside the same grids point by point.
struct GridBenchmark {
  private let instance: KernelInstance
  private let folded: FoldedGame

  /// The parameters that vary; the others stand at one half.
  private static let axes = [0, 3, 6]

  init(_ instance: KernelInstance) {
    self.instance = instance
    var settings = [FoldedGame.Setting](
      repeating: .fixed(Rational(1, 2)),
      count: KernelInstance.parameters
    )
    for axis in GridBenchmark.axes { settings[axis] = .varying(0...1) }
    folded = FoldedGame(instance.game, settings: settings)
  }

  /// Measures; up to a million points, or up to a hundred million.
  func run(isLong: Bool) {
    print("kernel: the \(instance.name) instance on grids over three parameters, along lines")
    report("rows", Double(folded.rowCount), "whose sign is open")
    for length in [46, 100] + (isLong ? [215, 464] : []) {
      let samples = length * length * length
      var answers: [KernelAnswers] = []
      var rates: [Double] = []
      for threads in [1, 2] {
        let (found, rate) = measure(length, threads)
        answers.append(found)
        rates.append(rate)
        report("\(samples), \(threads) thread\(threads == 1 ? "" : "s")", rate, "samples/s")
      }
      report("two threads to one", rates[1] / rates[0], "times as fast")
      if length <= 100 {
        let timing = Timing(runs: 1) { answers.append(pointByPoint(length)) }
        report("point by point", Double(samples) / timing.best, "samples/s, one thread")
      }
      let isRight = answers.allSatisfy { $0 == answers[0] }
      print("  count, histogram and checksum are \(isRight ? "the same" : "OTHERS: \(answers)")")
      if !isRight { exit(1) }
    }
  }

  private func values(_ length: Int) -> [Double] {
    (0..<length).map { Double($0) / Double(length - 1) }
  }

  /// One slice of the grid after the other, each all lines of one value on the first axis.
  private func measure(_ length: Int, _ threads: Int) -> (KernelAnswers, rate: Double) {
    let values = values(length)
    let tree = LineTree(folded, variables: GridBenchmark.axes, lines: length, loads: length)
    var evaluator = BlockEvaluator(folded)
    tree.prepare(&evaluator)
    let prepared = evaluator
    var total = KernelAnswers()
    let timing = Timing(runs: length < 215 ? 3 : 1) {
      let next = Atomic<Int>(0)
      let sum = Mutex(KernelAnswers())
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        let answers = solveSlices(values, tree, prepared) {
          next.add(1, ordering: .relaxed).oldValue
        }
        sum.withLock { $0.add(answers) }
      }
      total = sum.withLock { $0 }
    }
    return (total, Double(length * length * length) / timing.best)
  }

  private func solveSlices(
    _ values: [Double],
    _ tree: LineTree,
    _ evaluator: BlockEvaluator,
    _ next: () -> Int
  ) -> KernelAnswers {
    let length = values.count
    var tree = tree
    var evaluator = evaluator
    evaluator.unshare()
    var answers = KernelAnswers()
    let numbers = (0..<length * length).map { Int32($0) }
    while true {
      let slice = next()
      guard slice < length else { return answers }
      tree.load(values.flatMap { [values[slice], $0] }, lines: length)
      tree.visit(&evaluator, values: { _ in values[...] }) { evaluator, line, points in
        let first = line * length
        answers.add(
          evaluator.equilibria(),
          at: numbers[first + points.lowerBound..<first + points.upperBound],
          after: slice * length * length
        )
      }
    }
  }

  private func pointByPoint(_ length: Int) -> KernelAnswers {
    let values = values(length)
    var points: [Double] = []
    for first in values {
      for second in values { for third in values { points += [first, second, third] } }
    }
    let samples = length * length * length
    var tree = SampleTree(folded, variables: GridBenchmark.axes, samples: samples)
    var evaluator = BlockEvaluator(folded)
    tree.prepare(&evaluator)
    tree.load(0..<samples, of: points)
    var answers = KernelAnswers()
    tree.visit(&evaluator, loadingAll: true) { evaluator, samples in
      answers.add(evaluator.equilibria(), at: samples, after: 0)
    }
    return answers
  }
}
