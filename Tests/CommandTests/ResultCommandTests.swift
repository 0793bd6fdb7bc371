import Foundation
import Testing

@Suite("discover, diff and robustness against plain counting of the rows")
struct ResultCommandTests {
  private static let scenario = Program.root.appendingPathComponent("Scenarios/okinawa-2000.json5")
    .path

  private func sweep(_ name: String, _ arguments: [String], in scratch: Scratch) throws
    -> ResultRowsText
  {
    let result = try Program.run(
      ["sweep", ResultCommandTests.scenario, "--quiet", "--out", name] + arguments,
      in: scratch.folder
    )
    try #require(result.code == 0, "\(result.errors)")
    return ResultRowsText(try scratch.text(name))
  }

  private func json(
    _ arguments: [String],
    in scratch: Scratch,
    code: Int32 = 0
  ) throws -> JSONTree {
    let result = try Program.run(arguments + ["--json"], in: scratch.folder)
    #expect(result.errors == "")
    #expect(result.code == code)
    return try JSONTree(result.output)
  }

  private let wide = ["--sweep", "wide", "-n", "600"]

  // MARK: discover

  /// Whether a row meets the limits of a box, as JSON has them.
  private func meets(_ limits: JSONTree, _ rows: ResultRowsText, _ row: Int) -> Bool {
    limits.elements.allSatisfy { limit in
      let value = rows.number(limit["axis"].string ?? "", row)
      if let low = limit["lower"]["value"].number, value < low { return false }
      if let high = limit["upper"]["value"].number, value > high { return false }
      return true
    }
  }

  @Test("the box, the steps and the leaves hold what they say, over all rows")
  func discover() throws {
    let scratch = try Scratch()
    let rows = try sweep("a.csv", wide, in: scratch)
    let isCycle = rows.rows.indices.map { rows.text("settled", $0) == "" }
    for keep in ["200000", "250"] {
      let found = try json(
        ["discover", "a.csv", "--outcome", "cycle", "--keep", keep],
        in: scratch
      )
      #expect(found["samples"].integer == 600)
      #expect(found["ofInterest"].integer == isCycle.filter { $0 }.count)
      #expect(found["kept"].integer == min(600, Int(keep) ?? 0))
      #expect(found["countedOverAll"].value as? Bool == true)
      let inside = rows.rows.indices.filter { meets(found["box"]["limits"], rows, $0) }
      #expect(found["box"]["inside"].integer == inside.count)
      #expect(found["box"]["insideOfInterest"].integer == inside.filter { isCycle[$0] }.count)
      let leaves = found["tree"].elements.filter { $0["count"].integer != nil }
      #expect(leaves.reduce(0) { $0 + ($1["count"].integer ?? 0) } == 600)
      for leaf in leaves {
        let mine = rows.rows.indices.filter { meets(leaf["limits"], rows, $0) }
        #expect(leaf["count"].integer == mine.count)
        #expect(leaf["ofInterest"].integer == mine.filter { isCycle[$0] }.count)
      }
      guard keep == "200000" else { continue }
      for step in found["trajectory"].elements {
        let mine = rows.rows.indices.filter { meets(step["limits"], rows, $0) }
        #expect(step["inside"].integer == mine.count)
        let density = Double(mine.filter { isCycle[$0] }.count) / Double(mine.count)
        // Foundation reads numbers of JSON to within some units of the last place.
        #expect(abs((step["density"].number ?? .nan) - density) < 1e-14)
      }
    }
  }

  @Test("every kind of outcome is counted as by hand")
  func outcomes() throws {
    let scratch = try Scratch()
    let rows = try sweep("a.csv", wide, in: scratch)
    func count(_ holds: (Int) -> Bool) -> Int { rows.rows.indices.filter(holds).count }
    let settled = rows.text("settled", 0)
    let claim = "shield-is-deferred"
    let cases: [(String, Int)] = [
      (settled, count { rows.text("settled", $0) == settled }),
      ("not:\(settled)", count { rows.text("settled", $0) != settled }),
      ("nmd=defer", count { rows.text("nmd", $0) == "defer" }),
      (
        "nmd=deploy|forgo, us-accord=carry-out",
        count { row in
          ["deploy", "forgo"].contains(rows.text("nmd", row))
            && rows.text("us-accord", row) == "carry-out"
        }
      ),
      ("claim:\(claim)", count { rows.text("claim:\(claim)", $0) == "1" }),
      ("not:claim:\(claim)", count { rows.text("claim:\(claim)", $0) == "0" }),
      (
        "equilibrium:\(settled)",
        count { row in
          rows.text("equilibrium_outcomes", row).split(separator: " ").contains { $0 == settled }
        }
      ),
      ("equilibria:2", count { rows.text("equilibria", $0) == "2" }),
      ("equilibria:0", count { rows.text("equilibria", $0) == "0" }),
    ]
    for (outcome, expected) in cases {
      let found = try json(["discover", "a.csv", "--outcome", outcome], in: scratch)
      #expect(found["ofInterest"].integer == expected, "\(outcome)")
      #expect(expected > 0, "\(outcome)")
    }
    #expect(
      try Program.run(["discover", "a.csv", "--outcome", "12345"], in: scratch.folder).code == 1
    )
  }

  @Test("JSON Lines and a pipe give the same; a pipe that cannot be read again says so")
  func forms() throws {
    let scratch = try Scratch()
    _ = try sweep("a.csv", wide, in: scratch)
    _ = try sweep("a.jsonl", wide, in: scratch)
    let first = try json(["discover", "a.csv", "--outcome", "cycle"], in: scratch)["box"]
    let second = try json(["discover", "a.jsonl", "--outcome", "cycle"], in: scratch)["box"]
    #expect(first.value as? NSDictionary == second.value as? NSDictionary)
    let piped = try Program.shell(
      "cat a.csv | \"$DETENTE\" discover - --outcome cycle --json",
      in: scratch.folder
    )
    #expect(
      try JSONTree(piped.output)["box"].value as? NSDictionary == first.value as? NSDictionary
    )
    let part = try Program.shell(
      "cat a.csv | \"$DETENTE\" discover - --outcome cycle --keep 100",
      in: scratch.folder
    )
    let words = part.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(words.contains("since the rows cannot be read twice"))
    #expect(try Program.run(["diff", "a.csv", "a.jsonl"], in: scratch.folder).code == 0)
  }

  @Test("axes of words and truth values; rows that could not be computed are counted and left out")
  func words() throws {
    let scratch = try Scratch()
    var text = "sample,mood,x,equilibria,equilibrium_outcomes,settled,cycle,talks,payoff:a,reason\n"
    for sample in 0..<200 {
      let mood = ["calm", "tense", "sour"][sample % 3]
      let x = Double(sample * 7 % 100) / 100
      let isOpen = mood != "sour" && x > 0.5
      text +=
        sample % 50 == 9
        ? "\(sample),\(mood),\(x),,,,,,,too large\n"
        : "\(sample),\(mood),\(x),1,\(isOpen ? 1 : 0),\(isOpen ? 1 : 0),0,"
          + "\(isOpen ? "open" : "shut"),\(isOpen ? 2 : 1),\n"
    }
    try scratch.write(text, to: "a.csv")
    let found = try json(
      ["discover", "a.csv", "--outcome", "talks=open", "--density", "1"],
      in: scratch
    )
    #expect(found["samples"].integer == 196)
    #expect(found["leftOut"]["too large"].integer == 4)
    #expect(found["box"]["density"].number == 1)
    #expect(found["sentence"].string?.contains("mood is one of calm, tense") == true)
    let limits = found["box"]["limits"].elements
    #expect(limits[0]["labels"].elements.map { $0.string } == ["calm", "tense"])
    let groups = try Program.run(["robustness", "a.csv"], in: scratch.folder)
    #expect(groups.code == 0)
    #expect(groups.output.contains("Left out: 4 (too large)."))
    #expect(
      try Program.run(["diff", "a.csv", "a.csv"], in: scratch.folder).output.contains(
        "computed in neither: 4"
      )
    )
  }

  // MARK: diff

  @Test("what differs is what differs row by row")
  func diff() throws {
    let scratch = try Scratch()
    let change = ["--set", "stakes.us.homeland-exposure=-9"]
    let before = try sweep("a.csv", wide, in: scratch)
    let after = try sweep("b.csv", wide + change, in: scratch)
    let found = try json(["diff", "a.csv", "b.csv"], in: scratch, code: 1)
    func count(_ column: String) -> Int {
      before.rows.indices.filter { before.text(column, $0) != after.text(column, $0) }.count
    }
    #expect(found["joinedBy"].string == "sample")
    #expect(found["rows"]["joined"].integer == 600)
    #expect(found["settledElsewhere"].integer == count("settled"))
    #expect(found["equilibria"].integer == count("equilibrium_outcomes"))
    #expect(
      found["rows"]["differing"].integer
        == before.rows.indices.filter { row in
          before.names.contains { name in
            let (a, b) = (before.text(name, row), after.text(name, row))
            guard name.hasPrefix("payoff:"), let x = Double(a), let y = Double(b) else {
              return a != b
            }
            return abs(x - y) > 1e-9
          }
        }.count
    )
    for name in before.names where name.hasPrefix("claim:") {
      let change = found["claims"][String(name.dropFirst(6))]
      let lost = before.rows.indices.filter {
        before.text(name, $0) == "1" && after.text(name, $0) == "0"
      }.count
      #expect(change["firstOnly"].integer == lost)
      #expect(change["secondOnly"].integer == count(name) - lost)
    }
    let moved = found["moves"].elements.reduce(0) { $0 + ($1["rows"].integer ?? 0) }
    #expect(moved == count("settled"))
    #expect(count("settled") > 0)
    let wider = try json(
      ["diff", "a.csv", "b.csv", "--payoff-tolerance", "100"],
      in: scratch,
      code: 1
    )
    #expect(wider["payoffs"]["us"]["changed"].integer == 0)
  }

  @Test("rows of other designs are joined by their values, in whatever order the numbers stand")
  func values() throws {
    let scratch = try Scratch()
    let first = ["--vary", "neutralise_russia=0:8:1", "--vary", "shield_works=0:1:0.25"]
    let second = ["--vary", "shield_works=0:1:0.5", "--vary", "neutralise_russia=0:8:2"]
    _ = try sweep("a.csv", first, in: scratch)
    _ = try sweep("b.csv", second, in: scratch)
    let found = try json(["diff", "a.csv", "b.csv"], in: scratch, code: 1)
    #expect(found["joinedBy"].string == "values")
    #expect(found["rows"]["joined"].integer == 15)
    #expect(found["rows"]["differing"].integer == 0)
    #expect(found["rows"]["onlyFirst"].integer == 30)
    #expect(found["rows"]["onlySecond"].integer == 0)
    _ = try sweep("c.csv", ["--vary", "opening_worth=1:6:1"], in: scratch)
    let other = try json(["diff", "a.csv", "c.csv"], in: scratch, code: 1)
    #expect(other["joinedBy"].value is NSNull)
    #expect(other["settledElsewhere"].value is NSNull)
    let text = try Program.run(["diff", "a.csv", "c.csv"], in: scratch.folder).output
    #expect(text.contains("Only B has the varied number opening_worth."))
  }

  @Test("a row that only one result has makes them differ; the same result does not")
  func rowsOfOne() throws {
    let scratch = try Scratch()
    _ = try sweep("a.csv", wide, in: scratch)
    let lines = try scratch.text("a.csv").split(separator: "\n")
    try scratch.write((lines[..<300] + lines[301...]).joined(separator: "\n") + "\n", to: "b.csv")
    let found = try json(["diff", "a.csv", "b.csv"], in: scratch, code: 1)
    #expect(found["rows"]["onlyFirst"].integer == 1)
    #expect(found["rows"]["differing"].integer == 0)
    let same = try Program.run(["diff", "a.csv", "a.csv"], in: scratch.folder)
    #expect(same.code == 0)
    #expect(same.output.hasSuffix("No row differs.\n"))
  }

  // MARK: robustness

  @Test("measures are those of the payoffs in the rows, from files or from the scenario")
  func robustness() throws {
    let scratch = try Scratch()
    let design = ["--sweep", "wide", "-n", "150"]
    let options = ["deploy", "defer", "forgo"]
    let results = try options.map { option in
      try sweep("\(option).csv", design + ["--fix", "nmd=\(option)"], in: scratch)
    }
    let found = try json(
      ["robustness"] + options.map { "\($0).csv" } + ["--satisfy", "-2", "--pessimism", "0.3"],
      in: scratch
    )
    let usable = results[0].rows.indices.filter { row in
      results.allSatisfy { $0.text("payoff:us", row) != "" }
    }
    let left = found["leftOut"][0]["play does not settle under every policy"].integer ?? 0
    #expect(left == 150 - usable.count)
    let payoffs = results.map { result in usable.map { result.number("payoff:us", $0) } }
    #expect(found["players"].elements.map { $0["player"].string } == ["us"])
    for (policy, values) in payoffs.enumerated() {
      let mine = found["players"][0]["policies"][policy]
      #expect(mine["policy"].string == "nmd=\(options[policy])")
      let regrets = usable.indices.map { row in
        (payoffs.map { $0[row] }.max() ?? 0) - values[row]
      }.sorted()
      let place = 0.9 * Double(regrets.count - 1)
      let low = regrets[Int(place)]
      let high = regrets[min(Int(place) + 1, regrets.count - 1)]
      let (worst, best) = (values.min() ?? 0, values.max() ?? 0)
      let expected: [(String, Double)] = [
        ("worst", worst), ("best", best), ("hurwicz", 0.3 * worst + 0.7 * best),
        ("mean", values.reduce(0, +) / Double(values.count)),
        ("largestRegret", regrets[regrets.count - 1]),
        ("regret90", low + (high - low) * (place - Double(Int(place)))),
        ("satisficingShare", Double(values.filter { $0 >= -2 }.count) / Double(values.count)),
      ]
      for (name, value) in expected {
        #expect(abs((mine[name].number ?? .nan) - value) < 1e-12, "\(name) of policy \(policy)")
      }
    }
    let direct = try json(
      [
        "robustness", ResultCommandTests.scenario, "--decision", "nmd", "--satisfy", "-2",
        "--pessimism", "0.3",
      ] + design,
      in: scratch
    )
    #expect(direct["players"].value as? NSArray == found["players"].value as? NSArray)
  }
}
