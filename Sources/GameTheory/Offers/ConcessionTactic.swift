/// How a party finds what it asks for, in its own utility.
///
/// The tactics that answer others hold what a party last stood by, its *stand*: what it offered or
/// accepted; passing repeats it. Each starts at the party's best and stays between its worst
/// package that is worth its reservation value and its best. Concessions of several others are
/// taken together.
///
/// - Source: Faratin, Sierra and Jennings (1998), section 4.3, for the three forms of tit-for-tat.
///   They have ratios of prices; utilities have no zero, so the gap to the own best is taken
///   instead.
public enum ConcessionTactic: Sendable, Equatable {
  /// Follows the clock.
  case time(ConcessionCurve)
  /// Gives up as large a share of what it asks above its floor as the others did of what they
  /// withhold.
  ///
  /// What they withhold is the gap between their stands and its best. The step answered is the one
  /// that was taken `delay` turns ago, 1 for the last.
  case relativeTitForTat(delay: Int)
  /// Concedes as much utility as the others' step brought it, on average, and a random amount on
  /// top.
  ///
  /// The amount is at most `extra` of its range, in 0...1.
  case absoluteTitForTat(delay: Int, extra: Double)
  /// As the relative form, for the average step of the last turns; the window is 1 or more.
  case averagedTitForTat(window: Int)
  /// Opens with a gesture, then answers concessions and pressure in kind.
  ///
  /// A step that brings it a gain is answered by conceding `generosity` times as much, one that
  /// brings it a loss by asking `retaliation` times as much more. The gesture is a share of its
  /// range, in 0...1; it stands still where the others do.
  case reciprocator(opening: Double, generosity: Double, retaliation: Double)

  /// Whether the parameters are in their ranges.
  public var isDefined: Bool {
    switch self {
    case .time(let curve): curve.isDefined
    case .relativeTitForTat(let delay): delay >= 1
    case .absoluteTitForTat(let delay, let extra): delay >= 1 && (0...1).contains(extra)
    case .averagedTitForTat(let window): window >= 1
    case .reciprocator(let opening, let generosity, let retaliation):
      (0...1).contains(opening) && generosity >= 0 && generosity.isFinite && retaliation >= 0
        && retaliation.isFinite
    }
  }

  /// How many steps back the earlier and the later stand lie that are compared.
  var steps: (earlier: Int, later: Int)? {
    switch self {
    case .time: nil
    case .relativeTitForTat(let delay): (delay, delay - 1)
    case .absoluteTitForTat(let delay, _): (delay, delay - 1)
    case .averagedTitForTat(let window): (window, 0)
    case .reciprocator: (1, 0)
    }
  }
}
