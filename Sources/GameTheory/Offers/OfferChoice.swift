/// Which of the packages that are worth what it asks for a party offers.
public enum OfferChoice: Sendable, Equatable {
  /// Its own worst; it may fall short of what is asked by a tolerance, a share of the party's
  /// range.
  ///
  /// Of equal ones the first. NegMAS lets it fall 0.001 short.
  case lowest(tolerance: Double)
  /// One at random.
  case random
  /// The one that the others seem to like best by what they stood by so far (``OpponentModel``).
  ///
  /// Of equal ones the party's own best.
  case modelled

  /// Whether the parameter is in its range.
  public var isDefined: Bool {
    if case .lowest(let tolerance) = self { return (0...1).contains(tolerance) }
    return true
  }
}
