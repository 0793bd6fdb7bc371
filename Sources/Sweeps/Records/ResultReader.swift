public import Documents

/// Reads the result of a sweep row by row, in one pass and in constant memory.
///
/// The file is comma-separated values or JSON Lines, as sweeps write them; its first byte tells. Only the
/// columns that are asked for are parsed, and checked:
///
///     var reader = try ResultReader(name: path) { buffer in read(into: buffer) }
///     try reader.choose { $0.kind == .axis || $0.name == "payoff:japan" }
///     while try reader.next() {
///       guard reader.row.reason == nil else { continue }
///       sum += reader.row.payoffs[0] ?? 0
///     }
///
/// Samples ascend: one that is repeated or out of order is a mistake of the file, and so is a last row
/// without a line break. A field that is not what its column says is a mistake with its place.
///
/// A reader is a value that cannot be copied: two of them would read on from one place.
public struct ResultReader: ~Copyable {
  /// All columns, in their order.
  public let columns: [ResultColumn]
  /// The present row.
  public private(set) var row: ResultRow
  /// The options met so far, by decision; `row.options` are numbers into these.
  public var options: [[String]] { optionTexts.map { $0.words } }

  /// The word of an option, by its number in a row.
  public mutating func option(_ number: Int, of decision: Int) -> String {
    optionTexts[decision].words[number]
  }

  private var records: RecordReader
  private let cycleField: Int
  private let reasonField: Int?
  private var chosen: [Field] = []
  private var hasBothCounts = false
  /// Whether an axis runs over words; nil until its first value.
  private var isText: [Bool?]
  private var axisTexts: [ColumnWords]
  private var optionTexts: [ColumnWords]
  private var hasRow = false
  /// Whether the present row has options that were not chosen.
  private var hasExtraOptions = false

  /// A column as far as rows need it.
  private struct Field {
    let kind: ResultColumn.Kind
    let position: Int
    let field: Int

    init(_ column: ResultColumn) {
      kind = column.kind
      position = column.position
      field = column.field
    }
  }

  /// Begins to read a result; at first every column is chosen.
  ///
  /// - Parameters:
  ///   - name: the file's name, for diagnostics.
  ///   - fill: puts the next bytes of the file into memory.
  /// - Throws: a failure where the file cannot be read, or is not the result of a sweep.
  public init(
    name: String,
    fill: @escaping RecordReader.Fill
  ) throws(RecordReader.Failure) {
    let reader = unsafe try RecordReader(name: name, fill: fill)
    do throws(ResultColumn.Mistake) {
      columns = try ResultColumn.columns(named: reader.names)
    } catch {
      throw reader.problem(
        code: error.code.rawValue,
        error.message,
        at: error.field,
        help: "give the file of rows that 'detente sweep' wrote, as it wrote it"
      )
    }
    records = reader
    let counts = Dictionary(columns.map { ($0.kind, 1) }, uniquingKeysWith: +)
    let axes = counts[.axis] ?? 0
    let decisions = counts[.decision] ?? 0
    row = ResultRow(
      axes: axes,
      decisions: decisions,
      players: counts[.payoff] ?? 0,
      claims: counts[.claim] ?? 0
    )
    cycleField = columns.first { $0.kind == .cycle }?.field ?? 0
    reasonField = columns.first { $0.kind == .reason }?.field
    isText = [Bool?](repeating: nil, count: axes)
    axisTexts = [ColumnWords](repeating: ColumnWords(), count: axes)
    optionTexts = [ColumnWords](repeating: ColumnWords(), count: decisions)
    choose { _ in true }
  }

  /// The columns of a kind, in their order.
  public func columns(_ kind: ResultColumn.Kind) -> [ResultColumn] {
    columns.filter { $0.kind == kind }
  }

  /// Says which columns are read from the next row on; samples, cycles and reasons always are.
  ///
  /// - Parameters:
  ///   - labelled: the names of the axes that run over words, which in comma-separated values could
  ///     otherwise be taken for numbers; an axis whose first value is no number does in any case.
  ///   - isWanted: whether a column is read.
  public mutating func choose(labelled: Set<String> = [], _ isWanted: (ResultColumn) -> Bool) {
    let always: [ResultColumn.Kind] = [.sample, .cycle, .reason]
    chosen = columns.filter { !always.contains($0.kind) && isWanted($0) }.map { Field($0) }
    hasBothCounts = chosen.count { $0.kind == .equilibria || $0.kind == .equilibriumCount } == 2
    let known = isText
    for column in columns(.axis) {
      isText[column.position] = labelled.contains(column.name) ? true : known[column.position]
    }
    row = ResultRow(
      axes: row.values.count,
      decisions: row.options.count,
      players: row.payoffs.count,
      claims: row.claims.count
    )
  }

  /// Goes to the next row; false after the last.
  ///
  /// - Complexity: O(*n*) in the number of its bytes.
  public mutating func next() throws(RecordReader.Failure) -> Bool {
    guard try records.next() else { return false }
    guard records.isWhole else {
      throw records.problem(
        code: ResultCode.cutOff.rawValue,
        "the last row has no line break at its end: it is cut off",
        help: "resume the sweep with --resume, or remove the row"
      )
    }
    let last = hasRow ? row.sample : -1
    guard let sample = records.integer(0), sample >= 0 else {
      throw problem(Field(columns[0]), "the number of a sample was expected, from 0")
    }
    guard sample > last else {
      throw records.problem(
        code: ResultCode.order.rawValue,
        "sample \(sample) follows sample \(last); samples ascend, each in one row",
        at: 0,
        help: "give the file as 'detente sweep' wrote it"
      )
    }
    hasRow = true
    if hasExtraOptions {
      for decision in row.options.indices { row.options[decision] = nil }
      hasExtraOptions = false
    }
    row.sample = sample
    row.reason = nil
    if let reasonField, !records.isEmpty(reasonField) { row.reason = records.text(reasonField) }
    row.cycleLength = try count(
      Field(columns[cycleField]),
      "the length of a cycle was expected, or 0"
    )
    for column in chosen { try read(column) }
    if hasBothCounts, let count = row.equilibriumCount, count != row.equilibria.count {
      let column = Field(columns[cycleField - 3])
      throw problem(column, "there are \(row.equilibria.count) outcomes in the next column")
    }
    return true
  }

  /// Reads the options of all decisions in the present row, where they were not chosen for every row.
  public mutating func readOptions() throws(RecordReader.Failure) {
    guard hasRow else { return }
    hasExtraOptions = true
    for column in columns where column.kind == .decision {
      row.options[column.position] = try option(Field(column))
    }
  }

  // MARK: Fields

  private mutating func read(_ column: Field) throws(RecordReader.Failure) {
    switch column.kind {
    case .axis: row.values[column.position] = try value(column)
    case .equilibriumCount:
      row.equilibriumCount = try count(column, "a number of equilibria was expected")
    case .equilibria:
      let isRead = records.integers(column.field, into: &row.equilibria)
      guard isRead || isAbsent(column), row.equilibria.allSatisfy({ $0 >= 0 }) else {
        throw problem(column, "numbers of outcomes were expected")
      }
    case .settled: row.settled = try settled(column)
    case .decision: row.options[column.position] = try option(column)
    case .payoff: row.payoffs[column.position] = try payoff(column)
    case .claim: row.claims[column.position] = try claim(column)
    case .sample, .cycle, .reason: break
    }
  }

  /// Whether a field is empty because the sample could not be computed.
  private mutating func isAbsent(_ column: Field) -> Bool {
    row.reason != nil && records.isEmpty(column.field)
  }

  private mutating func count(
    _ column: Field,
    _ expected: String
  ) throws(RecordReader.Failure) -> Int? {
    if isAbsent(column) { return nil }
    guard let count = records.integer(column.field), count >= 0 else {
      throw problem(column, expected)
    }
    return count
  }

  private mutating func value(_ column: Field) throws(RecordReader.Failure) -> ResultRow.Value {
    let axis = column.position
    let isQuoted = records.form == .jsonLines && records.isQuoted(column.field)
    if isText[axis] != true, !isQuoted, let number = records.number(column.field) {
      isText[axis] = false
      return .number(number)
    }
    let isWord = records.form == .csv || isQuoted
    guard isText[axis] != false, isWord, !records.isEmpty(column.field) else {
      throw problem(
        column,
        isText[axis] == true ? "a word was expected" : "a finite number was expected"
      )
    }
    isText[axis] = true
    guard let index = axisTexts[axis].number(of: column.field, in: &records) else {
      throw tooManyWords(column)
    }
    return .text(axisTexts[axis].words[index])
  }

  private mutating func settled(_ column: Field) throws(RecordReader.Failure) -> Int? {
    if isAbsent(column) { return nil }
    if row.cycleLength ?? 0 > 0 {
      guard records.isEmpty(column.field) else {
        throw problem(column, "nothing was expected, since play ends in a cycle")
      }
      return nil
    }
    guard let outcome = records.integer(column.field), outcome >= 0 else {
      throw problem(column, "the number of an outcome was expected, since play does not cycle")
    }
    return outcome
  }

  private mutating func option(_ column: Field) throws(RecordReader.Failure) -> Int? {
    if isAbsent(column) { return nil }
    let isEmpty = records.isEmpty(column.field)
    if isEmpty, row.cycleLength ?? 0 > 0 { return nil }
    let isWord = records.form == .csv || records.isQuoted(column.field)
    guard !isEmpty, isWord, row.cycleLength ?? 0 == 0 else {
      throw problem(
        column,
        row.cycleLength ?? 0 > 0
          ? "nothing was expected, since play ends in a cycle"
          : "an option was expected, since play does not cycle"
      )
    }
    guard let index = optionTexts[column.position].number(of: column.field, in: &records) else {
      throw tooManyWords(column)
    }
    return index
  }

  private mutating func payoff(_ column: Field) throws(RecordReader.Failure) -> Double? {
    if records.isEmpty(column.field) { return nil }
    guard let payoff = records.number(column.field) else {
      throw problem(column, "a finite number was expected, or nothing")
    }
    return payoff
  }

  private mutating func claim(_ column: Field) throws(RecordReader.Failure) -> Bool? {
    if isAbsent(column) { return nil }
    guard let holds = records.bool(column.field) else {
      throw problem(
        column,
        records.form == .csv ? "1 or 0 was expected" : "true or false was expected"
      )
    }
    return holds
  }

  private mutating func tooManyWords(_ column: Field) -> RecordReader.Failure {
    problem(column, "there are more than \(ColumnWords.limit) different words in this column")
  }

  private mutating func problem(_ column: Field, _ expected: String) -> RecordReader.Failure {
    let written = String(records.text(column.field).prefix(40))
    return records.problem(
      code: ResultCode.value.rawValue,
      "the column '\(columns[column.field].name)' cannot hold '\(written)' here",
      at: column.field,
      label: expected,
      help: "the file was changed or damaged; 'detente sweep' writes it anew"
    )
  }
}
