import Documents
import GameTheory
import Negotiation
import Presentation

/// A map as JSON and CSV, every corner as an exact fraction and as a decimal.
struct MapRecord {
  private let diagram: PhaseDiagram
  private let tolerance: Rational
  private let resolution: Rational
  private let wording: Wording

  init(_ diagram: PhaseDiagram, tolerance: Rational, resolution: Rational) {
    self.diagram = diagram
    self.tolerance = tolerance
    self.resolution = resolution
    wording = Wording(diagram.model.scenario)
  }

  // MARK: JSON

  var json: JSONValue {
    .object(
      diagram.model.scenario.head("map") + [
        ("x", json(diagram.x)), ("y", json(diagram.y)),
        ("tolerance", json(tolerance)), ("isExact", .bool(diagram.isExact)),
        ("resolution", diagram.isExact ? .null : json(resolution)),
        ("regions", .array(diagram.regions.map { json($0) })),
        ("equilibria", .array(diagram.equilibria.map { json($0) })),
        ("forbidden", diagram.forbidden.map { json($0) } ?? .null),
        ("undecidedShare", json(diagram.undecidedShare)),
        ("undecided", .array(diagram.undecided.map { json($0) })),
      ]
    )
  }

  private func json(_ value: Rational) -> JSONValue { ExactNumber.json(value) }

  private func json(_ axis: VariedNumber) -> JSONValue {
    .object([
      ("path", .string(axis.path)), ("name", .string(axis.title)), ("unit", .string(axis.unit)),
      ("low", json(axis.range.lowerBound)), ("high", json(axis.range.upperBound)),
      ("shipped", json(axis.shipped)),
      ("matters", .bool(!diagram.idle.contains { $0.path == axis.path })),
    ])
  }

  private func json(_ polygon: ConvexPolygon) -> JSONValue { json(polygon.vertices) }

  private func json(_ points: [PlanePoint]) -> JSONValue {
    .array(points.map { .object([("x", json($0.x)), ("y", json($0.y))]) })
  }

  private func json(_ outline: PlaneOutline) -> JSONValue {
    .object([("outer", json(outline.outer)), ("holes", .array(outline.holes.map { json($0) }))])
  }

  private func json(_ forbidden: PhaseDiagram.Forbidden) -> JSONValue {
    .object([
      ("constraints", .array(forbidden.constraints.map { .string($0) })),
      ("share", json(forbidden.share)),
      ("outlines", .array(forbidden.outlines.map { json($0) })),
      ("polygons", .array(forbidden.polygons.map { json($0) })),
      ("borders", .array(forbidden.borders.map { json($0) })),
    ])
  }

  private func options(_ outcome: Int) -> JSONValue {
    let scenario = diagram.model.scenario
    return .object(
      scenario.decisions.indices.map {
        (scenario.decisions[$0].id, .string(wording.option(of: $0, in: outcome)))
      }
    )
  }

  private func json(_ region: PhaseDiagram.Region) -> JSONValue {
    var members: [(String, JSONValue)] = []
    switch region.end {
    case .rest(let outcome):
      members = [("rests", true), ("outcome", .integer(outcome)), ("options", options(outcome))]
    case .cycle(let outcomes):
      members = [("rests", false), ("cycle", .array(outcomes.map { .integer($0) }))]
    }
    return .object(
      members + [
        ("says", .string(diagram.words(for: region.end))), ("share", json(region.share)),
        ("outlines", .array(region.outlines.map { json($0) })),
        ("polygons", .array(region.polygons.map { json($0) })),
        ("borders", .array(region.borders.map { json($0) })),
      ]
    )
  }

  private func json(_ set: ParameterPlane.EquilibriumSet) -> JSONValue {
    .object([
      ("outcome", .integer(set.outcome)), ("options", options(set.outcome)),
      ("says", .string(diagram.words(for: set.outcome))),
      ("outlines", .array(PlaneOutline.joining(set.polygons).map { json($0) })),
      ("polygons", .array(set.polygons.map { json($0) })),
      ("undecided", .array(set.undecided.map { json($0) })),
    ])
  }

  // MARK: CSV

  /// One row for each corner: areas without borders between neighbours, and what else there is.
  var csv: String {
    var table = TextTable(
      ["set", "outcome", "part", "ring", "corner", "x", "y", "exact_x", "exact_y"].map {
        TextTable.Column($0)
      }
    )
    func add(_ set: String, _ outcome: String, _ areas: [ConvexPolygon]) {
      var part = 0
      func add(_ kind: String, _ ring: [PlanePoint]) {
        for (corner, point) in ring.enumerated() {
          table.add([
            set, outcome, String(part), kind, String(corner + 1),
            JSONValue.text(of: point.x.toDouble()), JSONValue.text(of: point.y.toDouble()),
            ExactNumber.fraction(point.x), ExactNumber.fraction(point.y),
          ])
        }
      }
      for outline in PlaneOutline.joining(areas) {
        part += 1
        add("outer", outline.outer)
        for hole in outline.holes { add("hole", hole) }
      }
      for polygon in areas where polygon.dimension < 2 {
        part += 1
        add(polygon.dimension == 1 ? "segment" : "point", polygon.vertices)
      }
    }
    for region in diagram.regions {
      var name = "cycle"
      if case .rest(let outcome) = region.end { name = String(outcome) }
      add("settles", name, region.polygons)
      add("border", name, region.borders)
    }
    for set in diagram.equilibria { add("equilibrium", String(set.outcome), set.polygons) }
    if let forbidden = diagram.forbidden {
      add("forbidden", "", forbidden.polygons + forbidden.borders)
    }
    add("undecided", "", diagram.undecided)
    return table.csv()
  }
}
