import GameTheory
import Negotiation

/// What stands without an agreement, as `--disagreement` names it.
struct DisagreementChoice {
  let model: ScenarioModel
  let choice: EquilibriumChoice
  let parsed: ParsedCommand
  let console: Console

  /// What stands without an agreement, and the equilibrium to look back on.
  ///
  /// Where the option is not given, what the scenario says counts, or else the equilibrium.
  func disagreement() throws(Failure) -> (Bargain.Disagreement, equilibrium: Int?) {
    let word = parsed.string("--disagreement")
    let stated = model.scenario.negotiation?.disagreement ?? .equilibrium
    // Only where it is asked for must one of several equilibria be named.
    let isAsked = word.map { $0 == "equilibrium" } ?? (stated == .equilibrium)
    let equilibrium =
      isAsked || parsed.has("--equilibrium")
      ? try choice.equilibrium() : try? choice.equilibrium()
    let meant = try word.map { word throws(Failure) in try self.meant(word) } ?? stated
    switch meant {
    case .equilibrium:
      if let equilibrium { return (.outcome(equilibrium), equilibrium) }
      throw Failure(
        .usage,
        "there is no equilibrium to fall back on; name what stands without an agreement with --disagreement"
      )
    case .statusQuo: return (.outcome(model.statusQuo), equilibrium)
    case .security: return (.securityLevels, equilibrium)
    case .options(let options):
      let held = model.changes.held
      // What is not named stays as it is at the status quo; what is held stays held.
      let outcome = model.applying(held, to: model.applying(options, to: model.statusQuo))
      return (.outcome(outcome), equilibrium)
    }
  }

  private func meant(_ word: String) throws(Failure) -> NegotiationTerms.Disagreement {
    let named = try OutcomeWords(model: model, option: "--disagreement", hasSecurity: true)
      .named(word)
    guard case .options(let options) = named else { return named }
    let missing = model.scenario.decisions.indices.filter { decision in
      model.game.held[decision] == nil && !options.choices.contains { $0.decision == decision }
    }
    if !missing.isEmpty, missing.count < model.scenario.decisions.count {
      console.note("decisions that --disagreement does not name are as in the status quo")
    }
    return named
  }
}
