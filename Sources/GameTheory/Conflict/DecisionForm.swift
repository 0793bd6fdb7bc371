/// A conflict by decisions: each has some options and an owner, and states are combinations of options.
///
/// The form of ``OptionForm`` for decisions with more than two options each. In one move a decision maker may change
/// all of its own decisions at once, from one feasible outcome to another, unless a change of a single decision
/// among them is barred.
public struct DecisionForm: Sendable {
  /// Changes of one decision that cannot be made: from each of some options to each of others.
  public struct Bar: Sendable, Hashable {
    /// The decision.
    public let decision: Int
    /// The options that cannot be left for the others.
    public let from: [Int]
    /// The options that cannot be taken instead; one that is also in `from` bars nothing by itself.
    public let to: [Int]

    /// Creates a bar.
    public init(decision: Int, from: [Int], to: [Int]) {
      self.decision = decision
      self.from = from
      self.to = to
    }
  }

  /// How outcomes are numbered, one digit for each decision.
  public let numbering: OutcomeNumbering
  /// For each decision who makes it; nil where it is held.
  public let owners: [Int?]
  /// The changes that cannot be made.
  public let bars: [Bar]
  /// The feasible outcomes, ascending; these are the states.
  public let outcomes: [Int]
  /// The state of each outcome; -1 where it is none.
  private let states: [Int32]

  /// Creates the form, and lists its states.
  ///
  /// - Parameters:
  ///   - numbering: how outcomes are numbered.
  ///   - owners: for each decision who makes it; nil where it is held at what it is in `base`.
  ///   - base: an outcome that tells where held decisions are held.
  ///   - bars: changes of one decision that cannot be made.
  ///   - isFeasible: tells whether an outcome can be; asked of those with held decisions as in `base`.
  /// - Throws: ``ConflictError/noStates`` and ``ConflictError/listCount(expected:found:)``.
  /// - Complexity: O(*outcomes*).
  public init(
    numbering: OutcomeNumbering,
    owners: [Int?],
    base: Int,
    bars: [Bar] = [],
    isFeasible: (Int) -> Bool = { _ in true }
  ) throws(ConflictError) {
    guard owners.count == numbering.optionCounts.count else {
      throw .listCount(expected: numbering.optionCounts.count, found: owners.count)
    }
    let free = owners.indices.filter { owners[$0] != nil }
    var outcomes: [Int] = []
    numbering.forEach(varying: free, of: base) { if isFeasible($0) { outcomes.append($0) } }
    guard !outcomes.isEmpty else { throw .noStates }
    var states = [Int32](repeating: -1, count: numbering.count)
    for (state, outcome) in outcomes.enumerated() { states[outcome] = Int32(state) }
    self.numbering = numbering
    self.owners = owners
    self.bars = bars
    self.outcomes = outcomes
    self.states = states
  }

  /// The state that is an outcome; nil where the outcome is not feasible, or not as decisions are held.
  public func state(of outcome: Int) -> Int? {
    guard states.indices.contains(outcome), states[outcome] >= 0 else { return nil }
    return Int(states[outcome])
  }

  /// How many moves there can be at most, by all decision makers from all states.
  public func moveBound(decisionMakerCount: Int) -> Int {
    (0..<decisionMakerCount).reduce(0) { bound, mover in
      let strategies = own(of: mover).reduce(1) { $0 * numbering.optionCounts[$1] }
      return bound + outcomes.count * (strategies - 1)
    }
  }

  /// The conflict, with a preference for each decision maker.
  ///
  /// - Throws: ``ConflictError/decisionMakerCount(_:)``, ``ConflictError/unknownOwner(_:)``,
  ///   ``ConflictError/listCount(expected:found:)`` and ``ConflictError/tooMany(limit:)``.
  /// - Complexity: O(*states* × Σ over decision makers of *strategies*).
  public func graph(_ preferences: [ConflictPreference]) throws(ConflictError) -> ConflictGraph {
    let count = preferences.count
    guard 1...ConflictGraph.mostDecisionMakers ~= count else { throw .decisionMakerCount(count) }
    for owner in owners {
      if let owner, !(0..<count ~= owner) { throw .unknownOwner(owner) }
    }
    for preference in preferences where preference.ranks.count != outcomes.count {
      throw .listCount(expected: outcomes.count, found: preference.ranks.count)
    }
    let shifts = (0..<count).map { Shifts(self, own(of: $0)) }
    let table = try MoveTable(stateCount: outcomes.count, moverCount: count) {
      mover,
      state,
      targets in
      shifts[mover].forEach(from: outcomes[state]) { outcome in
        if states[outcome] >= 0 { targets.append(states[outcome]) }
      }
    }
    return ConflictGraph(
      moves: table,
      arrivals: bars.isEmpty ? table : table.reversed,
      ranks: preferences.flatMap { $0.ranks },
      ceilings: preferences.flatMap { $0.ceilings },
      codes: try StateCodes(outcomes.map { UInt64($0) })
    )
  }

  /// The decisions of a decision maker.
  private func own(of mover: Int) -> [Int] { owners.indices.filter { owners[$0] == mover } }

  /// A decision maker's ways to change its decisions.
  private struct Shifts {
    private let numbering: OutcomeNumbering
    private let own: [Int]
    /// What each strategy adds to an outcome's number, ascending.
    private var offsets: [Int] = []
    /// For each pair of strategies whether the one can be left for the other; empty where all can.
    private var isAllowed: [Bool] = []

    init(_ form: DecisionForm, _ own: [Int]) {
      numbering = form.numbering
      self.own = own
      numbering.forEach(varying: own, of: 0) { offsets.append($0) }
      let bars = form.bars.filter { own.contains($0.decision) }
      guard !bars.isEmpty else { return }
      isAllowed.reserveCapacity(offsets.count * offsets.count)
      for old in offsets {
        for new in offsets {
          isAllowed.append(
            bars.allSatisfy { bar in
              let left = numbering.option(of: bar.decision, in: old)
              let taken = numbering.option(of: bar.decision, in: new)
              return left == taken || !bar.from.contains(left) || !bar.to.contains(taken)
            }
          )
        }
      }
    }

    /// Calls the body with each outcome that a move from one could lead to, feasible or not, ascending.
    func forEach(from outcome: Int, _ body: (Int) -> Void) {
      var strategy = 0
      var base = outcome
      for decision in own {
        let option = numbering.option(of: decision, in: outcome)
        strategy = strategy * numbering.optionCounts[decision] + option
        base -= option * numbering.strides[decision]
      }
      for (other, offset) in offsets.enumerated() where other != strategy {
        if isAllowed.isEmpty || isAllowed[strategy * offsets.count + other] { body(base + offset) }
      }
    }
  }
}
