// What the codes of the section `conflict` mean, and how to mend it.
extension ScenarioCode {
  /// The title and the explanation.
  var conflictPage: (String, String) {
    switch self {
    case .infeasible:
      (
        "what cannot be leaves out what there is",
        """
        conflict.infeasible lists combinations of options that cannot be. The status quo is not among them, something \
        else is left than nothing, and each entry rules out an outcome that no earlier one does. An empty \
        when: {} fits every outcome.
        """
      )
    case .irreversible:
      (
        "a move that cannot be made is none",
        """
        conflict.irreversible says that a decision, once at one of the options in from:, cannot be changed to one of \
        those in to:, every other option when not stated. Both lists name options of the decision, and not \
        the same one: keeping an option is no move.
        """
      )
    default:
      (
        "a preference says nothing, or too much",
        """
        conflict.preferences has for a player either a ranking or statements. A ranking lists patterns (or lists of \
        them, equally good), the best first; each fits a feasible outcome that none before it fits. Statements \
        come the most important first; each is a pattern or one of { not: S }, { any: [S, ...] }, \
        { all: [S, ...] }, { if: S, then: S } and { iff: [S, S] }, and is true of some feasible outcomes and \
        false of others. { when: { ... } } is a pattern too, for decisions that have such names.
        """
      )
    }
  }
}
