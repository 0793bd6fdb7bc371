extension ExpectedUtilityModel {
  /// Why a forecast ends.
  public enum Ending: Sendable, Hashable {
    /// The median moved by less than the share asked for, or nobody moved at all.
    case settled
    /// The positions come back for ever.
    case cycle(length: Int)
    /// All actors are equally secure, or stand at one place: risk exponents are undefined, and nobody moves.
    case noSpread
    /// The limit of rounds was reached with the median still moving.
    case limit
  }

  /// A run of the model.
  public struct Forecast: Sendable, Hashable {
    /// The rounds that were played.
    public let rounds: [Round]
    /// Where the actors stand after the last round.
    public let positions: [Double]
    /// The weighted median of these; a range where two positions divide the weight evenly.
    public let median: ClosedRange<Double>
    /// Their weighted mean.
    public let mean: Double
    /// Why there is no further round.
    public let ending: Ending

    /// The medians before the first round and after every round, lower ends of ranges.
    public var medians: [Double] { rounds.map { $0.median.lowerBound } + [median.lowerBound] }

    /// The mean of the medians over the cycle, for a forecast that ends in one; else the last median.
    public var longRunMedian: Double {
      guard case .cycle(let length) = ending else { return median.lowerBound }
      return medians.suffix(length).reduce(0, +) / Double(length)
    }
  }

  /// Rounds one after the other, without a stop.
  ///
  /// - Parameter count: how many, 0 or more.
  /// - Returns: the rounds; those after one without spread are the same as it.
  public func rounds(_ count: Int) -> [Round] {
    var positions = initialPositions
    var rounds: [Round] = []
    for _ in 0..<count {
      let round = self.round(from: positions)
      rounds.append(round)
      positions = round.newPositions
    }
    return rounds
  }

  /// Runs the model until the median rests, the positions repeat, or the limit is reached.
  ///
  /// A state that was there before is looked for first, since a median may rest while actors go round, and
  /// a cycle of length 1, in which nobody moves, counts as settled. A median that rests for a round may
  /// move again later on: `quietRounds` asks for more of them, and with a `quietShare` of nil only rest,
  /// repetition and the limit end the run.
  /// - Complexity: O(t n^3 + t^2 n) for n actors and t rounds.
  public func forecast() -> Forecast {
    var positions = initialPositions
    var rounds: [Round] = []
    var ending = Ending.limit
    while rounds.count < settings.roundLimit {
      let round = self.round(from: positions)
      if round.hasNoSpread {
        // A round in which nothing is defined is told once, where it is all that there is.
        if rounds.isEmpty { rounds.append(round) }
        ending = .noSpread
        break
      }
      rounds.append(round)
      positions = round.newPositions
      if let found = self.ending(rounds, positions) {
        ending = found
        break
      }
    }
    return Forecast(
      rounds: rounds,
      positions: positions,
      median: WeightedPosition.median(positions, weights: weights),
      mean: WeightedPosition.mean(positions, weights: weights),
      ending: ending
    )
  }

  private func ending(_ rounds: [Round], _ positions: [Double]) -> Ending? {
    let tolerance = settings.repeatShare * initialRange
    for (age, round) in rounds.reversed().enumerated() {
      let isSame = positions.indices.allSatisfy {
        (positions[$0] - round.positions[$0]).magnitude <= tolerance
      }
      if isSame { return age == 0 ? .settled : .cycle(length: age + 1) }
    }
    guard let share = settings.quietShare, rounds.count >= settings.quietRounds else { return nil }
    var median = WeightedPosition.median(positions, weights: weights).lowerBound
    for round in rounds.suffix(settings.quietRounds).reversed() {
      let before = round.median.lowerBound
      guard (median - before).magnitude < share * initialRange else { return nil }
      median = before
    }
    return .settled
  }
}
