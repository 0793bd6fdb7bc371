import Analysis
import GameTheory
import Negotiation

/// What numbers, outcomes and players are called: in the scenario's words where it is known, else by ids.
struct SensitivityWords {
  let scenario: Scenario?
  let result: SensitivityIntake.Result
  let paths: [String]

  /// A number with its title, for tables.
  func entry(_ axis: Int) -> String {
    let name = name(axis)
    return name == paths[axis] ? name : "\(paths[axis]): \(name)"
  }

  /// A number's title, for sentences.
  func name(_ axis: Int) -> String {
    scenario?.parameters.first { $0.name == paths[axis] }?.title ?? paths[axis]
  }

  /// The name of a number's value, such as an option; nil where values are plain numbers.
  func valueName(_ axis: Int, _ value: Double) -> String? {
    scenario?.parameters.first { $0.name == paths[axis] }?.kind.options
      .first { $0.value.toDouble() == value }?.name
  }

  /// The decisions that come out differently in different rows.
  private var varying: [Int] {
    result.outputs.decisions.indices.filter { decision in
      Set(result.outcomes.values.map { $0[decision] }).count > 1
    }
  }

  /// The outcome where play settles, or a cycle; only what differs between outcomes is told.
  func outcome(_ label: Int) -> String {
    if label == SensitivityOutputs.cycle { return "play goes round in a cycle" }
    let varying = varying
    if let scenario {
      let wording = Wording(scenario)
      return varying.isEmpty ? wording.outcome(label) : wording.deeds(in: label, varying)
    }
    guard let options = result.outcomes[label] else { return "outcome \(label)" }
    let told = varying.isEmpty ? Array(result.outputs.decisions.indices) : varying
    return told.map { "\(result.outputs.decisions[$0])=\(result.options[$0][options[$0]])" }
      .joined(separator: ", ")
  }

  /// The option of a decision, such as `nmd=defer`.
  func option(_ decision: Int, _ label: Int) -> String {
    label == SensitivityOutputs.cycle
      ? "play goes round in a cycle"
      : "\(result.outputs.decisions[decision])=\(result.options[decision][label])"
  }

  /// What an output is called, in text.
  func title(_ kind: OutputFindings.Kind) -> String {
    switch kind {
    case .outcome: "Where play settles"
    case .payoff(let player):
      "The payoff of \(self.player(player)) where play settles"
    case .decision(let decision):
      "What becomes of '\(result.outputs.decisions[decision])' where play settles"
    case .settles(let label): outcome(label)
    case .option(let decision, let label): option(decision, label)
    case .equilibrium(let outcome):
      scenario.map { Wording($0).outcome(outcome) } ?? "outcome \(outcome)"
    case .claim(let claim): result.outputs.claims[claim]
    }
  }

  private func player(_ index: Int) -> String {
    let id = result.outputs.players[index]
    return scenario?.players.first { $0.id == id }?.name ?? id
  }

  /// What an output is called for programs.
  func id(_ kind: OutputFindings.Kind) -> String {
    switch kind {
    case .outcome: "outcome"
    case .payoff(let player): "payoff:" + result.outputs.players[player]
    case .decision(let decision): "decision:" + result.outputs.decisions[decision]
    case .settles(let label):
      label == SensitivityOutputs.cycle ? "settles:cycle" : "settles:\(label)"
    case .option(let decision, let label):
      label == SensitivityOutputs.cycle
        ? "option:\(result.outputs.decisions[decision])=(cycle)"
        : "option:\(option(decision, label))"
    case .equilibrium(let outcome): "equilibrium:\(outcome)"
    case .claim(let claim): "claim:" + result.outputs.claims[claim]
    }
  }
}
