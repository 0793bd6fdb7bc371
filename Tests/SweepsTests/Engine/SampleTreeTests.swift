import GameTheory
import Sweeps
import Testing

@Suite("Samples sorted into halves of the box")
struct SampleTreeTests {
  private static let kinds: [Design.Kind] = [.sobol, .random, .latin, .grid]

  @Test("Every sample is visited once, with the answers that it has alone", arguments: kinds)
  func answers(_ kind: Design.Kind) {
    let design = SmallGame.design(kind, samples: 3000)
    let part = SmallGame.part(design)
    let values = (0..<design.count).flatMap { sample in
      design.axes.indices.map { design.value(sample: sample, axis: $0) }
    }
    var tree = SampleTree(part.game, variables: part.variables, samples: design.count, loads: 100)
    var evaluator = BlockEvaluator(part.game)
    tree.prepare(&evaluator)
    #expect(kind == .grid || tree.levels.count >= 4)
    var expected: [[Int]] = []
    for sample in 0..<design.count {
      var alone = BlockEvaluator(part.game)
      alone.load(count: 1) { variable, _ in
        values[sample * 2 + (part.variables.firstIndex(of: variable) ?? 0)]
      }
      expected.append(alone.equilibria().map { $0.outcome })
    }
    for depth in 0...min(3, tree.levels.count) {
      // Samples come in two loads: what is known from the first is used in the second.
      var found = [[Int]?](repeating: nil, count: design.count)
      let middle = design.count / 3
      for range in [0..<middle, middle..<design.count] {
        tree.load(range, of: values)
        for piece in 0..<1 << depth {
          tree.visit(part: piece, at: depth, &evaluator, loadingAll: depth == 2) {
            evaluator,
            samples in
            add(&evaluator, samples, isLoaded: depth == 2, to: &found)
          }
        }
      }
      #expect(found == expected.map { .some($0) }, "depth \(depth)")
    }
  }

  private func add(
    _ evaluator: inout BlockEvaluator,
    _ samples: ArraySlice<Int32>,
    isLoaded: Bool,
    to found: inout [[Int]?]
  ) {
    for sample in samples {
      #expect(found[Int(sample)] == nil)
      found[Int(sample)] = []
    }
    if evaluator.openRowCount == 0, !isLoaded {
      for sample in samples { found[Int(sample)] = evaluator.candidates.map { Int($0) } }
      return
    }
    for set in evaluator.equilibria() {
      for (place, sample) in samples.enumerated() where set.points >> UInt64(place) & 1 == 1 {
        found[Int(sample)]?.append(set.outcome)
      }
    }
  }
}
