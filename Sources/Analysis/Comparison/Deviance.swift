import GameTheory

/// How far log Γ(n+1) lies above Stirling's formula: log Γ(n+1) - (n+1/2) log n + n - log √(2π).
///
/// - Source: Loader (2000), section 2; the asymptotic series 6.1.40 of Abramowitz and Stegun (1964).
func stirlingError(_ n: Double) -> Double {
  if n < 16 {
    // One step of the recursion of Γ; the series is exact enough from 16 on.
    return stirlingError(n + 1) + (n + 0.5) * ElementaryFunctions.log1p(1 / n) - 1
  }
  let square = 1 / (n * n)
  let terms: [Double] = [
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
  ]
  return terms.reversed().reduce(0) { $0 * square + $1 } / n
}

/// x log(x/m) + m - x: by how much an expectation m fits the count x worse than x itself.
///
/// - Source: Loader (2000), section 3.
func deviance(_ x: Double, _ m: Double) -> Double {
  guard abs(x - m) < 0.1 * (x + m) else { return x * ElementaryFunctions.log(x / m) + m - x }
  let v = (x - m) / (x + m)
  var sum = (x - m) * v
  var term = 2 * x * v
  var index = 1.0
  while index < 1000 {
    term *= v * v
    let next = sum + term / (2 * index + 1)
    if next == sum { return next }
    sum = next
    index += 1
  }
  return sum
}
