import GameTheory
import TestSupport
import Testing

@Suite("Conflicts from the literature")
struct KnownConflictTests {
  /// Fang, Hipel and Kilgour (1993): Ministry of the Environment, Uniroyal, local government; states from 0.
  private func elmira() throws -> ConflictGraph {
    let moves: [[Int: [Int]]] = [
      [1: [2], 3: [4], 5: [6], 7: [8]],
      [1: [3, 9], 2: [4, 9], 3: [9], 4: [9], 5: [7, 9], 6: [8, 9], 7: [9], 8: [9]],
      [1: [5], 2: [6], 3: [7], 4: [8], 5: [1], 6: [2], 7: [3], 8: [4]],
    ]
    let rankings = [
      [7, 3, 4, 8, 5, 1, 2, 6, 9], [1, 4, 8, 5, 9, 3, 7, 2, 6], [7, 3, 5, 1, 8, 6, 4, 2, 9],
    ]
    return try ConflictGraph(
      stateCount: 9,
      moves: moves.map { moves in (1...9).map { moves[$0, default: []].map { $0 - 1 } } },
      ranks: rankings.map { ranking in
        try ConflictGraph.ranks(bestFirst: ranking.map { [$0 - 1] }, stateCount: 9)
      }
    )
  }

  /// A 2 x 2 game by ranks of CC, CD, DC, DD for the row player; the column player's are the mirror's.
  private func game(_ ranks: [Int]) throws -> ConflictGraph {
    let mirror = [0, 2, 1, 3].map { ranks[$0] }
    let payoffs = zip(ranks, mirror).flatMap { [$0, $1] }
    return try ConflictGraph(StrategicGame(strategyCounts: [2, 2], payoffs: payoffs))
  }

  @Test("Elmira: equilibria, the coalition that moves from 5 to 8, and the way from the status quo")
  func elmiraConflict() throws {
    let graph = try elmira()
    let equilibria = StabilityConcept.allCases.map { concept in
      graph.stability(concept).equilibria.map { $0 + 1 }
    }
    let (firm, all) = ([5, 8, 9], [1, 4, 5, 8, 9])
    #expect(equilibria == [firm, all, all, firm, firm])
    let analysis = try CoalitionAnalysis(graph)
    #expect(try analysis.table(.nash).equilibria == [7, 8])
    #expect(try analysis.table(.sequential).equilibria == [7, 8])
    #expect(analysis.improvements(of: Coalition(members: [0, 1]), from: 4) == [7])
    #expect(try analysis.table(.nash).objections(to: 4) == [Coalition(members: [0, 1])])
    let statusQuo = StatusQuoAnalysis(graph, from: 0)
    #expect(statusQuo.layers(.improvements) == [[0], [4]])
    #expect(statusQuo.layers(.all) == [[0], [1, 2, 4, 8], [3, 5, 6], [7]])
    #expect(statusQuo.path(to: 4, .improvements) == [ConflictMove(mover: 2, state: 4)])
    #expect(statusQuo.path(to: 7, .improvements) == nil)
    #expect(statusQuo.step(of: 0, .improvements) == 0)
    #expect(statusQuo.path(to: 7, .all)?.map { $0.state } == [1, 3, 7])
  }

  @Test("the Prisoner's Dilemma")
  func prisonersDilemma() throws {
    let graph = try game([3, 1, 4, 2])
    #expect(graph.stability(.nash).equilibria == [3])
    for concept in StabilityConcept.allCases where concept != .nash {
      #expect(graph.stability(concept).equilibria == [0, 3])
    }
    let moves = try LimitedMoves(graph)
    #expect(moves.stability(horizon: 1).equilibria == [3])
    for horizon in 2...11 { #expect(moves.stability(horizon: horizon).equilibria == [0, 3]) }
    #expect(moves.nonMyopic()?.stability.equilibria == [0, 3])
    let analysis = try CoalitionAnalysis(graph)
    #expect(try analysis.table(.nash).equilibria.isEmpty)
    #expect(analysis.improvements(of: graph.everybody, from: 3) == [0])
    // Mutual cooperation holds for the row player because the other answers its move to DC by DD.
    let sanction = StabilityReason.Sanction(
      improvement: 2,
      answer: [ConflictMove(mover: 1, state: 3)],
      end: 3,
      escapesTried: []
    )
    #expect(graph.reason(for: 0, 0, .sequential).kind == .sanctioned([sanction]))
  }

  @Test("Chicken")
  func chicken() throws {
    let graph = try game([3, 2, 4, 1])
    let equilibria = StabilityConcept.allCases.map { graph.stability($0).equilibria }
    #expect(equilibria == [[1, 2], [0, 1, 2], [0, 1, 2], [1, 2], [1, 2]])
    let moves = try LimitedMoves(graph)
    #expect(moves.stability(horizon: 2).equilibria.isEmpty)
    for horizon in 3...12 { #expect(moves.stability(horizon: horizon).equilibria == [0]) }
    #expect(moves.nonMyopic()?.stability.equilibria == [0])
    // The row player's move from mutual cooperation is answered by nothing that the other likes better.
    #expect(
      graph.reason(for: 0, 0, .sequential).kind == .unsanctioned(improvement: 2, answers: [])
    )
  }

  /// Strike (once and for all) and withdrawal, which exclude each other; invasion, giving up weapons.
  private func korea(_ us: [UInt64], _ north: [UInt64]) throws -> ConflictGraph {
    let form = try OptionForm(
      decisionMakerCount: 2,
      options: [.init(owner: 0, .onlyTaken), .init(owner: 0), .init(owner: 1), .init(owner: 1)],
      infeasible: [OptionPattern(taken: 3, refused: 0)]
    )
    #expect(form.codes == [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14])
    return try form.graph(
      ranks: [us, north].map { ranking in
        form.codes.map { code in -(ranking.firstIndex(of: code) ?? 0) }
      }
    )
  }

  @Test("the United States and North Korea in 2017: published lists")
  func northKorea() throws {
    let graph = try korea(
      [8, 0, 9, 10, 12, 5, 4, 13, 14, 1, 2, 6],
      [6, 14, 2, 10, 0, 4, 12, 5, 1, 13, 8, 9]
    )
    func equilibria(_ table: StabilityTable) -> [UInt64] {
      let codes: [UInt64] = [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14]
      return table.equilibria.map { codes[$0] }
    }
    #expect(equilibria(graph.stability(.nash)) == [0, 5])
    #expect(equilibria(graph.stability(.sequential)) == [0, 5, 10])
    #expect(equilibria(graph.stability(.generalMetarational)) == [0, 4, 5, 10, 12])
    #expect(equilibria(graph.stability(.symmetricMetarational)) == [0, 4, 5, 10, 12])
    // State 4 is added by simultaneous sanctions.
    let (sequential, simultaneous) = (
      graph.stability(.sequential), try graph.simultaneousStability()
    )
    let either = graph.everybody
    let both = (0..<graph.stateCount).filter {
      sequential.stableFor[$0].rawValue | simultaneous.stableFor[$0].rawValue == either.rawValue
    }
    #expect(both == [0, 3, 4, 8])
  }

  @Test("a strategic game's conflict is that of its decisions, and Nash stability its equilibria")
  func structure() throws {
    let found = try failures(seeds: 40) { random in
      let counts = (0..<4).map { _ in random.int(in: 1...3) }
      let owners = [0, 1, 0, nil]
      let numbering = OutcomeNumbering(optionCounts: counts)
      let ranks = (0..<2).map { _ in (0..<numbering.count).map { _ in random.int(in: 0...9) } }
      let graph = try ConflictGraph(numbering: numbering, owners: owners, ranks: ranks)
      for mover in 0..<2 {
        for state in 0..<numbering.count {
          let expected = (0..<numbering.count).filter { other in
            other != state
              && (0..<4).allSatisfy {
                owners[$0] == mover
                  || numbering.option(of: $0, in: other) == numbering.option(of: $0, in: state)
              }
          }
          if graph.moves(of: mover, from: state) != expected { return "\(mover) from \(state)" }
        }
      }
      let profiles = OutcomeNumbering(optionCounts: Array(counts[..<3]))
      let payoffs = (0..<profiles.count * 3).map { _ in random.int(in: 0...9) }
      let game = try StrategicGame(strategyCounts: profiles.optionCounts, payoffs: payoffs)
      let nash = try ConflictGraph(game).stability(.nash).equilibria
      return nash == game.pureEquilibria().map { $0.profile } ? nil : "\(nash)"
    }
    #expect(found.isEmpty, "\(found)")
  }
}
