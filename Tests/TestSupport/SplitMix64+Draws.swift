extension SplitMix64 {
  /// A whole number drawn evenly from a range.
  public mutating func int(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// True in one of so many cases.
  public mutating func oneIn(_ cases: Int) -> Bool {
    int(in: 1...cases) == 1
  }

  /// An element drawn evenly from a list that is not empty.
  public mutating func element<Element>(of list: [Element]) -> Element {
    list[int(in: 0...list.count - 1)]
  }

  /// The numbers below a count in random order.
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in order.indices.dropFirst() { order.swapAt(index, int(in: 0...index)) }
    return order
  }
}
