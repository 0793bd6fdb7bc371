/// Where a conflict can go from the status quo, and in how many moves.
///
/// Everybody may move, by legal sequences: nobody moves twice in a row. States are found in layers by the
/// number of moves, once for all moves and once for improvements of their movers alone.
///
/// - Complexity: O(*states* × *decision makers* + *moves*).
/// - Source: Li, Kilgour and Hipel, Status quo analysis in the graph model for conflict resolution (2005).
public struct StatusQuoAnalysis: Sendable {
  /// What moves count.
  public enum Moves: Sendable, Hashable, CaseIterable {
    /// All moves.
    case all
    /// Moves to states that their movers like better than the one they leave.
    case improvements
  }

  /// The status quo.
  public let statusQuo: Int
  private let lists: [Moves: GroupList]

  /// Analyses a conflict from a status quo.
  public init(_ graph: ConflictGraph, from statusQuo: Int) {
    self.statusQuo = statusQuo
    var lists: [Moves: GroupList] = [:]
    for moves in Moves.allCases {
      lists[moves] = GroupList(
        graph,
        from: statusQuo,
        by: graph.everybody,
        improving: moves == .improvements
      )
    }
    self.lists = lists
  }

  /// The states by the number of moves in which they are first reached, each layer ascending.
  ///
  /// The first layer is the status quo alone.
  public func layers(_ moves: Moves) -> [[Int]] {
    var layers = [[statusQuo]]
    guard let list = lists[moves] else { return layers }
    for (state, step) in list.firstSteps where state != statusQuo {
      while layers.count <= step { layers.append([]) }
      layers[step].append(state)
    }
    return layers.map { $0.sorted() }
  }

  /// In how many moves a state is first reached: 0 for the status quo, nil where it is not reached.
  public func step(of state: Int, _ moves: Moves) -> Int? {
    path(to: state, moves)?.count
  }

  /// A legal sequence with as few moves as can be; empty for the status quo, nil where the state is not reached.
  public func path(to state: Int, _ moves: Moves) -> [ConflictMove]? {
    state == statusQuo ? [] : lists[moves]?.path(to: state)
  }
}
