import GameTheory
import RowKernel

/// What one core of this machine can do at most, measured.
struct MachinePeak {
  /// Products and sums a second, each rounded.
  let separate: Double
  /// The same, each product and its sum rounded as one.
  let fused: Double
  /// Bytes a second that a triad over arrays larger than the caches reads and writes.
  let bandwidth: Double

  static func measured() -> MachinePeak {
    let form = rowkernel_widest()
    return MachinePeak(
      separate: operations(form, fused: 0),
      fused: operations(form, fused: 1),
      bandwidth: triad()
    )
  }

  private static func operations(_ form: Int32, fused: Int32) -> Double {
    let rounds: Int64 = 2_000_000
    var sum = 0.0
    let timing = Timing(runs: 7) { sum += rowkernel_peak(form, fused, rounds) }
    precondition(sum.isFinite)
    return 2 * Double(rounds) * Double(rowkernel_peak_lanes(form)) / timing.leastProcessorTime
  }

  private static func triad() -> Double {
    let count = 1 << 23
    let first = [Double](repeating: 1, count: count)
    let second = [Double](repeating: 2, count: count)
    var sums = [Double](repeating: 0, count: count)
    let timing = Timing(runs: 7) {
      for index in 0..<count { sums[index] = first[index] + 3 * second[index] }
    }
    precondition(sums[count - 1] == 7)
    return Double(3 * 8 * count) / timing.leastProcessorTime
  }

  func print() {
    report("separate mul and add", separate * 1e-9, "Gflop/s, one core, no fusing (as the kernel)")
    report("fused multiply-add", fused * 1e-9, "Gflop/s, one core")
    report("memory", bandwidth * 1e-9, "GB/s, triad over 3 x 64 MB, one core")
  }
}
