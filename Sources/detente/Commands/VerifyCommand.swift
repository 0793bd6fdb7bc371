import Documents
import Glibc
import Presentation
import Sweeps

/// `detente verify`: whether rows are still what was written, chunk by chunk.
struct VerifyCommand {
  private let parsed: ParsedCommand
  private let console: Console

  init(_ parsed: ParsedCommand, _ console: Console) {
    self.parsed = parsed
    self.console = console
  }

  func run() throws(Failure) -> ExitCode {
    var code = ExitCode.yes
    for path in parsed.positionals {
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw Failure(.unreadable, "cannot read '\(path)': \(systemText(errno))")
      }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let mistakes = isFolder ? try folder(path) : try file(path)
      for mistake in mistakes { try console.print("\(path): \(mistake)\n") }
      if !mistakes.isEmpty { code = .no }
    }
    return code
  }

  // MARK: Files

  private func file(_ path: String) throws(Failure) -> [String] {
    guard let record = SweepRecord.read(SweepRecord.path(for: path)) else {
      throw Failure(.unreadable, "'\(path)' has no record '\(SweepRecord.path(for: path))'")
    }
    if record.value("games") != nil {
      throw Failure(
        .badData,
        "'\(path)' is of an unfinished run; --resume verifies it and goes on, status tells how far it is"
      )
    }
    guard let about = RunDescription(record), let noted = RowExtents.Noted(record),
      noted.extents.count - 1 == about.chunks.count
    else {
      throw Failure(
        .badData,
        "'\(SweepRecord.path(for: path))' is damaged, or of another version of the program"
      )
    }
    var mistakes = try chunkMistakes(path, about, noted)
    if SweepRecord.findings(record) == nil {
      mistakes.append("the summary in its record is damaged")
    }
    if mistakes.isEmpty {
      try console.print(
        "\(path): \(NumberText.count(about.samples)) rows in "
          + "\(NumberText.count(about.chunks.count)) chunks are as they were written "
          + "(checksum \(noted.checksum))\n"
      )
    }
    return mistakes
  }

  private func chunkMistakes(
    _ path: String,
    _ about: RunDescription,
    _ noted: RowExtents.Noted
  ) throws(Failure) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.unreadable, "cannot read '\(path)': \(systemText(errno))")
    }
    defer { close(descriptor) }
    var mistakes: [String] = []
    for (index, extent) in noted.extents.enumerated() {
      guard let bytes = readBytes(extent.bytes, from: descriptor) else {
        return mistakes + ["it ends in \(name(index, about))"]
      }
      if RowExtents.Extent(bytes) != extent {
        mistakes.append("\(name(index, about)) has been changed")
      } else if index > 0 {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") }
        let samples = about.chunks.samples(of: index - 1).count
        if lines != samples {
          mistakes.append("\(name(index, about)) has \(lines) rows, not \(samples)")
        }
      }
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, Int(status.st_size) > noted.bytes {
      mistakes.append("\(Int(status.st_size) - noted.bytes) bytes follow the last row")
    }
    return mistakes
  }

  private func name(_ index: Int, _ about: RunDescription) -> String {
    guard index > 0 else { return "the header" }
    let samples = about.chunks.samples(of: index - 1)
    return "chunk \(index - 1) (samples \(samples.lowerBound) to \(samples.upperBound - 1))"
  }

  // MARK: Folders

  private func folder(_ path: String) throws(Failure) -> [String] {
    let folder = try ChunkFolder.read(path)
    let state = FolderState(folder)
    var mistakes = state.complaints
    for number in state.present {
      if case .whole(let chunk) = folder.look(at: number), chunk.rows() == nil {
        mistakes.append(
          "'\(folder.file(of: number))' has been changed; remove it and run its shard again"
        )
      }
    }
    if mistakes.isEmpty {
      try console.print(
        "\(path): all \(NumberText.count(folder.chunks.count)) chunks are as they were written\n"
      )
    }
    return mistakes
  }
}
