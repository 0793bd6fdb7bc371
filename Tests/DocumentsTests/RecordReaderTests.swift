import TestSupport
import Testing

@testable import Documents

@Suite("Tables, read record by record")
struct RecordReaderTests {
  @Test("random tables read as a slow reader reads them, in pieces of any size")
  func drawnTables() throws {
    let wrong = try failures(seeds: 2000) { random in
      let (text, records) = RecordReaderTests.table(&random)
      let found = try RecordReaderTests.read(
        text,
        piece: random.element(of: [1, 2, 5, 64, 1 << 17])
      )
      return found == records ? nil : "\(text.debugDescription): \(found)"
    }
    #expect(wrong == [])
  }

  @Test("a byte order mark, empty lines and a last line without a break do no harm")
  func leniency() throws {
    #expect(
      try RecordReaderTests.read("\u{FEFF}a,b\n\n1,2\r\n\n3,4") == [
        ["a", "b"], ["1", "2"], ["3", "4"],
      ]
    )
    #expect(try RecordReaderTests.read("a\n\n1") == [["a"], [""], ["1"]])
    #expect(try RecordReaderTests.read("a,b\n") == [["a", "b"]])
    #expect(try RecordReaderTests.read("a,b") == [["a", "b"]])
    #expect(try RecordReaderTests.read("a,b\n,\n") == [["a", "b"], ["", ""]])
  }

  @Test("a last record without a line break can be told")
  func wholeness() throws {
    var reader = try RecordReaderTests.reader("a,b\n1,2\n3,4")
    _ = try reader.next()
    #expect(reader.isWhole && reader.line == 2)
    _ = try reader.next()
    #expect(!reader.isWhole && reader.line == 3)
    let isThereMore = try reader.next()
    #expect(!isThereMore)
  }

  /// A text, the code of its mistake, and where that is.
  static let cases: [(String, String, String)] = [
    ("", "T001", "t:1:1"),
    ("a,b\n1,\"2\n3,4\n", "T002", "t:2:3"),
    ("a,b\n1,\"2\"3\n", "T003", "t:2:6"),
    ("a,b\n\"x\ny\",\"2\" ,\n", "T003", "t:3:7"),
    ("a,b\n1,2\n1,5\" wide\n", "T004", "t:3:4"),
    ("a,b\n1,2\r3\n", "T004", "t:2:4"),
    ("a,b\n1,2\né,2,3\n", "T005", "t:3:5"),
    ("a,b,c\n1,2\n", "T005", "t:2:3"),
    ("a,b,a\n", "T006", "t:1:5"),
    ("{\"a\":1,\"b\":2}\n{\"a\":1,\"c\":2}\n", "T009", "t:2:7"),
    ("{\"a\":1,\"b\":2}\n{\"a\":1}\n", "T009", "t:2:7"),
    ("{\"a\":1}\n{\"a\":1,\"b\":2}\n", "T009", "t:2:7"),
    ("{\"a\":1}\n{\"a\":1} x\n", "T008", "t:2:8"),
    ("{\"a\":1}\n{\"a\":}\n", "T008", "t:2:6"),
    ("{\"a\":1}\n{\"a\":\"x\n", "T008", "t:2:6"),
    ("{\"a\":1}\n{\"a\":[1,2\n", "T008", "t:2:6"),
    ("{\"a\":1}\n{\"a\":1", "T008", "t:2:6"),
    ("{a:1}\n", "T008", "t:1:1"),
  ]

  @Test("mistakes are located", arguments: cases.indices, [1, 1 << 17])
  func mistakes(_ index: Int, _ piece: Int) throws {
    let (text, code, place) = RecordReaderTests.cases[index]
    let problem = #expect(throws: RecordReader.Failure.self) {
      try RecordReaderTests.read(text, piece: piece)
    }
    guard case .malformed(let diagnostic) = problem else { return #expect(Bool(false)) }
    let printed = DiagnosticPrinter().text(of: diagnostic)
    #expect(diagnostic.code == code, "\(printed)")
    #expect(printed.hasPrefix(place + ":"), "\(printed)")
  }

  @Test("a record longer than the limit is a mistake, one of its length is none")
  func limit() throws {
    let long = String(repeating: "x", count: 300_000)
    #expect(try RecordReaderTests.read("a,b\n1,\(long)\n", limit: 300_003).count == 2)
    let problem = #expect(throws: RecordReader.Failure.self) {
      try RecordReaderTests.read("a,b\n1,\"\(long)\(long)", limit: 1000)
    }
    guard case .malformed(let diagnostic) = problem else { return #expect(Bool(false)) }
    #expect(diagnostic.code == "T007")
  }

  @Test("memory does not grow with the number of records")
  func memory() throws {
    var rows = 0
    let row = Array("123456,0.25,\"a\"\"b\",7\n".utf8)
    var buffers: Set<Int> = []
    var reader = try RecordReader(name: "t", form: .csv) { buffer in
      buffers.insert(buffer.count)
      guard rows < 100_000 else { return 0 }
      let text =
        rows == 0 ? Array("a,b,c,d\n".utf8) : Array(repeatElement(row, count: 1000).joined())
      buffer.copyBytes(from: text)
      rows += rows == 0 ? 1 : 1000
      return text.count
    }
    var sum = 0.0
    while try reader.next() { sum += reader.number(1) ?? 0 }
    #expect(sum == 25_000)
    #expect(buffers.count == 1)
  }

  @Test("a failure to read is passed on")
  func unreadable() throws {
    var calls = 0
    var reader = try RecordReader(name: "t") { buffer in
      calls += 1
      buffer.copyBytes(from: "a,b\n1".utf8)
      return calls == 1 ? 5 : -5
    }
    let problem = #expect(throws: RecordReader.Failure.self) { try reader.next() }
    guard case .unreadable(let code) = problem else { return #expect(Bool(false)) }
    #expect(code == 5)
  }

  @Test("fields of JSON Lines are told by their kinds")
  func kinds() throws {
    var reader = try RecordReaderTests.reader(
      #"{"a":1.5,"b":"x\"\u00e9\ud83d\ude80\n\\","c":null,"d":[1,-2],"e":true,"f":"7","g":[]}"#
        + "\n"
    )
    #expect(reader.names == ["a", "b", "c", "d", "e", "f", "g"])
    let isThere = try reader.next()
    #expect(isThere)
    #expect(reader.number(0) == 1.5)
    #expect(reader.text(1) == "x\"é🚀\n\\")
    #expect(reader.isEmpty(2) && !reader.isEmpty(1))
    var list: [Int] = []
    #expect(reader.integers(3, into: &list) && list == [1, -2])
    #expect(!reader.integers(0, into: &list))
    #expect(reader.bool(4) == true && reader.bool(0) == nil)
    #expect(reader.number(5) == nil && reader.integer(5) == nil && reader.text(5) == "7")
    #expect(reader.integers(6, into: &list) && list == [])
  }

  // MARK: Helpers

  /// A table drawn at random, and what its records say.
  private static func table(_ random: inout SplitMix64) -> (String, [[String]]) {
    let columns = random.int(in: 2...4)
    var records: [[String]] = [(0..<columns).map { "c\($0)" }]
    for _ in 0..<random.int(in: 0...6) {
      records.append(
        (0..<columns).map { _ in
          (0..<random.int(in: 0...5)).map { _ in
            random.element(of: ["a", "7", ",", "\"", "\n", "\r\n", "\r", " ", "é", "."])
          }.joined()
        }
      )
    }
    let lineBreak = random.oneIn(2) ? "\n" : "\r\n"
    var text = ""
    for (index, record) in records.enumerated() {
      text += record.map { random.oneIn(4) ? quoted($0) : csvField($0) }.joined(separator: ",")
      if index < records.count - 1 || !random.oneIn(3) { text += lineBreak }
    }
    return (text, records)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  private static func reader(
    _ text: String,
    piece: Int = 1 << 17,
    limit: Int = 1 << 20
  ) throws -> RecordReader {
    let bytes = Array(text.utf8)
    var place = 0
    return try RecordReader(name: "t", limit: limit) { buffer in
      let count = min(piece, bytes.count - place, buffer.count)
      buffer.copyBytes(from: bytes[place..<place + count])
      place += count
      return count
    }
  }

  /// All records, the header first.
  private static func read(
    _ text: String,
    piece: Int = 1 << 17,
    limit: Int = 1 << 20
  ) throws -> [[String]] {
    var reader = try reader(text, piece: piece, limit: limit)
    var records = [reader.names]
    while try reader.next() { records.append(reader.names.indices.map { reader.text($0) }) }
    return records
  }
}
