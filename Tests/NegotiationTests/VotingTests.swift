import GameTheory
import Negotiation
import Testing

@Suite("Voting rules of a scenario")
struct VotingTests {
  /// The council of 1958 with its six members, two of them players.
  private static let council = """
    voting: [{
      id: "council", name: "the Council", quota: 12,
      voters: { italy: "Italy", belgium: "Belgium", netherlands: "the Netherlands", luxembourg: "Luxembourg" },
      weights: { us: 4, russia: 4, italy: 4, belgium: 2, netherlands: 2, luxembourg: 1 }, because: ["us-wants"],
    }],
    """

  @Test("players come first, then the other voters; Luxembourg is powerless in 1958")
  func council() throws {
    let plan = try #require(Library.child(Self.council).voting.first)
    #expect(
      plan.voters.map { $0.id } == [
        "us", "russia", "italy", "belgium", "netherlands", "luxembourg",
      ]
    )
    #expect(plan.voters.map { $0.player } == [0, 1, nil, nil, nil, nil])
    #expect(plan.voters[4].name == "the Netherlands")
    let power = try VotingPower(plan)
    let seven = Rational(7, 30)
    let three = Rational(3, 20)
    #expect(power.shapley == [seven, seven, seven, three, three, 0])
    #expect(power.powerless == [5])
    #expect(power.blockers.isEmpty && power.dictator == nil && power.isProper == true)
    #expect(power.winningCount == 14)
    #expect(power.owen == nil)
    // In groups of one, and in one group, the Owen index is Shapley's.
    #expect(try VotingPower(plan, structure: (0..<6).map { [$0] }).owen == power.shapley)
    #expect(try VotingPower(plan, structure: [Array(0..<6)]).owen == power.shapley)
    #expect(throws: CoalitionError.notAPartition) { try VotingPower(plan, structure: [[0, 1]]) }
  }

  @Test("further conditions must be met too, and who has no weight in one has 0")
  func conditions() throws {
    let scenario = try Library.child(
      """
      voting: [{
        id: "both", quota: 2, weights: { us: 1, russia: 1, un: 1 }, voters: { un: "the United Nations" },
        also: [{ quota: 3, weights: { us: 3, russia: 1 } }], because: ["assumption: two chambers"],
      }],
      """
    )
    let power = try VotingPower(try #require(scenario.voting.first))
    #expect(power.plan.vote.conditions.map { $0.weights } == [[1, 1, 1], [3, 1, 0]])
    // The first must agree, and one of the others.
    #expect(power.blockers == [0])
    #expect(power.minimal == [[0, 1], [0, 2]])
    #expect(power.shapley == [Rational(2, 3), Rational(1, 6), Rational(1, 6)])
  }

  @Test("rules are inherited by their ids, changed and deleted")
  func inheritance() throws {
    var library = Library()
    library.texts["council.json5"] = "{ from: \"base.json5\", \(Self.council) }"
    library.texts["quota.json5"] =
      "{ from: \"council.json5\", voting: [{ id: \"council\", quota: 9, weights: { luxembourg: null }, "
      + "voters: { luxembourg: null } }] }"
    let changed = try #require(library.read("quota.json5").scenario?.voting.first)
    #expect(changed.vote.conditions[0].quota == 9)
    #expect(changed.voters.count == 5)
    library.texts["none.json5"] =
      "{ from: \"council.json5\", voting: [{ id: \"council\", delete: true }] }"
    #expect(try #require(library.read("none.json5").scenario).voting.isEmpty)
  }
}
