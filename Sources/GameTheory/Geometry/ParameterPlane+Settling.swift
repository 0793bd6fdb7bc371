extension ParameterPlane {
  /// Where play from an outcome settles, as in `BlockEvaluator.settle`, for every point of the rectangle,
  /// or of the area that the constraints allow.
  public func settling(
    from start: Int,
    within area: PlanePartition<Bool>? = nil,
    resolution: Rational
  ) -> PlanePartition<PlayEnd> {
    let faces = area?.polygons(where: true)
    return PlanePartition(box, faces: faces, curves: curves, resolution: resolution) {
      cell throws(OpenCurve) in try end(from: start, in: &cell)
    }
  }

  /// Where play from an outcome settles at a point of the rectangle, exactly.
  public func end(from start: Int, at point: PlanePoint) -> PlayEnd? {
    // At a point each curve has one sign, so nothing is left open.
    var cell = PlaneCell(ConvexPolygon(vertices: [point]), curves)
    return try? end(from: start, in: &cell)
  }

  private func end(from start: Int, in cell: inout PlaneCell) throws(OpenCurve) -> PlayEnd {
    var visited: [(outcome: Int, player: Int)] = []
    var outcome = start
    var player = 0
    var kept = 0
    while kept < game.game.playerCount {
      if let first = visited.firstIndex(where: { $0 == (outcome, player) }) {
        return PlayEnd(around: visited[first...].map { $0.outcome })
      }
      visited.append((outcome, player))
      if try isKept(by: player, outcome, &cell) {
        kept += 1
      } else {
        outcome = try revised(by: player, outcome, &cell)
        kept = 1
      }
      player = (player + 1) % game.game.playerCount
    }
    return .rest(outcome)
  }

  private func isKept(
    by player: Int,
    _ outcome: Int,
    _ cell: inout PlaneCell
  ) throws(OpenCurve) -> Bool {
    for component in game.components[player] {
      let entry = game.entries[game.entry(of: component, in: outcome)]
      if try !holds(entry, &cell) { return false }
    }
    return true
  }

  /// The outcome that the player goes to: in each component the first option that is best.
  private func revised(
    by player: Int,
    _ outcome: Int,
    _ cell: inout PlaneCell
  ) throws(OpenCurve) -> Int {
    let numbering = game.game.numbering
    let entries = game.exactEntries.isEmpty ? game.entries : game.exactEntries
    var outcome = outcome
    for component in game.components[player] {
      var base = outcome
      for decision in component.own {
        base -= numbering.option(of: decision, in: base) * numbering.strides[decision]
      }
      for step in component.outcomeSteps
      where try holds(entries[game.entry(of: component, in: base + step)], &cell) {
        outcome = base + step
        break
      }
    }
    return outcome
  }

  private func holds(
    _ entry: FoldedGame.Entry,
    _ cell: inout PlaneCell
  ) throws(OpenCurve) -> Bool {
    switch entry {
    case .always: true
    case .never: false
    case .unless(let range): try isFree(of: game.objections[range], in: &cell)
    }
  }

  /// Whether none of some objections is met; one that surely is settles the matter.
  func isFree(
    of objections: ArraySlice<FoldedGame.Objection>,
    in cell: inout PlaneCell
  ) throws(OpenCurve) -> Bool {
    var open: Int?
    for objection in objections {
      let (sign, missing) = sign(of: rows[objection.row], in: &cell)
      if sign == 0 { continue }
      if let missing {
        open = open ?? missing
      } else if sign == objection.sign {
        return false
      }
    }
    if let open { throw OpenCurve(curve: open) }
    return true
  }
}
