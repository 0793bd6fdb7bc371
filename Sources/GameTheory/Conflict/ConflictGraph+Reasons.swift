// Reasons of stability, one state at a time.
extension ConflictGraph {
  /// Says why a state is stable for a decision maker, or why not.
  ///
  /// Sanctions have as few moves as can be. Where a state is unstable, the first improvement that nobody sanctions
  /// is given, the most preferred first.
  ///
  /// - Complexity: O(*improvements* × (*states* × *decision makers* + *moves*)).
  public func reason(
    for state: Int,
    _ decisionMaker: Int,
    _ concept: StabilityConcept
  ) -> StabilityReason {
    StabilityReason(
      concept: concept,
      decisionMaker: decisionMaker,
      state: state,
      kind: kind(state, decisionMaker, concept)
    )
  }

  private func kind(_ state: Int, _ mover: Int, _ concept: StabilityConcept) -> StabilityReason.Kind
  {
    let base = mover * stateCount
    let improvements = improvements(of: mover, from: state)
      .sorted { (-ranks[base + $0], $0) < (-ranks[base + $1], $1) }
    guard let first = improvements.first else { return .noImprovement }
    if concept == .nash { return .unsanctioned(improvement: first, answers: []) }
    var sanctions: [StabilityReason.Sanction] = []
    var search = GroupSearch(self)
    let others = everybody.removing(mover)
    for improvement in improvements {
      let end = search.run(from: improvement, by: others, improving: concept.needsCredibleSanctions)
      { isSanction($0, state, mover, concept) }
      guard let end, let answer = search.path(to: end) else {
        return .unsanctioned(improvement: improvement, answers: search.answers)
      }
      sanctions.append(
        StabilityReason.Sanction(
          improvement: improvement,
          answer: answer,
          end: end,
          escapesTried: concept.forbidsEscape ? moves(of: mover, from: end) : []
        )
      )
    }
    return .sanctioned(sanctions.sorted { $0.improvement < $1.improvement })
  }

  /// What the others can bring about after an improvement: R_{N-i}(s1), or R+_{N-i}(s1).
  func answers(to improvement: Int, of mover: Int, _ concept: StabilityConcept) -> GroupList {
    GroupList(
      self,
      from: improvement,
      by: everybody.removing(mover),
      improving: concept.needsCredibleSanctions
    )
  }

  /// Tells whether a state, once the others have brought it about, keeps a decision maker from leaving another.
  private func isSanction(_ end: Int, _ state: Int, _ mover: Int, _ concept: StabilityConcept)
    -> Bool
  {
    guard !isBetter(end, than: state, for: mover) else { return false }
    return !concept.forbidsEscape
      || moves.places(mover, end).allSatisfy {
        !isBetter(Int(moves.targets[$0]), than: state, for: mover)
      }
  }
}

extension GroupSearch {
  /// All states that the last search met, ascending, with those who may have moved last.
  fileprivate var answers: [StabilityReason.Answer] {
    first.indices.filter { first[$0] >= 0 }.map {
      StabilityReason.Answer(state: $0, lastMovers: Coalition(bits: lastMovers[$0]))
    }
  }
}
