/// A conflict by options: each decision maker takes some of its own, and states are combinations of them.
///
/// In one move a decision maker may change all of its own options at once, from one feasible combination to another.
/// An option that is irreversible one way, once changed that way, stays.
///
/// - Source: Howard, Paradoxes of Rationality (1971); Fang, Hipel and Kilgour, Interactive Decision Making (1993),
///   section 2.6.
public struct OptionForm: Sendable {
  /// Which ways an option can be changed.
  public enum Reversibility: Sendable, Hashable, CaseIterable {
    /// Both ways.
    case both
    /// It can be taken, and then not be given up.
    case onlyTaken
    /// It can be given up, and then not be taken.
    case onlyRefused
  }

  /// An option.
  public struct Option: Sendable, Hashable {
    /// Whose it is.
    public let owner: Int
    /// Which ways it can be changed.
    public let reversibility: Reversibility

    /// Creates an option.
    public init(owner: Int, _ reversibility: Reversibility = .both) {
      self.owner = owner
      self.reversibility = reversibility
    }
  }

  /// How many decision makers there are.
  public let decisionMakerCount: Int
  /// The options.
  public let options: [Option]
  /// The feasible combinations of options, ascending, as bits, the first option being the lowest; these are the states.
  public let codes: [UInt64]

  /// Creates the form, and lists its states.
  ///
  /// - Parameters:
  ///   - decisionMakerCount: how many decision makers there are.
  ///   - options: the options in order.
  ///   - infeasible: combinations that fit one of these are no states.
  ///   - limit: how many combinations are looked at, at most.
  /// - Throws: ``ConflictError/decisionMakerCount(_:)``, ``ConflictError/unknownOwner(_:)``,
  ///   ``ConflictError/tooMany(limit:)`` and ``ConflictError/noStates``.
  /// - Complexity: O(2^*options* × *patterns*).
  public init(
    decisionMakerCount: Int,
    options: [Option],
    infeasible: [OptionPattern] = [],
    limit: Int = 1 << 20
  ) throws(ConflictError) {
    guard 1...ConflictGraph.mostDecisionMakers ~= decisionMakerCount else {
      throw .decisionMakerCount(decisionMakerCount)
    }
    for option in options where !(0..<decisionMakerCount ~= option.owner) {
      throw .unknownOwner(option.owner)
    }
    guard options.count < OptionPattern.limit, UInt64(1) << UInt64(options.count) <= UInt64(limit)
    else { throw .tooMany(limit: limit) }
    let all = 0..<UInt64(1) << UInt64(options.count)
    codes = all.filter { code in !infeasible.contains { $0.matches(code) } }
    guard !codes.isEmpty else { throw .noStates }
    self.decisionMakerCount = decisionMakerCount
    self.options = options
  }

  /// The conflict with preferences given as ranks by decision maker and then by state.
  ///
  /// - Throws: ``ConflictError/listCount(expected:found:)`` and ``ConflictError/tooMany(limit:)``.
  /// - Complexity: O(*decision makers* × *states* × log *states* + pairs of states that differ in one decision
  ///   maker's options only).
  public func graph(ranks: [[Int]]) throws(ConflictError) -> ConflictGraph {
    let dense = try ConflictGraph.dense(ranks, codes.count, decisionMakerCount)
    let groups = (0..<decisionMakerCount).map { Groups(codes, own(of: $0)) }
    let table = try MoveTable(stateCount: codes.count, moverCount: decisionMakerCount) {
      mover,
      state,
      targets in
      for target in groups[mover].members(of: state)
      where target != state && allows(codes[state], codes[target]) {
        targets.append(Int32(target))
      }
    }
    return ConflictGraph(
      moves: table,
      arrivals: table.reversed,
      ranks: dense,
      codes: try StateCodes(codes)
    )
  }

  /// The conflict with preferences given by statements, by decision maker.
  ///
  /// - Throws: as ``graph(ranks:)``.
  public func graph(preferences: [OptionPrioritisation]) throws(ConflictError) -> ConflictGraph {
    try graph(ranks: preferences.map { $0.ranks(of: codes) })
  }

  /// The options of a decision maker, as bits.
  private func own(of decisionMaker: Int) -> UInt64 {
    var bits: UInt64 = 0
    for (place, option) in options.enumerated() where option.owner == decisionMaker {
      bits |= 1 << UInt64(place)
    }
    return bits
  }

  /// Tells whether no option is changed a way that it cannot be.
  private func allows(_ from: UInt64, _ to: UInt64) -> Bool {
    for (place, option) in options.enumerated() {
      let bit = UInt64(1) << UInt64(place)
      switch option.reversibility {
      case .both: continue
      case .onlyTaken where from & bit != 0 && to & bit == 0: return false
      case .onlyRefused where from & bit == 0 && to & bit != 0: return false
      case .onlyTaken, .onlyRefused: continue
      }
    }
    return true
  }

  /// States that differ in one decision maker's options only.
  private struct Groups {
    /// The states, those of a group together, each group ascending.
    private let order: [Int32]
    /// Where the group of each state begins and ends in `order`.
    private let bounds: [(start: Int32, end: Int32)]

    init(_ codes: [UInt64], _ own: UInt64) {
      let order = codes.indices.sorted { (codes[$0] & ~own, $0) < (codes[$1] & ~own, $1) }
      var bounds = [(start: Int32, end: Int32)](repeating: (0, 0), count: codes.count)
      var start = 0
      while start < order.count {
        let key = codes[order[start]] & ~own
        var end = start
        while end < order.count, codes[order[end]] & ~own == key { end += 1 }
        for place in start..<end { bounds[order[place]] = (Int32(start), Int32(end)) }
        start = end
      }
      self.order = order.map { Int32($0) }
      self.bounds = bounds
    }

    func members(of state: Int) -> some Sequence<Int> {
      order[Int(bounds[state].start)..<Int(bounds[state].end)].lazy.map { Int($0) }
    }
  }
}
