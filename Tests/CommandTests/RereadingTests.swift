import Foundation
import Testing

@Suite("Rows that are read again, from files and from pipes")
struct RereadingTests {
  /// Rows in ascending order of payoffs, of so many decisions and players that little can be kept of each:
  /// their medians take a second reading.
  private static let sorted: String = {
    let decisions = (0..<16).map { "d\($0)" }
    let players = (0..<32).map { "payoff:p\($0)" }
    let columns = ["sample", "x", "equilibria", "equilibrium_outcomes", "settled", "cycle"]
    let lines = (0..<20_000).map { row -> String in
      let option = row % 2 == 0 ? "a" : "b"
      let payoff = String(Double(row) / 8)
      return "\(row),\(row),1,0,\(row % 2),0,"
        + ([String](repeating: option, count: 16) + [String](repeating: payoff, count: 32))
        .joined(separator: ",")
    }
    return ([(columns + decisions + players).joined(separator: ",")] + lines)
      .joined(separator: "\n") + "\n"
  }()

  @Test("robustness says the same of a pipe as of a file")
  func pipes() throws {
    let scratch = try Scratch()
    try scratch.write(Self.sorted, to: "sorted.csv")
    let result = try Program.shell(
      """
      cd '\(scratch.folder.path)' && mkdir rooms && export TMPDIR=$PWD/rooms
      "$DETENTE" robustness sorted.csv > file
      cat sorted.csv | "$DETENTE" robustness - > stdin; echo $?
      "$DETENTE" robustness - < sorted.csv > redirected; echo $?
      "$DETENTE" robustness <(cat sorted.csv) > pipe; echo $?
      for way in stdin redirected pipe; do cmp file $way; done
      ls rooms
      """
    )
    #expect(result.output == "0\n0\n0\n")
    let text = try scratch.text("file")
    // Even rows have option a: eighths of 0, 2, ... 19998; odd ones b.
    #expect(text.contains("median payoff                    1249.875    1250.000 *"), "\(text)")
  }

  @Test("where rows of a pipe cannot be kept, that is told when they are needed again")
  func noRoom() throws {
    let scratch = try Scratch()
    try scratch.write(Self.sorted, to: "sorted.csv")
    let result = try Program.shell(
      """
      cd '\(scratch.folder.path)'
      ulimit -f 100
      cat sorted.csv | "$DETENTE" robustness - | cat; echo ${PIPESTATUS[1]}
      head -1000 sorted.csv | "$DETENTE" robustness - > /dev/null; echo $?
      """
    )
    #expect(result.output == "74\n0\n")
    #expect(result.errors.contains("are needed once more, and could not be kept: file too large"))
  }

  @Test("results of several pipes are compared as files are")
  func paired() throws {
    let scratch = try Scratch()
    let rows = Self.sorted.split(separator: "\n")
    try scratch.write(rows.prefix(3000).joined(separator: "\n") + "\n", to: "a.csv")
    let other = rows.prefix(3000).enumerated().map { index, row in
      index % 3 == 1 ? String(row).replacing(",0.", with: ",1.") : String(row)
    }
    try scratch.write(other.joined(separator: "\n") + "\n", to: "b.csv")
    let result = try Program.shell(
      """
      cd '\(scratch.folder.path)'
      "$DETENTE" robustness a.csv b.csv --player p0 --format csv | cut -d, -f3- > files
      "$DETENTE" robustness <(cat a.csv) - --player p0 --format csv < b.csv | cut -d, -f3- > pipes
      cmp files pipes && wc -l < files
      """
    )
    #expect(result.code == 0, "\(result.errors)")
    #expect((Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 2)
  }
}
