/// A row of a sweep's result: what was found at one sample, as far as it was asked for.
public struct ResultRow: Sendable {
  /// What stands in the column of an axis.
  public enum Value: Sendable, Hashable {
    /// A number.
    case number(Double)
    /// One of the words that the axis runs over.
    case text(String)

    /// The number; nil for a word.
    public var number: Double? {
      guard case .number(let number) = self else { return nil }
      return number
    }
  }

  /// The number of the sample.
  public internal(set) var sample = 0
  /// The values that vary, by axis; nil for those that were not asked for.
  public internal(set) var values: [Value?]
  /// How many equilibria there are; nil where that was not asked for or not computed.
  public internal(set) var equilibriumCount: Int?
  /// The outcomes that are equilibria, as in the file; empty where that was not asked for or not computed.
  public internal(set) var equilibria: [Int] = []
  /// The outcome at which play settles; nil in a cycle, or where that was not asked for or not computed.
  public internal(set) var settled: Int?
  /// The length of the cycle that play ends in, 0 where it settles; nil where that was not computed.
  public internal(set) var cycleLength: Int?
  /// The options taken where play settles, by decision: numbers into the reader's `options`; nil in a
  /// cycle, or where that was not asked for or not computed.
  public internal(set) var options: [Int?]
  /// The payoffs where play settles, by player; nil in a cycle, where one is beyond `Double`, or where
  /// that was not asked for or not computed.
  public internal(set) var payoffs: [Double?]
  /// Whether claims hold, by claim; nil where that was not asked for or not computed.
  public internal(set) var claims: [Bool?]
  /// Why the sample could not be computed, or not in full; nil where it was.
  public internal(set) var reason: String?

  /// Whether the sample was computed; if so there may be a reason all the same, where a payoff is beyond
  /// `Double`.
  public var isComputed: Bool { cycleLength != nil }

  init(axes: Int, decisions: Int, players: Int, claims: Int) {
    values = [Value?](repeating: nil, count: axes)
    options = [Int?](repeating: nil, count: decisions)
    payoffs = [Double?](repeating: nil, count: players)
    self.claims = [Bool?](repeating: nil, count: claims)
  }
}
