import Analysis
import GameTheory
import TestSupport
import Testing

@Suite("Tests of paired and unpaired outcomes")
struct SignificanceTestTests {
  @Test("McNemar's exact test is the share of coin tosses at least as lopsided")
  func mcNemar() {
    for first in 0...9 {
      for second in 0...9 {
        let tosses = first + second
        let lopsided = (0..<1 << tosses).filter { outcome in
          let heads = outcome.nonzeroBitCount
          return max(heads, tosses - heads) >= max(first, second)
        }.count
        let expected = Double(lopsided) / Double(1 << tosses)
        let found = SignificanceTest.mcNemar(firstOnly: first, secondOnly: second).p
        #expect(abs(found - expected) < 1e-13, "\(first), \(second)")
      }
    }
  }

  @Test("Bowker's test of a table by hand")
  func symmetry() throws {
    var table = PairedOutcomes()
    // (10-4)²/14 + (3-0)²/3 + (7-7)²/14 with three degrees of freedom.
    for (first, second, count) in [
      (0, 0, 50), (0, 1, 10), (1, 0, 4), (0, 2, 3), (1, 2, 7), (2, 1, 7), (2, 2, 20),
    ] { table.add(first, second, times: count) }
    let test = try #require(table.symmetry)
    #expect(abs((test.statistic ?? 0) - (36.0 / 14 + 3)) < 1e-14)
    #expect(test.degrees == 3)
    #expect(abs(test.p - 0.13442827156224) < 1e-12, "\(test.p)")
    #expect(table.total == 101)
    #expect(table.differing == 31)
    #expect(table.firstCounts == [0: 63, 1: 11, 2: 27])
    #expect(table.secondCounts == [0: 54, 1: 17, 2: 30])
    #expect(table.discordant(1) == (11, 17))
    // A move back only, seen from the other side.
    var turned = PairedOutcomes()
    for (pair, count) in table.counts { turned.add(pair.second, pair.first, times: count) }
    #expect(turned.symmetry == test)
    var same = PairedOutcomes()
    same.add(3, 3)
    #expect(same.symmetry == nil)
  }

  @Test("for two outcomes Bowker's statistic is McNemar's without correction")
  func twoOutcomes() {
    var table = PairedOutcomes()
    table.add(0, 1, times: 30)
    table.add(1, 0, times: 12)
    #expect(table.symmetry == SignificanceTest(chiSquare: 18.0 * 18 / 42, degrees: 1))
  }

  @Test("homogeneity of two runs by hand")
  func homogeneity() throws {
    // 2 by 2 with cells a, b, c, d: N (ad - bc)² / ((a+b)(c+d)(a+c)(b+d)).
    let test = try #require(SignificanceTest.homogeneity([0: 30, 5: 70], [0: 45, 5: 55]))
    let cross = 30.0 * 55 - 70.0 * 45
    let expected = 200 * cross * cross / (100 * 100 * 75 * 125)
    #expect(abs((test.statistic ?? 0) - expected) < 1e-12)
    #expect(test.degrees == 1)
    #expect(SignificanceTest.homogeneity([1: 4], [1: 9]) == nil)
    #expect(SignificanceTest.homogeneity([1: 4, 2: 3], [:]) == nil)
    #expect(SignificanceTest.homogeneity([1: 4, 2: 6], [1: 2, 2: 3])?.p == 1)
    #expect(SignificanceTest.homogeneity([1: 4, 7: 0], [2: 4])?.degrees == 1)
  }
}
