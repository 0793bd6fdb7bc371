import Testing

@Suite("Wrong calls are answered with what is wrong and how to mend it")
struct UsageTests {
  /// A command line with its exit code and what it says on standard error.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let line: String
    var code: Int32 = 64
    let says: String
    var testDescription: String { line }
  }

  private static let file = "Scenarios/okinawa-2000.json5"

  static let mistakes = [
    Mistake(
      line: "sovle x",
      says: """
        detente: error: unknown command 'sovle'; did you mean 'solve'?
        see 'detente help'

        """
    ),
    Mistake(
      line: "--verbose",
      says: """
        detente: error: unknown option '--verbose'; the command comes first
        see 'detente help'

        """
    ),
    Mistake(
      line: "solve",
      says: """
        detente solve: error: SCENARIO is missing: a scenario file (.json5)
        see 'detente help solve'

        """
    ),
    Mistake(
      line: "sweep \(file) --smaples 5 --jobs 0 --design sobbol --seed --out",
      says: """
        detente sweep: error: unknown option '--smaples'; did you mean '--samples'?
        detente sweep: error: --jobs takes a whole number from 1 to 1024, not '0'
        detente sweep: error: --design cannot be 'sobbol'; did you mean 'sobol'?
        detente sweep: error: --seed needs a value: --seed S
        detente sweep: error: --out needs a value: --out FILE
        see 'detente help sweep'

        """
    ),
    Mistake(
      line: "solve \(file) --fix nmd=deplo,lunches=offer,tmd",
      says: """
        detente solve: error: --fix: 'nmd' has no option 'deplo'; did you mean 'deploy'?; \
        there is no decision 'lunches'; did you mean 'launches'?; 'tmd' is not DECISION=OPTION

        """
    ),
    Mistake(
      line: "solve \(file) --tolerance -1",
      says: "detente solve: error: --tolerance is a decimal number of at least 0, not -1\n"
    ),
    Mistake(
      line: "check \(file) --noise 2",
      says: "detente check: error: --noise is a share above 0 and below 1, not 2\n"
    ),
    Mistake(
      line: "explain \(file) --fix nmd=deploy --outcome nmd=defer",
      says: "detente explain: error: --outcome: 'nmd' is held at 'deploy' by --fix\n"
    ),
    Mistake(
      line: "solve \(file) --set edge=1 --set edge=2",
      says: "detente solve: error: --set gives 'edge' two values, 1 and 2\n"
    ),
    Mistake(
      line: "explain \(file) --player usa --player russia",
      says: "detente explain: error: --player: there is no player 'usa'; did you mean 'us'?\n"
    ),
    Mistake(
      line: "sweep \(file) --vary edge=1:2 --vary neutralise_russia=3:1 --vary shield_works=a",
      says: """
        detente sweep: error: --vary: no number has the path 'edge'; did you mean one of: \
        interests.edge, stakes.us.edge
        detente sweep: error: --vary neutralise_russia: the range 3:1 is empty: its lower end comes first
        detente sweep: error: --vary shield_works: 'a' is no number; write shield_works=lo:hi, \
        shield_works=lo:hi:step, shield_works=v1,v2,... or a distribution such as \
        shield_works=normal(4,1)

        """
    ),
    Mistake(
      line:
        "sweep \(file) --vary shield_works=triangular(0,2,1) --vary race_outlay=norml(1) --vary base_relief=beta(1)",
      says: """
        detente sweep: error: --vary shield_works: the mode lies outside of the ends
        detente sweep: error: --vary race_outlay: there is no distribution 'norml'; there are \
        uniform, logUniform, triangular, normal, truncatedNormal, beta, discrete
        detente sweep: error: --vary base_relief: 'beta' takes alpha, beta, low, high, the last 2 optional

        """
    ),
    Mistake(
      line: "sweep \(file) --design points --levels 5",
      says: """
        detente sweep: error: --design points takes --points FILE, or a sweep of the scenario that names one
        detente sweep: error: --levels goes with --design morris
        detente sweep: error: --levels is an even number, not 5

        """
    ),
    Mistake(
      line: "sweep \(file) --points x.csv --vary shield_works",
      says:
        "detente sweep: error: --points gives the samples one by one; leave out --vary and --sweep\n"
    ),
    Mistake(
      line: "sweep \(file) --points no-such.csv",
      code: 66,
      says: "detente sweep: error: cannot read 'no-such.csv': no such file or directory\n"
    ),
    Mistake(
      line: "sweep \(file) --design zip --vary shield_works=0,1 --vary freeze_cut=0.3,0.4,0.5",
      says: """
        detente sweep: error: lists in step are of equal length, but there are 2 values of \
        shield_works and 3 values of freeze_cut

        """
    ),
    Mistake(
      line:
        "sweep Scenarios/blunts-russia.json5 --vary neutralise_russia=9:10 --vary shield_works=0:1",
      says: """
        detente sweep: error: no sample can meet the scenario's constraint \
        neutralise_russia <= 8 * shield_works

        """
    ),
    Mistake(
      line: "sweep \(file) --vary shield_works --vary shield_works=0:1",
      says: "detente sweep: error: 'shield_works' is varied twice\n"
    ),
    Mistake(
      line: "sweep \(file) --vary effects.freeze-opens",
      says: """
        detente sweep: error: 'effects.freeze-opens' has no stated range; \
        write --vary effects.freeze-opens=lo:hi

        """
    ),
    Mistake(
      line: "sweep \(file) --sweep wied",
      says: "detente sweep: error: the scenario has no sweep 'wied'; did you mean 'wide'?\n"
    ),
    Mistake(
      line: "sweep \(file) --samples 10",
      says: """
        detente sweep: error: --samples goes with --design random, latin, sobol, saltelli \
        or morris; a grid has as many as its values make

        """
    ),
    Mistake(
      line: "sweep \(file) --vary shield_works=0:1:1e-6 --vary neutralise_russia=0:8:1e-6",
      says: """
        detente sweep: error: the grid has more than 1000000000000 samples; take larger steps

        """
    ),
    Mistake(
      line: "sweep \(file) --out no/such/folder/x.csv",
      code: 73,
      says:
        "detente sweep: error: cannot create 'no/such/folder/x.csv': no such file or directory\n"
    ),
    Mistake(
      line: "help S999",
      says: "detente help: error: there is no command or code 'S999'\n"
    ),
    Mistake(
      line: "completions csh",
      says: """
        detente completions: error: SHELL cannot be 'csh'; did you mean 'zsh'?
        see 'detente help completions'

        """
    ),
  ]

  @Test("a mistake is named", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let result = try Program.run(mistake.line.split(separator: " ").map(String.init))
    #expect(result.errors == mistake.says)
    #expect(result.output == "")
    #expect(result.code == mistake.code)
  }

  @Test("help and version are no mistakes")
  func help() throws {
    for line in [[], ["--help"], ["help"], ["help", "sweep"], ["sweep", "--help"], ["--version"]] {
      let result = try Program.run(line)
      #expect(result.code == 0)
      #expect(result.errors == "")
      #expect(!result.output.isEmpty)
    }
    #expect(try Program.run(["--version"]).output.hasPrefix("detente "))
  }
}
