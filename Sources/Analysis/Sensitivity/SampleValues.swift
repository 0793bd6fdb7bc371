/// What one sample of a sweep gives, for the analysis of which parameter moves it.
public struct SampleValues: Sendable {
  /// The numbers, such as each player's payoff where play settles; not finite where there is none.
  public var numbers: [Double]
  /// For each family the labels that the sample bears; nil where they are not known.
  ///
  /// Such as the outcome where play settles, the equilibria, the claims that hold. Each label is an indicator, 1 where it is borne.
  public var labels: [[Int]?]

  /// Creates the values of a sample.
  public init(numbers: [Double], labels: [[Int]?]) {
    self.numbers = numbers
    self.labels = labels
  }

  /// A sample that could not be computed.
  public static func failed(numbers: Int, families: Int) -> SampleValues {
    SampleValues(
      numbers: [Double](repeating: .nan, count: numbers),
      labels: [[Int]?](repeating: nil, count: families)
    )
  }
}
