import GameTheory
import Negotiation
import Testing

@Suite("Conflicts from the literature, written as scenarios")
struct KnownConflictsTests {
  private func stability(
    _ text: String,
    _ concepts: [StabilityTest]? = nil
  ) throws -> Stability {
    try Stability(ScenarioModel(try Library.scenario(text)), concepts: concepts)
  }

  /// The options of an outcome as one letter each.
  private func signs(_ outcome: Int, _ stability: Stability) -> String {
    let scenario = stability.model.scenario
    return stability.model.game.numbering.options(of: outcome).enumerated().map {
      decision,
      option in
      let id = scenario.decisions[decision].options[option].id
      return String(id.prefix(1)).uppercased()
    }.joined()
  }

  /// The outcomes that last by a concept.
  private func lasting(_ stability: Stability, _ test: StabilityTest) -> [String] {
    guard let index = stability.concepts.firstIndex(of: test), let table = stability.tables[index]
    else { return ["?"] }
    return table.equilibria.map { signs(stability.outcome(of: $0), stability) }
  }

  @Test("Elmira: equilibria, the coalition that moves from 5 to 8, and the way from the status quo")
  func elmira() throws {
    let stability = try stability(KnownConflicts.elmira)
    let abandoned = ["HAW", "HAI", "MAW", "MAI"]
    // Accepting and abandoning begin with one letter, so outcomes are told apart by their numbers.
    let numbering = stability.model.game.numbering
    func number(_ options: [Int]) -> Int { numbering.outcome(options) }
    let gone = [[0, 2, 0], [0, 2, 1], [1, 2, 0], [1, 2, 1]].map(number)
    let five = number([0, 0, 1])
    let eight = number([1, 1, 1])
    func outcomes(_ concept: StabilityConcept) -> [Int] {
      stability.graph.stability(concept).equilibria.map { stability.outcome(of: $0) }
    }
    let firm = ([five, eight] + gone).sorted()
    #expect(outcomes(.nash) == firm && outcomes(.sequential) == firm)
    let wide = (firm + [number([0, 0, 0]), number([1, 1, 0])]).sorted()
    #expect(outcomes(.generalMetarational) == wide && outcomes(.symmetricMetarational) == wide)
    #expect(abandoned.count == gone.count)

    let start = try #require(stability.state(of: five))
    let verdict = stability.verdict(on: start)
    let joint = try #require(verdict.coalitions?.first { $0.concept == .nash }?.objections)
    #expect(joint.map { $0.coalition } == [Coalition(members: [0, 1])])
    #expect(joint[0].path.last.map { stability.outcome(of: $0.state) } == eight)
    let end = try #require(stability.state(of: eight))
    let last = stability.verdict(on: end)
    #expect(last.coalitions?.allSatisfy { $0.objections.isEmpty } == true)

    let reaches = try #require(stability.reaches(to: [start]))
    #expect(reaches[0].layers == [1, 1])
    #expect(reaches[0].paths[0]?.map { $0.mover } == [2])
  }

  @Test("the Cuban missile crisis, the air strike reversible or not", arguments: [true, false])
  func cuba(isReversible: Bool) throws {
    let tests =
      StabilityTest.basic + [.limited(1), .limited(2), .limited(3), .limited(10), .nonMyopic]
    let stability = try stability(KnownConflicts.cuba(isStrikeReversible: isReversible), tests)
    #expect(stability.graph.stateCount == 12)
    let wide = ["NNNN", "NNYN", "NYNN", "NYYN", "YNNN", "YNYN", "YYYN"]
    #expect(lasting(stability, .basic(.generalMetarational)) == wide)
    #expect(lasting(stability, .basic(.symmetricMetarational)) == wide)
    let struck = isReversible ? [] : ["YNYN"]
    #expect(lasting(stability, .basic(.nash)) == struck)
    #expect(lasting(stability, .basic(.sequential)) == ["NNYN", "NYYN"] + struck)
    #expect(lasting(stability, .basic(.symmetricSequential)) == ["NNYN", "NYYN"] + struck)
    #expect(lasting(stability, .limited(1)) == struck)
    #expect(lasting(stability, .limited(2)) == ["NNYN", "NYYN"] + struck)
    for horizon in [3, 10] { #expect(lasting(stability, .limited(horizon)) == ["NNYN"] + struck) }
  }

  @Test("the Prisoner's Dilemma: cooperation lasts because leaving it is answered")
  func prisonersDilemma() throws {
    let tests = StabilityTest.defined(forMovers: 2) + [.limited(1), .limited(2), .limited(7)]
    let stability = try stability(KnownConflicts.prisonersDilemma, tests)
    #expect(
      lasting(stability, .basic(.nash)) == ["DD"] && lasting(stability, .limited(1)) == ["DD"]
    )
    for test in [
      .basic(.sequential), .basic(.generalMetarational), .basic(.symmetricMetarational),
      .limited(2), .limited(7), .nonMyopic,
    ] as [StabilityTest] {
      #expect(lasting(stability, test) == ["CC", "DD"], "\(test)")
    }
    let sentence = StabilityWording(stability).sentence(
      on: stability.ground(of: 0, at: 0),
      of: 0,
      at: 0
    )
    #expect(
      sentence
        == "Ann stays: if it defects (+1), Bob defects, to its own advantage. That leaves Ann no better off than now "
        + "(-1), without a way out."
    )
  }

  @Test("Chicken: mutual restraint lasts by a threat alone, and by foresight of three moves")
  func chicken() throws {
    let tests = StabilityTest.defined(forMovers: 2) + [.limited(2), .limited(3), .limited(12)]
    let stability = try stability(KnownConflicts.chicken, tests)
    #expect(lasting(stability, .basic(.nash)) == ["CD", "DC"])
    #expect(lasting(stability, .basic(.sequential)) == ["CD", "DC"])
    #expect(lasting(stability, .basic(.generalMetarational)) == ["CC", "CD", "DC"])
    #expect(lasting(stability, .basic(.symmetricMetarational)) == ["CC", "CD", "DC"])
    #expect(lasting(stability, .limited(2)).isEmpty)
    for test in [.limited(3), .limited(12), .nonMyopic] as [StabilityTest] {
      #expect(lasting(stability, test) == ["CC"], "\(test)")
    }
    let sentence = StabilityWording(stability).sentence(
      on: stability.ground(of: 1, at: 0),
      of: 1,
      at: 0
    )
    #expect(
      sentence.hasPrefix(
        "Bob is held by a threat alone: if it defects (+1), the answer could be that Ann defects."
      )
    )
  }

  @Test("a tolerance makes small gains none, exactly at its border")
  func tolerance() throws {
    let model = try ScenarioModel(try Library.scenario(KnownConflicts.prisonersDilemma))
    func nash(_ tolerance: Rational) throws -> [Int] {
      try Stability(model, tolerance: tolerance).graph.stability(.nash).equilibria
    }
    #expect(try nash(0) == [3])
    #expect(try nash(Rational(99) / 100) == [3])
    #expect(try nash(1) == [0, 1, 2, 3])
  }

  @Test(
    "what is asked of two movers is refused for three, and what cannot be answered for too many moves"
  )
  func refusals() throws {
    let elmira = try ScenarioModel(try Library.scenario(KnownConflicts.elmira))
    #expect(throws: ConflictError.needsTwoDecisionMakers(found: 3)) {
      try Stability(elmira, concepts: [.nonMyopic])
    }
    var changes = ScenarioModel.Changes()
    changes.held = Options([.init(decision: 1, option: 0)])
    let two = try Stability(ScenarioModel(elmira.scenario, changes: changes))
    #expect(two.movers == [0, 2] && two.concepts.contains(.nonMyopic))
    changes.held = Options((0..<3).map { .init(decision: $0, option: 0) })
    let still = try Stability(ScenarioModel(elmira.scenario, changes: changes))
    #expect(still.graph.stateCount == 1 && still.movers == [0, 1, 2])
    #expect(still.equilibriumCounts.allSatisfy { $0 == 1 })
    let held = try ScenarioModel(
      try Library.scenario(
        KnownConflicts.game(
          [3, 1, 4, 2],
          conflict:
            "conflict: { because: [\"assumption: so\"], infeasible: [{ id: \"no\", when: { x: \"d\" } }] },"
        )
      ),
      changes: {
        var changes = ScenarioModel.Changes()
        changes.held = Options([.init(decision: 0, option: 1)])
        return changes
      }()
    )
    #expect(throws: ConflictError.noStates) { try Stability(held) }
  }
}
