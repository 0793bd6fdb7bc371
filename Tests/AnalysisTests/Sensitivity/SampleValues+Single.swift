import Analysis

extension SampleValues {
  /// One number, and one family with the given labels.
  init(_ number: Double, _ labels: [Int]? = []) {
    self.init(numbers: [number], labels: [labels])
  }
}
