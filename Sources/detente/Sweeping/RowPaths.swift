import Documents
import Sweeps

/// Where the rows of each game of a run go.
enum RowPaths {
  /// The paths: named after scenario and sweep, or as `--out` says.
  static func paths(for runs: [RunDescription], out: String?) throws(Failure) -> [String] {
    let ending = runs[0].form == .csv ? "csv" : "jsonl"
    let names = runs.map { run in
      let file = run.file.split(separator: "/").last.map(String.init) ?? ""
      let stem =
        run.file == "-"
        ? "scenario" : file.hasSuffix(".json5") ? String(file.dropLast(".json5".count)) : file
      return "\(stem)-\(run.sweep)"
    }
    if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw Failure(
        .usage,
        "two scenarios would write to \(names[twice]).\(ending); run them apart, with --out"
      )
    }
    guard let out else { return try targets(names.map { "\($0).\(ending)" }) }
    if runs.count == 1 { return try targets([out]) }
    if out == "-" {
      throw Failure(.usage, "--out - takes one scenario; several write to a file each")
    }
    let file = out.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else {
      return try targets(names.map { "\(out)-\($0)" })
    }
    return try targets(names.map { "\(out[..<dot])-\($0)\(out[dot...])" })
  }

  private static func targets(_ paths: [String]) throws(Failure) -> [String] {
    var targets: [String] = []
    for path in paths { targets.append(try RowFile.target(of: path)) }
    return targets
  }
}
