/// A linear programme: the least or greatest value of a linear function under linear conditions.
///
/// Variables are numbered in the order in which they are added, and so are rows. Over `Rational` it is solved
/// exactly; over `Double` in floating point, with its answer checked (``solve()`` says how).
///
///     var diet = LinearProgram<Rational>(.minimise)
///     let bread = diet.addVariable(cost: 2)
///     let milk = diet.addVariable(cost: 3, within: .between(0, 4))
///     diet.addRow([(bread, 4), (milk, 6)], .atLeast, 30)
///     // diet.solve() is .optimal with objective 15
public struct LinearProgram<Number: LinearProgramNumber>: Sendable {
  /// Whether the least or the greatest value is sought.
  public enum Goal: Sendable {
    /// The least.
    case minimise
    /// The greatest.
    case maximise
  }

  /// Between which values a variable may lie.
  public enum Bounds: Sendable {
    /// Anywhere.
    case free
    /// At the number or above.
    case atLeast(Number)
    /// At the number or below.
    case atMost(Number)
    /// From the first number to the second; nowhere, where the first is above the second.
    case between(Number, Number)

    /// At 0 or above.
    public static var nonnegative: Bounds { .atLeast(0) }

    /// The lower end; nil where there is none.
    public var lower: Number? {
      switch self {
      case .free, .atMost: nil
      case .atLeast(let low), .between(let low, _): low
      }
    }

    /// The upper end; nil where there is none.
    public var upper: Number? {
      switch self {
      case .free, .atLeast: nil
      case .atMost(let high), .between(_, let high): high
      }
    }
  }

  /// How the sum of a row relates to its bound.
  public enum Relation: Sendable {
    /// It is at most the bound.
    case atMost
    /// It is the bound.
    case equal
    /// It is at least the bound.
    case atLeast
  }

  /// A condition: a weighted sum of variables that is at most, at least or exactly a number.
  public struct Row: Sendable {
    /// The variables with their coefficients; a variable has one term at most, none is 0.
    public let terms: [(variable: Int, coefficient: Number)]
    /// How the sum relates to the bound.
    public let relation: Relation
    /// The number on the right.
    public let bound: Number
  }

  /// Whether the least or the greatest value is sought.
  public let goal: Goal
  /// What one unit of each variable adds to the objective.
  public private(set) var costs: [Number] = []
  /// Where each variable may lie.
  public private(set) var bounds: [Bounds] = []
  /// The conditions.
  public private(set) var rows: [Row] = []

  /// Creates a programme without variables and rows.
  public init(_ goal: Goal) {
    self.goal = goal
  }

  /// How many variables there are.
  public var variableCount: Int { costs.count }

  /// Adds a variable and returns its number.
  ///
  /// - Precondition: all numbers are finite.
  public mutating func addVariable(cost: Number = 0, within bounds: Bounds = .nonnegative) -> Int {
    precondition(cost.isFinite && bounds.isFinite, "a variable's numbers are finite")
    costs.append(cost)
    self.bounds.append(bounds)
    return costs.count - 1
  }

  /// Adds several variables alike and returns their numbers.
  public mutating func addVariables(
    _ count: Int,
    cost: Number = 0,
    within bounds: Bounds = .nonnegative
  ) -> Range<Int> {
    let first = costs.count
    for _ in 0..<count { _ = addVariable(cost: cost, within: bounds) }
    return first..<costs.count
  }

  /// Adds a condition and returns its number; coefficients of the same variable add up.
  ///
  /// - Precondition: variables have been added, and all numbers are finite, sums of coefficients too.
  @discardableResult
  public mutating func addRow(
    _ terms: [(variable: Int, coefficient: Number)],
    _ relation: Relation,
    _ bound: Number
  ) -> Int {
    var merged: [(variable: Int, coefficient: Number)] = []
    for term in terms.sorted(by: { $0.variable < $1.variable }) {
      precondition(costs.indices.contains(term.variable), "no variable has this number")
      if let last = merged.last, last.variable == term.variable {
        merged[merged.count - 1].coefficient = last.coefficient + term.coefficient
      } else {
        merged.append(term)
      }
    }
    merged.removeAll { $0.coefficient == 0 }
    precondition(bound.isFinite && merged.allSatisfy { $0.coefficient.isFinite }, "not finite")
    rows.append(Row(terms: merged, relation: relation, bound: bound))
    return rows.count - 1
  }

  /// Adds a condition given by one coefficient for each variable, and returns its number; those left out are 0.
  @discardableResult
  public mutating func addRow(
    _ coefficients: [Number],
    _ relation: Relation,
    _ bound: Number
  ) -> Int {
    addRow(coefficients.enumerated().map { ($0.offset, $0.element) }, relation, bound)
  }

  /// Changes what one unit of a variable adds to the objective.
  public mutating func setCost(of variable: Int, to cost: Number) {
    precondition(cost.isFinite, "a cost is finite")
    costs[variable] = cost
  }

  /// Changes where a variable may lie.
  public mutating func setBounds(of variable: Int, to bounds: Bounds) {
    precondition(bounds.isFinite, "bounds are finite")
    self.bounds[variable] = bounds
  }
}

extension LinearProgram.Bounds {
  /// Whether its numbers are finite.
  var isFinite: Bool { (lower?.isFinite ?? true) && (upper?.isFinite ?? true) }

  /// Whether no number lies within.
  var isEmpty: Bool {
    guard let lower, let upper else { return false }
    return lower > upper
  }
}
