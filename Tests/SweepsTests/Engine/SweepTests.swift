import Foundation
import GameTheory
import Testing

@testable import Sweeps

@Suite("Sweeps")
struct SweepTests {
  // MARK: - The same bytes

  @Test(
    "Rows and summary are the same with any number of threads",
    arguments: [Sweep.Form.csv, .jsonLines]
  )
  func threads(_ form: Sweep.Form) {
    let sweep = SmallGame.sweep(SmallGame.design(.random, samples: 4500))
    let one = sweep.output(threads: 1, form: form)
    #expect(one.ending.isComplete)
    #expect(one.output.lines.count == 4500 + (form == .csv ? 1 : 0))
    #expect(one.output.bytes.last == UInt8(ascii: "\n"))
    for threads in [2, 3, 7] {
      let many = sweep.output(threads: threads, form: form)
      #expect(many.output.bytes == one.output.bytes, "\(threads) threads")
      #expect(SummaryCounts(many.summary) == SummaryCounts(one.summary))
      #expect(many.summary.importance == one.summary.importance)
      #expect(many.ending.isComplete)
    }
  }

  @Test("Sweeps longer than a round of chunks are whole and in order")
  func manyRounds() {
    let sweep = SmallGame.sweep(SmallGame.design(.sobol, samples: 9 * 1024 + 5))
    let one = sweep.output(threads: 1)
    let three = sweep.output(threads: 3)
    let samples = one.output.lines.dropFirst().map { $0.prefix { $0 != "," } }
    #expect(samples == (0..<9 * 1024 + 5).map { "\($0)"[...] })
    #expect(one.output.bytes == three.output.bytes)
    #expect(one.summary.samples == 9 * 1024 + 5)
  }

  @Test(
    "Sweeps of no, one and a chunk's number of samples are written",
    arguments: [0, 1, 63, 1024, 1025]
  )
  func edgeCounts(_ count: Int) {
    let sweep = SmallGame.sweep(SmallGame.design(.latin, samples: count))
    let (output, summary, ending) = sweep.output(threads: 2)
    #expect(output.lines.count == count + 1)
    #expect(summary.samples == count)
    #expect(ending.isComplete)
  }

  @Test("Progress ends at the number of samples")
  func progress() {
    let progress = Sweep.Progress()
    let sweep = SmallGame.sweep(SmallGame.design(.random, samples: 5000))
    _ = sweep.output(threads: 2, progress: progress)
    #expect(progress.samples == 5000)
    #expect(!progress.isCancelled)
  }

  @Test("Samples are dealt in chunks that follow one another")
  func chunks() {
    for samples in [0, 1, 64, 65, 4095, 4096, 8191, 8192, 100_000, 10_000_000] {
      let chunks = ChunkNumbering(samples: samples)
      var next = 0
      var isWhole = true
      for chunk in 0..<chunks.count {
        let range = chunks.samples(of: chunk)
        isWhole = isWhole && range.lowerBound == next && !range.isEmpty && range.count <= 16_384
        next = range.upperBound
      }
      #expect(isWhole && next == samples, "\(samples) samples")
    }
  }

  // MARK: - The right rows

  @Test(
    "Each row is what the game says at the decimals that the row prints",
    arguments: Design.Kind.allCases
  )
  func rows(_ kind: Design.Kind) throws {
    let design = SmallGame.design(kind, samples: 200)
    let (output, _, _) = SmallGame.sweep(design).output(threads: 2)
    let lines = output.lines
    #expect(
      lines[0]
        == "sample,x,y,equilibria,equilibrium_outcomes,settled,cycle,move,answer,price,join,"
        + "payoff:ann,payoff:bob,payoff:cy,claim:first,claim:second,claim:third,claim:fourth,reason"
    )
    #expect(lines.count == design.count + 1)
    var cycles = 0
    for (sample, line) in lines.dropFirst().enumerated() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      try #require(fields.count == 19)
      #expect(fields[0] == String(sample))
      var point = SmallGame.values
      for axis in 0..<2 {
        point[axis] = try #require(Rational(decimal: fields[1 + axis]))
        #expect(Double(fields[1 + axis]) == design.value(sample: sample, axis: axis))
      }
      try expect(Array(fields[3...]), at: point, line)
      if fields[6] != "0" { cycles += 1 }
    }
    #expect(cycles > 0 && cycles < design.count)
  }

  /// Compares the fields after the axes with the game solved exactly.
  private func expect(_ fields: [String], at point: [Rational], _ line: String) throws {
    let game = SmallGame.game
    let exact = ExactGame(game, at: point)
    let equilibria = exact.strategic.pureEquilibria().map { exact.outcome(of: $0.profile) }.sorted()
    #expect(fields[0] == String(equilibria.count), "\(line)")
    #expect(fields[1] == equilibria.map { String($0) }.joined(separator: " "), "\(line)")
    let path = exact.strategic.settling(from: exact.profile(of: 0))
    if let rest = path.rest {
      let outcome = exact.outcome(of: rest)
      #expect(fields[2] == String(outcome), "\(line)")
      #expect(fields[3] == "0")
      let options = game.numbering.options(of: outcome)
      for (decision, label) in SmallGame.labels.decisions.enumerated() {
        #expect(fields[4 + decision] == label.options[options[decision]], "\(line)")
      }
      for player in 0..<3 {
        let payoff = try #require(Double(fields[8 + player]))
        let expected = exact.payoff(of: player, in: rest).toDouble()
        #expect(abs(payoff - expected) < 1e-13, "\(line)")
      }
    } else {
      #expect(fields[2] == "")
      #expect(fields[3] == String(path.cycle.count), "\(line)")
      #expect(fields[4..<11].allSatisfy { $0 == "" })
    }
    var evaluator = BlockEvaluator(FoldedGame(game, settings: point.map { .fixed($0) }))
    evaluator.load(count: 1) { _, _ in 0 }
    for (index, predicate) in SmallGame.predicates.enumerated() {
      #expect(fields[11 + index] == (evaluator.holds(predicate) ? "1" : "0"), "\(line)")
    }
  }

  @Test("JSON Lines say the same as the table")
  func jsonLines() throws {
    let sweep = SmallGame.sweep(SmallGame.design(.grid, samples: 0))
    let table = sweep.output(threads: 1).output.lines
    let header = table[0].split(separator: ",").map { String($0) }
    let objects = sweep.output(threads: 1, form: .jsonLines).output.lines
    try #require(objects.count == table.count - 1)
    for (line, row) in zip(objects, table.dropFirst()) {
      let object = try JSONDecoder().decode([String: Value].self, from: Data(line.utf8))
      #expect(Set(object.keys) == Set(header))
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      for (name, field) in zip(header, fields) {
        let value = try #require(object[name], "\(name) in \(line)")
        #expect(value.isSame(as: field), "\(name) in \(line)")
      }
    }
  }

  /// A value of a row in JSON.
  private enum Value: Decodable {
    case nothing
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([Int])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .nothing
      } else if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try container.decode([Int].self))
      }
    }

    /// Tells whether a field of the table says the same.
    func isSame(as field: String) -> Bool {
      switch self {
      case .nothing: field.isEmpty
      case .truth(let truth): field == (truth ? "1" : "0")
      case .number(let number): Double(field) == number
      case .text(let text): field == text
      case .list(let list): field == list.map { String($0) }.joined(separator: " ")
      }
    }
  }

  // MARK: - Stopping early

  @Test("A cancelled sweep has whole rows, from the first on, counted rightly", arguments: [1, 3])
  func cancelled(threads: Int) {
    let sweep = SmallGame.sweep(SmallGame.design(.random, samples: 9000))
    let full = sweep.output(threads: 1).output.bytes
    for calls in [1, 2, 7, 12] {
      // Cancelled by the writer, while other threads solve.
      let progress = Sweep.Progress()
      let output = Output()
      let (findings, ending) = sweep.run(threads: threads, form: .csv, progress: progress) {
        let error = output.write($1)
        if output.callCount == calls { progress.cancel() }
        return error
      }
      let samples = findings.summaries[0].samples
      #expect(ending.isCancelled)
      #expect(output.bytes.last == UInt8(ascii: "\n"))
      #expect(full.starts(with: output.bytes), "\(calls) calls")
      #expect(output.lines.count == samples + 1)
      #expect(samples < 9000)
    }
  }

  @Test("A sweep cancelled before it begins writes its header alone")
  func cancelledAtOnce() {
    let progress = Sweep.Progress()
    progress.cancel()
    let sweep = SmallGame.sweep(SmallGame.design(.random, samples: 100))
    let (output, summary, ending) = sweep.output(threads: 2, progress: progress)
    #expect(ending.isCancelled)
    #expect(output.lines.count == 1)
    #expect(summary.samples == 0)
  }

  @Test("A writer that fails is reported with its number, and no rows are counted but written ones")
  func failingWriter() {
    let sweep = SmallGame.sweep(SmallGame.design(.random, samples: 4000))
    let full = sweep.output(threads: 1).output.bytes
    for call in [1, 2, 5, 10, 30] {
      for threads in [1, 2] {
        let output = Output(failingCall: call)
        let (findings, ending) = sweep.run(threads: threads, form: .csv) { output.write($1) }
        #expect(ending.failure == 28, "call \(call), \(threads) threads")
        #expect(full.starts(with: output.bytes))
        #expect(output.callCount == call, "it writes on after failing")
        // Rows of a round that was written in part are not counted.
        #expect(findings.summaries[0].samples <= max(0, output.lines.count - 1))
      }
    }
  }

  // MARK: - Several games

  @Test("Several games over one design have the rows of each alone, and are compared by sample")
  func severalGames() throws {
    let design = SmallGame.design(.random, samples: 3000)
    let parts = [
      SmallGame.part(design), SmallGame.part(design, third: Rational(-1, 4)),
      SmallGame.part(design, tolerance: Rational(1, 10)),
    ]
    let alone = parts.map { Sweep([$0], over: design).output(threads: 2) }
    var first: Sweep.Findings?
    for threads in [1, 2, 5] {
      let outputs = parts.map { _ in Output() }
      let (findings, ending) = Sweep(parts, over: design).run(threads: threads, form: .csv) {
        outputs[$0].write($1)
      }
      #expect(ending.isComplete)
      for game in parts.indices {
        #expect(outputs[game].bytes == alone[game].output.bytes, "game \(game)")
        #expect(SummaryCounts(findings.summaries[game]) == SummaryCounts(alone[game].summary))
      }
      #expect(findings.pairs == (first ?? findings).pairs, "\(threads) threads")
      first = first ?? findings
    }
    let pairs = try #require(first).pairs
    #expect(pairs.count == 2)
    let tables = try alone.map { try settledPayoffs($0.output) }
    for (pair, table) in zip(pairs, tables.dropFirst()) { expect(pair, tables[0], table) }
  }

  /// By sample the settled outcome with the payoffs there; nil in a cycle.
  private func settledPayoffs(_ output: Output) throws -> [(outcome: Int, payoffs: [Double])?] {
    try output.lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      guard let outcome = Int(fields[5]) else { return nil }
      return (outcome, try fields[11..<14].map { try #require(Double($0)) })
    }
  }

  private func expect(
    _ pair: PairSummary,
    _ first: [(outcome: Int, payoffs: [Double])?],
    _ second: [(outcome: Int, payoffs: [Double])?]
  ) {
    let both = zip(first, second).compactMap { one, other in
      one.flatMap { one in other.map { (one, $0) } }
    }
    #expect(pair.settledInBoth == both.count)
    #expect(pair.sameOutcome == both.count { $0.0.outcome == $0.1.outcome })
    for player in 0..<3 {
      let gains = both.map { $0.1.payoffs[player] - $0.0.payoffs[player] }
      #expect(pair.better[player] == gains.count { $0 > 0 })
      #expect(pair.worse[player] == gains.count { $0 < 0 })
      #expect(abs(pair.gains[player] - gains.reduce(0, +)) < 1e-9)
    }
    #expect(both.count > 0)
  }

  // MARK: - Settings

  @Test("A design's axes vary over their ranges and the other variables are fixed")
  func settings() throws {
    let settings = SmallGame.part(SmallGame.design(.grid, samples: 0)).game.settings
    guard case .varying(let first) = settings[0], case .varying(let second) = settings[1],
      case .fixed(let third) = settings[2]
    else {
      Issue.record("\(settings)")
      return
    }
    #expect(first == -0.5...1)
    #expect(second == 0...0.7)
    #expect(third == Rational(1, 5))
  }
}

/// The public counts of a summary.
struct SummaryCounts: Equatable {
  let samples: Int
  let settled: [Int: Int]
  let cycles: Int
  let equilibriumCounts: [Int: Int]
  let equilibria: [Int: Int]
  let claims: [Int]

  init(_ summary: SweepSummary) {
    samples = summary.samples
    settled = summary.settled
    cycles = summary.cycles
    equilibriumCounts = summary.equilibriumCounts
    equilibria = summary.equilibria
    claims = summary.claims
  }
}
