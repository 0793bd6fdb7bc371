import Documents
import GameTheory
import Negotiation
import Presentation

// Which outcomes would last, as programs read it.
extension StabilityText {
  var json: JSONValue {
    .object([
      ("format", 1), ("command", "stability"), ("file", .string(scenario.file)),
      ("title", .string(scenario.title)),
    ])
  }

  var csv: String { "" }
}
