import Documents
import Glibc
import Presentation
import Sweeps

/// `detente status`: how far a run is, from what it has left on the disk.
struct StatusCommand {
  private let parsed: ParsedCommand
  private let console: Console

  /// What is there of a run.
  private struct State {
    let about: RunDescription
    let samples: Int
    let chunks: Int
    let complaints: [String]
    var isComplete: Bool { samples == about.samples && complaints.isEmpty }
  }

  init(_ parsed: ParsedCommand, _ console: Console) {
    self.parsed = parsed
    self.console = console
  }

  func run() throws(Failure) -> ExitCode {
    let path = parsed.positionals[0]
    let state = try state(path)
    let isJSON = parsed.has("--json") || parsed.string("--format") == "json"
    try console.print(isJSON ? json(state, path).rendered() + "\n" : text(state))
    return state.isComplete ? .yes : .partial
  }

  private func state(_ path: String) throws(Failure) -> State {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      let folder = try ChunkFolder.read(path)
      let found = FolderState(folder)
      return State(
        about: folder.runs[0],
        samples: found.samples,
        chunks: found.whole,
        complaints: found.complaints
      )
    }
    let rows = path.hasSuffix(".part") ? String(path.dropLast(".part".count)) : path
    let record =
      SweepRecord.read(SweepRecord.path(for: path))
      ?? Checkpoint(for: rows)?.games.first
    guard let record, let about = RunDescription(record), let noted = RowExtents.Noted(record),
      let samples = record.value("rowCount")?.integer
    else {
      throw Failure(
        .unreadable,
        "'\(path)' has no record beside it, neither of a finished run nor of an unfinished one"
      )
    }
    return State(about: about, samples: samples, chunks: noted.extents.count - 1, complaints: [])
  }

  private func text(_ state: State) -> String {
    let about = state.about
    let share = Double(state.samples) / Double(max(1, about.samples))
    var text =
      "\(about.title)  \(about.file), sweep \(about.sweep)\n"
      + "\(NumberText.count(state.samples)) of \(NumberText.count(about.samples)) samples "
      + "(\(NumberText.fixed(share * 100, places: 1)) %), "
      + "\(NumberText.count(state.chunks)) of \(NumberText.count(about.chunks.count)) chunks\n"
    for line in state.complaints { text += line + "\n" }
    return text + "run: \(about.command)\n"
  }

  private func json(_ state: State, _ path: String) -> JSONValue {
    .object([
      ("format", 1), ("command", "status"), ("path", .string(path)),
      ("isComplete", .bool(state.isComplete)),
      ("samples", .integer(state.samples)), ("total", .integer(state.about.samples)),
      ("chunks", .integer(state.chunks)), ("totalChunks", .integer(state.about.chunks.count)),
      ("problems", .array(state.complaints.map { .string($0) })),
      ("again", .string(state.about.command)), ("run", state.about.identity.json),
    ])
  }
}
