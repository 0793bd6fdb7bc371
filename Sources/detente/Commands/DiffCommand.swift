import Analysis
import Documents
import Presentation
import Sweeps

/// `detente diff`: two results compared row by row.
struct DiffCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }
  private let tolerance: Double
  private let keep: Int

  /// The most rows that are joined by their values, which have to be kept in memory.
  private static let limit = 1_000_000

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
    keep = parsed.integer("--keep") ?? 200_000
    let text = parsed.string("--payoff-tolerance") ?? "1e-9"
    guard let tolerance = Double(text), tolerance >= 0, tolerance.isFinite else {
      throw Failure(.usage, "--payoff-tolerance is a number of at least 0, not \(text)")
    }
    self.tolerance = tolerance
  }

  func run() throws(Failure) -> ExitCode {
    let (one, other) = (parsed.positionals[0], parsed.positionals[1])
    if one == "-", other == "-" {
      throw Failure(.usage, "standard input can be one of the two results, not both")
    }
    let pair = ComparedPair(
      try ResultFile(one, console),
      try ResultFile(other, console),
      tolerance: tolerance,
      keep: keep
    )
    let difference = try compare(pair)
    let text = DifferenceText(difference: difference, pair: pair)
    switch session.format {
    case .table:
      try console.print(text.table(width: console.columns, palette: console.palette))
    case .json: try console.print(text.json.rendered() + "\n")
    case .csv: try console.print(text.csv)
    }
    return difference.hasDifferences ? .no : .yes
  }

  private func compare(_ pair: ComparedPair) throws(Failure) -> ResultDifference {
    guard pair.common.hasSameAxes else { return try pair.unjoined() }
    if let difference = try pair.joinedBySample() { return difference }
    guard pair.first.canBeReadAgain, pair.second.canBeReadAgain else {
      throw Failure(
        .badData,
        "the results were not swept on the same samples, so both have to be read again; give files, "
          + "not pipes"
      )
    }
    if let difference = try pair.joinedByValues(limit: DiffCommand.limit) { return difference }
    return try pair.unjoined()
  }
}
