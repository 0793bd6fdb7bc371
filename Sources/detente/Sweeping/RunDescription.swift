import Documents
import Sweeps

/// One game's part of a run, as records have it: all that is known before the first sample is solved.
struct RunDescription {
  let identity: RunIdentity
  /// The scenario's file and title, and the sweep's name.
  let file: String
  let title: String
  let sweep: String
  /// The command that gives the same rows again.
  let command: String
  /// The hash of the scenario's text, comments and all; tells versions of a file apart, and no more.
  let textHash: String
  /// How the samples are chosen.
  let design: JSONValue
  /// How many samples a chunk has.
  let chunkSize: Int
  /// The hash of the first scenario, with which the rows are compared; nil in the first itself.
  let pairedWith: String?

  var isPaired: Bool { pairedWith != nil }

  /// How its samples are dealt in chunks.
  var chunks: ChunkNumbering { ChunkNumbering(samples: samples) }

  var samples: Int { identity.value("samples").flatMap { Int($0) } ?? 0 }

  var form: Sweep.Form { identity.value("rows") == "jsonl" ? .jsonLines : .csv }

  var members: [(String, JSONValue)] {
    [
      ("format", 2), ("command", .string(command)), ("file", .string(file)),
      ("title", .string(title)), ("sweep", .string(sweep)), ("run", identity.json),
      ("textHash", .string(textHash)), ("design", design), ("chunkSize", .integer(chunkSize)),
      ("pairedWith", pairedWith.map { .string($0) } ?? .null),
    ]
  }

  init(
    identity: RunIdentity,
    file: String,
    title: String,
    sweep: String,
    command: String,
    textHash: String,
    design: JSONValue,
    pairedWith: String?
  ) {
    self.identity = identity
    self.file = file
    self.title = title
    self.sweep = sweep
    self.command = command
    self.textHash = textHash
    self.design = design
    self.pairedWith = pairedWith
    chunkSize =
      ChunkNumbering(samples: identity.value("samples").flatMap { Int($0) } ?? 0).size
  }

  /// Reads a description back from a record; nil where the form is another.
  init?(_ record: Node) {
    guard record.value("format")?.integer == 2,
      let identity = RunIdentity(record.value("run")),
      let samples = identity.value("samples").flatMap({ Int($0) }), samples >= 0,
      let file = record.value("file")?.string, let title = record.value("title")?.string,
      let sweep = record.value("sweep")?.string, let command = record.value("command")?.string,
      let textHash = record.value("textHash")?.string, let design = record.value("design"),
      record.value("chunkSize")?.integer == ChunkNumbering(samples: samples).size
    else { return nil }
    self.init(
      identity: identity,
      file: file,
      title: title,
      sweep: sweep,
      command: command,
      textHash: textHash,
      design: design.json,
      pairedWith: record.value("pairedWith")?.string
    )
  }
}
