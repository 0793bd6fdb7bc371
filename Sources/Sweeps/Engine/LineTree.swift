public import GameTheory

/// Lines of a grid, which lie along its last axis, put in an order in which neighbours have what is certain
/// for all of them decided once.
///
/// On each line what is still open changes its sign at most once, at a place that is found by division:
/// so the cost of a line hardly grows with the points on it.
public struct LineTree: Sendable {
  /// The variable along the lines.
  public let variable: Int
  /// The variables of the other axes.
  public let variables: [Int]
  private var tree: SampleTree
  private var places: [Double] = []

  /// To find the places where a line's signs change costs about as much as so many samples.
  private static let weight = 16

  /// Creates a tree for lines of a game's box.
  ///
  /// - Parameters:
  ///   - game: the game, folded over the box; its rows are affine in the last variable.
  ///   - variables: for each axis the variable of the game.
  ///   - lines: how many lines there are at a time, about.
  ///   - loads: how many times so many lines come, about.
  public init(_ game: FoldedGame, variables: [Int], lines: Int, loads: Int = 1) {
    precondition(!variables.isEmpty)
    variable = variables[variables.count - 1]
    self.variables = Array(variables.dropLast())
    tree = SampleTree(
      game,
      variables: self.variables,
      samples: lines,
      loads: loads,
      weight: LineTree.weight
    )
  }

  /// Makes an evaluator ready for the tree.
  public func prepare(_ evaluator: inout BlockEvaluator) { tree.prepare(&evaluator) }

  /// Takes other lines: for each one value on every axis but the last.
  public mutating func load(_ places: [Double], lines: Int) {
    self.places = places
    tree.load(0..<lines, of: places)
  }

  /// Goes through the lines, in neighbourhoods.
  ///
  /// - Parameters:
  ///   - evaluator: made ready with ``prepare(_:)``.
  ///   - values: gives a line's values on the last axis, strictly ascending.
  ///   - body: called for each block of up to 64 points, which are loaded, with the line's number and
  ///     the points on it.
  public func visit(
    _ evaluator: inout BlockEvaluator,
    values: (_ line: Int) -> ArraySlice<Double>,
    _ body: (inout BlockEvaluator, _ line: Int, _ points: Range<Int>) -> Void
  ) {
    tree.visitUnloaded(&evaluator) { evaluator, lines in
      for line in lines {
        let line = Int(line)
        let values = values(line)
        evaluator.loadLine(along: variable, values: values, variables: variables) {
          places[line * variables.count + $0]
        }
        var start = 0
        while start < values.count {
          let end = min(start + BlockEvaluator.capacity, values.count)
          evaluator.loadPoints(ofLine: start..<end)
          body(&evaluator, line, start..<end)
          start = end
        }
      }
    }
  }
}
