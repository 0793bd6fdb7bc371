import Foundation
import Testing

@Suite("Runs that are stopped, killed, dealt in shards, and put together")
struct ResumeTests {
  private static let scenario = Program.root.appendingPathComponent("Scenarios/okinawa-2000.json5")
    .path
  private static let sweep = "sweep '\(scenario)' --sweep wide"

  /// How many runs are killed; more by an environment variable.
  private static let kills =
    ProcessInfo.processInfo.environment["DETENTE_KILLS"].flatMap { Int($0) } ?? 200

  /// A run that nothing disturbs.
  private func undisturbed(_ samples: Int, in scratch: Scratch) throws -> Data {
    let result = try shell("\"$DETENTE\" \(ResumeTests.sweep) -n \(samples) -o whole.csv", scratch)
    #expect(result.code == 0)
    return try scratch.data("whole.csv")
  }

  private func shell(_ script: String, _ scratch: Scratch) throws -> Program.Result {
    try Program.shell("cd '\(scratch.folder.path)'\n\(script)", program: Program.ownPath)
  }

  @Test("runs that are killed again and again end with the bytes of an undisturbed one")
  func kills() throws {
    let scratch = try Scratch()
    let whole = try undisturbed(3000, in: scratch)
    // Rows are secured after every chunk, so most kills fall near a renaming.
    let result = try shell(
      """
      set -m
      RANDOM=20
      run() { "$DETENTE" \(ResumeTests.sweep) -n 3000 -q -o a.csv --resume --checkpoint 0 > /dev/null 2>&1; }
      finished=0
      for i in $(seq \(ResumeTests.kills / 2)); do
        run & sleep 0.$(printf %03d $((RANDOM % 350))); kill -9 %% 2> /dev/null; wait %% 2> /dev/null
        if [ -e a.csv ]; then
          cmp -s a.csv whole.csv || exit 9
          rm a.csv a.csv.meta.json; finished=$((finished + 1))
        fi
      done
      run || exit 8
      ls a.csv*
      """,
      scratch
    )
    #expect(result.code == 0)
    #expect(result.output == "a.csv\na.csv.meta.json\n")
    #expect(try scratch.data("a.csv") == whole)
    #expect(try scratch.data("a.csv.meta.json") == scratch.data("whole.csv.meta.json"))
  }

  @Test("shards that are killed again and again leave whole chunks, and merge to the same bytes")
  func killedShards() throws {
    let scratch = try Scratch()
    let whole = try undisturbed(3000, in: scratch)
    let result = try shell(
      """
      set -m
      RANDOM=7
      run() { "$DETENTE" \(ResumeTests.sweep) -n 3000 -q -o chunks --shard $1/3 > /dev/null 2>&1; }
      for i in $(seq \(ResumeTests.kills / 2)); do
        run $((i % 3)) & sleep 0.$(printf %03d $((RANDOM % 250))); kill -9 %% 2> /dev/null; wait %% 2> /dev/null
        if [ $((RANDOM % 4)) = 0 ]; then ls chunks/chunk-*.csv 2> /dev/null | shuf -n 9 --random-source=/dev/zero | xargs rm -f; fi
      done
      run 0 & run 1 & wait
      "$DETENTE" merge chunks -q -o early.csv; echo $?
      run 2
      "$DETENTE" merge chunks -q -o merged.csv; echo $?
      "$DETENTE" verify chunks; ls chunks | grep -c tmp
      """,
      scratch
    )
    #expect(
      result.output == "1\n0\nchunks: all 47 chunks are as they were written\n0\n"
        || result.output == "0\n0\nchunks: all 47 chunks are as they were written\n0\n"
    )
    #expect(try scratch.data("merged.csv") == whole)
    #expect(try scratch.data("merged.csv.meta.json") == scratch.data("whole.csv.meta.json"))
  }

  @Test("any number of threads, shards, and a run that was stopped give one and the same file")
  func sameBytes() throws {
    let scratch = try Scratch()
    let whole = try undisturbed(2000, in: scratch)
    for count in [1, 4, 7] {
      for shard in (0..<count).reversed() {
        let result = try shell(
          "\"$DETENTE\" \(ResumeTests.sweep) -n 2000 -j 2 -o in-\(count) --shard \(shard)/\(count)",
          scratch
        )
        #expect(result.code == 0)
        #expect(result.errors.contains("chunks written, 0 already there"))
      }
      #expect(try shell("\"$DETENTE\" merge in-\(count) -o \(count).csv", scratch).code == 0)
      #expect(try scratch.data("\(count).csv") == whole)
      #expect(try scratch.data("\(count).csv.meta.json") == scratch.data("whole.csv.meta.json"))
    }
    let stopped = try shell(
      """
      set -m
      "$DETENTE" \(ResumeTests.sweep) -n 2000 -o s.csv --checkpoint 0 &
      for i in $(seq 200); do [ -e s.csv.part.meta.json ] && break; sleep 0.02; done
      kill -TERM $!; wait $!; echo $?
      "$DETENTE" status s.csv > /dev/null; echo $?
      "$DETENTE" \(ResumeTests.sweep) -n 2000 -o s.csv; echo $?
      "$DETENTE" \(ResumeTests.sweep) -n 2000 -o s.csv --resume --seed 5; echo $?
      "$DETENTE" \(ResumeTests.sweep) -n 2000 -o s.csv --resume --set freeze_cut=0.4; echo $?
      "$DETENTE" \(ResumeTests.sweep) -n 2000 -o s.csv --resume > /dev/null; echo $?
      "$DETENTE" status s.csv > /dev/null; echo $?
      """,
      scratch
    )
    #expect(stopped.output == "75\n2\n73\n73\n73\n0\n0\n")
    for says in [
      "; --resume goes on", "is this run, stopped after", "its seed is 2000, not 5",
      "it is from another scenario", "goes on after",
    ] { #expect(stopped.errors.contains(says), "\(says)") }
    #expect(try scratch.data("s.csv") == whole)
    #expect(try scratch.files.allSatisfy { !$0.contains(".part") })
  }

  @Test("several scenarios go on together, also when the end fell between their files")
  func pairs() throws {
    let scratch = try Scratch()
    let other = Program.root.appendingPathComponent("Scenarios/committed-2001.json5").path
    let run = "sweep '\(other)' '\(ResumeTests.scenario)' --vary freeze_cut=0.3:0.7:0.001 -q"
    #expect(try shell("\"$DETENTE\" \(run) -o w.csv", scratch).code == 0)
    let second = "w-okinawa-2000-by-freeze_cut.csv"
    let first = "w-committed-2001-by-freeze_cut.csv"
    // Half the files have their names: what a kill between two renamings leaves.
    let rows = try scratch.data(second)
    let record = try scratch.data("\(second).meta.json")
    let result = try shell(
      """
      "$DETENTE" \(run) -o x.csv --checkpoint 0 & wait
      games() { python3 - "$@" << 'E'
      import json, sys
      games = [json.load(open(f)) for f in sys.argv[1:]]
      json.dump({"format": 2, "games": games}, sys.stdout)
      E
      }
      mv x-okinawa-2000-by-freeze_cut.csv x-okinawa-2000-by-freeze_cut.csv.part
      command -v python3 > /dev/null || exit 3
      games x-committed-2001-by-freeze_cut.csv.meta.json x-okinawa-2000-by-freeze_cut.csv.meta.json \
        > x-committed-2001-by-freeze_cut.csv.part.meta.json
      rm x-okinawa-2000-by-freeze_cut.csv.meta.json
      "$DETENTE" \(run) -o x.csv --resume > /dev/null
      """,
      scratch
    )
    if result.code == 3 { return }
    #expect(result.code == 0)
    #expect(try scratch.data("x-okinawa-2000-by-freeze_cut.csv") == rows)
    #expect(try scratch.data("x-okinawa-2000-by-freeze_cut.csv.meta.json") == record)
    #expect(try scratch.data("x-committed-2001-by-freeze_cut.csv") == scratch.data(first))
    #expect(try scratch.files.allSatisfy { !$0.contains(".part") })
    for shard in 0..<2 {
      #expect(try shell("\"$DETENTE\" \(run) -o both --shard \(shard)/2", scratch).code == 0)
    }
    #expect(try shell("\"$DETENTE\" merge both -q -o m.csv", scratch).code == 0)
    #expect(try scratch.data("m-okinawa-2000-by-freeze_cut.csv") == rows)
    #expect(try scratch.data("m-okinawa-2000-by-freeze_cut.csv.meta.json") == record)
  }

  @Test("a disk that fills up leaves a state that can be resumed")
  func fullDisk() throws {
    let scratch = try Scratch()
    let whole = try undisturbed(3000, in: scratch)
    let result = try shell(
      """
      (ulimit -f 400; exec "$DETENTE" \(ResumeTests.sweep) -n 3000 -o a.csv -q); echo $?
      "$DETENTE" status a.csv > /dev/null; echo $?
      "$DETENTE" \(ResumeTests.sweep) -n 3000 -o a.csv --resume > /dev/null; echo $?
      mkdir small
      if mount -t tmpfs -o size=600k tmpfs small 2> /dev/null; then
        "$DETENTE" \(ResumeTests.sweep) -n 3000 -o small/b.csv -q --checkpoint 0; echo $?
        mount -o remount,size=16m small
        "$DETENTE" \(ResumeTests.sweep) -n 3000 -o small/b.csv --resume > /dev/null; echo $?
        cp small/b.csv b.csv
        umount small
      else
        echo 74; echo 0; cp a.csv b.csv
      fi
      (ulimit -f 20; exec "$DETENTE" \(ResumeTests.sweep) -n 3000 -o chunks -q --shard 0/1); echo $?
      ls chunks
      "$DETENTE" \(ResumeTests.sweep) -n 3000 -o chunks --shard 0/1 -q; echo $?
      "$DETENTE" merge chunks -q -o c.csv; echo $?
      """,
      scratch
    )
    #expect(result.output == "74\n2\n0\n74\n0\n74\nrun.json\n0\n0\n")
    #expect(result.errors.contains("make room, then --resume goes on"))
    for file in ["a.csv", "b.csv", "c.csv"] { #expect(try scratch.data(file) == whole) }
  }

  @Test("rows and chunks that were changed are named, foreign and missing ones refused")
  func verify() throws {
    let scratch = try Scratch()
    let result = try shell(
      """
      "$DETENTE" \(ResumeTests.sweep) -n 300 -o a.csv -q > /dev/null
      "$DETENTE" verify a.csv; echo $?
      sed 's/^100,/101,/' a.csv > b.csv; cp a.csv.meta.json b.csv.meta.json
      head -200 a.csv > c.csv; cp a.csv.meta.json c.csv.meta.json
      (cat a.csv; echo more) > d.csv; cp a.csv.meta.json d.csv.meta.json
      "$DETENTE" verify b.csv c.csv d.csv; echo $?
      "$DETENTE" \(ResumeTests.sweep) -n 300 -o one --shard 0/1 -q
      "$DETENTE" \(ResumeTests.sweep) -n 300 --seed 8 -o two --shard 0/1 -q
      "$DETENTE" \(ResumeTests.sweep) -n 300 --seed 8 -o one --shard 0/1 -q; echo $?
      cp two/chunk-000002.csv one/; rm one/chunk-000003.csv
      truncate -s -1 one/chunk-000001.csv
      "$DETENTE" merge one -o e.csv; echo $?
      "$DETENTE" merge one -o e.csv --force; echo $?; ls e.csv* 2> /dev/null
      "$DETENTE" status one; echo $?
      "$DETENTE" status nothing; echo $?
      "$DETENTE" merge . ; echo $?
      """,
      scratch
    )
    #expect(
      result.output.replacingOccurrences(of: ResumeTests.scenario, with: "S") == """
        a.csv: 300 rows in 5 chunks are as they were written (checksum \(try checksum(scratch)))
        0
        b.csv: chunk 1 (samples 64 to 127) has been changed
        c.csv: it ends in chunk 3 (samples 192 to 255)
        d.csv: 5 bytes follow the last row
        1
        73
        65
        65
        Okinawa, July 2000  S, sweep wide
        108 of 300 samples (36.0 %), 2 of 5 chunks
        1 of 5 chunks is missing: 3; run its shard again
        'one/chunk-000001.csv' is damaged; run its shard again
        'one/chunk-000002.csv' is of another run; remove it
        run: detente sweep S --sweep wide --samples 300
        2
        66
        65

        """
    )
    for says in [
      "'one' holds chunks of another run: its seed is 2000, not 8",
      "'nothing' has no record beside it", "'.' is no folder of chunks: it has no run.json",
    ] { #expect(result.errors.contains(says), "\(says)") }
  }

  private func checksum(_ scratch: Scratch) throws -> String {
    let record = try JSONSerialization.jsonObject(with: scratch.data("a.csv.meta.json"))
    return try #require((record as? [String: Any])?["checksum"] as? String)
  }

  @Test("wrong shards and places are told")
  func usage() throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "file")
    let cases: [(arguments: String, code: Int32, says: String)] = [
      ("--shard 4/4 -o x", 64, "the parts of 4 are 0 to 3"),
      ("--shard 1 -o x", 64, "--shard takes k/n"), ("--shard 0/2", 64, "name it with --out FOLDER"),
      ("--shard 0/2 -o file", 73, "'file' is no folder"),
      ("--shard 0/2 -o .", 73, "holds files that are not of a sweep"),
      ("-o .", 73, "'.' is a folder"),
    ]
    for (arguments, code, says) in cases {
      let result = try shell("\"$DETENTE\" \(ResumeTests.sweep) -n 64 \(arguments)", scratch)
      #expect(result.code == code, "\(arguments)")
      #expect(result.errors.contains(says), "\(arguments): \(result.errors)")
    }
    #expect(try scratch.files == ["file"])
  }

  @Test("progress for programs is one object a line")
  func progress() throws {
    let scratch = try Scratch()
    let result = try shell(
      "\"$DETENTE\" \(ResumeTests.sweep) -n 640 -o a.csv --progress json > /dev/null",
      scratch
    )
    let lines = result.errors.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["total"] as? Int == 640)
      #expect(object?["settled"] is [String: Any])
    }
    let last = try #require(lines.last)
    let object = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
    #expect(object?["samples"] as? Int == 640)
    let shares = try #require(object?["settled"] as? [String: Double])
    let cycles = try #require(object?["cycles"] as? Double)
    #expect(abs(shares.values.reduce(cycles, +) - 1) < 1e-12)
  }
}
