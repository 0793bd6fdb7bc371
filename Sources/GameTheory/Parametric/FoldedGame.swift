/// A parametric game multiplied out over a box of parameters, reduced to what decides its equilibria.
///
/// Fixed parameters are folded into the coefficients exactly. Each player's payoff becomes a sum of
/// small tables, one for each set of decisions that effects name together. A player's own decisions
/// that share no table with one another are settled independently: they form separate *components*,
/// and a strategy is a best reply exactly when it is one in every component. An *entry* says whether a
/// component's options are a best reply to the options of the other decisions that bear on it; it is
/// known once and for all, or hangs on the signs of a few polynomials. An outcome that no certain entry
/// rules out is a *candidate*.
///
/// - Complexity: building takes O(Σ over components of *own options*² × *contexts*) polynomial
///   subtractions, and memory for as many entries and as many candidates as are left.
public struct FoldedGame: Sendable {
  /// What a parameter does.
  public enum Setting: Sendable {
    /// It has one value.
    case fixed(Rational)
    /// It takes values in a range, which need not be attained.
    case varying(ClosedRange<Double>)
  }

  /// Some of a player's own decisions, which it can settle without regard to its other ones.
  struct Component: Sendable {
    let player: Int
    /// Its decisions, ascending.
    let own: [Int]
    /// The other decisions that bear on it, ascending.
    let context: [Int]
    let ownCount: Int
    let contextCount: Int
    /// The number of its first entry.
    let firstEntry: Int
    /// What one step of each decision's option adds to an entry's number.
    let strides: [Int]
    /// For each of its own combinations of options the number that they add to an outcome's.
    let outcomeSteps: [Int]
  }

  /// Whether a component's options are a best reply to a context.
  enum Entry: Sendable {
    case always
    case never
    /// Unless one of these, in the pool of objections, is met.
    case unless(Range<Int>)
  }

  /// A gain from deviating: met where the row's sign is as given (1 or -1).
  struct Objection: Sendable, Hashable {
    let row: Int
    let sign: Int
  }

  /// A table of a player's payoff over the options of a few decisions.
  struct Factor: Sendable {
    let scope: [Int]
    /// What one step of each decision's option, in scope order, adds to the index.
    let strides: [Int]
    var table: [Polynomial]

    func index(in outcome: Int, _ numbering: OutcomeNumbering) -> Int {
      var index = 0
      for (position, decision) in scope.enumerated() {
        index += numbering.option(of: decision, in: outcome) * strides[position]
      }
      return index
    }
  }

  /// The game that was folded.
  public let game: ParametricGame
  /// What each parameter does.
  public let settings: [Setting]
  /// The gain that counts as none, at least 0.
  public let tolerance: Rational

  /// By player.
  let factors: [[Factor]]
  /// By player.
  let components: [[Component]]
  var entries: [Entry] = []
  /// Where the tolerance is above 0, the same for exact best replies, to which revisions go.
  var exactEntries: [Entry] = []
  var objections: [Objection] = []
  var signs: SignTable
  /// The candidates, ascending, with the entries that each hangs on.
  var candidates: [Int] = []
  var candidateEntries: [Int] = []
  var candidateStarts: [Int] = [0]

  /// Folds a game.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - settings: one for each variable of the game's polynomials.
  ///   - tolerance: a gain of at most this is no gain, in utility points; at least 0.
  public init(_ game: ParametricGame, settings: [Setting], tolerance: Rational = 0) {
    self.game = game
    self.settings = settings
    self.tolerance = tolerance
    signs = SignTable(
      box: settings.map {
        switch $0 {
        case .fixed(let value): value.toDouble()...value.toDouble()
        case .varying(let range): range
        }
      }
    )
    let folded = (0..<game.playerCount).map { FoldedGame.factors(of: $0, game, settings) }
    factors = folded
    var components: [[Component]] = []
    var firstEntry = 0
    for player in 0..<game.playerCount {
      let groups = FoldedGame.groups(of: player, game, folded[player], together: tolerance > 0)
      components.append(
        groups.map { own in
          let component = FoldedGame.component(own, player, game, folded[player], firstEntry)
          firstEntry += component.ownCount * component.contextCount
          return component
        }
      )
    }
    self.components = components
    for component in components.joined() { addEntries(of: component) }
    findCandidates()
  }

  /// The predicate-free size of the problem: rows whose sign must be had at each point.
  public var rowCount: Int { signs.rows.count }

  /// The varying variables that some player's choice among its own options can depend on.
  public var bearingVariables: Set<Int> {
    var found: Set<Int> = []
    for player in factors.indices {
      for factor in factors[player]
      where factor.scope.contains(where: { game.decisions[$0].player == player }) {
        for entry in factor.table { found.formUnion(entry.variables) }
      }
    }
    return found
  }

  /// How many outcomes may be equilibria somewhere in the box.
  public var candidateCount: Int { candidates.count }

  /// The number of the entry that a component has in an outcome.
  func entry(of component: Component, in outcome: Int) -> Int {
    var number = component.firstEntry
    for decision in component.own {
      number += game.numbering.option(of: decision, in: outcome) * component.strides[decision]
    }
    for decision in component.context {
      number += game.numbering.option(of: decision, in: outcome) * component.strides[decision]
    }
    return number
  }
}
