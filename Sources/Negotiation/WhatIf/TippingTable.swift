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
    public let below: Tip?
    /// The nearest value above.
    public let above: Tip?

    /// The nearer of the two.
    public var nearest: Tip? {
      guard let below, let above else { return below ?? above }
      return below.distance <= above.distance ? below : above
    }

    /// The smallest change that tips, as a share of the number's size; nil where none does, or where the
    /// number is 0.
    public var relativeChange: Double? {
      guard shipped.signum != 0 else { return nil }
      return nearest.map { $0.distance / abs(shipped.toDouble()) }
    }
  }

  /// A value at which play begins to settle elsewhere.
  public struct Tip: Sendable {
    /// The value.
    public let value: AlgebraicNumber
    /// What is so there.
    public let answer: ParameterLine.Answer
    /// How far it is from the shipped value.
    public let distance: Double

    fileprivate init(
      _ value: AlgebraicNumber,
      _ answer: ParameterLine.Answer,
      from shipped: Rational
    ) {
      self.value = value
      self.answer = answer
      let middle = value.rational ?? (value.lowerBound + value.upperBound) / 2
      distance = (middle - shipped).magnitude.toDouble()
    }
  }

  /// The numbers: those that tip with the smallest relative change first, then those that are 0 by how far
  /// they must move, then those that never tip within their range, in file order.
  public let rows: [Row]
  /// Where play rests at the scenario's own values; nil in a cycle.
  public let rest: Int?

  /// How far numbers without a stated range are searched.
  public static let reach = Rational(1_000_000_000)

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
      if parameter?.isDerived == true || parameter.map({ $0.kind != .real }) == true { continue }
      guard let model = try? ScenarioModel(model, alsoVarying: quantity.path),
        let variable = model.variables[quantity.path]
      else { continue }
      let shipped = model.values[variable]
      let range =
        quantity.range.map { min($0.lowerBound, shipped)...max($0.upperBound, shipped) }
        ?? min(-TippingTable.reach, shipped)...max(TippingTable.reach, shipped)
      guard range.lowerBound < range.upperBound else { continue }
      let line = ParameterLine(model, along: quantity.path, in: range, tolerance: tolerance)
      let tips = TippingTable.tips(line, around: shipped)
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
    func rank(_ row: Row) -> (Int, Double) {
      if let change = row.relativeChange { return (0, change) }
      return row.nearest.map { (1, $0.distance) } ?? (2, 0)
    }
    return rows.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element), rank(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map { $0.element }
  }

  /// The nearest values on both sides where play settles elsewhere than at the shipped one.
  private static func tips(
    _ line: ParameterLine,
    around shipped: Rational
  ) -> (below: Tip?, above: Tip?) {
    let here = AlgebraicNumber(shipped)
    let lower = line.breakpoints.indices.filter { line.breakpoints[$0].value < here }
    let upper = line.breakpoints.indices.filter { here < line.breakpoints[$0].value }
    let at = line.breakpoints.first { $0.value == here }
    let stretch = line.stretches[lower.count]?.answer
    guard let present = at?.answer ?? stretch else { return (nil, nil) }
    func isOther(_ answer: ParameterLine.Answer?) -> Bool {
      answer.map { $0.end != present.end } ?? false
    }
    func tip(_ index: Int, beyond: ParameterLine.Answer?) -> Tip? {
      let here = line.breakpoints[index]
      guard let answer = [beyond, here.answer].first(where: isOther) ?? nil else { return nil }
      return Tip(here.value, answer, from: shipped)
    }
    var below: Tip?
    var above: Tip?
    if at != nil {
      // The shipped value itself is a breakpoint: beside it play may settle elsewhere at once.
      let index = lower.count
      if isOther(line.stretches[index]?.answer) {
        below = tip(index, beyond: line.stretches[index]?.answer)
      }
      if isOther(line.stretches[index + 1]?.answer) {
        above = tip(index, beyond: line.stretches[index + 1]?.answer)
      }
    }
    for index in lower.reversed() where below == nil {
      below = tip(index, beyond: line.stretches[index]?.answer)
    }
    for index in upper where above == nil {
      above = tip(index, beyond: line.stretches[index + 1]?.answer)
    }
    return (below, above)
  }
}
