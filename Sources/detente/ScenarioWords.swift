import Documents
import GameTheory
import Negotiation

/// Reads players, decisions and options as users write them.
///
/// Failures name the option of the command line, and hold every mistake in its text.
struct ScenarioWords {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  // MARK: Players

  /// The player with an id.
  func player(_ name: String, for option: String) throws(Failure) -> Int {
    try ScenarioWords.player(name, among: scenario.players.map { $0.id }, for: option)
  }

  /// Where a player's id stands in a list of those that are known.
  static func player(
    _ name: String,
    among known: [String],
    for option: String
  ) throws(Failure) -> Int {
    if let player = known.firstIndex(of: name) { return player }
    throw Failure(
      .usage,
      "\(option): there is no player '\(name)'" + suggestion(for: name, among: known)
    )
  }

  /// Where several players' ids stand in a list of those that are known, in the order given, each once.
  static func players(
    _ names: [String],
    among known: [String],
    for option: String
  ) throws(Failure) -> [Int] {
    var players: [Int] = []
    var mistakes: [String] = []
    for name in names {
      do throws(Failure) {
        let player = try player(name, among: known, for: option)
        if !players.contains(player) { players.append(player) }
      } catch { mistakes.append(error.message) }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    return players
  }

  /// A number for each player, as in `us=2,japan=0.5`; nil for those that are not named.
  ///
  /// `what` says what a number is to a player, as in `weight`.
  func numbers(
    _ text: String,
    _ what: String,
    for option: String,
    isPositive: Bool = false
  ) throws(Failure) -> [Rational?] {
    var numbers = [Rational?](repeating: nil, count: scenario.players.count)
    var mistakes: [String] = []
    let known = scenario.players.map { $0.id }
    for part in ScenarioWords.parts(text) {
      let sides = ScenarioWords.sides(part)
      guard sides.count == 2, let number = Rational(decimal: sides[1]) else {
        mistakes.append("'\(part)' is not PLAYER=NUMBER")
        continue
      }
      guard let player = known.firstIndex(of: sides[0]) else {
        mistakes.append(
          "there is no player '\(sides[0])'" + suggestion(for: sides[0], among: known)
        )
        continue
      }
      if let other = numbers[player], other != number {
        mistakes.append("'\(sides[0])' is given two \(what)s")
      }
      if isPositive, number <= 0 {
        mistakes.append("the \(what) of '\(sides[0])' is not above 0")
      }
      numbers[player] = number
    }
    try ScenarioWords.fail(mistakes, option)
    return numbers
  }

  // MARK: Decisions

  /// The decisions of a text, ascending, none of them held.
  func decisions(
    _ text: String,
    for option: String,
    heldBy model: ScenarioModel
  ) throws(Failure) -> [Int] {
    let known = scenario.decisions.map { $0.id }
    var mistakes: [String] = []
    var decisions: Set<Int> = []
    for name in ScenarioWords.parts(text) {
      guard let decision = known.firstIndex(of: name) else {
        mistakes.append("there is no decision '\(name)'" + suggestion(for: name, among: known))
        continue
      }
      if let held = model.game.held[decision] { mistakes.append(hold(decision, held, "--fix")) }
      decisions.insert(decision)
    }
    try ScenarioWords.fail(mistakes, option)
    return decisions.sorted()
  }

  // MARK: Options

  /// The options written in a text, as in `nmd=defer,missiles=scrap`; empty for an empty one.
  func options(_ text: String, for option: String) throws(Failure) -> Options {
    var choices: [Options.Choice] = []
    var mistakes: [String] = []
    for part in text.isEmpty ? [] : ScenarioWords.parts(text) {
      let sides = ScenarioWords.sides(part)
      guard sides.count == 2 else {
        mistakes.append("'\(part)' is not DECISION=OPTION")
        continue
      }
      let (name, word) = (sides[0], sides[1])
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
    try ScenarioWords.fail(mistakes, option)
    return Options(choices)
  }

  /// The options written in a text, none of which goes against a decision that is held.
  ///
  /// `holder` names the option that holds a decision.
  func options(
    _ text: String,
    for option: String,
    heldBy model: ScenarioModel,
    with holder: (Int) -> String = { _ in "--fix" }
  ) throws(Failure) -> Options {
    let options = try options(text, for: option)
    try ScenarioWords.fail(
      options.choices.compactMap { choice in
        model.game.held[choice.decision].flatMap {
          $0 == choice.option
            ? nil : hold(choice.decision, $0, holder(choice.decision))
        }
      },
      option
    )
    return options
  }

  private func hold(_ decision: Int, _ option: Int, _ holder: String) -> String {
    let decision = scenario.decisions[decision]
    return "'\(decision.id)' is held at '\(decision.options[option].id)' by \(holder)"
  }

  // MARK: Parts

  /// The parts of a list, without spaces around them; an empty text has one empty part.
  static func parts(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
  }

  /// The sides of the first equals sign, without spaces around them; one side where there is none.
  static func sides(_ text: some StringProtocol) -> [String] {
    text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { Substring($0).trimmingSpaces() }
  }

  /// Fails with all mistakes in the text of an option, if there are any.
  static func fail(_ mistakes: [String], _ option: String) throws(Failure) {
    guard mistakes.isEmpty else {
      throw Failure(.usage, "\(option): " + mistakes.joined(separator: "; "))
    }
  }
}

/// What to add to a message on an unknown name: a semicolon and what may have been meant, or nothing.
func suggestion(for name: String, among known: [String]) -> String {
  didYouMean(name, among: known).map { "; \($0)" } ?? ""
}
