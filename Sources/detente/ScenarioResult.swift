import Documents
import GameTheory
import Negotiation
import Presentation

/// A result that is about one scenario, with what all of them print alike.
protocol ScenarioResult: PrintedResult {
  var scenario: Scenario { get }
  var console: Console { get }
}

extension Scenario {
  /// The line that says which scenario it is.
  func titleLine(_ palette: Palette) -> String {
    "\(palette.bold(title))  \(palette.dim(file))\n"
  }

  /// The members with which every answer about it begins.
  func head(_ command: String, mode: String? = nil) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("format", 1), ("command", .string(command))]
    if let mode { members.append(("mode", .string(mode))) }
    return members + [("file", .string(file)), ("title", .string(title))]
  }
}

// MARK: - For people

extension ScenarioResult {
  var width: Int { console.columns }
  var palette: Palette { console.palette }

  /// The line that says which scenario it is.
  var titleLine: String { scenario.titleLine(palette) }

  /// A heading with what stands under it.
  func section(_ heading: String, _ body: String) -> String {
    "\n" + palette.bold(heading) + "\n" + body
  }

  /// A sentence, which begins with a capital letter.
  func sentence(_ text: String, indent: Int = 2) -> String {
    paragraph(Wording.sentence(text), width: width, indent: indent)
  }
}

// MARK: - For programs

extension ScenarioResult {
  /// The members with which every answer begins.
  func head(_ command: String, mode: String? = nil) -> [(String, JSONValue)] {
    scenario.head(command, mode: mode)
  }

  func id(_ player: Int) -> JSONValue { .string(scenario.players[player].id) }

  func ids(_ players: [Int]) -> JSONValue { .array(players.map { id($0) }) }

  /// A value for each player.
  func byPlayer(_ values: [JSONValue]) -> JSONValue {
    .object(zip(scenario.players, values).map { ($0.id, $1) })
  }

  func byPlayer(_ values: [Rational]) -> JSONValue { byPlayer(values.map { ExactNumber.json($0) }) }

  func byPlayer(_ values: [Double]) -> JSONValue { byPlayer(values.map { .number($0) }) }

  /// An outcome by its number and in words, with what each player has in it where that is known.
  func members(_ outcome: Int, payoffs: [Rational]? = nil) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("outcome", .integer(outcome)), ("words", .string(Wording(scenario).outcome(outcome))),
    ]
    if let payoffs { members.append(("payoffs", byPlayer(payoffs))) }
    return members
  }

  /// What stands without an agreement.
  func json(_ disagreement: Bargain.Disagreement, payoffs: [Rational]) -> JSONValue {
    switch disagreement {
    case .securityLevels: .object([("kind", "security"), ("payoffs", byPlayer(payoffs))])
    case .outcome(let outcome):
      .object([("kind", "outcome")] + members(outcome, payoffs: payoffs))
    }
  }

  /// Outcomes by their numbers; null for none known.
  func numbers(_ outcomes: [Int]?) -> JSONValue {
    outcomes.map { .array($0.map { .integer($0) }) } ?? .null
  }
}
