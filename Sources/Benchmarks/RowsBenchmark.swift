import Dispatch
import Glibc
import Negotiation
import Sweeps

/// Rows a second from the design to a file: where play settles, with what payoffs, for every sample.
struct RowsBenchmark {
  private let scenario: Scenario
  private static let samples = 2_000_000

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    print(
      "rows: \(RowsBenchmark.samples) samples, values, equilibria, settling outcome and payoffs of each, "
        + "in a file"
    )
    let wide = WideSweep(scenario, samples: RowsBenchmark.samples, isBrief: true)
    var rates: [Double] = []
    ResidentMemory.forget()
    for threads in [1, 2] {
      var bytes = 0
      let timing = Timing(runs: 3) { bytes = RowsBenchmark.write(wide, threads: threads) }
      rates.append(Double(RowsBenchmark.samples) / timing.best)
      report(
        "\(threads) thread\(threads == 1 ? "" : "s")",
        rates[rates.count - 1],
        "rows/s (best of 3), \(bytes / RowsBenchmark.samples) bytes a row, "
          + "\(Int(Double(bytes) / timing.best / 1e6)) MB/s"
      )
    }
    report("two threads to one", rates[1] / rates[0], "times as fast")
    if let peak = ResidentMemory.peak { report("largest resident set", peak, "MB") }
  }

  /// Writes the rows to a file that has no name; gives how many bytes they have.
  private static func write(_ wide: WideSweep, threads: Int) -> Int {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/benchmarks-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return 0 }
    unlink(template)
    defer { close(descriptor) }
    var bytes = 0
    _ = Sweep([wide.part], over: wide.design).run(threads: threads, form: .csv) { _, rows in
      let count = rows.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      bytes += max(0, count)
      return count == rows.count ? nil : errno
    }
    return bytes
  }
}
