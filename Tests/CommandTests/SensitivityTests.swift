import Foundation
import TestSupport
import Testing

@Suite("The sensitivity command")
struct SensitivityTests {
  private static let scenario = "Scenarios/okinawa-2000.json5"

  private static let lines = [
    GoldenTests.Line(
      name: "sensitivity.txt",
      arguments: ["sensitivity", scenario, "--samples", "32", "--replicates", "40"]
    ),
    GoldenTests.Line(
      name: "sensitivity-families.csv",
      arguments: [
        "sensitivity", scenario, "--samples", "16", "--replicates", "30", "--vary", "shield_works",
        "--vary", "neutralise_russia", "--output", "outcome,decisions,equilibria,claims",
        "--format",
        "csv",
      ]
    ),
    GoldenTests.Line(
      name: "sensitivity-morris.json",
      arguments: [
        "sensitivity", scenario, "--method", "morris", "--samples", "8", "--levels", "4",
        "--replicates", "30", "--json", "--vary", "shield_works", "--vary", "opening_worth",
      ]
    ),
    GoldenTests.Line(
      name: "sensitivity-tornado.txt",
      arguments: ["sensitivity", scenario, "--method", "tornado", "--output", "outcome,payoffs"]
    ),
  ]

  @Test("standard output is as kept, whatever the number of threads", arguments: lines)
  func output(_ line: GoldenTests.Line) throws {
    let result = try Program.run(line.arguments)
    #expect(result.errors == "")
    #expect(result.code == 0)
    try Golden.expect(result.output, named: line.name)
    #expect(try Program.run(line.arguments + ["--jobs", "3"]).output == result.output)
  }

  /// Two players who hold out for two numbers: x decides one's choice, y the other's, z nothing.
  private static let small = """
    {
      format: 1, title: "Two thresholds",
      players: [{ id: "one", name: "One" }, { id: "two", name: "Two" }],
      parameters: {
        x: { value: 0.5, range: [0, 1], because: ["assumption: any"] },
        y: { value: 0.5, range: [0, 1], because: ["assumption: any"] },
        z: { value: 0.5, range: [0, 1], because: ["assumption: any"] },
      },
      decisions: [
        { id: "first", player: "one", because: ["assumption: any"],
          options: [{ id: "stay", says: "stays" }, { id: "go", says: "goes" }] },
        { id: "second", player: "two", because: ["assumption: any"],
          options: [{ id: "stay", says: "stays" }, { id: "go", says: "goes" }] },
      ],
      interests: [
        { id: "mine", name: "mine", more: "better", base: 0 },
        { id: "yours", name: "yours", more: "better", base: 0 },
      ],
      effects: [
        { id: "a", on: "mine", when: { first: "go" }, add: "x - 0.75", because: ["assumption: any"] },
        { id: "b", on: "yours", when: { second: "go" }, add: "y - 0.5 + 0 * z", because: ["assumption: any"] },
      ],
      stakes: {
        one: { mine: { weight: 1, because: ["assumption: any"] } },
        two: { yours: { weight: 1, because: ["assumption: any"] } },
      },
      statusQuo: { first: "stay", second: "stay" },
    }
    """

  private static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func value(
    _ report: [String: Any],
    _ output: String,
    _ path: String,
    _ measure: String
  )
    throws -> Double
  {
    let outputs = try #require(report["outputs"] as? [[String: Any]])
    let found = try #require(outputs.first { $0["output"] as? String == output })
    let numbers = try #require(found["numbers"] as? [[String: Any]])
    let number = try #require(numbers.first { $0["path"] as? String == path })
    return try #require((number[measure] as? [String: Any])?["value"] as? Double)
  }

  @Test("two thresholds have the indices of their rectangles")
  func thresholds() throws {
    let scratch = try Scratch()
    try scratch.write(Self.small, to: "small.json5")
    let result = try Program.run(
      [
        "sensitivity", "small.json5", "--samples", "512", "--replicates", "0", "--json", "--output",
        "outcome,decisions,payoffs",
      ],
      in: scratch.folder
    )
    #expect(result.code == 0)
    let report = try Self.json(result.output)
    // One goes where x > 3/4, two where y > 1/2. Two draws agree with (1/16 + 9/16) and 1/2.
    let variance = 1 - 0.625 * 0.5
    let exact = ["x": 2 * 0.25 * 0.75 / variance, "y": 2 * 0.5 * 0.5 / variance, "z": 0]
    for (path, total) in exact {
      let found = try Self.value(report, "outcome", path, "total")
      #expect((found - total).magnitude < 0.03, "\(path): \(found), not \(total)")
    }
    #expect(try Self.value(report, "outcome", "z", "total") == 0)
    #expect((try Self.value(report, "decision:first", "x", "total") - 1).magnitude < 0.03)
    #expect(try Self.value(report, "decision:first", "y", "total") == 0)
    #expect((try Self.value(report, "decision:second", "y", "firstOrder") - 1).magnitude < 0.1)
    #expect(try Self.value(report, "payoff:one", "y", "total") == 0)
  }

  @Test(
    "rows of a sweep give the numbers of the scenario",
    arguments: [
      ("saltelli", "sobol", "csv"), ("saltelli", "sobol", "jsonl"), ("morris", "morris", "csv"),
    ]
  )
  func rows(_ design: String, _ method: String, _ form: String) throws {
    let scratch = try Scratch()
    let scenario = Program.root.appendingPathComponent(Self.scenario).path
    let varied = ["--vary", "shield_works", "--vary", "opening_worth", "--samples", "16"]
    let sweep = try Program.run(
      ["sweep", scenario, "--design", design, "--out", scratch.path("rows.\(form)"), "-q"] + varied
    )
    #expect(sweep.code == 0)
    let wish = ["--replicates", "20", "--format", "csv", "--output", "outcome,payoffs,claims"]
    let ofRows = try Program.run(["sensitivity", scratch.path("rows.\(form)")] + wish)
    #expect(ofRows.code == 0 && ofRows.errors == "")
    let ofScenario = try Program.run(["sensitivity", scenario, "--method", method] + varied + wish)
    #expect(ofRows.output == ofScenario.output)
  }

  @Test("pairs are told of with --second-order, from a scenario and from rows alike")
  func secondOrder() throws {
    let scratch = try Scratch()
    try scratch.write(Self.small, to: "small.json5")
    let wish = ["--replicates", "20", "--output", "outcome,payoffs"]
    let from = ["sensitivity", "small.json5", "--samples", "512", "--second-order"] + wish
    let result = try Program.run(from + ["--json"], in: scratch.folder)
    #expect(result.code == 0 && result.errors == "")
    let outputs = try #require(try Self.json(result.output)["outputs"] as? [[String: Any]])
    let outcome = try #require(outputs.first { $0["output"] as? String == "outcome" })
    let pairs = try #require(outcome["pairs"] as? [[String: Any]])
    #expect(pairs.map { $0["paths"] as? [String] } == [["x", "y"], ["x", "z"], ["y", "z"]])
    let values = try pairs.map {
      try #require(($0["secondOrder"] as? [String: Any])?["value"] as? Double)
    }
    // First-order variances: of the four indicators, summed. The rest is what x and y do together.
    let (p, q) = (0.25, 0.5)
    let x = p * (1 - p) * (q * q + (1 - q) * (1 - q)) * 2
    let y = q * (1 - q) * (p * p + (1 - p) * (1 - p)) * 2
    let all = 1 - (p * p + (1 - p) * (1 - p)) * (q * q + (1 - q) * (1 - q))
    #expect((values[0] - (all - x - y) / all).magnitude < 0.03, "\(values)")
    #expect(values[1].magnitude < 0.03 && values[2].magnitude < 0.03, "\(values)")
    let csv = try Program.run(from + ["--format", "csv"], in: scratch.folder)
    #expect(csv.output.contains("\noutcome,x*y,secondOrder,"))
    let sweep = ["sweep", "small.json5", "--design", "saltelli", "--second-order", "-n", "512"]
    let vary = ["--vary", "x", "--vary", "y", "--vary", "z"]
    let swept = try Program.run(sweep + vary + ["-q", "--out", "rows.csv"], in: scratch.folder)
    #expect(swept.code == 0)
    let ofRows = try Program.run(
      ["sensitivity", "rows.csv", "--format", "csv"] + wish,
      in: scratch.folder
    )
    #expect(ofRows.output == csv.output)
    let text = try Program.run(["sensitivity", "rows.csv"] + wish, in: scratch.folder)
    #expect(text.output.contains("Beyond what each does by itself, 'x' and 'y' together account"))
    // Rows without these samples are another design.
    let other = try Program.run(
      sweep.filter { $0 != "--second-order" } + vary + ["-q", "--out", "rows.csv"],
      in: scratch.folder
    )
    #expect(other.code == 73)
  }

  @Test("rows that are not those of the design are refused")
  func refused() throws {
    let scratch = try Scratch()
    let scenario = Program.root.appendingPathComponent(Self.scenario).path
    let file = scratch.path("rows.csv")
    let sweep = try Program.run([
      "sweep", scenario, "--design", "saltelli", "--samples", "4", "--vary", "shield_works",
      "--vary",
      "opening_worth", "--out", file, "-q",
    ])
    #expect(sweep.code == 0)
    let lines = try scratch.text("rows.csv").split(separator: "\n").map(String.init)
    func refusal(_ lines: [String]) throws -> String {
      try scratch.write(lines.joined(separator: "\n") + "\n", to: "rows.csv")
      let result = try Program.run(["sensitivity", file])
      #expect(result.code == 65 && result.output == "")
      return result.errors
    }
    #expect(try refusal(lines.dropLast()).contains("there are 15 rows of the design's 16 samples"))
    var swapped = lines
    swapped.swapAt(3, 4)
    #expect(try refusal(swapped).contains("sample 3 stands where sample 2 is due"))
    var foreign = lines
    var fields = foreign[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    fields[1] = "0.25"
    foreign[2] = fields.joined(separator: ",")
    #expect(try refusal(foreign).contains("sample 1 has shield_works = 0.25, but the design gives"))
    var damaged = lines
    damaged[2] = damaged[2].replacingOccurrences(of: fields[2], with: "zwei")
    #expect(try refusal(damaged).contains("rows.csv:3:"))
    var changed = lines
    // The last claim, before the empty reason.
    let isMet = changed[1].hasSuffix("1,")
    changed[1] = String(changed[1].dropLast(2)) + (isMet ? "0," : "1,")
    #expect(try refusal(changed).contains("has been changed since it was written"))
    try FileManager.default.removeItem(atPath: file + ".meta.json")
    let bare = try Program.run(["sensitivity", file])
    #expect(bare.code == 66 && bare.errors.contains("rows.csv.meta.json"))
  }

  @Test("wrong calls say what is wrong, all at once")
  func wrongCalls() throws {
    let tornado = try Program.run([
      "sensitivity", Self.scenario, "--method", "tornado", "-n", "4", "--levels", "4",
    ])
    #expect(tornado.code == 64)
    #expect(
      tornado.errors.contains("--samples goes with") && tornado.errors.contains("--levels goes")
    )
    let output = try Program.run(["sensitivity", Self.scenario, "--output", "payofs,claims"])
    #expect(output.code == 64 && output.errors.contains("not 'payofs'"))
    let pairs = try Program.run([
      "sensitivity", Self.scenario, "--method", "morris", "--second-order",
    ])
    #expect(pairs.code == 64 && pairs.errors.contains("--second-order goes with --method sobol"))
    let lone = try Program.run([
      "sensitivity", Self.scenario, "--second-order", "--vary", "shield_works",
    ])
    #expect(lone.code == 64 && lone.errors.contains("--second-order takes at least two numbers"))
    let grid = try Program.run(["sweep", Self.scenario, "--second-order", "--out", "-"])
    #expect(grid.code == 64 && grid.errors.contains("--second-order goes with --design saltelli"))
    let missing = try Program.run(["sensitivity", "nowhere.csv", "--vary", "x"])
    #expect(missing.code == 64 && missing.errors.contains("--vary goes with a scenario"))
    #expect(try Program.run(["sensitivity", "nowhere.csv"]).code == 66)
  }
}
