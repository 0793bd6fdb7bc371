import GameTheory

/// A round of the expected utility model, written from the equations with no thought for speed.
struct SlowExpectedUtility {
  let x: [Double]
  let s: [Double]
  let c: [Double]
  let reading: ExpectedUtilityModel.Reading
  let q: Double
  let range: Double
  let median: Double

  private func power(_ base: Double, _ exponent: Double) -> Double {
    base <= 0 ? 0 : ElementaryFunctions.exp(exponent * ElementaryFunctions.log(base))
  }

  private func vote(_ k: Int, _ a: Double, _ b: Double, _ r: [Double]) -> Double {
    guard reading == .code else { return c[k] * s[k] * (abs(x[k] - b) - abs(x[k] - a)) / range }
    let away = power(abs(x[k] - b), r[k]) - power(abs(x[k] - a), r[k])
    return c[k] * s[k] * away / power(range, r[k])
  }

  func probability(_ i: Int, _ j: Int, _ r: [Double]) -> Double {
    if x[i] == x[j] { return 0 }
    let votes = x.indices.map { vote($0, x[i], x[j], r) }
    let magnitudes = votes.reduce(0) { $0 + abs($1) }
    switch reading {
    case .paper: return votes.filter { $0 > 0 }.reduce(0, +) / magnitudes
    case .net: return max(0, votes.reduce(0, +)) / magnitudes
    case .code:
      var all = 0.0
      for k in x.indices {
        for a in x {
          for b in x { all += abs(vote(k, a, b, r)) }
        }
      }
      return votes.filter { $0 > 0 }.reduce(0, +) / all
    }
  }

  func expected(_ i: Int, _ j: Int, _ own: Double, _ r: [Double]) -> Double {
    let d = abs(x[i] - x[j]) / range
    let success = 2 - 4 * power(0.5 - 0.5 * d, own)
    let failure = 2 - 4 * power(0.5 + 0.5 * d, own)
    let quiet = 2 - 4 * power(0.5, own)
    let shift = 0.25 * (abs(x[i] - median) + abs(x[i] - x[j])) / range
    let better = 2 - 4 * power(0.5 - shift, own)
    let worse = 2 - 4 * power(0.5 + shift, own)
    let isNearer = abs(x[i] - median) < abs(x[i] - x[j])
    let p = probability(i, j, r)
    return s[j] * (p * success + (1 - p) * failure) + (1 - s[j]) * success - q * quiet
      - (1 - q) * (isNearer ? better : worse)
  }

  var security: [Double] {
    let neutral = x.map { _ in 1.0 }
    return x.indices.map { i in
      x.indices.filter { $0 != i }.reduce(0) { $0 + expected($1, i, 1, neutral) }
    }
  }

  var exponents: [Double] {
    let security = self.security
    guard let low = security.min(), let high = security.max() else { return [] }
    return security.map { value in
      let basis = (2 * value - high - low) / (high - low)
      return (1 - basis / 3) / (1 + basis / 3)
    }
  }

  /// Where everybody goes that accepts by kind and then by least movement, losers of conflicts moving.
  var next: [Double] {
    let r = exponents
    return x.indices.map { i in
      var kinds: [[Double]] = [[], [], []]
      for j in x.indices where x[j] != x[i] {
        let a = expected(i, j, r[i], r)
        let b = expected(j, i, r[i], r)
        if b > a && a > 0 { kinds[0].append(x[j]) }
        if a < 0 && b > -a { kinds[1].append(x[i] + (x[j] - x[i]) * abs(a / b)) }
        if a < 0 && b > 0 && b < -a { kinds[2].append(x[j]) }
      }
      let best = kinds.first { !$0.isEmpty } ?? [x[i]]
      return best.min { abs($0 - x[i]) < abs($1 - x[i]) } ?? x[i]
    }
  }
}
