import Conformance
import Documents
import Glibc
import Negotiation

/// Measures speed and memory, each against a yardstick in the same run.
@main
struct Benchmarks {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.contains("--help") || arguments.contains("-h") { return print(usage) }
    let names = arguments.filter { !$0.contains("/") && !$0.hasSuffix(".json5") }
    let path = arguments.first { !names.contains($0) } ?? "Scenarios/okinawa-2000.json5"
    let known = [
      "random", "structured", "sweep", "text", "solve", "map", "linear", "stability", "coalitions",
      "forecast", "negotiate", "memory",
    ]
    guard names.allSatisfy(known.contains) else {
      complain("there is no benchmark of this name; there are: \(known.joined(separator: ", "))")
      exit(64)
    }
    guard let scenario = read(path) else { exit(66) }
    let chosen = names.isEmpty ? known : Array(names)
    let instances = ["random", "structured"]
    if chosen.contains(where: { ["sweep", "linear"].contains($0) || instances.contains($0) }) {
      let peak = MachinePeak.measured()
      print("peak of this machine:")
      peak.print()
      if chosen.contains("linear") { LinearBenchmark(peak).run() }
      for name in instances where chosen.contains("sweep") || chosen.contains(name) {
        guard let instance = OwnCases.kernelInstance(name) else { exit(70) }
        KernelBenchmark(instance, peak).run(isLong: chosen.contains(name))
        GridBenchmark(instance).run(isLong: chosen.contains(name))
      }
    }
    if chosen.contains("solve") { SolveBenchmark(scenario, path).run() }
    if chosen.contains("sweep") {
      SweepBenchmark(scenario).run()
      RowsBenchmark(scenario).run()
    }
    if chosen.contains("text") { TextBenchmark(scenario).run() }
    if chosen.contains("map") { MapBenchmark(scenario).run() }
    if chosen.contains("forecast") { ForecastBenchmark(scenario).run() }
    if chosen.contains("negotiate") { NegotiateBenchmark().run() }
    if chosen.contains("stability") { StabilityBenchmark(scenario).run() }
    if chosen.contains("coalitions") { CoalitionBenchmark(scenario).run() }
    if chosen.contains("memory") { MemoryBenchmark(scenario).run() }
  }

  private static let usage = """
    usage: benchmarks [random] [structured] [sweep] [text] [solve] [map] [linear] [stability]
                      [coalitions] [forecast] [negotiate] [memory] [SCENARIO]

    sweep    the machine's peak; all pure equilibria of two reference instances, checked against their
             known answers; a whole scenario, beside a straightforward implementation; rows in a file
    random, structured
             one of the instances at Sobol' points and on grids, up to a hundred million of them
    text     writing and reading numbers, and reading the rows of a sweep
    solve    how long one answer takes, from starting the program to its end
    map      exact maps of two parameters, each checked against a grid of a million points
    linear   linear programmes of some sizes, exactly and in floating point
    forecast forecasts by each model over draws of uncertain numbers, on one thread and two
    negotiate
             talks turn by turn of each kind of negotiator, beside a plain implementation
    stability
             every outcome of a conflict put to the concepts of stability
    coalitions
             votes counted, worths of coalitions, nucleoli, each checked
    memory   how much memory a sweep takes as samples grow
    """

  private static func read(_ path: String) -> Scenario? {
    let reader = ScenarioReader { path throws(ScenarioReader.LoadFailure) in
      guard let file = fopen(path, "r") else {
        throw ScenarioReader.LoadFailure(reason: String(cString: strerror(errno)))
      }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { break }
        bytes += buffer[..<count]
      }
      return SourceText(name: path, bytes: bytes)
    }
    let reading = reader.read(path)
    if reading.scenario == nil { complain(DiagnosticPrinter().text(of: reading.diagnostics)) }
    return reading.scenario
  }

  static func complain(_ text: String) {
    let bytes = Array("benchmarks: \(text)\n".utf8)
    _ = write(2, bytes, bytes.count)
  }
}
