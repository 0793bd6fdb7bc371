import GameTheory
import TestSupport

extension SplitMix64 {
  /// A number in 0..<1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A share of any size, small and large ones as likely as others.
  mutating func share() -> Double {
    switch int(in: 0...3) {
    case 0: unit()
    case 1: max(0x1p-54, 1 / Double(UInt64(1) << UInt64(int(in: 1...54))) * (1 + unit()) / 2)
    case 2: 1 - Double(int(in: 1...1000)) * 0x1p-53
    default: 0.5 + (unit() - 0.5) * 0x1p-30
    }
  }

  /// A distribution of any kind, its parameters of any size.
  mutating func distribution() -> Distribution {
    let low = (unit() - 0.5) * 20
    let width = scale() + 1e-9
    switch int(in: 0...5) {
    case 0: return .uniform(low: low, high: low + width)
    case 1:
      let least = scale()
      return .logUniform(low: least, high: least * (1 + width))
    case 2:
      let mode = element(of: [low, low + width, low + width * unit()])
      return .triangular(low: low, mode: mode, high: low + width)
    case 3: return .normal(mean: low, deviation: scale())
    case 4:
      let deviation = scale()
      let start = low + (unit() - 0.5) * 20 * deviation
      return .truncatedNormal(
        mean: low,
        deviation: deviation,
        low: start,
        high: start + (scale() + 1e-6) * deviation
      )
    default:
      return .beta(alpha: shape(), beta: shape(), low: low, high: low + width)
    }
  }

  private mutating func scale() -> Double {
    element(of: [1e-6, 0.01, 1, 30, 1e5]) * (0.5 + unit())
  }

  private mutating func shape() -> Double {
    element(of: [0.01, 0.1, 1, 3, 100, 9000]) * (1 + 0.1 * unit())
  }
}
