import Analysis
import Negotiation
import Presentation
import Sweeps

/// A study as text for people.
struct SensitivityText {
  let report: SensitivityReport
  let palette: Palette
  let width: Int
  private var words: SensitivityWords { report.words }

  /// The most labels of a family that are listed.
  private static let listed = 8

  var text: String {
    var text = "\(palette.bold(report.title))  \(palette.dim(report.file))\n"
    text += report.order.title + "\n"
    let count = NumberText.count(report.design.count)
    text += paragraph("\(count) \(report.order.wording)", width: width)
    text += notes
    if case .oneAtATime(let analysis) = report.result.study.analysis {
      let table = TornadoTable(report: report, analysis: analysis)
      return text + "\n" + table.text(palette: palette, width: width)
    }
    for output in report.findings.outputs where isWhole(output) {
      text += "\n" + palette.bold(words.title(output.kind)) + "\n"
      text += paragraph(SensitivitySentence(report: report).text(output), width: width)
      if output.varies { text += table(output) + pairTable(output) }
    }
    for (heading, labels) in families { text += "\n" + table(heading, labels) }
    return text + "\n" + paragraph(legend, width: width)
  }

  /// Whether an output gets a table of its own.
  private func isWhole(_ output: OutputFindings) -> Bool {
    switch output.kind {
    case .outcome, .payoff, .decision: true
    case .settles, .option, .equilibrium, .claim: false
    }
  }

  // MARK: Rows that do not count

  private var notes: String {
    var parts: [String] = []
    for (reason, count) in report.result.failures.sorted(by: { $0.key < $1.key }) {
      parts.append("\(NumberText.count(count)) rows could not be computed: \(reason).")
    }
    let left = report.findings.outputs.map { $0.pointsLeftOut }.max() ?? 0
    if left > 0 {
      let points = left == 1 ? report.pointWords.one : report.pointWords.many
      parts.append(
        "Up to \(NumberText.count(left)) \(points) \(left == 1 ? "is" : "are") left out, whole, where "
          + "one of their rows has no value"
          + (report.result.cycles > 0 ? " (in a cycle there are no payoffs)." : ".")
      )
    }
    if report.design.kind == .morris, report.design.levels <= 4 {
      parts.append(
        "With \(report.design.levels) levels a number is seen at few values only; effects that bend "
          + "between them are missed. Eight or more are better."
      )
    }
    return parts.map { paragraph($0, width: width) }.joined()
  }

  // MARK: Tables

  private func table(_ output: OutputFindings) -> String {
    let shown = output.measures.prefix(report.method == "morris" ? 3 : 2)
    var columns: [TextTable.Column] = []
    for (index, measure) in shown.enumerated() {
      columns.append(TextTable.Column(heading(measure), .right))
      if index < 2, measure != .mu { columns.append(TextTable.Column("95 %", .right)) }
    }
    var table = TextTable(columns + [TextTable.Column("number", wraps: true)])
    let idle = output.axes.indices.filter {
      output.axes[$0].prefix(2).allSatisfy { $0?.value == 0 }
    }
    for axis in output.ranking where !idle.contains(axis) {
      var cells: [String] = []
      for (index, measure) in shown.enumerated() {
        let estimate = output.axes[axis][index]
        cells.append(number(estimate?.value))
        if index < 2, measure != .mu { cells.append(interval(estimate)) }
      }
      table.add(cells + [words.entry(axis)])
    }
    let text = table.rendered(width: width, palette: palette)
    guard !idle.isEmpty else { return text }
    let names = Wording.list(idle.map { report.order.paths[$0] })
    return text + paragraph("No part in it, in these rows: \(names).", width: width)
  }

  /// The pairs that do most together.
  private func pairTable(_ output: OutputFindings) -> String {
    let pairs = output.pairRanking
    guard !pairs.isEmpty else { return "" }
    var table = TextTable([
      TextTable.Column(heading(.secondOrder), .right), TextTable.Column("95 %", .right),
      TextTable.Column("numbers", wraps: true),
    ])
    for pair in pairs.prefix(SensitivityText.listed) {
      table.add([
        number(pair.secondOrder?.value), interval(pair.secondOrder),
        words.entry(pair.first) + " with " + words.entry(pair.second),
      ])
    }
    let sentence = SensitivitySentence(report: report).pairs(output)
    let rest = pairs.count - SensitivityText.listed
    return "\n" + paragraph(sentence, width: width)
      + table.rendered(width: width, palette: palette)
      + (rest > 0 ? "and \(rest) more, with --format json or csv\n" : "")
  }

  private func heading(_ measure: OutputFindings.Measure) -> String {
    switch measure {
    case .total: "total"
    case .firstOrder, .firstOrderJansen, .firstOrderUncentred: "by itself"
    case .secondOrder: "together"
    case .muStar: "mu*"
    case .mu: "mu"
    case .sigma: "sigma"
    case .changes: "changes it"
    }
  }

  private func number(_ value: Double?) -> String {
    value.map { NumberText.fixed($0, places: 3) } ?? "-"
  }

  private func interval(_ estimate: Estimate?) -> String {
    guard let interval = estimate.flatMap({ report.interval($0) }) else { return "-" }
    return number(interval.lowerBound) + " to " + number(interval.upperBound)
  }

  // MARK: Families

  /// The indicators of each family that was asked for, the most frequent first.
  private var families: [(String, [OutputFindings])] {
    let outputs = report.findings.outputs.sorted { ($0.mean ?? 0) > ($1.mean ?? 0) }
    func those(_ isMember: (OutputFindings.Kind) -> Bool) -> [OutputFindings] {
      outputs.filter { isMember($0.kind) }
    }
    return [
      ("Each outcome by itself", those { if case .settles = $0 { true } else { false } }),
      ("Each option by itself", those { if case .option = $0 { true } else { false } }),
      ("Each equilibrium by itself", those { if case .equilibrium = $0 { true } else { false } }),
      ("Each claim by itself", those { if case .claim = $0 { true } else { false } }),
    ].filter { !$1.isEmpty }
  }

  private func table(_ heading: String, _ labels: [OutputFindings]) -> String {
    let hasShares = labels.contains { $0.mean != nil }
    var table = TextTable(
      (hasShares ? [TextTable.Column("share", .right)] : []) + [
        TextTable.Column("what", wraps: true),
        TextTable.Column(self.heading(labels[0].measures[0]), .right),
        TextTable.Column("decided most by", wraps: true),
      ]
    )
    for label in labels.prefix(SensitivityText.listed) {
      let first = label.ranking[0]
      let share = label.mean.map { NumberText.percent($0) } ?? ""
      table.add(
        (hasShares ? [share] : []) + [
          words.title(label.kind), label.varies ? number(label.axes[first][0]?.value) : "-",
          label.varies ? words.name(first) : "nothing: it never changes",
        ]
      )
    }
    var text = palette.bold(heading) + "\n" + table.rendered(width: width, palette: palette)
    let rest = labels.count - SensitivityText.listed
    if rest > 0 { text += "and \(rest) more, with --format json or csv\n" }
    return text
  }

  private var legend: String {
    let intervals = "95 %: bootstrap interval, over \(report.pointWords.many)."
    switch report.result.study.analysis {
    case .sobol:
      return
        "By itself: the share of the variance that a number accounts for alone (first-order index). "
        + "Total: the share that it takes part in, with others (total index). "
        + (report.design.hasSecondOrder
          ? "Together: the share that two numbers account for beyond what each does by itself "
            + "(second-order index). " : "")
        + intervals
    case .morris:
      return
        "mu*: the mean size of the change when a number moves along its range, mu the mean change, "
        + "sigma how much the change itself changes. \(intervals)"
    case .binned:
      return
        "By itself: the share of the variance that a number accounts for alone (first-order index), "
        + "from the means in bins, less what chance puts there. What numbers do together cannot be had "
        + "from a \(report.design.kind.rawValue) design; 'detente sweep --design saltelli' makes rows "
        + "from which it can. \(intervals)"
    case .oneAtATime: return ""
    }
  }
}
