import GameTheory
import Negotiation
import Presentation

// What coalitions are worth, and how it could be divided.
extension CoalitionsText {
  var worths: String {
    guard let unit else {
      return sentence(
        "utilities of different players do not add up, so no coalition has a worth. Declare what a utility point of "
          + "each player is worth with --exchange "
          + scenario.players.map { "\($0.id)=1" }.joined(separator: ",")
          + " or in the scenario's section exchange."
      )
    }
    guard let division = coalitions.division else {
      return sentence("left out: there are too many coalitions and outcomes to look at in time.")
    }
    var text = sentence("in \(unit):") + worthTable(division)
    guard let values = division.values else {
      let names = division.undecided.map { ids($0.coalition) }.joined(separator: "; ")
      return text
        + sentence(
          "no values: between the coalition and the others there is no equilibrium, or several of different worth, "
            + "for \(names)."
        )
    }
    text += "\n" + valueTable(values, division.worth)
    let groups = division.structure.filter { $0.count > 1 }.map { ids($0) }
    if !groups.isEmpty {
      text += sentence(
        "Owen: as if these had come together before: \(groups.joined(separator: "; "))."
      )
    }
    for line in findings(values) { text += sentence(line) }
    return text
  }

  private func worthTable(_ division: Coalitions.Division) -> String {
    var table = TextTable([
      TextTable.Column("coalition", wraps: true), TextTable.Column("alpha", .right),
      TextTable.Column("beta", .right), TextTable.Column("defensive", .right),
    ])
    let order = division.worths.dropFirst().sorted { $0.coalition.precedes($1.coalition) }
    for worth in order.prefix(CoalitionsText.mostWorths) {
      table.add([
        ids(worth.coalition), Wording.number(worth.alpha), Wording.number(worth.beta),
        worth.defensive.map { text(of: $0) } ?? "none",
      ])
    }
    return table.rendered(width: width, palette: palette)
      + more(order.count - CoalitionsText.mostWorths)
  }

  private func text(of range: ClosedRange<Rational>) -> String {
    range.lowerBound == range.upperBound
      ? Wording.number(range.lowerBound)
      : "\(Wording.number(range.lowerBound)) to \(Wording.number(range.upperBound))"
  }

  private func valueTable(
    _ values: Coalitions.Division.Values,
    _ worth: Coalitions.Worth
  ) -> String {
    var table = TextTable(
      [TextTable.Column("by \(worth.rawValue)")]
        + scenario.players.map { TextTable.Column($0.id, .right) }
    )
    func add(_ name: String, _ numbers: [Rational]?) {
      guard let numbers else { return }
      table.add([name] + numbers.map { CoalitionsText.exact($0) })
    }
    add("Shapley", values.shapley)
    add("Owen", values.owen)
    add("Banzhaf", values.banzhaf)
    add("Banzhaf, shares", values.banzhafShares)
    add("nucleolus", values.nucleolus)
    add("prenucleolus", values.prenucleolus)
    if let ranges = values.coreRanges {
      add("core, least", ranges.map { $0.lowerBound })
      add("core, most", ranges.map { $0.upperBound })
    }
    return table.rendered(width: width, palette: palette)
  }

  /// A number as it is where that is short: a decimal, or a fraction.
  static func exact(_ value: Rational) -> String {
    guard value.decimalPlaces.map({ $0 > 3 }) ?? true, value.denominator <= 9999 else {
      return Wording.number(value)
    }
    return ExactNumber.fraction(value)
  }

  private func findings(_ values: Coalitions.Division.Values) -> [String] {
    var lines: [String] = []
    switch values.core {
    case .point(let payoffs):
      let point = payoffs.indices.map {
        "\(scenario.players[$0].id) \(CoalitionsText.exact(payoffs[$0]))"
      }
      lines.append(
        "the core is not empty: with \(point.joined(separator: ", ")) no coalition has less than it is worth."
      )
    case .empty(let proof):
      lines.append(text(of: proof, values.game))
    }
    if let least = values.leastCore { lines.append(text(of: least)) }
    if values.game.playerCount > 1, values.nucleolus == nil,
      values.game.playerCount <= Coalitions.Division.mostPlayers
    {
      lines.append("no nucleolus: all together have less than each alone.")
    }
    if values.game.playerCount > Coalitions.Division.mostPlayers {
      lines.append(
        "nucleolus and bargaining set are left out: they are found for up to "
          + "\(Coalitions.Division.mostPlayers) players."
      )
    }
    lines += bargaining(values)
    return lines
  }

  private func text(of least: LeastCore) -> String {
    let excess = CoalitionsText.exact(least.excess.magnitude)
    return switch least.excess.signum {
    case 1: "least core: some coalition is always short of its worth by \(excess) or more."
    case 0: "least core: every coalition can have what it is worth, but not all of them more."
    default: "least core: every coalition can have \(excess) more than it is worth."
    }
  }

  /// Why the core is empty.
  private func text(of proof: [WeightedCoalition], _ game: CoalitionalGame) -> String {
    let parts = proof.map { part in
      (part.weight == 1 ? "" : "\(CoalitionsText.exact(part.weight)) × ")
        + "(\(ids(part.coalition)))"
    }
    let sum = proof.reduce(Rational(0)) { $0 + $1.weight * game.value(of: $1.coalition) }
    return
      "the core is empty: \(parts.joined(separator: " + ")) has every player once, and is worth "
      + "\(CoalitionsText.exact(sum)), more than the \(CoalitionsText.exact(game.value(of: game.grandCoalition))) of all together."
  }

  private func bargaining(_ values: Coalitions.Division.Values) -> [String] {
    guard values.game.playerCount > 1, let verdict = values.shapleyVerdict else { return [] }
    let start = "the Shapley value is \(values.isShapleyInCore ? "" : "not ")in the core"
    switch verdict {
    case .isMember:
      return [
        start + (values.isShapleyInCore ? " and" : ", but")
          + " in the bargaining set: every objection has a counter-objection."
      ]
    case .notImputation:
      return [start + "; somebody has less with it than alone, so it is no bargain at all."]
    case .objection(let objection):
      let payoffs = zip(objection.coalition.members, objection.payoffs).map {
        "\(scenario.players[$0].id) \(Wording.number($1))"
      }.joined(separator: ", ")
      return [
        start
          + ", nor in the bargaining set: \(name(objection.player)) objects against \(name(objection.target)) "
          + "with \(ids(objection.coalition)) and \(payoffs), which cannot be countered."
      ]
    }
  }
}
