import Documents
import Glibc
import Negotiation
import Sweeps

/// The result of a sweep: a file of rows, and the record beside it if there is one.
struct ResultFile {
  let path: String
  /// The columns of its rows.
  let columns: [ResultColumn]
  /// The command that wrote it, as the record says; nil without a record.
  let command: String?
  /// The scenario in whose words results are told; nil where it cannot be had, or is another by now.
  let scenario: Scenario?
  private let console: Console
  /// The rows, kept to be read again where the file cannot be.
  private let kept: ScratchFile?
  /// The reader that has read the columns, for whoever reads the rows first: a pipe has no other.
  private let first: FirstReader

  /// Opens a result; `-` is standard input.
  ///
  /// With `keepsRows` the rows can be read again in any case: those of a pipe are copied as they come.
  init(_ path: String, _ console: Console, keepsRows: Bool = false) throws(Failure) {
    self.path = path
    self.console = console
    kept = keepsRows && !ResultFile.isRegular(path) ? try ScratchFile() : nil
    first = FirstReader(try ResultFile.open(path, console, try RowInput(path, copy: kept)))
    columns = first.columns
    let record = path == "-" ? nil : SweepRecord.read(SweepRecord.path(for: path))
    command = record?.value("command")?.string
    let decisions = columns.filter { $0.kind == .decision }.map { $0.id }
    scenario = record?.value("file")?.string.flatMap { ResultFile.scenario($0, beside: path) }
      .flatMap { $0.decisions.map { $0.id } == decisions ? $0 : nil }
  }

  /// A result of this very run, whose scenario is known.
  init(_ rows: ScratchFile, of scenario: Scenario, _ console: Console) throws(Failure) {
    path = "<rows>"
    self.console = console
    self.scenario = scenario
    kept = rows
    first = FirstReader(try ResultFile.open(path, console, RowInput(rows)))
    columns = first.columns
    command = nil
  }

  /// Whether a file begins as the result of a sweep does.
  ///
  /// Pipes are taken for results: looking into one would take away its beginning.
  static func isResult(_ path: String) -> Bool {
    var status = stat()
    if path == "-" || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO { return true }
    guard let file = try? RowInput(path) else { return false }
    var bytes = [UInt8](repeating: 0, count: 9)
    let count = bytes.withUnsafeMutableBytes { file.fill($0) }
    let start = bytes.prefix(max(0, count))
    return start.starts(with: Array("sample,".utf8)) || start.elementsEqual("{\"sample\"".utf8)
  }

  /// Whether the rows can be read more than once.
  var canBeReadAgain: Bool { kept != nil || ResultFile.isRegular(path) }

  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The columns of a kind, in their order.
  func columns(_ kind: ResultColumn.Kind) -> [ResultColumn] { columns.filter { $0.kind == kind } }

  /// The rows from the first on, as far as columns are wanted.
  func rows(_ isWanted: (ResultColumn) -> Bool) throws(Failure) -> ResultRows {
    if let reader = first.take() { return ResultRows(reader, path, console, isWanted) }
    if let fault = kept?.fault {
      throw Failure(
        .inputOutput,
        "the rows of '\(path)' are needed once more, and could not be kept: \(systemText(fault)); "
          + "give a file, or a TMPDIR with room"
      )
    }
    let input = if let kept { RowInput(kept) } else { try RowInput(path) }
    return ResultRows(try ResultFile.open(path, console, input), path, console, isWanted)
  }

  // MARK: Reading

  private static func open(
    _ path: String,
    _ console: Console,
    _ input: RowInput
  ) throws(Failure) -> ResultReader {
    try reader(named: path == "-" ? "<stdin>" : path, console) { input.fill($0) }
  }

  /// A reader of rows that come from somewhere.
  static func reader(
    named name: String,
    _ console: Console,
    _ fill: @escaping RecordReader.Fill
  ) throws(Failure) -> ResultReader {
    do throws(RecordReader.Failure) {
      return try ResultReader(name: name, fill: fill)
    } catch {
      throw ResultFile.failure(error, name, console)
    }
  }

  /// What a mistake in a file of rows means for the program.
  static func failure(
    _ error: RecordReader.Failure,
    _ path: String,
    _ console: Console
  ) -> Failure {
    switch error {
    case .unreadable(let number):
      return Failure(.unreadable, "cannot read '\(path)': \(systemText(number))")
    case .malformed(let diagnostic):
      console.say(DiagnosticPrinter(isColoured: console.isErrorColoured).text(of: [diagnostic]))
      return Failure(.badData)
    }
  }

  /// The scenario that a record names: where it was when it was swept, or beside the result.
  private static func scenario(_ file: String, beside path: String) -> Scenario? {
    guard file != "-" else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    for place in file.hasPrefix("/") ? [file] : [file, folder + file] {
      let reader = ScenarioReader { path throws(ScenarioReader.LoadFailure) in
        try FileLoader.load(path)
      }
      if let scenario = reader.read(place, setting: [], isStrict: false).scenario {
        return scenario
      }
    }
    return nil
  }
}

/// A reader that is handed out once.
private final class FirstReader {
  let columns: [ResultColumn]
  private var reader: ResultReader?

  init(_ reader: consuming ResultReader) {
    columns = reader.columns
    self.reader = consume reader
  }

  func take() -> ResultReader? { reader.take() }
}

/// The rows of a result, one after another.
struct ResultRows: ~Copyable {
  private var reader: ResultReader
  private let path: String
  private let console: Console

  init(
    _ reader: consuming ResultReader,
    _ path: String,
    _ console: Console,
    _ isWanted: (ResultColumn) -> Bool
  ) {
    self.reader = reader
    self.path = path
    self.console = console
    self.reader.choose(isWanted)
  }

  /// The present row.
  var row: ResultRow {
    // Lent rather than returned, so that its lists are not held by two at once.
    @inline(__always)
    _read { yield reader.row }
  }
  /// The options met so far, by decision.
  var options: [[String]] { reader.options }

  /// Goes to the next row; false after the last.
  mutating func next() throws(Failure) -> Bool {
    do throws(RecordReader.Failure) {
      return try reader.next()
    } catch {
      throw ResultFile.failure(error, path, console)
    }
  }

  /// The option of a decision in the present row; nil where play does not settle.
  mutating func option(_ decision: Int) -> String? {
    reader.row.options[decision].map { reader.option($0, of: decision) }
  }
}
