public import GameTheory

/// For every number of a scenario how far it must move for play to settle elsewhere.
public struct TippingTable: Sendable {
  /// One number.
  public struct Row: Sendable {
    /// Its path.
    public let path: String
    /// Its value.
    public let shipped: Rational
    /// The values searched.
    public let range: ClosedRange<Rational>
    /// Whether the scenario states that range.
    public let isStated: Bool
    /// The nearest value below at which, or just below which, play settles elsewhere; nil for none.
    public let below: ParameterLine.Turn?
    /// The nearest value above.
    public let above: ParameterLine.Turn?

    /// The nearer of the two.
    public var nearest: ParameterLine.Turn? {
      guard let below, let above else { return below ?? above }
      return below.distance <= above.distance ? below : above
    }

    /// The smallest change that tips, as a share of the number's size; nil where none does, or where the
    /// number is 0.
    public var relativeChange: Rational? {
      guard shipped.signum != 0 else { return nil }
      return nearest.map { $0.distance / shipped.magnitude }
    }
  }

  /// The numbers: those that tip with the smallest relative change first, then those that are 0 by how far
  /// they must move, then those that never tip within their range, in file order.
  public let rows: [Row]
  /// Where play rests at the scenario's own values; nil in a cycle.
  public let rest: Int?

  /// How far numbers without a stated range are searched: farther than any scenario's numbers go.
  public static let reach = Rational(10).power(30)

  /// Searches along every number whose values lie anywhere in a range, one at a time.
  ///
  /// - Complexity: one ``ParameterLine`` for each number.
  public init(_ model: ScenarioModel, tolerance: Rational = 0) {
    let scenario = model.scenario
    let exact = ExactGame(model.game, at: model.values)
    let play = exact.settling(from: exact.profile(of: model.statusQuo), tolerance: tolerance)
    rest = play.rest.map { exact.outcome(of: $0) }
    var rows: [Row] = []
    for quantity in scenario.quantities {
      let parameter = scenario.parameters.first { $0.name == quantity.path }
      if parameter?.isDerived == true { continue }
      guard let model = try? ScenarioModel(model, alsoVarying: quantity.path),
        let variable = model.variables[quantity.path]
      else { continue }
      let shipped = model.values[variable]
      let range =
        quantity.range.map { min($0.lowerBound, shipped)...max($0.upperBound, shipped) }
        ?? min(-TippingTable.reach, shipped)...max(TippingTable.reach, shipped)
      guard range.lowerBound < range.upperBound else { continue }
      let line = ParameterLine(model, along: quantity.path, in: range, tolerance: tolerance)
      let present = line.answer(at: shipped)?.end
      let limits = LineLimit.all(of: model, along: quantity.path)
      let isElsewhere = { (answer: ParameterLine.Answer) in answer.end != present }
      let tips =
        switch parameter?.kind ?? .real {
        case .real: line.nearestTurns(around: shipped, within: limits, where: isElsewhere)
        case .integer: line.nearestIntegers(around: shipped, within: limits, where: isElsewhere)
        case .boolean, .categorical:
          line.nearest(
            of: parameter?.kind.options.map { $0.value } ?? [],
            around: shipped,
            within: limits,
            where: isElsewhere
          )
        }
      rows.append(
        Row(
          path: quantity.path,
          shipped: shipped,
          range: range,
          isStated: quantity.range != nil,
          below: tips.below,
          above: tips.above
        )
      )
    }
    self.rows = TippingTable.ranked(rows)
  }

  private static func ranked(_ rows: [Row]) -> [Row] {
    func rank(_ row: Row) -> (Int, Rational) {
      if let change = row.relativeChange { return (0, change) }
      return row.nearest.map { (1, $0.distance) } ?? (2, 0)
    }
    return rows.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element), rank(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map { $0.element }
  }
}
