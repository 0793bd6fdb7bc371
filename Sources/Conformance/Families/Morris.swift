import Analysis
import Documents
import Sweeps

extension CaseFamily {
  /// Elementary effects: exact expectations over all trajectories, and the engine's design within its
  /// standard error.
  static let morris = CaseFamily(name: "morris", mark: "exact_expectations") {
    (file, list) throws(CaseFault) in
    for member in file.root.value("exact_expectations")?.members ?? [] {
      let effects = try EffectsCase(member.key, member.value)
      let found = effects.allTrajectories()
      let values = found.axes
      // The case's deviation is that of the population.
      let count = Double(found.trajectories)
      let correction = ((count - 1) / count).squareRoot()
      let name = member.key
      let (mu, muStar, sigma) = (effects.mu, effects.muStar, effects.sigma)
      list.near("\(name): mu", values.map { $0.mu.value }, mu, usual: 1e-12)
      list.near("\(name): mu*", values.map { $0.muStar.value }, muStar, usual: 1e-12)
      list.near(
        "\(name): sigma",
        values.compactMap { $0.sigma }.map { $0.value * correction },
        sigma,
        usual: 1e-12
      )
      effects.checkDesign(trajectories: 4000, &list)
    }
    if file.root.value("salib_r20000_seed3_ishigami_p4") != nil {
      list.skip("another program's 20000 trajectories", "they hang on its random numbers")
    }
    if let node = file.root.value("morris1991_20_factors") { try checkTwenty(node, &list) }
  }

  /// Morris's own function: three of its values, and its effects, which the case has from random draws too.
  private static func checkTwenty(
    _ node: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    for (key, x) in [("f_at_zero", 0), ("f_at_one", 1), ("f_at_third", 1.0 / 3)] {
      let found = TestFunctions.morris([Double](repeating: x, count: 20))
      list.near("20 factors: \(key)", [found], [try node.needNumber(key)], usual: 1e-12)
    }
    let effects = try EffectsCase("morris1991_20_factors_p\(try node.needInteger("p"))", node)
    effects.checkDesign(
      trajectories: 2000,
      drawsOfCase: try node.needNumber("monte_carlo_draws_per_factor"),
      &list
    )
  }
}

/// A function with the statistics of its effects.
private struct EffectsCase {
  let name: String
  let levels: Int
  let value: ([Double]) -> Double
  let mu: [Double]
  let muStar: [Double]
  let sigma: [Double]
  var axes: Int { mu.count }

  /// Reads a case named for its function and, after `_p`, its levels.
  init(_ name: String, _ node: Node) throws(CaseFault) {
    guard let place = name.lastIndex(of: "p"), let levels = Int(name[name.index(after: place)...]),
      levels >= 2, levels % 2 == 0, levels <= 64
    else { throw CaseFault("'\(name)' does not end in _p and an even number of levels") }
    self.name = name
    self.levels = levels
    mu = try node.needNumbers("mu")
    muStar = try node.needNumbers("mu_star")
    sigma = try node.needNumbers("sigma")
    let axes = mu.count
    switch name[..<place] {
    case "ishigami_" where axes == 3: value = { TestFunctions.ishigami($0, a: 7, b: 0.1) }
    case "linear_" where axes == 3: value = { $0[0] + 2 * $0[1] - 3 * $0[2] }
    case "product_" where axes == 2: value = { $0[0] * $0[1] }
    case "g3_" where axes == 3:
      let a = try node.needNumbers("a")
      value = { TestFunctions.g($0, a) }
    case "morris1991_20_factors_" where axes == 20: value = { TestFunctions.morris($0) }
    default: throw CaseFault("the function of '\(name)' is not known")
    }
    guard muStar.count == axes, sigma.count == axes else {
      throw CaseFault("'\(name)' has lists of different lengths")
    }
  }

  /// The effects over every start, every direction and every order of the axes, each once.
  func allTrajectories() -> MorrisEffects {
    let step = Double(levels) / Double(2 * (levels - 1))
    var analysis = emptyAnalysis(1)
    var starts = 1
    for _ in 0..<axes { starts *= levels }
    for start in 0..<starts {
      var rest = start
      var point: [Double] = []
      var moves: [Double] = []
      for _ in 0..<axes {
        let level = rest % levels
        let isUp = level < levels / 2
        point.append(Double(level) / Double(levels - 1))
        moves.append(isUp ? step : -step)
        rest /= levels
      }
      for order in EffectsCase.orders(axes) {
        var at = point
        var samples = [sample(at)]
        for axis in order {
          // The level itself, not the sum, which may be off by rounding.
          at[axis] = Double(Int((at[axis] + moves[axis]) * Double(levels - 1) + 0.5))
          at[axis] /= Double(levels - 1)
          samples.append(sample(at))
        }
        analysis.add(
          trajectory: analysis.trajectories,
          samples,
          moves: order.map { MorrisAnalysis.Move(axis: $0, step: moves[$0]) }
        )
      }
    }
    return analysis.effects(onNumber: 0)
  }

  /// Checks the engine's design: six standard errors, of its own draws and those of the case.
  func checkDesign(trajectories: Int, drawsOfCase: Double = .infinity, _ list: inout CheckList) {
    let design = Design(
      kind: .morris,
      axes: [Design.Axis](repeating: .range(0...1), count: axes),
      samples: trajectories,
      seed: 1,
      levels: levels
    )
    var analysis = emptyAnalysis(trajectories)
    for trajectory in 0..<trajectories {
      let first = trajectory * (axes + 1)
      let samples = (first...first + axes).map { number in
        sample((0..<axes).map { design.value(sample: number, axis: $0) })
      }
      let moves = (first + 1...first + axes).compactMap { design.move(to: $0) }
      analysis.add(
        trajectory: trajectory,
        samples,
        moves: moves.map { MorrisAnalysis.Move(axis: $0.axis, step: $0.change) }
      )
    }
    let found = analysis.effects(onNumber: 0).axes
    let share = (1 / Double(trajectories) + 1 / drawsOfCase).squareRoot()
    let errors = sigma.map { 6 * $0 * share + 1e-12 }
    let spreads = mu.indices.map { axis in
      max(0, sigma[axis] * sigma[axis] + mu[axis] * mu[axis] - muStar[axis] * muStar[axis])
        .squareRoot()
    }
    let title = "\(name): \(trajectories) trajectories of the engine's design"
    list.within("\(title): mu", found.map { $0.mu.value }, mu, errors, tolerance: 6 * share)
    list.within(
      "\(title): mu*",
      found.map { $0.muStar.value },
      muStar,
      spreads.map { 6 * $0 * share + 1e-12 },
      tolerance: 6 * share
    )
  }

  private func sample(_ point: [Double]) -> SampleValues {
    SampleValues(numbers: [value(point)], labels: [])
  }

  private func emptyAnalysis(_ points: Int) -> MorrisAnalysis {
    let bootstrap = PoissonBootstrap(seed: 1, replicates: 0, points: points)
    return MorrisAnalysis(axes: axes, numbers: 1, families: 0, bootstrap: bootstrap)
  }

  private static func orders(_ count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return orders(count - 1).flatMap { rest in
      (0..<count).map { place in
        var order = rest
        order.insert(count - 1, at: place)
        return order
      }
    }
  }
}
