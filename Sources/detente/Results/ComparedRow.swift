import Sweeps

/// A row of a result in terms that two results share.
struct ComparedRow {
  let sample: Int
  /// The values, in the order of the first result's axes.
  let values: [ResultRow.Value?]
  /// The outcome's number among the names; nil where the row was not computed.
  let outcome: Int?
  let equilibria: [Int]
  /// The payoffs of the players that both have.
  let payoffs: [Double?]
  /// The claims that both have.
  let claims: [Bool?]
}

/// Reads the rows of one of two results in terms that both share.
final class ComparedRows {
  private let rows: ResultRows
  private let common: CommonColumns
  private let isFirst: Bool
  private let names: OutcomeNames
  private var known: [Int: Int] = [:]
  private(set) var present: ComparedRow?

  init(
    _ result: ResultFile,
    _ common: CommonColumns,
    isFirst: Bool,
    _ names: OutcomeNames
  ) throws(Failure) {
    rows = try result.rows { $0.kind != .equilibriumCount }
    self.common = common
    self.isFirst = isFirst
    self.names = names
  }

  /// Goes to the next row; false after the last, from where on there is no present row.
  func next() throws(Failure) -> Bool {
    guard try rows.next() else {
      present = nil
      return false
    }
    let row = rows.row
    present = ComparedRow(
      sample: row.sample,
      values: common.places(.axis, isFirst).map { row.values[$0] },
      outcome: row.isComputed ? outcome(row) : nil,
      equilibria: row.equilibria,
      payoffs: common.places(.payoff, isFirst).map { row.payoffs[$0] },
      claims: common.places(.claim, isFirst).map { row.claims[$0] }
    )
    return true
  }

  private func outcome(_ row: ResultRow) -> Int {
    guard let settled = row.settled else { return OutcomeNames.cycle }
    if let number = known[settled] { return number }
    let words = common.places(.decision, isFirst).map { rows.option($0) ?? "" }
    let number = names.number(of: words)
    known[settled] = number
    return number
  }
}

/// The columns that two results both have, by kind: their ids, and where they stand in each.
struct CommonColumns {
  private var matches: [ResultColumn.Kind: [(id: String, first: Int, second: Int)]] = [:]
  /// The ids that only the first, or only the second has, by kind.
  private(set) var onlyFirst: [ResultColumn.Kind: [String]] = [:]
  private(set) var onlySecond: [ResultColumn.Kind: [String]] = [:]

  static let kinds: [ResultColumn.Kind] = [.axis, .decision, .payoff, .claim]

  init(_ first: ResultFile, _ second: ResultFile) {
    for kind in CommonColumns.kinds {
      let (mine, others) = (first.columns(kind), second.columns(kind))
      matches[kind] = mine.compactMap { column in
        others.first { $0.id == column.id }.map { (column.id, column.position, $0.position) }
      }
      onlyFirst[kind] = mine.map { $0.id }.filter { id in !others.contains { $0.id == id } }
      onlySecond[kind] = others.map { $0.id }.filter { id in !mine.contains { $0.id == id } }
    }
  }

  func ids(_ kind: ResultColumn.Kind) -> [String] { matches[kind, default: []].map { $0.id } }

  func places(_ kind: ResultColumn.Kind, _ isFirst: Bool) -> [Int] {
    matches[kind, default: []].map { isFirst ? $0.first : $0.second }
  }

  /// Whether both results vary the same numbers.
  var hasSameAxes: Bool {
    onlyFirst[.axis, default: []].isEmpty && onlySecond[.axis, default: []].isEmpty
  }
}
