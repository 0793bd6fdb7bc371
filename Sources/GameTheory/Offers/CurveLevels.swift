/// What concession curves ask for in each round, worked out once for many talks.
struct CurveLevels: Sendable {
  /// By curve and then by round.
  private(set) var levels: [Double] = []
  private var curves: [ConcessionCurve] = []
  private var rounds = 0

  /// No curves.
  init() {}

  /// Works out the curves of negotiators, each once.
  init(_ negotiators: [Negotiator], rounds: Int) {
    self.rounds = rounds
    for case .time(let curve) in negotiators.map({ $0.tactic }) where !curves.contains(curve) {
      curves.append(curve)
      for round in 0..<rounds {
        levels.append(curve.aspiration(at: Double(round + 1) / Double(rounds + 1)) ?? 1)
      }
    }
  }

  /// Where a negotiator's curve begins; -1 where it is not among them.
  func start(of negotiator: Negotiator?) -> Int {
    guard case .time(let curve) = negotiator?.tactic, let place = curves.firstIndex(of: curve)
    else { return -1 }
    return place * rounds
  }
}
