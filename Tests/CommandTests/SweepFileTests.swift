import Foundation
import Testing

@Suite("What a sweep leaves on disk")
struct SweepFileTests {
  private static let scenario = Program.root.appendingPathComponent("Scenarios/okinawa-2000.json5")
    .path

  private func sweep(_ arguments: [String], in scratch: Scratch) throws -> Program.Result {
    try Program.run(["sweep", SweepFileTests.scenario] + arguments, in: scratch.folder)
  }

  private static let small = [
    "--vary", "neutralise_russia=0:8:2", "--vary", "shield_works=0:1:0.5",
  ]

  @Test("rows are the same bytes with any number of threads, in either form")
  func threads() throws {
    for rows in ["csv", "jsonl"] {
      var found: Set<Data> = []
      for jobs in [1, 2, 3, 8] {
        let scratch = try Scratch()
        let result = try sweep(
          ["--sweep", "wide", "--samples", "200", "-j", "\(jobs)", "--out", "a.\(rows)"],
          in: scratch
        )
        #expect(result.code == 0)
        #expect(try scratch.files == ["a.\(rows)", "a.\(rows).meta.json"])
        found.insert(try scratch.data("a.\(rows)"))
        found.insert(try scratch.data("a.\(rows)"))
      }
      #expect(found.count == 1)
    }
  }

  @Test("the file is named after scenario and sweep, and every JSON line is an object")
  func names() throws {
    let scratch = try Scratch()
    #expect(try sweep(SweepFileTests.small + ["--rows", "jsonl"], in: scratch).code == 0)
    #expect(try sweep(["--sweep", "wide", "-n", "5"], in: scratch).code == 0)
    #expect(
      try scratch.files == [
        "okinawa-2000-by-neutralise_russia-shield_works.jsonl",
        "okinawa-2000-by-neutralise_russia-shield_works.jsonl.meta.json",
        "okinawa-2000-wide.csv", "okinawa-2000-wide.csv.meta.json",
      ]
    )
    let lines = try scratch.text("okinawa-2000-by-neutralise_russia-shield_works.jsonl").split(
      separator: "\n"
    )
    #expect(lines.count == 15)
    for (sample, line) in lines.enumerated() {
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      )
      #expect(row["sample"] as? Int == sample)
      #expect(row["nmd"] is String)
      #expect(row["payoff:us"] is Double)
      #expect(row["claim:no-race"] as? Bool == true)
    }
  }

  @Test("a finished run is verified and reused, another run is refused, --force replaces")
  func reuse() throws {
    let scratch = try Scratch()
    let first = try sweep(SweepFileTests.small + ["--out", "a.csv"], in: scratch)
    let rows = try scratch.data("a.csv")
    let again = try sweep(SweepFileTests.small + ["--out", "a.csv"], in: scratch)
    #expect(again.output == first.output)
    #expect(again.errors == "a.csv holds the rows of this run already; it is reused\n")
    let changes: [(arguments: [String], says: String)] = [
      (["--set", "freeze_cut=0.4"], "it is from another scenario"),
      (["--vary", "broker_leverage"], "it is from another design"),
      (["--rows", "jsonl"], "its rows is csv, not jsonl"),
      (["--tolerance", "0.1"], "its tolerance is 0, not 0.1"),
    ]
    for (arguments, says) in changes {
      let other = try sweep(SweepFileTests.small + ["--out", "a.csv"] + arguments, in: scratch)
      #expect(other.code == 73)
      #expect(other.errors.contains("'a.csv' exists, and \(says); --force replaces it"))
      #expect(try scratch.data("a.csv") == rows)
    }
    let forced = try sweep(
      SweepFileTests.small + ["--out", "a.csv", "--set", "freeze_cut=0.4", "--force"],
      in: scratch
    )
    #expect(forced.code == 0)
    #expect(try scratch.data("a.csv") != rows)
    // A comment or another spelling of a number changes no result, so the run is the same.
    let same = try sweep(
      SweepFileTests.small + ["--out", "a.csv", "--set", "freeze_cut=0.400"],
      in: scratch
    )
    #expect(same.code == 0)
    try scratch.write("sample\n", to: "a.csv")
    let damaged = try sweep(
      SweepFileTests.small + ["--out", "a.csv", "--set", "freeze_cut=0.4"],
      in: scratch
    )
    #expect(damaged.code == 73)
    #expect(damaged.errors.contains("it has been changed since it was written"))
  }

  @Test("rows can go to standard output, and a reader may stop reading")
  func standardOutput() throws {
    let scratch = try Scratch()
    let result = try sweep(SweepFileTests.small + ["--out", "-", "-q"], in: scratch)
    #expect(result.output.split(separator: "\n").count == 16)
    #expect(result.errors == "")
    #expect(try scratch.files == [])
    let piped = try Program.shell(
      "\"$DETENTE\" sweep '\(SweepFileTests.scenario)' --sweep wide -n 20000 --out - -q | head -2; "
        + "exit ${PIPESTATUS[0]}"
    )
    #expect(piped.code == 0)
    #expect(piped.output.split(separator: "\n").count == 2)
    #expect(piped.errors == "")
  }

  @Test("Ctrl-C leaves whole rows; a signal to make room says so by its exit status")
  func interruption() throws {
    for (signal, code) in [("INT", 130), ("TERM", 75), ("USR1", 75)] as [(String, Int32)] {
      let scratch = try Scratch()
      let result = try Program.shell(
        """
        set -m
        cd '\(scratch.folder.path)'
        "$DETENTE" sweep '\(SweepFileTests.scenario)' --sweep wide -n 2000000 --out a.csv &
        for i in $(seq 200); do [ "$(stat -c %s a.csv.part 2>/dev/null || echo 0)" -gt 100000 ] && break; sleep 0.05; done
        kill -\(signal) $!
        wait $!
        """
      )
      #expect(result.code == code)
      #expect(result.errors.contains("detente sweep: stopped after"))
      #expect(try scratch.files == ["a.csv.part", "a.csv.part.meta.json"])
      let text = try scratch.text("a.csv.part")
      #expect(text.hasSuffix("\n"))
      let rows = text.split(separator: "\n")
      let columns = rows[0].split(separator: ",").count
      #expect(rows.count > 1)
      for (index, row) in rows.enumerated().dropFirst() {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == columns, cells[0] == "\(index - 1)" else {
          Issue.record("row \(index) is not whole: \(row)")
          break
        }
      }
      #expect(result.errors.contains("\(rows.count - 1)".count > 3 ? "of 2,000,000" : "of"))
    }
  }

  @Test("a disk that fills up leaves whole rows and says how many")
  func fullDisk() throws {
    let scratch = try Scratch()
    let result = try Program.shell(
      """
      cd '\(scratch.folder.path)'
      ulimit -f 400
      exec "$DETENTE" sweep '\(SweepFileTests.scenario)' --sweep wide -n 20000 --out a.csv -q
      """
    )
    #expect(result.code == 74)
    #expect(result.errors.contains("cannot write rows: file too large"))
    #expect(result.errors.contains("samples are whole in a.csv.part"))
    let text = try scratch.text("a.csv.part")
    #expect(text.hasSuffix("\n"))
    #expect(try scratch.files == ["a.csv.part", "a.csv.part.meta.json"])
  }

  @Test("two runs do not write to one file")
  func lock() throws {
    let scratch = try Scratch()
    let result = try Program.shell(
      """
      cd '\(scratch.folder.path)'
      exec 9>a.csv.part
      flock 9
      "$DETENTE" sweep '\(SweepFileTests.scenario)' --sweep wide -n 100 --out a.csv -q
      """
    )
    #expect(result.code == 73)
    #expect(result.errors.contains("another run is writing 'a.csv'"))
  }

  @Test("several scenarios are run on the same samples and compared one by one")
  func pairs() throws {
    let scratch = try Scratch()
    let other = Program.root.appendingPathComponent("Scenarios/committed-2001.json5").path
    let arguments = ["--vary", "freeze_cut=0.3:0.7:0.1", "--json", "--out", "p.csv"]
    let result = try sweep([other] + arguments, in: scratch)
    #expect(result.code == 0)
    #expect(
      try scratch.files == [
        "p-committed-2001-by-freeze_cut.csv", "p-committed-2001-by-freeze_cut.csv.meta.json",
        "p-okinawa-2000-by-freeze_cut.csv", "p-okinawa-2000-by-freeze_cut.csv.meta.json",
      ]
    )
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    )
    let scenarios = try #require(record["scenarios"] as? [[String: Any]])
    let pair = try #require(scenarios[1]["againstFirst"] as? [String: Any])
    // The same, from the rows.
    func column(_ name: String, _ file: String) throws -> [String] {
      let rows = try scratch.text(file).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let index = try #require(rows[0].firstIndex(of: name))
      return rows.dropFirst().map { $0[index] }
    }
    let july = try column("settled", "p-okinawa-2000-by-freeze_cut.csv")
    let later = try column("settled", "p-committed-2001-by-freeze_cut.csv")
    #expect(july.count == 5)
    #expect(pair["sameOutcome"] as? Int == zip(july, later).count { $0 == $1 })
    let gains = try zip(
      column("payoff:russia", "p-committed-2001-by-freeze_cut.csv"),
      column("payoff:russia", "p-okinawa-2000-by-freeze_cut.csv")
    ).map { try #require(Double($0)) - #require(Double($1)) }
    let players = try #require(pair["players"] as? [String: [String: Double]])
    let mean = try #require(players["russia"]?["meanGain"])
    #expect(abs(mean - gains.reduce(0, +) / 5) < 1e-12)
    #expect(players["russia"]?["worse"] == Double(gains.count { $0 < 0 }) / 5)
    let again = try sweep([other] + arguments, in: scratch)
    #expect(again.output == result.output)
    #expect(again.errors.contains("it is reused"))
  }

  @Test("nothing that is not of a sweep is written over")
  func foreignFiles() throws {
    let scratch = try Scratch()
    let small = SweepFileTests.small
    try scratch.write("precious\n", to: "a.csv.part")
    let part = try sweep(small + ["--out", "a.csv"], in: scratch)
    #expect(part.code == 73)
    #expect(part.errors.contains("'a.csv.part' exists and is not of a sweep"))
    #expect(try scratch.text("a.csv.part") == "precious\n")
    try scratch.write("{ mine: true }\n", to: "b.csv.meta.json")
    let record = try sweep(small + ["--out", "b.csv"], in: scratch)
    #expect(record.code == 73)
    #expect(record.errors.contains("'b.csv.meta.json' exists and is not of a sweep"))
    #expect(try scratch.text("b.csv.meta.json") == "{ mine: true }\n")
    // What is read is never replaced, by whatever name and however much it is wished.
    for folder in ["Scenarios", "seeds"] {
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent(folder),
        to: scratch.folder.appendingPathComponent(folder)
      )
    }
    for file in [
      "Scenarios/launches-once.json5", "Scenarios/okinawa-2000.json5", "seeds/public-record.json5",
    ] {
      let before = try scratch.data(file)
      let result = try Program.run(
        [
          "sweep", "Scenarios/launches-once.json5", "--vary", "shield_works=0,1", "--force",
          "--out", "./\(file)",
        ],
        in: scratch.folder
      )
      #expect(result.code == 73)
      #expect(result.errors.contains("is read by this run; choose another --out"))
      #expect(try scratch.data(file) == before)
    }
  }

  @Test("a link is followed, not replaced; one that leads nowhere is refused")
  func links() throws {
    let scratch = try Scratch()
    let result = try Program.shell(
      """
      cd '\(scratch.folder.path)' && mkdir data && touch data/real.csv
      ln -s data/real.csv link.csv && ln -s nowhere dangling.csv
      "$DETENTE" sweep '\(SweepFileTests.scenario)' --vary shield_works=0,1 -q --out link.csv --force > /dev/null
      echo $?
      "$DETENTE" sweep '\(SweepFileTests.scenario)' --vary shield_works=0,1 -q --out link.csv > /dev/null
      echo $?
      "$DETENTE" sweep '\(SweepFileTests.scenario)' --vary shield_works=0,1 -q --out dangling.csv --force
      echo $?
      readlink link.csv dangling.csv
      """
    )
    #expect(result.output == "0\n0\n73\ndata/real.csv\nnowhere\n")
    #expect(result.errors.contains("'dangling.csv' is a link that leads nowhere"))
    #expect(try scratch.text("data/real.csv").split(separator: "\n").count == 3)
  }

  @Test("rows stay whole when standard output or error is closed")
  func closedDescriptors() throws {
    let scratch = try Scratch()
    let whole = try sweep(SweepFileTests.small + ["--out", "whole.csv"], in: scratch)
    #expect(whole.code == 0)
    for (index, closing) in [">&-", "2>&-", "<&- >&- 2>&-"].enumerated() {
      let arguments = SweepFileTests.small.joined(separator: " ")
      let result = try Program.shell(
        "cd '\(scratch.folder.path)'; \"$DETENTE\" sweep '\(SweepFileTests.scenario)' "
          + "\(arguments) --out \(index).csv \(closing)"
      )
      #expect(result.code == 0)
      #expect(try scratch.data("\(index).csv") == scratch.data("whole.csv"))
    }
  }

  @Test("a record that has been changed is not believed")
  func damagedRecords() throws {
    let scratch = try Scratch()
    let arguments = SweepFileTests.small + ["--out", "a.csv"]
    #expect(try sweep(arguments, in: scratch).code == 0)
    let record = try scratch.text("a.csv.meta.json")
    let changes = [
      ("\"summary\": {\n    \"samples\": 15", "\"summary\": {\n    \"samples\": -1"),
      (
        "\"summary\": {\n    \"samples\": 15",
        "\"summary\": {\n    \"samples\": 99999999999999999999"
      ),
      ("\"cycles\": 0", "\"cycles\": 7"),
      ("\"binCounts\": [\n      5", "\"binCounts\": [\n      9223372036854775807"),
      ("\"settled\": {", "\"settled\": { \"1\": 1,"), ("\"bytes\": ", "\"bytes\": 1"),
      ("\"run\"", "\"ran\""),
      ("{", "["),
    ]
    for (old, new) in changes {
      #expect(record.contains(old))
      var damaged = record
      if let range = damaged.range(of: old) { damaged.replaceSubrange(range, with: new) }
      try scratch.write(damaged, to: "a.csv.meta.json")
      let result = try sweep(arguments, in: scratch)
      #expect(result.code == 73, "\(old)")
      #expect(result.errors.contains("--force replaces it"), "\(old)")
    }
    try scratch.write(record, to: "a.csv.meta.json")
    #expect(try sweep(arguments, in: scratch).code == 0)
  }

  @Test(
    "numbers beyond reach are refused, payoffs beyond reach are left out, narrow ranges are swept"
  )
  func extremes() throws {
    let scratch = try Scratch()
    func run(_ arguments: [String]) throws -> Program.Result {
      try sweep(arguments + ["--out", "-", "--rows", "jsonl", "-q"], in: scratch)
    }
    let beyond = try run(["--vary", "effects.freeze-opens=1e400"])
    #expect(beyond.code == 64)
    #expect(beyond.errors.contains("goes beyond 1.8e308, the largest number of a row"))
    #expect(try run(["--vary", "freeze_cut=-1e308:1e308", "--design", "random"]).code == 64)
    let narrow = try run(["--vary", "freeze_cut=0:5e-324", "--design", "random", "-n", "3"])
    #expect(narrow.code == 0)
    let huge = try run(["--vary", "effects.freeze-spares-japan=1e308"])
    #expect(huge.code == 0)
    #expect(huge.output.contains("\"payoff:japan\":null"))
    #expect(huge.output.contains("\"reason\":\"beyond the largest number: payoff of japan\"}"))
    for line in (narrow.output + huge.output).split(separator: "\n") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
    let points = try run(["--vary", "freeze_cut=0:1:1e-9"])
    #expect(points.code == 64)
    let step = try run(["--vary", "freeze_cut=0:1:0.1", "--design", "latin"])
    #expect(step.code == 64)
    #expect(step.errors.contains("has a step, which goes with --design grid"))
  }

  @Test("outcomes of scenarios that list players and options in another order are the same")
  func reordered() throws {
    let scratch = try Scratch()
    let text = { (players: String, options: String) in
      """
      { format: 1, title: "A", players: [\(players)],
        parameters: { x: { value: 1, range: [0, 4] } },
        decisions: [{ id: "a", player: "p", options: [\(options)] }, { id: "b", player: "q", options: ["l", "r"] }],
        interests: [{ id: "i" }, { id: "j" }],
        effects: [{ id: "e", on: "i", when: { a: "r" }, add: "x - 2" }, { id: "f", on: "j", when: { a: "r", b: "r" }, add: "2 * x - 3" }],
        stakes: { p: { i: 1 }, q: { j: 2 } }, statusQuo: { a: "l", b: "l" } }
      """
    }
    try scratch.write(text("{ id: \"p\" }, { id: \"q\" }", "\"l\", \"r\""), to: "a.json5")
    try scratch.write(text("{ id: \"q\" }, { id: \"p\" }", "\"r\", \"l\""), to: "b.json5")
    try scratch.write(
      text("{ id: \"q\" }, { id: \"p\" }", "\"r\", \"l\", \"m\""),
      to: "c.json5"
    )
    let result = try Program.run(
      ["sweep", "a.json5", "b.json5", "c.json5", "--vary", "x=0:4:0.5", "-q", "--out", "d.x/o"],
      in: scratch.folder
    )
    #expect(result.code == 73)
    try FileManager.default.createDirectory(
      at: scratch.folder.appendingPathComponent("d.x"),
      withIntermediateDirectories: false
    )
    let again = try Program.run(
      ["sweep", "a.json5", "b.json5", "c.json5", "--vary", "x=0:4:0.5", "-q", "--out", "d.x/o"],
      in: scratch.folder
    )
    #expect(again.code == 0)
    #expect(again.output.contains("Play settles at the same outcome in 100.0 % of the samples."))
    #expect(again.output.contains("Decisions or options differ, so outcomes cannot be compared."))
  }
}
