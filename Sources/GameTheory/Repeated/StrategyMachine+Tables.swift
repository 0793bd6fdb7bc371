extension StrategyMachine {
  /// Where an answer of the other leads, and what is played then.
  typealias Way = (state: Int, play: Play)

  /// Creates a machine from rows: what a state plays, its follower after cooperation, and after defection.
  init(_ rows: [(Play, Int, Int)]) {
    self.init(rows.map { State($0.0, afterCooperation: $0.1, afterDefection: $0.2) })
  }

  /// Creates a machine from one that plays on its way from state to state.
  ///
  /// Each state becomes two, one for each play that leads to it; before them stands the one to begin with.
  ///
  /// - Parameters:
  ///   - first: what is played first, in the first row's state.
  ///   - rows: for each state its ways after cooperation and after defection.
  init(first: Play, _ rows: [(Way, Way)]) {
    func place(_ way: Way) -> Int { 1 + 2 * way.state + way.play.rawValue }
    func state(_ play: Play, _ row: (Way, Way)) -> State {
      State(play, afterCooperation: place(row.0), afterDefection: place(row.1))
    }
    self.init(
      [state(first, rows[0])] + rows.flatMap { [state(.cooperate, $0), state(.defect, $0)] }
    )
  }
}
