import GameTheory
import Negotiation

/// `detente coalitions`: what players can do together.
struct CoalitionsCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    try session.fail(conflicts)
    let model = try session.model(parsed.positionals[0], session.wishes(parsed.occurrences))
    session.noteInfeasible(model.scenario)
    let words = CoalitionWords(model.scenario)
    let ((rules, groups), rates) = try both(
      { () throws(Failure) -> ([VotingPlan], [[String]]) in
        let rules = try words.rules(parsed.string("--rule"))
        return (rules, try words.groups(parsed.string("--structure"), rules))
      },
      { () throws(Failure) -> (unit: String, rates: [Rational])? in
        try words.exchange(parsed.string("--exchange"))
      }
    )
    let powers = try words.powers(rules, groups)
    if parsed.has("--rule") {
      try session.print(VotingText(model.scenario, powers, session.console))
      return .yes
    }
    var wishes = Coalitions.Wishes()
    wishes.tolerance = session.tolerance
    wishes.rates = rates?.rates
    wishes.worth = parsed.string("--worth").flatMap { Coalitions.Worth(rawValue: $0) } ?? .alpha
    wishes.structure = words.structure(groups)
    let places = try places(model)
    wishes.outcomes = places.map { $0.outcome }
    warn(rates != nil, powers)
    let coalitions = try words.answer(model, wishes)
    try session.print(
      CoalitionsText(
        coalitions,
        places: places,
        unit: rates?.unit,
        powers: powers,
        session.console
      )
    )
    return .yes
  }

  /// Options that do not go with `--rule`, which looks at the votes alone.
  private var conflicts: [String] {
    guard parsed.has("--rule") else { return [] }
    let others = [
      "--at", "--equilibrium", "--worth", "--exchange", "--set", "--fix", "--start", "--tolerance",
    ]
    return others.filter { parsed.has($0) }.map { "\($0) does not go with --rule" }
  }

  /// Says which options make no difference.
  private func warn(_ hasRates: Bool, _ powers: [VotingPower]) {
    guard !hasRates else { return }
    if parsed.has("--worth") {
      session.console.note("--worth makes no difference without exchange rates")
    }
    if parsed.has("--structure"), powers.isEmpty {
      session.console.note(
        "--structure makes no difference without exchange rates or a voting rule"
      )
    }
  }

  /// The outcomes to examine, each with what it is.
  private func places(_ model: ScenarioModel) throws(Failure) -> [CoalitionsText.Place] {
    let choice = try EquilibriumChoice(CaseResult(model, tolerance: session.tolerance), parsed)
    let asked = parsed.strings("--at")
    guard !asked.isEmpty else { return try usualPlaces(model, choice) }
    return try OutcomeWords(model: model, option: "--at").outcomes(asked, choice).map {
      switch $0.named {
      case .equilibrium: place($0.outcome, "the equilibrium")
      case .statusQuo, .security: statusQuo(model)
      case .options(let options):
        CoalitionsText.Place(
          kind: .asked,
          name: Wording(model.scenario).options(options),
          outcome: $0.outcome
        )
      }
    }
  }

  /// The equilibrium and the status quo.
  private func usualPlaces(
    _ model: ScenarioModel,
    _ choice: EquilibriumChoice
  ) throws(Failure) -> [CoalitionsText.Place] {
    // Only where it is asked for must one of several equilibria be named.
    let found = parsed.has("--equilibrium") ? try choice.equilibrium() : try? choice.equilibrium()
    guard let equilibrium = found else {
      session.console.note(
        choice.count(having: Options()) == 0
          ? "there is no pure equilibrium; the status quo is examined"
          : "there are several equilibria; choose one with --equilibrium"
      )
      return [statusQuo(model)]
    }
    if equilibrium == model.statusQuo {
      return [place(equilibrium, "the equilibrium, which is the status quo")]
    }
    return [place(equilibrium, "the equilibrium"), statusQuo(model)]
  }

  private func statusQuo(_ model: ScenarioModel) -> CoalitionsText.Place {
    CoalitionsText.Place(kind: .statusQuo, name: "the status quo", outcome: model.statusQuo)
  }

  private func place(_ equilibrium: Int, _ name: String) -> CoalitionsText.Place {
    CoalitionsText.Place(kind: .equilibrium, name: name, outcome: equilibrium)
  }
}
