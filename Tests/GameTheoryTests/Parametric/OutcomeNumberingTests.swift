import TestSupport
import Testing

@testable import GameTheory

@Suite("Numbers of outcomes")
struct OutcomeNumberingTests {
  @Test("Outcomes are numbered in lexicographic order of their options, the last decision fastest")
  func lexicographicOrder() {
    let wrong = failures(seeds: 100) { random in
      let counts = (0..<random.int(in: 0...5)).map { _ in random.int(in: 1...4) }
      let numbering = OutcomeNumbering(optionCounts: counts)
      var outcomes: [[Int]] = [[]]
      for count in counts {
        outcomes = outcomes.flatMap { outcome in (0..<count).map { outcome + [$0] } }
      }
      guard numbering.count == outcomes.count else { return "\(counts): count" }
      for (number, options) in outcomes.enumerated() {
        guard numbering.options(of: number) == options, numbering.outcome(options) == number else {
          return "\(counts): \(options)"
        }
        for decision in counts.indices {
          guard numbering.option(of: decision, in: number) == options[decision] else {
            return "\(counts): option of \(decision) in \(number)"
          }
          for option in 0..<counts[decision] {
            var changed = options
            changed[decision] = option
            let replaced = numbering.replacing(decision, with: option, in: number)
            guard outcomes[replaced] == changed else {
              return "\(counts): \(options) to \(changed)"
            }
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Walking some decisions visits each combination of the allowed options once, in order")
  func walking() {
    let wrong = failures(seeds: 300) { random in
      let counts = (0..<random.int(in: 1...5)).map { _ in random.int(in: 1...3) }
      let numbering = OutcomeNumbering(optionCounts: counts)
      let start = random.int(in: 0...numbering.count - 1)
      let decisions = counts.indices.filter { _ in random.oneIn(2) }
      var allowed: [[Int]]?
      if random.oneIn(2) {
        allowed = decisions.map { decision in
          (0..<counts[decision]).filter { _ in !random.oneIn(3) }
        }
      }
      let expected = (0..<numbering.count).filter { other in
        counts.indices.allSatisfy { decision in
          guard let place = decisions.firstIndex(of: decision) else {
            return numbering.option(of: decision, in: other)
              == numbering.option(of: decision, in: start)
          }
          return allowed?[place].contains(numbering.option(of: decision, in: other)) ?? true
        }
      }
      var visited: [Int] = []
      numbering.forEach(varying: decisions, of: start, allowed: allowed) { visited.append($0) }
      return visited == expected ? nil : "\(counts), \(decisions), \(String(describing: allowed))"
    }
    #expect(wrong == [])
  }
}
