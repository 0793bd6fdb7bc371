/// Actors whose numbers are known within bounds only, drawn again and again.
///
/// Every number has a triangular distribution, and all are independent. Draw i hangs on the seed and on i
/// only, so draws may be made in parts, on several threads or machines.
public struct SpatialEnsemble: Sendable {
  /// A number of which the bounds and the likeliest value are known.
  public struct Estimate: Sendable, Hashable {
    /// The lowest value that it may have.
    public let low: Double
    /// The likeliest value.
    public let mode: Double
    /// The highest value that it may have.
    public let high: Double

    /// Creates an estimate.
    ///
    /// - Parameters:
    ///   - low: the lowest value, at most the mode.
    ///   - mode: the likeliest value.
    ///   - high: the highest value, at least the mode; all three may be the same.
    public init(low: Double, mode: Double, high: Double) {
      self.low = low
      self.mode = mode
      self.high = high
    }

    /// Creates an estimate of a number that is known.
    public init(_ value: Double) {
      self.init(low: value, mode: value, high: value)
    }

    /// Whether the three are finite and in order.
    var isSound: Bool { low.isFinite && high.isFinite && low <= mode && mode <= high }
  }

  /// An actor on one issue.
  public struct Actor: Sendable, Hashable {
    /// Where it stands.
    public let position: Estimate
    /// How much it cares, in 0...1.
    public let salience: Estimate
    /// What it could bring to bear, above 0.
    public let capability: Estimate

    /// Creates an actor.
    ///
    /// - Parameters:
    ///   - position: where it stands.
    ///   - salience: how much it cares, in 0...1.
    ///   - capability: what it could bring to bear, above 0.
    public init(position: Estimate, salience: Estimate, capability: Estimate) {
      self.position = position
      self.salience = salience
      self.capability = capability
    }

    fileprivate var estimates: [Estimate] { [position, salience, capability] }
  }

  /// What is known of the actors.
  public let actors: [Actor]
  /// Which sequence of draws.
  public let seed: UInt64
  /// How many draws are made.
  public let draws: Int
  private let quantiles: [QuantileFunction?]

  /// Creates an ensemble.
  ///
  /// - Parameters:
  ///   - actors: two or more, some of them with some salience for sure to be drawn.
  ///   - seed: which sequence of draws.
  ///   - draws: how many, at least 1.
  /// - Throws: what is wrong first of all.
  public init(_ actors: [Actor], seed: UInt64, draws: Int) throws(SpatialMistake) {
    guard draws >= 1 else { throw .setting }
    guard actors.count >= 2 else { throw .tooFewActors }
    for (index, actor) in actors.enumerated() {
      guard actor.estimates.allSatisfy({ $0.isSound }) else { throw .notFinite(actor: index) }
      guard actor.capability.low > 0 else { throw .capability(actor: index) }
      guard actor.salience.low >= 0, actor.salience.high <= 1 else {
        throw .salience(actor: index)
      }
    }
    guard actors.contains(where: { $0.salience.high > 0 }) else { throw .salience(actor: 0) }
    self.actors = actors
    self.seed = seed
    self.draws = draws
    quantiles = actors.flatMap { $0.estimates }.map { estimate in
      let shape = Distribution.triangular(
        low: estimate.low,
        mode: estimate.mode,
        high: estimate.high
      )
      return estimate.low < estimate.high && shape.mistake == nil ? QuantileFunction(shape) : nil
    }
  }

  /// The actors of a draw.
  ///
  /// - Parameter draw: its number, from 0; nothing else but the seed counts.
  /// - Returns: as many actors as there are, in their order.
  public func actors(draw: Int) -> [SpatialActor] {
    actors.indices.map { index in
      SpatialActor(
        position: value(3 * index, actors[index].position, draw),
        salience: value(3 * index + 1, actors[index].salience, draw),
        capability: value(3 * index + 2, actors[index].capability, draw)
      )
    }
  }

  private func value(_ column: Int, _ estimate: Estimate, _ draw: Int) -> Double {
    guard let quantiles = quantiles[column] else { return estimate.mode }
    let unit = CounterRandom.unit(seed: seed, row: UInt64(draw) + 1, column: UInt64(column))
    // In the middle of its step, so that no end of a range is ever drawn.
    return quantiles.value(at: min(unit + 0x1p-54, 1 - 0x1p-53))
  }
}
