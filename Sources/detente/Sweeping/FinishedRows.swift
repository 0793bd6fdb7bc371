import Glibc
import Sweeps

/// Rows that are there already.
enum FinishedRows {
  /// What the files hold, if they are of these very runs; nil where none is there.
  ///
  /// Fails where one is of another run.
  static func findings(
    _ runs: [RunDescription],
    _ paths: [String]
  ) throws(Failure) -> Sweep.Findings? {
    var summaries: [SweepSummary] = []
    var pairs: [PairSummary] = []
    var others: [String] = []
    for (about, path) in zip(runs, paths) {
      var status = stat()
      guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      switch SweepRecord.compare(path, with: about) {
      case .same(let summary, let pair):
        summaries.append(summary)
        if let pair { pairs.append(pair) }
      case .other(let reason):
        others.append("'\(path)' exists, and \(reason)")
      }
    }
    guard others.isEmpty else {
      throw Failure(
        .cannotCreate,
        others.joined(separator: "\n") + "; --force replaces it, --out writes elsewhere"
      )
    }
    return summaries.count == runs.count ? Sweep.Findings(summaries: summaries, pairs: pairs) : nil
  }
}
