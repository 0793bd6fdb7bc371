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
    let scenario = diagram.model.scenario
    return .object([
      ("format", 1), ("command", "map"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)), ("x", json(diagram.x)), ("y", json(diagram.y)),
      ("tolerance", json(tolerance)), ("isExact", .bool(diagram.isExact)),
      ("resolution", diagram.isExact ? .null : json(resolution)),
      ("regions", .array(diagram.regions.map { json($0) })),
      ("equilibria", .array(diagram.equilibria.map { json($0) })),
      ("undecidedShare", json(diagram.undecidedShare)),
      ("undecided", .array(diagram.undecided.map { json($0) })),
    ])
  }

  private func json(_ value: Rational) -> JSONValue { ExactNumber.json(value) }

  private func json(_ axis: PhaseDiagram.Axis) -> JSONValue {
    .object([
      ("path", .string(axis.path)), ("name", .string(axis.title)), ("unit", .string(axis.unit)),
      ("low", json(axis.range.lowerBound)), ("high", json(axis.range.upperBound)),
      ("shipped", json(axis.shipped)), ("matters", .bool(axis.matters)),
    ])
  }

  private func json(_ polygon: ConvexPolygon) -> JSONValue {
    .array(polygon.vertices.map { .object([("x", json($0.x)), ("y", json($0.y))]) })
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
        ("polygons", .array(region.polygons.map { json($0) })),
        ("borders", .array(region.borders.map { json($0) })),
      ]
    )
  }

  private func json(_ set: ParameterPlane.EquilibriumSet) -> JSONValue {
    .object([
      ("outcome", .integer(set.outcome)), ("options", options(set.outcome)),
      ("says", .string(diagram.words(for: set.outcome))),
      ("polygons", .array(set.polygons.map { json($0) })),
      ("undecided", .array(set.undecided.map { json($0) })),
    ])
  }

  // MARK: CSV

  /// One row for each corner of each polygon.
  var csv: String {
    var table = TextTable(
      ["set", "outcome", "polygon", "corner", "x", "y", "exact_x", "exact_y"].map {
        TextTable.Column($0)
      }
    )
    func add(_ set: String, _ outcome: String, _ polygons: [ConvexPolygon]) {
      for (number, polygon) in polygons.enumerated() {
        for (corner, point) in polygon.vertices.enumerated() {
          table.add([
            set, outcome, String(number + 1), String(corner + 1),
            JSONValue.text(of: point.x.toDouble()), JSONValue.text(of: point.y.toDouble()),
            ExactNumber.fraction(point.x), ExactNumber.fraction(point.y),
          ])
        }
      }
    }
    for region in diagram.regions {
      var name = "cycle"
      if case .rest(let outcome) = region.end { name = String(outcome) }
      add("settles", name, region.polygons)
      add("border", name, region.borders)
    }
    for set in diagram.equilibria { add("equilibrium", String(set.outcome), set.polygons) }
    add("undecided", "", diagram.undecided)
    return table.csv()
  }
}
