import Analysis
import Documents
import Negotiation
import Presentation
import Sweeps

/// What differs between two results, for people and for programs.
struct DifferenceText {
  let difference: ResultDifference
  let pair: ComparedPair

  /// The most outcomes, and the most moves, that are listed.
  private static let listed = 12

  private var decisions: [String] { pair.common.ids(.decision) }

  func words(_ outcome: Int) -> String { pair.names.words(outcome, decisions) }

  /// All outcomes, those whose counts changed most first.
  var outcomes: [Int] {
    let (first, second) = difference.counts
    func weight(_ outcome: Int) -> Int {
      if difference.join == .none { return max(first[outcome] ?? 0, second[outcome] ?? 0) }
      let moves = difference.outcomes.discordant(outcome)
      return moves.firstOnly + moves.secondOnly
    }
    let all = Set(first.keys).union(second.keys)
    let weighted = all.map { (outcome: $0, weight: weight($0)) }
    return weighted.sorted { ($1.weight, $0.outcome) < ($0.weight, $1.outcome) }.map { $0.outcome }
  }

  /// The moves from one outcome to another, the most frequent first.
  var moves: [(from: Int, to: Int, count: Int)] {
    difference.outcomes.counts.filter { $0.key.first != $0.key.second }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key.first, $0.key.second, $0.value) }
  }

  var appeared: [Int] { only(difference.counts.second, difference.counts.first) }
  var vanished: [Int] { only(difference.counts.first, difference.counts.second) }

  private func only(_ mine: [Int: Int], _ others: [Int: Int]) -> [Int] {
    mine.filter { $0.value > 0 && others[$0.key] ?? 0 == 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { $0.key }
  }

  /// Whether moves go one way, or two unjoined results are alike.
  var test: SignificanceTest? {
    difference.join == .none
      ? SignificanceTest.homogeneity(difference.alone.first, difference.alone.second)
      : difference.outcomes.symmetry
  }

  // MARK: For people

  func table(width: Int, palette: Palette) -> String {
    var text = paragraph(head, width: width) + paragraph(verdict, width: width)
    for line in news { text += paragraph(line, width: width) }
    if difference.counts.first != difference.counts.second || !moves.isEmpty {
      text += "\n" + palette.bold("Where play settles") + "\n"
      text += outcomeTable.rendered(width: width, palette: palette)
    }
    if !moves.isEmpty {
      text += "\n" + palette.bold("What changed from A to B") + "\n"
      text += moveTable.rendered(width: width, palette: palette)
    }
    if let test { text += paragraph(testSentence(test), width: width) }
    if let place {
      text += "\n" + palette.bold("Where") + "\n" + paragraph(place.words, width: width)
    }
    if difference.payoffs.contains(where: { $0.changed > 0 || $0.oneOnly > 0 }) {
      text += "\n" + palette.bold("Payoffs") + "\n"
      text += payoffTable.rendered(width: width, palette: palette)
    }
    if difference.claimChanges.contains(where: { $0.firstOnly + $0.secondOnly > 0 }) {
      text += "\n" + palette.bold("Claims") + "\n"
      text += claimTable.rendered(width: width, palette: palette)
    }
    return text
  }

  private var head: String {
    let start = "A is \(pair.first.path), B is \(pair.second.path). "
    guard difference.join != .none else {
      return start
        + (pair.common.hasSameAxes
          ? "They have no sample in common, so their rows are not joined."
          : "They vary different numbers, so their rows are not joined.")
    }
    return start + "Their rows are joined by \(difference.join.rawValue): "
      + "\(NumberText.count(difference.joined)) in both"
      + (difference.onlyFirst > 0 ? ", \(NumberText.count(difference.onlyFirst)) in A only" : "")
      + (difference.onlySecond > 0 ? ", \(NumberText.count(difference.onlySecond)) in B only" : "")
      + "."
  }

  private var verdict: String {
    guard difference.join != .none else {
      return "A has \(NumberText.count(difference.onlyFirst)) rows, "
        + "B has \(NumberText.count(difference.onlySecond)); their shares of outcomes are compared."
    }
    guard difference.hasDifferences else { return "No row differs." }
    let count = difference.outcomes.differing
    let share = Double(count) / Double(max(1, difference.outcomes.total))
    let total =
      NumberText.count(difference.differing)
      + (difference.differing == 1 ? " row differs" : " rows differ")
    return count == 0
      ? "Play settles at the same outcome in all rows; in other ways \(total)."
      : "Play settles elsewhere in \(NumberText.count(count)) rows "
        + "(\(RegionWording.percent(share))); in any way \(total)."
  }

  private var news: [String] {
    var lines: [String] = []
    if !appeared.isEmpty { lines.append("Appeared in B: \(list(appeared)).") }
    if !vanished.isEmpty { lines.append("Vanished from A: \(list(vanished)).") }
    if difference.equilibria > 0 {
      lines.append(
        "The pure equilibria are others in \(NumberText.count(difference.equilibria)) rows."
      )
    }
    if difference.computedOnce > 0 {
      lines.append(
        "Computed in one of the two only: \(NumberText.count(difference.computedOnce)) rows."
      )
    }
    if difference.computedNever > 0 {
      lines.append(
        "Left out, since computed in neither: \(NumberText.count(difference.computedNever)) rows."
      )
    }
    for kind in CommonColumns.kinds where kind != .axis || !pair.common.hasSameAxes {
      for (name, ids) in [
        ("A", pair.common.onlyFirst[kind, default: []]),
        ("B", pair.common.onlySecond[kind, default: []]),
      ] where !ids.isEmpty {
        let what = kind == .axis ? "varied number" : kind == .payoff ? "player" : "\(kind)"
        lines.append(
          "Only \(name) has the \(what)\(ids.count > 1 ? "s" : "") \(Wording.list(ids))."
        )
      }
    }
    return lines
  }

  private func list(_ outcomes: [Int]) -> String {
    let shown = outcomes.prefix(3).map { words($0) }
    let rest = outcomes.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }

  private func testSentence(_ test: SignificanceTest) -> String {
    let p = RegionWording.probability(test.p)
    let figures =
      "chi-square \(RegionWording.short(test.statistic ?? 0)), "
      + Wording.count(test.degrees ?? 0, "degree", "degrees") + " of freedom, p \(p)"
    if difference.join == .none {
      return "Have both the same shares of outcomes? Test of homogeneity: \(figures)."
    }
    return "Do the moves go one way? Bowker's test of symmetry: \(figures)."
  }

  private var outcomeTable: TextTable {
    var table = TextTable([
      TextTable.Column("in A", .right), TextTable.Column("in B", .right),
      TextTable.Column("A only", .right), TextTable.Column("B only", .right),
      TextTable.Column("p", .right), TextTable.Column("outcome", wraps: true),
    ])
    let (first, second) = difference.counts
    for outcome in outcomes.prefix(DifferenceText.listed) {
      let counts = [first[outcome] ?? 0, second[outcome] ?? 0].map { NumberText.count($0) }
      guard difference.join != .none else {
        table.add(counts + ["", "", "", words(outcome)])
        continue
      }
      let (before, after) = difference.outcomes.discordant(outcome)
      let p = SignificanceTest.mcNemar(firstOnly: before, secondOnly: after).p
      table.add(
        counts + [
          NumberText.count(before), NumberText.count(after), RegionWording.probability(p),
          words(outcome),
        ]
      )
    }
    return table
  }

  private var moveTable: TextTable {
    var table = TextTable([
      TextTable.Column("rows", .right), TextTable.Column("change", wraps: true),
    ])
    let changes = changes
    for change in changes.prefix(DifferenceText.listed) {
      table.add([NumberText.count(change.count), change.words])
    }
    let rest = changes.dropFirst(DifferenceText.listed)
    if !rest.isEmpty {
      let count = rest.reduce(0) { $0 + $1.count }
      table.add([NumberText.count(count), "\(rest.count) other changes"])
    }
    return table
  }

  /// What changes from one outcome to another, the most frequent first.
  private var changes: [(words: String, count: Int)] {
    var counts: [String: Int] = [:]
    for move in moves { counts[change(from: move.from, to: move.to), default: 0] += move.count }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private func change(from: Int, to: Int) -> String {
    guard from >= 0, to >= 0 else { return "\(words(from)) → \(words(to))" }
    let (before, after) = (pair.names.options[from], pair.names.options[to])
    return decisions.indices.filter { before[$0] != after[$0] }
      .map { "\(decisions[$0]): \(before[$0]) → \(after[$0])" }.joined(separator: ", ")
  }

  private var payoffTable: TextTable {
    var table = TextTable([
      TextTable.Column("player"), TextTable.Column("rows", .right),
      TextTable.Column("mean change", .right), TextTable.Column("largest", .right),
      TextTable.Column("at sample", .right),
    ])
    for (player, change) in zip(difference.players, difference.payoffs) where change.changed > 0 {
      table.add([
        player, NumberText.count(change.changed),
        RegionWording.short(change.sum / Double(change.changed)),
        RegionWording.short(change.largest), "\(change.sample)",
      ])
    }
    return table
  }

  private var claimTable: TextTable {
    var table = TextTable([
      TextTable.Column("holds in A only", .right), TextTable.Column("in B only", .right),
      TextTable.Column("p", .right), TextTable.Column("claim"),
    ])
    for (claim, change) in zip(difference.claims, difference.claimChanges)
    where change.firstOnly + change.secondOnly > 0 {
      let test = SignificanceTest.mcNemar(
        firstOnly: change.firstOnly,
        secondOnly: change.secondOnly
      )
      table.add([
        NumberText.count(change.firstOnly), NumberText.count(change.secondOnly),
        RegionWording.probability(test.p), claim,
      ])
    }
    return table
  }
}
