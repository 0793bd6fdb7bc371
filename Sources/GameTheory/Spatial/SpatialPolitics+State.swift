extension SpatialPolitics {
  /// A challenge that an actor would gain from most.
  public struct Challenge: Sendable, Hashable {
    /// The actor that challenges.
    public let initiator: Int
    /// The actor that is challenged.
    public let receiver: Int
    /// What the initiator expects to gain in utility.
    public let gain: Double
    /// How probable the initiator believes its victory to be.
    public let victoryProbability: Double
  }

  /// A bargain between two actors.
  public struct Bargain: Sendable, Hashable {
    /// The actor that challenged.
    public let initiator: Int
    /// The actor that was challenged.
    public let receiver: Int
    /// Where the first would stand.
    public let initiatorPosition: [Double]
    /// Where the second would stand.
    public let receiverPosition: [Double]
  }

  /// What an actor may choose: nothing, or one of the bargains that name it.
  public struct Choice: Sendable, Hashable {
    /// Numbers of the bargains that name it, ascending.
    public let bargains: [Int]
    /// How probable it is that no bargain prevails, and then each bargain.
    public let probabilities: [Double]
    /// The number of the bargain chosen; nil for none.
    public let chosen: Int?
  }

  /// A state of the model, with what is done in the turn that follows.
  public struct State: Sendable, Hashable {
    /// Where the actors stand.
    public let positions: [[Double]]
    /// Where they would like to be.
    public let ideals: [[Double]]
    /// Their risk attitudes, in -1...1; all 0 where all positions are equally probable to prevail.
    public let riskAttitudes: [Double]
    /// How probable each actor's position is to prevail; actors within 0.001 of each other share theirs.
    public let probabilities: [Double]
    /// The challenge that each actor gains most from; nil for none.
    public internal(set) var challenges: [Challenge?] = []
    /// All bargains, by initiator.
    public internal(set) var bargains: [Bargain] = []
    /// What each actor may choose, and what it does.
    public internal(set) var choices: [Choice] = []

    /// Whether two actors stand so near each other that their positions are one.
    public func isSamePosition(_ a: Int, _ b: Int) -> Bool {
      SpatialPolitics.isSame(positions[a], positions[b])
    }

    /// Where the actors stand after the turn.
    var chosenPositions: [[Double]] {
      choices.enumerated().map { actor, choice in
        guard let chosen = choice.chosen else { return positions[actor] }
        let bargain = bargains[chosen]
        return bargain.initiator == actor ? bargain.initiatorPosition : bargain.receiverPosition
      }
    }
  }

  /// The state of actors at positions: risk attitudes, and how probable each position is to prevail.
  func state(positions: [[Double]], ideals: [[Double]]) -> State {
    let distances = self.distances(positions: positions, ideals: ideals)
    let neutral = utilities(distances) { _ in 0 }
    let attitudes = riskAttitudes(expectation(capabilities, neutral.rows, settings.votingRule))
    let utilities = self.utilities(distances) { attitudes[$0] }
    return State(
      positions: positions,
      ideals: ideals,
      riskAttitudes: attitudes,
      probabilities: outcomeProbabilities(positions, utilities)
    )
  }

  /// The distance from each actor's ideal point to each actor's position.
  func distances(positions: [[Double]], ideals: [[Double]]) -> SquareTable {
    var table = SquareTable(count: actors.count)
    for i in actors.indices {
      for j in actors.indices { table[i, j] = distance(of: i, ideals[i], to: positions[j]) }
    }
    return table
  }

  /// The distance of a point from an actor's ideal point, by the actor's saliences.
  func distance(of actor: Int, _ ideal: [Double], to point: [Double]) -> Double {
    var squares = 0.0
    var weight = 0.0
    for (issue, salience) in actors[actor].saliences.enumerated() {
      let part = salience * (ideal[issue] - point[issue])
      squares += part * part
      weight += salience * salience
    }
    return (squares / weight).squareRoot()
  }

  /// The utility of a point at a distance.
  static func utility(distance: Double, risk: Double) -> Double {
    (1 - distance) * (1 + risk * min(1, distance))
  }

  /// The utility to each actor of each actor's position, by what the actor's risk attitude is taken for.
  func utilities(_ distances: SquareTable, risk: (Int) -> Double) -> SquareTable {
    var table = SquareTable(count: actors.count)
    for i in actors.indices {
      let own = risk(i)
      for j in actors.indices {
        table[i, j] = SpatialPolitics.utility(distance: distances[i, j], risk: own)
      }
    }
    return table
  }

  /// The distribution over options that the settings ask for.
  func expectation(_ weights: [Double], _ utilities: [[Double]], _ rule: VotingRule) -> [Double] {
    CoalitionExpectation(sound: weights, utilities, rule, settings.victoryModel)
      .probabilities(settings.method)
  }

  private func riskAttitudes(_ probabilities: [Double]) -> [Double] {
    var low = probabilities[0]
    var high = probabilities[0]
    for value in probabilities {
      low = min(low, value)
      high = max(high, value)
    }
    let width = high - low
    guard width > 0x1p-40 * high else { return probabilities.map { _ in 0 } }
    return probabilities.map { value in
      switch settings.riskRange {
      case .least: (value - low) / width
      case .middle: (3 * value - high - 2 * low) / (2 * width)
      case .most: (2 * value - high - low) / width
      }
    }
  }

  /// Whether positions are so near each other that they are one.
  private static func isSame(_ a: [Double], _ b: [Double]) -> Bool { distance(a, b) < 0.001 }

  /// How probable each actor's position is to prevail among those that differ.
  private func outcomeProbabilities(_ positions: [[Double]], _ utilities: SquareTable) -> [Double] {
    let isSame = { (a: Int, b: Int) in SpatialPolitics.isSame(positions[a], positions[b]) }
    var distinct: [Int] = []
    for actor in actors.indices where !distinct.contains(where: { isSame($0, actor) }) {
      distinct.append(actor)
    }
    let columns = actors.indices.map { actor in distinct.map { utilities[actor, $0] } }
    let found = expectation(capabilities, columns, settings.votingRule)
    // Nearness is not transitive: as in the toolkit, the last position that is near counts.
    return actors.indices.map { actor in
      found[distinct.lastIndex { isSame($0, actor) } ?? 0]
    }
  }
}
