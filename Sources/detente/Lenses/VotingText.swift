import Documents
import GameTheory
import Negotiation
import Presentation

/// Who has what power under voting rules, as it is printed.
struct VotingText: ScenarioResult {
  /// How many minimal winning coalitions are named, and how many members they have in all.
  private static let mostCoalitions = 10
  private static let mostMembers = 36

  let scenario: Scenario
  let powers: [VotingPower]
  let console: Console

  init(_ scenario: Scenario, _ powers: [VotingPower], _ console: Console) {
    self.scenario = scenario
    self.powers = powers
    self.console = console
  }

  var text: String {
    var text = titleLine
    for power in powers { text += "\n" + body(of: power) }
    return text
  }

  /// What is told of one rule.
  func body(of power: VotingPower) -> String {
    let plan = power.plan
    var text = palette.bold("Voting: \(plan.name)") + "  " + palette.dim(plan.id) + "\n"
    text += sentence("\(Wording.count(plan.voters.count, "voter", "voters")); \(condition(plan)).")
    text += sentence(count(power))
    text += sentence(standing(power))
    if power.isProper == false {
      text += sentence(
        "two separate coalitions can both win, so that opposite motions can both pass."
      )
    }
    text += table(power)
    if let minimal = power.minimal { text += coalitions(minimal, plan) }
    return text
  }

  /// What a rule is, in a line: `the council: a motion needs 12 of 17`.
  static func summary(of plan: VotingPlan) -> String { "\(plan.name), \(condition(of: plan))" }

  private func condition(_ plan: VotingPlan) -> String { VotingText.condition(of: plan) }

  private static func condition(of plan: VotingPlan) -> String {
    let parts = plan.vote.conditions.map { condition in
      let total = condition.weights.reduce(Rational(0), +)
      return "\(Wording.number(condition.quota)) of \(Wording.number(total))"
    }
    return "a motion needs \(Wording.list(parts))"
  }

  private func count(_ power: VotingPower) -> String {
    let all = BigInteger(2).power(power.plan.voters.count)
    let chance = Wording.number(power.chance * 100)
    var text =
      "\(grouped(power.winningCount)) of \(grouped(all)) coalitions win: where all toss coins, "
    text += "\(chance) % of motions pass."
    if let minimal = power.minimal {
      text += " Of the winning coalitions \(NumberText.count(minimal.count)) "
      text += minimal.count == 1 ? "is minimal." : "are minimal."
    }
    return text
  }

  private func grouped(_ value: BigInteger) -> String {
    value.asInt.map { NumberText.count($0) } ?? "\(value)"
  }

  private func standing(_ power: VotingPower) -> String {
    let voters = power.plan.voters
    if let dictator = power.dictator {
      return "\(voters[dictator].name) decides alone."
    }
    let vetoes = power.blockers.map { voters[$0].name }
    let idle = power.powerless.map { voters[$0].name }
    let veto =
      vetoes.isEmpty
      ? "nobody has a veto" : "\(Wording.list(vetoes)) \(vetoes.count == 1 ? "has" : "have") a veto"
    let powerless =
      idle.isEmpty
      ? "everybody makes a difference to some coalition"
      : "\(Wording.list(idle)) \(idle.count == 1 ? "is" : "are") powerless: no coalition ever needs \(idle.count == 1 ? "it" : "them")"
    return "\(veto); \(powerless)."
  }

  private func table(_ power: VotingPower) -> String {
    let plan = power.plan
    var columns = [TextTable.Column("voter")]
    for place in plan.vote.conditions.indices {
      columns.append(TextTable.Column(place == 0 ? "weight" : "also", .right))
    }
    let indices = VotingText.indices(power)
    columns += indices.map { TextTable.Column($0.title, .right) }
    var table = TextTable(columns)
    for (place, voter) in plan.voters.enumerated() {
      table.add(
        [voter.id] + plan.vote.conditions.map { Wording.number($0.weights[place]) }
          + indices.map { cell($0.values[place]) }
      )
    }
    return table.rendered(width: width, palette: palette)
  }

  private func cell(_ value: Rational) -> String {
    value.denominator <= 9999 && value.denominator != 1
      ? "\(ExactNumber.fraction(value)) \(NumberText.fixed(value.toDouble(), places: 4))"
      : value.denominator == 1 ? "\(value)" : NumberText.fixed(value.toDouble(), places: 6)
  }

  /// The indices that were counted, by name.
  static func indices(_ power: VotingPower) -> [(title: String, id: String, values: [Rational])] {
    let all: [(String, String, [Rational]?)] = [
      ("Shapley-Shubik", "shapley", power.shapley), ("Owen", "owen", power.owen),
      ("Banzhaf", "banzhaf", power.banzhaf),
      ("normalised", "banzhafNormalised", power.banzhafShares),
      ("Deegan-Packel", "deeganPackel", power.deeganPackel),
    ]
    return all.compactMap { title, id, values in values.map { (title, id, $0) } }
  }

  private func coalitions(_ minimal: [[Int]], _ plan: VotingPlan) -> String {
    let sorted = minimal.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    var room = VotingText.mostMembers
    let lists = sorted.prefix(VotingText.mostCoalitions).prefix { members in
      room -= members.count
      return room >= 0
    }.map { members in members.map { plan.voters[$0].id }.joined(separator: " + ") }
    guard !lists.isEmpty else { return "" }
    let left = minimal.count - lists.count
    return sentence(
      "minimal winning coalitions: " + lists.joined(separator: "; ")
        + (left > 0 ? "; and \(NumberText.count(left)) more." : ".")
    )
  }

  // MARK: For programs

  var json: JSONValue {
    .object(head("coalitions") + [("voting", .array(powers.map { rule($0) }))])
  }

  func rule(_ power: VotingPower) -> JSONValue {
    let voters = power.plan.voters
    func ids(_ list: [Int]) -> JSONValue { .array(list.map { .string(voters[$0].id) }) }
    return .object([
      ("id", .string(power.plan.id)), ("name", .string(power.plan.name)),
      (
        "conditions",
        .array(
          power.plan.vote.conditions.map { condition in
            .object([
              ("quota", ExactNumber.json(condition.quota)),
              (
                "weights",
                .object(zip(voters, condition.weights).map { ($0.id, ExactNumber.json($1)) })
              ),
            ])
          }
        )
      ),
      ("winningCount", .string("\(power.winningCount)")),
      ("chance", ExactNumber.json(power.chance)),
      ("isProper", power.isProper.map { .bool($0) } ?? .null),
      ("dictator", power.dictator.map { .string(voters[$0].id) } ?? .null),
      ("veto", ids(power.blockers)), ("powerless", ids(power.powerless)),
      (
        "voters",
        .array(
          voters.enumerated().map { place, voter in
            .object(
              [("voter", .string(voter.id)), ("swingCount", .string("\(power.swings[place])"))]
                + VotingText.indices(power).map { ($0.id, ExactNumber.json($0.values[place])) }
            )
          }
        )
      ),
      ("minimalWinning", power.minimal.map { .array($0.map { ids($0) }) } ?? .null),
    ])
  }

  /// One row for each voter under each rule.
  var csv: String {
    let names = ["shapley", "owen", "banzhaf", "banzhafNormalised", "deeganPackel"]
    let columns =
      ["rule", "voter", "weight", "swing_count"]
      + ["shapley", "owen", "banzhaf", "banzhaf_normalised", "deegan_packel"]
    var table = TextTable(columns.map { TextTable.Column($0) })
    for power in powers {
      let indices = VotingText.indices(power)
      for (place, voter) in power.plan.voters.enumerated() {
        let weights = power.plan.vote.conditions.map {
          JSONValue.text(of: $0.weights[place].toDouble())
        }
        table.add(
          [power.plan.id, voter.id, weights.joined(separator: " "), "\(power.swings[place])"]
            + names.map { name in
              indices.first { $0.id == name }.map {
                JSONValue.text(of: $0.values[place].toDouble())
              }
                ?? ""
            }
        )
      }
    }
    return table.csv()
  }
}
