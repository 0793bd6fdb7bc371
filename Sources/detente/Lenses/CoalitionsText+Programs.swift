import Documents
import GameTheory
import Negotiation
import Presentation

// What players can do together, as programs read it.
extension CoalitionsText {
  var json: JSONValue {
    let voting = powers.map { VotingText(scenario, powers, console).rule($0) }
    let division = coalitions.division
    var members =
      head("coalitions") + [
        ("outcomeCount", .integer(coalitions.outcomeCount)),
        ("tolerance", ExactNumber.json(coalitions.tolerance)),
      ]
    members.append(("strong", numbers(coalitions.strong)))
    members.append(("coalitionProof", numbers(coalitions.coalitionProof)))
    members.append(("alphaCore", numbers(coalitions.alphaCore)))
    let examined = zip(places, coalitions.examinations).map { examination($0, $1) }
    members.append(("examined", .array(examined)))
    members.append(("guarantees", coalitions.guarantees.map { guarantees($0) } ?? .null))
    members.append(("farsighted", farsightedMember))
    members.append(("worths", division.map { worths($0) } ?? .null))
    members.append(("values", division?.values.map { values($0) } ?? .null))
    members.append(("voting", .array(voting)))
    return .object(members)
  }

  private func json(_ coalition: Coalition) -> JSONValue { ids(coalition.members) }

  private func byMember(_ coalition: Coalition, _ values: [Rational]) -> JSONValue {
    .object(
      zip(coalition.members, values).map { (scenario.players[$0].id, ExactNumber.json($1)) }
    )
  }

  private func deviation(_ deviation: Coalitions.Deviation, from outcome: Int) -> JSONValue {
    .object(
      [("coalition", json(deviation.coalition)), ("movers", json(deviation.movers))]
        + members(deviation.outcome) + [
          ("changes", .string(wording.changes(from: outcome, to: deviation.outcome))),
          ("gains", byPlayer(deviation.changes)), ("losers", ids(deviation.losers)),
        ]
    )
  }

  private func examination(_ place: Place, _ part: Coalitions.Examination) -> JSONValue {
    let isProof = coalitions.coalitionProof.map { $0.contains(part.outcome) }
    var members: [(String, JSONValue)] = [
      ("kind", .string(place.kind.rawValue)), ("name", .string(place.name)),
    ]
    members += self.members(part.outcome, payoffs: part.payoffs)
    members += [
      ("isEquilibrium", .bool(part.isEquilibrium)),
      ("isStrong", part.isStrong.map { .bool($0) } ?? .null),
      ("isCoalitionProof", isProof.map { .bool($0) } ?? .null),
    ]
    let alone = part.temptations.map { deviation($0, from: part.outcome) }
    let deviations = part.prospects.map { prospect($0, from: part.outcome) }
    members.append(("upset", part.upset.map { deviation($0, from: part.outcome) } ?? .null))
    members.append(("alone", .array(alone)))
    members.append(("deviations", .array(deviations)))
    let alpha = part.blocking.map { $0.map { guarantee($0, from: part.outcome) } }
    let beta = part.blockingInReply.map { $0.map { JSONValue.object([("coalition", json($0))]) } }
    members.append(("alphaBlocking", alpha.map { .array($0) } ?? .null))
    members.append(("betaBlocking", beta.map { .array($0) } ?? .null))
    return .object(members)
  }

  private func prospect(_ prospect: Coalitions.Prospect, from outcome: Int) -> JSONValue {
    let lasting = prospect.lasting.map { deviation($0, from: outcome) }
    let next = prospect.next.map { deviation($0, from: prospect.best.outcome) }
    return .object([
      ("coalition", json(prospect.coalition)), ("deviationCount", .integer(prospect.count)),
      ("best", deviation(prospect.best, from: outcome)), ("lasting", lasting ?? .null),
      ("next", next ?? .null),
    ])
  }

  private func guarantee(_ guarantee: Coalitions.Guarantee, from outcome: Int) -> JSONValue {
    let changes = wording.changes(from: outcome, to: guarantee.outcome)
    return .object(
      [("coalition", json(guarantee.coalition))] + members(guarantee.outcome) + [
        ("changes", .string(changes)), ("gains", byMember(guarantee.coalition, guarantee.gains)),
      ]
    )
  }

  private func guarantees(_ guarantees: [[Rational]]) -> JSONValue {
    .array(
      guarantees.enumerated().map { place, most in
        let coalition = Coalition(rawValue: UInt64(place + 1))
        return .object([
          ("coalition", json(coalition)), ("most", byMember(coalition, most)),
        ])
      }
    )
  }

  private var farsightedMember: JSONValue {
    switch coalitions.farsighted {
    case .leftOut: .null
    case .largestConsistentSet(let set):
      .object([("kind", "largest-consistent-set"), ("outcomes", numbers(set))])
    case .stableSets(let sets, let isComplete):
      .object([
        ("kind", "stable-sets"), ("isComplete", .bool(isComplete)),
        ("sets", .array(sets.map { numbers($0) })),
      ])
    }
  }

  private func worths(_ division: Coalitions.Division) -> JSONValue {
    .object([
      ("unit", .string(unit ?? "")), ("by", .string(division.worth.rawValue)),
      ("coalitions", .array(division.worths.dropFirst().map { worth($0) })),
    ])
  }

  private func worth(_ worth: CoalitionWorth) -> JSONValue {
    let defensive = worth.defensive.map { range -> JSONValue in
      .object([
        ("least", ExactNumber.json(range.lowerBound)),
        ("most", ExactNumber.json(range.upperBound)),
      ])
    }
    return .object([
      ("coalition", json(worth.coalition)), ("alpha", ExactNumber.json(worth.alpha)),
      ("beta", ExactNumber.json(worth.beta)), ("defensive", defensive ?? .null),
    ])
  }

  private func values(_ values: Coalitions.Division.Values) -> JSONValue {
    func row(_ numbers: [Rational]?) -> JSONValue { numbers.map { byPlayer($0) } ?? .null }
    var core: [(String, JSONValue)] = []
    switch values.core {
    case .point(let payoffs):
      core = [("isEmpty", .bool(false)), ("point", byPlayer(payoffs))]
      if let ranges = values.coreRanges {
        core += [
          ("least", byPlayer(ranges.map { $0.lowerBound })),
          ("most", byPlayer(ranges.map { $0.upperBound })),
        ]
      }
    case .empty(let proof): core = [("isEmpty", .bool(true)), ("proof", balanced(proof))]
    }
    let least = values.leastCore.map { least -> JSONValue in
      .object([
        ("excess", ExactNumber.json(least.excess)), ("point", byPlayer(least.payoffs)),
        ("binding", balanced(least.binding)),
      ])
    }
    let verdict = values.shapleyVerdict.map { $0 == .isMember }
    var members: [(String, JSONValue)] = [("shapley", row(values.shapley))]
    members.append(("owen", row(values.owen)))
    members.append(("banzhaf", row(values.banzhaf)))
    members.append(("banzhafNormalised", row(values.banzhafShares)))
    members.append(("core", .object(core)))
    members.append(("leastCore", least ?? .null))
    members.append(("nucleolus", row(values.nucleolus)))
    members.append(("prenucleolus", row(values.prenucleolus)))
    members.append(("isShapleyInCore", .bool(values.isShapleyInCore)))
    members.append(("isShapleyInBargainingSet", verdict.map { .bool($0) } ?? .null))
    return .object(members)
  }

  private func balanced(_ proof: [WeightedCoalition]) -> JSONValue {
    .array(
      proof.map {
        .object([
          ("coalition", json($0.coalition)), ("weight", ExactNumber.json($0.weight)),
        ])
      }
    )
  }

  /// One row for each coalition that can do something about an outcome examined, or has a worth.
  var csv: String {
    let players = scenario.players
    let columns = [
      "at", "coalition", "size", "deviates", "lasts", "changes", "losers", "alpha_blocks",
      "beta_blocks", "alpha", "beta", "defensive_least", "defensive_most",
    ]
    var table = TextTable(
      (columns + players.map { "gain:\($0.id)" }).map { TextTable.Column($0) }
    )
    for (place, part) in zip(places, coalitions.examinations) {
      for coalition in listed(part) { table.add([place.name] + row(coalition, part)) }
    }
    return table.csv()
  }

  /// All coalitions, ascending as numbers; of many players those that can do something.
  private func listed(_ part: Coalitions.Examination) -> [Coalition] {
    guard scenario.players.count > 10 else {
      return (1..<1 << scenario.players.count).map { Coalition(rawValue: UInt64($0)) }
    }
    let able =
      part.temptations.map { $0.coalition } + part.prospects.map { $0.coalition }
      + (part.blocking ?? []).map { $0.coalition }
    return Set(able).sorted { $0.rawValue < $1.rawValue }
  }

  private func row(_ coalition: Coalition, _ part: Coalitions.Examination) -> [String] {
    func number(_ value: Rational) -> String { JSONValue.text(of: value.toDouble()) }
    func flag(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "" }
    let alone = part.temptations.first { $0.coalition == coalition }
    let prospect = part.prospects.first { $0.coalition == coalition }
    let best = prospect?.best ?? alone
    let worth = coalitions.division?.worths[Int(coalition.rawValue)]
    let isAlpha = part.blocking?.contains { $0.coalition == coalition }
    let isBeta = part.blockingInReply?.contains(coalition)
    let lasts = alone != nil || prospect?.lasting != nil
    let ids = coalition.members.map { scenario.players[$0].id }.joined(separator: "+")
    let losers = best.map { $0.losers.map { scenario.players[$0].id } } ?? []
    var cells = [ids, "\(coalition.count)", flag(best != nil)]
    cells.append(best == nil || coalitions.coalitionProof == nil ? "" : flag(lasts))
    cells.append(best.map { wording.changes(from: part.outcome, to: $0.outcome) } ?? "")
    cells.append(losers.joined(separator: " "))
    cells += [flag(isAlpha), flag(isBeta.map { $0 || isAlpha == true })]
    let worths = [
      worth?.alpha, worth?.beta, worth?.defensive?.lowerBound, worth?.defensive?.upperBound,
    ]
    cells += worths.map { $0.map(number) ?? "" }
    return cells
      + scenario.players.indices.map { player in best.map { number($0.changes[player]) } ?? "" }
  }
}
