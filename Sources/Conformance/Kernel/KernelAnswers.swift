public import GameTheory

/// The answers to an instance at some samples, in sums that add up over parts.
public struct KernelAnswers: Equatable, Sendable {
  /// How many equilibria there are, over all samples.
  public var equilibria = 0
  /// For each count of equilibria how many samples have so many; no zeros at the end.
  public var histogram: [Int] = []
  /// Σ (sample + 1)(profile + 1) over all equilibria, modulo 2^64.
  public var checksum: UInt64 = 0

  /// Creates answers at no samples.
  public init() {}

  /// Adds another part.
  public mutating func add(_ other: Self) {
    equilibria += other.equilibria
    checksum &+= other.checksum
    for (count, samples) in other.histogram.enumerated() { add(samples, having: count) }
  }

  /// Adds samples all of which have the same equilibria, numbered from the sample `first`.
  public mutating func add(
    _ outcomes: ArraySlice<Int32>,
    at samples: ArraySlice<Int32>,
    after first: Int
  ) {
    var profiles: UInt64 = 0
    for outcome in outcomes { profiles &+= UInt64(outcome) + 1 }
    var numbers = UInt64(samples.count * (first + 1))
    for sample in samples { numbers &+= UInt64(sample) }
    equilibria += outcomes.count * samples.count
    checksum &+= profiles &* numbers
    add(samples.count, having: outcomes.count)
  }

  /// Adds the samples of a block.
  ///
  /// How many equilibria each has is counted in binary: a word holds one bit of all 64 counts.
  public mutating func add(
    _ sets: [BlockEvaluator.PointSet],
    at samples: ArraySlice<Int32>,
    after first: Int
  ) {
    var digits = SIMD8<UInt64>.zero
    for set in sets {
      var carry = set.points
      var place = 0
      while carry != 0 {
        let both = digits[place] & carry
        digits[place] ^= carry
        carry = both
        place += 1
      }
      var left = set.points
      var numbers = UInt64(left.nonzeroBitCount * (first + 1))
      equilibria += left.nonzeroBitCount
      while left != 0 {
        numbers &+= UInt64(samples[samples.startIndex + left.trailingZeroBitCount])
        left &= left - 1
      }
      checksum &+= numbers &* UInt64(set.outcome + 1)
    }
    var left: UInt64 = samples.count == 64 ? .max : 1 << UInt64(samples.count) - 1
    var count = 0
    while left != 0 {
      var met = left
      for place in 0..<8 { met &= count >> place & 1 == 0 ? ~digits[place] : digits[place] }
      add(met.nonzeroBitCount, having: count)
      left &= ~met
      count += 1
    }
  }

  private mutating func add(_ samples: Int, having count: Int) {
    guard samples > 0 else { return }
    while histogram.count <= count { histogram.append(0) }
    histogram[count] += samples
  }
}
