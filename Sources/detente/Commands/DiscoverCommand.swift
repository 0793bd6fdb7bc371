import Analysis
import Documents
import Presentation
import Sweeps

/// `detente discover`: in which region of the parameters an outcome occurs.
struct DiscoverCommand {
  private let session: ScenarioSession
  private var console: Console { session.console }
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    guard let wish = parsed.string("--outcome") else {
      throw Failure(
        .usage,
        "say which outcome: --outcome nmd=deploy, --outcome cycle, --outcome claim:ID"
      )
    }
    let settings = try settings()
    let result = try ResultFile(parsed.positionals[0], console)
    guard !result.columns(.axis).isEmpty else {
      throw Failure(.badData, "'\(result.path)' has one sample only: nothing varies in it")
    }
    let question = try OutcomeQuestion(wish, of: result)
    var discovery = try read(result, question)
    try discovery.search(settings)
    if !discovery.sample.isWhole, result.canBeReadAgain {
      try recount(&discovery, result, question)
    } else {
      discovery.countSample()
    }
    let text = DiscoveryText(discovery: discovery, result: result, question: question)
    switch session.format {
    case .table:
      try console.print(text.table(width: console.columns, palette: console.palette))
    case .json: try console.print(text.json.rendered() + "\n")
    case .csv: try console.print(text.csv)
    }
    return discovery.countOfInterest == 0 ? .no : .yes
  }

  /// How it is searched, as the options say; all mistakes at once.
  private func settings() throws(Failure) -> Discovery.Settings {
    var settings = Discovery.Settings()
    var mistakes: [String] = []
    func share(_ option: String, _ range: ClosedRange<Double>, _ words: String) -> Double? {
      guard let text = parsed.string(option) else { return nil }
      guard let value = Double(text), range.contains(value) else {
        mistakes.append("\(option) is \(words), not \(text)")
        return nil
      }
      return value
    }
    if let alpha = share("--alpha", 0.001...0.45, "a share from 0.001 to 0.45") {
      settings.prim.peelAlpha = alpha
      settings.prim.pasteAlpha = alpha
    }
    if let mass = share("--mass", 0...0.99, "a share from 0 to 0.99") {
      settings.prim.minimumMass = mass
    }
    settings.density = share("--density", 0...1, "a share from 0 to 1")
    settings.step = parsed.integer("--step")
    if settings.step != nil, settings.density != nil {
      mistakes.append("--step and --density each choose a box; give one of them")
    }
    settings.depth = parsed.integer("--depth") ?? settings.depth
    try session.fail(mistakes)
    return settings
  }

  private func read(
    _ result: ResultFile,
    _ question: OutcomeQuestion
  ) throws(Failure) -> Discovery {
    let capacity = parsed.integer("--keep") ?? 200_000
    var discovery = Discovery(axes: result.columns(.axis), capacity: capacity)
    var rows = try result.rows { $0.kind == .axis || question.needs($0) }
    while try rows.next() {
      guard let holds = question.answer(&rows) else {
        discovery.leftOut.add(rows.row.reason ?? "not known")
        continue
      }
      discovery.add(rows.row, isOfInterest: holds)
    }
    guard discovery.count > 0 else {
      throw Failure(
        .badData,
        discovery.leftOut.total > 0
          ? "'\(result.path)' has no row that could be computed" : "'\(result.path)' has no rows"
      )
    }
    try question.check(after: rows, result)
    return discovery
  }

  /// Counts the box and the leaves over all rows.
  private func recount(
    _ discovery: inout Discovery,
    _ result: ResultFile,
    _ question: OutcomeQuestion
  ) throws(Failure) {
    let axes = discovery.axesAskedOf
    var rows = try result.rows {
      $0.kind == .axis && axes.contains($0.position) || question.needs($0)
    }
    while try rows.next() {
      guard let holds = question.answer(&rows) else { continue }
      discovery.recount(rows.row, isOfInterest: holds)
    }
    discovery.endRecount()
  }
}
