import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Repeated dilemmas: matches and tournaments of known strategies, and critical discount factors.
  static let repeated = CaseFamily(name: "repeated", mark: "total_without_self_play") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    let expected = try file.root.need("expected")
    var tournament: RepeatedTournament?
    for member in try expected.needMembers() {
      switch member.key {
      case "grim_trigger", "tit_for_tat":
        try checkDiscounts(member, try input.needElements("games_TRPS"), &list)
      case "matches", "total_without_self_play", "total_with_one_self_match":
        let known: RepeatedTournament
        if let tournament { known = tournament } else { known = try RepeatedTournament(input) }
        tournament = known
        try known.check(member, &list)
      default: list.skip(member.key, "nothing is known of it")
      }
    }
  }

  /// Holds discount factors, one for each game, against ours.
  private static func checkDiscounts(
    _ member: Node.Member,
    _ games: [Node],
    _ list: inout CheckList
  ) throws(CaseFault) {
    var factors: [Double] = []
    for game in games {
      guard let numbers = game.list({ $0.exact }), numbers.count == 4 else {
        throw CaseFault("a game is no list of T, R, P and S")
      }
      let payoffs = DilemmaPayoffs(
        temptation: numbers[0],
        reward: numbers[1],
        punishment: numbers[2],
        sucker: numbers[3]
      )
      let factor =
        member.key == "grim_trigger" ? payoffs.grimTriggerDiscount : payoffs.titForTatDiscount
      guard let factor else { throw CaseFault("a game is no prisoner's dilemma: T > R > P > S") }
      factors.append(factor.toDouble())
    }
    guard let stated = member.value.list({ $0.number }) else {
      throw CaseFault("'\(member.key)' is no list of numbers")
    }
    list.near(member.key, factors, stated, usual: 1e-9)
  }
}

/// A tournament as a case states it.
private struct RepeatedTournament {
  let names: [String]
  /// The names that no strategy has; what hangs on them is not checked.
  let unknown: [String]
  /// Matches with oneself are played, but not counted; strategies that are not known cooperate.
  let plain: RoundRobin

  init(_ input: Node) throws(CaseFault) {
    guard let names = try input.need("strategies").list({ $0.string }) else {
      throw CaseFault("'strategies' is no list of names")
    }
    let found = names.map { name in RepeatedStrategy.named.first { $0.name == name } }
    unknown = zip(names, found).filter { $1 == nil }.map { $0.0 }
    // Their place is kept, so that places are those of the names.
    let strategies = found.compactMap { $0 ?? RepeatedStrategy.named.first }
    let turns = try input.needInteger("turns")
    guard (0...100_000).contains(turns) else { throw CaseFault("'turns' is not in 0...100000") }
    let stage = try input.need("payoffs")
    var numbers: [Rational] = []
    for key in ["T", "R", "P", "S"] {
      guard let number = try stage.need(key).exact else { throw CaseFault("'\(key)' is no number") }
      numbers.append(number)
    }
    let payoffs = DilemmaPayoffs(
      temptation: numbers[0],
      reward: numbers[1],
      punishment: numbers[2],
      sucker: numbers[3]
    )
    self.names = names
    plain = RoundRobin(strategies, turns: turns, payoffs: payoffs)
  }

  /// Holds matches or totals against those that were played.
  func check(_ member: Node.Member, _ list: inout CheckList) throws(CaseFault) {
    for entry in try member.value.needMembers() {
      let name = "\(member.key), \(entry.key)"
      if member.key == "matches" {
        let pair = entry.key.split(separator: "|").map { name in names.firstIndex { $0 == name } }
        guard pair.count == 2, let first = pair[0], let second = pair[1] else {
          throw CaseFault("'\(entry.key)' is no pair of the strategies")
        }
        if let missing = [names[first], names[second]].first(where: { unknown.contains($0) }) {
          list.skip(name, "no strategy is called '\(missing)'")
          continue
        }
        let result = plain.result(first, second)
        guard let stated = entry.value.list({ $0.exact }) else {
          throw CaseFault("'\(name)' is no list of numbers")
        }
        list.same(name, [result.first, result.second], stated)
      } else {
        guard let place = names.firstIndex(of: entry.key), let stated = entry.value.exact else {
          throw CaseFault("'\(name)' is no strategy of the tournament with a number")
        }
        if !unknown.isEmpty {
          let missing = unknown.map { "'\($0)'" }.joined(separator: ", ")
          list.skip(name, "it counts matches against \(missing), which is not known")
          continue
        }
        let own = member.key == "total_without_self_play" ? 0 : plain.result(place, place).first
        list.same(name, [plain.totals[place] + own], [stated])
      }
    }
  }
}
