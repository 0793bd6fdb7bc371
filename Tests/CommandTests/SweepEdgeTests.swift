import Foundation
import Testing

/// What careless calls, odd files and numbers at the edge of what there is must not lead to: a crash, a
/// wait without end, a result that the program itself then refuses, or a difference that is not seen.
@Suite("Sweeps at the edge")
struct SweepEdgeTests {
  private static let scenario = """
    {
      format: 1, title: "Edge",
      players: [{ id: "us" }],
      parameters: {
        works: { value: 0.5, range: [0, 1] }, cost: { value: 0.25, range: [0, 1] },
        size: { value: 1, range: [1, 2] },
        launches: { value: 2, kind: "integer", range: [1, 3] },
      },
      constraints: ["works + cost <= 1"],
      decisions: [{ id: "nmd", player: "us", options: ["deploy", "defer"] }],
      interests: [{ id: "edge" }],
      effects: [
        { id: "gain", on: "edge", when: { nmd: "deploy" }, add: "works - cost - 0.125 * launches" },
        { id: "always", on: "edge", add: "size * size" },
      ],
      stakes: { us: { edge: 1 } },
      statusQuo: { nmd: "defer" },
    }
    """

  private func prepared(_ name: String = "edge.json5") throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(SweepEdgeTests.scenario, to: name)
    return scratch
  }

  private func run(_ line: String, _ scratch: Scratch) throws -> Program.Result {
    try Program.run(line.split(separator: " ").map { String($0) }, in: scratch.folder)
  }

  @Test("numbers beyond what is counted with are refused in words")
  func largeNumbers() throws {
    let scratch = try prepared()
    let calls = [
      ("--vary launches=-9223372036854775808:9223372036854775807", "goes beyond 2^53"),
      ("--vary launches=0:9007199254740992", "goes beyond 2^53"),
      ("--vary launches=0.5:2", "ends at whole numbers"),
      ("--vary works --shard 0/9223372036854775807 -o chunks", "at most 1000000 parts"),
      ("--vary works --checkpoint -1", "--checkpoint takes a number of seconds of at least 0"),
    ]
    for (options, says) in calls {
      let result = try run("sweep edge.json5 " + options, scratch)
      #expect(result.code == 64, "\(options): \(result.errors)")
      #expect(result.errors.contains(says), "\(options): \(result.errors)")
    }
    #expect(try scratch.files == ["edge.json5"])
  }

  @Test("one at a time beyond the scenario's own value, and what is made of it")
  func baselineOutside() throws {
    let scratch = try prepared()
    let options = "--vary size=2:3 --vary cost=0:0.125"
    #expect(try run("sweep edge.json5 --design oat \(options) -o oat.csv", scratch).code == 0)
    let read = try run("sensitivity oat.csv --format csv", scratch)
    #expect(read.code == 0, "\(read.errors)")
    let solved = try run("sensitivity edge.json5 --method tornado \(options) --format csv", scratch)
    #expect(read.output == solved.output)
  }

  @Test("rows go into pipes by whatever name they have")
  func pipes() throws {
    let scratch = try prepared()
    let sweep = "\"$DETENTE\" sweep edge.json5 --vary works --quiet"
    #expect(try Program.shell("\(sweep) -o rows.csv", in: scratch.folder).code == 0)
    let rows = try scratch.text("rows.csv")
    let lines = [
      "\(sweep) -o /dev/stdout | cat", "\(sweep) -o /dev/stdout", "\(sweep) -o /dev/fd/1 | cat",
      "mkfifo p; cat p & \(sweep) -o p > summary; wait",
    ]
    for line in lines {
      let result = try Program.shell(line, in: scratch.folder)
      // Where rows take a pipe's other name, the summary follows them.
      #expect(result.code == 0 && result.output.hasPrefix(rows), "\(line): \(result.errors)")
    }
  }

  @Test("given samples that all violate a constraint are rows with a reason")
  func violations() throws {
    let scratch = try prepared()
    try scratch.write("works,cost\n1,1\n0.75,0.5\n", to: "points.csv")
    let result = try run("sweep edge.json5 --points points.csv -o rows.csv", scratch)
    #expect(result.code == 0)
    #expect(result.output.contains("2 samples not computed in full: violates works + cost <= 1"))
    #expect(result.output.contains("No sample could be computed"))
    let rows = try scratch.text("rows.csv").split(separator: "\n")
    #expect(
      rows.count == 3 && rows.dropFirst().allSatisfy { $0.hasSuffix("violates works + cost <= 1") }
    )
    // Ranges in which nothing can be computed are a mistake still.
    #expect(try run("sweep edge.json5 --vary works=0.9:1 --vary cost=0.5:1", scratch).code == 64)
  }

  @Test("outcomes count where payoffs are beyond the largest number")
  func overflow() throws {
    let scratch = try prepared()
    for option in ["deploy", "defer"] {
      let line = "sweep edge.json5 --vary size=1e200:2e200 --fix nmd=\(option) -o \(option).csv"
      #expect(try run(line, scratch).code == 0)
    }
    let difference = try run("diff deploy.csv defer.csv", scratch)
    #expect(difference.code == 1)
    #expect(difference.output.contains("Play settles elsewhere in 11 rows (100.0 %)"))
    let discovery = try run("discover deploy.csv --outcome nmd=deploy", scratch)
    #expect(discovery.output.contains("in 11 of 11 samples"))
  }

  @Test("what a killed run left beside its rows goes with the next, and only that")
  func leftovers() throws {
    let scratch = try prepared()
    let host = try Program.shell("uname -n", in: scratch.folder).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    // No process has so large a number.
    let dead = "\(host).99999999.tmp"
    let mine = "\(host).\(ProcessInfo.processInfo.processIdentifier).tmp"
    for name in ["a.csv.meta.json.\(dead)", "a.csv.part.meta.json.\(dead)"] {
      try scratch.write("half a record", to: name)
    }
    let others = ["a.csv.meta.json.\(mine)", "b.csv.meta.json.\(dead)", "a.csv.\(dead)"]
    for name in others { try scratch.write("not to be touched", to: name) }
    #expect(try run("sweep edge.json5 --vary works -o a.csv", scratch).code == 0)
    #expect(
      try scratch.files == (["a.csv", "a.csv.meta.json", "edge.json5"] + others).sorted()
    )
  }

  @Test("a line break in a name does not get out of a job script's comment")
  func scripts() throws {
    let name = "a\ntouch escaped\n.json5"
    let scratch = try prepared(name)
    for engine in ["slurm", "parallel"] {
      let script = try Program.run(
        ["sweep", name, "--vary", "works", "-o", "a.csv", "--emit", engine],
        in: scratch.folder
      )
      #expect(script.code == 0)
      try scratch.write(script.output, to: "job.sh")
      _ = try Program.shell("PATH=/nowhere /bin/bash job.sh", in: scratch.folder)
      #expect(!(try scratch.files.contains("escaped")))
      #expect(script.output.contains("\n# touch escaped\n"))
    }
  }

  @Test("records of unfinished runs, and pipes in the place of chunks, are told of")
  func oddFiles() throws {
    let scratch = try prepared()
    #expect(try run("sweep edge.json5 --vary works --shard 0/1 -o chunks", scratch).code == 0)
    let line = """
      mv chunks/chunk-000000.csv whole; mkfifo chunks/chunk-000000.csv
      timeout 20 "$DETENTE" status chunks
      """
    let status = try Program.shell(line, in: scratch.folder)
    #expect(status.code == 2 && status.output.contains("chunk-000000.csv' is damaged"))

    try scratch.write("sample,\n", to: "a.csv.part")
    try scratch.write("{ \"format\": 2, \"games\": [] }", to: "a.csv.part.meta.json")
    let verified = try run("verify a.csv.part", scratch)
    #expect(verified.code == 65 && verified.errors.contains("is of an unfinished run"))
  }

  @Test("a merge does not write over what it merges, nor leave half a file")
  func merges() throws {
    let scratch = try prepared()
    let sweep = "sweep edge.json5 --vary works=0:1:0.001 --shard"
    #expect(try run("\(sweep) 1/4 -o chunks", scratch).code == 0)
    let partial = try run("merge chunks -o all.csv", scratch)
    #expect(partial.code == 1)
    #expect(partial.errors.contains("12 of 16 chunks are missing: 0, 2-4, 6-8, 10-12, 14-15; run"))
    #expect(try run("status chunks", scratch).output.contains("256 of 1,001 samples"))
    #expect(try run("\(sweep) 0/1 -o chunks", scratch).code == 0)
    let before = try scratch.data("chunks/run.json")
    for name in ["chunks/run.json", "./chunks//chunk-000003.csv", "chunks/../chunks/run.json"] {
      let result = try run("merge chunks -o \(name) --force", scratch)
      #expect(result.code == 73 && result.errors.contains("of the folder that is merged"))
    }
    #expect(try scratch.data("chunks/run.json") == before)
    // Rows that are not what their first line says, found when much is written already.
    let change = "sed -i '$ s/0/1/' chunks/chunk-000009.csv"
    #expect(try Program.shell(change, in: scratch.folder).code == 0)
    #expect(try run("merge chunks -o all.csv", scratch).code == 65)
    #expect(try scratch.files == ["chunks", "edge.json5"])
    #expect(try Program.shell("rm chunks/chunk-000009.csv", in: scratch.folder).code == 0)
    #expect(try run("\(sweep) 0/1 -o chunks", scratch).code == 0)
    #expect(try run("merge chunks -o all.csv", scratch).code == 0)
  }
}
