import TestSupport
import Testing

@testable import GameTheory

@Suite("Functions of our own give the bits that they always gave")
struct NumbersGoldenTests {
  /// A hash of the bits of a function at 20,000 arguments.
  private func hash(_ function: (inout SplitMix64) -> Double) -> String {
    var random = SplitMix64(seed: 2026)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for _ in 0..<20_000 {
      hash = (hash ^ function(&random).bitPattern) &* 0x100_0000_01B3
      hash ^= hash >> 29
    }
    return String(hash, radix: 16)
  }

  @Test("exponential function, logarithm and gamma function")
  func elementary() {
    #expect(hash { ElementaryFunctions.exp($0.unit() * 1400 - 700) } == "9d81fe2bc40493da")
    #expect(hash { ElementaryFunctions.expm1($0.unit() * 4 - 2) } == "7b4216f0fd18fc99")
    #expect(hash { ElementaryFunctions.log($0.unit() * 100) } == "90e5bfaaa98c718e")
    #expect(hash { ElementaryFunctions.log1p($0.unit() * 2 - 1) } == "3a0815bb48a968d9")
    #expect(hash { ElementaryFunctions.logGamma($0.unit() * 100) } == "5ad3da2c869709c7")
  }

  @Test("quantiles and shares")
  func quantiles() {
    #expect(
      hash {
        let distribution = $0.distribution()
        return distribution.quantile($0.share())
      } == "2541f04af5b6a885"
    )
    #expect(
      hash {
        let distribution = $0.distribution()
        return distribution.cumulative(distribution.quantile($0.unit()))
      } == "e310dfa562f8584f"
    )
  }
}
