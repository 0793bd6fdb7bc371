import TestSupport
import Testing

@testable import GameTheory

@Suite("Frontiers and debriefs")
struct OfferDebriefTests {
  /// Whether one list is nowhere below another, and somewhere above.
  private func isBetter(_ first: [Double], _ second: [Double]) -> Bool {
    zip(first, second).allSatisfy { $0 >= $1 } && first != second
  }

  private func utilities(_ package: Int, _ problem: OfferProblem) -> [Double] {
    (0..<problem.partyCount).map { problem.utilities[$0 * problem.packageCount + package] }
  }

  @Test("the frontier is what no package dominates")
  func frontier() throws {
    var sizes: Set<Int> = []
    let found = try failures(seeds: 400) { random in
      let problem = try OfferCase.problem(&random)
      let rows = (0..<problem.packageCount).map { utilities($0, problem) }
      for first in rows.indices {
        let second = random.int(in: 0...rows.count - 1)
        if problem.dominates(first, second) != isBetter(rows[first], rows[second]) {
          return "\(first) and \(second)"
        }
      }
      let expected = rows.indices.filter { package in
        !rows.contains { isBetter($0, rows[package]) }
      }
      sizes.insert(expected.count)
      return OfferFrontier(problem).packages == expected ? nil : "\(expected)"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(sizes.count > 10)
  }

  @Test("stands, concessions, gains and what was left are those of the turns")
  func definition() throws {
    var left = 0
    let found = try failures(seeds: 400) { random in
      let problem = try OfferCase.problem(&random)
      let seats = OpenTalks.seats(&random, of: problem)
      var session = try OfferSession(problem, seats: seats, seed: random.next())
      try OpenTalks.play(&session, turns: 60, &random)
      guard let result = session.result else { return nil }
      let debrief = OfferDebrief(result, of: problem)
      guard debrief == OfferDebrief(result, of: problem, frontier: OfferFrontier(problem)) else {
        return "frontier"
      }
      let frontier = OfferFrontier(problem).packages
      let outcome = result.agreement.map { utilities($0, problem) } ?? problem.reservations
      let better = frontier.filter { isBetter(utilities($0, problem), outcome) }
      guard debrief.improvements == better else { return "improvements" }
      let isEfficient = result.agreement.map { frontier.contains($0) } ?? false
      guard debrief.isEfficient == isEfficient else { return "efficient" }
      if isEfficient, debrief.distance != 0 || !better.isEmpty { return "at a distance" }
      if debrief.distance != distance(outcome, frontier, problem) { return "distance" }
      for party in 0..<problem.partyCount {
        let own = debrief.parties[party]
        if let mistake = mistake(in: own, of: party, result, problem) { return mistake }
        let most = better.map { utilities($0, problem)[party] - outcome[party] }.max() ?? 0
        guard own.leftOnTable == most, most >= 0 else { return "left by \(party)" }
        if most > 0 { left += 1 }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(left > 50)
  }

  private func mistake(
    in found: OfferDebrief.Party,
    of party: Int,
    _ result: OfferResult,
    _ problem: OfferProblem
  ) -> String? {
    let own = { (package: Int) in problem.utilities[party * problem.packageCount + package] }
    var rounds: [Int] = []
    var packages: [Int] = []
    var standing = -1
    for event in result.trace {
      if case .offer(let package) = event.action { standing = package }
      guard event.speaker == party, event.action != .pass, event.action != .walkAway else {
        continue
      }
      rounds.append(event.round)
      packages.append(standing)
    }
    guard found.stands.map({ $0.round }) == rounds, found.stands.map({ $0.package }) == packages,
      found.stands.map({ $0.utility }) == packages.map(own)
    else { return "stands of \(party)" }
    let steps = zip(packages, packages.dropFirst()).map { own($0) - own($1) }
    guard found.stands.map({ $0.concession }) == (packages.isEmpty ? [] : [0] + steps) else {
      return "concessions of \(party)"
    }
    let best = (0..<problem.packageCount).map(own).max() ?? 0
    guard found.conceded == (packages.last.map { best - own($0) } ?? 0) else {
      return "conceded by \(party)"
    }
    var expected = 0.0
    if let agreement = result.agreement {
      expected = own(agreement) - problem.reservations[party]
      for _ in 0..<result.round { expected *= problem.patience[party] }
    }
    return (found.gain - expected).magnitude <= 1e-12 ? nil : "gain of \(party)"
  }

  private func distance(
    _ outcome: [Double],
    _ frontier: [Int],
    _ problem: OfferProblem
  ) -> Double {
    let ranges = outcome.indices.map { party in
      let own = (0..<problem.packageCount).map { utilities($0, problem)[party] }
      let best = own.max() ?? 0
      return best - max(own.min() ?? 0, min(best, problem.reservations[party]))
    }
    let squares = frontier.map { package in
      let row = utilities(package, problem)
      return outcome.indices.reduce(0.0) { sum, party in
        let share = (row[party] - outcome[party]) / ranges[party]
        return ranges[party] > 0 ? sum + share * share : sum
      }
    }
    return (squares.min() ?? 0).squareRoot()
  }

  @Test("a gain that both missed, and talks on the frontier")
  func example() throws {
    let problem = try OfferProblem(
      utilities: [[0, 4, 6, 10], [10, 4, 8, 0]],
      reservations: [2, 2],
      rounds: 4
    )
    var session = try OfferSession(problem, seats: [nil, nil])
    for action in [OfferAction.offer(3), .offer(0), .offer(1), .accept] {
      try session.apply(action)
    }
    let debrief = OfferDebrief(try #require(session.result), of: problem)
    #expect(debrief.improvements == [2])
    #expect(!debrief.isEfficient)
    #expect(debrief.parties.map { $0.leftOnTable } == [2, 4])
    #expect(debrief.parties.map { $0.gain } == [2, 2])
    #expect(debrief.parties.map { $0.conceded } == [6, 6])
    #expect(debrief.parties[0].stands.map { $0.concession } == [0, 6])
    // A quarter of the range from 2 to 10 for one, half of it for the other.
    #expect(debrief.distance == (0.0625 + 0.25).squareRoot())
  }
}
