import Foundation
import Testing

@Suite("Sweeps that are told to stop before they have begun")
struct SignalTests {
  private static let scenario = Program.root.appendingPathComponent("Scenarios/okinawa-2000.json5")
    .path

  private func shell(_ script: String, _ scratch: Scratch) throws -> Program.Result {
    try Program.shell("cd '\(scratch.folder.path)'\nset -m\n\(script)", program: Program.ownPath)
  }

  @Test(
    "a signal while the scenario is still read ends the program at once, and nothing is written",
    arguments: [("INT", 130), ("TERM", 75), ("USR1", 75), ("HUP", 75)] as [(String, Int32)]
  )
  func reading(_ signal: String, _ code: Int32) throws {
    let scratch = try Scratch()
    for command in [
      "sweep - --sweep wide -o a.csv", "sweep - --sweep wide -o a --shard 0/2",
      "sensitivity - --samples 9",
    ] {
      // The scenario never comes, so the signal finds the program reading.
      let result = try shell(
        """
        mkfifo never; exec 3<> never
        "$DETENTE" \(command) < never &
        sleep 0.4; kill -\(signal) %%; wait %%; echo $?
        rm never; ls
        """,
        scratch
      )
      #expect(result.output == "\(code)\n", "\(command)")
    }
  }

  @Test("a signal at any moment leaves nothing, or what can be resumed to the same bytes")
  func anyMoment() throws {
    let scratch = try Scratch()
    let sweep = "sweep '\(Self.scenario)' --sweep wide -n 2000"
    let result = try shell(
      """
      "$DETENTE" \(sweep) -o whole.csv -q > /dev/null
      RANDOM=3
      for i in $(seq 60); do
        "$DETENTE" \(sweep) -o a.csv -q --checkpoint 0 > /dev/null 2>> errors &
        sleep 0.$(printf %03d $((RANDOM % 60 * (i % 5 + 1)))); kill -TERM %% 2> /dev/null; wait %%; code=$?
        case $code in
          0) cmp a.csv whole.csv; rm a.csv a.csv.meta.json;;
          # Before its first instruction the system ends it.
          75|143) if [ -e a.csv.part ]; then
            "$DETENTE" status a.csv > /dev/null; [ $? = 2 ] || echo "status"
            "$DETENTE" \(sweep) -o a.csv -q --resume > /dev/null || echo "resume"
            cmp a.csv whole.csv; rm a.csv a.csv.meta.json
          fi;;
          *) echo "ended with $code";;
        esac
        ls | grep -v -e whole -e errors
      done
      """,
      scratch
    )
    #expect(result.output == "", "\(result.errors)")
  }

  @Test("a sweep that was started to outlive its terminal does")
  func nohup() throws {
    let scratch = try Scratch()
    let result = try shell(
      """
      nohup "$DETENTE" sweep '\(Self.scenario)' --sweep wide -n 20000 -o a.csv -q --checkpoint 0 > /dev/null &
      for i in $(seq 400); do [ -e a.csv.part.meta.json ] && break; sleep 0.01; done
      kill -HUP %%; wait %%; echo $?
      """,
      scratch
    )
    #expect(result.output == "0\n")
  }
}
