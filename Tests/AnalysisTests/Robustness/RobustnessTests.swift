@testable import Analysis
import TestSupport
import Testing

@Suite("Measures of robustness")
struct RobustnessTests {
  private let payoffs: [[Double]] = [[5, 1, 9], [6, 4, 2], [3, 3, 8]]

  @Test("numbers near the largest, and their squares, do not go beyond it")
  func large() throws {
    let settings = RobustnessStudy.Settings()
    let large = payoffs.map { $0.map { $0 * 0x1p1019 } }
    let measures = RobustnessStudy.measures(large, settings).compactMap { $0 }
    let usual = RobustnessStudy.measures(payoffs, settings).compactMap { $0 }
    #expect(measures.count == 3)
    for (measure, reference) in zip(measures, usual) {
      #expect(measure.mean == reference.mean * 0x1p1019)
      #expect(measure.deviation == reference.deviation * 0x1p1019)
      #expect(measure.median == reference.median * 0x1p1019)
      #expect(measure.regret?.mean == reference.regret.map { $0.mean * 0x1p1019 })
    }
  }

  @Test("the reference case is met")
  func reference() throws {
    var settings = RobustnessStudy.Settings()
    settings.threshold = 4
    let measures = RobustnessStudy.measures(payoffs, settings).compactMap { $0 }
    #expect(measures.map { $0.worst } == [1, 2, 3])
    #expect(measures.map { $0.best } == [9, 6, 8])
    #expect(measures.map { $0.hurwicz } == [5, 4, 5.5])
    #expect(measures.map { $0.mean } == [5, 4, 4.666666666666667])
    #expect(measures.map { $0.regret?.largest } == [3, 7, 3])
    #expect(measures.map { $0.regret?.percentile90 } == [2.6, 5.6000000000000005, 2.6])
    #expect(
      measures.map { $0.regret?.mean } == [
        1.3333333333333333, 2.3333333333333335, 1.6666666666666667,
      ]
    )
    #expect(
      measures.map { $0.satisficingShare } == [
        0.6666666666666666, 0.6666666666666666, 0.3333333333333333,
      ]
    )
    #expect(
      measures.map { $0.meanOverDeviation } == [
        1.5309310892394863, 2.449489742783178, 1.9798989873223332,
      ]
    )
    #expect(measures.map { $0.undesirableDeviation } == [4, 2, 0])
    #expect(RobustnessStudy.regrets(payoffs) == [[1, 3, 0], [0, 0, 7], [3, 1, 1]])
    #expect(RobustnessStudy.regretsFromBaseline(payoffs) == [[0, 4, -4], [0, 2, 4], [0, 0, -5]])
    #expect(measures.map { $0.median } == [5, 4, 3])
    #expect(measures.map { $0.regret?.bestShare } == [1.0 / 3, 2.0 / 3, 0])
  }

  @Test("all measures are those by definition")
  func definition() {
    let found = failures(seeds: 60) { random in
      let (policies, scenarios) = (random.int(in: 1...4), random.int(in: 1...60))
      let table = (0..<policies).map { _ in
        (0..<scenarios).map { _ in Double(random.int(in: -50...50)) / 8 }
      }
      let measures = RobustnessStudy.measures(table)
      let regrets = RobustnessStudy.regrets(table)
      for policy in 0..<policies {
        guard let found = measures[policy], let regret = found.regret else { return "none" }
        let sorted = table[policy].sorted()
        let median = (sorted[(scenarios - 1) / 2] + sorted[scenarios / 2]) / 2
        let below = sorted.filter { $0 < median }.reduce(0) { $0 + median - $1 }
        let mean = sorted.reduce(0, +) / Double(scenarios)
        let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scenarios)
        let losses = regrets[policy].sorted()
        let place = 0.9 * Double(scenarios - 1)
        let high = losses[min(Int(place) + 1, scenarios - 1)]
        let percentile =
          losses[Int(place)] + (high - losses[Int(place)]) * (place - Double(Int(place)))
        let pairs = [
          (found.worst, sorted[0]), (found.best, sorted[scenarios - 1]), (found.mean, mean),
          (found.median, median), (found.undesirableDeviation, below),
          (found.deviation * found.deviation, variance), (regret.largest, losses[scenarios - 1]),
          (regret.percentile90, percentile), (regret.mean, losses.reduce(0, +) / Double(scenarios)),
          (regret.bestShare, Double(losses.filter { $0 == 0 }.count) / Double(scenarios)),
        ]
        if let index = pairs.firstIndex(where: { abs($0.0 - $0.1) > 1e-9 }) {
          return "measure \(index) of policy \(policy): \(pairs[index])"
        }
      }
      return nil
    }
    #expect(found == [])
  }

  @Test(
    "policies that are known in other scenarios have no regret; one without scenarios has nothing"
  )
  func unpaired() {
    var study = RobustnessStudy(policies: 3, isPaired: false)
    repeat {
      for payoff in [1.0, 2, 6] { study.add(payoff, under: 0) }
      study.add(4, under: 2)
    } while study.endPass()
    let measures = study.measures
    #expect(measures[0]?.mean == 3)
    #expect(measures[0]?.median == 2)
    #expect(measures[0]?.regret == nil)
    #expect(measures[0]?.satisficingShare == nil)
    #expect(measures[1] == nil)
    #expect(measures[2]?.deviation == 0)
    #expect(measures[2]?.meanOverDeviation == nil)
  }
}
