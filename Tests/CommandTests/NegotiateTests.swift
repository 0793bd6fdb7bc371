import Foundation
import TestSupport
import Testing

@Suite("Talks, at the command line")
struct NegotiateTests {
  private static let scenario = "Scenarios/okinawa-2000.json5"

  private func run(
    _ words: [String],
    in folder: URL = Program.root,
    input: String = ""
  ) throws -> Program.Result {
    // Few decisions on the table, the others held: what is tested is the talking.
    let path = Program.root.appendingPathComponent(NegotiateTests.scenario).path
    let isKept = words.contains("--resume") || words.contains("--replay")
    let held = isKept ? [] : NegotiateTests.held
    return try Program.run(["negotiate", path] + words + held, in: folder, input: input)
  }

  private static let held = [
    "us-accord=let-lie", "bases=hold", "ru-accord=let-lie", "pyongyang=press", "tmd=join",
    "broker=broker", "posture=restraint",
  ].flatMap { ["--fix", $0] }

  @Test("Talks end with an agreement, and are the same every time")
  func talks() throws {
    let first = try run(["--negotiators", "conceder,us=modelling,japan=random", "--json"])
    #expect(first.code == 0, "\(first.errors)")
    #expect(
      first.output
        == (try run(["--negotiators", "conceder,us=modelling,japan=random", "--json"])).output
    )
    #expect(first.output.contains("\"end\": \"agreement\""))
    let none = try run(["--negotiators", "hard-headed", "--rounds", "2"])
    #expect(none.code == 1)
    #expect(none.output.contains("no agreement: the last round has passed"), "\(none.output)")
    let majority = try run(["--negotiators", "hard-headed", "--rounds", "2", "--agreement", "1"])
    #expect(majority.output.contains("agreement in round 1 of 2"), "\(majority.output)")
  }

  @Test("Every turn is in the trace, as a table of all of them is")
  func trace() throws {
    let json = try run(["--json", "--rounds", "5"]).output
    let csv = try run(["--format", "csv", "--rounds", "5"]).output
    let turns = json.components(separatedBy: "\"action\":").count - 1
    #expect(turns > 0 && csv.split(separator: "\n").count == turns + 1)
    let table = try run(["--trace", "--rounds", "5"]).output
    let isTurn = { (line: Substring) in
      line.contains(" offers ") || line.contains(" accepts ") || line.hasSuffix(" accepts")
    }
    #expect(table.split(separator: "\n").filter(isTurn).count == turns, "\(table)")
  }

  @Test("A tournament gives the same bytes with one thread, two and five")
  func tournament() throws {
    let words = [
      "--tournament", "--strategies", "boulware,conceder,random", "--rounds", "6", "--repeat", "2",
      "--json",
    ]
    let one = try run(words + ["--jobs", "1"])
    #expect(
      one.code == 0 && one.output.contains("\"gameCount\": 486"),
      "\(one.errors)\(one.output)"
    )
    for jobs in ["2", "5"] { #expect(try run(words + ["--jobs", jobs]).output == one.output) }
    let drawn = try run(words + ["--games", "40"])
    #expect(
      drawn.output.contains("\"gameCount\": 80") && drawn.output.contains("\"equilibria\": null")
    )
  }

  @Test("A single text is changed as long as nobody loses")
  func mediation() throws {
    let result = try run([
      "--mediated", "--mediator", "russia", "--disagreement", "missiles=continue,nmd=deploy",
    ])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("Russia holds one text"))
    #expect(result.output.contains("an agreement: after"), "\(result.output)")
  }

  @Test("A person plays from a pipe, is told what happens, and is debriefed")
  func seat() throws {
    let scratch = try Scratch()
    let lines = "help\nhint\nmissiles=scrap,launches=offer\nwhy\noptions\nlook\nhistory\naccept\n"
    let result = try run(["--as", "us", "--rounds", "4"], in: scratch.folder, input: lines)
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    for part in [
      "You are the United States", "you> missiles=scrap,launches=offer",
      "On the table, Russia's offer", "over no agreement.", "debrief, the United States",
      "agreement in round 2 of 4",
    ] {
      #expect(result.output.contains(part), "\(part) in \(result.output)")
    }
    let kept = scratch.path("okinawa-2000.us.talks.json")
    #expect(FileManager.default.fileExists(atPath: kept))
    let replay = try run(["--replay", kept], in: scratch.folder)
    #expect(replay.code == 0, "\(replay.errors)")
    let debrief = try #require(result.output.range(of: "\ndebrief"))
    #expect(result.output[debrief.lowerBound...] == replay.output[...])
  }

  @Test("What is broken off goes on where it stopped, to the same end")
  func resume() throws {
    let scratch = try Scratch()
    let lines = ["nmd=deploy", "pass", "missiles=scrap", "accept"]
    let words = ["--as", "japan", "--rounds", "3", "--opponents", "modelling", "--seed", "7"]
    let whole = try run(
      words + ["--save", "whole.json", "--json"],
      in: scratch.folder,
      input: lines.joined(separator: "\n")
    )
    let part = try run(words + ["--save", "part.json"], in: scratch.folder, input: lines[0] + "\n")
    #expect(part.code == 75 && part.errors.contains("--resume part.json"), "\(part.errors)")
    let rest = try run(
      ["--resume", "part.json", "--json"],
      in: scratch.folder,
      input: lines.dropFirst().joined(separator: "\n")
    )
    #expect(rest.code == whole.code)
    #expect(rest.output == whole.output)
    #expect(try scratch.text("part.json") == (try scratch.text("whole.json")))
  }

  @Test("Nonsense, empty lines and bytes that are no text do no harm")
  func nonsense() throws {
    #expect(
      failures(seeds: 6) { random in
        let pieces = [
          "accept", "offer", "offer =", "offer nmd=", "=", "nmd=deploy,nmd=forgo", "walk",
          "\u{1B}[2J",
          "offer nmd=deploy", "missiles=scrap, finance=fund", "insist", "pass", "hint", "why",
          "look",
          "options", "history", "", " ", "\u{0}", "zażółć", "accept accept", "offer tmd=join",
          "help",
        ]
        let lines = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }
        guard let scratch = try? Scratch(),
          let result = try? run(
            ["--as", "china", "--rounds", "3", "--save", "talks.json"],
            in: scratch.folder,
            input: lines.joined(separator: "\n")
          )
        else { return "cannot be run" }
        guard [0, 1, 75].contains(result.code) else { return "\(result.code): \(result.errors)" }
        return result.output.contains("\u{1B}") ? "a control character gets through" : nil
      } == []
    )
  }

  @Test("Walking away ends it, with what stands without an agreement")
  func walkAway() throws {
    let scratch = try Scratch()
    let result = try run(["--as", "us"], in: scratch.folder, input: "walk\nwalk away\n")
    #expect(result.code == 1)
    #expect(result.output.contains("to leave the talks for good, say 'walk away'"))
    #expect(result.output.contains("the United States walked away in round 1"), "\(result.output)")
  }

  @Test(
    "Talks that are not over are told to programs as far as they went, and every turn when asked for"
  )
  func unfinished() throws {
    let scratch = try Scratch()
    let words = ["--as", "us", "--rounds", "4", "--save", "t.json", "--json"]
    let left = try run(words, in: scratch.folder, input: "nmd=forgo\n")
    #expect(left.code == 75, "\(left.errors)")
    let tree = try #require(
      JSONSerialization.jsonObject(with: Data(left.output.utf8)) as? [String: Any]
    )
    #expect(tree["end"] is NSNull && tree["agreement"] is NSNull)
    #expect(tree["saved"] as? String == "t.json" && tree["you"] as? String == "us")
    let turns = try #require(tree["turns"] as? [[String: Any]])
    #expect(
      turns.contains { $0["player"] as? String == "us" && $0["action"] as? String == "offer" }
    )
    let replay = try run(["--replay", "t.json", "--json"], in: scratch.folder)
    #expect(replay.code == 75 && replay.output == left.output)
    let end = try run(
      ["--resume", "t.json"],
      in: scratch.folder,
      input: "accept\naccept\naccept\n"
    )
    #expect([0, 1].contains(end.code), "\(end.errors)")
    let traced = try run(["--replay", "t.json", "--trace"], in: scratch.folder)
    #expect(traced.output.contains("every turn"), "\(traced.output)")
    #expect(!end.output.contains("every turn"))
  }

  @Test("Talks that are kept belong to their scenario, and to nothing else")
  func foreign() throws {
    let scratch = try Scratch()
    _ = try run(["--as", "us", "--save", "t.json"], in: scratch.folder, input: "nmd=forgo\n")
    let text = try scratch.text("t.json")
    let child =
      "{ from: \"\(Program.root.path)/\(NegotiateTests.scenario)\", "
      + "stakes: { us: { edge: { weight: 1 } } } }"
    try scratch.write(child, to: "other.json5")
    let other = try Program.run(
      ["negotiate", "other.json5", "--resume", "t.json"],
      in: scratch.folder
    )
    #expect(other.code == 65 && other.errors.contains("is of other talks"), "\(other.errors)")
    for (name, wrong) in [
      ("a", "{"), ("b", "[]"), ("c", text.replacingOccurrences(of: "nmd=forgo", with: "nmd=fly")),
      ("d", text.replacingOccurrences(of: "negotiate --as", with: "sweep")),
    ] {
      try scratch.write(wrong, to: "\(name).json")
      let result = try run(["--replay", "\(name).json"], in: scratch.folder)
      #expect([64, 65].contains(result.code), "\(name): \(result.code) \(result.errors)")
    }
    // What could have been done all the same, but was not.
    try scratch.write(text.replacingOccurrences(of: "nmd=forgo", with: "nmd=defer"), to: "e.json")
    let changed = try run(["--replay", "e.json"], in: scratch.folder)
    #expect(changed.code == 65 && changed.errors.contains("talks do not go as they went then"))
    for (option, value) in [("--seed", "-5"), ("--save", "x.json"), ("--format", "json")] {
      let wrong = text.replacingOccurrences(
        of: "\"options\": [",
        with: "\"options\": [{ \"name\": \"\(option)\", \"value\": \"\(value)\" },"
      )
      try scratch.write(wrong, to: "f.json")
      let result = try run(["--resume", "f.json"], in: scratch.folder)
      #expect(result.code == 65, "\(option): \(result.code) \(result.errors)")
    }
    let taken = try run(["--as", "us", "--save", "t.json"], in: scratch.folder)
    #expect(taken.code == 73 && taken.errors.contains("replace it with --force"))
    #expect(try scratch.text("t.json") == text)
    #expect(try run(["--replay", "none.json"], in: scratch.folder).code == 66)
    let nowhere = try run(["--as", "us", "--save", "no/where.json"], in: scratch.folder)
    #expect(nowhere.code == 73, "\(nowhere.errors)")
  }

  @Test(
    "Mistakes are told with how to mend them",
    arguments: [
      (["--as", "uk"], "there is no player 'uk'"),
      (
        ["--negotiators", "us=boulwar"], "'boulwar' is no way to negotiate; did you mean 'boulware'"
      ),
      (["--negotiators", "usa=linear"], "there is no player 'usa'; did you mean 'us'"),
      (["--decisions", "nmd,missile"], "there is no decision 'missile'; did you mean 'missiles'"),
      (["--agreement", "9"], "'9' is neither unanimity nor a number of players from 1 to 5"),
      (["--tournament", "--as", "us"], "--as and --tournament do not go together"),
      (["--strategies", "linear"], "--strategies goes with --tournament"),
      (["--tournament", "--strategies", "linear,"], "'' is no way to negotiate"),
      (
        ["--tournament", "--strategies", "boulware,boulware:4"],
        "names 'boulware:4' twice: it is the same as 'boulware'"
      ),
      (["--negotiators", "linear,boulware"], "'linear' and 'boulware' are both for everybody"),
      (["--negotiators", "us=linear,us=random"], "'us' is given two ways to negotiate"),
      (["--tournament", "--strategies", "linear,linear"], "names 'linear' twice"),
      (["--mediated", "--mediator", "rusia"], "there is no player 'rusia'; did you mean 'russia'"),
      (["--negotiators", "=linear"], "there is no player ''"),
      (["--tournament", "--games", "1000000", "--repeat", "2"], "are more than 1,000,000 talks"),
      (["--mediated", "--rounds", "3"], "--rounds does not go with --mediated"),
      (
        ["--decisions", "nmd", "--fix", "nmd=defer"],
        "--decisions: 'nmd' is held at 'defer' by --fix"
      ),
      (["--disagreement", "nope", "--agreement", "x"], "'nope' is not equilibrium"),
      (["--disagreement", "nope", "--agreement", "x"], "'x' is neither unanimity"),
    ]
  )
  func mistakes(words: [String], message: String) throws {
    let result = try run(words)
    #expect(result.code == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
