public import GameTheory

/// The exact phase diagram of two numbers of a scenario.
///
/// Where play settles is told for every point of the rectangle: regions are convex polygons without
/// their borders, and what holds on borders is told apart. Sets of equilibria have their borders, and may
/// overlap.
public struct PhaseDiagram: Sendable {
  /// The points from which play ends in one way.
  public struct Region: Sendable {
    /// How play ends.
    public let end: PlayEnd
    /// Convex polygons, without their borders; none where play ends so on lines or points only.
    public let polygons: [ConvexPolygon]
    /// The segments, without their ends, and the points on borders that belong to it.
    public let borders: [ConvexPolygon]
    /// The area, as a share of the rectangle's.
    public let share: Rational

    /// The polygons without borders between neighbours.
    public var outlines: [PlaneOutline] { PlaneOutline.joining(polygons) }
  }

  /// What the scenario's constraints between parameters leave out.
  public struct Forbidden: Sendable {
    /// The constraints that bear on the two numbers, as they are written.
    public let constraints: [String]
    /// Convex polygons, without their borders.
    public let polygons: [ConvexPolygon]
    /// Segments and points left out that are on the border of no such polygon.
    public let borders: [ConvexPolygon]
    /// The area, as a share of the rectangle's.
    public let share: Rational

    /// The polygons without borders between neighbours.
    public var outlines: [PlaneOutline] { PlaneOutline.joining(polygons) }
    /// Whether the constraints hold in all of the rectangle.
    public var isEmpty: Bool { polygons.isEmpty && borders.isEmpty }
  }

  /// The model, with the two numbers as variables.
  public let model: ScenarioModel
  /// The number that runs to the right.
  public let x: VariedNumber
  /// The number that runs up.
  public let y: VariedNumber
  /// Those of the two on which nobody's choice can depend within the rectangle.
  public let idle: [VariedNumber]
  /// Where play settles, the largest region first.
  public let regions: [Region]
  /// Where outcomes are equilibria, by outcome.
  public let equilibria: [ParameterPlane.EquilibriumSet]
  /// What the scenario's constraints leave out; nil where none bears on the two numbers.
  public let forbidden: Forbidden?
  /// What is left undecided of where play settles.
  public let undecided: [ConvexPolygon]
  /// The area of that, as a share of the rectangle's.
  public let undecidedShare: Rational
  /// Whether all of it is exact.
  public let isExact: Bool
  /// All parts of all regions, and for each the region it is of.
  private let index: PolygonIndex
  private let owners: [Int]
  private let plane: ParameterPlane

  /// Maps two numbers of a model that have variables of their own.
  ///
  /// `resolution` is the share of each range below which a piece may be left undecided, where the numbers
  /// multiply each other.
  public init(
    _ model: ScenarioModel,
    x: VariedNumber,
    y: VariedNumber,
    tolerance: Rational = 0,
    resolution: Rational
  ) {
    self.model = model
    let box = PlaneBox(x: x.range, y: y.range)
    let variables = [x, y].map { model.variables[$0.path] ?? 0 }
    let constraints = PhaseDiagram.constraints(of: model, variables)
    let limits = constraints.map { $0.constraint }
    plane = PhaseDiagram.plane(of: model, variables, box, tolerance, limits)
    let bearing = plane.game.bearingVariables
    self.x = x
    self.y = y
    idle = zip([x, y], variables).filter { !bearing.contains($0.1) }.map { $0.0 }
    let area = constraints.isEmpty ? nil : plane.allowed(resolution: resolution)
    let partition = plane.settling(from: model.statusQuo, within: area, resolution: resolution)
    regions = PhaseDiagram.regions(of: partition)
    forbidden = area.map { Forbidden(constraints.map { $0.text }, $0) }
    undecided = partition.undecided + (area?.undecided ?? [])
    undecidedShare = (partition.undecidedArea + (area?.undecidedArea ?? 0)) / box.area
    equilibria = plane.equilibria(within: area, resolution: resolution)
    isExact = plane.isExact
    index = PolygonIndex(regions.flatMap { $0.polygons + $0.borders }, within: box)
    owners = regions.enumerated().flatMap { number, region in
      [Int](repeating: number, count: region.polygons.count + region.borders.count)
    }
  }

  private static func plane(
    of model: ScenarioModel,
    _ variables: [Int],
    _ box: PlaneBox,
    _ tolerance: Rational,
    _ constraints: [PolynomialCondition]
  ) -> ParameterPlane {
    ParameterPlane(
      model.game,
      at: model.values,
      x: variables[0],
      y: variables[1],
      box: box,
      tolerance: tolerance,
      constraints: constraints
    )
  }

  /// The scenario's constraints that bear on the two numbers, the others at their values; and those that
  /// the others violate by themselves.
  private static func constraints(
    of model: ScenarioModel,
    _ variables: [Int]
  ) -> [(text: String, constraint: PolynomialCondition)] {
    model.scenario.constraints.compactMap { constraint in
      let polynomial = constraint.difference.substituting { variable in
        variables.contains(variable)
          ? Polynomial(variable: variable) : Polynomial(constant: model.values[variable])
      }
      if let value = polynomial.constantValue, constraint.comparison.holds(forSign: value.signum) {
        return nil
      }
      return (constraint.text, PolynomialCondition(polynomial, constraint.comparison))
    }
  }

  private static func regions(of partition: PlanePartition<PlayEnd>) -> [Region] {
    var order: [PlayEnd] = []
    var pieces: [PlayEnd: [ConvexPolygon]] = [:]
    for piece in partition.pieces {
      guard let answer = piece.answer else { continue }
      if pieces[answer] == nil { order.append(answer) }
      pieces[answer, default: []].append(piece.polygon)
    }
    let regions = order.map { end in
      let all = pieces[end] ?? []
      return Region(
        end: end,
        polygons: all.filter { $0.dimension == 2 },
        borders: all.filter { $0.dimension < 2 },
        share: all.reduce(Rational.zero) { $0 + $1.area } / partition.box.area
      )
    }
    // In the order found where areas are equal, which is the same in every run.
    return regions.enumerated().sorted {
      $0.element.share == $1.element.share
        ? $0.offset < $1.offset : $0.element.share > $1.element.share
    }.map { $0.element }
  }

  /// Whether the scenario's constraints allow a point of the rectangle.
  public func isAllowed(_ point: PlanePoint) -> Bool { plane.isAllowed(point) }

  /// The region that a point belongs to, as an index; nil where it is forbidden or outside.
  ///
  /// It is found exactly also where the pieces of the map leave it open, and then nil too where play ends
  /// in a way that it does in no piece.
  public func region(at point: PlanePoint) -> Int? {
    if let piece = index.first(holdingInside: point) { return owners[piece] }
    guard !isExact, x.range.contains(point.x), y.range.contains(point.y), isAllowed(point) else {
      return nil
    }
    let end = plane.end(from: model.statusQuo, at: point)
    return regions.firstIndex { $0.end == end }
  }

  /// The outcomes that are equilibria at a point that is allowed, ascending, found exactly everywhere.
  public func equilibria(at point: PlanePoint) -> [Int] {
    guard isAllowed(point) else { return [] }
    return equilibria.filter { set in
      set.undecided.isEmpty
        ? set.polygons.contains { $0.contains(point) }
        : plane.isEquilibrium(set.outcome, at: point)
    }.map { $0.outcome }
  }
}

extension PhaseDiagram.Forbidden {
  fileprivate init(_ constraints: [String], _ area: PlanePartition<Bool>) {
    let all = area.polygons(where: false)
    let polygons = all.filter { $0.dimension == 2 }
    let index = PolygonIndex(polygons, within: area.box)
    self.constraints = constraints
    self.polygons = polygons
    borders = all.filter { $0.dimension < 2 && !index.covers($0) }
    share = polygons.reduce(Rational.zero) { $0 + $1.area } / area.box.area
  }
}
