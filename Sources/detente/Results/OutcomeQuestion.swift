import Documents
import Negotiation
import Sweeps

/// What is asked of each row of a result: an outcome, a cycle, a claim or an equilibrium.
struct OutcomeQuestion {
  /// The kinds of questions.
  private enum Subject {
    /// Play settles at the outcome of this number.
    case settled(Int)
    /// Play settles where each decision has one of its options.
    case options([(decision: Int, options: [String])])
    case cycle
    case claim(Int)
    /// The outcome of this number is an equilibrium.
    case equilibrium(Int)
    /// There are so many equilibria.
    case equilibria(Int)
  }

  /// What is asked, in words: `play settles at missiles=scrap`.
  let words: String
  private let subject: Subject
  private let isNegated: Bool
  /// Options that no scenario vouches for, and whether a row had them.
  private var unproven: [(decision: Int, option: String)] = []

  /// Reads a question as users write it.
  init(_ text: String, of result: ResultFile) throws(Failure) {
    isNegated = text.hasPrefix("not:")
    let rest = isNegated ? String(text.dropFirst(4)) : text
    subject = try OutcomeQuestion.subject(rest, result)
    words = OutcomeQuestion.words(subject, isNegated: isNegated, result)
    if case .options(let options) = subject, result.scenario == nil {
      unproven = options.flatMap { item in item.options.map { (item.decision, $0) } }
    }
  }

  private static func subject(_ text: String, _ result: ResultFile) throws(Failure) -> Subject {
    func number(after prefix: String) throws(Failure) -> Int {
      guard let value = Int(text.dropFirst(prefix.count)), value >= 0 else {
        throw Failure(.usage, "--outcome: '\(text)' needs a whole number after '\(prefix)'")
      }
      return value
    }
    if text.isEmpty { throw Failure(.usage, "--outcome says nothing") }
    if text == "cycle" { return .cycle }
    if text.hasPrefix("claim:") { return .claim(try claim(String(text.dropFirst(6)), result)) }
    if text.hasPrefix("equilibrium:") { return .equilibrium(try number(after: "equilibrium:")) }
    if text.hasPrefix("equilibria:") { return .equilibria(try number(after: "equilibria:")) }
    if let outcome = Int(text), outcome >= 0 { return .settled(outcome) }
    return .options(try options(text, result))
  }

  private static func words(_ subject: Subject, isNegated: Bool, _ result: ResultFile) -> String {
    let settles = "play \(isNegated ? "does not settle" : "settles") at"
    switch subject {
    case .cycle: return isNegated ? "play settles" : "play goes round in a cycle"
    case .claim(let claim):
      return "the claim \(result.columns(.claim)[claim].id) \(isNegated ? "fails" : "holds")"
    case .equilibrium(let outcome):
      return "outcome \(outcome) is \(isNegated ? "no" : "an") equilibrium"
    case .equilibria(let count):
      let what =
        count == 1 ? "is one equilibrium" : "are \(count == 0 ? "no" : "\(count)") equilibria"
      return isNegated ? "it is not so that there \(what)" : "there \(what)"
    case .settled(let outcome): return "\(settles) outcome \(outcome)"
    case .options(let options):
      let list = options.map { option in
        "\(result.columns(.decision)[option.decision].id)=\(option.options.joined(separator: "|"))"
      }
      return "\(settles) \(list.joined(separator: ", "))"
    }
  }

  /// Whether a column has to be read for it.
  func needs(_ column: ResultColumn) -> Bool {
    switch subject {
    case .settled: column.kind == .settled
    case .options(let options):
      column.kind == .decision && options.contains { $0.decision == column.position }
    case .cycle: false
    case .claim(let claim): column.kind == .claim && column.position == claim
    case .equilibrium: column.kind == .equilibria
    case .equilibria: column.kind == .equilibriumCount
    }
  }

  /// Whether it is so in the present row; nil where the row was not computed.
  func answer(_ rows: inout ResultRows) -> Bool? {
    let row = rows.row
    guard row.isComputed else { return nil }
    let holds: Bool? =
      switch subject {
      case .settled(let outcome): row.settled == outcome
      case .options(let options):
        options.allSatisfy { item in
          rows.option(item.decision).map { item.options.contains($0) } ?? false
        }
      case .cycle: row.cycleLength.map { $0 > 0 }
      case .claim(let claim): row.claims[claim]
      case .equilibrium(let outcome): row.equilibria.contains(outcome)
      case .equilibria(let count): row.equilibriumCount.map { $0 == count }
      }
    return holds.map { $0 != isNegated }
  }

  /// Fails where an option was asked for that no row has and no scenario knows.
  func check(after rows: borrowing ResultRows, _ result: ResultFile) throws(Failure) {
    let known = rows.options
    let mistakes = unproven.filter { !known[$0.decision].contains($0.option) }.map { item in
      "--outcome: no row has \(result.columns(.decision)[item.decision].id)=\(item.option)"
        + suggestion(for: item.option, among: known[item.decision])
    }
    if !mistakes.isEmpty { throw Failure(.usage, mistakes.joined(separator: "\n")) }
  }

  // MARK: Names

  private static func claim(_ id: String, _ result: ResultFile) throws(Failure) -> Int {
    let known = result.columns(.claim)
    guard let claim = known.first(where: { $0.id == id }) else {
      throw Failure(
        .usage,
        "--outcome: there is no claim '\(id)'" + suggestion(for: id, among: known.map { $0.id })
      )
    }
    return claim.position
  }

  private static func options(
    _ text: String,
    _ result: ResultFile
  ) throws(Failure) -> [(decision: Int, options: [String])] {
    var found: [(decision: Int, options: [String])] = []
    var mistakes: [String] = []
    let decisions = result.columns(.decision)
    for part in text.split(separator: ",") {
      let sides = ScenarioWords.sides(part)
      guard sides.count == 2 else {
        mistakes.append(
          "'\(part.trimmingSpaces())' is not DECISION=OPTION, an outcome's number, cycle, claim:ID, "
            + "equilibrium:N or equilibria:K"
        )
        continue
      }
      guard let decision = decisions.first(where: { $0.id == sides[0] }) else {
        mistakes.append(
          "there is no decision '\(sides[0])'"
            + suggestion(for: sides[0], among: decisions.map { $0.id })
        )
        continue
      }
      let options = sides[1].split(separator: "|").map { $0.trimmingSpaces() }
      mistakes += unknown(options, of: decision, result)
      if found.contains(where: { $0.decision == decision.position }) {
        mistakes.append("'\(sides[0])' is given twice; join its options as \(sides[0])='a|b'")
      }
      found.append((decision.position, options))
    }
    guard mistakes.isEmpty else {
      throw Failure(.usage, mistakes.map { "--outcome: \($0)" }.joined(separator: "\n"))
    }
    return found
  }

  /// What is wrong with options, as far as a scenario knows those of the decision.
  private static func unknown(
    _ options: [String],
    of decision: ResultColumn,
    _ result: ResultFile
  ) -> [String] {
    guard let scenario = result.scenario else { return [] }
    let known = scenario.decisions[decision.position].options.map { $0.id }
    return options.filter { !known.contains($0) }.map { option in
      "'\(decision.id)' has no option '\(option)'" + suggestion(for: option, among: known)
    }
  }
}
