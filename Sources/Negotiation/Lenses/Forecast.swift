public import GameTheory

/// Where models of bargaining say that players end up on a continuum.
///
/// Weighted median and mean come first, then the expected utility model in each of its three readings, then
/// the spatial model of politics. They answer the same question from the same numbers, and no answer is a mean
/// of theirs: what they disagree on is part of the answer.
///
/// Players whose salience or capability is 0 have no say and are left out. Positions are in the units of the
/// continuum throughout.
public struct Forecast: Sendable {
  /// A model, or one reading of it.
  public enum Model: String, Sendable, Hashable, CaseIterable {
    /// The expected utility model, probabilities as printed.
    case paper
    /// The expected utility model, probabilities from the surplus of votes.
    case net
    /// The expected utility model as in the program behind the printed results.
    case code
    /// The spatial model of politics of the KAPSARC toolkit.
    case spatial

    /// The reading of the expected utility model; nil for the other model.
    public var reading: ExpectedUtilityModel.Reading? {
      switch self {
      case .paper: .paper
      case .net: .net
      case .code: .code
      case .spatial: nil
      }
    }
  }

  /// What models leave open.
  public struct Settings: Sendable {
    /// The models that are asked, in this order.
    public var models = Model.allCases
    /// What a confrontation does in the expected utility model.
    public var conflict = ExpectedUtilityModel.Conflict.loserMoves
    /// The options of the spatial model of politics.
    public var politics = SpatialPolitics.Settings()
    /// How many rounds are played at most, at least 1.
    public var roundLimit = 100
    /// For how many rounds on end the median must rest in the expected utility model, at least 1.
    public var restRounds = 1
    /// How probable it is that talks go on after each round, in 0..<1; nil to look at their end only.
    public var discount: Double?

    /// Creates the defaults.
    public init() {}

    /// The settings of a reading of the expected utility model.
    func expectedUtility(_ reading: ExpectedUtilityModel.Reading) -> ExpectedUtilityModel.Settings {
      var settings = ExpectedUtilityModel.Settings(reading: reading)
      settings.conflict = conflict
      settings.roundLimit = roundLimit
      settings.quietRounds = restRounds
      return settings
    }

    /// The settings of the spatial model of politics.
    var spatialPolitics: SpatialPolitics.Settings {
      var settings = politics
      settings.turnLimit = roundLimit
      return settings
    }

    /// Whether positions alone say what comes next in the spatial model of politics, so that it may go round.
    var comesBack: Bool { politics.transition == .deterministic && politics.accommodation == nil }
  }

  /// The continuum.
  public let continuum: Continuum
  /// What models leave open.
  public let settings: Settings
  /// The players that count, as indices of the scenario's players, ascending; actors of models in this order.
  public let players: [Int]
  /// The players that stand on the continuum without a say, ascending.
  public let leftOut: [Int]
  /// The actors at the likeliest values, saliences in 0...1.
  public let actors: [SpatialActor]
  /// The weighted median of positions before any bargaining; a range where two divide the weight evenly.
  public let median: ClosedRange<Double>
  /// The weighted mean of positions before any bargaining.
  public let mean: Double
  /// What each model says, in the order of the settings.
  public let courses: [Course]

  /// Forecasts.
  ///
  /// - Parameters:
  ///   - continuum: the continuum, as it was read: two players or more count.
  ///   - settings: what models leave open.
  /// - Throws: what is wrong with the settings.
  /// - Complexity: O(*rounds* × *players*³) for each model.
  public init(_ continuum: Continuum, settings: Settings = Settings()) throws(SpatialMistake) {
    self.continuum = continuum
    self.settings = settings
    let counted = continuum.positions.filter { $0.hasWeight }
    players = counted.map { $0.player }
    leftOut = continuum.positions.filter { !$0.hasWeight }.map { $0.player }
    actors = counted.map { position in
      SpatialActor(
        position: position.position.mode.toDouble(),
        salience: (position.salience.mode / 100).toDouble(),
        capability: position.capability.mode.toDouble()
      )
    }
    let weights = actors.map { $0.weight }
    let positions = actors.map { $0.positions[0] }
    median = WeightedPosition.median(positions, weights: weights)
    mean = WeightedPosition.mean(positions, weights: weights)
    var courses: [Course] = []
    for model in settings.models {
      courses.append(try Forecast.course(model, actors, continuum, settings))
    }
    self.courses = courses
  }

  /// What a model says of some actors on the continuum.
  static func course(
    _ model: Model,
    _ actors: [SpatialActor],
    _ continuum: Continuum,
    _ settings: Settings
  ) throws(SpatialMistake) -> Course {
    if let reading = model.reading {
      let stated = try ExpectedUtilityModel(actors, settings: settings.expectedUtility(reading))
      return Course(model, stated.forecast())
    }
    let scale = Scale(continuum)
    let scaled = actors.map { actor in
      SpatialActor(
        position: scale.share(of: actor.positions[0]),
        salience: actor.saliences[0],
        capability: actor.capability
      )
    }
    let run = try SpatialPolitics(scaled, settings: settings.spatialPolitics).run()
    return Course(
      run,
      issue: 0,
      weights: actors.map { $0.weight },
      scale,
      comesBack: settings.comesBack
    )
  }

  /// From the units of a continuum to shares of its range, and back.
  struct Scale {
    let low: Double
    let width: Double

    init(_ continuum: Continuum) {
      low = continuum.range.lowerBound.toDouble()
      width = (continuum.range.upperBound - continuum.range.lowerBound).toDouble()
    }

    func share(of position: Double) -> Double { min(1, max(0, (position - low) / width)) }

    func position(at share: Double) -> Double { low + share * width }
  }
}
