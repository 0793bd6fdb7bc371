import Documents
import GameTheory
import Negotiation
import Presentation

/// What players can do together, as it is printed.
struct CoalitionsText: ScenarioResult {
  /// An outcome that was examined.
  struct Place {
    /// What the outcome is to the user.
    enum Kind: String {
      case equilibrium = "equilibrium"
      case statusQuo = "status-quo"
      case asked = "asked"
    }

    let kind: Kind
    let name: String
    let outcome: Int
  }

  /// How many coalitions are told of in sentences, and in the rows of a table.
  static let mostTold = 4
  static let mostRows = 8
  static let mostWorths = 31

  let coalitions: Coalitions
  /// The outcomes examined.
  let places: [Place]
  /// What worths are in; nil where there are none.
  let unit: String?
  let powers: [VotingPower]
  let wording: Wording
  let console: Console

  init(
    _ coalitions: Coalitions,
    places: [Place],
    unit: String?,
    powers: [VotingPower],
    _ console: Console
  ) {
    self.coalitions = coalitions
    self.places = places
    self.unit = unit
    self.powers = powers
    self.console = console
    wording = Wording(coalitions.model.scenario)
  }

  var scenario: Scenario { coalitions.model.scenario }

  var text: String {
    let count = coalitions.outcomeCount
    var text = titleLine
    text += Wording.count(scenario.players.count, "player", "players")
    text += ", \(NumberText.count(count)) outcome\(count == 1 ? "" : "s")\n"
    for (place, examination) in zip(places, coalitions.examinations) {
      text += section(Wording.sentence(place.name), self.text(of: examination))
    }
    text += section("What coalitions can make sure of", assurance)
    text += section("Players who look ahead", farsighted)
    text += section("What coalitions are worth", worths)
    for power in powers {
      text += "\n" + VotingText(scenario, [power], console).body(of: power)
    }
    return text
  }

  func name(_ player: Int) -> String { scenario.players[player].name }

  /// Players as `us + russia`.
  func ids(_ coalition: Coalition) -> String {
    coalition.members.map { scenario.players[$0].id }.joined(separator: " + ")
  }

  /// Players as `the United States and Russia`.
  func words(_ coalition: Coalition) -> String {
    Wording.list(coalition.members.map { name($0) })
  }

  /// What some players gain, as `us +2, japan -1`.
  func gains(_ changes: [Rational], of players: some Sequence<Int>) -> String {
    players.map { "\(scenario.players[$0].id) \(Wording.signed(changes[$0]))" }
      .joined(separator: ", ")
  }

  // MARK: What all have in common

  private var assurance: String {
    guard let guarantees = coalitions.guarantees, let core = coalitions.alphaCore else {
      return sentence("left out: there are too many coalitions and outcomes to look at in time.")
    }
    var columns = [TextTable.Column("coalition", wraps: true)]
    columns += scenario.players.map { TextTable.Column($0.id, .right) }
    var table = TextTable(columns)
    let order = (1..<guarantees.count + 1).map { Coalition(rawValue: UInt64($0)) }.sorted {
      $0.precedes($1)
    }
    // Each by itself, any two, and all together.
    let shown = order.filter { $0.count <= 2 || $0.count == scenario.players.count }
      .prefix(CoalitionsText.mostWorths)
    for coalition in shown {
      var cells = [ids(coalition)] + [String](repeating: "", count: scenario.players.count)
      let most = guarantees[Int(coalition.rawValue) - 1]
      for (player, payoff) in zip(coalition.members, most) {
        cells[player + 1] = Wording.number(payoff)
      }
      table.add(cells)
    }
    let all = NumberText.count(coalitions.outcomeCount)
    var text = sentence(
      "the most that the members can make sure of for each of them by itself, whatever the others do:"
    )
    text += table.rendered(width: width, palette: palette)
    text += more(order.count - shown.count)
    text += sentence(
      "\(NumberText.count(core.count)) of \(all) outcomes \(core.count == 1 ? "is" : "are") in the alpha-core: no coalition can make sure of "
        + "more for each of its members."
    )
    return text
  }

  /// `12 more coalitions are in --json`; nothing where all were shown.
  func more(_ left: Int) -> String {
    guard left > 0 else { return "" }
    return sentence("\(Wording.count(left, "more coalition is", "more coalitions are")) in --json.")
  }

  private var farsighted: String {
    let count = coalitions.outcomeCount
    switch coalitions.farsighted {
    case .leftOut:
      return sentence(
        "left out: \(NumberText.count(count)) outcomes are too many. Hold decisions with --fix: up to "
          + "\(Coalitions.Farsighted.mostOutcomes) outcomes the largest consistent set is found, up to "
          + "\(Coalitions.Farsighted.mostOutcomesOfStableSets) all farsighted stable sets."
      )
    case .largestConsistentSet(let set):
      let outcomes = Wording.count(set.count, "outcome is", "outcomes are")
      return sentence(
        "\(outcomes) in the largest consistent set; all others are ruled out by moves that nothing deters. "
          + "(Stable sets are looked for up to \(Coalitions.Farsighted.mostOutcomesOfStableSets) outcomes.)"
      ) + list(set)
    case .stableSets(let sets, let isComplete):
      guard !sets.isEmpty else {
        return sentence(
          isComplete
            ? "there is no farsighted stable set." : "no farsighted stable set was found in time."
        )
      }
      let found = Wording.count(sets.count, "farsighted stable set", "farsighted stable sets")
      var text = sentence(
        (isComplete ? "\(found):" : "\(found) found in time, maybe not all:")
          + " no outcome in it upsets another in it by far-sighted moves, and each outside is upset by one inside."
      )
      for set in sets.prefix(CoalitionsText.mostTold) { text += list(set, separator: "; or ") }
      let left = sets.count - CoalitionsText.mostTold
      if left > 0 {
        text += sentence("\(Wording.count(left, "more set is", "more sets are")) in --json.")
      }
      return text
    }
  }

  /// Some outcomes, by how they differ from the first that was examined: one to a line, unless there is a separator.
  private func list(_ outcomes: [Int], separator: String? = nil) -> String {
    let reference = coalitions.examinations.first?.outcome ?? coalitions.model.statusQuo
    var words = outcomes.prefix(CoalitionsText.mostTold).map { outcome in
      outcome == reference
        ? places.first?.name ?? "the status quo" : wording.changes(from: reference, to: outcome)
    }
    let left = outcomes.count - CoalitionsText.mostTold
    if left > 0 { words.append("\(left) more") }
    return (separator.map { [words.joined(separator: $0)] } ?? words).map {
      paragraph("· " + $0, width: width, indent: 4)
    }.joined()
  }
}
