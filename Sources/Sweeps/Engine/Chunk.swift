/// The rows and counts of some neighbouring samples, for each game of a sweep.
public struct Chunk: Sendable {
  /// For each game its rows as text.
  public internal(set) var rows: [[UInt8]]
  /// For each game the checksum of its rows.
  public internal(set) var checksums: [Checksum] = []
  /// For each game what was found in it.
  public internal(set) var summaries: [SweepSummary]
  /// For each later game how it differs from the first.
  public internal(set) var pairs: [PairSummary]

  init(rows: [[UInt8]], summaries: [SweepSummary], pairs: [PairSummary]) {
    self.rows = rows
    self.summaries = summaries
    self.pairs = pairs
  }

  /// What was found in its samples.
  public var findings: Sweep.Findings { Sweep.Findings(summaries: summaries, pairs: pairs) }
}
