import Documents
import TestSupport
import Testing

@testable import Sweeps

@Suite("Results of sweeps, read row by row")
struct ResultReaderTests {
  @Test("what rows say is read back, from a table and from JSON Lines, in pieces of any size")
  func roundTrip() throws {
    let wrong = try failures(seeds: 300) { random in
      let result = RandomResult(&random)
      var reader = try reader(result.text, &random)
      guard reader.columns.map({ $0.name }) == result.names else { return "columns" }
      for expected in result.rows {
        guard try reader.next() else { return "a row is missing" }
        let row = reader.row
        guard row.sample == expected.sample, row.reason == expected.reason else {
          return "sample"
        }
        guard row.values == expected.values.map({ .number($0) }) else { return "values" }
        if expected.isUnknown {
          guard row.equilibriumCount == nil, row.settled == nil,
            row.options.allSatisfy({ $0 == nil }),
            row.payoffs.allSatisfy({ $0 == nil }), row.claims.allSatisfy({ $0 == nil })
          else { return "something of what is not known" }
          continue
        }
        guard row.equilibriumCount == expected.equilibria.count,
          row.equilibria == expected.equilibria
        else { return "equilibria of \(row.sample)" }
        guard row.settled == expected.settled, row.cycleLength == expected.cycleLength else {
          return "where play settles"
        }
        let options = row.options.enumerated().map { decision, option in
          option.map { reader.options[decision][$0] }
        }
        guard options == expected.options else { return "options \(options)" }
        guard row.payoffs == expected.payoffs else { return "payoffs" }
        guard row.claims == expected.claims.map({ $0 }) else { return "claims" }
      }
      return try reader.next() ? "a row too many" : nil
    }
    #expect(wrong == [])
  }

  @Test("columns that are not asked for stay empty")
  func choice() throws {
    let wrong = try failures(seeds: 100) { random in
      let result = RandomResult(&random)
      var reader = try reader(result.text, &random)
      let mask = random.next()
      reader.choose { mask >> UInt64($0.field % 64) & 1 == 1 }
      func isChosen(_ column: ResultColumn) -> Bool { mask >> UInt64(column.field % 64) & 1 == 1 }
      for expected in result.rows {
        guard try reader.next() else { return "a row is missing" }
        if expected.isUnknown { continue }
        for column in reader.columns {
          let found: Bool
          switch column.kind {
          case .axis: found = reader.row.values[column.position] != nil
          case .equilibriumCount: found = reader.row.equilibriumCount != nil
          case .payoff:
            found = reader.row.payoffs[column.position] != nil
            if expected.payoffs[column.position] == nil, !found { continue }
          case .claim: found = reader.row.claims[column.position] != nil
          default: continue
          }
          if found != isChosen(column) { return "\(column.name)" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  private static let header =
    "sample,x,equilibria,equilibrium_outcomes,settled,cycle,d,payoff:a,claim:k,reason\n"

  /// A text, the code of its mistake, where that is, and what the message says.
  static let cases: [(String, String, String, String)] = [
    ("", "T001", "r:1:1", "nothing"),
    ("id,x\n", "R001", "r:1:1", "'sample'"),
    ("sample,x,y\n", "R001", "r:1:8", "'equilibria'"),
    ("sample,equilibria,equilibrium_outcomes,cycle\n", "R001", "r:1:8", "'settled'"),
    ("sample,equilibria,equilibrium_outcomes,settled,cycle,d\n", "R001", "r:1:54", "'payoff:...'"),
    (
      "sample,x,equilibria,equilibrium_outcomes,settled,cycle,d,payoff:a,other,reason\n", "R002",
      "r:1:67", "'other'"
    ),
    (
      header + "0,1,1,3,3,0,o,2,1,\n0,1,1,3,3,0,o,2,1,\n", "R004", "r:3:1",
      "sample 0 follows sample 0"
    ),
    (
      header + "5,1,1,3,3,0,o,2,1,\n4,1,1,3,3,0,o,2,1,\n", "R004", "r:3:1",
      "sample 4 follows sample 5"
    ),
    (header + "0,1,1,3,3,0,o,2,1,", "R005", "r:2:1", "cut off"),
    (header + "0,1,1,3,3,0,o,2\n", "T005", "r:2:15", "8 fields"),
    (header + "-1,1,1,3,3,0,o,2,1,\n", "R003", "r:2:1", "'sample'"),
    (header + "0,1,1,3,3,0,o,2,1,\n1,x,1,3,3,0,o,2,1,\n", "R003", "r:3:3", "'x'"),
    (header + "0,,1,3,3,0,o,2,1,\n", "R003", "r:2:3", "'x'"),
    (header + "0,1,1,3,3,0,o,2,1,\n1,nan,1,3,3,0,o,2,1,\n", "R003", "r:3:3", "'x'"),
    (header + "0,1,1,3,3,0,o,2,1,\n1,1e999,1,3,3,0,o,2,1,\n", "R003", "r:3:3", "'1e999'"),
    (header + "0,1,,3,3,0,o,2,1,\n", "R003", "r:2:5", "'equilibria'"),
    (header + "0,1,2,3,3,0,o,2,1,\n", "R003", "r:2:5", "'equilibria'"),
    (header + "0,1,1,3;,3,0,o,2,1,\n", "R003", "r:2:7", "'equilibrium_outcomes'"),
    (header + "0,1,1,3,,0,o,2,1,\n", "R003", "r:2:9", "'settled'"),
    (header + "0,1,1,3,3,2,,2,1,\n", "R003", "r:2:9", "'settled'"),
    (header + "0,1,1,3,3,0,,2,1,\n", "R003", "r:2:13", "'d'"),
    (header + "0,1,1,3,,2,o,2,1,\n", "R003", "r:2:12", "'d'"),
    (header + "0,1,1,3,3,x,o,2,1,\n", "R003", "r:2:11", "'cycle'"),
    (header + "0,1,1,3,3,0,o,2x,1,\n", "R003", "r:2:15", "'payoff:a'"),
    (header + "0,1,1,3,3,0,o,2,yes,\n", "R003", "r:2:17", "'claim:k'"),
    (header + "0,1,1,3,3,0,o,2,,\n", "R003", "r:2:17", "'claim:k'"),
  ]

  @Test("mistakes are located, and say what was expected where", arguments: cases.indices)
  func mistakes(_ index: Int) throws {
    let (text, code, place, says) = ResultReaderTests.cases[index]
    let problem = #expect(throws: RecordReader.Failure.self) {
      var reader = try reader(text)
      while try reader.next() {}
    }
    guard case .malformed(let diagnostic) = problem else { return #expect(Bool(false)) }
    let printed = DiagnosticPrinter().text(of: diagnostic)
    #expect(diagnostic.code == code, "\(printed)")
    #expect(printed.hasPrefix(place + ":"), "\(printed)")
    #expect(printed.contains(says), "\(printed)")
  }

  @Test("a sample that could not be computed has a reason, and nothing else")
  func reasons() throws {
    let text =
      ResultReaderTests.header + "0,0.5,,,,,,,,\"x, too large\"\n3,1,1,7,7,0,o,2.5,1,\n"
    var reader = try reader(text)
    let isFirst = try reader.next()
    #expect(isFirst)
    #expect(reader.row.reason == "x, too large")
    #expect(reader.row.values == [.number(0.5)])
    #expect(reader.row.settled == nil && reader.row.cycleLength == nil)
    #expect(reader.row.claims == [nil] && reader.row.payoffs == [nil])
    #expect(reader.row.equilibriumCount == nil && reader.row.options == [nil])
    let isSecond = try reader.next()
    #expect(isSecond)
    #expect(reader.row.reason == nil && reader.row.sample == 3)
    #expect(reader.row.settled == 7 && reader.row.payoffs == [2.5] && reader.row.claims == [true])
    #expect(reader.row.equilibria == [7] && reader.options == [["o"]])
    let isThird = try reader.next()
    #expect(!isThird)
  }

  @Test("options that were not chosen can be read row by row, and do not stay")
  func options() throws {
    let rows = "0,1,1,3,3,0,o,2,1,\n1,1,1,3,,2,,,1,\n2,1,1,7,7,0,p,2,1,\n3,1,1,7,7,0,,2,1,\n"
    var reader = try reader(ResultReaderTests.header + rows)
    reader.choose { $0.kind == .settled }
    var found: [[Int?]] = []
    for row in 0..<3 {
      _ = try reader.next()
      found.append(reader.row.options)
      if row != 1 { try reader.readOptions() }
      found.append(reader.row.options)
    }
    #expect(found == [[nil], [0], [nil], [nil], [nil], [1]])
    #expect(reader.options == [["o", "p"]])
    // The last row lacks its option: a mistake only for who asks.
    let isFourth = try reader.next()
    #expect(isFourth && reader.row.options == [nil])
    #expect(throws: RecordReader.Failure.self) { try reader.readOptions() }
  }

  @Test("an axis runs over words where its first value is one, or where that is said")
  func words() throws {
    let rows = ["low", "7", "high", "low"].enumerated().map { "\($0),\($1),0,,1,0,o,2,1,\n" }
    var reader = try reader(ResultReaderTests.header + rows.joined())
    var found: [ResultRow.Value?] = []
    while try reader.next() { found += reader.row.values }
    #expect(found == [.text("low"), .text("7"), .text("high"), .text("low")])
    var told = try self.reader(ResultReaderTests.header + rows[1])
    told.choose(labelled: ["x"]) { $0.kind == .axis }
    let isThere = try told.next()
    #expect(isThere && told.row.values == [.text("7")])
  }

  @Test("words of JSON Lines are strings, and numbers are none")
  func quotedWords() throws {
    func line(_ sample: Int, _ value: String) -> String {
      "{\"sample\":\(sample),\"x\":\(value),\"equilibria\":0,\"equilibrium_outcomes\":[],"
        + "\"settled\":1,\"cycle\":0,\"d\":\"o\",\"payoff:a\":null}\n"
    }
    var reader = try reader(line(0, "\"7\"") + line(1, "\"a\\nb\""))
    var found: [ResultRow.Value?] = []
    while try reader.next() { found += reader.row.values }
    #expect(found == [.text("7"), .text("a\nb")])
    #expect(throws: RecordReader.Failure.self) {
      var reader = try self.reader(line(0, "\"7\"") + line(1, "7"))
      while try reader.next() {}
    }
    #expect(throws: RecordReader.Failure.self) {
      var reader = try self.reader(line(0, "7") + line(1, "\"7\""))
      while try reader.next() {}
    }
  }

  private func reader(_ text: String) throws -> ResultReader {
    var random = SplitMix64(seed: 1)
    return try reader(Array(text.utf8), &random)
  }

  private func reader(_ text: [UInt8], _ random: inout SplitMix64) throws -> ResultReader {
    let piece = random.element(of: [1, 7, 100, 1 << 16])
    var place = 0
    return try ResultReader(name: "r") { buffer in
      let count = min(piece, text.count - place, buffer.count)
      buffer.copyBytes(from: text[place..<place + count])
      place += count
      return count
    }
  }
}
