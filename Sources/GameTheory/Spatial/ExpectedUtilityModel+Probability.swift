extension ExpectedUtilityModel {
  /// The probability that each actor beats each other one, as the reading has it.
  ///
  /// 0 for actors at one position. Where no vote differs, 1/2 on paper and else 0.
  ///
  /// - Parameters:
  ///   - positions: where the actors stand.
  ///   - exponents: the actors' risk exponents, which only the reading `code` uses for votes.
  ///   - range: what distances are measured by, above 0.
  /// - Returns: the probability that the row's actor beats the column's.
  /// - Complexity: O(n^3) for n actors.
  func probabilities(_ positions: [Double], exponents: [Double], range: Double) -> SquareTable {
    let count = positions.count
    let losses = self.losses(positions, exponents: exponents, range: range)
    let all = settings.reading == .code ? allVotes(losses) : 0
    var table = SquareTable(count: count)
    for i in 0..<count {
      for j in 0..<count where positions[i] != positions[j] {
        var support = 0.0
        var opposition = 0.0
        for k in 0..<count {
          let vote = weights[k] * (losses[k, j] - losses[k, i])
          if vote > 0 { support += vote } else { opposition -= vote }
        }
        table[i, j] = probability(support: support, opposition: opposition, all: all)
      }
    }
    return table
  }

  private func probability(support: Double, opposition: Double, all: Double) -> Double {
    let cast = support + opposition
    return switch settings.reading {
    case .paper: cast > 0 ? support / cast : 0.5
    case .net: cast > 0 ? max(0, support - opposition) / cast : 0
    case .code: all > 0 ? support / all : 0
    }
  }

  /// How far, to the power of its exponent in the reading `code`, each actor is from each position.
  private func losses(_ positions: [Double], exponents: [Double], range: Double) -> SquareTable {
    var table = SquareTable(count: positions.count)
    for k in positions.indices {
      for m in positions.indices {
        let distance = (positions[k] - positions[m]).magnitude / range
        table[k, m] =
          settings.reading == .code ? ElementaryFunctions.power(distance, exponents[k]) : distance
      }
    }
    return table
  }

  /// The magnitudes of all votes between all ordered pairs of positions.
  ///
  /// The differences between sorted numbers add to multiples of the numbers themselves.
  private func allVotes(_ losses: SquareTable) -> Double {
    let count = losses.count
    var total = 0.0
    for k in 0..<count {
      let sorted = (0..<count).map { losses[k, $0] }.sorted()
      var sum = 0.0
      for (rank, loss) in sorted.enumerated() { sum += Double(2 * rank + 1 - count) * loss }
      total += weights[k] * 2 * sum
    }
    return total
  }

  /// What a challenge is expected to bring to the challenger, E(i challenges j).
  ///
  /// - Parameters:
  ///   - challenger: i.
  ///   - target: j, whose salience counts.
  ///   - exponent: the risk exponent of who looks on.
  ///   - scene: positions with what follows from them.
  /// - Returns: the expectation, in -4...4.
  func expectedUtility(
    of challenger: Int,
    against target: Int,
    exponent: Double,
    _ scene: Scene
  ) -> Double {
    let own = scene.positions[challenger]
    let gap = (own - scene.positions[target]).magnitude
    let distance = gap / scene.range
    let success = utility(0.5 - 0.5 * distance, exponent)
    let failure = utility(0.5 + 0.5 * distance, exponent)
    let odds = scene.probabilities[challenger, target]
    let salience = actors[target].saliences[0]
    let resisted = salience * (odds * success + (1 - odds) * failure)
    let quiet = settings.statusQuoProbability
    let result = resisted + (1 - salience) * success - quiet * utility(0.5, exponent)
    guard quiet < 1 else { return result }
    // Without a challenge others may move the target towards the challenger or away from it.
    let toMedian = (own - scene.median).magnitude
    let shift = 0.25 * (toMedian + gap) / scene.range
    let change = utility(toMedian < gap ? 0.5 - shift : 0.5 + shift, exponent)
    return result - (1 - quiet) * change
  }

  /// 2 less 4 times a share to the power of an exponent.
  private func utility(_ share: Double, _ exponent: Double) -> Double {
    2 - 4 * ElementaryFunctions.power(max(0, share), exponent)
  }

  /// Positions with what follows from them.
  struct Scene {
    var positions: [Double]
    var median: Double
    var range: Double
    var probabilities: SquareTable
  }
}
