/// Which of the packages that are worth what it asks for a party offers.
public enum OfferChoice: Sendable, Equatable {
  /// Its own worst; it may fall short of what is asked by a tolerance, a share of the party's
  /// range in 0...1.
  ///
  /// Of equal ones the first. Stretching or shifting a party's utilities changes nothing.
  case lowest(tolerance: Double)
  /// Its own worst; it may fall short of what is asked by so much utility, finite and at least 0.
  ///
  /// Of equal ones the first. It is never worth less than the reservation value. NegMAS lets offers
  /// fall 0.001 short, on whatever scale utilities are.
  case lowestWithin(shortfall: Double)
  /// One at random.
  case random
  /// The one that the others seem to like best by what they stood by so far (``OpponentModel``).
  ///
  /// Of equal ones the party's own best.
  case modelled

  /// Whether the parameter is in its range.
  public var isDefined: Bool {
    switch self {
    case .lowest(let tolerance): (0...1).contains(tolerance)
    case .lowestWithin(let shortfall): shortfall >= 0 && shortfall.isFinite
    case .random, .modelled: true
    }
  }
}
