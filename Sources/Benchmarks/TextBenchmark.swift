import Documents
import Glibc
import Negotiation
import Sweeps
import Synchronization

/// What numbers cost as text, and rows of a sweep when they are read again.
struct TextBenchmark {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  func run() {
    print("text: numbers beside the standard library, one thread; nanoseconds a number")
    for (name, numbers) in samples {
      let ours = seconds(of: numbers) { $1.append(shortest: $0) }
      let theirs = seconds(of: numbers) { $1 += $0.description.utf8 }
      report(name, ours * 1e9, "ns, written; the standard library's description takes")
      report("", theirs * 1e9, "ns")
    }
    readRows(.csv, "rows as CSV")
    readRows(.jsonLines, "rows as JSON Lines")
  }

  /// Numbers of different sorts, in an order that repeats nowhere.
  private var samples: [(String, [Double])] {
    var state: UInt64 = 2000
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
    let count = 100_000
    return [
      ("any bits", (0..<count).map { _ in Double(bitPattern: next() & ~(1 << 62)) }),
      ("-10 to 10", (0..<count).map { _ in Double(next() >> 11) * 0x1p-53 * 20 - 10 }),
      ("two places", (0..<count).map { _ in Double(next() % 100_000) / 100 }),
      ("whole", (0..<count).map { _ in Double(next() % 20_000) }),
    ]
  }

  /// Seconds for one number, with all of them written into memory that is there.
  private func seconds(of numbers: [Double], _ write: (Double, inout [UInt8]) -> Void) -> Double {
    var text: [UInt8] = []
    text.reserveCapacity(numbers.count * 32)
    let timing = Timing(runs: 11) {
      text.removeAll(keepingCapacity: true)
      for number in numbers { write(number, &text) }
    }
    return timing.median / Double(numbers.count)
  }

  private func readRows(_ form: Sweep.Form, _ name: String) {
    let wide = WideSweep(scenario, samples: 50_000)
    let output = Mutex<[UInt8]>([])
    _ = Sweep([wide.part], over: wide.design).run(threads: 2, form: form) { _, rows in
      output.withLock { $0 += rows }
      return nil
    }
    let text = output.withLock { $0 }
    let megabytes = Double(text.count) / 1e6
    print("text: reading \(name), \(wide.design.count) samples, \(Int(megabytes)) MB, one thread")
    var copy = [UInt8](repeating: 0, count: text.count)
    let copying = Timing(runs: 11) { copy.withUnsafeMutableBytes { $0.copyBytes(from: text) } }
    report("memory copied", megabytes / copying.median, "MB/s")
    for (label, isWanted) in TextBenchmark.choices {
      var rows = 0
      let timing = Timing(runs: 5) { rows = read(text, isWanted) }
      report(label, megabytes / timing.median, "MB/s (spread \(percent(timing.spread)))")
      if rows != wide.design.count { exit(70) }
    }
  }

  private static let choices: [(String, @Sendable (ResultColumn) -> Bool)] = [
    ("samples only", { _ in false }),
    ("one axis and one payoff", { [.axis, .payoff].contains($0.kind) && $0.position == 0 }),
    ("axes and payoffs", { [.axis, .payoff].contains($0.kind) }),
    ("everything", { _ in true }),
  ]

  /// Reads all rows and returns how many there are.
  private func read(_ text: [UInt8], _ isWanted: (ResultColumn) -> Bool) -> Int {
    var place = 0
    var rows = 0
    do {
      var reader = try ResultReader(name: "rows") { buffer in
        let count = min(buffer.count, text.count - place)
        buffer.copyBytes(from: text[place..<place + count])
        place += count
        return count
      }
      reader.choose(isWanted)
      while try reader.next() { rows += 1 }
    } catch {
      Benchmarks.complain("rows cannot be read: \(error)")
    }
    return rows
  }
}
