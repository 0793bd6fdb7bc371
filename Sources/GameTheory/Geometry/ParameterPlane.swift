/// A game over a rectangle of two parameters: where outcomes are equilibria, and where play settles.
///
/// Both hang on the signs of finitely many polynomials in the two parameters, so regions are found
/// outright, with no sampling: exactly where the polynomials are products of lines, and otherwise up to
/// small pieces that are left undecided.
public struct ParameterPlane: Sendable {
  /// The game, folded over the rectangle.
  public let game: FoldedGame
  /// The rectangle: the first parameter runs to the right, the second up.
  public let box: PlaneBox
  private var curves: [PlaneCurve] = []
  /// For each row of the game the factors of its sign.
  private var rows: [(sign: Int, curves: [Int])] = []

  /// Folds a game over two parameters.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - values: the value of each variable; those of the two are not used.
  ///   - x: the variable that runs to the right.
  ///   - y: the variable that runs up, another one.
  ///   - box: the values of the two, within the range of `Double`.
  ///   - tolerance: a gain of at most this is no gain.
  public init(
    _ game: ParametricGame,
    at values: [Rational],
    x: Int,
    y: Int,
    box: PlaneBox,
    tolerance: Rational = 0
  ) {
    self.box = box
    var settings = values.map { FoldedGame.Setting.fixed($0) }
    settings[x] = .varying(box.x.lowerBound.toDouble()...box.x.upperBound.toDouble())
    settings[y] = .varying(box.y.lowerBound.toDouble()...box.y.upperBound.toDouble())
    self.game = FoldedGame(game, settings: settings, tolerance: tolerance)
    var places: [PlaneCurve: Int] = [:]
    for row in self.game.signs.rows {
      let factors = PlaneCurve.factors(of: row, x, y, within: box)
      var indices: [Int] = []
      for curve in factors.curves {
        if places[curve] == nil {
          places[curve] = curves.count
          curves.append(curve)
        }
        indices.append(places[curve] ?? 0)
      }
      rows.append((factors.sign, indices))
    }
  }

  /// Whether all regions are found exactly, none left undecided.
  public var isExact: Bool { curves.allSatisfy { $0.isLine } }

}

// MARK: - Equilibria

extension ParameterPlane {
  /// An outcome with the set of points where it is an equilibrium.
  public struct EquilibriumSet: Sendable {
    /// The outcome.
    public let outcome: Int
    /// The parts of the set, borders included: polygons, and segments and points that are in none of them.
    public let polygons: [ConvexPolygon]
    /// Parts of the plane that may or may not belong to it.
    public let undecided: [ConvexPolygon]
  }

  /// Every outcome that is an equilibrium somewhere in the rectangle, ascending, with where it is one.
  ///
  /// Sets may overlap. Where only lines matter, each is one convex polygon, which may be a segment or a
  /// point.
  public func equilibria(resolution: Rational) -> [EquilibriumSet] {
    game.candidates.indices.compactMap { candidate in
      let objections = objections(to: candidate)
      let set = convexSet(without: objections) ?? dividedSet(without: objections, resolution)
      guard !set.polygons.isEmpty || !set.undecided.isEmpty else { return nil }
      return EquilibriumSet(
        outcome: game.candidates[candidate],
        polygons: set.polygons,
        undecided: set.undecided
      )
    }
  }

  private func objections(to candidate: Int) -> [FoldedGame.Objection] {
    let entries = game.candidateStarts[candidate]..<game.candidateStarts[candidate + 1]
    return game.candidateEntries[entries].flatMap { number -> [FoldedGame.Objection] in
      guard case .unless(let range) = game.entries[number] else { return [] }
      return Array(game.objections[range])
    }
  }

  /// The set by clipping, where every objection hangs on the sign of one line.
  private func convexSet(
    without objections: [FoldedGame.Objection]
  ) -> (polygons: [ConvexPolygon], undecided: [ConvexPolygon])? {
    var polygon = box.polygon
    for objection in objections {
      let row = rows[objection.row]
      guard row.curves.count == 1, curves[row.curves[0]].isLine else { return nil }
      guard !polygon.isEmpty else { continue }
      let line = curves[row.curves[0]]
      polygon = polygon.clipped(
        toNonPositive: row.sign * objection.sign > 0 ? line : line.negated(within: box)
      )
    }
    return (polygon.isEmpty ? [] : [polygon], [])
  }

  private func dividedSet(
    without objections: [FoldedGame.Objection],
    _ resolution: Rational
  ) -> (polygons: [ConvexPolygon], undecided: [ConvexPolygon]) {
    let partition = PlanePartition(box, curves: curves, resolution: resolution) {
      cell throws(OpenCurve) in try isFree(of: objections[...], in: &cell)
    }
    var polygons: [ConvexPolygon] = []
    let held = partition.pieces.filter { $0.answer == true }.map { $0.polygon }
    for dimension in [2, 1, 0] {
      let larger = PolygonIndex(polygons, within: box)
      polygons += held.filter { $0.dimension == dimension && !larger.hasOne(containing: $0) }
    }
    let undecided = partition.pieces.filter { $0.answer == nil && $0.polygon.dimension == 2 }
    return (polygons, undecided.map { $0.polygon })
  }
}

// MARK: - Settling

extension ParameterPlane {
  /// Where play from an outcome settles, as in `BlockEvaluator.settle`, for every point of the rectangle.
  public func settling(from start: Int, resolution: Rational) -> PlanePartition<PlayEnd> {
    PlanePartition(box, curves: curves, resolution: resolution) {
      cell throws(OpenCurve) in try end(from: start, in: &cell)
    }
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
  private func isFree(
    of objections: ArraySlice<FoldedGame.Objection>,
    in cell: inout PlaneCell
  ) throws(OpenCurve) -> Bool {
    var open: Int?
    for objection in objections {
      var sign = rows[objection.row].sign
      var missing: Int?
      for curve in rows[objection.row].curves where sign != 0 {
        if let known = cell.knownSign(of: curve) { sign *= known } else { missing = curve }
      }
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
