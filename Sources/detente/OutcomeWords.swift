import Negotiation

/// Reads outcomes as users name them: `equilibrium`, `status-quo`, or options as in `missiles=continue`, the rest
/// being as in the status quo.
struct OutcomeWords {
  let model: ScenarioModel
  /// The option of the command line that outcomes are named for.
  let option: String
  /// Whether what each player can make sure of can be named too.
  var hasSecurity = false
  /// The option that holds a decision.
  var holder: (Int) -> String = { _ in "--fix" }

  /// What a text names.
  func named(_ text: String) throws(Failure) -> NegotiationTerms.Disagreement {
    let word = Substring(text).trimmingSpaces()
    switch word {
    case "equilibrium": return .equilibrium
    case "status-quo": return .statusQuo
    case "security" where hasSecurity: return .security
    default: break
    }
    guard word.contains("=") else {
      let known = ["equilibrium", "status-quo"] + (hasSecurity ? ["security"] : [])
      throw Failure(
        .usage,
        "\(option): '\(word)' is not \(known.joined(separator: ", ")) or an outcome as \"missiles=continue\""
          + suggestion(for: word, among: known)
      )
    }
    return .options(
      try ScenarioWords(model.scenario).options(word, for: option, heldBy: model, with: holder)
    )
  }

  /// The outcome that a text names, with what it is called; security levels are none.
  func outcome(
    _ text: String,
    _ choice: EquilibriumChoice
  ) throws(Failure) -> (named: NegotiationTerms.Disagreement, outcome: Int) {
    let named = try named(text)
    switch named {
    case .equilibrium:
      if let equilibrium = try choice.equilibrium() { return (named, equilibrium) }
      throw Failure(.usage, "\(option): there is no pure equilibrium")
    case .options(let options):
      return (named, model.applying(options, to: model.statusQuo))
    case .statusQuo, .security: return (named, model.statusQuo)
    }
  }

  /// The outcomes that texts name, each once; fails with the mistakes of all texts.
  func outcomes(
    _ texts: [String],
    _ choice: EquilibriumChoice
  ) throws(Failure) -> [(named: NegotiationTerms.Disagreement, outcome: Int)] {
    var found: [(named: NegotiationTerms.Disagreement, outcome: Int)] = []
    var mistakes: [String] = []
    for text in texts {
      do throws(Failure) {
        let place = try outcome(text, choice)
        if !found.contains(where: { $0.outcome == place.outcome }) { found.append(place) }
      } catch { mistakes.append(error.message) }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    return found
  }
}
