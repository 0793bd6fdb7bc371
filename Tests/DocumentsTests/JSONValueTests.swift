import Documents
import Foundation
import Testing

@Suite("JSON as output")
struct JSONValueTests {
  @Test("what is written is read back by another reader")
  func roundTrip() throws {
    let text = "quote \" back \\ line \n tab \t bell \u{7} é 🚀 \u{2028}"
    let value = JSONValue.object([
      ("text", .string(text)), ("empty", .array([])), ("none", .null), ("yes", true),
      ("whole", 12), ("third", .number(1.0 / 3)), ("big", .number(1e300)),
      ("inf", .number(.infinity)),
      ("nested", .array([.object([]), .object([("a", .array([1, 2]))])])),
    ])
    for isPretty in [true, false] {
      let data = Data(value.rendered(isPretty: isPretty).utf8)
      let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(read["text"] as? String == text)
      #expect(read["third"] as? Double == 1.0 / 3)
      #expect(read["big"] as? Double == 1e300)
      #expect(read["inf"] is NSNull)
      #expect(read["yes"] as? Bool == true)
      #expect((read["nested"] as? [Any])?.count == 2)
    }
    #expect(
      JSONValue.object([("a", .array([1, .number(2.0), .number(-0.5)]))]).rendered(isPretty: false)
        == #"{"a":[1,2,-0.5]}"#
    )
    #expect(JSONValue.array([1]).rendered() == "[\n  1\n]")
  }

  @Test("the project's own reader reads it too")
  func ownReader() throws {
    let value = JSONValue.object([
      ("a", .string("x\u{1}\"")), ("b", .array([.number(-1e-7), .null])),
    ])
    let source = SourceText(name: "x", bytes: Array(value.rendered().utf8))
    let (node, diagnostics) = JSON5Reader.read(source)
    #expect(diagnostics.isEmpty)
    guard case .object(let members) = try #require(node).content,
      case .string(let text) = members[0].value.content
    else { return #expect(Bool(false)) }
    #expect(text == "x\u{1}\"")
  }

  @Test("fields of CSV are quoted where they must be")
  func fields() {
    #expect(csvField("plain") == "plain")
    #expect(csvField("a,b") == "\"a,b\"")
    #expect(csvField("say \"x\"") == "\"say \"\"x\"\"\"")
    #expect(csvField("two\nlines") == "\"two\nlines\"")
  }
}
