import GameTheory

extension ScenarioModel {
  /// Everything that can change a result, in one fixed notation: two models with the same text give the
  /// same answers, whatever files and expressions they were read from.
  public var canonicalText: String {
    var lines: [String] = []
    for (player, holder) in scenario.players.enumerated() {
      lines.append("player \(player) \(holder.id)")
    }
    for (index, decision) in scenario.decisions.enumerated() {
      let options = decision.options.map { $0.id }.joined(separator: " ")
      let held = game.held[index].map { " held \($0)" } ?? ""
      lines.append("decision \(decision.id) of \(decision.player): \(options)\(held)")
    }
    lines.append("start \(statusQuo)")
    for (index, base) in game.bases.enumerated() {
      lines.append("interest \(index): \(ScenarioModel.text(base))")
    }
    for effect in game.effects {
      let conditions = effect.conditions.map { condition in
        "\(condition.decision)=" + condition.applies.map { $0 ? "1" : "0" }.joined()
      }
      lines.append(
        "effect on \(effect.interest) when \(conditions.joined(separator: " ")): "
          + ScenarioModel.text(effect.amount)
      )
    }
    for stake in game.stakes {
      lines.append("stake \(stake.player) \(stake.interest): \(ScenarioModel.text(stake.weight))")
    }
    for (variable, value) in values.enumerated() { lines.append("x\(variable) = \(value)") }
    if let exchange = scenario.exchange {
      lines.append("exchange \(exchange.rates.map { $0.description }.joined(separator: " "))")
    }
    let wording = TestWording(scenario)
    for claim in scenario.claims {
      lines.append("claim \(claim.id): " + claim.tests.map(wording.text).joined(separator: "; "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ polynomial: Polynomial) -> String {
    let terms = polynomial.terms.map { term in
      term.coefficient.description
        + term.monomial.factors.map { " x\($0.variable)^\($0.exponent)" }.joined()
    }
    return terms.isEmpty ? "0" : terms.joined(separator: " + ")
  }
}
