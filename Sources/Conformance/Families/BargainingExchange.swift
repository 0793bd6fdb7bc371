import Documents
import GameTheory
import Sweeps

/// Two persons who own goods that cannot be divided and may hand them over: every set of goods is an outcome.
///
/// Without an agreement each keeps what it has, so gains are counted from there.
struct ExchangeCase {
  private let owners: [String]
  private let names: [String]
  /// For each good who owns it.
  private let owner: [Int]
  private let problem: BargainingProblem

  init(_ input: Node) throws(CaseFault) {
    let goods = try input.needElements("goods")
    // Persons stand in the order in which the first good has its values.
    let owners = (goods.first?.members ?? []).filter { $0.key.hasPrefix("value_to_") }.map {
      String($0.key.dropFirst("value_to_".count))
    }
    guard owners.count == 2, owners[0] != owners[1], goods.count <= 20 else {
      throw CaseFault("goods have not values to two persons each, or there are more than 20")
    }
    var names: [String] = []
    var owner: [Int] = []
    for (place, good) in goods.enumerated() {
      guard let name = good.value("name")?.string, let who = good.value("owner")?.string else {
        throw CaseFault("good \(place + 1) has no name or owner")
      }
      guard let person = owners.firstIndex(where: { $0 == who.lowercased() }) else {
        throw CaseFault("'\(name)' belongs to \(who), to whom it has no value")
      }
      names.append(name)
      owner.append(person)
    }
    var changes: [[Rational]] = []
    for (good, from) in zip(goods, owner) {
      var change: [Rational] = []
      for (person, name) in owners.enumerated() {
        let key = "value_to_" + name
        guard let value = good.value(key)?.rational else {
          throw CaseFault("a good has no number '\(key)'")
        }
        change.append(person == from ? -value : value)
      }
      changes.append(change)
    }
    var gains: [Rational] = []
    for set in 0..<1 << goods.count {
      let given = changes.indices.filter { set >> $0 & 1 == 1 }
      for person in 0...1 { gains.append(given.reduce(Rational(0)) { $0 + changes[$1][person] }) }
    }
    self.owners = owners
    self.names = names
    self.owner = owner
    problem = try checked { () throws(BargainingError) in
      try BargainingProblem(payoffs: gains, disagreement: [0, 0])
    }
  }

  /// Checks who gives what, the gains and their product; of several solutions those that fit best what is given.
  func check(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    let nash = try checked { () throws(BargainingError) in try problem.nashSolution() }
    guard let nash, !nash.outcomes.isEmpty else {
      return list.holds("the Nash solution", false, "no exchange is rational")
    }
    var stated: [(key: String, person: Int, goods: [String])] = []
    for (person, name) in owners.enumerated() {
      guard let node = expected.value(name + "_gives") else { continue }
      guard let goods = node.list({ $0.string }) else {
        throw CaseFault("'\(name)_gives' is no list of names")
      }
      stated.append((name + "_gives", person, goods.sorted()))
    }
    let fitting = nash.outcomes.first { set in
      stated.allSatisfy { given(by: $0.person, in: set) == $0.goods }
    }
    let first = fitting ?? nash.outcomes[0]
    for entry in stated {
      list.same(entry.key, given(by: entry.person, in: first), entry.goods)
    }
    for member in expected.members ?? [] where !stated.contains(where: { $0.key == member.key }) {
      switch member.key {
      case "gains":
        // Whose goods are given is told by name. So the order of two gains is that of the members, or the other
        // one, since members have no order for every program that writes them.
        let gains = problem.gains(in: first)
        let numbers = try expected.needStated(member.key)
        let isTurned = stated.count == 2 && gains.reversed() == numbers.map { $0.value }
        list.near(member.key, isTurned ? gains.reversed() : gains, numbers)
      case "nash_product":
        guard let product = member.value.stated else {
          throw CaseFault("'nash_product' is no number")
        }
        list.near(member.key, [nash.value], [product])
      case "solutions":
        list.same(member.key, [nash.outcomes.count], [try expected.needInteger(member.key)])
      case "unique":
        try list.truth(member.key, nash.outcomes.count == 1, member.value)
      default: list.skip(member.key, "nothing is known by this name")
      }
    }
  }

  /// The names of what a person gives away with a set of goods, sorted.
  private func given(by person: Int, in set: Int) -> [String] {
    names.indices.filter { set >> $0 & 1 == 1 && owner[$0] == person }.map { names[$0] }.sorted()
  }
}
