import Foundation
import TestSupport

/// Numbers on which writing and reading them could go wrong.
enum DrawnNumbers {
  /// How many are drawn of each sort: more in an optimised build, and as many as `NUMBER_CASES` in the
  /// environment says.
  static var count: Int {
    if let text = ProcessInfo.processInfo.environment["NUMBER_CASES"], let count = Int(text) {
      return count
    }
    #if DEBUG
    return 20_000
    #else
    return 2_000_000
    #endif
  }

  /// Powers of two and of ten with their neighbours, whole numbers, the smallest and largest numbers.
  static let special: [Double] = {
    var numbers: [Double] = [0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude]
    numbers += [.greatestFiniteMagnitude, Double(Int.max), Double(Int32.max), Double(Int32.min)]
    for exponent in -1074...1023 {
      numbers.append(Double(sign: .plus, exponent: exponent, significand: 1))
    }
    for exponent in -323...308 {
      guard let power = Double("1e\(exponent)") else { continue }
      numbers += (1...9).map { Double($0) * power }
    }
    for digits in 1...18 { numbers.append(Double(String(repeating: "9", count: digits)) ?? 0) }
    // Known to be hard: ends of an interval that belong to it, and decimals half-way between two.
    numbers += [1e23, 9e22, 2e-44, 9_007_199_254_740_994, 4.35, 0.1 + 0.2, 1 / 3]
    numbers += (0..<2000).map { Double(bitPattern: UInt64($0)) }
    numbers += (0..<2000).map { Double($0) / 8 }
    return numbers.flatMap { [$0, $0.nextUp, $0.nextDown, -$0] }.filter { $0.isFinite }
  }()

  /// Any bits, decimals of up to seventeen digits, fractions, and whole numbers, all finite.
  static func draw(_ random: inout SplitMix64) -> Double {
    let bits = random.next()
    switch bits & 3 {
    case 0:
      let value = Double(bitPattern: random.next())
      return value.isFinite ? value : 0
    case 1:
      let digits = Int64(bitPattern: random.next()) / powers[Int((bits >> 2) % 18)]
      return Double(digits) / Double(powers[Int((bits >> 8) % 19)])
    case 2: return Double(random.next() >> 11) * 0x1p-53 * Double((bits >> 2) % 1000)
    default: return Double(Int64(bitPattern: random.next()) >> Int64((bits >> 2) % 64))
    }
  }

  private static let powers: [Int64] = (0..<19).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
