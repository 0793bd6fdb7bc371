import Documents
import GameTheory
import Glibc
import Negotiation
import Presentation

/// `detente map`: the exact phase diagram of two numbers.
struct MapCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }
  private var console: Console { session.console }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let resolution = try resolution()
    let out = try target()
    let wishes = try session.wishes(parsed.occurrences)
    let scenario = try session.model(parsed.positionals[0], wishes).scenario
    let axes = try VariedNumberReader(scenario).axes(parsed.strings("--vary"))
    let model = try session.model(scenario, wishes, varying: [axes.x.path, axes.y.path])
    let diagram = PhaseDiagram(
      model,
      x: axes.x,
      y: axes.y,
      tolerance: session.tolerance,
      resolution: resolution
    )
    try refuse(diagram)
    warn(of: diagram)
    let record = MapRecord(diagram, tolerance: session.tolerance, resolution: resolution)
    if let out {
      try check(out)
      let text =
        switch MapCommand.ending(of: out) {
        case "svg": MapPicture(diagram).svg
        case "csv": record.csv
        default: record.json.rendered() + "\n"
        }
      try SafeFile.write([Array(text.utf8)], to: out)
    }
    switch session.format {
    case .table:
      try console.print(
        MapText(diagram, console, isExact: parsed.has("--exact"), width: console.columns).text
      )
      if let out { try console.print("\nthe map is in \(out)\n") }
    case .json: try console.print(record.json.rendered() + "\n")
    case .csv: try console.print(record.csv)
    }
    return .yes
  }

  private func resolution() throws(Failure) -> Rational {
    let written = parsed.string("--resolution") ?? "0.0005"
    guard let value = Rational(decimal: written), value >= Rational(1, 10_000), value <= 1 else {
      throw Failure(.usage, "--resolution is a share from 0.0001 to 1, not \(written)")
    }
    return value
  }

  // MARK: The file

  private static func ending(of path: String) -> String {
    path.split(separator: ".", omittingEmptySubsequences: false).last.map { String($0) } ?? ""
  }

  private func target() throws(Failure) -> String? {
    guard let out = parsed.string("--out") else { return nil }
    guard ["svg", "csv", "json"].contains(MapCommand.ending(of: out)) else {
      throw Failure(.usage, "--out takes a file that ends in .svg, .csv or .json, not '\(out)'")
    }
    return try RowFile.target(of: out)
  }

  private func check(_ out: String) throws(Failure) {
    guard access(out, F_OK) == 0 else { return }
    if session.inputs.contains(out) {
      throw Failure(.cannotCreate, "'\(out)' is read by this run; choose another --out")
    }
    guard parsed.has("--force") else {
      throw Failure(.cannotCreate, "'\(out)' exists; --force replaces it, --out writes elsewhere")
    }
  }

  /// A map of which the scenario's constraints leave nothing is none.
  private func refuse(_ diagram: PhaseDiagram) throws(Failure) {
    guard let forbidden = diagram.forbidden, diagram.regions.isEmpty, diagram.undecided.isEmpty
    else { return }
    let texts = Wording.list(forbidden.constraints.map { "'\($0)'" })
    throw Failure(
      .usage,
      "no point of the map meets the scenario's \(forbidden.constraints.count == 1 ? "constraint" : "constraints") "
        + "\(texts); map other ranges, or set the other parameters in it otherwise"
    )
  }

  private func warn(of diagram: PhaseDiagram) {
    for axis in diagram.idle {
      console.note(
        "warning: nobody's choice depends on '\(axis.path)'; the map is the same along it"
      )
    }
  }
}
