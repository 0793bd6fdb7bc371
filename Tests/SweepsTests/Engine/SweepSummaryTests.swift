import Documents
import GameTheory
import TestSupport
import Testing

@testable import Sweeps

@Suite("Summaries of sweeps")
struct SweepSummaryTests {
  /// A row of the table: what the summary counts.
  private struct Row {
    var values: [Double]
    var equilibria: [Int]
    var settled: Int?
    var claims: [Bool]
  }

  private func rows(_ output: Output) throws -> [Row] {
    try output.lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      return Row(
        values: try fields[1...2].map { try #require(Double($0)) },
        equilibria: fields[4].split(separator: " ").compactMap { Int($0) },
        settled: Int(fields[5]),
        claims: fields.suffix(5).prefix(4).map { $0 == "1" }
      )
    }
  }

  @Test("Counts agree with the rows", arguments: Design.Kind.allCases)
  func counts(_ kind: Design.Kind) throws {
    let sweep = SmallGame.sweep(SmallGame.design(kind, samples: 2500))
    let (output, summary, _) = sweep.output(threads: 3)
    let rows = try rows(output)
    #expect(summary.samples == rows.count)
    #expect(summary.cycles == rows.count { $0.settled == nil })
    var settled: [Int: Int] = [:]
    var equilibria: [Int: Int] = [:]
    var equilibriumCounts: [Int: Int] = [:]
    for row in rows {
      if let outcome = row.settled { settled[outcome, default: 0] += 1 }
      for outcome in row.equilibria { equilibria[outcome, default: 0] += 1 }
      equilibriumCounts[row.equilibria.count, default: 0] += 1
    }
    #expect(summary.settled == settled)
    #expect(summary.equilibria == equilibria)
    #expect(summary.equilibriumCounts == equilibriumCounts)
    #expect(summary.claims == (0..<4).map { claim in rows.count { $0.claims[claim] } })
  }

  @Test("The share of an axis is the variance between its values over the whole variance")
  func importance() throws {
    let sweep = SmallGame.sweep(SmallGame.design(.grid, samples: 0))
    let (output, summary, _) = sweep.output(threads: 1)
    let rows = try rows(output)
    let outcomes = Set(rows.map { $0.settled }).sorted { ($0 ?? -1) < ($1 ?? -1) }
    func mean(_ rows: [Row], _ outcome: Int?) -> Double {
      Double(rows.count { $0.settled == outcome }) / Double(rows.count)
    }
    for axis in 0..<2 {
      var (between, total) = (0.0, 0.0)
      for outcome in outcomes {
        let all = mean(rows, outcome)
        total += all * (1 - all)
        for value in Set(rows.map { $0.values[axis] }) {
          let group = rows.filter { $0.values[axis] == value }
          let gap = mean(group, outcome) - all
          between += gap * gap * Double(group.count) / Double(rows.count)
        }
      }
      #expect(abs(summary.importance[axis] - between / total) < 1e-12)
      #expect(summary.importance[axis] > 0 && summary.importance[axis] < 1)
    }
  }

  @Test("An axis that alone decides the outcome explains all of it, and others nothing")
  func wholeImportance() {
    let summary = small(
      Design(
        kind: .grid,
        axes: [
          .list([-2, -1, 1, 2]),
          .list([0, 1]),
        ],
        samples: 0,
        seed: 0
      )
    )
    #expect(abs(summary.importance[0] - 1) < 1e-12)
    #expect(abs(summary.importance[1]) < 1e-12)
    #expect(summary.shares(of: [1], alongAxis: 0) == [0, 0, 1, 1])
    #expect(summary.shares(of: [0, 1], alongAxis: 1) == [1, 1])
    #expect(summary.shares(of: [], alongAxis: 1) == [0, 0])
  }

  @Test("Where the outcome never changes nothing is explained")
  func noImportance() {
    let summary = small(
      Design(
        kind: .latin,
        axes: [
          .range(1...2), .list([3]),
        ],
        samples: 64,
        seed: 0
      )
    )
    #expect(summary.importance == [0, 0])
    #expect(summary.settled == [1: 64])
    #expect(summary.shares(of: [1], alongAxis: 0) == [Double?](repeating: 1, count: 32))
  }

  @Test("A range is cut into 32 bins, and empty ones have no share")
  func bins() {
    let summary = small(
      Design(
        kind: .grid,
        axes: [
          .list((0..<40).map { Double($0) - 3.5 } + [1000]),
          .list([0]),
        ],
        samples: 0,
        seed: 0
      )
    )
    let shares = summary.shares(of: [1], alongAxis: 0)
    #expect(shares.count == 32)
    // All but 1000 lie in the first two bins, the first from -3.5 to 27.859..., the second to 59.2...
    #expect(shares[2...30].allSatisfy { $0 == nil })
    #expect(shares[0] == 28.0 / 32)
    #expect(shares[1] == 1)
    #expect(shares[31] == 1)
  }

  @Test("Counts are read back from their record")
  func record() throws {
    let sweep = SmallGame.sweep(SmallGame.design(.sobol, samples: 500))
    let summary = sweep.output(threads: 1).summary
    let text = summary.json.rendered()
    let read = try #require(SweepSummary(try node(text)))
    #expect(SummaryCounts(read) == SummaryCounts(summary))
    #expect(read.importance == summary.importance)
    #expect(read.json.rendered() == text)
    #expect(SweepSummary(try node("{}")) == nil)
  }

  private func node(_ text: String) throws -> Node {
    let source = SourceText(name: "summary.json", bytes: Array(text.utf8))
    return try #require(JSON5Reader.read(source).node)
  }

  /// One player with a choice that pays the first variable.
  private func small(_ design: Design) -> SweepSummary {
    let game = ParametricGame.oneMover(gaining: Polynomial(variable: 0))
    let labels = SweepLabels(
      axes: ["a", "b"],
      decisions: [(id: "d", options: ["no", "yes"])],
      players: ["p"],
      claims: []
    )
    let part = SweepCase(
      game,
      values: [0, 0],
      design: design,
      variables: [0, 1],
      from: 0,
      predicates: [],
      labels: labels
    )
    return Sweep([part], over: design).output(threads: 2).summary
  }
}
