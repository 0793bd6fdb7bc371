import Documents
import GameTheory
import Negotiation

/// Reads partial outcomes as users write them: `nmd=defer,missiles=scrap`.
struct OptionsText {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// The options written in a text; empty for an empty one.
  func options(_ text: String, for option: String) throws(Failure) -> Options {
    var choices: [Options.Choice] = []
    var mistakes: [String] = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        mistakes.append("'\(part.trimmingSpaces())' is not DECISION=OPTION")
        continue
      }
      let name = sides[0].trimmingSpaces()
      let word = sides[1].trimmingSpaces()
      guard let decision = scenario.decisions.firstIndex(where: { $0.id == name }) else {
        mistakes.append(
          "there is no decision '\(name)'"
            + suggestion(for: name, among: scenario.decisions.map { $0.id })
        )
        continue
      }
      let words = scenario.decisions[decision].options.map { $0.id }
      guard let index = words.firstIndex(of: word) else {
        mistakes.append("'\(name)' has no option '\(word)'" + suggestion(for: word, among: words))
        continue
      }
      if choices.contains(where: { $0.decision == decision && $0.option != index }) {
        mistakes.append("'\(name)' is given two options")
      }
      if !choices.contains(where: { $0.decision == decision }) {
        choices.append(Options.Choice(decision: decision, option: index))
      }
    }
    guard mistakes.isEmpty else {
      throw Failure(.usage, "\(option): " + mistakes.joined(separator: "; "))
    }
    return Options(choices)
  }

  /// The options written in a text, none of which goes against a decision that is held.
  func options(
    _ text: String,
    for option: String,
    heldBy model: ScenarioModel
  ) throws(Failure) -> Options {
    let options = try options(text, for: option)
    let mistakes = options.choices.compactMap { choice -> String? in
      guard let held = model.game.held[choice.decision], held != choice.option else { return nil }
      let decision = scenario.decisions[choice.decision]
      return "'\(decision.id)' is held at '\(decision.options[held].id)' by --fix"
    }
    guard mistakes.isEmpty else {
      throw Failure(.usage, "\(option): " + mistakes.joined(separator: "; "))
    }
    return options
  }
}

/// What to add to a message on an unknown name: a semicolon and what may have been meant, or nothing.
func suggestion(for name: String, among known: [String]) -> String {
  didYouMean(name, among: known).map { "; \($0)" } ?? ""
}
