public import Documents
import GameTheory

/// Reads samples that are given one by one: comma-separated values whose first line names numbers by their
/// paths, and a line for each sample.
///
/// Values are decimals, or the names of options. A value outside the range that the scenario states is a
/// warning, since whoever asks what if may leave it.
public struct PointsReader {
  private let scenario: Scenario

  /// The most mistakes that are told, and the most warnings.
  private static let limit = 20

  /// A column of the table.
  private struct Column {
    let path: String
    let kind: ParameterKind
    let range: ClosedRange<Double>?
    var values: [Double] = []
  }

  /// Creates a reader of samples of a scenario.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// Reads a table.
  ///
  /// - Parameter source: its text.
  /// - Returns: the table unless there is a mistake, with all diagnostics: the first 20 mistakes and the
  ///   first 20 warnings.
  /// - Complexity: O(*n*) in the length of the text; the values are held in memory.
  public func read(_ source: SourceText) -> (table: PointsTable?, diagnostics: [Diagnostic]) {
    var problems = Found(source)
    var columns: [Column] = []
    do throws(RecordReader.Failure) {
      var reader = try PointsReader.records(of: source)
      columns = header(reader, &problems)
      if problems.errors == 0 { try rows(&reader, &columns, &problems) }
    } catch {
      problems.add(error)
    }
    problems.finish()
    guard problems.errors == 0 else { return (nil, problems.diagnostics) }
    let table = PointsTable(
      paths: columns.map { $0.path },
      columns: columns.map { $0.values },
      source: source
    )
    return (table, problems.diagnostics)
  }

  private static func records(of source: SourceText) throws(RecordReader.Failure) -> RecordReader {
    var next = 0
    return try unsafe RecordReader(name: source.name, form: .csv) { buffer in
      let count = min(buffer.count, source.bytes.count - next)
      unsafe buffer.copyBytes(from: source.bytes[next..<next + count])
      next += count
      return count
    }
  }

  // MARK: The first line

  private func header(_ reader: borrowing RecordReader, _ problems: inout Found) -> [Column] {
    let quantities = scenario.quantities
    return reader.names.enumerated().compactMap { index, name in
      let path = PointsReader.trimmed(name)
      guard let quantity = quantities.first(where: { $0.path == path }) else {
        problems.add(
          reader.problem(
            code: ScenarioCode.path.rawValue,
            "no number has the path '\(path)'",
            at: index,
            help: pathHint(path, among: quantities.map { $0.path })
          )
        )
        return nil
      }
      let parameter = scenario.parameters.first { $0.name == path }
      if parameter?.isDerived == true {
        problems.add(
          reader.problem(
            code: ScenarioCode.path.rawValue,
            "'\(path)' is derived, so it cannot be varied",
            at: index,
            help: "vary the parameters that it is made of"
          )
        )
        return nil
      }
      return Column(
        path: path,
        kind: parameter?.kind ?? .real,
        range: quantity.range.map { $0.lowerBound.toDouble()...$0.upperBound.toDouble() }
      )
    }
  }

  // MARK: The samples

  private func rows(
    _ reader: inout RecordReader,
    _ columns: inout [Column],
    _ problems: inout Found
  ) throws(RecordReader.Failure) {
    var hasRows = false
    while problems.errors < PointsReader.limit {
      do throws(RecordReader.Failure) {
        guard try reader.next() else { break }
      } catch {
        // A line of the wrong length does not hide what is wrong with the others.
        guard PointsReader.isOfWrongLength(error) else { throw error }
        hasRows = true
        problems.add(error)
        continue
      }
      hasRows = true
      for index in columns.indices {
        if let value = value(&reader, index, columns[index], &problems) {
          columns[index].values.append(value)
        }
      }
    }
    if !hasRows {
      throw reader.problem(
        code: ScenarioCode.points.rawValue,
        "the table has no samples",
        help: "give a line for each sample below the one that names the numbers"
      )
    }
  }

  private static func isOfWrongLength(_ failure: RecordReader.Failure) -> Bool {
    guard case .malformed(let diagnostic) = failure else { return false }
    return diagnostic.code == TableCode.fieldCount.rawValue
  }

  private func value(
    _ reader: inout RecordReader,
    _ index: Int,
    _ column: Column,
    _ problems: inout Found
  ) -> Double? {
    guard let value = PointsReader.value(&reader, index, column.kind), value.isFinite else {
      let text = PointsReader.trimmed(reader.text(index))
      problems.add(
        reader.problem(
          code: ScenarioCode.points.rawValue,
          text.isEmpty
            ? "the value of '\(column.path)' is missing"
            : "'\(text.prefix(40))' is not \(column.kind.description)",
          at: index,
          label: "'\(column.path)' is \(column.kind.description)",
          help: didYouMean(text, among: column.kind.options.map { $0.name })
        )
      )
      return nil
    }
    if let range = column.range, !range.contains(value) {
      problems.warn(
        reader.problem(
          code: ScenarioCode.outsideRange.rawValue,
          "\(column.path) is outside its range",
          at: index,
          label:
            "the range is \(JSONValue.text(of: range.lowerBound))...\(JSONValue.text(of: range.upperBound))"
        )
      )
    }
    return value
  }

  private static func value(
    _ reader: inout RecordReader,
    _ index: Int,
    _ kind: ParameterKind
  ) -> Double? {
    if kind == .real, let number = reader.number(index) { return number }
    return kind.value(of: trimmed(reader.text(index)))?.toDouble()
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }

  /// What is wrong or doubtful so far.
  private struct Found {
    var diagnostics: [Diagnostic] = []
    var errors = 0
    private var warnings = 0

    /// The whole text, and where its lines begin.
    private let source: SourceText
    private let lines: [Int]

    init(_ source: SourceText) {
      self.source = source
      let bytes = source.bytes
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      lines =
        [bytes.starts(with: mark) ? mark.count : 0]
        + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    mutating func add(_ failure: RecordReader.Failure) {
      errors += 1
      diagnostics.append(diagnostic(failure))
    }

    mutating func warn(_ failure: RecordReader.Failure) {
      warnings += 1
      guard warnings <= PointsReader.limit else { return }
      var diagnostic = diagnostic(failure)
      diagnostic.severity = .warning
      diagnostics.append(diagnostic)
    }

    /// Says what is not told one by one.
    mutating func finish() {
      guard warnings > PointsReader.limit else { return }
      diagnostics.append(
        Diagnostic(
          .note,
          code: ScenarioCode.outsideRange.rawValue,
          "\(warnings - PointsReader.limit) more values of '\(source.name)' are outside their ranges",
          at: nil
        )
      )
    }

    /// What a failure says, its place counted from the start of the whole text rather than of the line.
    private func diagnostic(_ failure: RecordReader.Failure) -> Diagnostic {
      switch failure {
      case .malformed(var diagnostic):
        guard let part = diagnostic.location else { return diagnostic }
        let line = part.source.position(ofOffset: 0).line
        let start = lines[min(line, lines.count) - 1]
        diagnostic.location = Location(
          source: source,
          range: start + part.range.lowerBound..<start + part.range.upperBound
        )
        return diagnostic
      case .unreadable(let number):
        return Diagnostic(
          .error,
          code: ScenarioCode.file.rawValue,
          "the table cannot be read (\(number))",
          at: nil
        )
      }
    }
  }
}
