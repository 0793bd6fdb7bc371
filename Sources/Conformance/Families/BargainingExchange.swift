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
    var owners: [String] = []
    var names: [String] = []
    var owner: [Int] = []
    let goods = try input.needElements("goods")
    for good in goods {
      guard let name = good.value("name")?.string, let who = good.value("owner")?.string else {
        throw CaseFault("a good has no name or owner")
      }
      if !owners.contains(who) { owners.append(who) }
      names.append(name)
      owner.append(owners.firstIndex(of: who) ?? 0)
    }
    guard owners.count == 2, goods.count <= 20 else {
      throw CaseFault("there are not two owners, or more than 20 goods")
    }
    var changes: [[Rational]] = []
    for (good, from) in zip(goods, owner) {
      var change: [Rational] = []
      for (person, name) in owners.enumerated() {
        let key = "value_to_" + name.lowercased()
        guard let value = good.value(key)?.rational else {
          throw CaseFault("a good has no '\(key)'")
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

  /// Checks who gives what, the gains and their product.
  func check(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    let nash = try checked { () throws(BargainingError) in try problem.nashSolution() }
    guard let nash, let first = nash.outcomes.first else {
      return list.holds("the Nash solution", false, "no exchange is rational")
    }
    for member in expected.members ?? [] {
      if let person = owners.firstIndex(where: { $0.lowercased() + "_gives" == member.key }) {
        guard let goods = member.value.list({ $0.string }) else {
          throw CaseFault("'\(member.key)' is no list of names")
        }
        let given = names.indices.filter { first >> $0 & 1 == 1 && owner[$0] == person }
        list.same(member.key, given.map { names[$0] }.sorted(), goods.sorted())
        continue
      }
      switch member.key {
      case "gains":
        list.near(member.key, problem.gains(in: first), try expected.needRationals(member.key))
      case "nash_product":
        guard let product = member.value.rational else {
          throw CaseFault("'nash_product' is no number")
        }
        list.near(member.key, [nash.value], [product])
      default: list.skip(member.key, "nothing is known by this name")
      }
    }
    list.same("solutions", [nash.outcomes.count], [1])
  }
}
