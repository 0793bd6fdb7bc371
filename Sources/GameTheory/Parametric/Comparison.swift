/// How two quantities compare.
public enum Comparison: String, Sendable, CaseIterable {
  /// The first is lower.
  case less = "<"
  /// The first is not higher.
  case lessOrEqual = "<="
  /// Both are equal.
  case equal = "="
  /// The first is not lower.
  case greaterOrEqual = ">="
  /// The first is higher.
  case greater = ">"

  /// Tells whether the comparison holds for a difference (first less second) of this sign.
  public func holds(forSign sign: Int) -> Bool {
    switch self {
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .equal: sign == 0
    case .greaterOrEqual: sign >= 0
    case .greater: sign > 0
    }
  }

  /// The comparison that holds for the negated difference exactly when this one holds.
  public var reversed: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .equal: .equal
    case .greaterOrEqual: .lessOrEqual
    case .greater: .less
    }
  }

  /// Tells whether the comparison holds for all differences in a range (true), or for none (false).
  func isCertain(over range: ClosedRange<Rational>) -> Bool? {
    let ends = [range.lowerBound.signum, range.upperBound.signum]
    if self == .equal { return ends == [0, 0] ? true : ends[0] > 0 || ends[1] < 0 ? false : nil }
    let holds = ends.map { self.holds(forSign: $0) }
    return holds[0] == holds[1] ? holds[0] : nil
  }
}
