import GameTheory
import TestSupport
import Testing

@Suite("Conflicts by decisions")
struct DecisionFormTests {
  @Test("moves of random forms are the pairs of feasible outcomes that the rules allow")
  func moves() throws {
    let found = try failures(seeds: 60) { random in
      let numbering = OutcomeNumbering(optionCounts: (0..<4).map { _ in random.int(in: 1...3) })
      let owners: [Int?] = [0, 1, 0, random.oneIn(2) ? nil : 1]
      let base = random.int(in: 0...numbering.count - 1)
      let gone = Set((0..<numbering.count).filter { _ in random.oneIn(4) }).subtracting([base])
      let bars = (0..<random.int(in: 0...3)).map { _ in
        let decision = random.int(in: 0...3)
        let options = 0..<numbering.optionCounts[decision]
        return DecisionForm.Bar(
          decision: decision,
          from: options.filter { _ in random.oneIn(2) },
          to: options.filter { _ in random.oneIn(2) }
        )
      }
      let form = try DecisionForm(numbering: numbering, owners: owners, base: base, bars: bars) {
        !gone.contains($0)
      }
      let expected = (0..<numbering.count).filter { outcome in
        !gone.contains(outcome)
          && (owners[3] != nil
            || numbering.option(of: 3, in: outcome) == numbering.option(of: 3, in: base))
      }
      if form.outcomes != expected { return "\(form.outcomes)" }
      let ranks = ConflictPreference(ranks: expected.map { _ in random.int(in: 0...3) })
      let graph = try form.graph([ranks, ranks])
      var count = 0
      for mover in 0..<2 {
        for (state, here) in expected.enumerated() {
          let targets = expected.indices.filter { other in
            let there = expected[other]
            return there != here
              && (0..<4).allSatisfy { decision in
                let (left, taken) = (
                  numbering.option(of: decision, in: here),
                  numbering.option(of: decision, in: there)
                )
                if left == taken { return true }
                return owners[decision] == mover
                  && !bars.contains {
                    $0.decision == decision && $0.from.contains(left) && $0.to.contains(taken)
                  }
              }
          }
          count += targets.count
          if graph.moves(of: mover, from: state) != targets { return "\(mover) from \(here)" }
          if form.state(of: here) != state { return "state \(state)" }
        }
      }
      return count <= form.moveBound(decisionMakerCount: 2) ? nil : "more than the bound"
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("a payoff is better if it exceeds another by more than the tolerance")
  func tolerance() throws {
    let found = try failures(seeds: 60) { random in
      let numbering = OutcomeNumbering(optionCounts: [random.int(in: 1...12)])
      let payoffs = (0..<numbering.count).map { _ in random.int(in: -9...9) }
      let tolerance = random.int(in: 0...6)
      let form = try DecisionForm(numbering: numbering, owners: [0], base: 0)
      let graph = try form.graph([ConflictPreference(payoffs: payoffs, tolerance: tolerance)])
      for (a, first) in payoffs.enumerated() {
        for (b, second) in payoffs.enumerated()
        where graph.isBetter(a, than: b, for: 0) != (first - second > tolerance) {
          return "\(payoffs), \(tolerance): \(a) and \(b)"
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("forms that are wrong are refused")
  func refusals() throws {
    let numbering = OutcomeNumbering(optionCounts: [2, 2])
    #expect(throws: ConflictError.listCount(expected: 2, found: 1)) {
      try DecisionForm(numbering: numbering, owners: [0], base: 0)
    }
    #expect(throws: ConflictError.noStates) {
      try DecisionForm(numbering: numbering, owners: [0, 1], base: 0) { _ in false }
    }
    let form = try DecisionForm(numbering: numbering, owners: [0, 2], base: 0)
    let ranks = ConflictPreference(ranks: [0, 1, 2, 3])
    #expect(throws: ConflictError.unknownOwner(2)) { try form.graph([ranks, ranks]) }
    #expect(throws: ConflictError.decisionMakerCount(0)) { try form.graph([]) }
    #expect(throws: ConflictError.listCount(expected: 4, found: 1)) {
      try form.graph([ranks, ranks, ConflictPreference(ranks: [0])])
    }
    #expect(form.state(of: 4) == nil && form.state(of: -1) == nil)
  }
}
