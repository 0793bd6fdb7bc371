import Documents
import Glibc
import Negotiation
import Sweeps

/// What is noted beside a finished file of rows: which run it is, what it holds, what was found.
struct SweepRecord {
  let run: SweepRun
  /// The run whose rows this one's are compared with, sample by sample.
  let first: SweepRun?
  let command: String

  /// The record's file.
  static func path(for rows: String) -> String { rows + ".meta.json" }

  /// Whether a file is a record of a sweep.
  static func isRecord(_ path: String) -> Bool {
    guard let source = try? FileLoader.load(path), let record = JSON5Reader.read(source).node else {
      return false
    }
    return record.value("run")?.members != nil && record.value("summary") != nil
  }

  /// A checksum of what was found, so that a changed record is noticed.
  private static func checksum(_ summary: SweepSummary, _ pair: PairSummary?) -> String {
    var checksum = Checksum()
    checksum.add(Array(summary.json.rendered(isPretty: false).utf8))
    checksum.add(Array((pair?.json ?? .null).rendered(isPretty: false).utf8))
    return checksum.text
  }

  /// The record of a finished run.
  func json(bytes: Int, checksum: String, summary: SweepSummary, pair: PairSummary?) -> JSONValue {
    .object([
      ("format", 1), ("command", .string(command)),
      ("file", .string(run.model.scenario.file)), ("title", .string(run.model.scenario.title)),
      ("sweep", .string(run.order.name)),
      ("run", .object(run.identity.map { ($0.field, .string($0.value)) })),
      ("bytes", .integer(bytes)), ("checksum", .string(checksum)),
      ("summaryChecksum", .string(SweepRecord.checksum(summary, pair))),
      ("summary", summary.json),
      ("pairedWith", first.map { .string($0.scenarioHash) } ?? .null),
      ("pair", pair?.json ?? .null),
    ])
  }

  /// What a file that is already there has to do with this run.
  enum Finding {
    /// It is this run's, whole: so much was found in it.
    case same(SweepSummary, PairSummary?)
    /// It is not; in words why.
    case other(String)
  }

  /// Looks at a file that is already there.
  func compare(with path: String) -> Finding {
    guard let source = try? FileLoader.load(SweepRecord.path(for: path)),
      let record = JSON5Reader.read(source).node
    else { return .other("what run it is from is not known") }
    for (field, value) in run.identity {
      guard let found = record.value("run")?.value(field)?.string else {
        return .other("its record does not say which \(field) it is from")
      }
      if found != value {
        let isHash = value.utf8.count == 32
        return .other(
          isHash ? "it is from another \(field)" : "its \(field) is \(found), not \(value)"
        )
      }
    }
    guard let measured = RowFile.measure(path), let bytes = record.value("bytes")?.integer,
      measured.bytes == bytes, measured.checksum == record.value("checksum")?.string
    else { return .other("it has been changed since it was written") }
    let pair = record.value("pair").flatMap { PairSummary($0) }
    guard let summary = record.value("summary").flatMap({ SweepSummary($0) }),
      SweepRecord.checksum(summary, pair) == record.value("summaryChecksum")?.string
    else { return .other("its record is damaged") }
    guard let first else { return .same(summary, nil) }
    guard record.value("pairedWith")?.string == first.scenarioHash, let pair else {
      return .other("it was not compared with the same first scenario")
    }
    return .same(summary, pair)
  }

  /// Writes the record, under another name first.
  func write(_ json: JSONValue, for rows: String) throws(Failure) {
    let path = SweepRecord.path(for: rows)
    let part = path + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "cannot create '\(path)': \(systemText(errno))")
    }
    defer { close(descriptor) }
    let failure = writeAll(Array((json.rendered() + "\n").utf8), to: descriptor)
    guard failure == nil, fsync(descriptor) == 0, rename(part, path) == 0 else {
      unlink(part)
      throw Failure(.inputOutput, "cannot write '\(path)': \(systemText(failure ?? errno))")
    }
  }
}
