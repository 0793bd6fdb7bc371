/// Why actors or settings make no spatial model.
public enum SpatialMistake: Error, Sendable, Hashable {
  /// There are fewer than two actors, or there is none where one is enough.
  case tooFewActors
  /// An actor has no issue, another number of issues than the first one, or of saliences than of issues.
  case issueCount(actor: Int)
  /// A number of an actor is not finite.
  case notFinite(actor: Int)
  /// A capability is below 0, or 0 where that cannot be.
  case capability(actor: Int)
  /// A salience is below 0, they add to more than 1, or all of an actor's are 0 where that cannot be.
  case salience(actor: Int)
  /// A position lies outside of 0...1, the scale of the model.
  case position(actor: Int)
  /// A setting is outside of its range.
  case setting
  /// Weights and utilities are of different numbers, there are no options, or one is not finite.
  case utilities
}

extension SpatialMistake {
  /// What is wrong with actors first of all; nil where they are sound.
  ///
  /// - Parameters:
  ///   - actors: the actors.
  ///   - issues: how many issues each must have; nil for as many as the first one has.
  ///   - allowsTrifles: whether one actor is enough, and a capability may be 0.
  /// - Returns: the mistake of the first actor that has one.
  static func first(
    in actors: [SpatialActor],
    issues: Int? = nil,
    allowsTrifles: Bool = false
  ) -> SpatialMistake? {
    guard actors.count >= (allowsTrifles ? 1 : 2) else { return .tooFewActors }
    let issues = issues ?? actors[0].positions.count
    for (index, actor) in actors.enumerated() {
      guard actor.positions.count == issues, actor.saliences.count == issues, issues > 0 else {
        return .issueCount(actor: index)
      }
      let isFinite = (actor.positions + actor.saliences + [actor.capability]).allSatisfy {
        $0.isFinite
      }
      guard isFinite else { return .notFinite(actor: index) }
      guard actor.capability > 0 || allowsTrifles && actor.capability == 0 else {
        return .capability(actor: index)
      }
      // Saliences written as decimals may add to a little more than 1.
      guard actor.saliences.allSatisfy({ $0 >= 0 }), actor.totalSalience <= 1 + 0x1p-30 else {
        return .salience(actor: index)
      }
    }
    return nil
  }
}
