/// The checks of a case as they are made.
struct CheckList {
  /// The tolerance that the case states for all its numbers; nil where it states none.
  let stated: Double?
  private(set) var checks: [Check] = []

  init(stated: Double? = nil) {
    self.stated = stated
  }

  /// Checks that something holds.
  mutating func holds(_ name: String, _ isSo: Bool, _ detail: String = "it does not hold") {
    checks.append(Check(name, isSo ? .passed : .failed(detail)))
  }

  /// Checks that two lists are the same.
  mutating func same<Element: Equatable>(
    _ name: String,
    _ found: [Element],
    _ expected: [Element]
  ) {
    same(name, found, expected) { CheckList.shown($0) }
  }

  /// Checks that two lists are the same, with nil for nothing.
  mutating func same<Element: Equatable>(
    _ name: String,
    _ found: [Element?],
    _ expected: [Element?]
  ) {
    same(name, found, expected) { element in element.map { CheckList.shown($0) } ?? "none" }
  }

  private mutating func same<Element: Equatable>(
    _ name: String,
    _ found: [Element],
    _ expected: [Element],
    _ text: (Element) -> String
  ) {
    guard found.count == expected.count else {
      let counts = "\(found.count) values where the case has \(expected.count)"
      return checks.append(Check(name, .failed(counts)))
    }
    guard let place = found.indices.first(where: { found[$0] != expected[$0] }) else {
      return checks.append(Check(name, .passed))
    }
    let difference = "\(text(found[place])) where the case has \(text(expected[place]))"
    checks.append(
      Check(name, .failed(found.count == 1 ? difference : "value \(place + 1): \(difference)"))
    )
  }

  /// A value for a message, of a number with very many digits only the first ones.
  private static func shown<Value>(_ value: Value) -> String {
    let text = "\(value)"
    guard text.utf8.count > 80 else { return text }
    return "\(text.prefix(24))... (\(text.utf8.count) characters)"
  }

  /// Checks that numbers are near those of the case.
  ///
  /// The tolerance counts in units of the case's number, or of 1 for smaller numbers. What the case states
  /// comes before what is usual here.
  mutating func near(
    _ name: String,
    _ found: [Double],
    _ expected: [Double],
    usual tolerance: Double
  ) {
    let tolerance = stated ?? tolerance
    let allowed = expected.map { tolerance * max(1, $0.magnitude) }
    within(name, found, expected, allowed, tolerance: tolerance)
  }

  /// Checks that numbers differ from those of the case by no more than allowed for each.
  mutating func within(
    _ name: String,
    _ found: [Double],
    _ expected: [Double],
    _ allowed: [Double],
    tolerance: Double
  ) {
    guard found.count == expected.count, found.count == allowed.count else {
      return same(name, found, expected)
    }
    // Written so that NaN fails.
    let wrong = found.indices.first { !((found[$0] - expected[$0]).magnitude <= allowed[$0]) }
    let verdict = wrong.map { place in
      Check.Verdict.failed(
        CheckList.place(place, of: found.count)
          + "\(found[place]) where the case has \(expected[place])"
          + (allowed[place] > 0 ? ", farther off than \(allowed[place])" : "")
      )
    }
    checks.append(Check(name, tolerance: tolerance, verdict ?? .passed))
  }

  private static func place(_ place: Int, of count: Int) -> String {
    count == 1 ? "" : "value \(place + 1): "
  }

  /// Adds a check that was made elsewhere.
  mutating func add(_ check: Check) { checks.append(check) }

  /// Notes what cannot be checked.
  mutating func skip(_ name: String, _ reason: String) {
    checks.append(Check(name, .skipped(reason)))
  }
}
