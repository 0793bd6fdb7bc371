/// Where positions go.
extension CommandTable {
  static let forecast = CommandSpec(
    name: "forecast",
    group: .happens,
    summary: "Forecast where positions go, under several models that disagree",
    discussion: """
      For each continuum of the scenario's section 'forecast': the weighted median and mean of positions; Bueno \
      de Mesquita's expected utility model in three readings that are never blended, as printed (paper), by \
      surplus of votes (net) and as in the program behind the printed results (code); the spatial model of \
      politics of the KAPSARC toolkit (spatial), also over all continua at once. Then how each of these spreads \
      over draws of the uncertain numbers.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--continuum",
        kind: .text,
        "ID",
        repeats: true,
        help: "only this continuum (default: all)"
      ),
      OptionSpec(
        "--reading",
        kind: .choice(["paper", "net", "code", "spatial"]),
        "paper|net|code|spatial",
        repeats: true,
        help: "only this model (default: all)"
      ),
      OptionSpec(
        "--set",
        kind: .text,
        "PATH=VALUE",
        repeats: true,
        help:
          "put another number in, as shield.us.position=60, or LOW:MODE:HIGH for an uncertain one"
      ),
      OptionSpec("--rounds", help: "show positions, offers and risk attitudes round by round"),
      OptionSpec(
        "--draws",
        kind: .integer(0...1_000_000),
        "N",
        help: "how many times to draw the uncertain numbers (default 500; 0 for none)"
      ),
      seed("the draws (default 1)"),
      jobs,
      OptionSpec(
        "--discount",
        kind: .number,
        "D",
        help:
          "tell also the median on average where talks go on after each round with probability D"
      ),
      OptionSpec(
        "--limit",
        kind: .integer(1...10_000),
        "N",
        help: "how many rounds are played at most (default 100)"
      ),
      OptionSpec(
        "--rest",
        kind: .integer(1...10_000),
        "N",
        help: "for how many rounds on end the median must rest in paper, net and code (default 1)"
      ),
      OptionSpec(
        "--conflict",
        kind: .choice(["moves", "stays"]),
        "moves|stays",
        help: "what a confrontation does to the loser in paper, net and code (default moves)"
      ),
      OptionSpec(
        "--victory",
        kind: .choice(["linear", "square", "quartic", "octic", "binary"]),
        "RULE",
        help:
          "how strength becomes probability in spatial: linear (default), square, quartic, octic, binary"
      ),
      OptionSpec(
        "--voting",
        kind: .choice([
          "proportional", "binary", "proportional-binary", "cubic", "proportional-cubic",
          "asymmetric",
        ]),
        "RULE",
        help:
          "how utility becomes votes in spatial: proportional (default), binary, proportional-binary, cubic, "
          + "proportional-cubic, asymmetric"
      ),
    ] + printing,
    examples: [
      CommandSpec.Example(
        line: "detente forecast Scenarios/okinawa-2000.json5",
        does: "how far the shield goes and the North's programme is cut"
      ),
      CommandSpec.Example(
        line:
          "detente forecast Scenarios/okinawa-2000.json5 --continuum shield --reading net --rounds",
        does: "one reading on one continuum, round by round"
      ),
    ]
  )
}
