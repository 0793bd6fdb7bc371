/// The largest weighted sum of logarithms of mixed gains, in floating point, by an interior-point method.
///
/// Over shares p ≥ 0 it minimises W Σ p - Σ w_i log q_i, with q = Σ p_j × gains of j and W = Σ w_i. Since the
/// sum of logarithms grows by W when all shares grow alike, Σ p is 1 at the optimum. Each step solves
/// for the players, few, and not for the columns (the matrix inversion lemma).
///
/// - Source: Boyd and Vandenberghe, Convex Optimization (2004), section 11.7.
struct NashMaster {
  /// One for each player, above 0.
  let weights: [Double]
  /// By column and then by player.
  private(set) var gains: [Double] = []
  private(set) var columnCount = 0

  init(weights: [Double]) {
    self.weights = weights
  }

  mutating func add(_ column: [Double]) {
    gains += column
    columnCount += 1
  }

  /// The gains of a mixture.
  func mixed(_ shares: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: weights.count)
    for (column, share) in shares.enumerated() {
      for player in weights.indices {
        sums[player] += share * gains[column * weights.count + player]
      }
    }
    return sums
  }

  /// The best shares, from some in which everybody gains; later columns may be missing there.
  func shares(from start: [Double]) -> [Double] {
    var point = Point(self, interior(start))
    for _ in 0..<200 {
      let gap = point.gap
      if gap <= 1e-15 * total, point.residual(0, total) <= 1e-14 * total { break }
      let target = 0.1 * gap / Double(columnCount)
      let step = step(point, target)
      var length = longest(point, step)
      let residual = point.residual(target, total)
      // Shorter until the equations are met better; at the end rounding forbids it.
      var next = point.moved(step, length, self)
      while length > 1e-4, !(next.residual(target, total) <= (1 - 0.01 * length) * residual) {
        length /= 2
        next = point.moved(step, length, self)
      }
      guard length > 1e-4 || gap > 1e-12 * total, next.residual(target, total) < .infinity else {
        break
      }
      point = next
    }
    let sum = point.shares.reduce(0, +)
    return point.shares.map { $0 / sum }
  }

  /// The sum of the weights.
  var total: Double { weights.reduce(0, +) }

  /// The longest step, up to 1, that leaves everything above 0.
  private func longest(_ point: Point, _ step: (shares: [Double], slack: [Double])) -> Double {
    var length = 1.0
    let change = mixed(step.shares)
    for (value, change) in zip(
      point.shares + point.slack + point.sums,
      step.shares + step.slack + change
    ) where change < 0 {
      length = min(length, -0.99 * value / change)
    }
    return length
  }

  /// Shares near the given ones, all above 0, in which everybody still gains.
  private func interior(_ start: [Double]) -> [Double] {
    let start = start + [Double](repeating: 0, count: columnCount - start.count)
    var part = 0.5
    while true {
      let shares = start.map { (1 - part) * $0 + part / Double(columnCount) }
      if part < 1e-12 || mixed(shares).allSatisfy({ $0 > 0.1 }) { return shares }
      part /= 2
    }
  }

  /// How fast the sum of logarithms grows with each column's share.
  fileprivate func slopes(_ sums: [Double]) -> [Double] {
    (0..<columnCount).map { column in
      weights.indices.reduce(0) {
        $0 + weights[$1] * gains[column * weights.count + $1] / sums[$1]
      }
    }
  }

  /// A Newton step towards share × slack = target and left = slack.
  private func step(_ point: Point, _ target: Double) -> (shares: [Double], slack: [Double]) {
    let (shares, slack, sums) = (point.shares, point.slack, point.sums)
    let players = weights.count
    // (diagonal + factorsᵀ factors) × change = right, where the diagonal is slack / share.
    let right = shares.indices.map { target / shares[$0] + point.slopes[$0] - total }
    let inverse = shares.indices.map { shares[$0] / slack[$0] }
    let roots = weights.indices.map { weights[$0].squareRoot() / sums[$0] }
    let factor = { (player: Int, column: Int) in roots[player] * gains[column * players + player] }
    var matrix = SquareSystem(players)
    for row in 0..<players {
      for column in shares.indices {
        let scaled = factor(row, column) * inverse[column]
        matrix.right[row] += scaled * right[column]
        for other in 0..<players { matrix[row, other] += scaled * factor(other, column) }
      }
      matrix[row, row] += 1
    }
    let solved = matrix.solved()
    let change = shares.indices.map { column in
      var value = right[column]
      for player in 0..<players { value -= factor(player, column) * solved[player] }
      return value * inverse[column]
    }
    let slackChange = shares.indices.map {
      target / shares[$0] - slack[$0] - slack[$0] / shares[$0] * change[$0]
    }
    return (change, slackChange)
  }
}

/// Shares with their slacks, and what follows from the shares.
private struct Point {
  let shares: [Double]
  let slack: [Double]
  let sums: [Double]
  let slopes: [Double]

  init(_ master: NashMaster, _ shares: [Double], slack: [Double]? = nil) {
    self.shares = shares
    self.slack = slack ?? shares.map { master.total / (Double(shares.count) * $0) }
    sums = master.mixed(shares)
    slopes = master.slopes(sums)
  }

  func moved(
    _ step: (shares: [Double], slack: [Double]),
    _ length: Double,
    _ master: NashMaster
  ) -> Point {
    let move = { (value: Double, change: Double) in max(value + length * change, 1e-300) }
    return Point(
      master,
      zip(shares, step.shares).map(move),
      slack: zip(slack, step.slack).map(move)
    )
  }

  /// The sum of shares × slacks.
  var gap: Double { zip(shares, slack).reduce(0) { $0 + $1.0 * $1.1 } }

  /// How far off the equations total - slope = slack and share × slack = target are.
  func residual(_ target: Double, _ total: Double) -> Double {
    var sum = 0.0
    for column in shares.indices {
      let first = total - slopes[column] - slack[column]
      let second = shares[column] * slack[column] - target
      sum += first * first + second * second
    }
    return sum.squareRoot()
  }
}

/// Linear equations with as many unknowns.
private struct SquareSystem {
  let size: Int
  private var matrix: [Double]
  var right: [Double]

  init(_ size: Int) {
    self.size = size
    matrix = [Double](repeating: 0, count: size * size)
    right = [Double](repeating: 0, count: size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { matrix[row * size + column] }
    set { matrix[row * size + column] = newValue }
  }

  /// The unknowns, by elimination; the matrix is symmetric with eigenvalues of at least 1.
  func solved() -> [Double] {
    var system = self
    for pivot in 0..<size {
      for row in pivot + 1..<max(size, pivot + 1) {
        let factor = system[row, pivot] / system[pivot, pivot]
        for column in pivot..<size { system[row, column] -= factor * system[pivot, column] }
        system.right[row] -= factor * system.right[pivot]
      }
    }
    var unknowns = system.right
    for row in (0..<size).reversed() {
      for column in row + 1..<max(size, row + 1) {
        unknowns[row] -= system[row, column] * unknowns[column]
      }
      unknowns[row] /= system[row, row]
    }
    return unknowns
  }
}
