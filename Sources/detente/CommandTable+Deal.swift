/// The price of an agreement.
extension CommandTable {
  static let deal = CommandSpec(
    name: "deal",
    group: .whatItTakes,
    summary: "Work out what it would take for an outcome to hold",
    discussion: """
      Who would leave the outcome, for what and for how much; the least inducements, paid to those who play \
      their part, that keep everybody to it, and whether those who gain could pay them; the promises that \
      would have to be binding; the least change of stakes; and who is better off than at the equilibrium. Of a \
      partial target the cheapest completion is taken. Sums over players need the scenario's exchange rates.
      """,
    positional: scenario,
    options: [
      OptionSpec(
        "--target",
        kind: .text,
        "OPTIONS",
        help: "the outcome wanted, in full or in part, as \"missiles=scrap,launches=offer\""
      ),
      equilibrium,
    ] + common,
    examples: [
      CommandSpec.Example(
        line: "detente deal Scenarios/okinawa-2000.json5 --target missiles=scrap,launches=offer",
        does: "the price of the North's missiles"
      )
    ]
  )
}
