import Documents
import GameTheory
import Negotiation

/// The talks that are asked for: the scenario's terms, and the options in their place.
struct TalksSetting {
  let talks: Talks
  let terms: NegotiationTerms
  /// The equilibrium to look back on, if there is one.
  let equilibrium: Int?
  let seed: UInt64

  private let parsed: ParsedCommand
  private var scenario: Scenario { talks.model.scenario }

  /// The options that say what the talks are, which saved talks say for themselves.
  static let options = [
    "--decisions", "--rounds", "--agreement", "--disagreement", "--equilibrium", "--negotiators",
    "--opponents", "--seed",
  ]

  /// Takes the terms from the scenario and the options; `disagreement` replaces what both say of it.
  init(
    _ model: ScenarioModel,
    _ session: ScenarioSession,
    disagreement: Bargain.Disagreement? = nil
  ) throws(Failure) {
    let parsed = session.parsed
    self.parsed = parsed
    let (terms, found) = try both(
      { () throws(Failure) -> NegotiationTerms in try TalksSetting.terms(model, parsed) },
      { () throws(Failure) -> (Bargain.Disagreement, equilibrium: Int?) in
        if let disagreement { return (disagreement, nil) }
        return try DisagreementChoice(
          model: model,
          choice: EquilibriumChoice(CaseResult(model, tolerance: session.tolerance), parsed),
          parsed: parsed,
          console: session.console
        ).disagreement()
      }
    )
    self.terms = terms
    equilibrium = found.equilibrium
    seed = UInt64(parsed.integer("--seed") ?? 1)
    do throws(Talks.Mistake) {
      talks = try Talks(model, terms, disagreement: found.0)
    } catch {
      throw TalksSetting.failure(error, model.scenario, parsed)
    }
  }

  private static func failure(
    _ mistake: Talks.Mistake,
    _ scenario: Scenario,
    _ parsed: ParsedCommand
  ) -> Failure {
    let choosesTable = parsed.spec.options.contains { $0.names.contains("--decisions") }
    return switch mistake {
    case .onePlayer:
      Failure(.badData, "\(scenario.file): talks need two players or more, and there is one")
    case .held(let decision):
      Failure(.usage, "'\(scenario.decisions[decision].id)' is on the table, and held by --fix")
    case .nothingOnTheTable:
      Failure(
        .usage,
        "nothing is on the table: every decision that could be is held by --fix"
          + (choosesTable ? "; name others with --decisions" : "")
      )
    case .tooManyPackages:
      Failure(
        .badData,
        "\(scenario.file): there are more than \(Talks.mostPackages) packages; "
          + (choosesTable
            ? "put fewer decisions on the table with --decisions" : "hold decisions with --fix")
      )
    case .tooLarge(let player):
      Failure(
        .badData,
        "\(scenario.file): the payoffs of '\(scenario.players[player].id)' are beyond what talks can reckon with"
      )
    case .offers(let error):
      Failure(.badData, "\(scenario.file): the talks cannot be held: \(error)")
    }
  }

  /// The scenario's terms, with what the options say in their place.
  private static func terms(
    _ model: ScenarioModel,
    _ parsed: ParsedCommand
  ) throws(Failure) -> NegotiationTerms {
    let scenario = model.scenario
    var terms = scenario.negotiation ?? NegotiationTerms(players: scenario.players.count)
    // What is held is not on the table, unless it is named.
    terms.decisions = terms.decisions.map { $0.filter { model.game.held[$0] == nil } }
    if let rounds = parsed.integer("--rounds") { terms.rounds = rounds }
    var mistakes: [String] = []
    if let words = parsed.string("--decisions") {
      do throws(Failure) {
        terms.decisions = try ScenarioWords(scenario).decisions(
          words,
          for: "--decisions",
          heldBy: model
        )
      } catch { mistakes.append(error.message) }
    }
    if let word = parsed.string("--agreement") {
      if word == "unanimity" {
        terms.rule = .unanimity
      } else if let count = Int(word), (1...scenario.players.count).contains(count) {
        terms.rule = .count(count)
      } else {
        mistakes.append(
          "--agreement: '\(word)' is neither unanimity nor a number of players from 1 to "
            + "\(scenario.players.count)"
        )
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    return terms
  }

  /// How each player negotiates: as the options say, or the scenario, or else Boulware.
  func negotiators() throws(Failure) -> [NegotiatorWord] {
    var named = [NegotiatorWord?](repeating: nil, count: scenario.players.count)
    var general: NegotiatorWord?
    var mistakes: [String] = []
    for option in ["--negotiators", "--opponents"] {
      for part in parsed.strings(option).flatMap({ ScenarioWords.parts($0) }) {
        do throws(Failure) {
          try read(part, option, &named, &general)
        } catch { mistakes.append(error.message) }
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    let usual = try NegotiatorReader.word("boulware", for: "--negotiators")
    return zip(named, terms.negotiators).map { $0 ?? general ?? $1 ?? usual }
  }

  /// Reads `boulware`, for everybody, or `us=linear`, for one.
  private func read(
    _ part: String,
    _ option: String,
    _ named: inout [NegotiatorWord?],
    _ general: inout NegotiatorWord?
  ) throws(Failure) {
    let sides = ScenarioWords.sides(part)
    guard sides.count == 2 else {
      let word = try NegotiatorReader.word(part, for: option)
      if let other = general, other != word {
        throw Failure(
          .usage,
          "\(option): '\(other.text)' and '\(part)' are both for everybody; name players, as in us=\(part)"
        )
      }
      general = word
      return
    }
    let (player, word) = try both(
      { () throws(Failure) in try ScenarioWords(scenario).player(sides[0], for: option) },
      { () throws(Failure) in try NegotiatorReader.word(sides[1], for: option) }
    )
    if parsed.string("--as") == sides[0] {
      throw Failure(.usage, "\(option): '\(sides[0])' is the seat that --as takes")
    }
    if let other = named[player], other != word {
      throw Failure(.usage, "\(option): '\(sides[0])' is given two ways to negotiate")
    }
    named[player] = word
  }

  /// Whose consent is needed, in words.
  var consent: String {
    switch terms.rule {
    case .unanimity: return "everybody must agree"
    case .count(let count): return "\(count) of \(scenario.players.count) players must agree"
    case .weighted(let weights, let quota):
      if weights.allSatisfy({ $0 == 1 }) {
        return "\(quota) of \(scenario.players.count) players must agree"
      }
      return "players with \(quota) of \(weights.reduce(0, +)) votes must agree"
    }
  }
}

/// Reads ways to negotiate from the command line.
enum NegotiatorReader {
  static func word(_ text: String, for option: String) throws(Failure) -> NegotiatorWord {
    do throws(NegotiatorWord.Mistake) {
      return try NegotiatorWord(text)
    } catch {
      throw Failure(
        .usage,
        "\(option): \(error.message)"
          + (didYouMean(error.word, among: error.known).map { "; \($0)" }
            ?? (error.known.isEmpty
              ? "" : "; 'detente help negotiate' lists the ways to negotiate"))
      )
    }
  }
}
