import GameTheory
import Negotiation

/// Conflicts from the literature, written as scenarios.
enum KnownConflicts {
  /// Mutual cooperation, and what one side or both gain by leaving it: a game of two by two by its payoffs for
  /// (CC, CD, DC, DD) of the first player; those of the second are the mirror's.
  static func game(_ payoffs: [Int], conflict: String = "") -> String {
    let words = ["c", "d"]
    var effects: [String] = []
    for (index, payoff) in payoffs.enumerated() {
      let (first, second) = (words[index / 2], words[index % 2])
      effects.append(
        "{ id: \"a\(index)\", on: \"i\", when: { x: \"\(first)\", y: \"\(second)\" }, add: \(payoff) }"
      )
      effects.append(
        "{ id: \"b\(index)\", on: \"j\", when: { x: \"\(second)\", y: \"\(first)\" }, add: \(payoff) }"
      )
    }
    return """
      {
        format: 1, title: "Game", players: [{ id: "a", name: "Ann" }, { id: "b", name: "Bob" }],
        decisions: [
          { id: "x", player: "a", options: [{ id: "c", says: "cooperates" }, { id: "d", says: "defects" }] },
          { id: "y", player: "b", options: [{ id: "c", says: "cooperates" }, { id: "d", says: "defects" }] },
        ],
        interests: [{ id: "i" }, { id: "j" }], effects: [\(effects.joined(separator: ", "))],
        stakes: { a: { i: 1 }, b: { j: 1 } }, statusQuo: { x: "c", y: "c" }, \(conflict)
      }
      """
  }

  static let prisonersDilemma = game([3, 1, 4, 2])
  static let chicken = game([3, 2, 4, 1])

  /// What payoffs a scenario needs though a ranking stands in their place.
  private static let noPayoffs = "interests: [{ id: \"i\" }], effects: []"

  /// Fang, Hipel and Kilgour (1993): states 1 to 9, the last of which, Uniroyal abandoning its plant, is four outcomes
  /// here, equally good.
  static let elmira: String = {
    let states = [
      "{ moe: \"hold\", uniroyal: \"delay\", lg: \"wait\" }",
      "{ moe: \"modify\", uniroyal: \"delay\", lg: \"wait\" }",
      "{ moe: \"hold\", uniroyal: \"accept\", lg: \"wait\" }",
      "{ moe: \"modify\", uniroyal: \"accept\", lg: \"wait\" }",
      "{ moe: \"hold\", uniroyal: \"delay\", lg: \"insist\" }",
      "{ moe: \"modify\", uniroyal: \"delay\", lg: \"insist\" }",
      "{ moe: \"hold\", uniroyal: \"accept\", lg: \"insist\" }",
      "{ moe: \"modify\", uniroyal: \"accept\", lg: \"insist\" }", "{ uniroyal: \"abandon\" }",
    ]
    let rankings = [
      "moe": [7, 3, 4, 8, 5, 1, 2, 6, 9], "uniroyal": [1, 4, 8, 5, 9, 3, 7, 2, 6],
      "lg": [7, 3, 5, 1, 8, 6, 4, 2, 9],
    ].sorted { $0.key < $1.key }.map { player, order in
      "\(player): { ranking: [\(order.map { states[$0 - 1] }.joined(separator: ", "))] }"
    }
    return """
      {
        format: 1, title: "Elmira",
        players: [{ id: "moe", name: "the ministry" }, { id: "uniroyal", name: "Uniroyal" }, { id: "lg", name: "the town" }],
        decisions: [
          { id: "moe", player: "moe", options: ["hold", "modify"] },
          { id: "uniroyal", player: "uniroyal", options: ["delay", "accept", "abandon"] },
          { id: "lg", player: "lg", options: ["wait", "insist"] },
        ],
        \(noPayoffs), stakes: { moe: { i: 1 }, uniroyal: { i: 1 }, lg: { i: 1 } },
        statusQuo: { moe: "hold", uniroyal: "delay", lg: "wait" },
        conflict: {
          because: ["assumption: as published"],
          irreversible: [
            { id: "modified", decision: "moe", from: "modify" },
            { id: "accepted", decision: "uniroyal", from: "accept", to: "delay" },
            { id: "abandoned", decision: "uniroyal", from: "abandon" },
          ],
          preferences: { \(rankings.joined(separator: ", ")) },
        },
      }
      """
  }()

  /// Fraser and Hipel (1984): the Cuban missile crisis, preferences by prioritised statements.
  static func cuba(isStrikeReversible: Bool) -> String {
    let options = ["strike", "blockade", "withdraw", "escalate"]
    /// A pattern of published signs, `Y`, `N` and `-`.
    func pattern(_ signs: String) -> String {
      let parts = zip(options, signs).filter { $0.1 != "-" }
        .map { "\($0.0): \"\($0.1 == "Y" ? "yes" : "no")\"" }
      return "{ \(parts.joined(separator: ", ")) }"
    }
    func statements(_ list: [[String]]) -> String {
      list.map { signs in
        signs.count == 1
          ? pattern(signs[0]) : "{ any: [\(signs.map(pattern).joined(separator: ", "))] }"
      }.joined(separator: ",\n")
    }
    let us = [
      ["--Y-"], ["---N"], ["N-Y-"], ["-NY-"], ["Y--Y"], ["-Y-Y"], ["Y-N-", "-Y-N", "Y--N", "-YN-"],
      ["N-NN"], ["-NNN"],
    ]
    let ussr = [
      ["---N"], ["Y--Y", "N--N", "Y--N"], ["-Y-Y", "-N-N", "-Y-N"], ["N--N"], ["-N-N"],
      ["-YY-", "-NN-", "Y-Y-"], ["-YNN"], ["YNYN"],
    ]
    let irreversible =
      isStrikeReversible
      ? "" : "irreversible: [{ id: \"struck\", decision: \"strike\", from: \"yes\" }],"
    return """
      {
        format: 1, title: "Cuba",
        players: [{ id: "us", name: "the United States" }, { id: "ussr", name: "the Soviet Union" }],
        decisions: [
          { id: "strike", player: "us", options: ["no", "yes"] }, { id: "blockade", player: "us", options: ["no", "yes"] },
          { id: "withdraw", player: "ussr", options: ["no", "yes"] }, { id: "escalate", player: "ussr", options: ["no", "yes"] },
        ],
        \(noPayoffs), stakes: { us: { i: 1 }, ussr: { i: 1 } },
        statusQuo: { strike: "no", blockade: "no", withdraw: "no", escalate: "no" },
        conflict: {
          because: ["assumption: as published"],
          infeasible: [{ id: "both", when: { withdraw: "yes", escalate: "yes" } }],
          \(irreversible)
          preferences: { us: { statements: [\(statements(us))] }, ussr: { statements: [\(statements(ussr))] } },
        },
      }
      """
  }
}
