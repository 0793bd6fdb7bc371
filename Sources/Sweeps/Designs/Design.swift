/// Which samples a sweep takes: for each sample a value on each axis.
///
/// A sample depends on the design, its seed and its own number only.
public struct Design: Sendable {
  /// How samples are chosen.
  public enum Kind: String, Sendable, CaseIterable {
    /// Every combination of the listed values, the last axis varying fastest.
    case grid
    /// Independent uniform draws.
    case random
    /// One draw from each of equally many slices of every axis, matched at random.
    case latin
    /// Sobol' points in Gray-code order, scrambled by a hash of the seed and the axis.
    case sobol
  }

  /// The values that one varied number takes.
  public enum Axis: Sendable, Equatable {
    /// Listed values; designs that draw pick one of them.
    case list([Double])
    /// A range, both ends included in principle.
    case range(ClosedRange<Double>)

    /// The lowest and highest value.
    public var range: ClosedRange<Double> {
      switch self {
      case .range(let range): range
      case .list(let list): (list.min() ?? 0)...(list.max() ?? 0)
      }
    }
  }

  /// How samples are chosen.
  public let kind: Kind
  /// The axes.
  public let axes: [Axis]
  /// How many samples there are.
  public let count: Int
  /// The seed of what is drawn.
  public let seed: UInt64
  /// For each axis its values on a grid, and how many samples pass from one to the next.
  private let grid: [(values: [Double], stride: Int)]

  /// The most axes that Sobol' points are to be had for.
  public static let sobolLimit = SobolDirections.dimensions

  /// Creates a design.
  ///
  /// `samples` is how many samples a design that draws takes; a grid has as many as there are
  /// combinations, which must fit an `Int`.
  public init(kind: Kind, axes: [Axis], samples: Int, seed: UInt64) {
    self.kind = kind
    self.axes = axes
    self.seed = seed
    let values = axes.map { Design.gridValues($0) }
    var grid: [(values: [Double], stride: Int)] = []
    var product = 1
    if kind == .grid {
      for list in values.reversed() {
        grid.append((list, product))
        product *= list.count
      }
    }
    self.grid = grid.reversed()
    count = kind == .grid ? product : samples
  }

  /// The values of an axis on a grid.
  private static func gridValues(_ axis: Axis) -> [Double] {
    switch axis {
    case .list(let list): list
    case .range(let range): [range.lowerBound, range.upperBound]
    }
  }

  /// The value of an axis in a sample.
  ///
  /// - Complexity: O(1).
  public func value(sample: Int, axis: Int) -> Double {
    switch kind {
    case .grid:
      let (values, stride) = grid[axis]
      return values[sample / stride % values.count]
    case .random:
      return place(
        CounterRandom.unit(seed: seed, row: UInt64(sample), column: UInt64(axis)),
        axis
      )
    case .latin:
      let column = CounterRandom.bits(seed: seed, row: .max, column: UInt64(axis))
      let slice = CounterRandom.permuted(UInt64(sample), of: UInt64(count), seed: column)
      let within = CounterRandom.unit(seed: seed, row: UInt64(sample), column: UInt64(axis))
      return place((Double(slice) + within) / Double(count), axis)
    case .sobol:
      return place(Double(sobolBits(sample, axis)) * 0x1p-32, axis)
    }
  }

  /// Where a share of the way lies on an axis.
  private func place(_ share: Double, _ axis: Int) -> Double {
    switch axes[axis] {
    case .range(let range):
      let value = range.lowerBound + share * (range.upperBound - range.lowerBound)
      return min(max(value, range.lowerBound), range.upperBound)
    case .list(let list):
      return list[min(Int(share * Double(list.count)), list.count - 1)]
    }
  }

  /// A coordinate of a Sobol' point, scrambled in base 2 by a hash.
  ///
  /// - Source: Burley, Practical hash-based Owen scrambling, JCGT 9(4) (2020).
  private func sobolBits(_ sample: Int, _ axis: Int) -> UInt32 {
    let key = UInt32(
      truncatingIfNeeded: CounterRandom.bits(seed: seed, row: .max - 1, column: UInt64(axis))
    )
    return OwenScramble.scrambled(SobolDirections.bits(sample: sample, axis: axis), seed: key)
  }
}

/// A nested scramble of binary digits: each digit is flipped depending on those before it.
///
/// - Source: Burley, JCGT 9(4) (2020); the permutation is Laine and Karras's.
enum OwenScramble {
  static func scrambled(_ bits: UInt32, seed: UInt32) -> UInt32 {
    var value = reversed(bits)
    value &+= seed
    value ^= value &* 0x6C50_B47C
    value ^= value &* 0xB82F_1E52
    value ^= value &* 0xC7AF_E638
    value ^= value &* 0x8D22_F6E6
    return reversed(value)
  }

  private static func reversed(_ value: UInt32) -> UInt32 {
    var bits = value.byteSwapped
    bits = (bits >> 4 & 0x0F0F_0F0F) | (bits & 0x0F0F_0F0F) << 4
    bits = (bits >> 2 & 0x3333_3333) | (bits & 0x3333_3333) << 2
    return (bits >> 1 & 0x5555_5555) | (bits & 0x5555_5555) << 1
  }
}
