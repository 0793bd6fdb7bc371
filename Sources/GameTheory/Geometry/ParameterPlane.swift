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
  /// What the values of the two parameters must meet.
  public let constraints: [PolynomialCondition]
  private(set) var curves: [PlaneCurve] = []
  /// For each constraint the factors of its sign.
  private(set) var limits: [(sign: Int, curves: [Int])] = []
  /// For each row of the game the factors of its sign.
  private(set) var rows: [(sign: Int, curves: [Int])] = []

  /// Folds a game over two parameters.
  ///
  /// - Parameters:
  ///   - game: the game.
  ///   - values: the value of each variable; those of the two are not used.
  ///   - x: the variable that runs to the right.
  ///   - y: the variable that runs up, another one.
  ///   - box: the values of the two, within the range of `Double`.
  ///   - tolerance: a gain of at most this is no gain.
  ///   - constraints: what points of the rectangle must meet, in the two variables.
  public init(
    _ game: ParametricGame,
    at values: [Rational],
    x: Int,
    y: Int,
    box: PlaneBox,
    tolerance: Rational = 0,
    constraints: [PolynomialCondition] = []
  ) {
    self.box = box
    self.constraints = constraints
    var settings = values.map { FoldedGame.Setting.fixed($0) }
    settings[x] = .varying(box.x.lowerBound.toDouble()...box.x.upperBound.toDouble())
    settings[y] = .varying(box.y.lowerBound.toDouble()...box.y.upperBound.toDouble())
    self.game = FoldedGame(game, settings: settings, tolerance: tolerance)
    var places: [PlaneCurve: Int] = [:]
    for row in self.game.signs.rows { rows.append(addFactors(of: row, x, y, &places)) }
    for constraint in constraints {
      limits.append(addFactors(of: constraint.polynomial, x, y, &places))
    }
  }

  private mutating func addFactors(
    of polynomial: Polynomial,
    _ x: Int,
    _ y: Int,
    _ places: inout [PlaneCurve: Int]
  ) -> (sign: Int, curves: [Int]) {
    let factors = PlaneCurve.factors(of: polynomial, x, y, within: box)
    var indices: [Int] = []
    for curve in factors.curves {
      if places[curve] == nil {
        places[curve] = curves.count
        curves.append(curve)
      }
      indices.append(places[curve] ?? 0)
    }
    return (factors.sign, indices)
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
    /// The parts of the set, borders included: polygons, and segments and points that are neither in them
    /// nor on the border of what is undecided.
    public let polygons: [ConvexPolygon]
    /// Parts of the plane that may or may not belong to it.
    public let undecided: [ConvexPolygon]
  }

  /// Every outcome that is an equilibrium somewhere in the rectangle, ascending, with where it is one.
  ///
  /// Sets may overlap. Where only lines matter, each is one convex polygon, which may be a segment or a
  /// point. `area` is what the constraints allow, where there are any.
  public func equilibria(
    within area: PlanePartition<Bool>? = nil,
    resolution: Rational
  ) -> [EquilibriumSet] {
    let convexArea = convexArea
    let faces = area?.polygons(where: true)
    return game.candidates.indices.compactMap { candidate in
      let objections = objections(to: candidate)
      let set =
        convexArea.flatMap { convexSet(without: objections, in: $0) }
        ?? dividedSet(without: objections, in: faces, resolution)
      guard !set.polygons.isEmpty || !set.undecided.isEmpty else { return nil }
      return EquilibriumSet(
        outcome: game.candidates[candidate],
        polygons: set.polygons,
        undecided: set.undecided
      )
    }
  }

  /// Whether an outcome is an equilibrium at a point of the rectangle, exactly.
  public func isEquilibrium(_ outcome: Int, at point: PlanePoint) -> Bool {
    guard let candidate = game.candidates.firstIndex(of: outcome) else { return false }
    var cell = PlaneCell(ConvexPolygon(vertices: [point]), curves)
    return (try? isFree(of: objections(to: candidate)[...], in: &cell)) ?? false
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
    without objections: [FoldedGame.Objection],
    in area: ConvexPolygon
  ) -> (polygons: [ConvexPolygon], undecided: [ConvexPolygon])? {
    var polygon = area
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
    in faces: [ConvexPolygon]?,
    _ resolution: Rational
  ) -> (polygons: [ConvexPolygon], undecided: [ConvexPolygon]) {
    let partition = PlanePartition(box, faces: faces, curves: curves, resolution: resolution) {
      cell throws(OpenCurve) in try isFree(of: objections[...], in: &cell)
    }
    let held = partition.polygons(where: true)
    var polygons = held.filter { $0.dimension == 2 }
    // Close to a curve a segment may reach on between pieces that are left undecided.
    let undecided = partition.undecided
    for dimension in [1, 0] {
      let larger = PolygonIndex(polygons + undecided, within: box)
      polygons += held.filter { $0.dimension == dimension && !larger.covers($0) }
    }
    return (polygons, undecided)
  }
}
