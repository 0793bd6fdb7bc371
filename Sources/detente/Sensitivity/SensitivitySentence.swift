import Analysis
import Negotiation
import Presentation

/// What decides an output, in a sentence or two.
struct SensitivitySentence {
  let report: SensitivityReport
  private var words: SensitivityWords { report.words }

  /// How many numbers are named that may matter as much as the first.
  private static let named = 4

  func text(_ output: OutputFindings) -> String {
    if output.points == 0 {
      return "No \(report.pointWords.one) counts: in each, a row has no value."
    }
    guard output.varies else { return nothing(output) }
    return [summary(output), leader(output), rivals(output)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func nothing(_ output: OutputFindings) -> String {
    switch output.kind {
    case .outcome:
      "Play settles at the same outcome in every row: none of these numbers decides it."
    case .decision: "It is the same in every row: none of these numbers decides it."
    default: "It is the same in every row, so there is nothing to divide among the numbers."
    }
  }

  /// A payoff's mean and spread.
  private func summary(_ output: OutputFindings) -> String {
    guard case .payoff = output.kind, let mean = output.mean, let variance = output.variance else {
      return ""
    }
    let spread = NumberText.fixed(variance.squareRoot(), places: 2)
    return
      "On average \(NumberText.fixed(mean, places: 2)), give or take \(spread) (standard deviation)."
  }

  private func leader(_ output: OutputFindings) -> String {
    let axis = output.ranking[0]
    let name = "'\(words.name(axis))'"
    guard let top = output.axes[axis][0] else { return "" }
    switch output.measures[0] {
    case .total:
      let alone = output.axes[axis][1].map { share($0.value) } ?? "an unknown share"
      let shares =
        "it takes part in \(share(top.value)) of the variance and accounts for \(alone) by itself"
      guard output.kind != .outcome, !isDecision(output) else {
        let flips = top.value * (output.variance ?? 0)
        return "\(name) decides most: drawn anew, all else equal, it changes this in "
          + "\(percent(flips)) of the cases; \(shares)."
      }
      return "\(name) matters most: \(shares)."
    case .changes:
      return "\(name) decides most: \(percent(top.value)) of its moves change this."
    case .muStar:
      return "\(name) matters most: moving along its range changes this by "
        + "\(NumberText.fixed(top.value, places: 2)) on average."
    default:
      return
        "\(name) matters most: it accounts for \(percent(max(0, top.value))) of the variance by "
        + "itself."
    }
  }

  /// A share of the variance; estimates may lie a little outside of 0 to 1.
  private func share(_ value: Double) -> String {
    value <= 0 ? "nothing" : value >= 1 ? "all" : percent(value)
  }

  private func isDecision(_ output: OutputFindings) -> Bool {
    if case .decision = output.kind { true } else { false }
  }

  /// The numbers whose interval reaches that of the first.
  private func rivals(_ output: OutputFindings) -> String {
    let ranking = output.ranking
    guard let first = interval(output, ranking[0]) else { return "" }
    let rivals = ranking.dropFirst().filter { axis in
      interval(output, axis).map { $0.upperBound >= first.lowerBound } ?? false
    }
    guard !rivals.isEmpty else { return "" }
    guard rivals.count <= SensitivitySentence.named else {
      return "Which of the others matter as much cannot be told from so few "
        + "\(report.pointWords.many)."
    }
    let names = Wording.list(rivals.map { "'\(words.name($0))'" })
    return
      "Whether \(names) \(rivals.count == 1 ? "matters" : "matter") as much cannot be told from so "
      + "few \(report.pointWords.many)."
  }

  /// Which pair surely does most together, beyond what each of the two does by itself.
  func pairs(_ output: OutputFindings) -> String {
    let certain = output.pairRanking.first { pair in
      guard let index = pair.secondOrder else { return false }
      return (report.interval(index)?.lowerBound ?? index.value) > 0
    }
    guard let certain, let index = certain.secondOrder else {
      return "That any two numbers do more together than by themselves cannot be told from "
        + "these \(report.pointWords.many)."
    }
    return "Beyond what each does by itself, '\(words.name(certain.first))' and "
      + "'\(words.name(certain.second))' together account for \(share(index.value)) of the variance, "
      + "the most of all pairs that surely do."
  }

  private func interval(_ output: OutputFindings, _ axis: Int) -> ClosedRange<Double>? {
    output.axes[axis][0].flatMap { report.interval($0) }
  }

  /// A share that is never shown as none, or all, unless it is.
  private func percent(_ share: Double) -> String {
    if share > 0, share < 0.0005 { return "< 0.1 %" }
    if share < 1, share >= 0.9995 { return "> 99.9 %" }
    return NumberText.percent(share)
  }
}
