/// The probabilistic Condorcet election: how probable each option is to prevail, given who backs what.
///
/// Each actor votes between each two options. The votes for an option, and 1e-8 so that nothing is 0, are
/// the strength of its coalition against the other; strengths give the probability of victory in each
/// pair, and those a distribution over the options.
///
/// - Source: Wise, Lester and Efird, An introduction to the KAPSARC toolkit for behavioral analysis (KTAB)
///   using one-dimensional spatial models (2015), and the toolkit's own programs.
public struct CoalitionExpectation: Sendable, Hashable {
  /// How pairs become a distribution.
  public enum Method: Sendable, Hashable, CaseIterable {
    /// The probability of beating all others, given that some option does.
    ///
    /// Proportional to the product of an option's probabilities of victory.
    case conditional
    /// What prevails in the long run where each option is as likely to be the next challenger.
    ///
    /// The only distribution with p(a) = sum over b of P(a > b) (p(a) + p(b)) / n.
    case markovUniform
    /// The same, where options are the likelier to challenge b the more they could gain from it.
    ///
    /// The incentive of a to challenge b is the strength of its coalition times its probability of victory,
    /// and 1e-10 for b itself; challenges are in proportion.
    case markovIncentive
  }

  /// The strength of the coalition for the row's option against the column's.
  public let coalitions: SquareTable
  /// The probability that the row's option beats the column's; 1/2 for itself.
  public let victories: SquareTable

  /// Works out coalitions and probabilities of victory.
  ///
  /// Votes are added in the order of the actors.
  ///
  /// - Parameters:
  ///   - weights: one for each actor, 0 or more; with 0 it has no vote.
  ///   - utilities: for each actor its utility of each option; one option or more.
  ///   - votingRule: how differences in utility become votes.
  ///   - victoryModel: how strengths become probabilities.
  /// - Throws: ``SpatialMistake/utilities`` for lists of the wrong length or numbers that are not finite,
  ///   ``SpatialMistake/capability(actor:)`` for a weight below 0.
  /// - Complexity: O(n m^2) for n actors and m options.
  public init(
    weights: [Double],
    utilities: [[Double]],
    votingRule: VotingRule = .proportional,
    victoryModel: VictoryModel = .linear
  ) throws(SpatialMistake) {
    guard let options = utilities.first?.count, options > 0, utilities.count == weights.count,
      utilities.allSatisfy({ $0.count == options && $0.allSatisfy { $0.isFinite } })
    else { throw .utilities }
    if let bad = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .capability(actor: bad)
    }
    self.init(sound: weights, utilities, votingRule, victoryModel)
  }

  /// Works out coalitions for numbers that are known to be sound.
  init(
    sound weights: [Double],
    _ utilities: [[Double]],
    _ votingRule: VotingRule,
    _ victoryModel: VictoryModel
  ) {
    let options = utilities[0].count
    var coalitions = SquareTable(count: options, value: 1e-8)
    var victories = SquareTable(count: options, value: 0.5)
    for a in 0..<options {
      for b in 0..<a {
        for (actor, weight) in weights.enumerated() {
          let difference = utilities[actor][a] - utilities[actor][b]
          let vote = votingRule.vote(weight: weight, difference: difference)
          if vote > 0 { coalitions[a, b] += vote }
          if vote < 0 { coalitions[b, a] -= vote }
        }
        let (own, other) = (coalitions[a, b], coalitions[b, a])
        victories[a, b] = victoryModel.probability(strength: own, against: other)
        victories[b, a] = victoryModel.probability(strength: other, against: own)
      }
    }
    self.coalitions = coalitions
    self.victories = victories
  }

  /// How probable each option is to prevail; the numbers add to 1 up to rounding.
  ///
  /// The distributions of the two Markov chains are solved for, not iterated to.
  /// - Complexity: O(m^2) for m options, O(m^3) for the chains.
  public func probabilities(_ method: Method = .conditional) -> [Double] {
    switch method {
    case .conditional: return conditional
    case .markovUniform: return StationaryDistribution.solve(rates: victories)
    case .markovIncentive: return StationaryDistribution.solve(rates: incentiveRates)
    }
  }

  private var conditional: [Double] {
    let products = (0..<victories.count).map { a in
      (0..<victories.count).reduce(1.0) { $0 * victories[a, $1] }
    }
    let total = products.reduce(0, +)
    // Products of hundreds of small numbers may all be too small for a Double.
    guard total > 0 else { return scaledConditional }
    return products.map { $0 / total }
  }

  private var scaledConditional: [Double] {
    let logarithms = (0..<victories.count).map { a in
      (0..<victories.count).reduce(0.0) { $0 + ElementaryFunctions.log(victories[a, $1]) }
    }
    let largest = logarithms.reduce(-.infinity) { max($0, $1) }
    let products = logarithms.map { ElementaryFunctions.exp($0 - largest) }
    let total = products.reduce(0, +)
    return products.map { $0 / total }
  }

  /// How fast the row's option takes the place of the column's.
  private var incentiveRates: SquareTable {
    let count = victories.count
    var rates = SquareTable(count: count)
    for b in 0..<count {
      var total = 0.0
      for a in 0..<count {
        rates[a, b] = coalitions[a, b] * victories[a, b] + (a == b ? 1e-10 : 0)
        total += rates[a, b]
      }
      for a in 0..<count { rates[a, b] = rates[a, b] / total * victories[a, b] }
    }
    return rates
  }
}
