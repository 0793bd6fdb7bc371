import Documents
import Glibc
import Negotiation
import Sweeps

/// What is noted of a run beside its rows: which run it is, what stands where, what was found.
///
/// A finished file has its record beside it. Unfinished rows have one too, of the run as far as it is
/// secured; the chunks of a shard each begin with theirs.
struct SweepRecord {
  let about: RunDescription
  let extents: RowExtents
  let summary: SweepSummary
  /// How the game differs from the run's first; nil in the first itself.
  let pair: PairSummary?

  /// The record's file.
  static func path(for rows: String) -> String { rows + ".meta.json" }

  /// The record as JSON.
  func json(isComplete: Bool) -> JSONValue {
    .object(
      about.members + [
        ("isComplete", .bool(isComplete)), ("rowCount", .integer(summary.samples)),
      ] + extents.json + SweepRecord.members(summary, pair)
    )
  }

  /// Writes the record of finished rows.
  func write(for rows: String) throws(Failure) {
    let text = json(isComplete: true).rendered() + "\n"
    try SafeFile.write([Array(text.utf8)], to: SweepRecord.path(for: rows))
  }

  // MARK: What was found

  /// The members that say what was found, with a checksum so that a change is noticed.
  static func members(_ summary: SweepSummary, _ pair: PairSummary?) -> [(String, JSONValue)] {
    [
      ("summaryChecksum", .string(checksum(summary, pair))),
      ("summary", summary.json), ("pair", pair?.json ?? .null),
    ]
  }

  private static func checksum(_ summary: SweepSummary, _ pair: PairSummary?) -> String {
    var checksum = Checksum()
    checksum.add(Array(summary.json.rendered(isPretty: false).utf8))
    checksum.add(Array((pair?.json ?? .null).rendered(isPretty: false).utf8))
    return checksum.text
  }

  /// Reads what was found; nil where it is damaged.
  static func findings(_ record: Node) -> (summary: SweepSummary, pair: PairSummary?)? {
    let pair = record.value("pair").flatMap { PairSummary($0) }
    guard let summary = record.value("summary").flatMap({ SweepSummary($0) }),
      checksum(summary, pair) == record.value("summaryChecksum")?.string
    else { return nil }
    return (summary, pair)
  }

  // MARK: Records that are there

  /// The largest record that is read, in bytes.
  static let limit = 1 << 30

  /// Reads a record; nil where there is none.
  static func read(_ path: String) -> Node? {
    // Only a regular file: a pipe of that name would be waited for.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let source = try? FileLoader.load(path, limit: limit)
    else { return nil }
    return JSON5Reader.read(source).node
  }

  /// Whether a file is a record of a sweep.
  static func isRecord(_ path: String) -> Bool {
    guard let record = read(path) else { return false }
    return record.value("run")?.members != nil && record.value("summary") != nil
  }

  /// What a file that is already there has to do with a run.
  enum Finding {
    /// It is this run's, whole: so much was found in it.
    case same(SweepSummary, PairSummary?)
    /// It is not; in words why.
    case other(String)
  }

  /// Looks at a file of rows that is already there.
  static func compare(_ path: String, with about: RunDescription) -> Finding {
    guard let record = read(self.path(for: path)), let run = RunIdentity(record.value("run")) else {
      return .other("what run it is from is not known")
    }
    if let difference = about.identity.difference(of: run) { return .other(difference) }
    guard let noted = RowExtents.Noted(record), RowFile.holds(path, noted) else {
      return .other("it has been changed since it was written")
    }
    guard let (summary, pair) = findings(record) else { return .other("its record is damaged") }
    guard record.value("pairedWith")?.string == about.pairedWith, (pair != nil) == about.isPaired
    else { return .other("it was not compared with the same first scenario") }
    return .same(summary, pair)
  }
}
