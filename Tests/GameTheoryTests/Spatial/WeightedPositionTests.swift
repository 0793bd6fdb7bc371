import TestSupport
import Testing

@testable import GameTheory

@Suite("Weighted median and mean of positions")
struct WeightedPositionTests {
  @Test("the median has the smallest weighted sum of distances, and no position beats it")
  func median() {
    let wrong = failures(seeds: 2000) { random in
      let count = random.int(in: 1...7)
      let positions = (0..<count).map { _ in Double(random.int(in: 0...8)) }
      // Small whole numbers, so that all sums here are exact and halves occur.
      let weights = (0..<count).map { _ in Double(random.int(in: 1...4)) }
      func distance(_ point: Double) -> Double {
        positions.indices.reduce(0) { $0 + weights[$1] * abs(positions[$1] - point) }
      }
      let least = positions.map(distance).min()
      let best = positions.filter { distance($0) == least }
      let median = WeightedPosition.median(positions, weights: weights)
      guard median.lowerBound == best.min(), median.upperBound == best.max() else {
        return "\(median) for \(best)"
      }
      for rival in positions {
        let votes = positions.indices.reduce(0.0) {
          let gain = abs(positions[$1] - median.lowerBound) - abs(positions[$1] - rival)
          return $0 + weights[$1] * gain
        }
        if votes > 0 { return "\(rival) beats \(median)" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("weights that are halves only up to rounding make a range")
  func rounding() {
    let weights = [0.1, 0.2, 0.3]
    #expect(WeightedPosition.median([1, 2, 5], weights: weights) == 2...5)
    #expect(WeightedPosition.median([5, 2, 1], weights: [0.3, 0.2, 0.1]) == 2...5)
  }

  @Test("those without weight do not count")
  func withoutWeight() {
    #expect(WeightedPosition.median([0, 1, 2], weights: [0, 1, 1]) == 1...2)
    #expect(WeightedPosition.median([0, 7, 9], weights: [0, 1, 0]) == 7...7)
    #expect(WeightedPosition.mean([0, 7, 9], weights: [0, 1, 0]) == 7)
  }

  @Test("the mean")
  func mean() {
    #expect(WeightedPosition.mean([0, 10], weights: [1, 3]) == 7.5)
    let actors = SpatialCases.emissionStandards
    let mean = WeightedPosition.mean(
      actors.map { $0.positions[0] },
      weights: actors.map { $0.weight }
    )
    #expect(abs(mean - 7.389955687) < 1e-9)
  }
}
