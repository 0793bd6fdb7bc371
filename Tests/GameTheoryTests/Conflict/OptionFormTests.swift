import GameTheory
import TestSupport
import Testing

@Suite("Conflicts by options")
struct OptionFormTests {
  private func text(_ code: UInt64, _ count: Int) -> String {
    String((0..<count).map { code & 1 << UInt64($0) != 0 ? "Y" : "N" })
  }

  @Test("moves of random forms are the pairs of feasible states that the rules allow")
  func bruteForce() throws {
    let found = try failures(seeds: 80) { random in
      let movers = random.int(in: 1...4)
      let options = (0..<random.int(in: 1...6)).map { _ in
        OptionForm.Option(
          owner: random.int(in: 0...movers - 1),
          random.element(of: OptionForm.Reversibility.allCases)
        )
      }
      let patterns = (0..<random.int(in: 0...2)).map { _ in
        String(options.map { _ in random.element(of: ["Y", "N", "-", "-"]) as Character })
      }
      guard
        let form = try? OptionForm(
          decisionMakerCount: movers,
          options: options,
          infeasible: patterns.compactMap { OptionPattern($0) }
        )
      else {
        return patterns.contains { !$0.contains { $0 != "-" } } || patterns.count > 1 ? nil : "?"
      }
      let states = form.codes.map { Array(text($0, options.count)) }
      func isFeasible(_ state: [Character]) -> Bool {
        !patterns.contains { zip($0, state).allSatisfy { $0 == "-" || $0 == $1 } }
      }
      let all = (0..<UInt64(1) << UInt64(options.count)).map { Array(text($0, options.count)) }
      if states != all.filter(isFeasible) { return "states" }
      let graph = try form.graph(ranks: (0..<movers).map { _ in states.map { _ in 0 } })
      for mover in 0..<movers {
        for (from, before) in states.enumerated() {
          let expected = states.indices.filter { to in
            to != from
              && options.indices.allSatisfy { place in
                let change = [before[place], states[to][place]]
                if change[0] == change[1] { return true }
                let isTaking = change[1] == "Y"
                return options[place].owner == mover
                  && (options[place].reversibility == .both
                    || (options[place].reversibility == .onlyTaken) == isTaking)
              }
          }
          if graph.moves(of: mover, from: from) != expected { return "moves of \(before)" }
        }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("ranks by statements follow the scores, for more than 64 statements too")
  func scores() {
    let found = failures(seeds: 60) { random in
      let count = random.element(of: [0, 1, 5, 63, 64, 65, 130])
      let statements = (0..<count).map { _ in statement(&random, depth: 2) }
      let preference = OptionPrioritisation(statements)
      let codes = (0..<UInt64(16)).map { $0 }
      let scores = preference.scores(of: codes)
      let ranks = preference.ranks(of: codes)
      if ranks != ConflictGraph.ranks(of: scores) { return "\(count) statements" }
      for (place, code) in codes.enumerated() {
        var score = BigInteger(0)
        for (j, statement) in statements.enumerated() where statement.isTrue(of: code) {
          score = score + BigInteger(2).power(count - 1 - j)
        }
        if score != scores[place] { return "score of \(code)" }
      }
      return nil
    }
    #expect(found.isEmpty, "\(found)")
  }

  private func statement(_ random: inout SplitMix64, depth: Int) -> OptionStatement {
    let pattern = String((0..<4).map { _ in random.element(of: ["Y", "N", "-"]) as Character })
    let parts = depth == 0 ? [] : (0..<2).map { _ in statement(&random, depth: depth - 1) }
    guard depth > 0, let leaf = OptionPattern(pattern) else {
      return .pattern(OptionPattern(pattern) ?? OptionPattern(taken: 0, refused: 0))
    }
    switch random.int(in: 0...5) {
    case 0: return .pattern(leaf)
    case 1: return .disjunction(parts)
    case 2: return .conjunction(parts)
    case 3: return .negation(parts[0])
    case 4: return .conditional(parts[0], then: parts[1])
    default: return .biconditional(parts[0], parts[1])
    }
  }

  @Test("connectives have their tables of truth")
  func connectives() {
    let (a, b) = (
      OptionStatement.pattern(OptionPattern(taken: 1, refused: 0)),
      OptionStatement.pattern(OptionPattern(taken: 2, refused: 0))
    )
    func table(_ statement: OptionStatement) -> [Bool] {
      (0..<UInt64(4)).map { statement.isTrue(of: $0) }
    }
    // Neither, the first, the second, both.
    #expect(table(.disjunction([a, b])) == [false, true, true, true])
    #expect(table(.conjunction([a, b])) == [false, false, false, true])
    #expect(table(.negation(a)) == [true, false, true, false])
    #expect(table(.conditional(a, then: b)) == [true, false, true, true])
    #expect(table(.biconditional(a, b)) == [true, false, false, true])
    #expect(table(.disjunction([])) == [false, false, false, false])
    #expect(table(.conjunction([])) == [true, true, true, true])
  }

  @Test("patterns: signs are read, others are refused")
  func patterns() {
    #expect(OptionPattern("Y-N") == OptionPattern(taken: 1, refused: 4))
    #expect(OptionPattern("Y?N") == nil)
    #expect(OptionPattern(String(repeating: "-", count: 65)) == nil)
    #expect(
      OptionPattern(String(repeating: "N", count: 64)) == OptionPattern(taken: 0, refused: .max)
    )
  }

  @Test("forms that are wrong are refused")
  func mistakes() {
    #expect(throws: ConflictError.unknownOwner(2)) {
      try OptionForm(decisionMakerCount: 2, options: [.init(owner: 2)])
    }
    #expect(throws: ConflictError.tooMany(limit: 8)) {
      try OptionForm(
        decisionMakerCount: 1,
        options: Array(repeating: .init(owner: 0), count: 4),
        limit: 8
      )
    }
    #expect(throws: ConflictError.noStates) {
      try OptionForm(
        decisionMakerCount: 1,
        options: [.init(owner: 0)],
        infeasible: [OptionPattern(taken: 0, refused: 0)]
      )
    }
  }
}
