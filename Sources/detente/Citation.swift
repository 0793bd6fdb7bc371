import Documents
import Negotiation
import Presentation

/// Reasons as text: where in its source evidence stands.
struct Citation {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// The places of some reasons, each once: `p3, p6, record, assumption`.
  func text(of reasons: [Reason]) -> String {
    var places: [String] = []
    for reason in reasons {
      let place = place(of: reason)
      if !places.contains(place) { places.append(place) }
    }
    return places.joined(separator: ", ")
  }

  /// Where one reason stands.
  func place(of reason: Reason) -> String {
    switch reason {
    case .assumption: return "assumption"
    case .evidence(let index):
      let evidence = scenario.evidence[index]
      if evidence.kind == .record { return "record" }
      return evidence.paragraph.map { "p\($0)" } ?? "article"
    }
  }

  /// The id by which evidence is cited; for an assumption its words.
  func id(of reason: Reason) -> String {
    switch reason {
    case .assumption(let text): "assumption: \(text)"
    case .evidence(let index): scenario.evidence[index].id
    }
  }

  /// What evidence says, or what is assumed.
  func statement(of reason: Reason) -> String {
    switch reason {
    case .assumption(let text): text
    case .evidence(let index): scenario.evidence[index].says
    }
  }

  /// Who says it and how sure that is, or when it happened; empty for assumptions.
  func origin(of reason: Reason) -> String {
    guard case .evidence(let index) = reason else { return "" }
    let evidence = scenario.evidence[index]
    if evidence.kind == .record { return evidence.date }
    return evidence.sure.isEmpty ? evidence.saidBy : "\(evidence.saidBy) (\(evidence.sure))"
  }

  /// Where a reason stands in a list: the article by paragraph, then the record, then assumptions.
  func rank(of reason: Reason) -> Int {
    switch reason {
    case .assumption: .max
    case .evidence(let index):
      scenario.evidence[index].kind == .record ? .max - 1 : scenario.evidence[index].paragraph ?? 0
    }
  }

  func json(_ reason: Reason) -> JSONValue {
    switch reason {
    case .assumption(let text): return .object([("assumption", .string(text))])
    case .evidence(let index):
      let evidence = scenario.evidence[index]
      var members: [(String, JSONValue)] = [
        ("evidence", .string(evidence.id)), ("source", .string(evidence.source)),
      ]
      if let paragraph = evidence.paragraph { members.append(("paragraph", .integer(paragraph))) }
      for (key, value) in [
        ("date", evidence.date), ("saidBy", evidence.saidBy), ("sure", evidence.sure),
      ] where !value.isEmpty {
        members.append((key, .string(value)))
      }
      return .object(members)
    }
  }
}
