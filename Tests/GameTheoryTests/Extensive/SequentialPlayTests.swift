import TestSupport
import Testing

@testable import GameTheory

@Suite("Sequential play")
struct SequentialPlayTests {
  private typealias Mover = SequentialPlay.Mover

  // MARK: - Known answers

  @Test("Entry: the incumbent's threat to fight is empty, so the entrant enters")
  func entry() {
    // Stay out or enter; give way or fight. Payoffs 0, 2; 1, 1; -1, -1.
    let payoffs = [[0, 2], [0, 2], [1, 1], [-1, -1]]
    let play = SequentialPlay(
      OutcomeNumbering(optionCounts: [2, 2]),
      order: [Mover(decision: 0, player: 0), Mover(decision: 1, player: 1)],
      from: 0
    ) { payoffs[$1][$0] }
    #expect(play.outcome == 2 && play.outcomes == [2])
    #expect(play.option(after: []) == 1)
    #expect(play.option(after: [1]) == 0)
    #expect(play.option(after: [1, 0]) == nil && play.option(after: [2]) == nil)
    #expect(play.outcome(after: [1, 1]) == 3)
    // After staying out nothing depends on the reply: that is the only tie.
    #expect(play.tieCount == 1)
    #expect(play.steps.map { $0.best } == [[1], [0]])
    #expect(play.steps[0].prospects == [0, 2])
    // The other way round the threat is carried out before the entrant moves: it stays out.
    let reversed = SequentialPlay(
      OutcomeNumbering(optionCounts: [2, 2]),
      order: [Mover(decision: 1, player: 1), Mover(decision: 0, player: 0)],
      from: 0
    ) { payoffs[$1][$0] }
    #expect(reversed.outcome == 1 && reversed.outcomes == [1])
  }

  @Test("The centipede ends at once")
  func centipede() {
    // Six turns; who ends at turn t has t + 2 and the other t; after the last both have gone on.
    let turns = 6
    let numbering = OutcomeNumbering(optionCounts: [Int](repeating: 2, count: turns))
    let order = (0..<turns).map { Mover(decision: $0, player: $0 % 2) }
    let play = SequentialPlay(numbering, order: order, from: 0) { player, outcome -> Int in
      let end = (0..<turns).first { numbering.option(of: $0, in: outcome) == 0 }
      guard let end else { return player == turns % 2 ? turns + 1 : turns }
      return player == end % 2 ? end + 2 : end
    }
    #expect(play.steps[0].option == 0)
    for turn in 0..<turns {
      #expect(play.option(after: [Int](repeating: 1, count: turn)) == 0)
    }
  }

  @Test("A tie of one player decides what another does: all outcomes are told")
  func ties() {
    // The second is indifferent after the risky move; the first's move hangs on what it does.
    let payoffs = [[1, 0], [1, 0], [2, 5], [0, 5]]
    let play = SequentialPlay(
      OutcomeNumbering(optionCounts: [2, 2]),
      order: [Mover(decision: 0, player: 0), Mover(decision: 1, player: 1)],
      from: 0
    ) { payoffs[$1][$0] }
    #expect(play.outcome == 2)
    #expect(play.outcomes == [0, 1, 2])
    #expect(play.tieCount == 2)
    #expect(play.steps.last?.best == [0, 1])
  }

  @Test("Decisions that are held or not in the order stay as they are")
  func held() {
    let numbering = OutcomeNumbering(optionCounts: [2, 3, 2])
    let order = [Mover(decision: 2, player: 1), Mover(decision: 0, player: 0)]
    let start = numbering.outcome([0, 2, 0])
    let play = SequentialPlay(numbering, order: order, from: start, held: [1, nil, nil]) {
      $0 == 0 ? $1 : -$1
    }
    #expect(numbering.options(of: play.outcome) == [1, 2, 0])
    #expect(play.steps[1].options == [1])
    #expect(play.option(after: [1]) == 1)
    let none = SequentialPlay(numbering, order: [], from: start) { $0 + $1 }
    #expect(none.outcome == start && none.outcomes == [start] && none.steps.isEmpty)
  }

  // MARK: - Brute force

  /// All outcomes of subgame-perfect strategy profiles, from the definition: every plan of all moves after all courses is
  /// tried, and kept where no single change at any course gains in what follows it.
  private static func slow(
    _ numbering: OutcomeNumbering,
    _ order: [SequentialPlay.Mover],
    _ start: Int,
    _ payoff: (Int, Int) -> Int
  ) -> Set<Int> {
    var courses: [[Int]] = []
    var layer: [[Int]] = [[]]
    for mover in order {
      courses += layer
      layer = layer.flatMap { course in
        (0..<numbering.optionCounts[mover.decision]).map { course + [$0] }
      }
    }
    let counts = courses.map { numbering.optionCounts[order[$0.count].decision] }
    let plans = OutcomeNumbering(optionCounts: counts)
    var found: Set<Int> = []
    for plan in 0..<plans.count {
      let end = { (course: [Int]) -> Int in
        var course = course
        while course.count < order.count {
          guard let place = courses.firstIndex(of: course) else { return -1 }
          course.append(plans.option(of: place, in: plan))
        }
        return zip(order, course).reduce(start) {
          numbering.replacing($1.0.decision, with: $1.1, in: $0)
        }
      }
      let isPerfect = courses.indices.allSatisfy { place in
        let player = order[courses[place].count].player
        let own = payoff(player, end(courses[place]))
        return (0..<counts[place]).allSatisfy { payoff(player, end(courses[place] + [$0])) <= own }
      }
      if isPerfect { found.insert(end([])) }
    }
    return found
  }

  @Test("Random games: all plans tried from the definition lead to the same outcomes")
  func bruteForce() {
    let wrong = failures(seeds: 60) { random in
      let counts = [[2, 2, 2], [2, 3], [3, 2], [2, 1, 3], [3, 3]][random.int(in: 0...4)]
      let numbering = OutcomeNumbering(optionCounts: counts + [2])
      let players = random.int(in: 1...3)
      let order = random.permutation(of: counts.count).map {
        Mover(decision: $0, player: random.int(in: 0...players - 1))
      }
      let start = random.int(in: 0...numbering.count - 1)
      let most = random.element(of: [1, 3, 50])
      let payoffs = (0..<numbering.count).map { _ in
        (0..<players).map { _ in random.int(in: 0...most) }
      }
      let payoff = { (player: Int, outcome: Int) in payoffs[outcome][player] }
      let play = SequentialPlay(numbering, order: order, from: start, payoff: payoff)
      let expected = Self.slow(numbering, order, start, payoff)
      guard play.outcomes == expected.sorted() else {
        return "\(counts) \(order): \(play.outcomes), not \(expected.sorted())"
      }
      guard expected.contains(play.outcome), play.outcome(after: []) == play.outcome else {
        return "the outcome told is none of them"
      }
      return play.tieCount > 0 || expected.count == 1 ? nil : "several outcomes without a tie"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
