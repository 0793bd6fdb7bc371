/// How probable it is that a coalition beats another one of a given strength.
public enum VictoryModel: Sendable, Hashable, CaseIterable {
  /// In proportion to strength.
  case linear
  /// In proportion to the square of strength.
  case square
  /// In proportion to the fourth power of strength.
  case quartic
  /// In proportion to the eighth power of strength.
  case octic
  /// All but certain with a tenth more strength than the other, and linear in the share in between.
  case binary

  /// The probability that the first of two coalitions wins.
  ///
  /// The two probabilities of a pair add to 1, up to rounding, and neither is 0.
  /// - Parameters:
  ///   - strength: the strength of the first, above 0.
  ///   - other: the strength of the second, above 0.
  /// - Returns: a probability above 0.
  public func probability(strength: Double, against other: Double) -> Double {
    // In units of the larger one, so that no power is infinite.
    let unit = max(strength, other)
    let (a, b) = (strength / unit, other / unit)
    guard self != .binary else { return binaryProbability(a, b) }
    var (x, y) = (a, b)
    for _ in 0..<doublings { (x, y) = (x * x, y * y) }
    return x / (x + y)
  }

  /// How often strengths are squared.
  private var doublings: Int {
    switch self {
    case .linear, .binary: 0
    case .square: 1
    case .quartic: 2
    case .octic: 3
    }
  }

  private func binaryProbability(_ a: Double, _ b: Double) -> Double {
    let margin = 1.1
    let least = 1e-6 / (1 + 1e-6)
    if a >= margin * b { return 1 / (1 + 1e-6) }
    if b >= margin * a { return least }
    // 0, 1/2 and 1 where one is a tenth weaker, as strong, and a tenth stronger.
    let share = (a / (a + b) * (margin + 1) - 1) / (margin - 1)
    return max(least, min(1 - least, share))
  }
}
