import Analysis
import Documents
import Sweeps

extension CaseFamily {
  /// Sobol' indices: digits at unscrambled points, and closed forms that the engine's design comes near to.
  static let sobolIndices = CaseFamily(name: "sobol_indices", mark: "digit_level") {
    (file, list) throws(CaseFault) in
    let functions = try knownFunctions(file.root)
    for (name, axes, value) in functions {
      guard axes > 0, axes <= Design.saltelliLimit else {
        throw CaseFault("'\(name)' has no axis, or too many")
      }
      try checkClosedForm(name, axes, value, try file.root.need(name), &list)
      let key = name.hasPrefix("g_function_") ? "g\(axes)" : name
      guard let rows = file.root.value("digit_level")?.value(key)?.elements else { continue }
      for row in rows { try checkDigits(key, axes, value, row, &list) }
    }
    if let node = file.root.value("digit_level")?.value("SALib_ishigami_N1024"),
      let (_, axes, value) = functions.first(where: { $0.name == "ishigami" })
    {
      let found = indices(axes, points: 1024, value)
      // The other program centres with another mean: the case says that six digits agree.
      list.near(
        "another program's first-order indices",
        found.axes.compactMap { $0.firstOrder?.value },
        try node.needNumbers("S1"),
        usual: 1e-6
      )
      list.near(
        "another program's total indices",
        found.axes.compactMap { $0.total?.value },
        try node.needNumbers("ST"),
        usual: 1e-12
      )
    }
  }

  private typealias Function = (name: String, axes: Int, value: ([Double]) -> Double)

  /// The functions that a case speaks of, on the unit cube.
  private static func knownFunctions(_ root: Node) throws(CaseFault) -> [Function] {
    var functions: [Function] = []
    if let node = root.value("ishigami") {
      let (a, b) = (try node.needNumber("a"), try node.needNumber("b"))
      functions.append(("ishigami", 3, { TestFunctions.ishigami($0, a: a, b: b) }))
    }
    for key in root.members?.map({ $0.key }) ?? [] where key.hasPrefix("g_function_") {
      let a = try root.need(key).needNumbers("a")
      functions.append((key, a.count, { TestFunctions.g($0, a) }))
    }
    if let node = root.value("linear") {
      let c = try node.needNumbers("c")
      functions.append(("linear", c.count, { zip($0, c).reduce(0) { $0 + $1.0 * $1.1 } }))
    }
    if root.value("product") != nil {
      functions.append(("product", 2, { (2 * $0[0] - 1) * (2 * $0[1] - 1) }))
    }
    guard !functions.isEmpty else { throw CaseFault("it has no function that is known") }
    return functions
  }

  /// The digits that estimates have at unscrambled points; rounding alone makes a difference.
  private static func checkDigits(
    _ name: String,
    _ axes: Int,
    _ value: ([Double]) -> Double,
    _ row: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let points = try row.needInteger("N")
    guard points > 0, points <= 1 << 16 else { throw CaseFault("'N' is out of range") }
    let found = indices(axes, points: points, value)
    let title = "\(name), N = \(points)"
    list.near(
      "\(title): mean and variance",
      [found.mean, found.variance].compactMap { $0 },
      [try row.needNumber("f0"), try row.needNumber("V")],
      usual: 1e-12
    )
    let columns: [(key: String, value: (SobolIndices.Axis) -> Estimate?)] = [
      ("S1_saltelli2010", { $0.firstOrderUncentred }), ("S1_jansen", { $0.firstOrderJansen }),
      ("ST_jansen", { $0.total }), ("S1_centred_saltelli2010", { $0.firstOrder }),
    ]
    for column in columns {
      list.near(
        "\(title): \(column.key)",
        found.axes.compactMap { column.value($0)?.value },
        try row.needNumbers(column.key),
        usual: 1e-12
      )
    }
  }

  /// The indices of the closed form, which 4096 base points of the engine's own design come near to.
  private static func checkClosedForm(
    _ name: String,
    _ axes: Int,
    _ value: ([Double]) -> Double,
    _ node: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let design = Design(
      kind: .saltelli,
      axes: [Design.Axis](repeating: .range(0...1), count: axes),
      samples: 4096,
      seed: 1,
      hasSecondOrder: true
    )
    let found = indices(axes, points: 4096, value) { point in
      (0..<design.groupSize).map { part in
        (0..<axes).map { design.value(sample: point * design.groupSize + part, axis: $0) }
      }
    }
    let columns: [(String, String, (SobolIndices.Axis) -> Estimate?)] = [
      ("S1", "first-order", { $0.firstOrder }), ("ST", "total", { $0.total }),
    ]
    for (key, order, estimate) in columns {
      list.near(
        "\(name): \(order) indices of the engine's design",
        found.axes.compactMap { estimate($0)?.value },
        try node.needNumbers(key),
        usual: 0.01
      )
    }
    let variance = try node.needNumber("variance")
    list.within(
      "\(name): variance",
      [found.variance].compactMap { $0 },
      [variance],
      [0.01 * variance],
      tolerance: 0.01
    )
    if let pairs = node.value("S2") { try checkPairs(name, found, pairs, &list) }
  }

  /// The second-order indices of the closed form, by the numbers of their axes from 1, such as `1,3`.
  private static func checkPairs(
    _ name: String,
    _ found: SobolIndices,
    _ node: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    var expected: [String: Double] = [:]
    for member in node.members ?? [] { expected[member.key] = try node.needNumber(member.key) }
    let names = found.pairs.map { "\($0.first + 1),\($0.second + 1)" }
    list.holds(
      "\(name): pairs of axes",
      Set(names) == Set(expected.keys),
      "the case has \(expected.keys.sorted()) where there are \(names)"
    )
    list.near(
      "\(name): second-order indices of the engine's design",
      found.pairs.compactMap { $0.secondOrder?.value },
      names.compactMap { expected[$0] },
      usual: 0.01
    )
  }

  private static func indices(
    _ axes: Int,
    points: Int,
    _ value: ([Double]) -> Double,
    _ samples: ((Int) -> [[Double]])? = nil
  ) -> SobolIndices {
    var analysis = SobolAnalysis(
      axes: axes,
      numbers: 1,
      families: 0,
      bootstrap: PoissonBootstrap(seed: 1, replicates: 0, points: points),
      hasSecondOrder: samples != nil
    )
    for point in 0..<points {
      let rows = samples?(point) ?? unscrambled(point, axes)
      analysis.add(point: point, rows.map { SampleValues(numbers: [value($0)], labels: []) })
    }
    return analysis.indices(ofNumber: 0)
  }

  /// The two halves of a Sobol' point, and the first with one coordinate at a time of the second.
  private static func unscrambled(_ point: Int, _ axes: Int) -> [[Double]] {
    let all = (0..<2 * axes).map {
      Double(SobolDirections.bits(sample: point, axis: $0)) * 0x1p-32
    }
    let (a, b) = (Array(all[..<axes]), Array(all[axes...]))
    let mixed = (0..<axes).map { axis in
      var point = a
      point[axis] = b[axis]
      return point
    }
    return [a, b] + mixed
  }
}
