import Dispatch
import Glibc
import Presentation
import Sweeps

/// Writes the rows of a run to its files, and secures them as it goes.
struct RowWriter {
  private let runs: [RunDescription]
  private let files: [RowFile]
  private(set) var findings: Sweep.Findings
  /// How many seconds pass between two checkpoints.
  private let interval: Double
  private var lastTime = DispatchTime.now()
  /// How many samples an unfinished run can go on after.
  private(set) var securedSamples: Int

  /// The files' first rows are in them, or they are empty.
  init(
    _ runs: [RunDescription],
    _ files: [RowFile],
    _ findings: Sweep.Findings,
    interval: Double = 1
  ) {
    self.runs = runs
    self.files = files
    self.findings = findings
    self.interval = interval
    securedSamples = findings.summaries[0].samples
  }

  private var isKept: Bool { files[0].isKept }

  /// How many samples are written.
  var samples: Int { findings.summaries[0].samples }

  /// Writes the rows of the next chunk; gives the system's error number where that fails.
  mutating func write(
    _ rows: [[UInt8]],
    _ checksums: [Checksum]?,
    _ found: Sweep.Findings
  ) -> Int32? {
    for (game, file) in files.enumerated() {
      if let failure = file.write(rows[game], checksums?[game]) { return failure }
    }
    findings.add(found)
    let now = DispatchTime.now()
    let passed = Double(now.uptimeNanoseconds - lastTime.uptimeNanoseconds) / 1e9
    if isKept, passed >= interval {
      lastTime = now
      // A checkpoint that fails leaves the one before in force.
      _ = try? secure()
    }
    return nil
  }

  /// Brings what is written to the disk, and notes that it is there.
  mutating func secure() throws(Failure) {
    guard isKept else { return }
    for file in files {
      if let failure = file.sync() {
        throw Failure(.inputOutput, "cannot write '\(file.partPath)': \(systemText(failure))")
      }
    }
    try Checkpoint.write(records, for: files[0].path)
    securedSamples = samples
  }

  private var records: [SweepRecord] {
    runs.indices.map { index in
      SweepRecord(
        about: runs[index],
        extents: files[index].extents,
        summary: findings.summaries[index],
        pair: index > 0 ? findings.pairs[index - 1] : nil
      )
    }
  }

  /// Gives the finished files their names, each with its record beside it.
  ///
  /// A run that is ended in between goes on here.
  mutating func finish() throws(Failure) {
    guard isKept else { return }
    try secure()
    for (record, file) in zip(records, files) where !file.isFinished {
      try record.write(for: file.path)
      try file.finish()
    }
    Checkpoint.remove(for: files[0].path)
  }
}
