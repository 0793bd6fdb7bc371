/// A linear programme as the simplex method takes it: minimise costs × x where columns × x + slacks = bounds.
///
/// Every variable is at least 0, and at most its width if it has one, or free. The slack of a row is at least 0;
/// that of an equation is 0. How the variables and rows of the programme are had from it is kept beside.
struct StandardForm<Number: Sendable>: Sendable {
  var rowCount: Int
  var columnCount: Int
  /// Column after column.
  var coefficients: [Number]
  var bounds: [Number]
  var costs: [Number]
  /// How far each column may go, nil for any distance.
  var widths: [Number?]
  var isFree: [Bool]
  /// Whether a row's slack must be 0.
  var isEquation: [Bool]

  /// The same with every number replaced.
  func map<Other>(_ change: (Number) -> Other) -> StandardForm<Other> {
    StandardForm<Other>(
      rowCount: rowCount,
      columnCount: columnCount,
      coefficients: coefficients.map(change),
      bounds: bounds.map(change),
      costs: costs.map(change),
      widths: widths.map { $0.map(change) },
      isFree: isFree,
      isEquation: isEquation
    )
  }
}

/// How a standard form is had from a programme: x = origin + x' / scale, and each row times its factor.
struct StandardScaling<Number: LinearProgramNumber>: Sendable {
  /// The value that each variable is counted from.
  var origins: [Number] = []
  /// For each variable how many units of its column make one; negative where it counts downwards.
  var scales: [Number] = []
  /// By what each row is multiplied; negative for rows `atLeast`.
  var factors: [Number] = []
  /// By what costs are multiplied; negative when maximising.
  var costFactor: Number = 1
}

extension LinearProgram {
  /// The standard form, with scales as the closures say.
  ///
  /// - Parameters:
  ///   - columnScale: a number above 0, from the number of the variable and how far it may go.
  ///   - rowFactor: a number above 0, from the coefficients of a row, or the costs, and its bound.
  /// - Returns: the form, and how the programme's variables and rows are had from it.
  func standardForm(
    columnScale: (Int, Number?) -> Number,
    rowFactor: (_ coefficients: [Number], _ bound: Number) -> Number
  ) -> (form: StandardForm<Number>, scaling: StandardScaling<Number>) {
    var scaling = StandardScaling<Number>()
    var widths: [Number?] = []
    var isFree: [Bool] = []
    for (variable, bounds) in bounds.enumerated() {
      var width: Number?
      if let low = bounds.lower, let high = bounds.upper { width = high - low }
      let scale = columnScale(variable, width)
      isFree.append(bounds.lower == nil && bounds.upper == nil)
      let isMirrored = bounds.lower == nil && bounds.upper != nil
      scaling.origins.append(bounds.lower ?? bounds.upper ?? 0)
      scaling.scales.append(isMirrored ? -scale : scale)
      widths.append(width.map { $0 * scale })
    }
    let count = rows.count
    var coefficients = [Number](repeating: 0, count: count * variableCount)
    var right: [Number] = []
    for (index, row) in rows.enumerated() {
      let scaled = row.terms.map { $0.coefficient / scaling.scales[$0.variable] }
      let moved = row.terms.reduce(row.bound) {
        $0 - $1.coefficient * scaling.origins[$1.variable]
      }
      let size = rowFactor(scaled, moved)
      let factor = row.relation == .atLeast ? -size : size
      scaling.factors.append(factor)
      right.append(moved * factor)
      for (term, number) in zip(row.terms, scaled) {
        coefficients[term.variable * count + index] = number * factor
      }
    }
    let scaledCosts = zip(costs, scaling.scales).map { $0 / $1 }
    let size = rowFactor(scaledCosts, 0)
    scaling.costFactor = goal == .minimise ? size : -size
    let form = StandardForm<Number>(
      rowCount: count,
      columnCount: variableCount,
      coefficients: coefficients,
      bounds: right,
      costs: scaledCosts.map { $0 * scaling.costFactor },
      widths: widths,
      isFree: isFree,
      isEquation: rows.map { $0.relation == .equal }
    )
    return (form, scaling)
  }
}

extension StandardScaling {
  /// The variables of the programme, from the columns of the standard form.
  func values(of columns: [Number]) -> [Number] {
    columns.indices.map { origins[$0] + columns[$0] / scales[$0] }
  }

  /// A change of the variables, from that of the columns.
  func directions(of columns: [Number]) -> [Number] {
    columns.indices.map { columns[$0] / scales[$0] }
  }

  /// The dual values of the programme's rows, from those of the standard form.
  func duals(of prices: [Number]) -> [Number] {
    prices.indices.map { prices[$0] * factors[$0] / costFactor }
  }

  /// The multipliers of a Farkas vector, from the prices of the first phase.
  func multipliers(of prices: [Number]) -> [Number] {
    prices.indices.map { -(prices[$0] * factors[$0]) }
  }
}

extension LinearProgram {
  /// An optimum, with what follows from its values and prices.
  func solution(
    _ values: [Number],
    _ duals: [Number],
    basis: [BasicQuantity],
    _ effort: SimplexEffort
  ) -> Solution {
    Solution(
      values: values,
      objective: Summands(values).sum(weights: costs).sum,
      duals: duals,
      reducedCosts: remainders(of: costs, less: duals).map { $0.sum },
      basis: basis,
      effort: effort
    )
  }
}
