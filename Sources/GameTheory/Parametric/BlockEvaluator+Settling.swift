/// Where play settles, for many points at a time.
extension BlockEvaluator {
  /// Some points at which play has gone the same way so far.
  private struct Play {
    var points: UInt64
    var outcome: Int
    var player: Int
    /// How many players in a row have kept their strategies.
    var kept = 0
    /// The states met, in order: outcomes with the player to move.
    var visited: [(outcome: Int, player: Int)] = []
  }

  /// Follows play from an outcome: players in turn revise to a best reply.
  ///
  /// A player whose strategy is a best reply within the tolerance keeps it; ties go to the lowest
  /// strategy number. Play rests when all keep, and cycles when an outcome comes back with the same
  /// player to move.
  ///
  /// - Returns: groups of points, together all active ones.
  public mutating func settle(from start: Int) -> [Settling] {
    if let known = settlings[start] { return known }
    var settled: [Settling] = []
    var plays = [Play(points: active, outcome: start, player: 0)]
    while let play = plays.popLast() { advance(play, into: &settled, splitting: &plays) }
    settlings[start] = settled
    return settled
  }

  private mutating func advance(
    _ play: Play,
    into settled: inout [Settling],
    splitting plays: inout [Play]
  ) {
    var play = play
    while play.points != 0 {
      if play.kept == game.game.playerCount {
        settled.append(Settling(outcome: play.outcome, cycle: [], points: play.points))
        return
      }
      if let first = play.visited.firstIndex(where: { $0 == (play.outcome, play.player) }) {
        let cycle = PlayEnd.withoutRepeats(play.visited[first...].map { $0.outcome })
        settled.append(Settling(outcome: play.outcome, cycle: cycle, points: play.points))
        return
      }
      play.visited.append((play.outcome, play.player))
      let keeping =
        points(ofBestReplyBy: play.player, in: play.outcome) & play.points
      let next = (play.player + 1) % game.game.playerCount
      for (outcome, points) in revisions(play, points: play.points & ~keeping) {
        var moved = play
        moved.points = points
        moved.outcome = outcome
        moved.player = next
        moved.kept = 1
        plays.append(moved)
      }
      play.points = keeping
      play.player = next
      play.kept += 1
    }
  }

  /// Where the player goes at the points where it does not keep its strategy.
  private mutating func revisions(
    _ play: Play,
    points leaving: UInt64
  ) -> [(outcome: Int, points: UInt64)] {
    guard leaving != 0 else { return [] }
    var groups = [(outcome: play.outcome, points: leaving)]
    for component in game.components[play.player] {
      var split: [(outcome: Int, points: UInt64)] = []
      for group in groups {
        var base = group.outcome
        for decision in component.own {
          base -=
            game.game.numbering.option(of: decision, in: base)
            * game.game.numbering.strides[decision]
        }
        var left = group.points
        for step in component.outcomeSteps where left != 0 {
          let best =
            left & points(ofExactEntry: game.entry(of: component, in: base + step))
          if best != 0 { split.append((base + step, best)) }
          left &= ~best
        }
      }
      groups = split
    }
    return groups
  }
}
