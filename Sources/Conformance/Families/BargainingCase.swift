import Documents
import GameTheory
import Sweeps

/// A case that gives each player's payoff in each outcome: directly, or in packages of an option for each issue.
struct BargainingCase {
  /// A solution as a case states it.
  struct Solution {
    let outcomes: [Int]
    let value: Rational?
  }

  let problem: BargainingProblem
  /// The names of outcomes, or the options of packages.
  let labels: [String]
  /// How many issues packages have; nil where outcomes have no issues.
  private let issueCount: Int?

  init(_ input: Node) throws(CaseFault) {
    let key = input.value("batna") == nil ? "disagreement" : "batna"
    let disagreement = try input.needRationals(key)
    let players = disagreement.count
    var payoffs: [Rational] = []
    var labels: [String] = []
    var issueCount: Int?
    if let outcomes = input.value("outcomes") {
      let rows =
        outcomes.members?.map { (name: $0.key, row: $0.value) }
        ?? (outcomes.elements ?? []).enumerated().map { (name: String($0), row: $1) }
      for (name, row) in rows {
        guard let numbers = row.list({ $0.rational }), numbers.count == players else {
          throw CaseFault("outcome '\(name)' has not one number for each player")
        }
        labels.append(name)
        payoffs += numbers
      }
    } else {
      let packages = try BargainingPackages(input, players: players)
      for number in 0..<packages.count {
        let options = packages.options(number)
        labels.append(BargainingCase.label(options))
        payoffs += packages.payoffs(options)
        issueCount = options.count
      }
    }
    self.issueCount = issueCount
    self.labels = labels
    problem = try checked { () throws(BargainingError) in
      try BargainingProblem(payoffs: payoffs, disagreement: disagreement)
    }
  }

  /// The label of a package: its options.
  static func label(_ options: [Int]) -> String {
    options.map { String($0) }.joined(separator: ",")
  }

  /// Checks every answer that the case states.
  func check(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    for member in expected.members ?? [] {
      if try checkCount(member, &list) { continue }
      if try checkPoint(member, &list) { continue }
      if try checkOutcomes(member, &list) { continue }
      if let solution = try solution(member.key) {
        try check(solution.found, member, &list)
      } else {
        list.skip(member.key, "nothing is known by this name")
      }
    }
  }

  private func checkCount(
    _ member: Node.Member,
    _ list: inout CheckList
  ) throws(CaseFault) -> Bool {
    let found: Int
    switch member.key {
    case "outcomes": found = problem.outcomeCount
    case "pareto_count": found = problem.efficientOutcomes().count
    case "individually_rational_count": found = problem.rationalOutcomes.count
    case "pareto_and_rational_count": found = problem.efficientOutcomes(in: .rational).count
    default: return false
    }
    guard let count = member.value.whole else {
      throw CaseFault("'\(member.key)' is no whole number")
    }
    list.same(member.key, [found], [count])
    return true
  }

  private func checkPoint(
    _ member: Node.Member,
    _ list: inout CheckList
  ) throws(CaseFault) -> Bool {
    let found: [Rational]?
    switch member.key {
    case "max_utility": found = extremes { $0 < $1 }
    case "min_utility": found = extremes { $0 > $1 }
    case "ideal_point_over_rational_set", "ideal_point": found = problem.idealPoint
    case "ideal_gain": found = problem.idealGains
    default: return false
    }
    if member.value.isNothing {
      list.holds(member.key, found == nil, "it is \(found ?? []), where the case has none")
      return true
    }
    guard let numbers = member.value.list({ $0.stated }) else {
      throw CaseFault("'\(member.key)' is no list of numbers")
    }
    list.near(member.key, found ?? [], numbers)
    return true
  }

  /// For each player its payoff that no other is ahead of.
  private func extremes(_ isAhead: (Rational, Rational) -> Bool) -> [Rational]? {
    guard problem.outcomeCount > 0 else { return nil }
    return (0..<problem.playerCount).map { player in
      var best = problem.payoff(of: player, in: 0)
      for outcome in 1..<max(problem.outcomeCount, 1) {
        let payoff = problem.payoff(of: player, in: outcome)
        if isAhead(best, payoff) { best = payoff }
      }
      return best
    }
  }

  /// Lists of outcomes, and numbers by the names of outcomes.
  private func checkOutcomes(
    _ member: Node.Member,
    _ list: inout CheckList
  ) throws(CaseFault) -> Bool {
    switch member.key {
    case "rational": try same(member, problem.rationalOutcomes, &list)
    case "pareto_all", "pareto": try same(member, problem.efficientOutcomes(), &list)
    case "pareto_and_rational":
      try same(member, problem.efficientOutcomes(in: .rational), &list)
    case "nash_products":
      try near(member, &list) { $0.reduce(1) { $0 * $1 } }
    case "ks_min_ratio":
      let ideal = problem.idealGains ?? []
      try near(member, &list) { gains in
        let shares = zip(gains, ideal).filter { $1.signum > 0 }.map { $0 / $1 }
        return shares.min() ?? 1
      }
    default: return false
    }
    return true
  }

  private func same(
    _ member: Node.Member,
    _ found: [Int],
    _ list: inout CheckList
  ) throws(CaseFault) {
    list.same(
      member.key,
      found.map { labels[$0] }.sorted(),
      try names(member.value, member.key).sorted()
    )
  }

  private func near(
    _ member: Node.Member,
    _ list: inout CheckList,
    _ number: ([Rational]) -> Rational
  ) throws(CaseFault) {
    guard let members = member.value.members else {
      throw CaseFault("'\(member.key)' gives no numbers by names")
    }
    for entry in members {
      guard let outcome = labels.firstIndex(of: entry.key), let stated = entry.value.stated
      else { throw CaseFault("'\(member.key)' has '\(entry.key)', which is no outcome's number") }
      let found = number(problem.gains(in: outcome))
      list.near("\(member.key): \(entry.key)", [found], [stated])
    }
  }

  /// The labels of outcomes: one name, a list of names, one package or a list of packages.
  private func names(_ node: Node, _ key: String) throws(CaseFault) -> [String] {
    if node.isNothing { return [] }
    if let name = node.string { return [name] }
    if let names = node.list({ $0.string }) { return names }
    if let rows = node.list({ $0.list { $0.whole } }) { return rows.map(BargainingCase.label) }
    if let numbers = node.list({ $0.whole }) {
      if let issueCount, issueCount > 1 {
        guard numbers.count == issueCount else {
          throw CaseFault("'\(key)' has not one option for each of \(issueCount) issues")
        }
        return [BargainingCase.label(numbers)]
      }
      return numbers.map { String($0) }
    }
    throw CaseFault("'\(key)' names no outcomes")
  }

  /// The solution with a name; nil where none has it.
  private func solution(_ key: String) throws(CaseFault) -> (found: Solution?, key: String)? {
    let problem = problem
    let found: Solution?
    switch key {
    case "nash":
      // By the letter of the definition: where nobody's gain can be had with all others', all products are 0.
      found = try checked { () throws(BargainingError) in
        guard let nash = try problem.nashSolution() else { return nil }
        return Solution(outcomes: try problem.nashMaximisers(), value: nash.value)
      }
    case "egalitarian_leximin_first_step":
      let egalitarian = problem.egalitarianSolution()
      found = egalitarian.map { Solution(outcomes: $0.firstStep, value: $0.value) }
    case "egalitarian", "egalitarian_leximin":
      let egalitarian = problem.egalitarianSolution()
      found = egalitarian.map { Solution(outcomes: $0.outcomes, value: $0.value) }
    case "kalai_smorodinsky_maxmin_ratio", "kalai_smorodinsky":
      let fair = problem.kalaiSmorodinskySolution()
      found = fair.map { Solution(outcomes: $0.firstStep, value: $0.value) }
    case "utilitarian", "utilitarian_over_rational":
      let sum = try checked { () throws(BargainingError) in try problem.utilitarianSolution() }
      found = sum.map { Solution(outcomes: $0.outcomes, value: $0.value) }
    case "utilitarian_unconstrained":
      let sum = try checked { () throws(BargainingError) in
        try problem.utilitarianSolution(in: .all)
      }
      found = sum.map { Solution(outcomes: $0.outcomes, value: $0.value) }
    default: return nil
    }
    return (found, key)
  }

  /// Checks the outcomes, their payoffs and the value, as far as the case states them.
  private func check(
    _ found: Solution?,
    _ member: Node.Member,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let (key, node) = (member.key, member.value)
    let stated = node.value("outcomes") ?? node
    if stated.isNothing || found == nil {
      let isSame = stated.isNothing && found == nil
      return list.holds("\(key): none", isSame, "one of the engine and the case has a solution")
    }
    let outcomes = found?.outcomes ?? []
    let names = try names(stated, key)
    let labels = outcomes.map { self.labels[$0] }
    list.same("\(key): outcomes", labels.sorted(), names.sorted())
    if node.value("utilities") != nil {
      let utilities = try node.need("utilities")
      // One solution may have its payoffs without a list around them.
      guard
        let rows = utilities.list({ $0.list { $0.stated } })
          ?? utilities.list({ $0.stated }).map({ [$0] })
      else { throw CaseFault("'\(key).utilities' is no list of payoffs") }
      // In the order in which the case has the outcomes.
      let payoffs = names.flatMap { name in
        labels.firstIndex(of: name).map { problem.payoffs(in: outcomes[$0]) } ?? []
      }
      list.near("\(key): utilities", payoffs, rows.flatMap { $0 })
    }
    if let value = node.value("value") {
      guard let number = value.stated else { throw CaseFault("'\(key).value' is no number") }
      list.near("\(key): value", [found?.value].compactMap { $0 }, [number])
    }
  }
}
