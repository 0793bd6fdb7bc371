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
        "okinawa-2000-sweep.jsonl", "okinawa-2000-sweep.jsonl.meta.json",
        "okinawa-2000-wide.csv", "okinawa-2000-wide.csv.meta.json",
      ]
    )
    let lines = try scratch.text("okinawa-2000-sweep.jsonl").split(separator: "\n")
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
      (["--design", "sobol"], "it is from another design"),
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
      #expect(try scratch.files == ["a.csv.part"])
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
      trap '' XFSZ
      ulimit -f 400
      exec "$DETENTE" sweep '\(SweepFileTests.scenario)' --sweep wide -n 20000 --out a.csv -q
      """
    )
    #expect(result.code == 74)
    #expect(result.errors.contains("cannot write rows: file too large"))
    #expect(result.errors.contains("samples are whole in a.csv.part"))
    let text = try scratch.text("a.csv.part")
    #expect(text.hasSuffix("\n"))
    #expect(try scratch.files == ["a.csv.part"])
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
        "p-committed-2001-sweep.csv", "p-committed-2001-sweep.csv.meta.json",
        "p-okinawa-2000-sweep.csv", "p-okinawa-2000-sweep.csv.meta.json",
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
    let july = try column("settled", "p-okinawa-2000-sweep.csv")
    let later = try column("settled", "p-committed-2001-sweep.csv")
    #expect(july.count == 5)
    #expect(pair["sameOutcome"] as? Int == zip(july, later).count { $0 == $1 })
    let gains = try zip(
      column("payoff:russia", "p-committed-2001-sweep.csv"),
      column("payoff:russia", "p-okinawa-2000-sweep.csv")
    ).map { try #require(Double($0)) - #require(Double($1)) }
    let players = try #require(pair["players"] as? [String: [String: Double]])
    let mean = try #require(players["russia"]?["meanGain"])
    #expect(abs(mean - gains.reduce(0, +) / 5) < 1e-12)
    #expect(players["russia"]?["worse"] == Double(gains.count { $0 < 0 }) / 5)
    let again = try sweep([other] + arguments, in: scratch)
    #expect(again.output == result.output)
    #expect(again.errors.contains("it is reused"))
  }
}
