import GameTheory

extension Continuum {
  /// What is known of a player, one number each.
  public enum Aspect: String, Sendable, Hashable, CaseIterable {
    /// Where it stands.
    case position
    /// How much it cares.
    case salience
    /// What it can bring to bear.
    case capability
  }
}

extension Continuum.Position {
  /// One of the numbers.
  public subscript(aspect: Continuum.Aspect) -> Continuum.Estimate {
    get {
      switch aspect {
      case .position: position
      case .salience: salience
      case .capability: capability
      }
    }
    set {
      switch aspect {
      case .position: position = newValue
      case .salience: salience = newValue
      case .capability: capability = newValue
      }
    }
  }
}

extension Forecast {
  /// How much forecasts hang on one uncertain number.
  ///
  /// A difference of means: how much higher forecasts end in the third of the draws in which the number is
  /// highest than in the third in which it is lowest, everything else being drawn as well.
  public struct Influence: Sendable {
    /// The index of the player in the scenario.
    public let player: Int
    /// Which of its numbers.
    public let aspect: Continuum.Aspect
    /// The difference for the weighted median before any bargaining.
    public let median: Double
    /// The difference for the weighted mean before any bargaining.
    public let mean: Double
    /// The difference for each model, in the order of the settings.
    public let models: [Double]

    /// The largest difference of all, signs aside.
    public var size: Double {
      models.reduce(max(median.magnitude, mean.magnitude)) { max($0, $1.magnitude) }
    }
  }

  /// How much forecasts hang on each uncertain number, the largest influence first; of equals in file order.
  ///
  /// - Parameters:
  ///   - draws: three draws or more, as `source` makes them.
  ///   - source: where they come from.
  /// - Returns: one for each number with a range, of players that count.
  /// - Complexity: O(*numbers* × *draws* × log *draws*).
  public func influences(of draws: [Draw], from source: Draws) -> [Influence] {
    let counted = continuum.positions.filter { $0.hasWeight }
    let numbers = counted.indices.flatMap { place in
      Continuum.Aspect.allCases.filter { counted[place][$0].isUncertain }.map { (place, $0) }
    }
    var columns = [[Double]](repeating: [], count: numbers.count)
    for draw in draws.indices {
      let actors = source.actors(draw)
      for (column, number) in numbers.enumerated() {
        columns[column].append(actors[number.0][number.1])
      }
    }
    let influences = zip(numbers, columns).map { number, values in
      influence(of: number.1, of: counted[number.0].player, values, draws)
    }
    return influences.enumerated().sorted {
      ($1.element.size, $0.offset) < ($0.element.size, $1.offset)
    }.map { $0.element }
  }

  private func influence(
    of aspect: Continuum.Aspect,
    of player: Int,
    _ values: [Double],
    _ draws: [Draw]
  ) -> Influence {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let thirds = (order.prefix(order.count / 3), order.suffix(order.count / 3))
    func difference(_ answer: (Draw) -> Double) -> Double {
      func mean(_ third: ArraySlice<Int>) -> Double {
        third.reduce(0) { $0 + answer(draws[$1]) } / Double(third.count)
      }
      return mean(thirds.1) - mean(thirds.0)
    }
    return Influence(
      player: player,
      aspect: aspect,
      median: difference { $0.median },
      mean: difference { $0.mean },
      models: settings.models.indices.map { model in difference { $0.values[model] } }
    )
  }
}

extension SpatialActor {
  /// One of the numbers of an actor on one issue.
  fileprivate subscript(aspect: Continuum.Aspect) -> Double {
    switch aspect {
    case .position: positions[0]
    case .salience: saliences[0]
    case .capability: capability
    }
  }
}
