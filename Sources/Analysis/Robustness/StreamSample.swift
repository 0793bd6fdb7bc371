import GameTheory
import Sweeps

/// A sample of numbers that come one by one: one of every so many, at a place drawn from a hash.
///
/// When it is full, one of each two neighbours goes, and numbers are taken half as often.
struct StreamSample: Sendable {
  private(set) var values: [Double] = []
  private let capacity: Int
  /// Of how many numbers one is taken.
  private var stride = 1
  /// How many numbers were offered.
  private(set) var offered = 0
  /// Where the present stretch begins, and which number of it is taken.
  private var start = 0
  private var next = 0

  private static let seed: UInt64 = 0x7175_616E_7469_6C65

  /// Creates an empty sample of at most so many numbers, an even number.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Offers a number.
  @inline(__always)
  mutating func add(_ value: Double) {
    if offered == next { take(value) }
    offered &+= 1
  }

  private mutating func take(_ value: Double) {
    values.append(value)
    start += stride
    if values.count == capacity {
      values = (0..<capacity / 2).map { values[2 * $0 + Int(draw($0, 1) & 1)] }
      stride *= 2
    }
    next = start + Int(draw(start, 0) % UInt64(stride))
  }

  private func draw(_ row: Int, _ column: UInt64) -> UInt64 {
    CounterRandom.bits(
      seed: StreamSample.seed &+ UInt64(stride),
      row: UInt64(truncatingIfNeeded: row),
      column: column
    )
  }
}
