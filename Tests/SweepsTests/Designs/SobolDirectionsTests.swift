import Testing

@testable import Sweeps

@Suite("Direction numbers of Sobol' points")
struct SobolDirectionsTests {
  /// The first 16 points in 8 dimensions, in Gray-code order, in thirty-seconds.
  ///
  /// Equal to those of SciPy 1.x, `scipy.stats.qmc.Sobol(8, scramble=False)`, which uses the same numbers
  /// (Joe and Kuo, SIAM Journal on Scientific Computing 30, 2008, 2635-2654).
  private let points: [[UInt32]] = [
    [0, 0, 0, 0, 0, 0, 0, 0],
    [16, 16, 16, 16, 16, 16, 16, 16],
    [24, 8, 8, 8, 24, 24, 8, 24],
    [8, 24, 24, 24, 8, 8, 24, 8],
    [12, 12, 20, 28, 12, 4, 12, 28],
    [28, 28, 4, 12, 28, 20, 28, 12],
    [20, 4, 28, 20, 20, 28, 4, 4],
    [4, 20, 12, 4, 4, 12, 20, 20],
    [6, 10, 30, 14, 18, 10, 14, 30],
    [22, 26, 14, 30, 2, 26, 30, 14],
    [30, 2, 22, 6, 10, 18, 6, 6],
    [14, 18, 6, 22, 26, 2, 22, 22],
    [10, 6, 10, 18, 30, 14, 2, 2],
    [26, 22, 26, 2, 14, 30, 18, 18],
    [18, 14, 2, 26, 6, 22, 10, 26],
    [2, 30, 18, 10, 22, 6, 26, 10],
  ]

  @Test("The first points are the known ones")
  func firstPoints() {
    for (index, point) in points.enumerated() {
      #expect((0..<8).map { coordinate(index, $0) } == point.map { $0 << 27 }, "point \(index)")
    }
  }

  @Test("A point far along is the known one")
  func laterPoint() {
    let expected: [UInt32] = [
      262307840, 462061568, 4052647936, 2666364928, 2600828928, 4147544064, 262045696, 153518080,
    ]
    #expect((0..<8).map { coordinate(100_000, $0) } == expected)
  }

  @Test("Every dimension's matrix is triangular with ones on the diagonal")
  func triangular() {
    #expect(SobolDirections.numbers.count == SobolDirections.dimensions)
    for (dimension, numbers) in SobolDirections.numbers.enumerated() {
      #expect(numbers.count == 32)
      for (bit, number) in numbers.enumerated() {
        #expect(number.trailingZeroBitCount == 31 - bit, "dimension \(dimension), bit \(bit)")
      }
    }
  }

  @Test("No two dimensions are the same")
  func distinctDimensions() {
    #expect(Set(SobolDirections.numbers.map { Array($0.prefix(20)) }).count == 64)
  }

  /// The definition: the exclusive or of the numbers at the bits set in the Gray code of the index.
  private func coordinate(_ index: Int, _ dimension: Int) -> UInt32 {
    let gray = index ^ (index >> 1)
    return (0..<32).filter { gray >> $0 & 1 == 1 }.reduce(0) {
      $0 ^ SobolDirections.numbers[dimension][$1]
    }
  }
}
