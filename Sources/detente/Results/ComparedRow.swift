import Sweeps

/// A row of a result in terms that two results share.
struct ComparedRow {
  fileprivate(set) var sample = 0
  /// The values, in the order of the first result's axes.
  fileprivate(set) var values: [ResultRow.Value?] = []
  /// The outcome's number among the names; nil where the row was not computed.
  fileprivate(set) var outcome: Int?
  fileprivate(set) var equilibria: [Int] = []
  /// The payoffs of the players that both have.
  fileprivate(set) var payoffs: [Double?] = []
  /// The claims that both have.
  fileprivate(set) var claims: [Bool?] = []
}

/// Reads the rows of one of two results in terms that both share.
struct ComparedRows: ~Copyable {
  private var rows: ResultRows
  /// Where what both have stands in this one.
  private let axes: [Int]
  private let decisions: [Int]
  private let payoffs: [Int]
  private let claims: [Int]
  private let names: OutcomeNames
  private var known: [Int: Int] = [:]
  /// The present row, whose lists are used again for the next one.
  private(set) var present = ComparedRow()
  /// Whether there is a present row.
  private(set) var isThere = false

  init(
    _ result: ResultFile,
    _ common: CommonColumns,
    isFirst: Bool,
    _ names: OutcomeNames
  ) throws(Failure) {
    rows = try result.rows { $0.kind != .equilibriumCount }
    axes = common.places(.axis, isFirst)
    decisions = common.places(.decision, isFirst)
    payoffs = common.places(.payoff, isFirst)
    claims = common.places(.claim, isFirst)
    self.names = names
    present.values = [ResultRow.Value?](repeating: nil, count: axes.count)
    present.payoffs = [Double?](repeating: nil, count: payoffs.count)
    present.claims = [Bool?](repeating: nil, count: claims.count)
  }

  /// Goes to the next row; false after the last, from where on there is no present row.
  mutating func next() throws(Failure) -> Bool {
    isThere = try rows.next()
    guard isThere else { return false }
    present.sample = rows.row.sample
    for index in axes.indices { present.values[index] = rows.row.values[axes[index]] }
    for index in payoffs.indices { present.payoffs[index] = rows.row.payoffs[payoffs[index]] }
    for index in claims.indices { present.claims[index] = rows.row.claims[claims[index]] }
    present.equilibria.removeAll(keepingCapacity: true)
    for outcome in rows.row.equilibria { present.equilibria.append(outcome) }
    present.outcome = rows.row.isComputed ? outcome() : nil
    return true
  }

  private mutating func outcome() -> Int {
    guard let settled = rows.row.settled else { return OutcomeNames.cycle }
    if let number = known[settled] { return number }
    var words: [String] = []
    for decision in decisions { words.append(rows.option(decision) ?? "") }
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
