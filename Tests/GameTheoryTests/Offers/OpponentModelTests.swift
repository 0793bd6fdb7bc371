import TestSupport
import Testing

@testable import GameTheory

@Suite("Models of opponents")
struct OpponentModelTests {
  @Test("values and weights are those counted from the stands")
  func definition() throws {
    let found = try failures(seeds: 200) { random in
      let problem = try OfferCase.problem(&random)
      var talks = SlowTalks(problem: problem, negotiators: [])
      var model = OpponentModel(parties: problem.partyCount, issues: problem.issues)
      let issues = problem.issues.optionCounts.count
      for round in 0..<random.int(in: 0...12) {
        for party in 0..<problem.partyCount where !random.oneIn(4) {
          let package = random.int(in: 0...problem.packageCount - 1)
          model.add(package, of: party)
          talks.events.append(
            OfferEvent(round: round, speaker: party, action: .offer(package), package: package)
          )
        }
      }
      for party in 0..<problem.partyCount {
        guard model.knows(party) == !talks.stands(of: party).isEmpty else { return "knows" }
        for package in 0..<problem.packageCount {
          let value = model.value(of: package, for: party)
          guard (value - talks.liking(of: package, party)).magnitude <= 1e-14, value > 0,
            value <= 1 + 1e-15
          else { return "value \(value) of \(package) for \(party)" }
        }
        let weights = (0..<issues).map { model.weight(ofIssue: $0, for: party) }
        guard (weights.reduce(0, +) - 1).magnitude <= 1e-15, weights.allSatisfy({ $0 > 0 }) else {
          return "weights \(weights)"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("who keeps one issue and varies the other is taken to care for the one")
  func care() {
    var model = OpponentModel(parties: 2, issues: OutcomeNumbering(optionCounts: [2, 5]))
    for package in [5, 6, 7, 8, 9] { model.add(package, of: 1) }
    #expect(!model.knows(0))
    #expect(model.weight(ofIssue: 0, for: 1) == 5.0 / 6)
    #expect(model.value(of: 5, for: 1) == 1)
    // The kept option was seen five times, the other never.
    #expect((model.value(of: 0, for: 1) - (5.0 / 6 / 6 + 1.0 / 6)).magnitude < 1e-15)
    #expect(model.value(of: 3, for: 0) == 1)
  }

  @Test("with many packages, of one issue or several, the most liked is offered")
  func manyPackages() throws {
    var found: [String] = []
    for (seed, issues) in [[150], [128], [65], [10, 15], [150, 1], [1, 150], [5, 6, 5]].enumerated()
    {
      var random = SplitMix64(seed: UInt64(seed))
      let packages = issues.reduce(1, *)
      let problem = try OfferProblem(
        utilities: (0..<3).map { _ in
          (0..<packages).map { _ in Double(random.int(in: 0...60)) }
        },
        reservations: [0, 10, 20],
        rounds: 5,
        issues: issues
      )
      let negotiators = (0..<3).map { _ in
        Negotiator(
          .time(random.element(of: [.constant(0.1), .linear, .constant(0.5)])),
          choice: .modelled,
          acceptance: .constant(1)
        )
      }
      var slow = SlowTalks(problem: problem, negotiators: negotiators)
      _ = slow.run()
      let result = try OfferSession.run(problem, negotiators)
      if result.trace != slow.events { found.append("\(issues)") }
    }
    #expect(found.isEmpty, "\(found)")
  }
}
