#if canImport(RowKernel)
internal import RowKernel
#endif

extension BlockEvaluator {
  /// The points at which a component's options are a best reply, within the tolerance.
  mutating func points(ofEntry number: Int) -> UInt64 {
    switch game.entries[number] {
    case .always: return active
    case .never: return 0
    case .unless(let range):
      if entryStamps[number] != block {
        entryBits[number] = pointsWithout(objections: range)
        entryStamps[number] = block
      }
      return entryBits[number]
    }
  }

  /// The points at which a component's options are a best reply, with no tolerance.
  mutating func points(ofExactEntry number: Int) -> UInt64 {
    guard !game.exactEntries.isEmpty else { return points(ofEntry: number) }
    switch game.exactEntries[number] {
    case .always: return active
    case .never: return 0
    case .unless(let range):
      if exactEntryStamps[number] != block {
        exactEntryBits[number] = pointsWithout(objections: range)
        exactEntryStamps[number] = block
      }
      return exactEntryBits[number]
    }
  }

  private mutating func pointsWithout(objections range: Range<Int>) -> UInt64 {
    var left = active
    for index in range {
      let objection = game.objections[index]
      let signs = points(ofRow: objection.row)
      left &= ~(objection.sign > 0 ? signs.positive : signs.negative)
      if left == 0 { break }
    }
    return left
  }

  /// The points at which the player's strategy in the outcome is a best reply there.
  mutating func points(ofBestReplyBy player: Int, in outcome: Int) -> UInt64 {
    var left = active
    for component in game.components[player] {
      left &= points(ofEntry: game.entry(of: component, in: outcome))
      if left == 0 { break }
    }
    return left
  }

  /// All pure equilibria of the block: outcomes ascending, each with the points where it is one.
  public mutating func equilibria() -> [PointSet] {
    if equilibriumStamp == block { return equilibriumSets }
    equilibriumStamp = block
    equilibriumSets.removeAll(keepingCapacity: true)
    if line.isActive {
      findLineEquilibria()
      return equilibriumSets
    }
    let candidates = regions.candidates
    if candidatePoints.count < candidates.count {
      let missing = candidates.count - candidatePoints.count
      candidatePoints += [UInt64](repeating: 0, count: missing)
    }
    findCandidatePoints()
    for candidate in candidates {
      let left = candidatePoints[candidate - candidates.lowerBound]
      guard left != 0 else { continue }
      equilibriumSets.append(PointSet(outcome: Int(regions.outcomes[candidate]), points: left))
    }
    return equilibriumSets
  }

  private mutating func findCandidatePoints() {
    #if canImport(RowKernel)
    if evaluation != .portable, algebraicPoint == nil {
      findCandidatePointsInC()
      return
    }
    #endif
    let candidates = regions.candidates
    for candidate in candidates {
      var left = active
      let first = Int(regions.objectionStarts[candidate])
      for index in first..<Int(regions.objectionStarts[candidate + 1]) where left != 0 {
        let objection = regions.objections[index]
        let points = openPoints(ofRow: Int(objection >> 1))
        left &= ~(objection & 1 == 0 ? points.positive : points.negative)
      }
      candidatePoints[candidate - candidates.lowerBound] = left
    }
  }

  #if canImport(RowKernel)
  /// The kernel stops where a row is open at some point, and goes on once that is decided.
  private mutating func findCandidatePointsInC() {
    extendMonomials()
    if rowStates.count < game.signs.rows.count {
      rowStates = [rowkernel_state](repeating: .init(), count: game.signs.rows.count)
    }
    let candidates = regions.candidates
    let end = Int32(candidates.upperBound)
    var next = Int32(candidates.lowerBound)
    while next < end {
      var waiting: Int32 = 0
      var open: UInt64 = 0
      next = unsafe signs.withRows { rows in
        unsafe rowkernel_candidates(
          evaluation.rawValue,
          rows,
          monomials,
          Int32(active.nonzeroBitCount),
          regions.objectionStarts,
          regions.objections,
          Int32(candidates.lowerBound),
          next,
          end,
          UInt64(block),
          &rowStates,
          &candidatePoints,
          &waiting,
          &open,
          &productCount
        )
      }
      if next < end { settleExactly(Int(waiting), at: open) }
    }
  }

  private mutating func settleExactly(_ row: Int, at points: UInt64) {
    let signs = exactSigns(ofRow: row, at: points)
    rowStates[row].positive |= signs.positive
    rowStates[row].negative |= signs.negative
    rowStates[row].settled |= points
  }
  #endif

  /// Tells whether the player's strategy in the outcome is a best reply at every point loaded.
  public mutating func isBestReply(of player: Int, in outcome: Int) -> Bool {
    points(ofBestReplyBy: player, in: outcome) == active
  }
}
