import TestSupport
import Testing

@testable import GameTheory

@Suite("Mediation with a single text")
struct SingleTextTests {
  private func mediation(
    _ problem: OfferProblem,
    _ random: inout SplitMix64,
    aspirations: Bool
  ) throws -> SingleText {
    let votes = (0..<problem.partyCount).map { _ in
      aspirations && random.oneIn(2)
        ? SingleText.Vote.aspiration(OfferCase.curve(&random)) : .better
    }
    return try SingleText(
      problem,
      start: random.int(in: 0...problem.packageCount - 1),
      votes: random.oneIn(4) && !aspirations ? nil : votes,
      proposals: random.oneIn(3) ? nil : random.int(in: 1...60)
    )
  }

  @Test("every vote is taken, counted and followed as the definition has it")
  func definition() throws {
    var adopted = 0
    var cycles = 0
    let found = try failures(seeds: 300) { random in
      let problem = try OfferCase.problem(&random)
      let mediation = try mediation(problem, &random, aspirations: random.oneIn(2))
      let result = mediation.run(seed: random.next())
      var text = mediation.start
      var tried: Set<Int> = []
      for (number, step) in result.steps.enumerated() {
        let changes = changes(of: text, in: problem)
        if tried.count == changes.count { tried = [] }
        guard changes.contains(step.package), tried.insert(step.package).inserted else {
          return "vote \(number): \(step.package) is no change left"
        }
        let supporters = supporters(of: step.package, text, mediation, number)
        guard bits(supporters) == step.supporters else { return "vote \(number): supporters" }
        let isAdopted = isAdopted(step.package, text, supporters, problem)
        guard isAdopted == step.isAdopted else { return "vote \(number): adopted" }
        guard isAdopted else { continue }
        adopted += 1
        text = step.package
        tried = []
      }
      guard text == result.text, result.steps.count <= mediation.proposals else { return "text" }
      let signing = (0..<problem.partyCount).filter { problem.isRational(text, for: $0) }
      // Where votes do not change with time, a text that comes again goes round for ever.
      let texts = [mediation.start] + result.steps.filter { $0.isAdopted }.map { $0.package }
      let isCycle = mediation.votes.allSatisfy { $0 == .better } && Set(texts).count < texts.count
      if isCycle { cycles += 1 }
      guard isCycle == (result.end == .cycle) else { return "cycle" }
      let isAgreement =
        !isCycle && SlowTalks(problem: problem, negotiators: []).isEnough(signing)
      guard bits(signing) == result.signatories, result.isAgreement == isAgreement else {
        return "signatories"
      }
      for party in 0..<problem.partyCount {
        let expected =
          isAgreement ? problem.utility(of: party, text) : problem.reservations[party]
        if result.payoff(of: party, in: problem) != expected { return "payoff" }
      }
      return result.end == .deadline && result.steps.count < mediation.proposals ? "early" : nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(adopted > 300)
    #expect(cycles > 5)
  }

  @Test(
    "where all must agree no text is worse than the one before, and the last cannot be improved"
  )
  func climbing() throws {
    var settled = 0
    let found = try failures(seeds: 300) { random in
      let base = try OfferCase.problem(&random)
      let problem = try base.with(rule: .unanimity)
      let mediation = try mediation(problem, &random, aspirations: false)
      let result = mediation.run(seed: random.next())
      var text = mediation.start
      for step in result.steps where step.isAdopted {
        guard problem.dominates(step.package, text) else { return "\(step.package) is no gain" }
        text = step.package
      }
      guard result.end == .noChangeAccepted else { return nil }
      settled += 1
      let better = changes(of: text, in: problem).filter { problem.dominates($0, text) }
      return better.isEmpty ? nil : "\(better) would be better"
    }
    #expect(found.isEmpty, "\(found)")
    #expect(settled > 150)
  }

  @Test("a mediator who stopped, with any rule, has no change left that would be adopted")
  func settled() throws {
    var settled = 0
    let found = try failures(seeds: 300) { random in
      let problem = try OfferCase.problem(&random)
      let mediation = try mediation(problem, &random, aspirations: false)
      let result = mediation.run(seed: random.next())
      guard result.end == .noChangeAccepted else { return nil }
      settled += 1
      for package in changes(of: result.text, in: problem) {
        let supporters = supporters(of: package, result.text, mediation, 0)
        if isAdopted(package, result.text, supporters, problem) { return "\(package)" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
    #expect(settled > 100)
  }

  @Test("the same seed, the same votes; another seed, another order")
  func seeds() throws {
    var random = SplitMix64(seed: 3)
    let utilities = (0..<3).map { _ in (0..<64).map { _ in Double(random.int(in: 0...99)) } }
    let problem = try OfferProblem(
      utilities: utilities,
      reservations: [0, 0, 0],
      rounds: 200,
      issues: [4, 4, 4]
    )
    let mediation = try SingleText(problem, start: 21)
    let results = (0..<30).map { mediation.run(seed: UInt64($0)) }
    for seed in 0..<30 { #expect(mediation.run(seed: UInt64(seed)) == results[seed]) }
    #expect(Set(results.map { $0.steps }).count > 20)
  }

  @Test("mistakes are told")
  func mistakes() throws {
    let problem = try OfferProblem(utilities: [[0, 1], [1, 0]], reservations: [0, 0], rounds: 4)
    #expect(throws: OfferError.unknownPackage(2)) { try SingleText(problem, start: 2) }
    #expect(throws: OfferError.unknownPackage(-1)) { try SingleText(problem, start: -1) }
    #expect(throws: OfferError.count(expected: 2, found: 1)) {
      try SingleText(problem, start: 0, votes: [.better])
    }
    #expect(throws: OfferError.rounds(0)) { try SingleText(problem, start: 0, proposals: 0) }
    #expect(throws: OfferError.negotiator(seat: 1)) {
      try SingleText(problem, start: 0, votes: [.better, .aspiration(.constant(2))])
    }
    #expect(try SingleText(problem, start: 0).proposals == 4)
  }

  /// Packages that differ in one issue.
  private func changes(of text: Int, in problem: OfferProblem) -> [Int] {
    let own = problem.issues.options(of: text)
    return (0..<problem.packageCount).filter { package in
      zip(problem.issues.options(of: package), own).count { $0 != $1 } == 1
    }
  }

  private func supporters(
    of package: Int,
    _ text: Int,
    _ mediation: SingleText,
    _ number: Int
  ) -> [Int] {
    let problem = mediation.problem
    return (0..<problem.partyCount).filter { party in
      let own = (0..<problem.packageCount).map { problem.utility(of: party, $0) }
      if own[package] >= own[text] { return true }
      guard case .aspiration(let curve) = mediation.votes[party] else { return false }
      let rational = own.filter { $0 >= problem.reservations[party] }
      guard let floor = rational.min(), let best = rational.max() else { return false }
      let time = Double(number + 1) / Double(mediation.proposals + 1)
      let level = floor + (curve.aspiration(at: time) ?? 1) * (best - floor)
      return own[package] >= max(level, problem.reservations[party])
    }
  }

  private func isAdopted(
    _ package: Int,
    _ text: Int,
    _ supporters: [Int],
    _ problem: OfferProblem
  ) -> Bool {
    SlowTalks(problem: problem, negotiators: []).isEnough(supporters)
      && supporters.contains {
        problem.utility(of: $0, package) > problem.utility(of: $0, text)
      }
  }

  private func bits(_ parties: [Int]) -> UInt64 {
    parties.reduce(0) { $0 | 1 << UInt64($1) }
  }
}
