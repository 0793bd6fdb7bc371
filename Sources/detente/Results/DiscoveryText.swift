import Analysis
import Documents
import Negotiation
import Presentation

/// What was discovered, for people and for programs.
struct DiscoveryText {
  let discovery: Discovery
  let result: ResultFile
  let question: OutcomeQuestion
  private var wording: RegionWording { RegionWording(axes: discovery.axes) }

  /// The most steps of the trajectory that are listed.
  private static let listed = 12

  // MARK: For people

  func table(width: Int, palette: Palette) -> String {
    var text = ""
    if let scenario = result.scenario {
      text += "\(palette.bold(scenario.title))  \(palette.dim(result.path))\n"
    }
    text += paragraph(frequency, width: width)
    if !discovery.leftOut.sentence.isEmpty {
      text += paragraph(discovery.leftOut.sentence, width: width)
    }
    guard let tree = discovery.tree else { return text + paragraph(flat, width: width) }
    text += "\n" + palette.bold("Where") + "\n" + paragraph(sentence, width: width)
    if !discovery.isCountedWhole || !discovery.sample.isWhole {
      text += paragraph(provenance, width: width)
    }
    if !discovery.tally.axes.isEmpty {
      text += "\n" + limits.rendered(width: width, palette: palette)
      text += paragraph(
        "quasi-p: how likely so high a density would be by chance if the limit did nothing.",
        width: width
      )
    }
    text += "\n" + palette.bold("How the box was peeled") + "\n"
    text += trajectory.rendered(width: width, palette: palette)
    if discovery.settings.step == nil, discovery.settings.density == nil {
      text += paragraph(choice, width: width)
    }
    if tree.leaves.count > 1 {
      let questions = Wording.count(discovery.settings.depth, "question", "questions")
      text += "\n" + palette.bold("A tree of at most \(questions)") + "\n"
      text += leaves(tree).rendered(width: width, palette: palette)
    }
    return text
  }

  private var frequency: String {
    let count = NumberText.count(discovery.countOfInterest)
    let total = NumberText.count(discovery.count)
    let share = Double(discovery.countOfInterest) / Double(discovery.count)
    return Wording.sentence(question.words)
      + " in \(count) of \(total) samples (\(RegionWording.percent(share)))."
  }

  /// What is said where there is nothing to tell apart.
  private var flat: String {
    if discovery.countOfInterest == 0 { return "There is no region to look for." }
    if discovery.countOfInterest == discovery.count { return "That is everywhere." }
    return "Of the \(NumberText.count(discovery.sample.capacity)) samples kept, "
      + "all are alike; keep more with --keep."
  }

  private var sentence: String {
    let counts = discovery.tally.counts
    guard !discovery.tally.axes.isEmpty else {
      return "No box is better than the whole: peeling slices off raises the density nowhere."
    }
    let density = RegionWording.percent(counts.density)
    let coverage = RegionWording.percent(counts.coverage)
    let mass = RegionWording.percent(counts.mass)
    return Wording.sentence(question.words)
      + " in \(density) of the samples (density) where \(wording.sentence(discovery.tally.region)); "
      + "\(coverage) of all such samples lie there (coverage), as do \(mass) of all samples (mass)."
  }

  private var choice: String {
    let names = discovery.lifted.map { discovery.axes[$0].name }
    let start = "*: the best balance of coverage and density; the box above is this one"
    return names.isEmpty
      ? start + "."
      : start + " without its limits on \(Wording.list(names)), which may be chance or do no good."
  }

  private var provenance: String {
    let kept = NumberText.count(min(discovery.sample.capacity, discovery.count))
    return discovery.isCountedWhole
      ? "The box and the tree were looked for among \(kept) samples chosen by a hash of their number, "
        + "and counted over all; the steps of the peeling are counted over those \(kept)."
      : "All but the first line is from \(kept) samples chosen by a hash of their number, since the rows "
        + "cannot be read twice."
  }

  private func title(of axis: Int) -> String {
    let name = discovery.axes[axis].name
    return result.scenario?.parameters.first { $0.name == name }?.title ?? ""
  }

  private var limits: TextTable {
    var table = TextTable([
      TextTable.Column("limit"), TextTable.Column("quasi-p", .right),
      TextTable.Column("what it is", wraps: true),
    ])
    let tally = discovery.tally
    for (axis, p) in zip(tally.axes, tally.quasiP) {
      let limit = wording.limit(tally.region.limits[axis], axis)
      table.add([
        "\(discovery.axes[axis].name) \(limit)", RegionWording.probability(p), title(of: axis),
      ])
    }
    return table
  }

  /// The steps that are listed: the first, the last, the chosen, and some between.
  private var shown: [Int] {
    let count = discovery.steps.count
    guard count > DiscoveryText.listed else { return Array(0..<count) }
    let even = (0..<DiscoveryText.listed).map { $0 * (count - 1) / (DiscoveryText.listed - 1) }
    return Set(even + [discovery.chosen]).sorted()
  }

  private var trajectory: TextTable {
    var table = TextTable([
      TextTable.Column(""), TextTable.Column("step", .right), TextTable.Column("coverage", .right),
      TextTable.Column("density", .right), TextTable.Column("mass", .right),
      TextTable.Column("where", wraps: true),
    ])
    for index in shown {
      let step = discovery.steps[index]
      table.add([
        index == discovery.chosen ? "*" : "", "\(index)",
        RegionWording.percent(step.counts.coverage), RegionWording.percent(step.counts.density),
        RegionWording.percent(step.counts.mass),
        wording.sentence(step.region) + (step.isPasted ? " (pasted)" : ""),
      ])
    }
    return table
  }

  private func leaves(_ tree: DecisionTree) -> TextTable {
    var table = TextTable([
      TextTable.Column("occurs in", .right), TextTable.Column("of samples", .right),
      TextTable.Column("where", wraps: true),
    ])
    for (node, counts) in zip(tree.nodes, discovery.leafCounts) where node.split == nil {
      let share = counts.count == 0 ? 0 : Double(counts.ofInterest) / Double(counts.count)
      table.add([
        RegionWording.percent(share), NumberText.count(counts.count), wording.sentence(node.region),
      ])
    }
    return table
  }

  // MARK: For programs

  var json: JSONValue {
    .object([
      ("format", 1), ("command", "discover"), ("file", .string(result.path)),
      ("title", result.scenario.map { .string($0.title) } ?? .null),
      ("outcome", .string(question.words)), ("samples", .integer(discovery.count)),
      ("ofInterest", .integer(discovery.countOfInterest)), ("leftOut", discovery.leftOut.json),
      ("kept", .integer(min(discovery.sample.capacity, discovery.count))),
      ("countedOverAll", .bool(discovery.isCountedWhole)),
      ("sentence", discovery.tree == nil ? .null : .string(sentence)),
      ("box", box),
      (
        "trajectory",
        .array(
          discovery.steps.map { step in
            .object(
              json(step.counts) + [
                ("pasted", .bool(step.isPasted)), ("limits", wording.json(step.region)),
              ]
            )
          }
        )
      ),
      ("tree", .array(discovery.tree.map { nodes($0) } ?? [])),
    ])
  }

  private var box: JSONValue {
    guard discovery.tree != nil else { return .null }
    let tally = discovery.tally
    return .object(
      [("step", .integer(discovery.chosen))] + json(tally.counts) + [
        ("lifted", .array(discovery.lifted.map { .string(discovery.axes[$0].name) })),
        ("limits", wording.json(tally.region, quasiP: tally.quasiP)),
      ]
    )
  }

  private func json(_ counts: RegionCounts) -> [(String, JSONValue)] {
    [
      ("coverage", .number(counts.coverage)), ("density", .number(counts.density)),
      ("mass", .number(counts.mass)), ("inside", .integer(counts.inside)),
      ("insideOfInterest", .integer(counts.insideOfInterest)),
    ]
  }

  private func nodes(_ tree: DecisionTree) -> [JSONValue] {
    zip(tree.nodes, discovery.leafCounts).map { node, counts in
      guard let split = node.split else {
        return .object([
          ("limits", wording.json(node.region)), ("count", .integer(counts.count)),
          ("ofInterest", .integer(counts.ofInterest)),
        ])
      }
      let labels = split.leftLabels.map { flags -> JSONValue in
        let names = discovery.axes[split.axis].labels ?? []
        return .array(flags.indices.filter { flags[$0] }.map { .string(names[$0]) })
      }
      return .object([
        ("axis", .string(discovery.axes[split.axis].name)),
        (labels == nil ? "threshold" : "labels", labels ?? .number(split.threshold)),
        ("left", .integer(split.left)), ("right", .integer(split.right)),
      ])
    }
  }

  var csv: String {
    var table = TextTable(
      [
        "step", "chosen", "pasted", "inside", "inside_of_interest", "coverage", "density", "mass",
        "where",
      ].map { TextTable.Column($0) }
    )
    for (index, step) in discovery.steps.enumerated() {
      table.add([
        "\(index)", index == discovery.chosen ? "1" : "0", step.isPasted ? "1" : "0",
        "\(step.counts.inside)", "\(step.counts.insideOfInterest)",
        JSONValue.text(of: step.counts.coverage), JSONValue.text(of: step.counts.density),
        JSONValue.text(of: step.counts.mass), wording.sentence(step.region),
      ])
    }
    return table.csv()
  }
}
