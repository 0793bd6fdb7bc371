public import GameTheory

/// Talks over some or all of a scenario's decisions.
///
/// A package settles the decisions on the table; the others stay as they are without an agreement. Packages are
/// numbered in mixed radix over the decisions on the table, the last varying fastest.
public struct Talks: Sendable {
  /// The model, no decision held but those that the user holds.
  public let model: ScenarioModel
  /// The decisions on the table, ascending; none of them is held.
  public let decisions: [Int]
  /// What stands without an agreement.
  public let disagreement: Bargain.Disagreement
  /// The outcome that gives the decisions that are not on the table.
  public let base: Int
  /// What each player has without an agreement.
  public let reservations: [Rational]
  /// Each player's payoffs by package, rounded, with everything else that talks need.
  public let problem: OfferProblem

  /// The exact payoffs, by package and then by player.
  private let payoffs: [Rational]

  /// What is asked for that cannot be.
  public enum Mistake: Error, Sendable, Equatable {
    /// There is one player only.
    case onePlayer
    /// The decision is held, so nothing can be agreed on it.
    case held(Int)
    /// No decision is on the table.
    case nothingOnTheTable
    /// There are more packages than are looked at.
    case tooManyPackages(Int)
    /// A payoff is beyond the largest number.
    case tooLarge(player: Int)
    /// The library refuses the rest.
    case offers(OfferError)
  }

  /// The most packages that are looked at.
  public static let mostPackages = 1 << 20

  /// Prepares talks.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - terms: what is on the table, until when, by whose consent; the outside options in them count.
  ///   - disagreement: what stands without an agreement, in place of what the terms say.
  /// - Throws: the first ``Mistake``.
  /// - Complexity: O(*players* × *packages* × log *packages*).
  public init(
    _ model: ScenarioModel,
    _ terms: NegotiationTerms,
    disagreement: Bargain.Disagreement
  ) throws(Mistake) {
    let free = model.scenario.decisions.indices.filter { model.game.held[$0] == nil }
    let decisions = terms.decisions ?? free
    if let held = decisions.first(where: { model.game.held[$0] != nil }) { throw .held(held) }
    guard !decisions.isEmpty else { throw .nothingOnTheTable }
    let players = model.game.playerCount
    guard players > 1 else { throw .onePlayer }
    let counts = decisions.map { model.scenario.decisions[$0].options.count }
    let count = counts.reduce(1) { min($0 * $1, Talks.mostPackages + 1) }
    guard count <= Talks.mostPackages else { throw .tooManyPackages(count) }
    let base: Int
    if case .outcome(let outcome) = disagreement { base = outcome } else { base = model.statusQuo }
    let numbers = OutcomeNumbering(optionCounts: counts)
    var payoffs: [Rational] = []
    payoffs.reserveCapacity(count * players)
    let exact = ExactGame(model.game, at: model.values)
    for package in 0..<count {
      let outcome = Talks.outcome(of: package, numbers, decisions, base, model)
      let profile = exact.profile(of: outcome)
      for player in 0..<players { payoffs.append(exact.payoff(of: player, in: profile)) }
    }
    self.model = model
    self.decisions = decisions
    self.disagreement = disagreement
    self.base = base
    self.payoffs = payoffs
    reservations = disagreement.payoffs(in: exact, outsideOptions: terms.outsideOptions)
    problem = try Talks.problem(payoffs, reservations, terms, numbers, model)
  }

  private static func problem(
    _ payoffs: [Rational],
    _ reservations: [Rational],
    _ terms: NegotiationTerms,
    _ numbers: OutcomeNumbering,
    _ model: ScenarioModel
  ) throws(Mistake) -> OfferProblem {
    let players = reservations.count
    let utilities = (0..<players).map { player in
      (0..<numbers.count).map { payoffs[$0 * players + player].toDouble() }
    }
    do throws(OfferError) {
      return try OfferProblem(
        utilities: utilities,
        reservations: reservations.map { $0.toDouble() },
        rounds: terms.rounds,
        patience: model.scenario.players.map { $0.patience.toDouble() },
        rule: terms.rule,
        issues: numbers.optionCounts
      )
    } catch {
      if case .notFinite(let player) = error { throw .tooLarge(player: player) }
      throw .offers(error)
    }
  }

  private static func outcome(
    of package: Int,
    _ numbers: OutcomeNumbering,
    _ decisions: [Int],
    _ base: Int,
    _ model: ScenarioModel
  ) -> Int {
    var outcome = base
    for (place, decision) in decisions.enumerated() {
      let option = numbers.option(of: place, in: package)
      outcome = model.game.numbering.replacing(decision, with: option, in: outcome)
    }
    return outcome
  }

  /// The outcome that a package leads to.
  public func outcome(of package: Int) -> Int {
    Talks.outcome(of: package, problem.issues, decisions, base, model)
  }

  /// The package that has an outcome's options of the decisions on the table.
  public func package(of outcome: Int) -> Int {
    problem.issues.outcome(decisions.map { model.game.numbering.option(of: $0, in: outcome) })
  }

  /// The decisions that are not on the table, ascending.
  public var offTheTable: [Int] {
    model.scenario.decisions.indices.filter { !decisions.contains($0) }
  }

  /// What a player has with a package, exactly.
  public func payoff(of player: Int, _ package: Int) -> Rational {
    payoffs[package * model.game.playerCount + player]
  }

  /// What a player gains over its reservation value by a package, exactly.
  public func gain(of player: Int, _ package: Int) -> Rational {
    payoff(of: player, package) - reservations[player]
  }

  /// What the bargaining solutions recommend over the same packages, from the same disagreement.
  public var bargain: Bargain? {
    let held = Options(
      offTheTable.map {
        Options.Choice(decision: $0, option: model.game.numbering.option(of: $0, in: base))
      }
    )
    return try? Bargain(
      model.holding(held),
      disagreement: disagreement,
      outsideOptions: reservations
    )
  }
}
