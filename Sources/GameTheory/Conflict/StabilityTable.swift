/// For which decision makers each state is stable.
public struct StabilityTable: Sendable, Equatable {
  /// How many decision makers there are.
  public let decisionMakerCount: Int
  /// For each state the decision makers for whom it is stable.
  public let stableFor: [Coalition]

  /// How many states there are.
  public var stateCount: Int { stableFor.count }

  init(stateCount: Int, decisionMakerCount: Int, _ isStable: (_ mover: Int, _ state: Int) -> Bool) {
    var bits = [UInt32](repeating: 0, count: stateCount)
    for mover in 0..<decisionMakerCount {
      for state in 0..<stateCount where isStable(mover, state) {
        bits[state] |= 1 << UInt32(mover)
      }
    }
    self.decisionMakerCount = decisionMakerCount
    stableFor = bits.map { Coalition(bits: $0) }
  }

  /// Tells whether a state is stable for a decision maker.
  public func isStable(_ state: Int, for decisionMaker: Int) -> Bool {
    stableFor[state].includes(decisionMaker)
  }

  /// The states that are stable for a decision maker, ascending.
  public func stableStates(for decisionMaker: Int) -> [Int] {
    stableFor.indices.filter { stableFor[$0].includes(decisionMaker) }
  }

  /// The states that are stable for everybody, ascending.
  public var equilibria: [Int] {
    let everybody = Coalition.all(of: decisionMakerCount)
    return stableFor.indices.filter { stableFor[$0] == everybody }
  }
}
