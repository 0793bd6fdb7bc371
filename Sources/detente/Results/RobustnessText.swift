import Analysis
import Documents
import Negotiation
import Presentation

/// How policies rank, for people and for programs.
struct RobustnessText {
  /// One measure: what it is called, and which of two values is better.
  private struct Measure {
    let name: String
    /// Under what name choosing by it is known; nil where nobody does.
    let principle: String?
    let isMoreBetter: Bool
    let isShare: Bool
    let value: (RobustnessMeasures) -> Double?

    init(
      _ name: String,
      _ principle: String?,
      less: Bool = false,
      share: Bool = false,
      _ value: @escaping (RobustnessMeasures) -> Double?
    ) {
      self.name = name
      self.principle = principle
      isMoreBetter = !less
      isShare = share
      self.value = value
    }
  }

  let settings: RobustnessStudy.Settings

  private var measures: [Measure] {
    let pessimism = RegionWording.short(settings.pessimism)
    var list = [
      Measure("worst payoff", "maximin") { $0.worst },
      Measure("best payoff", "maximax") { $0.best },
      Measure("Hurwicz, \(pessimism) of the worst", "Hurwicz") { $0.hurwicz },
      Measure("mean payoff", "the mean (Laplace)") { $0.mean },
      Measure("standard deviation", nil, less: true) { $0.deviation },
      Measure("mean by standard deviation", nil) { $0.meanOverDeviation },
      Measure("median payoff", nil) { $0.median },
      Measure("mean shortfall below the median", nil, less: true) {
        $0.undesirableDeviation / Double($0.scenarios)
      },
      Measure("largest regret", "minimax regret", less: true) { $0.regret?.largest },
      Measure("90th percentile of regret", "90 % regret", less: true) { $0.regret?.percentile90 },
      Measure("mean regret", nil, less: true) { $0.regret?.mean },
      Measure("no regret in", nil, share: true) { $0.regret?.bestShare },
    ]
    if let threshold = settings.threshold {
      let name = "at least \(RegionWording.short(threshold)) in"
      list.append(Measure(name, "satisficing", share: true) { $0.satisficingShare })
    }
    return list
  }

  // MARK: For people

  /// A ranking as a sentence and a table.
  func table(_ ranking: PolicyRanking, width: Int, palette: Palette) -> String {
    let shown = measures.filter { measure in
      ranking.measures.contains { $0.flatMap(measure.value) != nil }
    }
    var table = TextTable(
      [TextTable.Column("payoffs of \(ranking.player)")]
        + ranking.labels.map { TextTable.Column($0, .right) }
    )
    table.add(
      ["scenarios"] + ranking.measures.map { $0.map { NumberText.count($0.scenarios) } ?? "" }
    )
    for measure in shown {
      let best = best(measure, ranking)
      table.add(
        [measure.name]
          + ranking.measures.enumerated().map { index, found in
            guard let value = found.flatMap(measure.value) else { return "" }
            let text =
              measure.isShare ? RegionWording.percent(value) : NumberText.fixed(value, places: 3)
            return text + (best.contains(index) ? " *" : "  ")
          }
      )
    }
    return paragraph(sentence(ranking), width: width) + "\n"
      + table.rendered(width: width, palette: palette)
  }

  /// The policies that no other beats by a measure; none where all are alike.
  private func best(_ measure: Measure, _ ranking: PolicyRanking) -> [Int] {
    let values = ranking.measures.map { $0.flatMap(measure.value) }
    let known = values.compactMap { $0 }
    guard let best = measure.isMoreBetter ? known.max() : known.min(),
      known.contains(where: { $0 != best })
    else { return [] }
    return values.indices.filter { values[$0] == best }
  }

  /// Which policy is best by which principle.
  private func sentence(_ ranking: PolicyRanking) -> String {
    var order: [[Int]] = []
    var principles: [[Int]: [String]] = [:]
    for measure in measures {
      guard let principle = measure.principle else { continue }
      let winners = best(measure, ranking)
      guard !winners.isEmpty else { continue }
      if principles[winners] == nil { order.append(winners) }
      principles[winners, default: []].append(principle)
    }
    guard !order.isEmpty else {
      return "For \(ranking.player) all policies are alike by every principle."
    }
    let parts = order.map { winners in
      let names = Wording.list(winners.map { ranking.labels[$0] })
      let verb = winners.count == 1 ? "is" : "are"
      return "\(names) \(verb) best by \(Wording.list(principles[winners] ?? []))"
    }
    return "For \(ranking.player) " + parts.joined(separator: "; ") + "."
  }

  // MARK: For programs

  func json(_ ranking: PolicyRanking) -> JSONValue {
    .object([
      ("player", .string(ranking.player)),
      (
        "policies",
        .array(
          zip(ranking.labels, ranking.measures).map { label, found in
            .object([("policy", .string(label))] + (found.map { members($0) } ?? []))
          }
        )
      ),
    ])
  }

  private func members(_ found: RobustnessMeasures) -> [(String, JSONValue)] {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return [
      ("scenarios", .integer(found.scenarios)), ("worst", .number(found.worst)),
      ("best", .number(found.best)), ("hurwicz", .number(found.hurwicz)),
      ("mean", .number(found.mean)), ("standardDeviation", .number(found.deviation)),
      ("meanOverDeviation", number(found.meanOverDeviation)), ("median", .number(found.median)),
      ("undesirableDeviation", .number(found.undesirableDeviation)),
      ("largestRegret", number(found.regret?.largest)),
      ("regret90", number(found.regret?.percentile90)), ("meanRegret", number(found.regret?.mean)),
      ("noRegretShare", number(found.regret?.bestShare)),
      ("satisficingShare", number(found.satisficingShare)),
    ]
  }

  /// One line for each player and policy.
  func csv(_ rankings: [PolicyRanking]) -> String {
    let names = members(RobustnessMeasures()).map { $0.0 }
    var table = TextTable((["player", "policy"] + names).map { TextTable.Column($0) })
    for ranking in rankings {
      for (label, found) in zip(ranking.labels, ranking.measures) {
        let cells = found.map { members($0).map { RobustnessText.cell($0.1) } } ?? []
        table.add([ranking.player, label] + cells)
      }
    }
    return table.csv()
  }

  private static func cell(_ value: JSONValue) -> String {
    if case .null = value { return "" }
    return value.rendered()
  }
}
