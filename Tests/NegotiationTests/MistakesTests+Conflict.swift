extension MistakesTests {
  /// Mistakes in the section `conflict`; the base scenario has nmd (deploy, defer, forgo) and line (front, race), the
  /// status quo being defer and front.
  static let conflictMistakes: [Mistake] = [
    Mistake(
      "conflict-forms",
      child: """
        conflict: {
            infeasible: [{ id: "a", when: [] }, { id: "b" }, { id: "c", when: { nmd: "deplo", lin: "race" } }, 3],
            irreversible: [
              { id: "a", decision: "nmdd", from: "x" }, { id: "b", from: "deploy" }, { id: "c", decision: "nmd" },
              { id: "d", decision: "nmd", from: ["deploy", "deploy"], too: "defer" },
              { id: "d", decision: "nmd", from: 3 },
            ],
            preferences: { us: [], china: { ranking: [{}] }, russia: { ranking: {}, order: 1 } },
            rules: 1,
          },
        """
    ),
    Mistake(
      "conflict-status-quo",
      child: """
        conflict: { because: ["us-wants"], infeasible: [{ id: "now", when: { nmd: "defer", line: "front" } }] },
        """
    ),
    Mistake(
      "conflict-nothing-left",
      child: """
        conflict: {
            because: ["us-wants"],
            infeasible: [
              { id: "deploy", when: { nmd: "deploy" } }, { id: "deploy-again", when: { nmd: "deploy", line: "race" } },
              { id: "all", when: {} },
            ],
          },
        """
    ),
    Mistake(
      "conflict-useless",
      child: """
        conflict: {
            infeasible: [
              { id: "deploy", when: { nmd: "deploy" } }, { id: "again", when: { nmd: "deploy", line: "race" } },
            ],
            irreversible: [
              { id: "stays", decision: "nmd", from: "forgo", because: ["us-wants"] },
              { id: "stays-too", decision: "nmd", from: "forgo", to: "defer", because: ["assumption: so"] },
            ],
            preferences: { us: { statements: [{ nmd: "deploy" }, { not: { nmd: "deploy" } }, { line: "race" }] } },
          },
        """,
      isHarmless: true
    ),
    Mistake(
      "conflict-irreversible",
      child: """
        conflict: {
            because: ["us-wants"],
            irreversible: [
              { id: "itself", decision: "nmd", from: "deploy", to: ["deploy", "defer"] },
              { id: "nothing", decision: "nmd", from: ["deploy", "defer", "forgo"] },
              { id: "nowhere", decision: "line", from: "race", to: [] },
              { id: "unknown", decision: "line", from: "raze" },
            ],
          },
        """
    ),
    Mistake(
      "conflict-rankings",
      child: """
        conflict: {
            because: ["us-wants"],
            infeasible: [{ id: "deploy", when: { nmd: "deploy" } }],
            preferences: {
              us: {
                ranking: [{ nmd: "deploy" }, { nmd: "forgo" }, [{ nmd: "forgo", line: "race" }, { nmd: "deploy" }], {}, {}],
              },
            },
          },
        """
    ),
    Mistake(
      "conflict-preference-forms",
      child: """
        conflict: {
            because: ["us-wants"],
            preferences: {
              us: { ranking: [{ nmd: "forgo" }], statements: [{ nmd: "forgo" }] },
              russia: {},
            },
          },
        """
    ),
    Mistake(
      "conflict-statements",
      child: """
        conflict: {
            because: ["us-wants"],
            preferences: {
              us: {
                statements: [
                  { not: { nmd: "forgo" }, line: "race" }, { any: [] }, { iff: [{ nmd: "forgo" }] }, { if: { nmd: "forgo" } },
                  { if: { nmd: "forgo" }, then: { lin: "race" } }, { all: { nmd: "forgo" } }, "forgo", { not: 3 },
                ],
              },
              russia: { ranking: [] },
            },
          },
        """
    ),
  ]
}
