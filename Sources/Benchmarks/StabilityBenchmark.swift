import GameTheory
import Negotiation

/// How fast all states of a conflict are put to the concepts of stability, on one thread.
struct StabilityBenchmark {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    print(
      "stability: every state of a conflict for everybody, 1 thread, beside the definitions written out"
    )
    let concepts = StabilityConcept.allCases
    let basic = concepts.filter { $0 != .symmetricSequential }
    if let graph = StabilityBenchmark.random() {
      measure("512 states, 4 concepts", runs: 11, graph, basic)
      compare("512 states, 4 concepts", graph, basic)
    }
    guard let model = try? ScenarioModel(scenario), let whole = try? Stability(model) else {
      return Benchmarks.complain("the scenario is no conflict that can be analysed")
    }
    let count = whole.graph.stateCount
    let time = Timing(runs: 5) { _ = try? Stability(model, concepts: StabilityTest.basic) }
    report(
      "\(count) states, from payoffs on",
      time.median * 1000,
      "ms, median of 5"
    )
    measure("\(count) states, 5 concepts", runs: 5, whole.graph, concepts)
    if let part = StabilityBenchmark.part(of: model) {
      let size = "\(part.graph.stateCount) states, 5 concepts"
      measure(size, runs: 5, part.graph, concepts)
      compare(size, part.graph, concepts)
    }
    let verdict = Timing(runs: 3) {
      _ = whole.state(of: model.statusQuo).map { whole.verdict(on: $0) }
    }
    report(
      "status quo explained",
      verdict.median * 1000,
      "ms, median of 3"
    )
  }

  private func measure(
    _ name: String,
    runs: Int,
    _ graph: ConflictGraph,
    _ concepts: [StabilityConcept]
  ) {
    let time = Timing(runs: runs) { for concept in concepts { _ = graph.stability(concept) } }
    report(name, time.median * 1000, "ms, median of \(runs)")
  }

  private func compare(_ name: String, _ graph: ConflictGraph, _ concepts: [StabilityConcept]) {
    let direct = DirectStability(graph)
    var found: [[UInt64]] = []
    let time = Timing(runs: 1) { found = concepts.map { direct.stableFor($0) } }
    let expected = concepts.map { graph.stability($0).stableFor.map { $0.rawValue } }
    guard found == expected else {
      return Benchmarks.complain("\(name): the definitions give another answer")
    }
    report("", time.best * 1000, "ms by the definitions written out, with the same answers")
  }

  /// Five players with 9 decisions of two options each, and random preferences.
  private static func random() -> ConflictGraph? {
    var state: UInt64 = 1
    let numbering = OutcomeNumbering(optionCounts: [Int](repeating: 2, count: 9))
    let ranks = (0..<5).map { _ in
      (0..<numbering.count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 40)
      }
    }
    return try? ConflictGraph(numbering: numbering, owners: (0..<9).map { $0 % 5 }, ranks: ranks)
  }

  /// The scenario with as many of its last decisions held as leave 1,500 states or fewer.
  private static func part(of model: ScenarioModel) -> Stability? {
    var changes = ScenarioModel.Changes()
    var count = model.game.numbering.count
    var held: [Options.Choice] = []
    for (decision, options) in model.scenario.decisions.enumerated() where count > 1500 {
      count /= options.options.count
      held.append(
        Options.Choice(decision: decision, option: model.scenario.statusQuo[decision])
      )
    }
    changes.held = Options(held)
    return (try? ScenarioModel(model.scenario, changes: changes)).flatMap { try? Stability($0) }
  }
}

/// Stability as one would write it first: for each improvement a search of its own for a sanction.
private struct DirectStability {
  private let graph: ConflictGraph
  private let moves: [[[Int]]]

  init(_ graph: ConflictGraph) {
    self.graph = graph
    moves = (0..<graph.decisionMakerCount).map { mover in
      (0..<graph.stateCount).map { graph.moves(of: mover, from: $0) }
    }
  }

  func stableFor(_ concept: StabilityConcept) -> [UInt64] {
    (0..<graph.stateCount).map { state in
      (0..<graph.decisionMakerCount).reduce(0) {
        isStable(state, $1, concept) ? $0 | 1 << UInt64($1) : $0
      }
    }
  }

  private func isStable(_ state: Int, _ mover: Int, _ concept: StabilityConcept) -> Bool {
    moves[mover][state].allSatisfy { target in
      !graph.isBetter(target, than: state, for: mover)
        || concept != .nash && isSanctioned(target, state, mover, concept)
    }
  }

  private func isSanctioned(
    _ start: Int,
    _ state: Int,
    _ mover: Int,
    _ concept: StabilityConcept
  ) -> Bool {
    let players = graph.decisionMakerCount
    var isSeen = [Bool](repeating: false, count: graph.stateCount * players)
    var left = [(state: start, last: -1)]
    while let here = left.popLast() {
      for next in 0..<players where next != mover && next != here.last {
        for target in moves[next][here.state] {
          let place = target * players + next
          if isSeen[place] { continue }
          if concept.needsCredibleSanctions, !graph.isBetter(target, than: here.state, for: next) {
            continue
          }
          isSeen[place] = true
          if !graph.isBetter(target, than: state, for: mover),
            !concept.forbidsEscape
              || moves[mover][target].allSatisfy({ !graph.isBetter($0, than: state, for: mover) })
          {
            return true
          }
          left.append((target, next))
        }
      }
    }
    return false
  }
}
