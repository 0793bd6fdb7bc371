import Documents
import GameTheory
import Sweeps

/// A printed table of influence, salience and position, whose products are rounded.
struct WeightedMeanTable {
  /// A stakeholder, or several that were added; these have neither influence nor position.
  struct Row {
    var influence: Double?
    var salience: Double?
    var position: Double?
    /// Influence times salience, rounded to a whole number where it is printed.
    var weight: Double
    /// The same, times position.
    var moment: Double
  }

  let rows: [Row]
  /// Whether both products are printed.
  let isPrinted: Bool

  init(_ input: Node) throws(CaseFault) {
    guard let columns = try input.need("columns").list({ $0.string }) else {
      throw CaseFault("'columns' is no list of words")
    }
    func place(_ words: [String]) -> Int? { columns.firstIndex { words.contains($0) } }
    let product = place(["I*S as printed", "I*S"])
    let moments = place(["I*S*P as printed", "I*S*P"])
    isPrinted = product != nil && moments != nil
    guard let influence = place(["influence"]), let salience = place(["salience"]),
      let position = place(["position"])
    else { throw CaseFault("there are no columns 'influence', 'salience' and 'position'") }
    var rows: [Row] = []
    for (number, node) in try input.needElements("rows").enumerated() {
      guard let cells = node.elements, cells.count == columns.count else {
        throw CaseFault("row \(number + 1) has not one cell for each column")
      }
      let parts = [influence, salience, position].map { cells[$0].number }
      // What is not printed follows from the rest.
      let weight = product.flatMap { cells[$0].number } ?? WeightedMeanTable.product(parts[..<2])
      let moment = moments.flatMap { cells[$0].number } ?? WeightedMeanTable.product(parts[...])
      guard let weight, let moment else {
        throw CaseFault("row \(number + 1) has neither its numbers nor their products")
      }
      rows.append(
        Row(
          influence: parts[0],
          salience: parts[1],
          position: parts[2],
          weight: weight,
          moment: moment
        )
      )
    }
    self.rows = rows
  }

  private static func product(_ parts: ArraySlice<Double?>) -> Double? {
    let numbers = parts.compactMap { $0 }
    return numbers.count == parts.count ? numbers.reduce(1, *) : nil
  }

  func check(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    if isPrinted { checkProducts(&list) }
    let sums = (rows.reduce(0) { $0 + $1.weight }, rows.reduce(0) { $0 + $1.moment })
    for member in expected.members ?? [] {
      let key = member.key
      switch key {
      case "sum_ISP": list.absolute(key, [sums.1], [try expected.needNumber(key)])
      case "sum_IS":
        // The sum of printed numbers, each rounded to a whole one.
        let allowed = 0.5 * Double(rows.count)
        let sum = try expected.needNumber(key)
        list.within(key, [sums.0], [sum], [allowed], tolerance: allowed)
      case "weighted_mean":
        let used = rows.filter { $0.weight > 0 }
        let positions = used.map { $0.position ?? $0.moment / $0.weight }
        let found = WeightedPosition.mean(positions, weights: used.map { $0.weight })
        list.absolute(key, [found], [try expected.needNumber(key)])
      default: list.skip(key, "words about the forecast, which no equation gives")
      }
    }
  }

  /// Checks the products of rows against what is printed, as far as influence is known to two decimals.
  private func checkProducts(_ list: inout CheckList) {
    for (index, row) in rows.enumerated() {
      guard let influence = row.influence, let salience = row.salience, let position = row.position
      else {
        list.skip("row \(index + 1)", "a sum of stakeholders whose numbers are not in the file")
        continue
      }
      let actor = SpatialActor(position: position, salience: salience, capability: influence)
      let slack = 0.005 * salience + 0.5
      list.within(
        "row \(index + 1)",
        [actor.weight, actor.weight * position],
        [row.weight, row.moment],
        [slack, slack * max(1, position)],
        tolerance: slack
      )
    }
  }
}
