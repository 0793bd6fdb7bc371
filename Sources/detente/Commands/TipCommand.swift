import Documents
import GameTheory
import Negotiation
import Presentation

/// `detente tip`: the values of a number at which something changes.
struct TipCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }
  private var console: Console { session.console }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let wishes = try session.wishes(parsed.occurrences)
    let model = try session.model(parsed.positionals[0], wishes)
    let isExact = parsed.has("--exact")
    if let word = parsed.string("--vary") {
      let reach = -TippingTable.reach...TippingTable.reach
      let axis = try MapAxisReader(model.scenario).axis(word, reach: reach)
      let varied = try session.model(model.scenario, wishes, varying: [axis.path])
      let tipping = Tipping(
        varied,
        along: axis.path,
        in: axis.range,
        tolerance: session.tolerance
      )
      try print(TippingText(tipping, axis, isExact: isExact, console))
    } else {
      let table = TippingTable(
        model.scenario,
        changes: changes(model),
        tolerance: session.tolerance
      )
      try print(TippingTableText(table, model, isExact: isExact, console))
    }
    return .yes
  }

  /// What is held, and where play starts, in the model at hand.
  private func changes(_ model: ScenarioModel) -> ScenarioModel.Changes {
    var changes = ScenarioModel.Changes()
    changes.held = Options(
      model.game.held.enumerated().compactMap { decision, option in
        option.map { Options.Choice(decision: decision, option: $0) }
      }
    )
    changes.start = Options(
      model.game.numbering.options(of: model.statusQuo).enumerated().map {
        Options.Choice(decision: $0.offset, option: $0.element)
      }
    )
    return changes
  }

  private func print(_ result: some TippingResult) throws(Failure) {
    switch session.format {
    case .table: try console.print(result.text)
    case .json: try console.print(result.json.rendered() + "\n")
    case .csv: try console.print(result.csv)
    }
  }
}

/// What tips, in each form that it is printed in.
protocol TippingResult {
  var text: String { get }
  var json: JSONValue { get }
  var csv: String { get }
}

/// Numbers as `tip` prints them.
struct TippingNumber {
  let isExact: Bool

  /// Exact where a decimal is; otherwise rounded, with the fraction beside it where that is asked for.
  func text(_ value: AlgebraicNumber) -> String {
    guard let value = value.rational else { return value.description }
    return text(value)
  }

  func text(_ value: Rational) -> String {
    let text = Wording.number(value, places: 6)
    guard isExact, value.decimalPlaces.map({ $0 > 6 }) ?? true else { return text }
    return "\(text) (\(value.numerator)/\(value.denominator))"
  }

  static func json(_ value: AlgebraicNumber) -> JSONValue {
    let low = value.lowerBound
    let high = value.upperBound
    return .object([
      ("value", .number(((low + high) / 2).toDouble())),
      ("exact", value.rational.map { .string("\($0.numerator)/\($0.denominator)") } ?? .null),
    ])
  }

  static func json(_ value: Rational) -> JSONValue { json(AlgebraicNumber(value)) }
}
