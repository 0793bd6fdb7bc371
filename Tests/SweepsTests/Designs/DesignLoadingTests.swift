import TestSupport
import Testing

@testable import Sweeps

@Suite("Samples of a design in blocks")
struct DesignLoadingTests {
  @Test("A block has the same bits as its values one by one", arguments: Design.Kind.allCases)
  func sameBits(_ kind: Design.Kind) {
    let wrong = failures(seeds: 60) { random in
      let axes = (0..<random.int(in: 1...6)).map { _ in RandomAxis.draw(&random) }
      let design = Design(
        kind: kind,
        axes: axes,
        samples: random.int(in: 1...200),
        seed: random.next(),
        levels: 2 * random.int(in: 1...5),
        baseline: axes.map { $0.range.lowerBound }
      )
      var columns: [Double] = []
      for _ in 0..<20 {
        let first = random.int(in: 0...design.count - 1)
        let count = random.int(in: 0...min(130, design.count - first))
        design.load(first: first, count: count, into: &columns)
        guard columns.count == count * axes.count else { return "size" }
        for axis in axes.indices {
          for point in 0..<count {
            let expected = design.value(sample: first + point, axis: axis)
            let found = columns[axis * count + point]
            guard found.bitPattern == expected.bitPattern else {
              return "sample \(first + point), axis \(axis): \(found), not \(expected)"
            }
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Blocks far along have the same bits too")
  func farAlong() {
    for kind in [Design.Kind.sobol, .saltelli, .random, .latin, .morris] {
      let axes = [Design.Axis](repeating: .range(0...1), count: 3)
      let design = Design(kind: kind, axes: axes, samples: 1 << 32, seed: 9)
      let first = design.count - 100
      var columns: [Double] = []
      design.load(first: first, count: 100, into: &columns)
      let expected = (0..<3).flatMap { axis in
        (0..<100).map { design.value(sample: first + $0, axis: axis) }
      }
      #expect(columns == expected, "\(kind)")
    }
  }

  @Test("A grid with more samples than fit a list is walked in blocks")
  func longGrid() {
    let axes = [Design.Axis](repeating: .integers(0...999_999), count: 2)
    let design = Design(kind: .grid, axes: axes, samples: 0, seed: 0)
    #expect(design.count == 1_000_000_000_000)
    var columns: [Double] = []
    design.load(first: 123_456_999_998, count: 4, into: &columns)
    #expect(columns == [123_456, 123_456, 123_457, 123_457, 999_998, 999_999, 0, 1])
  }
}

/// Axes for tests.
enum RandomAxis {
  static func draw(_ random: inout SplitMix64) -> Design.Axis {
    let low = Double(random.int(in: -50...50)) / 10
    let list = (0..<random.int(in: 1...5)).map { _ in Double(random.int(in: -9...9)) / 3 }
    let first = random.int(in: -9...9)
    return switch random.int(in: 0...3) {
    case 0: .list(list)
    case 1: .weighted(list, weights: list.map { _ in Double(random.int(in: 1...5)) })
    case 2: .integers(first...first + random.int(in: 0...9))
    default: .range(low...low + Double(random.int(in: 0...30)) / 7)
    }
  }
}
