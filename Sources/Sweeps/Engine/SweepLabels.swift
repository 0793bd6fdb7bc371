/// What the columns of a sweep's rows are called.
public struct SweepLabels: Sendable {
  /// The names of the axes.
  public let axes: [String]
  /// For each axis what its values are called; nothing where they are numbers.
  public let values: [[Design.Label]]
  /// The ids of the decisions, and of their options.
  public let decisions: [(id: String, options: [String])]
  /// The ids of the players.
  public let players: [String]
  /// The ids of the claims, in the order of the predicates.
  public let claims: [String]

  /// Creates labels.
  public init(
    axes: [String],
    values: [[Design.Label]] = [],
    decisions: [(id: String, options: [String])],
    players: [String],
    claims: [String]
  ) {
    self.axes = axes
    self.values = values.isEmpty ? axes.map { _ in [] } : values
    self.decisions = decisions
    self.players = players
    self.claims = claims
  }
}
