extension ExpectedUtilityModel {
  /// What one actor offers another, as the one that would have to move sees it.
  public struct Offer: Sendable, Hashable {
    /// What comes of it.
    ///
    /// With a = E(i challenges j) and b = E(j challenges i), both seen by i.
    public enum Kind: Sendable, Hashable {
      /// b > a > 0: there is a fight, and i gives way fully.
      case confrontation
      /// a < 0 < b and b > |a|: i moves by the share |a| / b of the way.
      case compromise
      /// a < 0 < b and b < |a|: i is compelled to move the whole way.
      case capitulation
      /// Neither is worth a challenge, or nobody has the better of it: nobody moves.
      case stalemate
    }

    /// The proposer, j.
    public let proposer: Int
    /// The actor that would move, i.
    public let mover: Int
    /// What comes of it.
    public let kind: Kind
    /// a, what i expects of challenging j.
    public let moverUtility: Double
    /// b, what i believes that j expects of challenging it.
    public let proposerUtility: Double
    /// Where i would stand.
    public let position: Double
  }

  /// What happens in a round.
  public struct Round: Sendable, Hashable {
    /// Where the actors stand before it.
    public let positions: [Double]
    /// The weighted median of these positions; a range where two positions divide the weight evenly.
    public let median: ClosedRange<Double>
    /// Their weighted mean.
    public let mean: Double
    /// How safe each actor is from challenges; the more negative, the safer.
    public let security: [Double]
    /// From -1 to 1, where each actor's security lies between the extremes.
    public let riskBasis: [Double]
    /// The risk exponents, from 1/2 to 2.
    public let riskExponents: [Double]
    /// The probability that the row's actor beats the column's, where all are neutral to risk.
    public let neutralProbabilities: SquareTable
    /// What the row's actor expects of challenging the column's, where all are neutral to risk.
    public let neutralUtilities: SquareTable
    /// The probability that the row's actor beats the column's, with risk exponents.
    public let probabilities: SquareTable
    /// What the row's actor expects of challenging the column's, with its own risk exponent.
    public let utilities: SquareTable
    /// What the row's actor believes that the column's actor expects of challenging it.
    public let perceivedUtilities: SquareTable
    /// All offers, by mover and then by proposer; an actor that would make another give way has none of it.
    public let offers: [Offer]
    /// For each actor which of the offers it accepts; nil for none.
    public let accepted: [Int?]
    /// Where the actors stand after it; all move at once.
    public let newPositions: [Double]
    /// Whether all are equally secure, or stand at one place, so that nothing is defined and nobody moves.
    public let hasNoSpread: Bool

    /// The offers that are accepted, in the order of movers; a confrontation that moves nobody is among them.
    public var moves: [Offer] { accepted.compactMap { $0.map { offers[$0] } } }
  }

  /// What happens in a round.
  ///
  /// - Parameter positions: where the actors stand; in the range of the initial positions.
  /// - Returns: the round. Without spread in security all exponents are 1, and there are no offers.
  /// - Complexity: O(n^3) for n actors.
  public func round(from positions: [Double]) -> Round {
    let median = WeightedPosition.median(positions, weights: weights)
    let spread = ExpectedUtilityModel.range(of: positions)
    let range = settings.range == .initial ? initialRange : spread
    let neutral = [Double](repeating: 1, count: positions.count)
    guard spread > 0x1p-40 * initialRange else {
      return still(positions, median, security: neutral.map { _ in 0 }, nil)
    }
    var scene = Scene(
      positions: positions,
      median: median.lowerBound,
      range: range,
      probabilities: probabilities(positions, exponents: neutral, range: range)
    )
    let utilities = self.utilities(scene, exponents: neutral)
    let security = positions.indices.map { i in
      positions.indices.reduce(0) { j, other in other == i ? j : j + utilities[other, i] }
    }
    guard let basis = riskBasis(security) else {
      return still(positions, median, security: security, (scene.probabilities, utilities))
    }
    let before = (security, basis, scene.probabilities, utilities)
    let exponents = basis.map { (1 - $0 / 3) / (1 + $0 / 3) }
    if settings.reading == .code {
      scene.probabilities = probabilities(positions, exponents: exponents, range: range)
    }
    return settle(scene, median, exponents, before)
  }

  /// What all actors expect of challenging each other, each pair seen by the challenger.
  private func utilities(_ scene: Scene, exponents: [Double]) -> SquareTable {
    var table = SquareTable(count: actors.count)
    for i in actors.indices {
      for j in actors.indices where j != i {
        table[i, j] = expectedUtility(of: i, against: j, exponent: exponents[i], scene)
      }
    }
    return table
  }

  /// Where each number lies between the extremes, from -1 to 1; nil where they are the same up to rounding.
  private func riskBasis(_ security: [Double]) -> [Double]? {
    var low = security[0]
    var high = security[0]
    for value in security {
      low = min(low, value)
      high = max(high, value)
    }
    guard high - low > 0x1p-40 * max(1, low.magnitude, high.magnitude) else { return nil }
    return security.map { (2 * $0 - high - low) / (high - low) }
  }

  /// The end of a round in which actors differ.
  private func settle(
    _ scene: Scene,
    _ median: ClosedRange<Double>,
    _ exponents: [Double],
    _ before: ([Double], [Double], SquareTable, SquareTable)
  ) -> Round {
    let positions = scene.positions
    let own = utilities(scene, exponents: exponents)
    var perceived = SquareTable(count: actors.count)
    for i in actors.indices {
      for j in actors.indices where j != i {
        perceived[i, j] = expectedUtility(of: j, against: i, exponent: exponents[i], scene)
      }
    }
    let offers = self.offers(positions, own, perceived)
    let accepted = acceptedOffers(offers, positions)
    var after = positions
    for case let index? in accepted {
      let offer = offers[index]
      if offer.kind == .confrontation && settings.conflict == .nobodyMoves { continue }
      after[offer.mover] = offer.position
    }
    return Round(
      positions: positions,
      median: median,
      mean: WeightedPosition.mean(positions, weights: weights),
      security: before.0,
      riskBasis: before.1,
      riskExponents: exponents,
      neutralProbabilities: before.2,
      neutralUtilities: before.3,
      probabilities: scene.probabilities,
      utilities: own,
      perceivedUtilities: perceived,
      offers: offers,
      accepted: accepted,
      newPositions: after,
      hasNoSpread: false
    )
  }

  /// A round in which nobody moves, since there is nothing to tell actors apart.
  private func still(
    _ positions: [Double],
    _ median: ClosedRange<Double>,
    security: [Double],
    _ tables: (probabilities: SquareTable, utilities: SquareTable)?
  ) -> Round {
    let empty = SquareTable(count: positions.count)
    let probabilities = tables?.probabilities ?? empty
    let utilities = tables?.utilities ?? empty
    return Round(
      positions: positions,
      median: median,
      mean: WeightedPosition.mean(positions, weights: weights),
      security: security,
      riskBasis: positions.map { _ in 0 },
      riskExponents: positions.map { _ in 1 },
      neutralProbabilities: probabilities,
      neutralUtilities: utilities,
      probabilities: probabilities,
      utilities: utilities,
      perceivedUtilities: empty,
      offers: [],
      accepted: positions.map { _ in nil },
      newPositions: positions,
      hasNoSpread: true
    )
  }
}
