/// Reads a table record by record, in one pass and in constant memory.
///
/// The table is comma-separated values with a header, or JSON Lines: flat objects that have the keys of the
/// first, in the same order. Fields are slices of the memory that the text is read into; nothing is copied
/// or parsed until it is asked for, and what is asked for is of the present record.
///
///     var reader = try RecordReader(name: "points.csv", form: .csv) { buffer in read(into: buffer) }
///     let column = reader.names.firstIndex(of: "patience")
///     while try reader.next() {
///       guard let value = reader.number(column) else { throw reader.problem(...) }
///     }
///
/// A reader is a value that cannot be copied: two of them would read on from one place.
///
/// - Source: RFC 4180, section 2, and line breaks without a carriage return; a byte order mark before the
///   header is left out, and so are empty lines where there is more than one column.
public struct RecordReader: ~Copyable {
  /// The form of a table.
  public enum Form: Sendable {
    /// Comma-separated values.
    case csv
    /// One JSON object for each line.
    case jsonLines
  }

  /// Why a record could not be read.
  public enum Failure: Error, Sendable {
    /// The text could not be read; the number is the system's.
    case unreadable(Int32)
    /// The text is not what it should be.
    case malformed(Diagnostic)
  }

  /// Puts the next bytes of the text into memory and returns how many; none at the end of the text, and
  /// the system's error number below zero where that fails.
  public typealias Fill = (UnsafeMutableRawBufferPointer) -> Int

  /// What a field holds.
  enum Kind: UInt8 {
    /// Bytes as they stand.
    case plain
    /// What stood in quotes.
    case quoted
    /// What stood in quotes and has escapes.
    case escaped
    /// What stood in the brackets of a JSON list.
    case list
    /// The null of JSON.
    case null
  }

  /// Where a field stands, counted from the start of its record.
  struct Field {
    private let first: UInt32
    private let length: UInt32
    let kind: Kind

    @inline(__always)
    init(start: Int, count: Int, kind: Kind) {
      first = UInt32(truncatingIfNeeded: start)
      length = UInt32(truncatingIfNeeded: count)
      self.kind = kind
    }

    @inline(__always)
    var start: Int { Int(first) }

    @inline(__always)
    var count: Int { Int(length) }
  }

  /// The longest record whose fields can be told.
  private static let longest = 1 << 30

  /// The name of the text, for diagnostics.
  public let name: String
  /// The form of the table.
  public private(set) var form = Form.csv
  /// The names of the columns.
  public private(set) var names: [String] = []
  /// The line at which the present record begins, counted from 1.
  public private(set) var line = 1
  /// Whether the present record ends in a line break; only the last may not.
  public private(set) var isWhole = true

  var input: RecordInput
  var fields = FieldList()
  /// In JSON Lines what stands before each value.
  var keys: [[UInt8]] = []
  /// The line after the present record.
  private var nextLine = 1
  /// Whether the first record, which gives the columns, is still to be had as a row.
  private var isFirstWaiting = false

  /// Begins to read a table: its first record, which names the columns.
  ///
  /// - Parameters:
  ///   - name: the name of the text, for diagnostics.
  ///   - form: the form of the table; nil to tell by its first byte, which is a brace in JSON Lines.
  ///   - limit: the most bytes of a record, up to 2^30.
  ///   - fill: puts the next bytes of the text into memory.
  /// - Throws: a failure where there is no first record, or a column occurs twice.
  public init(
    name: String,
    form: Form? = nil,
    limit: Int = 1 << 20,
    fill: @escaping Fill
  ) throws(Failure) {
    let input = unsafe RecordInput(limit: min(max(limit, 16), RecordReader.longest), fill: fill)
    self.init(name, input)
    try begin(form)
  }

  private init(_ name: String, _ input: consuming RecordInput) {
    self.name = name
    self.input = input
  }

  /// Reads the first record.
  private mutating func begin(_ form: Form?) throws(Failure) {
    let first = try input.skipByteOrderMark()
    self.form = form ?? (first == UInt8(ascii: "{") ? .jsonLines : .csv)
    guard try split() else {
      throw problem(
        .empty,
        "there is nothing in it",
        help: "the first line of a table names its columns"
      )
    }
    for field in fields.indices {
      let column = self.form == .csv ? text(field) : RecordReader.column(of: keys[field])
      if names.contains(column) {
        throw problem(.duplicateColumn, "the column '\(column)' occurs twice", at: field)
      }
      names.append(column)
    }
    isFirstWaiting = self.form == .jsonLines
  }

  /// Goes to the next record; false after the last.
  ///
  /// - Complexity: O(*n*) in the number of its bytes.
  public mutating func next() throws(Failure) -> Bool {
    if isFirstWaiting {
      isFirstWaiting = false
      return true
    }
    guard try split() else { return false }
    guard fields.count == names.count else {
      let count = "\(fields.count) field\(fields.count == 1 ? "" : "s")"
      throw problem(
        .fieldCount,
        "the row has \(count), but there are \(names.count) columns",
        at: min(fields.count, names.count + 1) - 1,
        label: fields.count > names.count
          ? "the first beyond the columns" : "the last; '\(names[fields.count])' is missing"
      )
    }
    return true
  }

  /// Splits the next record that is not an empty line; false at the end.
  private mutating func split() throws(Failure) -> Bool {
    repeat {
      input.advance()
      line = nextLine
      guard try splitOne() else { return false }
    } while form == .csv && names.count > 1 && fields.count == 1 && fields[0].count == 0
      && fields[0].kind == .plain
    return true
  }

  private mutating func splitOne() throws(Failure) -> Bool {
    while true {
      fields.removeAll()
      let splitting = form == .csv ? splitCSV() : splitLine()
      switch splitting {
      case .record(let count, let isWhole, let breaks):
        input.recordCount = count
        self.isWhole = isWhole
        nextLine = line + breaks
        return true
      case .end:
        return false
      case .unfinished:
        guard try input.more() else {
          let message = "the row is longer than \(input.limit) bytes"
          throw problem(.tooLong, message, atOffset: 0, count: 1)
        }
      case .mistake(let code, let message, let offset, let count, let help):
        throw problem(code, message, atOffset: offset, count: count, help: help)
      }
    }
  }

  /// How far a record could be split.
  enum Splitting {
    /// Wholly: its bytes with the line break, whether there is one, and how many line breaks there are.
    case record(count: Int, isWhole: Bool, breaks: Int)
    /// There is none: the text is at its end.
    case end
    /// More of the text is needed.
    case unfinished
    /// It is malformed.
    case mistake(TableCode, String, offset: Int, count: Int, help: String?)
  }
}
