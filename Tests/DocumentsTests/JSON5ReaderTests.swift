import Documents
import TestSupport
import Testing

@Suite("The JSON5 reader")
struct JSON5ReaderTests {
  /// The value as compact JSON, so that it can be compared; numbers as written.
  private static func text(_ node: Node) -> String {
    switch node.content {
    case .null: "null"
    case .bool(let value): String(value)
    case .number(let text): text
    case .string(let text): "'" + text + "'"
    case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key):\(text($0.value))" }.joined(separator: ",") + "}"
    }
  }

  private static func read(_ text: String) -> (node: Node?, diagnostics: [Diagnostic]) {
    JSON5Reader.read(SourceText(name: "test.json5", bytes: Array(text.utf8)))
  }

  static let values: [(String, String)] = [
    ("null", "null"), (" true ", "true"), ("false", "false"),
    ("{}", "{}"), ("[]", "[]"), ("[1,]", "[1]"), ("{a:1,}", "{a:1}"),
    ("{ $a_1: 1, 'b c': 2, \"d\": 3, ünder: 4 }", "{$a_1:1,b c:2,d:3,ünder:4}"),
    ("[0, -1, +2, .5, 5., 1e3, -1.5E-2, 0x1F, -0xff]", "[0,-1,2,0.5,5,1e3,-1.5e-2,31,-255]"),
    (#"'a\'b' "#, "'a'b'"), (#""\n\t\\\/\x41\u00e9""#, "'\n\t\\/Aé'"),
    (#""\uD83D\uDE80""#, "'🚀'"), ("'one \\\ntwo'", "'one two'"),
    ("// before\n[1, /* between */ 2] // after", "[1,2]"),
    ("\u{FEFF}1", "1"), ("\u{A0}1\u{2028}", "1"),
  ]

  @Test("values are read as JSON5 says", arguments: values)
  func value(_ text: String, _ expected: String) throws {
    let (node, diagnostics) = JSON5ReaderTests.read(text)
    #expect(diagnostics.isEmpty)
    #expect(JSON5ReaderTests.text(try #require(node)) == expected)
  }

  @Test("every value and key knows where it stands")
  func places() throws {
    let text = "{\n  aé: [1, 'x'],\n  b: { c: true },\n}\n"
    let node = try #require(JSON5ReaderTests.read(text).node)
    func excerpt(_ location: Location) -> String {
      String(decoding: location.source.bytes[location.range], as: UTF8.self)
    }
    guard case .object(let members) = node.content else { return #expect(Bool(false)) }
    #expect(excerpt(members[0].keyLocation) == "aé")
    #expect(excerpt(members[0].value.location) == "[1, 'x']")
    guard case .array(let elements) = members[0].value.content else {
      return #expect(Bool(false))
    }
    #expect(excerpt(elements[1].location) == "'x'")
    let position = elements[1].location.source.position(
      ofOffset: elements[1].location.range.lowerBound
    )
    #expect(position.line == 2)
    // Columns count characters, not bytes.
    #expect(position.column == 11)
    #expect(excerpt(members[1].value.location) == "{ c: true }")
  }

  /// A broken text with what is printed of it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }

    init(_ name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  static let mistakes = [
    Mistake("empty", ""),
    Mistake("only-comments", "// nothing\n/* here */\n"),
    Mistake("invalid-utf8", bytes: Array("{ title: \"caf".utf8) + [0xE9] + Array("\" }".utf8)),
    Mistake(
      "latin1-late",
      bytes: Array("{ a: 1,\n  b: \"x".utf8) + [0xFF, 0xFE] + Array("\" }".utf8)
    ),
    Mistake("nul", bytes: Array("{ a: ".utf8) + [0] + Array(" }".utf8)),
    Mistake("bare-word", "{ missiles: scrap }"),
    Mistake("open-string", "{ a: 'one\n  b: 2 }"),
    Mistake("open-comment", "{ a: 1 /* to be continued }"),
    Mistake("open-brackets", "{ a: [1, 2, { b: 3 }\n"),
    Mistake("missing-commas", "{ a: 1 b: [1 2] c: 3 }"),
    Mistake("equals", "{ a = 1, b: 2 }"),
    Mistake("twice", "{ a: 1, b: 2, a: 3 }"),
    Mistake("numbers", "[01, 1.2.3, 1e, 0x, -, 1_000, 12abc]"),
    Mistake("not-finite", "[NaN, Infinity, -Infinity, +NaN]"),
    Mistake("escapes", #"['\q', '\x4', '\u12', '\01']"#),
    Mistake("wrong-bracket", "{ a: [1, 2}, b: 3 ]"),
    Mistake("trailing", "{ a: 1 } }"),
    Mistake("two-values", "1 2"),
    Mistake("bad-key", "{ 1a: 1, -: 2, \"ok\": 3 }"),
    Mistake("emoji", "{ title: 'Ω🚀', b: ? }"),
    Mistake("tab", "{\n\ta:\t?,\n}"),
    Mistake("long-line", "{ a: \"" + String(repeating: "x", count: 400) + "\", b: ?, c: 3 }"),
    Mistake("many", "[" + String(repeating: "?, ", count: 50) + "]"),
    Mistake("deep", String(repeating: "[", count: 100_000)),
    Mistake("deep-objects", String(repeating: "{a:", count: 100_000)),
    Mistake("depth-101", String(repeating: "[", count: 101) + String(repeating: "]", count: 101)),
  ]

  @Test("a mistake is reported to the letter", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let source = SourceText(name: "test.json5", bytes: mistake.bytes)
    let (node, diagnostics) = JSON5Reader.read(source)
    #expect(node == nil)
    #expect(!diagnostics.isEmpty)
    let text =
      DiagnosticPrinter().text(of: diagnostics) + DiagnosticPrinter.summary(of: diagnostics) + "\n"
    try Golden.expect(text, named: mistake.name + ".txt")
  }

  @Test("a text that is nested as deep as allowed is read")
  func depth() {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(JSON5ReaderTests.read(text).diagnostics.isEmpty)
  }

  @Test("every code is met by some mistake")
  func codes() {
    let met = JSON5ReaderTests.mistakes.flatMap {
      JSON5Reader.read(SourceText(name: "x", bytes: $0.bytes)).diagnostics.map { $0.code }
    }
    #expect(Set(SyntaxCode.allCases.map { $0.rawValue }).subtracting(met) == [])
  }

  @Test("no text whatever stops the program")
  func damage() {
    let whole = Array(
      "{ format: 1, a: [1, 2.5e3, 'x\\n', \"ü\", true, null, { b: -0x1F }], // c\n d: /* e */ 'f' }"
        .utf8
    )
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2:
          bytes.insert(Array("{}[]'\",:\\/*0".utf8).randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      let (node, diagnostics) = JSON5Reader.read(SourceText(name: "x", bytes: bytes))
      #expect((node == nil) == !diagnostics.isEmpty)
      #expect(diagnostics.count <= JSON5Reader.mistakeLimit + 1)
      _ = DiagnosticPrinter(isColoured: true).text(of: diagnostics)
    }
  }
}
