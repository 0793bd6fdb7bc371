import Documents
import GameTheory
import Negotiation
import Presentation

/// A solution as records for programs.
struct SolutionRecord {
  private let solution: Solution
  private let tolerance: Rational
  private let wording: Wording
  private var scenario: Scenario { solution.model.scenario }

  init(_ solution: Solution, tolerance: Rational) {
    self.solution = solution
    self.tolerance = tolerance
    wording = Wording(solution.model.scenario)
  }

  var json: JSONValue {
    .object(
      scenario.head("solve") + [
        ("outcomes", .integer(solution.model.game.numbering.count)),
        ("arithmetic", "exact"), ("tolerance", .number(tolerance.toDouble())),
        ("statusQuo", outcome(solution.model.statusQuo, solution.startPayoffs)),
        ("equilibria", .array(solution.equilibria.map { json($0) })),
        ("settling", settling),
        (
          "temptations",
          .array(solution.temptations.map { json($0, from: solution.model.statusQuo) })
        ),
        ("betterForAll", betterForAll),
        (
          "securityLevels",
          .object(
            zip(scenario.players, solution.securityLevels).map {
              (
                $0.id,
                .object([("maximin", number($1.maximin)), ("minimax", number($1.minimax))])
              )
            }
          )
        ),
        (
          "elimination",
          .object([
            ("strict", elimination(solution.strictRounds)),
            ("weak", elimination(solution.weakRounds)),
          ])
        ),
      ]
    )
  }

  var csv: String {
    var table = TextTable(
      (["equilibrium", "outcome", "strict"] + scenario.decisions.map { $0.id }
        + scenario.players.map { "payoff:" + $0.id }).map { TextTable.Column($0) }
    )
    for (index, equilibrium) in solution.equilibria.enumerated() {
      let options = scenario.decisions.indices.map {
        wording.option(of: $0, in: equilibrium.outcome)
      }
      table.add(
        ["\(index + 1)", "\(equilibrium.outcome)", String(equilibrium.isStrict)] + options
          + equilibrium.payoffs.map { JSONValue.text(of: $0.toDouble()) }
      )
    }
    return table.csv()
  }

  private func number(_ value: Rational) -> JSONValue { .number(value.toDouble()) }

  private func options(_ outcome: Int) -> JSONValue {
    .object(
      scenario.decisions.indices.map {
        (scenario.decisions[$0].id, .string(wording.option(of: $0, in: outcome)))
      }
    )
  }

  private func payoffs(_ values: [Rational]) -> JSONValue {
    .object(zip(scenario.players, values).map { ($0.id, number($1)) })
  }

  private func outcome(_ outcome: Int, _ values: [Rational]) -> JSONValue {
    .object([
      ("outcome", .integer(outcome)), ("options", options(outcome)), ("payoffs", payoffs(values)),
    ])
  }

  private func json(_ equilibrium: Solution.Equilibrium) -> JSONValue {
    .object([
      ("outcome", .integer(equilibrium.outcome)), ("strict", .bool(equilibrium.isStrict)),
      ("options", options(equilibrium.outcome)), ("payoffs", payoffs(equilibrium.payoffs)),
      (
        "certificate",
        .array(equilibrium.deviations.map { json($0, from: equilibrium.outcome) })
      ),
    ])
  }

  private func json(_ temptation: Solution.Temptation, from outcome: Int) -> JSONValue {
    .object([
      ("player", .string(scenario.players[temptation.player].id)),
      ("to", .string(wording.changes(from: outcome, to: temptation.outcome))),
      ("gain", number(temptation.gain)),
    ])
  }

  private var settling: JSONValue {
    .object([
      ("rests", .bool(solution.rest != nil)),
      ("outcome", solution.rest.map { .integer($0) } ?? .null),
      ("cycle", .array(solution.cycle.map { .integer($0) })),
      (
        "path",
        .array(
          solution.path.map {
            .object([
              ("player", .string(scenario.players[$0.player].id)),
              ("does", .string(wording.changes(from: $0.from, to: $0.to))),
              ("outcome", .integer($0.to)), ("gain", number($0.gain)),
            ])
          }
        )
      ),
    ])
  }

  private var betterForAll: JSONValue {
    guard let best = solution.bestImprovement, let reference = solution.reference else {
      return .object([("count", .integer(solution.improvements.count)), ("best", .null)])
    }
    return .object([
      ("count", .integer(solution.improvements.count)),
      (
        "outcomes",
        .array(
          solution.improvements.map { outcome in
            .object([
              ("outcome", .integer(outcome)),
              ("changes", .string(wording.changes(from: reference, to: outcome))),
              ("equilibrium", .bool(solution.equilibria.contains { $0.outcome == outcome })),
            ])
          }
        )
      ),
      (
        "best",
        .object([
          ("outcome", .integer(best.outcome)),
          ("changes", .string(wording.changes(from: reference, to: best.outcome))),
          ("gains", payoffs(best.gains)),
          ("leaves", .array(best.temptations.map { json($0, from: best.outcome) })),
        ])
      ),
    ])
  }

  private func elimination(_ rounds: [[Solution.Eliminated]]) -> JSONValue {
    .array(
      rounds.map { round in
        .array(
          round.map { part in
            .object([
              ("player", .string(scenario.players[part.player].id)),
              (
                "dropped",
                .array(
                  part.strategies.map { strategy, dominator in
                    .object([
                      ("strategy", .string(own(strategy, part.player))),
                      ("dominatedBy", .string(own(dominator, part.player))),
                    ])
                  }
                )
              ),
            ])
          }
        )
      }
    )
  }

  private func own(_ outcome: Int, _ player: Int) -> String {
    let decisions = scenario.decisions.indices.filter { scenario.decisions[$0].player == player }
    return wording.options(
      decisions.map { ($0, solution.model.game.numbering.option(of: $0, in: outcome)) }
    )
  }
}
