public import GameTheory

/// The exact phase diagram of two numbers of a scenario.
///
/// Where play settles is told for every point of the rectangle: regions are convex polygons without
/// their borders, and what holds on borders is told apart. Sets of equilibria have their borders, and may
/// overlap.
public struct PhaseDiagram: Sendable {
  /// One of the two numbers.
  public struct Axis: Sendable {
    /// Its path.
    public let path: String
    /// What it is called in sentences.
    public let title: String
    /// Its unit; empty for a bare number.
    public let unit: String
    /// The values mapped.
    public let range: ClosedRange<Rational>
    /// Its value in the scenario.
    public let shipped: Rational
    /// Whether anybody's choice can depend on it within the rectangle.
    public let matters: Bool

    /// Says what is mapped of a number.
    public init(
      path: String,
      title: String,
      unit: String,
      range: ClosedRange<Rational>,
      shipped: Rational,
      matters: Bool = true
    ) {
      self.path = path
      self.title = title
      self.unit = unit
      self.range = range
      self.shipped = shipped
      self.matters = matters
    }
  }

  /// The points from which play ends in one way.
  public struct Region: Sendable {
    /// How play ends.
    public let end: PlayEnd
    /// The polygons, without their borders; none where play ends so on lines or points only.
    public let polygons: [ConvexPolygon]
    /// The segments, without their ends, and the points on borders that belong to it.
    public let borders: [ConvexPolygon]
    /// The area, as a share of the rectangle's.
    public let share: Rational
  }

  /// The model, with the two numbers as variables.
  public let model: ScenarioModel
  /// The number that runs to the right.
  public let x: Axis
  /// The number that runs up.
  public let y: Axis
  /// Where play settles, the largest region first.
  public let regions: [Region]
  /// Where outcomes are equilibria, by outcome.
  public let equilibria: [ParameterPlane.EquilibriumSet]
  /// What is left undecided of where play settles.
  public let undecided: [ConvexPolygon]
  /// The area of that, as a share of the rectangle's.
  public let undecidedShare: Rational
  /// Whether all of it is exact.
  public let isExact: Bool
  /// All parts of all regions, and for each the region it is of.
  private let index: PolygonIndex
  private let owners: [Int]

  /// Maps two numbers of a model that have variables of their own.
  ///
  /// `resolution` is the share of each range below which a piece may be left undecided, where the numbers
  /// multiply each other.
  public init(
    _ model: ScenarioModel,
    x: Axis,
    y: Axis,
    tolerance: Rational = 0,
    resolution: Rational
  ) {
    self.model = model
    let box = PlaneBox(x: x.range, y: y.range)
    let variables = [x, y].map { model.variables[$0.path] ?? 0 }
    let plane = ParameterPlane(
      model.game,
      at: model.values,
      x: variables[0],
      y: variables[1],
      box: box,
      tolerance: tolerance
    )
    let bearing = plane.game.bearingVariables
    self.x = PhaseDiagram.told(x, matters: bearing.contains(variables[0]))
    self.y = PhaseDiagram.told(y, matters: bearing.contains(variables[1]))
    let partition = plane.settling(from: model.statusQuo, resolution: resolution)
    regions = PhaseDiagram.regions(of: partition)
    undecided = partition.pieces.filter { $0.answer == nil && $0.polygon.dimension == 2 }
      .map { $0.polygon }
    undecidedShare = partition.undecidedArea / box.area
    equilibria = plane.equilibria(resolution: resolution)
    isExact = plane.isExact
    index = PolygonIndex(regions.flatMap { $0.polygons + $0.borders }, within: box)
    owners = regions.enumerated().flatMap { number, region in
      [Int](repeating: number, count: region.polygons.count + region.borders.count)
    }
  }

  private static func told(_ axis: Axis, matters: Bool) -> Axis {
    Axis(
      path: axis.path,
      title: axis.title,
      unit: axis.unit,
      range: axis.range,
      shipped: axis.shipped,
      matters: matters
    )
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

  /// The region that a point belongs to, as an index; nil where it is undecided or outside.
  public func region(at point: PlanePoint) -> Int? {
    index.first(holdingInside: point).map { owners[$0] }
  }

  /// The outcomes that are surely equilibria at a point, ascending.
  public func equilibria(at point: PlanePoint) -> [Int] {
    equilibria.filter { set in set.polygons.contains { $0.contains(point) } }.map { $0.outcome }
  }
}
