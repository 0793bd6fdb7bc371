import GameTheory

/// How the players and outcomes of one game correspond to those of another, by their ids.
public struct CaseMatch: Sendable {
  /// The players that both have: the number in this game and in the other, in this game's order.
  public let players: [(mine: Int, first: Int)]
  /// For each of this game's decisions what each of its options adds to the other game's outcome number;
  /// nil where decisions and options are not the same.
  private let steps: [[Int]]?
  private let numbering: OutcomeNumbering

  /// Matches a game with another by the labels of both.
  public init(_ mine: SweepLabels, to first: SweepLabels) {
    players = mine.players.enumerated().compactMap { index, player in
      first.players.firstIndex(of: player).map { (index, $0) }
    }
    numbering = OutcomeNumbering(optionCounts: mine.decisions.map { $0.options.count })
    let others = OutcomeNumbering(optionCounts: first.decisions.map { $0.options.count })
    var steps: [[Int]] = []
    for decision in mine.decisions {
      guard let index = first.decisions.firstIndex(where: { $0.id == decision.id }) else {
        continue
      }
      let options = first.decisions[index].options
      let places = decision.options.compactMap { options.firstIndex(of: $0) }
      guard places.count == options.count, decision.options.count == options.count else { continue }
      steps.append(places.map { $0 * others.strides[index] })
    }
    let isWhole = steps.count == mine.decisions.count && steps.count == first.decisions.count
    self.steps = isWhole ? steps : nil
  }

  /// Whether both games have the same decisions with the same options.
  public var hasSameOutcomes: Bool { steps != nil }

  /// The other game's number of an outcome of this one; nil where decisions differ.
  func outcome(_ outcome: Int) -> Int? {
    guard let steps else { return nil }
    var number = 0
    for decision in steps.indices {
      number += steps[decision][numbering.option(of: decision, in: outcome)]
    }
    return number
  }
}
