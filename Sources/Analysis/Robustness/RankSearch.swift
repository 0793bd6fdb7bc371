/// Finds the value of a given rank among numbers that can be read several times, exactly, in constant
/// memory.
///
/// Each pass settles sixteen more bits of the value: of the numbers that begin with the bits found so far
/// it counts how many have each possible next sixteen. Four passes find any `Double`.
///
/// - Complexity: O(1) for each number and pass; memory 0.5 MB.
/// - Source: Munro and Paterson, Selection and sorting with limited storage, Theoretical Computer Science
///   12 (1980) 315; the digits are those of a radix sort.
struct RankSearch: Sendable {
  private var counts = [Int](repeating: 0, count: 1 << 16)
  private var found: UInt64 = 0
  private(set) var passes = 0
  private var rank: Int

  /// How many passes it takes.
  static let passCount = 4

  /// Looks for the number of a rank, from 0 for the smallest.
  init(rank: Int) {
    self.rank = rank
  }

  /// Takes a number, which is not NaN; once for each in each pass.
  mutating func add(_ value: Double) {
    let key = RankSearch.key(value)
    let shift = UInt64(48 - 16 * passes)
    if passes > 0, key >> (shift + 16) != found { return }
    counts[Int(key >> shift & 0xFFFF)] += 1
  }

  /// Ends a pass.
  mutating func endPass() {
    guard passes < RankSearch.passCount else { return }
    var digit = 0
    while digit < counts.count - 1, rank >= counts[digit] {
      rank -= counts[digit]
      digit += 1
    }
    found = found << 16 | UInt64(digit)
    passes += 1
    for index in counts.indices { counts[index] = 0 }
  }

  /// The number, after the last pass.
  var value: Double {
    let isPositive = found >> 63 == 1
    return Double(bitPattern: isPositive ? found & ~(1 << 63) : ~found)
  }

  /// Bits that are in the order of the numbers; -0 counts as 0.
  private static func key(_ value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }
}
