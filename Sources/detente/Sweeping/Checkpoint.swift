import Documents
import Glibc
import Sweeps

/// How far an unfinished run is secured: from here it can go on.
///
/// One file for all games of the run, so that it changes for all of them at once.
struct Checkpoint {
  /// For each game the record of its rows so far.
  let games: [Node]

  /// The checkpoint's file, beside the unfinished rows of the run's first game.
  static func path(for rows: String) -> String {
    SweepRecord.path(for: RowFile.partPath(of: rows))
  }

  /// Reads the checkpoint of a run; nil where there is none.
  init?(for rows: String) {
    guard let games = SweepRecord.read(Checkpoint.path(for: rows))?.value("games")?.elements,
      !games.isEmpty
    else { return nil }
    self.games = games
  }

  /// Secures what the files hold.
  static func write(_ records: [SweepRecord], for rows: String) throws(Failure) {
    let json = JSONValue.object([
      ("format", 2), ("games", .array(records.map { $0.json(isComplete: false) })),
    ])
    try SafeFile.write([Array((json.rendered() + "\n").utf8)], to: path(for: rows))
  }

  static func remove(for rows: String) {
    unlink(path(for: rows))
  }

  /// In words why a run cannot go on from here; nil where it can.
  func difference(from runs: [RunDescription]) -> String? {
    guard games.count == runs.count else {
      return "it is of \(games.count) scenarios, not \(runs.count)"
    }
    for (game, about) in zip(games, runs) {
      guard let run = RunIdentity(game.value("run")) else { return "its record is damaged" }
      if let difference = about.identity.difference(of: run) { return difference }
      if game.value("pairedWith")?.string != about.pairedWith {
        return "it was not compared with the same first scenario"
      }
    }
    return nil
  }

  /// What was found so far; nil where that is damaged.
  var findings: Sweep.Findings? {
    let found = games.compactMap { SweepRecord.findings($0) }
    guard found.count == games.count else { return nil }
    return Sweep.Findings(
      summaries: found.map { $0.summary },
      pairs: found.dropFirst().compactMap { $0.pair }
    )
  }

  /// What stands where in the rows of each game; nil where that is damaged.
  var extents: [RowExtents.Noted]? {
    let noted = games.compactMap { RowExtents.Noted($0) }
    guard noted.count == games.count,
      noted.allSatisfy({ $0.extents.count == noted[0].extents.count })
    else { return nil }
    return noted
  }
}
