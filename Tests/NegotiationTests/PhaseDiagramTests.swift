import Documents
import Foundation
import GameTheory
import TestSupport
import Testing

@testable import Negotiation

@Suite("Maps of two numbers of the shipped scenario")
struct PhaseDiagramTests {
  static let pairs = [
    ["neutralise_russia", "shield_works"], ["neutralise_russia", "opening_worth"],
    ["opening_worth", "broker_leverage"], ["shield_works", "launches_per_year"],
    ["accord_depth", "sellout_loss"], ["race_outlay", "buildup_restores"],
    ["shield_works", "freeze_cut"], ["base_relief", "neutralise_russia"],
  ]

  /// Points along each side of the grid: a thousand with `MAP_GRID=1000` in the environment.
  private static var side: Int {
    ProcessInfo.processInfo.environment["MAP_GRID"].flatMap { Int($0) } ?? 41
  }

  /// A shipped scenario, read from its file.
  static func shipped(_ name: String = "okinawa-2000") throws -> Scenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let reader = ScenarioReader { path throws(ScenarioReader.LoadFailure) in
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
        throw ScenarioReader.LoadFailure(reason: "not there")
      }
      return SourceText(name: path, bytes: Array(data))
    }
    let path = root.appendingPathComponent("Scenarios/\(name).json5").path
    return try #require(reader.read(path).scenario)
  }

  private static func axis(_ path: String, _ scenario: Scenario) throws -> VariedNumber {
    let quantity = try #require(scenario.quantities.first { $0.path == path })
    return VariedNumber(
      path: path,
      title: path,
      unit: "",
      range: try #require(quantity.range),
      shipped: quantity.polynomial.evaluated(at: scenario.parameterValues)
    )
  }

  @Test("The map agrees with a grid at every point, also on borders", arguments: pairs)
  func grid(_ paths: [String]) throws {
    let scenario = try PhaseDiagramTests.shipped()
    let model = try ScenarioModel(scenario, varying: paths)
    let diagram = PhaseDiagram(
      model,
      x: try PhaseDiagramTests.axis(paths[0], scenario),
      y: try PhaseDiagramTests.axis(paths[1], scenario),
      resolution: Rational(1, 100)
    )
    var settings = model.values.map { FoldedGame.Setting.fixed($0) }
    let variables = paths.compactMap { model.variables[$0] }
    for (variable, axis) in zip(variables, [diagram.x, diagram.y]) {
      settings[variable] = .varying(
        axis.range.lowerBound.toDouble()...axis.range.upperBound.toDouble()
      )
    }
    var evaluator = BlockEvaluator(FoldedGame(model.game, settings: settings))
    let side = PhaseDiagramTests.side
    var wrong: [String] = []
    for row in 0..<side {
      for start in stride(from: 0, to: side, by: BlockEvaluator.capacity) where wrong.count < 5 {
        let points = (start..<min(start + BlockEvaluator.capacity, side)).map { column in
          PlanePoint(at(diagram.x.range, column, side), at(diagram.y.range, row, side))
        }
        wrong += differences(diagram, model, variables, points, &evaluator)
      }
    }
    #expect(wrong == [])
    #expect(diagram.isExact || diagram.undecidedShare < Rational(1, 20))
    let whole = diagram.regions.reduce(diagram.undecidedShare) { $0 + $1.share }
    #expect(whole == 1)
    let area =
      (diagram.x.range.upperBound - diagram.x.range.lowerBound)
      * (diagram.y.range.upperBound - diagram.y.range.lowerBound)
    for region in diagram.regions {
      let outlined = region.outlines.reduce(Rational.zero) { $0 + $1.area }
      #expect(outlined == region.share * area)
    }
  }

  @Test("What a scenario's constraint forbids is left out, and nothing else")
  func constraints() throws {
    let paths = ["neutralise_russia", "shield_works"]
    let (free, bound) = (
      try PhaseDiagramTests.shipped(), try PhaseDiagramTests.shipped("blunts-russia")
    )
    let constraint = try #require(bound.constraints.first)
    func diagram(_ scenario: Scenario) throws -> PhaseDiagram {
      PhaseDiagram(
        try ScenarioModel(scenario, varying: paths),
        x: try PhaseDiagramTests.axis(paths[0], scenario),
        y: try PhaseDiagramTests.axis(paths[1], scenario),
        resolution: Rational(1, 100)
      )
    }
    var unbound = bound
    unbound.constraints = []
    let (kept, whole) = (try diagram(bound), try diagram(unbound))
    #expect(try diagram(free).forbidden == nil)
    let forbidden = try #require(kept.forbidden)
    #expect(forbidden.constraints == [constraint.text])
    #expect(forbidden.share == Rational(1, 2))
    #expect(kept.regions.reduce(forbidden.share) { $0 + $1.share } == 1)
    let variables = paths.map { path in bound.parameters.firstIndex { $0.name == path } ?? 0 }
    var counts = (allowed: 0, forbidden: 0)
    for row in 0..<33 {
      for column in 0..<33 {
        let point = PlanePoint(at(kept.x.range, column, 33), at(kept.y.range, row, 33))
        var values = bound.parameterValues
        values[variables[0]] = point.x
        values[variables[1]] = point.y
        let isAllowed = constraint.holds(at: values)
        #expect(kept.isAllowed(point) == isAllowed)
        let region = kept.region(at: point).map { kept.regions[$0].end }
        let expected = whole.region(at: point).map { whole.regions[$0].end }
        #expect(region == (isAllowed ? expected : nil))
        #expect(kept.equilibria(at: point) == (isAllowed ? whole.equilibria(at: point) : []))
        if isAllowed { counts.allowed += 1 } else { counts.forbidden += 1 }
      }
    }
    #expect(counts.allowed > 400 && counts.forbidden > 400)
  }

  private func at(_ range: ClosedRange<Rational>, _ index: Int, _ count: Int) -> Rational {
    range.lowerBound + (range.upperBound - range.lowerBound) * Rational(index)
      / Rational(count - 1)
  }

  private func differences(
    _ diagram: PhaseDiagram,
    _ model: ScenarioModel,
    _ variables: [Int],
    _ points: [PlanePoint],
    _ evaluator: inout BlockEvaluator
  ) -> [String] {
    evaluator.load(
      exactly: points.map { point in
        var values = model.values
        values[variables[0]] = point.x
        values[variables[1]] = point.y
        return values
      }
    )
    let settled = evaluator.settle(from: model.statusQuo)
    let equilibria = evaluator.equilibria()
    return points.enumerated().compactMap { place, point in
      let bit: UInt64 = 1 << UInt64(place)
      let end = settled.first { $0.points & bit != 0 }
      if let region = diagram.region(at: point) {
        switch diagram.regions[region].end {
        case .rest(let outcome):
          if end?.outcome != outcome || end?.cycle != [] { return "settling at \(point)" }
        case .cycle(let cycle):
          if Set(cycle) != Set(end?.cycle ?? []) { return "a cycle at \(point)" }
        }
      } else if diagram.isExact {
        return "no answer at \(point)"
      } else if let end, diagram.regions.contains(where: { $0.end == PlayEnd(end) }) {
        return "no region at \(point)"
      }
      let expected = equilibria.filter { $0.points & bit != 0 }.map { $0.outcome }
      if diagram.equilibria(at: point) != expected { return "equilibria at \(point)" }
      return nil
    }
  }
}
