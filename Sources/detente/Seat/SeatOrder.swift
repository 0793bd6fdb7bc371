import Documents
import GameTheory
import Negotiation

/// What a person at a seat may say.
enum SeatOrder {
  /// Something that is done, and passes the turn on.
  case act(OfferAction)
  /// Put one's own last offer on the table again.
  case insist
  case hint
  case look
  case why
  case options
  case history
  case help
  case quit
  /// Nothing was said.
  case nothing
  /// What cannot be understood, with what to do about it.
  case unclear(String)

  /// The words and what they do, for help and suggestions.
  static let words: [(form: String, does: String)] = [
    ("accept", "agree to what is on the table"),
    ("offer D=O, ...", "put it on the table changed in these decisions; 'offer' may be left out"),
    ("insist", "put your own last offer on the table again"),
    ("pass", "neither agree nor offer something else"),
    ("walk away", "leave for good, for what you have without an agreement"),
    ("hint", "ask what you could do"),
    ("look", "see what is on the table in full"),
    ("why", "see what it is worth to you, interest by interest"),
    ("options", "see what else could be agreed on each decision, and what that is worth to you"),
    ("history", "see what was said so far"),
    ("quit", "stop for now; the talks are kept"),
  ]

  private static let names = [
    "accept", "offer", "insist", "pass", "walk", "hint", "look", "why", "options", "history",
    "help", "quit",
  ]

  /// Understands a line.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - setting: the talks.
  ///   - standing: the package that an offer changes.
  init(_ line: String, _ setting: TalksSetting, from standing: Int) {
    let text = line.split { $0.isWhitespace || !$0.isASCII && $0.unicodeScalars.count > 1 }
      .joined(separator: " ")
    let lower = text.lowercased()
    let word = lower.split(separator: " ").first.map { String($0) } ?? ""
    let rest = lower.dropFirst(word.count).drop { $0 == " " }
    switch word {
    case "": self = .nothing
    case "accept", "a", "agree", "yes": self = .act(.accept)
    case "offer", "o", "propose": self = SeatOrder.offer(String(rest), setting, standing)
    case "insist", "again": self = .insist
    case "pass": self = .act(.pass)
    case "walk":
      self =
        rest == "away"
        ? .act(.walkAway) : .unclear("to leave the talks for good, say 'walk away'")
    case "hint", "h": self = .hint
    case "look", "l", "show": self = .look
    case "why", "w": self = .why
    case "options": self = .options
    case "history", "log": self = .history
    case "help", "?": self = .help
    case "quit", "q", "exit", "stop": self = .quit
    case _ where lower.contains("="): self = SeatOrder.offer(lower, setting, standing)
    default:
      let shown = String(word.prefix(40))
      self = .unclear(
        "'\(shown)' is nothing that can be done here"
          + suggestion(for: shown, among: SeatOrder.names) + "; say 'help' for what can"
      )
    }
  }

  private static func offer(_ words: String, _ setting: TalksSetting, _ standing: Int) -> SeatOrder
  {
    let talks = setting.talks
    let model = talks.model
    guard !words.isEmpty else {
      return .unclear("say what is to change, as 'offer \(example(talks))'")
    }
    let options: Options
    do throws(Failure) {
      options = try ScenarioWords(model.scenario).options(words, for: "offer")
    } catch { return .unclear(error.message) }
    var outcome = talks.outcome(of: standing)
    for choice in options.choices {
      guard talks.decisions.contains(choice.decision) else {
        return .unclear("'\(model.scenario.decisions[choice.decision].id)' is not on the table")
      }
      outcome = model.game.numbering.replacing(choice.decision, with: choice.option, in: outcome)
    }
    return .act(.offer(talks.package(of: outcome)))
  }

  /// An offer that can be made.
  private static func example(_ talks: Talks) -> String {
    let decision = talks.model.scenario.decisions[talks.decisions[0]]
    return "\(decision.id)=\(decision.options.last?.id ?? "")"
  }
}
