import Analysis
import Documents
import Sweeps

extension CaseFamily {
  /// Boxes by peeling, and shallow trees, on Sobol' points in three dimensions marked where the first
  /// coordinate is above 0.6 and the second below 0.4.
  static let primAndCART = CaseFamily(name: "prim_cart", mark: "trajectory") {
    (file, list) throws(CaseFault) in
    let points = markedPoints(count: file.root.value("points")?.whole ?? 1024)
    list.same(
      "points of interest",
      [points.countOfInterest],
      [try file.root.needInteger("n_of_interest")]
    )
    var settings = PRIM.Settings()
    let stated = try file.root.need("settings")
    settings.peelAlpha = try stated.needNumber("peel_alpha")
    settings.pasteAlpha = try stated.needNumber("paste_alpha")
    settings.minimumMass = try stated.needNumber("mass_min")
    guard [settings.peelAlpha, settings.pasteAlpha].allSatisfy({ $0 > 0 && $0 < 0.5 }),
      (0...1).contains(settings.minimumMass)
    else { throw CaseFault("a share in 'settings' is out of range") }
    let steps = PRIM(points, settings).trajectory()
    try check(steps, try file.root.needElements("trajectory"), &list)
    if let last = steps.last { try check(last.region, points, file.root, &list) }
    if let cart = file.root.value("cart") { try check(cart, points, &list) }
  }

  private static func markedPoints(count: Int) -> MarkedPoints {
    let columns = (0..<3).map { axis in
      (0..<max(1, min(count, 1 << 16))).map { sample in
        Double(SobolDirections.bits(sample: sample, axis: axis)) * 0x1p-32
      }
    }
    return MarkedPoints(
      axes: ["x1", "x2", "x3"].map { MarkedPoints.Axis($0) },
      columns: columns,
      isOfInterest: zip(columns[0], columns[1]).map { $0 > 0.6 && $1 < 0.4 }
    )
  }

  private static func check(
    _ steps: [PRIM.Step],
    _ rows: [Node],
    _ list: inout CheckList
  ) throws(CaseFault) {
    let columns: [(key: String, value: (PRIM.Step) -> Double)] = [
      ("coverage", { $0.counts.coverage }), ("density", { $0.counts.density }),
      ("mass", { $0.counts.mass }), ("res_dim", { Double($0.region.restrictedAxes.count) }),
    ]
    for column in columns {
      var expected: [Double] = []
      for row in rows { expected.append(try row.needNumber(column.key)) }
      list.near("trajectory: \(column.key)", steps.map(column.value), expected, usual: 1e-12)
    }
  }

  /// The last box; where it is open on a side the case has the outermost point.
  private static func check(
    _ region: Region,
    _ points: MarkedPoints,
    _ root: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    guard let box = root.value("final_box") else { return }
    for (axis, limit) in region.limits.enumerated() {
      guard case .range(let lower, let upper) = limit else { continue }
      let name = points.axes[axis].name
      let column = points.columns[axis]
      list.near(
        "last box: \(name)",
        [lower?.value ?? column.min() ?? 0, upper?.value ?? column.max() ?? 0],
        try box.needNumbers(name),
        usual: 1e-12
      )
    }
  }

  /// The tree; the case marks leaves by -2 and prints thresholds to nine places.
  private static func check(
    _ cart: Node,
    _ points: MarkedPoints,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let nodes = DecisionTree(points, depth: 2).nodes
    list.same("tree: axes", nodes.map { $0.split?.axis ?? -2 }, try cart.needIntegers("features"))
    list.near(
      "tree: thresholds",
      nodes.map { $0.split?.threshold ?? -2 },
      try cart.needNumbers("thresholds"),
      usual: 5e-10
    )
    var shares: [Double] = []
    for value in try cart.needElements("values") {
      guard let pair = value.elements?.first?.list({ $0.number }), pair.count == 2 else {
        throw CaseFault("'values' are no pairs of shares")
      }
      shares.append(pair[1])
    }
    list.near(
      "tree: shares of interest",
      nodes.map { Double($0.countOfInterest) / Double($0.count) },
      shares,
      usual: 1e-12
    )
  }
}
