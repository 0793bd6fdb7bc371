import TestSupport

@testable import Sweeps

/// Rows drawn at random, and their text as sweeps write it.
struct RandomResult {
  struct Row {
    let sample: Int
    let values: [Double]
    let equilibria: [Int]
    let settled: Int?
    let cycleLength: Int
    let options: [String?]
    let payoffs: [Double?]
    let claims: [Bool]
    let reason: String?
    /// Whether nothing but its values is known.
    var isUnknown = false
  }

  let form: Sweep.Form
  let labels: SweepLabels
  private(set) var rows: [Row] = []
  private(set) var text: [UInt8]

  /// The names of the columns.
  var names: [String] {
    ["sample"] + labels.axes + ["equilibria", "equilibrium_outcomes", "settled", "cycle"]
      + labels.decisions.map { $0.id } + labels.players.map { "payoff:" + $0 }
      + labels.claims.map { "claim:" + $0 } + ["reason"]
  }

  init(_ random: inout SplitMix64) {
    form = random.oneIn(2) ? .csv : .jsonLines
    let odd = form == .csv ? [", \"x\"", "\n", " é"] : [" é", " x", "'"]
    func names(_ stem: String, _ counts: ClosedRange<Int>, _ random: inout SplitMix64) -> [String] {
      (0..<random.int(in: counts)).map { index in
        "\(stem)\(index)" + (random.oneIn(4) ? random.element(of: odd) : "")
      }
    }
    let decisions = names("decision", 1...4, &random).map { id in
      (id: id, options: names("option", 1...4, &random))
    }
    labels = SweepLabels(
      axes: names("stakes.us.axis", 0...4, &random),
      decisions: decisions,
      players: names("player", 1...4, &random),
      claims: names("claim", 0...4, &random)
    )
    let format = RowFormat(form, labels)
    text = format.header
    var sample = random.int(in: 0...3)
    for _ in 0..<random.int(in: form == .csv ? 0...20 : 1...20) {
      add(sample, format, &random)
      sample += random.int(in: 1...3)
    }
  }

  private mutating func add(_ sample: Int, _ format: RowFormat, _ random: inout SplitMix64) {
    let picks = labels.decisions.map { random.int(in: 0...$0.options.count - 1) }
    let isCycle = random.oneIn(4)
    let payoffs = labels.players.map { _ in
      random.oneIn(8) ? Double.infinity : RandomResult.number(&random)
    }
    let row = Row(
      sample: sample,
      values: labels.axes.map { _ in RandomResult.number(&random) },
      equilibria: (0..<random.int(in: 0...5)).map { $0 * random.int(in: 1...1000) },
      settled: isCycle ? nil : random.int(in: 0...20_000),
      cycleLength: isCycle ? random.int(in: 2...9) : 0,
      options: zip(picks, labels.decisions).map { isCycle ? nil : $1.options[$0] },
      payoffs: payoffs.map { isCycle || !$0.isFinite ? nil : $0 },
      claims: labels.claims.map { _ in random.oneIn(2) },
      reason: isCycle ? nil : RandomResult.reason(payoffs, labels.players)
    )
    if random.oneIn(6) {
      addUnknown(row, "violates \"a, b\" <= \(sample)", format)
      return
    }
    rows.append(row)
    let claims: [UInt64] = row.claims.map { $0 ? 1 : 0 }
    _ = format.append(
      sample,
      row.values.span,
      equilibria: row.equilibria,
      settling: format.settlingPart(
        outcome: row.settled ?? 0,
        cycleLength: row.cycleLength,
        options: picks
      ),
      payoffs: isCycle ? nil : payoffs.span,
      claims: claims.span,
      point: 0,
      to: &text
    )
  }

  private static func reason(_ payoffs: [Double], _ players: [String]) -> String? {
    let beyond = zip(payoffs, players).filter { !$0.0.isFinite }.map { $0.1 }
    return beyond.isEmpty
      ? nil : "beyond the largest number: payoff of " + beyond.joined(separator: " and ")
  }

  private mutating func addUnknown(_ row: Row, _ reason: String, _ format: RowFormat) {
    rows.append(
      Row(
        sample: row.sample,
        values: row.values,
        equilibria: [],
        settled: nil,
        cycleLength: 0,
        options: row.options.map { _ in nil },
        payoffs: row.payoffs.map { _ in nil },
        claims: [],
        reason: reason,
        isUnknown: true
      )
    )
    format.append(row.sample, row.values.span, reason: reason, to: &text)
  }

  /// Short numbers, long ones, and any bits at all that are finite.
  private static func number(_ random: inout SplitMix64) -> Double {
    switch random.int(in: 0...3) {
    case 0: return Double(random.int(in: -5...5))
    case 1: return Double(random.int(in: -5000...5000)) / 100
    case 2: return Double(random.next() >> 11) * 0x1p-50
    default:
      let value = Double(bitPattern: random.next())
      return value.isFinite ? value : 0
    }
  }
}
