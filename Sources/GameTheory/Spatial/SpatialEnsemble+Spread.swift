extension SpatialEnsemble {
  /// How a forecast spreads over the draws.
  public struct Spread: Sendable, Hashable {
    /// The forecast of every draw, in the order of draws.
    public let values: [Double]
    /// How many forecasts settled.
    public let settled: Int
    /// How many went round in a cycle of two states or more.
    public let cycles: Int
    /// How many had no spread in security or positions.
    public let withoutSpread: Int
    /// How many reached the limit of rounds.
    public let limited: Int
    private let sorted: [Double]

    /// Creates a spread of forecasts made elsewhere, in parts or on several threads.
    ///
    /// - Parameters:
    ///   - values: the forecast of every draw, in the order of draws; one or more finite numbers.
    ///   - endings: how each ended; empty where forecasts have no end.
    public init(values: [Double], endings: [ExpectedUtilityModel.Ending] = []) {
      self.values = values
      sorted = values.sorted()
      var counts = (settled: 0, cycles: 0, withoutSpread: 0, limited: 0)
      for ending in endings {
        switch ending {
        case .settled: counts.settled += 1
        case .cycle: counts.cycles += 1
        case .noSpread: counts.withoutSpread += 1
        case .limit: counts.limited += 1
        }
      }
      (settled, cycles, withoutSpread, limited) = counts
    }

    /// The value below which a share of the forecasts lies, by linear interpolation between two of them.
    ///
    /// - Parameter share: in 0...1; 0 and 1 are the smallest and the largest forecast.
    /// - Returns: the quantile.
    /// - Source: Hyndman and Fan, Sample quantiles in statistical packages (1996), definition 7.
    public func quantile(_ share: Double) -> Double {
      precondition(share >= 0 && share <= 1, "a share lies in 0...1")
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
      return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
  }

  /// The spread of the median that the expected utility model forecasts, for one declared reading.
  ///
  /// A forecast that goes round in a cycle counts with the mean of its medians over the cycle.
  ///
  /// - Parameter settings: the reading with all that it leaves open.
  /// - Returns: the forecasts of all draws.
  /// - Throws: ``SpatialMistake/setting`` for settings outside of their ranges.
  /// - Complexity: that of a forecast for each draw.
  public func spread(
    _ settings: ExpectedUtilityModel.Settings
  ) throws(SpatialMistake) -> Spread {
    var values: [Double] = []
    var endings: [ExpectedUtilityModel.Ending] = []
    for draw in 0..<draws {
      let forecast = try ExpectedUtilityModel(actors(draw: draw), settings: settings).forecast()
      values.append(forecast.longRunMedian)
      endings.append(forecast.ending)
    }
    return Spread(values: values, endings: endings)
  }

  /// The spread of the weighted median before the first round, the lower end where it is a range.
  public func initialMedians() -> Spread {
    baseline { WeightedPosition.median($0, weights: $1).lowerBound }
  }

  /// The spread of the weighted mean before the first round.
  public func initialMeans() -> Spread {
    baseline { WeightedPosition.mean($0, weights: $1) }
  }

  private func baseline(_ value: ([Double], [Double]) -> Double) -> Spread {
    let values = (0..<draws).map { draw in
      let actors = self.actors(draw: draw)
      return value(actors.map { $0.positions[0] }, actors.map { $0.weight })
    }
    return Spread(values: values)
  }
}
