/// How the share of its range that a party asks for falls as time goes by.
///
/// Time t runs from 0 to 1. A curve gives an aspiration in 0...1: 1 is a party's best, 0 the bottom
/// of its range. Powers, logarithms and exponentials are our own, so the bits are the same on every
/// machine.
///
/// - Source: Faratin, Sierra and Jennings, Negotiation decision functions for autonomous agents
///   (1998), section 4; Fatima, Wooldridge and Jennings (2001) and the GENIUS platform for the
///   second form; Mohammad, Nakadai and Greenwald, NegMAS (2020) for the two aspirations.
public enum ConcessionCurve: Sendable, Equatable {
  /// Faratin's polynomial: concedes k + (1 - k) t^(1/β).
  ///
  /// The opening k is in 0...1; β is above 0, below 1 for Boulware.
  case faratinPolynomial(opening: Double, beta: Double)
  /// Faratin's exponential: concedes exp((1 - t)^β ln k); k above 0 up to 1, β > 0.
  case faratinExponential(opening: Double, beta: Double)
  /// The form of GENIUS: concedes k + (1 - k) t^(1/e).
  ///
  /// The exponent e is 0.2 for Boulware, 2 for a conceder, 0 for one who does not concede.
  case genius(opening: Double, exponent: Double)
  /// The polynomial aspiration of NegMAS: asks for A (1 - t^e).
  ///
  /// The maximum A is in 0...1; e is above 0, infinite for one who insists.
  case polynomial(maximum: Double, exponent: Double)
  /// The exponential aspiration of NegMAS: asks for A (exp((1 - t)^e) - 1)/(exp(1) - 1).
  case exponential(maximum: Double, exponent: Double)
  /// Always asks for the same share, in 0...1.
  case constant(Double)

  /// Concedes late: 1 - t^4.
  public static let boulware = ConcessionCurve.polynomial(maximum: 1, exponent: 4)
  /// Concedes evenly: 1 - t.
  public static let linear = ConcessionCurve.polynomial(maximum: 1, exponent: 1)
  /// Concedes early: 1 - t^(1/4).
  public static let conceder = ConcessionCurve.polynomial(maximum: 1, exponent: 0.25)
  /// Never concedes.
  public static let hardHeaded = ConcessionCurve.polynomial(maximum: 1, exponent: .infinity)

  /// Whether the parameters are in their ranges; a curve for which they are not has no values.
  public var isDefined: Bool {
    switch self {
    case .faratinPolynomial(let opening, let beta): (0...1).contains(opening) && beta > 0
    case .faratinExponential(let opening, let beta): opening > 0 && opening <= 1 && beta > 0
    case .genius(let opening, let exponent): (0...1).contains(opening) && exponent >= 0
    case .polynomial(let maximum, let exponent): (0...1).contains(maximum) && exponent > 0
    case .exponential(let maximum, let exponent): (0...1).contains(maximum) && exponent > 0
    case .constant(let share): (0...1).contains(share)
    }
  }

  /// Whether the range ends at the reservation value, or at the worst package where that is worth
  /// more, as Faratin and NegMAS have it.
  ///
  /// Otherwise it ends at the worst package that is worth the reservation value.
  var endsAtReservation: Bool {
    switch self {
    case .faratinPolynomial, .faratinExponential, .genius, .polynomial, .exponential: true
    case .constant: false
    }
  }

  /// The share conceded at a time in 0...1; nil where the curve is not defined.
  ///
  /// Faratin calls it alpha, GENIUS f.
  public func concession(at time: Double) -> Double? {
    guard isDefined, (0...1).contains(time) else { return nil }
    switch self {
    case .faratinPolynomial(let opening, let beta):
      return opening + (1 - opening) * ElementaryFunctions.power(time, 1 / beta)
    case .faratinExponential(let opening, let beta):
      let power = ElementaryFunctions.power(1 - time, beta)
      return ElementaryFunctions.exp(power * ElementaryFunctions.log(opening))
    case .genius(let opening, let exponent):
      return opening + (1 - opening) * ElementaryFunctions.power(time, 1 / exponent)
    case .polynomial, .exponential, .constant:
      return aspiration(at: time).map { 1 - $0 }
    }
  }

  /// The share asked for at a time in 0...1; nil where the curve is not defined.
  public func aspiration(at time: Double) -> Double? {
    guard isDefined, (0...1).contains(time) else { return nil }
    switch self {
    case .faratinPolynomial, .faratinExponential, .genius:
      return concession(at: time).map { 1 - $0 }
    case .polynomial(let maximum, let exponent):
      return maximum * (1 - ElementaryFunctions.power(time, exponent))
    case .exponential(let maximum, let exponent):
      let power = ElementaryFunctions.power(1 - time, exponent)
      return maximum * (ElementaryFunctions.expm1(power) / ElementaryFunctions.expm1(1))
    case .constant(let share):
      return share
    }
  }
}
