import GameTheory
import Sweeps

/// Base points of Sobol' sequences: the two halves of each point, the first with axes of the second, and
/// the second with axes of the first where asked for.
struct BasePoints {
  let axes: Int
  /// Scrambles by a random shift of the digits, which keeps the net; nil for none.
  var shift: UInt64?
  var hasSecondOrder = false

  func samples(_ point: Int) -> [[Double]] {
    let all = (0..<2 * axes).map { axis in
      let digits = SobolDirections.bits(sample: point, axis: axis)
      let mask = shift.map {
        UInt32(truncatingIfNeeded: CounterRandom.bits(seed: $0, row: 0, column: UInt64(axis)))
      }
      return Double(digits ^ (mask ?? 0)) * 0x1p-32
    }
    let (a, b) = (Array(all[..<axes]), Array(all[axes...]))
    func mixtures(_ most: [Double], _ one: [Double]) -> [[Double]] {
      (0..<axes).map { axis in
        var mixed = most
        mixed[axis] = one[axis]
        return mixed
      }
    }
    return [a, b] + mixtures(a, b) + (hasSecondOrder ? mixtures(b, a) : [])
  }
}
