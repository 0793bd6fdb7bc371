import Negotiation

/// Talks over time.
extension CommandTable {
  static let negotiate = CommandSpec(
    name: "negotiate",
    group: .whatItTakes,
    summary: "Hold talks, offer by offer, or take a seat in them",
    discussion: """
      Players speak in turn, once a round: a speaker accepts what is on the table or puts another package there, \
      until enough agree or the last round has passed. Gains over no agreement shrink by each player's patience. \
      The scenario's section negotiation says what is on the table; options take its place.

      Ways to negotiate, numbers behind colons where the usual ones are not meant: \(kinds). \
      Behind a plus sign, as in linear+next: \(extras).

      With --as a person plays a seat, on a terminal or line by line from a pipe. Exit code 1 says that there is no \
      agreement.
      """,
    positional: scenario,
    options: terms + seat + tournament + [
      OptionSpec("--mediated", help: "one text, changed step by step as enough players accept"),
      OptionSpec(
        "--mediator",
        kind: .text,
        "PLAYER",
        help: "the player that holds the text (default: somebody from outside)"
      ),
      OptionSpec(
        "--breadth",
        kind: .integer(1...4),
        "N",
        help:
          "how many decisions one change may touch (default 2, so that one thing can be traded for another)"
      ),
      OptionSpec(
        "--proposals",
        kind: .integer(1...1_000_000),
        "N",
        help: "how many votes are taken at most (default 10000)"
      ),
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente negotiate Scenarios/okinawa-2000.json5 --negotiators us=linear",
        does: "talks in which the United States concedes evenly"
      ),
      CommandSpec.Example(
        line: "detente negotiate Scenarios/okinawa-2000.json5 --as us",
        does: "take the American seat"
      ),
      CommandSpec.Example(
        line: "detente negotiate Scenarios/okinawa-2000.json5 --tournament",
        does: "every way to negotiate against every other"
      ),
      CommandSpec.Example(
        line: "detente negotiate Scenarios/okinawa-2000.json5 --mediated --mediator russia",
        does: "Russia as the broker of a single text"
      ),
    ]
  )

  private static func numbered(_ name: String, _ numbers: [NegotiatorNumber]) -> String {
    name + numbers.map { ":" + $0.name }.joined()
  }

  private static let kinds = NegotiatorKind.all.map {
    "\(numbered($0.name, $0.numbers)) \($0.says)"
  }.joined(separator: "; ")

  private static let extras = NegotiatorExtra.all.map {
    "\(numbered($0.name, $0.numbers)) \($0.says)"
  }.joined(separator: "; ")

  /// What the talks are.
  private static let terms = [
    OptionSpec(
      "--negotiators",
      kind: .text,
      "WAY|PLAYER=WAY,...",
      repeats: true,
      help: "how all players negotiate, or some (default: as the scenario says, else boulware)"
    ),
    OptionSpec(
      "--decisions",
      kind: .text,
      "DECISION,...",
      help:
        "the decisions on the table; the others stay as without an agreement (default: as the scenario says, else all)"
    ),
    OptionSpec(
      "--rounds",
      kind: .integer(1...NegotiationTerms.mostRounds),
      "N",
      help: "how many rounds there are (default: as the scenario says, else 20)"
    ),
    OptionSpec(
      "--agreement",
      kind: .text,
      "unanimity|N",
      help: "whether all must agree, or so many (default: as the scenario says, else all)"
    ),
    OptionSpec(
      "--disagreement",
      kind: .text,
      "WHAT",
      help:
        "what stands without an agreement: equilibrium, status-quo, security (what each can make sure of), or an "
        + "outcome as \"missiles=continue\", the rest as in the status quo (default: as the scenario says, else the equilibrium)"
    ),
    equilibrium,
    seed("whatever is drawn (default 1)"),
    OptionSpec("--trace", help: "show every turn, not only those in which somebody moved"),
  ]

  private static let seat = [
    OptionSpec("--as", kind: .text, "PLAYER", help: "take this player's seat"),
    OptionSpec(
      "--opponents",
      kind: .text,
      "WAY|PLAYER=WAY,...",
      repeats: true,
      help: "as --negotiators, for the others at the table"
    ),
    OptionSpec(
      "--save",
      kind: .file,
      "FILE",
      help: "where the talks are kept (default named after scenario and player)"
    ),
    OptionSpec("--force", help: "replace the file that --save names, if it is there"),
    OptionSpec("--resume", kind: .file, "FILE", help: "go on with talks that were kept"),
    OptionSpec("--replay", kind: .file, "FILE", help: "look at talks that were kept, turn by turn"),
  ]

  private static let tournament = [
    OptionSpec("--tournament", help: "play every assignment of ways to negotiate to players"),
    OptionSpec(
      "--strategies",
      kind: .text,
      "WAY,...",
      help: "the ways that are played (default \(NegotiatorKind.usual.joined(separator: ",")))"
    ),
    OptionSpec(
      "--games",
      kind: .integer(1...1_000_000),
      "N",
      help: "draw so many assignments rather than playing all"
    ),
    OptionSpec(
      "--repeat",
      kind: .integer(1...100_000),
      "N",
      help: "play each assignment so often, for ways that draw at random (default 1)"
    ),
    jobs,
  ]
}
