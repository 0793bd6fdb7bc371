import GameTheory
import TestSupport
import Testing

@testable import Sweeps

@Suite("Lines of a grid")
struct LineTreeTests {
  /// A grid whose last axis has lines, and the same samples given one by one, which have none.
  private static func designs(_ lengths: (Int, Int)) -> (grid: Design, points: Design) {
    // Tenths and hundredths between -0.5 and 1, among which there are many ties.
    let first = (0..<lengths.0).map { Double($0 * 10 - 50) / 100 }
    let last = (0..<lengths.1).map { Double($0 * 5 - 50) / 100 }
    let grid = Design(kind: .grid, axes: [.list(first), .list(last)], samples: 0, seed: 1)
    let points = Design(
      kind: .points,
      axes: [
        .list(first.flatMap { value in last.map { _ in value } }),
        .list(first.flatMap { _ in last }),
      ],
      samples: 0,
      seed: 1
    )
    return (grid, points)
  }

  @Test("Rows along lines are those of the samples one by one", arguments: [0, 1, 5])
  func rows(toleranceTenths: Int) {
    for lengths in [(16, 12), (1, 31), (14, 31), (7, 200)] {
      let (grid, points) = Self.designs(lengths)
      let tolerance = Rational(BigInteger(toleranceTenths), 10)
      let part = SmallGame.part(grid, tolerance: tolerance)
      #expect(GridLines(part, grid, ChunkNumbering(samples: grid.count)) != nil)
      let onLines = Sweep([part], over: grid)
      let direct = Sweep([SmallGame.part(points, tolerance: tolerance)], over: points)
      let expected = direct.output(threads: 1)
      for threads in [1, 3] {
        let found = onLines.output(threads: threads)
        #expect(found.output.bytes == expected.output.bytes)
        #expect(found.summary.samples == expected.summary.samples)
      }
    }
  }

  @Test("Axes that are short, not ascending, or along which a row bends have no lines")
  func notOnLines() {
    func lines(_ values: [Double], last: Int) -> GridLines? {
      let design = Design(
        kind: .grid,
        axes: [.list([0, 0.1]), .list(values)],
        samples: 0,
        seed: 1
      )
      let part = SweepCase(
        Self.bent,
        values: [Rational(1, 2), Rational(1, 2)],
        design: design,
        variables: [1 - last, last],
        from: 0,
        predicates: [],
        labels: SmallGame.labels
      )
      return GridLines(part, design, ChunkNumbering(samples: design.count))
    }
    let ascending = (0..<20).map { Double($0) / 10 }
    #expect(lines(ascending, last: 0) != nil)
    #expect(lines(ascending, last: 1) == nil)
    #expect(lines(ascending.reversed(), last: 0) == nil)
    #expect(lines([0, 1, 2], last: 0) == nil)
  }

  /// One player who gains x - y² by moving.
  private static let bent = ParametricGame.oneMover(
    gaining: Polynomial(variable: 0) - Polynomial(variable: 1) * Polynomial(variable: 1)
  )
}
