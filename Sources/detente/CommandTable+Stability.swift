/// Which outcomes would last.
extension CommandTable {
  static let stability = CommandSpec(
    name: "stability",
    group: .happens,
    summary: "Tell which outcomes would last, since moves that pay would be answered",
    discussion: """
      The graph model for conflict resolution: an outcome is stable for a player who has no move that pays (Nash), or \
      if each such move would be answered by the others so that it no longer pays: by moves that pay those who \
      make them (SEQ, sequential), by whatever moves (GMR, general metarational), and so that the player has no way \
      out (SSEQ and SMR, the symmetric ones). It is an equilibrium if it is stable for everybody. A move is a change \
      of a player's own decisions. The scenario's section conflict may rule out outcomes and moves, and rank \
      outcomes otherwise than by payoffs. Where two players move there are also sanctions by simultaneous moves (sim), \
      limited foresight (--horizon) and unlimited foresight (non-myopic). See Documentation/stability.md. \
      Exit code 1 says that an outcome given by --at is no equilibrium by any concept asked for or, \
      without --at, that no outcome is.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--at",
        kind: .text,
        "OUTCOME",
        repeats: true,
        help:
          "the outcome to look at: equilibrium, status-quo, or an outcome as \"nmd=deploy,missiles=continue\", the "
          + "rest as in the status quo (default: the status quo, where play settles, and the equilibria)"
      ),
      equilibrium,
      OptionSpec(
        "--concept",
        kind: .text,
        "NAME,...",
        repeats: true,
        help:
          "only these concepts: nash, gmr, smr, seq, sseq and, for two players that move, sim and non-myopic "
          + "(default: all that are defined)"
      ),
      OptionSpec(
        "--horizon",
        kind: .integer(1...10_000),
        "N",
        help:
          "also limited foresight: players look N moves ahead, moving in turn (two players that move)"
      ),
      OptionSpec(
        "--decisions",
        kind: .text,
        "DECISION,...",
        help: "let only these decisions move, the others held as they are at the status quo"
      ),
      OptionSpec(
        "--make-stable",
        kind: .text,
        "OUTCOME",
        help:
          "ask also which change of one player's ranking would make this outcome stable, the smallest first; "
          + "written as for --at"
      ),
      OptionSpec(
        "--for",
        kind: .text,
        "PLAYER",
        help: "with --make-stable: for this player alone (default: for each)"
      ),
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente stability Scenarios/okinawa-2000.json5",
        does: "who would leave the status quo and the equilibrium, and what would answer it"
      ),
      CommandSpec.Example(
        line:
          "detente stability Scenarios/okinawa-2000.json5 --at \"missiles=scrap,launches=offer\"",
        does: "whether missiles for launches would last"
      ),
      CommandSpec.Example(
        line:
          "detente stability Scenarios/okinawa-2000.json5 --decisions missiles,launches --horizon 3",
        does: "the two players of the deal alone, looking three moves ahead"
      ),
    ]
  )
}
