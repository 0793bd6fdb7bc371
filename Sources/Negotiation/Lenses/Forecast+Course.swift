public import GameTheory

extension Forecast {
  /// What one model says: where players go, round by round, and how it ends.
  public struct Course: Sendable {
    /// The model.
    public let model: Model
    /// Where the actors stand before the first round and after each one.
    public let positions: [[Double]]
    /// The weighted medians of these; ranges where two positions divide the weight evenly.
    public let medians: [ClosedRange<Double>]
    /// Their weighted means.
    public let means: [Double]
    /// Why there is no further round.
    public let ending: ExpectedUtilityModel.Ending
    /// What happened in each round, in the expected utility model; else nil.
    public let rounds: [ExpectedUtilityModel.Round]?
    /// The run of the spatial model of politics, in shares of the range; else nil.
    public let run: SpatialPolitics.Run?

    /// The median that the forecast ends with: of a cycle the mean over its rounds, of a range the lower end.
    public var value: Double {
      let cycle = self.cycle
      if cycle.isEmpty { return medians[medians.count - 1].lowerBound }
      return cycle.reduce(0, +) / Double(cycle.count)
    }

    /// The medians that the forecast ends with: those of the cycle, or all points of the last one's range.
    public var range: ClosedRange<Double> {
      let cycle = self.cycle
      guard let low = cycle.min(), let high = cycle.max() else { return medians[roundCount] }
      return low...high
    }

    /// The medians that come back for ever; empty where the forecast ends in no cycle.
    public var cycle: [Double] {
      guard case .cycle(let length) = ending else { return [] }
      return medians.suffix(length).map { $0.lowerBound }
    }

    /// The median on average, where each round is the last one with a given probability.
    ///
    /// The first round takes place. What holds in the end holds ever after, a cycle goes round.
    ///
    /// - Parameter discount: how probable it is that talks go on after a round, in 0..<1.
    /// - Returns: the sum over rounds t of (1 - d) d^(t - 1) times the median after round t.
    public func discounted(_ discount: Double) -> Double {
      let cycle = self.cycle
      let tail = cycle.isEmpty ? [medians[medians.count - 1].lowerBound] : cycle
      var sum = 0.0
      var odds = 1.0
      for median in medians.dropFirst().dropLast(tail.count) {
        sum += odds * (1 - discount) * median.lowerBound
        odds *= discount
      }
      var round = 0.0
      var share = 1.0
      for median in tail {
        round += share * (1 - discount) * median
        share *= discount
      }
      return sum + odds * round / (1 - share)
    }

    init(_ model: Model, _ forecast: ExpectedUtilityModel.Forecast) {
      self.model = model
      // A round without spread tells that there is none, and moves nobody.
      let rounds = forecast.rounds.filter { !$0.hasNoSpread }
      positions = rounds.map { $0.positions } + [forecast.positions]
      medians = rounds.map { $0.median } + [forecast.median]
      means = rounds.map { $0.mean } + [forecast.mean]
      ending = forecast.ending
      self.rounds = rounds
      run = nil
    }

    /// One issue of a run.
    init(_ run: SpatialPolitics.Run, issue: Int, weights: [Double], _ scale: Scale, comesBack: Bool)
    {
      model = .spatial
      positions = run.states.map { state in
        state.positions.map { scale.position(at: $0[issue]) }
      }
      medians = positions.map { WeightedPosition.median($0, weights: weights) }
      means = positions.map { WeightedPosition.mean($0, weights: weights) }
      ending = Course.ending(of: run, comesBack: comesBack)
      rounds = nil
      self.run = run
    }

    /// Why a run ends.
    ///
    /// One that comes back to where it was, to the last bit, goes on so for ever, where ideal points follow
    /// positions and bargains are chosen without chance.
    private static func ending(
      of run: SpatialPolitics.Run,
      comesBack: Bool
    ) -> ExpectedUtilityModel.Ending {
      if run.ending == .settled { return .settled }
      guard comesBack else { return .limit }
      let last = run.states[run.turns].positions
      let before = run.states.dropLast().lastIndex { $0.positions == last }
      return before.map { .cycle(length: run.turns - $0) } ?? .limit
    }

    /// How many rounds were played.
    public var roundCount: Int { positions.count - 1 }

    /// Where the actors stand in the end.
    public var finalPositions: [Double] { positions[positions.count - 1] }

    /// The actors at the position that is most likely to prevail in the end, with how likely it is.
    ///
    /// Nil where positions that differ are as likely. The spatial model of politics alone tells this.
    public var prevailing: (actors: [Int], probability: Double)? {
      guard let state = run?.states.last else { return nil }
      // What differs by rounding alone is as likely.
      let most = (state.probabilities.max() ?? 0) - 0x1p-30
      let actors = state.probabilities.indices.filter { state.probabilities[$0] > most }
      guard actors.allSatisfy({ state.isSamePosition($0, actors[0]) }) else { return nil }
      return (actors, state.probabilities[actors[0]])
    }
  }
}
