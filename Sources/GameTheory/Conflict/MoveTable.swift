/// Lists of states, one for each mover and each state, in one piece.
///
/// Movers are decision makers or coalitions, numbered from 0.
struct MoveTable: Sendable {
  let stateCount: Int
  let moverCount: Int
  /// Where each list begins in `targets`, by mover and then by state, and where the last one ends.
  let starts: [Int32]
  /// The states of all lists; each list ascends.
  let targets: [Int32]

  /// Creates the table; the body hands over the ascending list of a mover and a state.
  ///
  /// - Throws: ``ConflictError/tooMany(limit:)``.
  init(
    stateCount: Int,
    moverCount: Int,
    _ list: (_ mover: Int, _ state: Int, _ targets: inout [Int32]) -> Void
  ) throws(ConflictError) {
    self.stateCount = stateCount
    self.moverCount = moverCount
    var starts: [Int32] = []
    starts.reserveCapacity(stateCount * moverCount + 1)
    var targets: [Int32] = []
    for mover in 0..<moverCount {
      for state in 0..<stateCount {
        starts.append(Int32(targets.count))
        list(mover, state, &targets)
        guard targets.count < Int(Int32.max) else { throw .tooMany(limit: Int(Int32.max)) }
      }
    }
    starts.append(Int32(targets.count))
    self.starts = starts
    self.targets = targets
  }

  private init(reversing table: MoveTable) {
    stateCount = table.stateCount
    moverCount = table.moverCount
    let count = stateCount
    var starts = [Int32](repeating: 0, count: table.starts.count)
    for mover in 0..<moverCount {
      for place in table.places(mover) {
        starts[mover * count + Int(table.targets[place]) + 1] += 1
      }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var targets = [Int32](repeating: 0, count: table.targets.count)
    for mover in 0..<moverCount {
      for state in 0..<count {
        for place in table.places(mover, state) {
          let list = mover * count + Int(table.targets[place])
          targets[Int(next[list])] = Int32(state)
          next[list] += 1
        }
      }
    }
    self.starts = starts
    self.targets = targets
  }

  /// For each mover and state the states from which the mover gets there.
  var reversed: MoveTable { MoveTable(reversing: self) }

  /// Where the list of a mover and a state lies in `targets`.
  @inline(__always)
  func places(_ mover: Int, _ state: Int) -> Range<Int> {
    let list = mover * stateCount + state
    return Int(starts[list])..<Int(starts[list + 1])
  }

  /// Where the lists of a mover lie in `targets`.
  private func places(_ mover: Int) -> Range<Int> {
    Int(starts[mover * stateCount])..<Int(starts[(mover + 1) * stateCount])
  }

  /// Tells whether a state is in the list of a mover and a state.
  func contains(_ mover: Int, _ state: Int, _ target: Int) -> Bool {
    var range = places(mover, state)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let found = Int(targets[middle])
      if found == target { return true }
      range = found < target ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
