import Documents
import Negotiation
import Presentation

/// Rows that could not be used, counted by reason.
struct LeftOut {
  private(set) var counts: [String: Int] = [:]

  /// The most reasons that are kept apart.
  private static let limit = 20

  mutating func add(_ reason: String) {
    let isKnown = counts[reason] != nil || counts.count < LeftOut.limit
    counts[isKnown ? reason : "other reasons", default: 0] += 1
  }

  var total: Int { counts.values.reduce(0, +) }

  private var sorted: [(key: String, value: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  /// A sentence; empty where nothing is left out.
  var sentence: String {
    guard total > 0 else { return "" }
    let parts = sorted.map { "\(NumberText.count($0.value)) (\($0.key))" }
    return "Left out: \(Wording.list(parts))."
  }

  var json: JSONValue { .object(sorted.map { ($0.key, .integer($0.value)) }) }
}
