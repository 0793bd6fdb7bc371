import Documents
import Glibc
import Presentation
import Sweeps

/// `detente merge`: the chunks of all shards put together, the same bytes as from one run.
struct MergeCommand {
  private let parsed: ParsedCommand
  private let console: Console

  init(_ parsed: ParsedCommand, _ console: Console) {
    self.parsed = parsed
    self.console = console
  }

  func run() throws(Failure) -> ExitCode {
    let folder = try ChunkFolder.read(parsed.positionals[0])
    let paths = try RowPaths.paths(for: folder.runs, out: parsed.string("--out"))
    let isForced = parsed.has("--force")
    if !isForced, try FinishedRows.findings(folder.runs, paths) != nil {
      for path in paths { console.note("\(path) holds the rows of this run already; it is reused") }
      return .yes
    }
    try spare(folder, paths)
    let state = FolderState(folder)
    guard state.isComplete else { return try refuse(state) }
    var files: [RowFile] = []
    for path in paths {
      files.append(
        try RowFile(path, sparing: InputFiles(), isForced: isForced, folder.runs[0].form)
      )
    }
    do throws(Failure) {
      try write(folder, files)
    } catch {
      for file in files { file.discard() }
      throw error
    }
    for path in paths where path != "-" {
      console.note("\(NumberText.count(folder.runs[0].samples)) rows in \(path)")
    }
    return .yes
  }

  /// Refuses to write over what is merged.
  private func spare(_ folder: ChunkFolder, _ paths: [String]) throws(Failure) {
    for path in paths where path != "-" {
      let name = path.split(separator: "/").last.map { String($0) } ?? path
      guard ChunkFolder.owns(name), SafeFile.isSame(SafeFile.folder(of: path), folder.path) else {
        continue
      }
      throw Failure(
        .cannotCreate,
        "'\(path)' is of the folder that is merged; choose another --out"
      )
    }
  }

  private func refuse(_ state: FolderState) throws(Failure) -> ExitCode {
    for line in state.complaints { console.complain(line) }
    return state.foreign.isEmpty && state.damaged.isEmpty ? .no : .badData
  }

  private func write(_ folder: ChunkFolder, _ files: [RowFile]) throws(Failure) {
    for (file, header) in zip(files, folder.headers) {
      if let failure = file.begin(header) { throw MergeCommand.failure(file, failure) }
    }
    var writer: RowWriter?
    for number in 0..<folder.chunks.count {
      guard case .whole(let chunk) = folder.look(at: number), let rows = chunk.rows() else {
        throw Failure(
          .badData,
          "'\(folder.file(of: number))' does not hold the rows that its first line says; "
            + "remove it and run its shard again"
        )
      }
      if writer == nil {
        // No checkpoints: the chunks stay, and are put together again in a moment.
        writer = RowWriter(
          folder.runs,
          files,
          chunk.findings.withoutSamples,
          interval: .infinity
        )
      }
      if let failure = writer?.write(rows, nil, chunk.findings) {
        throw MergeCommand.failure(files[0], failure)
      }
    }
    try writer?.finish()
  }

  private static func failure(_ file: RowFile, _ number: Int32) -> Failure {
    Failure(.inputOutput, "cannot write '\(file.partPath)': \(systemText(number))")
  }
}
