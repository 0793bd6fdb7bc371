import Documents
import TestSupport
import Testing

@testable import Conformance

@Suite("Reference cases")
struct SelftestTests {
  private func run(_ files: [(path: String, text: String)]) -> SelftestReport {
    Selftest(files.map { CaseFile(SourceText(name: $0.path, bytes: Array($0.text.utf8))) }).run()
  }

  private let robustness = """
    { payoff_policies_x_scenarios: [[0, 4], [2, 3]], maximin: [0, 2], laplace_mean: [2, 2.5] }
    """

  @Test("our own cases pass, and there is one of every family but the one that refers to others")
  func own() {
    let report = Selftest.own.run()
    #expect(report.hasPassed, "\(report.results)")
    let names = Set(report.families.map { $0.name })
    #expect(names.union(["bench_expected"]) == Set(CaseFamily.all.map { $0.name }))
    #expect(report.families.allSatisfy { $0.passed > 0 })
  }

  /// The numbers of the cases of Latin hypercubes are sizes, all of which are right.
  @Test("a changed number in one of our own cases is noticed")
  func changed() {
    var noticed = 0
    for file in OwnCases.files where !file.stem.hasPrefix("bench") && file.stem != "lhs" {
      guard case .value(let root) = file.content, root.numberCount > 0 else { continue }
      for place in 0..<root.numberCount {
        var left = place
        let damaged = root.damaged(&left)
        let text = SourceText(name: file.path, bytes: Array(damaged.utf8))
        if !Selftest([CaseFile(text)]).run().hasPassed { noticed += 1 }
      }
      #expect(noticed > 0, "\(file.path)")
      noticed = 0
    }
  }

  @Test("a family is told by its field, by a member, by the file's name")
  func families() {
    let report = run([
      ("a/one.json", robustness), ("a/robustness-2.json", "{}"),
      ("a/two.json", "{ family: 'diplomacy', mask: [] }"), ("a/three.json", "{}"),
    ])
    #expect(
      report.results.map { $0.family } == ["robustness", "robustness", "diplomacy", "three"]
    )
    #expect(report.results.map { $0.isKnown } == [true, true, false, false])
    #expect(
      report.families.map { [$0.files, $0.passed, $0.failed, $0.skipped] } == [
        [1, 0, 0, 1], [2, 2, 1, 0], [1, 0, 0, 1],
      ]
    )
    #expect(!report.hasPassed)
  }

  @Test("the stated tolerance counts")
  func tolerance() {
    let wrong = robustness.replacing("2.5]", with: "2.6]")
    #expect(!run([("r.json", wrong)]).hasPassed)
    let lax = run([("r.json", wrong.replacing("{ p", with: "{ tolerance: 0.05, p"))])
    #expect(lax.hasPassed)
    #expect(lax.families.map { $0.tolerances } == [[0.05]])
  }

  @Test("files that are no cases fail with their reason")
  func unusable() {
    let report = run([("x.json", "{ a: "), ("morris.json", "[1, 2"), ("lhs.json", "{ sizes: 3 }")])
    #expect(!report.hasPassed)
    #expect(
      report.results.map { $0.family } == [SelftestReport.unusable, "morris", "lhs"]
    )
    for result in report.results {
      guard case .failed(let reason) = result.checks[0].verdict else {
        Issue.record("\(result.path) passed")
        continue
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test("answers that refer to an instance beside them need it")
  func siblings() {
    let expected = """
      { random: { n: 10, n_equilibria: 1, histogram_equilibria_per_sample: [1], checksum: 1 } }
      """
    let alone = run([("a/bench_expected.json", expected), ("b/bench_instance_random.json", "{}")])
    #expect(
      alone.results[0].checks == [
        Check(
          "the instance 'random'",
          .failed("there is no bench_instance_random.json among the files beside it")
        )
      ]
    )
  }

  @Test("the sine is the sine")
  func sine() {
    for (angle, value) in [
      (0, 0), (1, 0.8414709848078965), (-2, -0.9092974268256817), (3, 0.1411200080598672),
      (0.5, 0.479425538604203), (TestFunctions.pi.high, 1.2246467991473532e-16),
    ] {
      #expect((TestFunctions.sine(angle) - value).magnitude < 2e-16, "\(angle)")
    }
  }
}

extension Node {
  /// How many numbers stand in the value.
  fileprivate var numberCount: Int {
    switch content {
    case .number: 1
    case .array(let elements): elements.reduce(0) { $0 + $1.numberCount }
    case .object(let members): members.reduce(0) { $0 + $1.value.numberCount }
    default: 0
    }
  }

  /// The value as text, one of its numbers larger by 1.
  fileprivate func damaged(_ left: inout Int) -> String {
    switch content {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .string(let text): return JSONValue.string(text).rendered()
    case .number(let text):
      defer { left -= 1 }
      return left == 0 ? JSONValue.number((Double(text) ?? 0) + 1).rendered() : text
    case .array(let elements):
      return "[" + elements.map { $0.damaged(&left) }.joined(separator: ",") + "]"
    case .object(let members):
      let parts = members.map {
        JSONValue.string($0.key).rendered() + ":" + $0.value.damaged(&left)
      }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }
}
