import GameTheory
import Glibc
import Negotiation

/// Exact maps of two parameters beside grids of a million points.
struct MapBenchmark {
  private let scenario: Scenario

  private static let pairs = [
    ["neutralise_russia", "shield_works"], ["neutralise_russia", "opening_worth"],
    ["opening_worth", "broker_leverage"], ["shield_works", "launches_per_year"],
    ["accord_depth", "sellout_loss"], ["race_outlay", "buildup_restores"],
    ["shield_works", "freeze_cut"],
  ]
  private static let side = 1000

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    print("map: two parameters of \(scenario.title), exact, beside a grid of 1,000 by 1,000")
    for paths in MapBenchmark.pairs {
      guard let model = try? ScenarioModel(scenario, varying: paths), let x = axis(paths[0]),
        let y = axis(paths[1])
      else { continue }
      let resolution = Rational(1, 2000)
      let diagram = PhaseDiagram(model, x: x, y: y, resolution: resolution)
      let map = Timing(runs: 5) { _ = PhaseDiagram(model, x: x, y: y, resolution: resolution) }
      var found: (compared: Int, differing: Int) = (0, 0)
      let grid = Timing(runs: 1) { found = compare(diagram, model, isCompared: false) }
      report("\(paths[0]), \(paths[1]): the map", map.median * 1000, "ms")
      report("  the grid", grid.median * 1000, "ms")
      if !diagram.isExact {
        report("  left undecided in pieces", diagram.undecidedShare.toDouble() * 100, "%")
      }
      found = compare(diagram, model, isCompared: true)
      print("  \(found.compared) points compared, \(found.differing) differ")
      if found.differing > 0 { exit(1) }
    }
    reportTips()
  }

  /// How long the other questions of what if take.
  private func reportTips() {
    guard let model = try? ScenarioModel(scenario),
      let varied = try? ScenarioModel(scenario, varying: MapBenchmark.pairs[0]),
      let number = axis(MapBenchmark.pairs[0][0]), let settled = CaseResult(model).settled
    else { return }
    let line = Timing(runs: 5) {
      _ = Tipping(varied, along: number.path, in: number.range)
    }
    report("tip, along \(number.path)", line.median * 1000, "ms")
    let table = Timing(runs: 5) { _ = TippingTable(model) }
    report("tip, along every number", table.median * 1000, "ms")
    let numbers = scenario.parameters.compactMap { axis($0.name) }
    let stopping = Timing(runs: 5) {
      _ = NearestChange(model, numbers: numbers, question: .stops(settled))
    }
    report("robust, \(numbers.count) parameters, stopping", stopping.median * 1000, "ms")
    let starting = Timing(runs: 5) {
      _ = NearestChange(model, numbers: numbers, question: .starts(firstOption))
    }
    report("robust, starting with one option", starting.median * 1000, "ms")
    let deal = Timing(runs: 5) { _ = Deal(model, target: firstOption, equilibrium: settled) }
    report("deal, the cheapest of a third of all outcomes", deal.median * 1000, "ms")
  }

  /// The first option of the first decision: the shield deployed.
  private var firstOption: Options { Options([Options.Choice(decision: 0, option: 0)]) }

  private func axis(_ path: String) -> VariedNumber? {
    guard let quantity = scenario.quantities.first(where: { $0.path == path }),
      let range = quantity.range
    else { return nil }
    let shipped = quantity.polynomial.evaluated(at: scenario.parameterValues)
    return VariedNumber(path: path, title: path, unit: "", range: range, shipped: shipped)
  }

  /// Solves every point of the grid, and counts where the map says otherwise.
  private func compare(
    _ diagram: PhaseDiagram,
    _ model: ScenarioModel,
    isCompared: Bool
  ) -> (compared: Int, differing: Int) {
    let ranges = [diagram.x.range, diagram.y.range]
    let variables = [diagram.x.path, diagram.y.path].compactMap { model.variables[$0] }
    var settings = model.values.map { FoldedGame.Setting.fixed($0) }
    for (variable, range) in zip(variables, ranges) {
      settings[variable] = .varying(range.lowerBound.toDouble()...range.upperBound.toDouble())
    }
    let grid = ranges.map { MapBenchmark.values(in: $0) }
    var evaluator = BlockEvaluator(FoldedGame(model.game, settings: settings))
    var (compared, differing) = (0, 0)
    for y in grid[1] {
      for start in stride(from: 0, to: MapBenchmark.side, by: BlockEvaluator.capacity) {
        let xs = grid[0][start..<min(MapBenchmark.side, start + BlockEvaluator.capacity)]
        evaluator.load(count: xs.count, variables: variables) { place, point in
          place == 0 ? xs[xs.startIndex + point] : y
        }
        let settled = evaluator.settle(from: model.statusQuo)
        let equilibria = evaluator.equilibria()
        guard isCompared else { continue }
        for (point, x) in xs.enumerated() {
          let place = PlanePoint(Rational(decimalOf: x), Rational(decimalOf: y))
          let bit: UInt64 = 1 << UInt64(point)
          guard let end = settled.first(where: { $0.points & bit != 0 }).map({ PlayEnd($0) }),
            let isSame = diagram.holds(
              end,
              equilibria.filter { $0.points & bit != 0 }.map { $0.outcome },
              at: place
            )
          else { continue }
          compared += 1
          if !isSame { differing += 1 }
        }
      }
    }
    return (compared, differing)
  }

  /// Evenly spaced values, the ends included, as near as `Double`s are.
  private static func values(in range: ClosedRange<Rational>) -> [Double] {
    let step = (range.upperBound - range.lowerBound) / Rational(side - 1)
    return (0..<side).map { (range.lowerBound + step * Rational($0)).toDouble() }
  }
}

extension PhaseDiagram {
  /// Whether the map says what is so at a point; nil where play ends as it does in no region.
  fileprivate func holds(_ end: PlayEnd, _ outcomes: [Int], at point: PlanePoint) -> Bool? {
    guard let region = region(at: point) else { return nil }
    return regions[region].end == end && equilibria(at: point) == outcomes
  }
}
