public import GameTheory

// Why two players stay who could move at the same time, or who look ahead.
extension StabilityWording {
  /// The most moves of a course that are told.
  private static let told = 6

  /// Why players stay at a state or leave it by one of the concepts for two, where that is not yet said by the other
  /// concepts.
  public func sentences(on test: StabilityTest, at state: Int) -> [String] {
    (0..<stability.movers.count).compactMap { mover in
      switch test {
      case .basic: nil
      case .simultaneous:
        stability.simultaneousReason(of: mover, at: state).flatMap { sentence(on: $0) }
      case .limited, .nonMyopic:
        stability.foresight(of: mover, at: state, test).flatMap {
          sentence(on: $0, of: mover, at: state, test)
        }
      }
    }
  }

  /// Why a state is stable by simultaneous sanctions or not; nil where no move pays.
  public func sentence(on reason: SimultaneousReason) -> String? {
    let (mover, state) = (reason.decisionMaker, reason.state)
    let (me, other) = (name(mover), name(1 - mover))
    func move(_ improvement: Int) -> String {
      let deed = steps(from: state, [ConflictMove(mover: mover, state: improvement)])[0]
      return "it " + strip(deed, of: mover) + gain(of: mover, from: state, to: improvement)
    }
    switch reason.kind {
    case .noImprovement: return nil
    case .unsanctioned(let improvement, let counters):
      return "By SIM \(me) leaves: \(move(improvement)), and "
        + (counters.isEmpty
          ? "\(other) has no move that pays at the same time."
          : "nothing that would pay \(other) at the same time makes it regret that.")
    case .sanctioned(let sanctions):
      let first = sanctions[0]
      let counter = steps(from: state, [ConflictMove(mover: 1 - mover, state: first.counter)])[0]
      let end = first.end.map { gain(of: mover, from: state, to: $0) } ?? ""
      return
        "By SIM \(me) stays: if \(move(first.improvement)) while \(counter), which pays as well, it "
        + "is no better off than now\(end)."
    }
  }

  /// What a player foresees, and whether it therefore moves; nil where it has no move.
  public func sentence(
    on foresight: LimitedMoves.Foresight,
    of mover: Int,
    at state: Int,
    _ test: StabilityTest
  ) -> String? {
    guard let last = foresight.path.last else { return nil }
    var steps = steps(from: state, Array(foresight.path.prefix(StabilityWording.told)))
    steps[0] = strip(steps[0], of: mover)
    let course = steps.joined(separator: ", then ")
    let rest = foresight.path.count - StabilityWording.told
    let further =
      rest > 0 ? ", and so on for \(Wording.count(rest, "further move", "further moves"))" : ""
    let start = "\(ahead(foresight, test)) \(name(mover))"
    let worth = gain(of: mover, from: state, to: last.state)
    return foresight.isMove
      ? "\(start) moves: it \(course)\(further). Play ends with \(changes(from: state, to: last.state))\(worth)."
      : "\(start) stays: if it \(course)\(further), it is no better off than now\(worth)."
  }

  /// How far a player looks: `Looking 3 moves ahead or more,`.
  private func ahead(_ foresight: LimitedMoves.Foresight, _ test: StabilityTest) -> String {
    let start = "Looking \(Wording.count(foresight.horizon, "move", "moves")) ahead"
    guard test == .nonMyopic, let farthest = stability.farthest else { return start + "," }
    return farthest.period == 1 || !foresight.isMove
      ? start + " or more," : start + ", and again every \(farthest.period) further,"
  }
}
