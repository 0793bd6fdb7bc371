/// Backward induction over moves that see all earlier ones.
///
/// Courses of as many moves are numbered in mixed radix, the latest move varying fastest.
struct BackwardInduction {
  /// For each number of moves made and each course of them the place of the option taken next.
  private(set) var choices: [[Int]]
  /// For each course looked at last the outcomes that subgame-perfect play can lead to.
  private(set) var reached: [[Int]]
  /// After how many courses the next move has more than one best option.
  private(set) var tieCount = 0

  private let numbering: OutcomeNumbering
  private let order: [SequentialPlay.Mover]
  private let allowed: [[Int]]
  /// For each number of moves made and each course the outcome that play by the lowest best options leads to.
  private var ends: [[Int]]

  init(
    _ numbering: OutcomeNumbering,
    _ order: [SequentialPlay.Mover],
    _ allowed: [[Int]],
    from outcome: Int
  ) {
    self.numbering = numbering
    self.order = order
    self.allowed = allowed
    var leaves = [outcome]
    for (mover, options) in zip(order, allowed) {
      leaves = leaves.flatMap { leaf in
        options.map { numbering.replacing(mover.decision, with: $0, in: leaf) }
      }
    }
    choices = order.map { _ in [] }
    ends = order.map { _ in [] } + [leaves]
    reached = leaves.map { [$0] }
  }

  /// Decides the move at a depth, all later ones being decided.
  mutating func goBack<Payoff: Comparable>(_ depth: Int, _ payoff: (Int, Int) -> Payoff) {
    let (player, count) = (order[depth].player, allowed[depth].count)
    var (taken, ends, reached): ([Int], [Int], [[Int]]) = ([], [], [])
    for node in 0..<self.ends[depth + 1].count / count {
      let children = node * count..<(node + 1) * count
      let prospects = children.map { payoff(player, self.ends[depth + 1][$0]) }
      var best = 0
      for place in prospects.indices where prospects[place] > prospects[best] { best = place }
      if prospects.indices.contains(where: { $0 != best && prospects[$0] == prospects[best] }) {
        tieCount += 1
      }
      taken.append(best)
      ends.append(self.ends[depth + 1][children.lowerBound + best])
      reached.append(attainable(children) { payoff(player, $0) })
    }
    choices[depth] = taken
    self.ends[depth] = ends
    self.reached = reached
  }

  /// The outcomes that subgame-perfect play can lead to, from those of the courses that are one move longer.
  ///
  /// What follows an option can be played when every other option can be followed by play that is no better
  /// for the player.
  private func attainable<Payoff: Comparable>(
    _ children: Range<Int>,
    _ payoff: (Int) -> Payoff
  ) -> [Int] {
    guard children.count > 1 else { return reached[children.lowerBound] }
    let payoffs = children.map { reached[$0].map(payoff) }
    let worst = payoffs.compactMap { $0.min() }
    var first = 0
    for place in worst.indices where worst[place] > worst[first] { first = place }
    var second = first == 0 ? 1 : 0
    for place in worst.indices where place != first && worst[place] > worst[second] {
      second = place
    }
    var outcomes: [Int] = []
    for (place, child) in children.enumerated() {
      let bar = worst[place == first ? second : first]
      for (index, outcome) in reached[child].enumerated() where payoffs[place][index] >= bar {
        outcomes.append(outcome)
      }
    }
    return outcomes
  }

  /// The moves played, with what would have come of every option, and the outcome.
  func course<Payoff: Comparable>(
    _ payoff: (Int, Int) -> Payoff
  ) -> (steps: [SequentialPlay.Step], end: Int) {
    var node = 0
    var steps: [SequentialPlay.Step] = []
    for (depth, mover) in order.enumerated() {
      let place = choices[depth][node]
      let children = node * allowed[depth].count..<(node + 1) * allowed[depth].count
      let prospects = children.map { ends[depth + 1][$0] }
      let most = payoff(mover.player, prospects[place])
      steps.append(
        SequentialPlay.Step(
          mover: mover,
          option: allowed[depth][place],
          best: allowed[depth].indices.filter { payoff(mover.player, prospects[$0]) == most }
            .map { allowed[depth][$0] },
          options: allowed[depth],
          prospects: prospects
        )
      )
      node = node * allowed[depth].count + place
    }
    return (steps, ends[order.count][node])
  }
}
