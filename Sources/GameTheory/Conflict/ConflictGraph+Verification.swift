// Checking reasons against the definitions, without a search.
extension ConflictGraph {
  /// Tells whether a reason holds, by the definition of its concept alone.
  ///
  /// A stable state needs a sanction of every improvement: a legal sequence of the others, by improvements where the
  /// concept says so, to a state that is not better, and, where the concept says so, without escape. An unstable
  /// one needs an improvement and a list of answers that is closed: it holds every first move of the others, and
  /// every move by somebody who need not have moved last; and no answer in it is a sanction. A list that holds
  /// more than can be reached proves as much, and is accepted.
  ///
  /// - Complexity: O(moves that are looked at × log *moves*).
  public func verifies(_ reason: StabilityReason) -> Bool {
    guard 0..<stateCount ~= reason.state, 0..<decisionMakerCount ~= reason.decisionMaker else {
      return false
    }
    let improvements = improvements(of: reason.decisionMaker, from: reason.state)
    switch reason.kind {
    case .noImprovement:
      return improvements.isEmpty
    case .sanctioned(let sanctions):
      return reason.concept != .nash && sanctions.map { $0.improvement } == improvements
        && sanctions.allSatisfy { holds($0, reason) }
    case .unsanctioned(let improvement, let answers):
      guard improvements.contains(improvement) else { return false }
      return reason.concept == .nash
        || isClosed(answers, improvement, reason)
          && answers.allSatisfy { !isSanction($0.state, reason) }
    }
  }

  /// Tells whether a state is not better than the one left, and leaves no escape to one that is.
  private func isSanction(_ end: Int, _ reason: StabilityReason) -> Bool {
    let mover = reason.decisionMaker
    if isBetter(end, than: reason.state, for: mover) { return false }
    if !reason.concept.forbidsEscape { return true }
    return !moves(of: mover, from: end).contains { isBetter($0, than: reason.state, for: mover) }
  }

  private func holds(_ sanction: StabilityReason.Sanction, _ reason: StabilityReason) -> Bool {
    var state = sanction.improvement
    var last: Int?
    for move in sanction.answer {
      guard
        move.mover != reason.decisionMaker, move.mover != last,
        0..<decisionMakerCount ~= move.mover,
        0..<stateCount ~= move.state,
        hasMove(of: move.mover, from: state, to: move.state),
        !reason.concept.needsCredibleSanctions
          || isBetter(move.state, than: state, for: move.mover)
      else { return false }
      state = move.state
      last = move.mover
    }
    let escapes = reason.concept.forbidsEscape ? moves(of: reason.decisionMaker, from: state) : []
    return !sanction.answer.isEmpty && state == sanction.end && isSanction(state, reason)
      && sanction.escapesTried == escapes
  }

  /// Tells whether answers to an improvement hold all that can be answered.
  private func isClosed(
    _ answers: [StabilityReason.Answer],
    _ improvement: Int,
    _ reason: StabilityReason
  ) -> Bool {
    var lastMovers = [UInt32](repeating: 0, count: stateCount)
    for answer in answers {
      guard 0..<stateCount ~= answer.state else { return false }
      lastMovers[answer.state] |= answer.lastMovers.bits
    }
    let others = everybody.removing(reason.decisionMaker).members
    func holdsMoves(_ mover: Int, _ state: Int) -> Bool {
      moves(of: mover, from: state).allSatisfy { target in
        Coalition(bits: lastMovers[target]).includes(mover)
          || reason.concept.needsCredibleSanctions
            && !isBetter(target, than: state, for: mover)
      }
    }
    return others.allSatisfy { holdsMoves($0, improvement) }
      && answers.allSatisfy { answer in
        others.allSatisfy { mover in
          answer.lastMovers.removing(mover).isEmpty || holdsMoves(mover, answer.state)
        }
      }
  }
}
