import Analysis
import GameTheory
import TestSupport
import Testing

@Suite("Binomial and chi-square distributions")
struct DistributionTests {
  private func isNear(_ found: Double, _ expected: Double, within share: Double = 1e-12) -> Bool {
    abs(found - expected) <= share * abs(expected)
  }

  @Test("tails of the binomial are those of exact sums")
  func binomial() {
    let found = failures(seeds: 40) { random in
      let trials = random.int(in: 0...30)
      let below = random.element(of: [2, 3, 7, 100, 10_000])
      let above = random.int(in: 0...below)
      let p = RandomPoints.ratio(above, below)
      let distribution = BinomialDistribution(trials: trials, probability: p.toDouble())
      let tails = ExactBinomial.tails(trials, p)
      for count in 0...trials {
        let tail = tails[count].toDouble()
        if !isNear(distribution.upperTail(from: count), tail) {
          return "tail from \(count) of \(trials), \(p)"
        }
      }
      return nil
    }
    #expect(found == [])
  }

  @Test(
    "large counts",
    arguments: [
      Tail(size: 100000000, count: 30010000, x: 0.3, p: 0.014554209729508815),
      Tail(size: 1000, count: 30, x: 0.01, p: 2.0599888509719585e-7),
      Tail(size: 10000000, count: 5003000, x: 0.5, p: 0.028910642657918774),
      Tail(size: 1000000, count: 999100, x: 0.999, p: 0.00069401546228679046),
      Tail(size: 1000000, count: 9, x: 1e-06, p: 1.1251706643322776e-6),
      Tail(size: 100000, count: 50000, x: 0.5, p: 0.50126156310709837),
    ]
  )
  func large(_ item: Tail) {
    let found = BinomialDistribution(trials: item.size, probability: item.x)
      .upperTail(from: item.count)
    // The probability itself is only known to within half a unit of its last place.
    #expect(isNear(found, item.p, within: 1e-9), "\(found)")
  }

  @Test(
    "tails of the chi-square",
    arguments: [
      Tail(size: 1, x: 3.841458820694124, p: 0.050000000000000057),
      Tail(size: 2, x: 5.991464547107979, p: 0.050000000000000074),
      Tail(size: 5, x: 0.5, p: 0.99212329323262959),
      Tail(size: 10, x: 100.0, p: 5.4497019829205293e-17),
      Tail(size: 7, x: 7.0, p: 0.42887985755305472),
      Tail(size: 1, x: 0.0001, p: 0.99202128737073679),
      Tail(size: 200, x: 230.0, p: 0.071611858524553893),
      Tail(size: 1, x: 400.0, p: 5.5072482372124674e-89),
      Tail(size: 3, x: 0.001, p: 0.99999159208094195),
    ]
  )
  func chiSquare(_ item: Tail) {
    let found = ChiSquareDistribution(degrees: item.size).upperTail(from: item.x)
    #expect(isNear(found, item.p, within: 1e-11), "\(found)")
  }

  /// A probability worked out with thirty digits.
  struct Tail: Sendable, CustomTestStringConvertible {
    let size: Int
    var count = 0
    let x: Double
    let p: Double
    var testDescription: String { "\(size), \(count), \(x)" }
  }

  @Test("impossible and certain events")
  func edges() {
    let coin = BinomialDistribution(trials: 4, probability: 0.5)
    #expect(coin.upperTail(from: 0) == 1)
    #expect(coin.upperTail(from: 5) == 0)
    #expect(BinomialDistribution(trials: 0, probability: 0.5).upperTail(from: 0) == 1)
    #expect(BinomialDistribution(trials: 0, probability: 0.5).upperTail(from: 1) == 0)
    #expect(BinomialDistribution(trials: 3, probability: 1).upperTail(from: 3) == 1)
    #expect(BinomialDistribution(trials: 3, probability: 0).upperTail(from: 1) == 0)
    #expect(ChiSquareDistribution(degrees: 3).upperTail(from: 0) == 1)
    #expect(ChiSquareDistribution(degrees: 3).upperTail(from: .infinity) == 0)
  }
}
