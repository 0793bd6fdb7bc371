/// What is wrong with a problem, a negotiator or an action.
public enum OfferError: Error, Sendable, Equatable {
  /// There are fewer than two parties or more than 64.
  case partyCount(Int)
  /// There is no package.
  case noPackages
  /// A list has not one entry per party, or per party and package.
  case count(expected: Int, found: Int)
  /// A utility or a reservation value is not finite, or beyond 2^1000.
  case notFinite(party: Int)
  /// A patience is not in 0...1.
  case patience(party: Int)
  /// There is not at least one round, or there are more than a million.
  case rounds(Int)
  /// The quota is not above 0, or all weights together do not reach it, or a weight is below 0.
  case quota
  /// The options of the issues do not multiply to the number of packages.
  case issues
  /// A parameter of a negotiator is out of its range.
  case negotiator(seat: Int)
  /// The talks have ended.
  case over
  /// There is nothing on the table to accept.
  case noStandingOffer
  /// There is no package with that number.
  case unknownPackage(Int)
  /// The seat at turn plays by itself.
  case automaticSeat(Int)
}
