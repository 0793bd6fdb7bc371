import Documents
import Glibc
import Sweeps

/// A folder of chunks, which the shards of one run write and `merge` puts together.
///
/// `run.json` says which run it is. Every chunk is a file of its own, there whole or not at all; its first
/// line is its record, the rows of each game follow. Who writes a chunk does not matter: it has the same
/// bytes.
struct ChunkFolder: Sendable {
  let path: String
  /// The run, one description for each game.
  let runs: [RunDescription]
  /// For each game the line above all rows.
  let headers: [[UInt8]]
  /// The hash of all identities.
  let runHash: String

  private static let runFile = "run.json"
  private var ending: String { runs[0].form == .csv ? "csv" : "jsonl" }

  private init(_ path: String, _ runs: [RunDescription], _ headers: [[UInt8]]) {
    self.path = path
    self.runs = runs
    self.headers = headers
    runHash = RunIdentity.hash(
      runs.map { $0.identity.hash + ($0.pairedWith ?? "") }.joined(separator: "\n")
    )
  }

  var chunks: ChunkNumbering { runs[0].chunks }

  // MARK: Opening

  /// Opens a folder for a run, making it where it is not there.
  static func open(
    _ path: String,
    for runs: [RunDescription],
    headers: [[UInt8]]
  ) throws(Failure) -> ChunkFolder {
    let folder = ChunkFolder(path, runs, headers)
    if mkdir(path, 0o755) != 0, errno != EEXIST {
      throw Failure(.cannotCreate, "cannot create the folder '\(path)': \(systemText(errno))")
    }
    guard let names = SafeFile.names(in: path) else {
      throw Failure(.cannotCreate, "'\(path)' is no folder: \(systemText(errno))")
    }
    SafeFile.removeLeftovers(in: path, names)
    if names.contains(runFile) {
      let known = try read(path)
      if let difference = folder.difference(of: known) {
        throw Failure(
          .cannotCreate,
          "'\(path)' holds chunks of another run: \(difference); choose another --out"
        )
      }
      return folder
    }
    guard names.allSatisfy({ $0.hasPrefix(runFile) }) else {
      throw Failure(
        .cannotCreate,
        "'\(path)' holds files that are not of a sweep; choose another --out"
      )
    }
    try SafeFile.write([Array((folder.json.rendered() + "\n").utf8)], to: path + "/" + runFile)
    return folder
  }

  private func difference(of other: ChunkFolder) -> String? {
    guard other.runs.count == runs.count else {
      return "it is of \(other.runs.count) scenarios, not \(runs.count)"
    }
    for (mine, others) in zip(runs, other.runs) {
      if let difference = mine.identity.difference(of: others.identity) { return difference }
    }
    return other.runHash == runHash ? nil : "it was not compared with the same first scenario"
  }

  private var json: JSONValue {
    .object([
      ("format", 2), ("chunks", .integer(chunks.count)),
      (
        "games",
        .array(
          zip(runs, headers).map { about, header in
            .object(
              about.members + [("header", .string(String(decoding: header, as: UTF8.self)))]
            )
          }
        )
      ),
    ])
  }

  /// Opens a folder that is there.
  static func read(_ path: String) throws(Failure) -> ChunkFolder {
    let file = path + "/" + runFile
    guard access(path, F_OK) == 0 else {
      throw Failure(.unreadable, "cannot read '\(path)': \(systemText(errno))")
    }
    guard access(file, F_OK) == 0 else {
      throw Failure(.badData, "'\(path)' is no folder of chunks: it has no \(runFile)")
    }
    let games = SweepRecord.read(file)?.value("games")?.elements ?? []
    let runs = games.compactMap { RunDescription($0) }
    let headers = games.compactMap { $0.value("header")?.string.map { Array($0.utf8) } }
    guard !runs.isEmpty, runs.count == games.count, headers.count == games.count else {
      throw Failure(.badData, "'\(file)' is damaged, or of another version of the program")
    }
    return ChunkFolder(path, runs, headers)
  }

  // MARK: Chunks

  /// The file of a chunk.
  func file(of chunk: Int) -> String {
    let digits = String(chunk)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
    return "\(path)/chunk-\(zeros)\(digits).\(ending)"
  }

  /// The numbers of the chunks for which there is a file, ascending.
  var present: [Int] {
    let names = SafeFile.names(in: path) ?? []
    let numbers: [Int] = names.compactMap { name in
      guard name.hasPrefix("chunk-"), name.hasSuffix("." + ending),
        let number = Int(name.dropFirst("chunk-".count).dropLast(ending.count + 1)),
        number >= 0, number < chunks.count, file(of: number).hasSuffix("/" + name)
      else { return nil }
      return number
    }
    return numbers.sorted()
  }

  /// Whether a name in the folder is one of its own.
  static func owns(_ name: String) -> Bool { name == runFile || name.hasPrefix("chunk-") }

  /// Writes a chunk.
  func write(_ number: Int, _ chunk: Chunk) throws(Failure) {
    let games = chunk.rows.indices.map { game in
      JSONValue.object(
        [("extent", .string(RowExtents.Extent(chunk, game).text))]
          + SweepRecord.members(chunk.summaries[game], game > 0 ? chunk.pairs[game - 1] : nil)
      )
    }
    let line = JSONValue.object([
      ("chunk", .integer(number)), ("run", .string(runHash)),
      ("samples", .integer(chunks.samples(of: number).count)), ("games", .array(games)),
    ]).rendered(isPretty: false)
    let path = file(of: number)
    try SafeFile.write([Array((line + "\n").utf8)] + chunk.rows, to: path)
  }

  /// Looks at a chunk's file, without reading its rows.
  func look(at number: Int) -> ChunkFile.State {
    ChunkFile.look(at: file(of: number), number: number, of: self)
  }
}
