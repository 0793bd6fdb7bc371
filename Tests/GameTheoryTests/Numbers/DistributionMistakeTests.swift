import Testing

@testable import GameTheory

@Suite("Unsound parameters of distributions")
struct DistributionMistakeTests {
  private static let cases: [(Distribution, Distribution.Mistake?)] = [
    (.uniform(low: 0, high: 1), nil),
    (.uniform(low: 1, high: 1), .emptyRange),
    (.uniform(low: .nan, high: 1), .notFinite),
    (.uniform(low: 0, high: .infinity), .notFinite),
    (.uniform(low: -1.5e308, high: 1.5e308), .tooWide),
    (.logUniform(low: 0, high: 1), .lowNotPositive),
    (.logUniform(low: -1, high: 1), .lowNotPositive),
    (.logUniform(low: 0x1p-1074, high: 1.7e308), nil),
    (.triangular(low: 0, mode: 0, high: 1), nil),
    (.triangular(low: 0, mode: 1, high: 1), nil),
    (.triangular(low: 0, mode: 2, high: 1), .modeOutside),
    (.triangular(low: 0, mode: 0, high: 0), .emptyRange),
    (.normal(mean: 0, deviation: 0), .deviationNotPositive),
    (.normal(mean: 0, deviation: -1), .deviationNotPositive),
    (.normal(mean: 1e308, deviation: 1e308), .tooWide),
    (.truncatedNormal(mean: 0, deviation: 0, low: 0, high: 1), .deviationNotPositive),
    (.truncatedNormal(mean: 0, deviation: 1, low: 1, high: 0), .emptyRange),
    (.truncatedNormal(mean: 0, deviation: 1, low: 30, high: 31), nil),
    (.truncatedNormal(mean: 0, deviation: 1, low: 40, high: 41), .noMass),
    (.truncatedNormal(mean: 0, deviation: 1, low: -1e9, high: 1e9), nil),
    (.truncatedNormal(mean: 0, deviation: 1e-300, low: -1, high: 1), nil),
    (.truncatedNormal(mean: 5, deviation: 1e-300, low: -1, high: 1), .noMass),
    (.truncatedNormal(mean: 0, deviation: 1, low: 0, high: 1e300), .tooWide),
    (.beta(alpha: 0, beta: 1, low: 0, high: 1), .shapeNotPositive),
    (.beta(alpha: 1, beta: -1, low: 0, high: 1), .shapeNotPositive),
    (.beta(alpha: 1e-9, beta: 1, low: 0, high: 1), .shapeBeyondReach),
    (.beta(alpha: 0.01, beta: 1e4, low: 0, high: 1), nil),
  ]

  @Test("each is told")
  func mistakes() {
    for (distribution, mistake) in Self.cases {
      #expect(distribution.mistake == mistake, "\(distribution)")
    }
  }

  @Test("sound distributions of odd sizes have finite quantiles in order")
  func sound() {
    for (distribution, mistake) in Self.cases where mistake == nil {
      var last = -Double.infinity
      for share in [0, 0x1p-54, 0.1, 0.5, 0.9, 1 - 0x1p-53, 1] {
        let value = distribution.quantile(share)
        #expect(value.isFinite && value >= last, "\(distribution) at \(share): \(value)")
        let back = distribution.cumulative(value)
        #expect(back >= 0 && back <= 1, "\(distribution) at \(value): \(back)")
        last = value
      }
    }
  }
}
