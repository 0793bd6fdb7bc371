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
      let axis = try VariedNumberReader(model.scenario).axis(word, reach: reach)
      let varied = try session.model(model.scenario, wishes, varying: [axis.path])
      let tipping = Tipping(
        varied,
        along: axis.path,
        in: axis.range,
        tolerance: session.tolerance
      )
      if !tipping.line.matters {
        console.note("warning: nobody's choice depends on '\(axis.path)'")
      }
      try session.print(TippingText(tipping, axis, isExact: isExact, console))
    } else {
      let table = TippingTable(model, tolerance: session.tolerance)
      try session.print(TippingTableText(table, model, isExact: isExact, console))
    }
    return .yes
  }
}
