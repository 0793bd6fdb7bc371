import TestSupport
import Testing

@testable import GameTheory

@Suite("Distributions")
struct DistributionTests {
  private let standard = Distribution.normal(mean: 0, deviation: 1)

  @Test("quantiles and shares of the normal distribution are the nearest numbers to the true ones")
  func normal() {
    for (share, value) in DistributionReferences.normalQuantiles {
      #expect(standard.quantile(share) == value, "\(share)")
    }
    for (value, share) in DistributionReferences.normalShares {
      #expect(standard.cumulative(value) == share, "\(value)")
    }
  }

  @Test("the normal distribution cut far out in its tails, and to a sliver")
  func truncated() {
    for (low, high, share, value) in DistributionReferences.truncated {
      let cut = Distribution.truncatedNormal(mean: 0, deviation: 1, low: low, high: high)
      #expect(cut.quantile(share) == value, "\(cut) at \(share)")
      // The whole numbers scale without rounding.
      let scaled = Distribution.truncatedNormal(
        mean: 0,
        deviation: 4,
        low: 4 * low,
        high: 4 * high
      )
      #expect(scaled.quantile(share) == 4 * value, "\(scaled) at \(share)")
    }
  }

  @Test("quantiles of the beta distribution for shapes from 0.01 to 10,000")
  func beta() {
    for (alpha, beta, share, value) in DistributionReferences.beta {
      let found = Distribution.beta(alpha: alpha, beta: beta, low: 0, high: 1).quantile(share)
      // A small shape magnifies the error of the share.
      let tolerance = 0x1p-50 + 0x1p-48 / min(alpha, beta, 1)
      #expect(abs(found - value) <= tolerance * value, "\(alpha) \(beta) \(share): \(found)")
    }
  }

  @Test("beta distributions with formulas")
  func betaFormulas() {
    let wrong = failures(seeds: 300) { random in
      let (share, shape) = (random.share(), 0.2 + 30 * random.unit())
      let power = ElementaryFunctions.exp(ElementaryFunctions.log(share) / shape)
      let found = Distribution.beta(alpha: shape, beta: 1, low: 0, high: 1).quantile(share)
      guard abs(found - power) <= 0x1p-46 * power else {
        return "\(share) \(shape): \(found) for \(power)"
      }
      let even = Distribution.beta(alpha: 1, beta: 1, low: 0, high: 1).quantile(share)
      return abs(even - share) <= 0x1p-48 * share ? nil : "even \(share): \(even)"
    }
    #expect(wrong == [])
  }

  @Test("shares of a value undo quantiles, as far as a value can tell")
  func inverse() {
    let wrong = failures(seeds: 4000) { random in
      let distribution = random.distribution()
      let share = random.share()
      let value = distribution.quantile(share)
      // A value near 0 has the error of the mean and the offset from it, which it is the sum of.
      var mean = 0.0
      switch distribution {
      case .normal(let centre, _), .truncatedNormal(let centre, _, _, _): mean = centre
      default: break
      }
      let step = 3 * (abs(value) + 2 * abs(mean)).ulp
      let below = distribution.cumulative(value - step)
      let above = distribution.cumulative(value + step)
      // The share may be off by what neighbouring values differ by, and a few of its own last places.
      let slack = min(share, 1 - share) * 0x1p-43 + 0x1p-51
      return below - slack <= share && share <= above + slack
        ? nil : "\(distribution) \(share): \(value) is between \(below) and \(above)"
    }
    #expect(wrong == [])
  }

  @Test("neighbouring and distant shares have quantiles in the same order, inside the reach")
  func monotone() {
    let wrong = failures(seeds: 6000) { random in
      let distribution = random.distribution()
      let quantiles = QuantileFunction(distribution)
      let reach = distribution.reach
      var shares = [random.share(), random.share(), 0, 1, 0x1p-54, 1 - 0x1p-53]
      for _ in 0..<4 { shares.append(min(1, shares[shares.count - 1].nextUp)) }
      for _ in 0..<8 {
        let share = random.share()
        shares += [share, min(1, share.nextUp), min(1, share.nextUp.nextUp)]
      }
      var last = -Double.infinity
      for share in shares.sorted() {
        let value = quantiles.value(at: share)
        guard reach.contains(value) else { return "\(distribution) \(share): \(value) \(reach)" }
        guard value >= last else { return "\(distribution) falls at \(share)" }
        guard value == distribution.quantile(share) else { return "two values at \(share)" }
        last = value
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("symmetric distributions are symmetric")
  func symmetry() {
    let wrong = failures(seeds: 3000) { random in
      // Both share and 1 - share are exact.
      let share = Double(random.int(in: 1...((1 << 53) - 1))) * 0x1p-53
      let cut = Distribution.truncatedNormal(mean: 0, deviation: 1, low: -3, high: 3)
      for distribution in [standard, cut] {
        guard distribution.quantile(share) == -distribution.quantile(1 - share) else {
          return "\(distribution) at \(share)"
        }
      }
      let triangle = Distribution.triangular(low: -1, mode: 0, high: 1)
      let sum = triangle.quantile(share) + triangle.quantile(1 - share)
      return abs(sum) <= 0x1p-52 ? nil : "triangular at \(share): \(sum)"
    }
    #expect(wrong == [])
  }

  @Test("the ends of the support are met, and the normal distribution stays finite")
  func ends() {
    let wrong = failures(seeds: 1000) { random in
      let distribution = random.distribution()
      let (first, last) = (distribution.quantile(0), distribution.quantile(1))
      if let bounds = distribution.bounds {
        return first == bounds.low && last == bounds.high ? nil : "\(distribution)"
      }
      guard first == distribution.quantile(0x1p-54), first.isFinite, last.isFinite else {
        return "\(distribution)"
      }
      return distribution.reach == first.nextDown...last.nextUp ? nil : "\(distribution)"
    }
    #expect(wrong == [])
    #expect(abs(standard.reach.upperBound - 8.292361075813595) < 1e-12)
  }

  @Test("triangular and log-uniform quantiles by their formulas")
  func formulas() {
    let triangle = Distribution.triangular(low: 2, mode: 4, high: 10)
    #expect(triangle.quantile(0.25) == 4)
    #expect(triangle.quantile(0.0625) == 3)
    #expect(triangle.quantile(0.8125) == 7)
    #expect(triangle.cumulative(3) == 0.0625)
    #expect(triangle.cumulative(7) == 0.8125)
    let decades = Distribution.logUniform(low: 0.001, high: 1000)
    for (share, value) in [(1.0 / 6, 0.01), (1.0 / 3, 0.1), (0.5, 1.0), (5.0 / 6, 100)] {
      #expect(abs(decades.quantile(share) - value) <= 0x1p-49 * value)
      #expect(abs(decades.cumulative(value) - share) <= 0x1p-52)
    }
    let vast = Distribution.logUniform(low: 1e-300, high: 1e300)
    #expect(abs(vast.quantile(0.5) - 1) < 1e-13)
  }
}
