/// Numbers of states that say how moves made at once combine.
struct StateCodes: Sendable {
  /// The code of each state.
  let codes: [UInt64]
  /// The states in the order of their codes.
  private let order: [Int32]

  init(_ codes: [UInt64]) throws(ConflictError) {
    self.codes = codes
    let order = codes.indices.sorted { codes[$0] < codes[$1] }
    for (state, next) in zip(order, order.dropFirst()) where codes[state] == codes[next] {
      throw .repeatedCode(codes[state])
    }
    self.order = order.map { Int32($0) }
  }

  /// The state with a code; nil for none.
  func state(_ code: UInt64) -> Int? {
    var range = 0..<order.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let state = Int(order[middle])
      if codes[state] == code { return state }
      range = codes[state] < code ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The state to which two moves from a state lead when they are made at once; nil where there is none.
  func combining(_ first: Int, _ second: Int, from state: Int) -> Int? {
    self.state(codes[first] &+ codes[second] &- codes[state])
  }
}
