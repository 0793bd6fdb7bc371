/// What a test says: how unlikely what was seen would be if nothing were behind it.
public struct SignificanceTest: Sendable, Equatable {
  /// The test statistic; nil for an exact test.
  public let statistic: Double?
  /// The degrees of freedom; nil for an exact test.
  public let degrees: Int?
  /// The p-value, in 0...1.
  public let p: Double

  /// The chi-square test of a statistic.
  public init(chiSquare statistic: Double, degrees: Int) {
    self.statistic = statistic
    self.degrees = degrees
    p = ChiSquareDistribution(degrees: degrees).upperTail(from: statistic)
  }

  private init(exact p: Double) {
    statistic = nil
    degrees = nil
    self.p = p
  }

  /// Whether something that holds in one run only is as often in the first as in the second: McNemar's
  /// exact test, two-sided.
  ///
  /// 2 P(X ≥ max(b, c)) for X binomial with b + c draws at one half, at most 1.
  /// - Source: McNemar, Psychometrika 12 (1947) 153; the exact form is the sign test.
  public static func mcNemar(firstOnly: Int, secondOnly: Int) -> SignificanceTest {
    let binomial = BinomialDistribution(trials: firstOnly + secondOnly, probability: 0.5)
    return SignificanceTest(
      exact: min(1, 2 * binomial.upperTail(from: max(firstOnly, secondOnly)))
    )
  }

  /// Whether two independent runs have the same shares of each outcome: the chi-square test of
  /// homogeneity.
  ///
  /// Σ (observed - expected)² / expected over both runs; one degree of freedom less than there are
  /// outcomes. nil where there are fewer than two outcomes, or a run is empty.
  /// - Source: Pearson, Philosophical Magazine 50 (1900) 157.
  public static func homogeneity(_ first: [Int: Int], _ second: [Int: Int]) -> SignificanceTest? {
    let outcomes = Set(first.filter { $0.value > 0 }.keys)
      .union(second.filter { $0.value > 0 }.keys).sorted()
    let (a, b) = (first.values.reduce(0, +), second.values.reduce(0, +))
    guard outcomes.count > 1, a > 0, b > 0 else { return nil }
    var statistic = CompensatedSum()
    for outcome in outcomes {
      let seen = (Double(first[outcome] ?? 0), Double(second[outcome] ?? 0))
      let share = (seen.0 + seen.1) / (Double(a) + Double(b))
      let expected = (share * Double(a), share * Double(b))
      statistic.add((seen.0 - expected.0) * (seen.0 - expected.0) / expected.0)
      statistic.add((seen.1 - expected.1) * (seen.1 - expected.1) / expected.1)
    }
    return SignificanceTest(chiSquare: statistic.value, degrees: outcomes.count - 1)
  }
}
