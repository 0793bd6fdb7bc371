import Foundation
import Testing

@Suite("Wrong calls of, and bad files for, the commands on results")
struct ResultMistakesTests {
  /// A command line, how it ends, and what it says.
  private struct Mistake {
    let line: String
    let code: Int32
    let says: String

    init(_ line: String, _ code: Int32, _ says: String) {
      self.line = line
      self.code = code
      self.says = says
    }
  }

  private static let header =
    "sample,x,equilibria,equilibrium_outcomes,settled,cycle,talks,payoff:a,claim:peace\n"

  private static let mistakes = [
    Mistake("discover a.csv", 64, "say which outcome: --outcome nmd=deploy"),
    Mistake(
      "discover a.csv --outcome talks=opne",
      64,
      "no row has talks=opne; did you mean 'open'?"
    ),
    Mistake(
      "discover a.csv --outcome tals=open",
      64,
      "there is no decision 'tals'; did you mean 'talks'?"
    ),
    Mistake(
      "discover a.csv --outcome claim:peaces",
      64,
      "there is no claim 'peaces'; did you mean 'peace'?"
    ),
    Mistake(
      "discover a.csv --outcome talks",
      64,
      "'talks' is not DECISION=OPTION, an outcome's number"
    ),
    Mistake(
      "discover a.csv --outcome equilibrium:x",
      64,
      "needs a whole number after 'equilibrium:'"
    ),
    Mistake("discover a.csv --outcome talks=open,talks=shut", 64, "'talks' is given twice"),
    Mistake("discover a.csv --outcome 1 --step 99", 64, "--step goes from 0 to "),
    Mistake("discover a.csv --outcome 1 --step 1 --density 0.5", 64, "give one of them"),
    Mistake(
      "discover a.csv --outcome 1 --alpha 0.7 --mass 2",
      64,
      "--alpha is a share from 0.001 to 0.45"
    ),
    Mistake(
      "discover a.csv --outcome 1 --alpha 0.7 --mass 2",
      64,
      "--mass is a share from 0 to 0.99"
    ),
    Mistake("discover empty.csv --outcome 1", 65, "'empty.csv' has no rows"),
    Mistake("discover nothing.csv --outcome 1", 65, "nothing.csv"),
    Mistake("discover no-result.csv --outcome 1", 65, "this is not the result of a sweep"),
    Mistake(
      "discover none.csv --outcome 1",
      66,
      "cannot read 'none.csv': no such file or directory"
    ),
    Mistake("discover . --outcome 1", 66, "it is a folder; name the file of rows"),
    Mistake("discover still.csv --outcome 1", 65, "nothing varies in it"),
    Mistake("discover damaged.csv --outcome 1", 65, "damaged.csv:3:"),
    Mistake("diff a.csv", 64, "RESULT"),
    Mistake("diff a.csv none.csv", 66, "cannot read 'none.csv'"),
    Mistake("diff - -", 64, "one of the two results, not both"),
    Mistake(
      "diff a.csv a.csv --payoff-tolerance -1",
      64,
      "--payoff-tolerance is a number of at least 0"
    ),
    Mistake("robustness a.csv --decision tlaks", 64, "did you mean 'talks'?"),
    Mistake("robustness a.csv --player b", 64, "there is no player 'b'; only a"),
    Mistake(
      "robustness a.csv --pessimism 3 --satisfy 1",
      64,
      "--pessimism is a share from 0 to 1"
    ),
    Mistake(
      "robustness a.csv other.csv",
      65,
      "sample 0 has other values; sweep every policy on one"
    ),
    Mistake("robustness a.csv empty.csv", 65, "no sample has payoffs under every policy"),
    Mistake("robustness - -", 64, "standard input can be one of the results, not several"),
    Mistake("robustness -", 65, "there is nothing in it"),
    Mistake("robustness same.csv", 1, "no decision comes out in more than one way"),
  ]

  private func prepare(_ scratch: Scratch) throws {
    var (rows, other, same) = (
      ResultMistakesTests.header, ResultMistakesTests.header, ResultMistakesTests.header
    )
    for sample in 0..<40 {
      let option = sample < 20 ? "0,0,open" : "1,0,shut"
      rows += "\(sample),\(sample),1,0,\(option),1.5,1\n"
      other += "\(sample),\(sample + 1),1,0,\(option),1.5,1\n"
      same += "\(sample),\(sample),1,0,0,0,open,1.5,1\n"
    }
    try scratch.write(rows, to: "a.csv")
    try scratch.write(other, to: "other.csv")
    try scratch.write(same, to: "same.csv")
    try scratch.write(ResultMistakesTests.header, to: "empty.csv")
    try scratch.write("", to: "nothing.csv")
    try scratch.write("a,b\n1,2\n", to: "no-result.csv")
    try scratch.write(
      "sample,equilibria,equilibrium_outcomes,settled,cycle,talks,payoff:a\n0,1,0,0,0,open,1\n",
      to: "still.csv"
    )
    try scratch.write(
      ResultMistakesTests.header + "0,1,1,0,0,0,open,1,1\n1,high,1,0,0,0,open,1,1\n",
      to: "damaged.csv"
    )
  }

  @Test("a mistake is named, and the exit status says whose it is")
  func mistakes() throws {
    let scratch = try Scratch()
    try prepare(scratch)
    for mistake in ResultMistakesTests.mistakes {
      let result = try Program.run(
        mistake.line.split(separator: " ").map(String.init),
        in: scratch.folder
      )
      #expect(result.code == mistake.code, "\(mistake.line)")
      #expect(result.errors.contains(mistake.says), "\(mistake.line): \(result.errors)")
      #expect(result.output == "", "\(mistake.line)")
    }
  }

  @Test("an outcome that never occurs, or always, is an answer")
  func answers() throws {
    let scratch = try Scratch()
    try prepare(scratch)
    let never = try Program.run(["discover", "a.csv", "--outcome", "7"], in: scratch.folder)
    #expect(never.code == 1)
    #expect(
      never.output == """
        Play settles at outcome 7 in 0 of 40 samples (0.0 %).
        There is no region to look for.

        """
    )
    let always = try Program.run(
      ["discover", "a.csv", "--outcome", "claim:peace"],
      in: scratch.folder
    )
    #expect(always.code == 0)
    #expect(always.output.hasSuffix("That is everywhere.\n"))
    let dense = try Program.run(
      ["discover", "same.csv", "--outcome", "talks=open", "--density", "1"],
      in: scratch.folder
    )
    #expect(dense.code == 0)
  }
}
