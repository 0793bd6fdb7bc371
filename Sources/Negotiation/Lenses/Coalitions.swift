public import GameTheory

/// What coalitions of a scenario's players can do: deviate together, block, force, divide.
///
/// A coalition is given by the players' indices as bits. Nothing here adds utilities of different players, except the
/// worths, which need exchange rates.
public struct Coalitions: Sendable {
  /// How many steps are taken at most for one of the questions; what would take more is left out.
  public static let mostSteps = 1 << 25

  /// The model.
  public let model: ScenarioModel
  /// A gain of at most this is no gain.
  public let tolerance: Rational
  /// How many outcomes held decisions leave.
  public let outcomeCount: Int
  /// The pure equilibria that no coalition has reason to leave, ascending, as outcomes.
  public let strong: [Int]
  /// The coalition-proof equilibria, ascending, as outcomes; nil where finding them would take too long.
  public let coalitionProof: [Int]?
  /// The outcomes that no coalition alpha-blocks, ascending; nil where finding them would take too long.
  public let alphaCore: [Int]?
  /// For each coalition but the empty one, by its number less 1, the most that it can make sure of for each member,
  /// ascending by player; nil where finding it would take too long.
  public let guarantees: [[Rational]]?
  /// The outcomes that were examined, in the order given.
  public let examinations: [Examination]
  /// The coalitions whose joint deviations were looked for, ascending as numbers: all of two members or more, unless
  /// that would take too long.
  public let considered: [Coalition]
  /// The size up to which all coalitions were considered.
  public var consideredSize: Int {
    let players = model.game.playerCount
    let sizes = Set(considered.map { $0.count })
    return (2..<max(2, players + 1)).first { !sizes.contains($0) }.map { $0 - 1 } ?? players
  }
  /// What far-sighted players would stand by.
  public let farsighted: Farsighted
  /// What coalitions are worth, and how it could be divided; nil without exchange rates, or where finding it would
  /// take too long.
  public let division: Division?

  /// The questions.
  public struct Wishes: Sendable {
    /// The outcomes to examine, in keeping with held decisions.
    public var outcomes: [Int] = []
    /// A gain of at most this is no gain.
    public var tolerance: Rational = 0
    /// What a utility point of each player is worth in a common unit; nil where nothing adds up.
    public var rates: [Rational]?
    /// By which measure coalitions are worth something.
    public var worth = Worth.alpha
    /// Groups formed beforehand that hold every player once; empty for none.
    public var structure: [Coalition] = []

    /// Creates no questions.
    public init() {}
  }

  /// By what measure a coalition is worth something.
  public enum Worth: String, Sendable, CaseIterable {
    /// What it can make sure of.
    case alpha
    /// What the others cannot keep it from.
    case beta
    /// What it has in the equilibrium between it and the others.
    case defensive
  }

  /// Asks.
  ///
  /// - Parameters:
  ///   - model: the model, of at most 20 players.
  ///   - wishes: the questions.
  /// - Throws: what is wrong with rates or structure.
  /// - Complexity: O(2^*players* × *players* × *outcomes*), as far as that is at most ``mostSteps``.
  public init(_ model: ScenarioModel, _ wishes: Wishes) throws(CoalitionError) {
    let exact = ExactGame(model.game, at: model.values)
    let game = try StrategicCoalitions(exact, exchangeRates: wishes.rates)
    let players = model.game.playerCount
    let outcomes = exact.strategic.profiles.count
    let isWhole = players << min(players, 32) <= Coalitions.mostSteps / outcomes
    let proofness = isWhole ? game.coalitionProofness(tolerance: wishes.tolerance) : nil
    let effectivity = isWhole ? CoalitionEffectivity(game) : nil
    let considered = Coalitions.considered(game)
    let examiner = Examiner(
      exact: exact,
      game: game,
      proofness: proofness,
      effectivity: effectivity,
      considered: considered,
      tolerance: wishes.tolerance
    )
    self.model = model
    tolerance = wishes.tolerance
    outcomeCount = outcomes
    self.considered = considered
    let examinations = wishes.outcomes.map { examiner.examination(of: $0) }
    self.examinations = examinations
    strong =
      isWhole
      ? game.strongEquilibria(tolerance: wishes.tolerance).map { exact.outcome(of: $0) }.sorted()
      : examinations.filter { $0.isStrong == true }.map { $0.outcome }.sorted()
    coalitionProof = proofness.map { $0.equilibria.map { exact.outcome(of: $0) }.sorted() }
    alphaCore = effectivity.map {
      $0.alphaCore(tolerance: wishes.tolerance).map { exact.outcome(of: $0) }.sorted()
    }
    guarantees = effectivity.map { effectivity in
      game.grandCoalition.subsets.dropFirst().map { effectivity.mostGuaranteed(by: $0) }
    }
    farsighted = Farsighted(exact)
    division = isWhole && wishes.rates != nil ? try Division(game, exact, wishes) : nil
  }

  /// The coalitions whose deviations can be looked for in time: by their size, and that of all.
  private static func considered(_ game: StrategicCoalitions) -> [Coalition] {
    let counts = game.game.strategyCounts
    // By size how many joint strategies there are.
    var steps = [1] + [Int](repeating: 0, count: counts.count)
    for count in counts {
      for size in (1..<steps.count).reversed() {
        let (product, isTooMuch) = steps[size - 1].multipliedReportingOverflow(by: count)
        steps[size] = isTooMuch ? .max : min(.max / 2, steps[size] + min(product, .max / 2))
      }
    }
    var left = mostSteps / 2
    var most = 1
    for size in 2..<max(2, steps.count) where most == size - 1 && steps[size] <= left {
      left -= steps[size]
      most = size
    }
    return game.grandCoalition.subsets.filter {
      $0.count >= 2 && ($0.count <= most || $0 == game.grandCoalition)
    }
  }
}
