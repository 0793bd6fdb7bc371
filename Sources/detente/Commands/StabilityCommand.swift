import GameTheory
import Negotiation

/// `detente stability`: which outcomes would last, since moves that pay would be answered.
struct StabilityCommand {
  private let session: ScenarioSession
  private var parsed: ParsedCommand { session.parsed }

  init(_ parsed: ParsedCommand, _ console: Console) throws(Failure) {
    session = try ScenarioSession(parsed, console)
  }

  func run() throws(Failure) -> ExitCode {
    let (asked, _) = try both(
      { () throws(Failure) -> [StabilityTest]? in try self.concepts() },
      { () throws(Failure) in try self.checkRanking() }
    )
    let model = try model()
    let movers = model.scenario.players.indices.count { !model.game.freeDecisions(of: $0).isEmpty }
    let stability = try analysis(model, concepts(asked, movers))
    let (places, remedies) = try both(
      { () throws(Failure) -> [StabilityReport.Place] in try self.places(stability) },
      { () throws(Failure) -> StabilityReport.Remedies? in try self.remedies(stability) }
    )
    let report = StabilityReport(stability, places: places, remedies: remedies)
    try session.print(StabilityText(report, session.console))
    return report.isLasting ? .yes : .no
  }

  // MARK: What is asked

  /// The model, with all decisions held that shall not move.
  private func model() throws(Failure) -> ScenarioModel {
    let wishes = try session.wishes(parsed.occurrences)
    let model = try session.model(parsed.positionals[0], wishes)
    guard let word = parsed.string("--decisions") else { return model }
    let free = try ScenarioWords(model.scenario).decisions(
      word,
      for: "--decisions",
      heldBy: model
    )
    var changes = model.changes
    changes.held = Options(
      model.scenario.decisions.indices.filter { !free.contains($0) }.map {
        Options.Choice(
          decision: $0,
          option: model.game.numbering.option(of: $0, in: model.statusQuo)
        )
      }
    )
    do throws(ScenarioModel.UnknownPath) {
      return try ScenarioModel(model.scenario, changes: changes)
    } catch {
      throw Failure(.internalFault, error.message)
    }
  }

  /// The concepts asked for; nil where none is named.
  private func concepts() throws(Failure) -> [StabilityTest]? {
    let known = StabilityTest.basic + [.simultaneous, .nonMyopic]
    var tests: [StabilityTest] = []
    var mistakes: [String] = []
    for word in parsed.strings("--concept").flatMap({ ScenarioWords.parts($0) }) {
      guard let test = known.first(where: { $0.id == word.lowercased() }) else {
        mistakes.append(
          "there is no concept '\(word)'" + suggestion(for: word, among: known.map { $0.id })
        )
        continue
      }
      if !tests.contains(test) { tests.append(test) }
    }
    try ScenarioWords.fail(mistakes, "--concept")
    return parsed.has("--concept") ? tests : nil
  }

  /// The concepts to put outcomes to, in one order; fails for those that so many movers do not allow.
  private func concepts(_ asked: [StabilityTest]?, _ movers: Int) throws(Failure) -> [StabilityTest]
  {
    var tests = asked ?? StabilityTest.defined(forMovers: movers)
    if let horizon = parsed.integer("--horizon") { tests.append(.limited(horizon)) }
    let order =
      StabilityTest.basic + [.simultaneous]
      + tests.filter {
        if case .limited = $0 { true } else { false }
      } + [.nonMyopic]
    tests = order.filter(tests.contains)
    if movers != 2, let test = tests.first(where: { $0.needsTwoMovers }) {
      let word =
        if case .limited = test { "--horizon" } else { "--concept \(test.id)" }
      throw Failure(
        .badData,
        "\(word) is defined for two players that move; here "
          + "\(Wording.count(movers, "player moves", "players move")). "
          + "Let decisions of two players move with --decisions, or hold those of the others with --fix"
      )
    }
    return tests
  }

  private func checkRanking() throws(Failure) {
    if parsed.has("--for"), !parsed.has("--make-stable") {
      throw Failure(.usage, "--for says for whom --make-stable asks; give both")
    }
    if parsed.has("--make-stable"), session.tolerance > 0 {
      throw Failure(
        .usage,
        "--make-stable asks for a ranking, and a ranking has no tolerance; leave --tolerance out"
      )
    }
  }

  private func analysis(
    _ model: ScenarioModel,
    _ concepts: [StabilityTest]
  ) throws(Failure) -> Stability {
    do throws(ConflictError) {
      return try Stability(model, concepts: concepts, tolerance: session.tolerance)
    } catch {
      let remedy =
        switch error {
        case .tooMany: "; hold decisions with --fix, or look at some with --decisions"
        case .decisionMakerCount: "; look at some decisions with --decisions"
        default: ""
        }
      throw Failure(.badData, error.text + remedy)
    }
  }

  // MARK: Where to look

  private func places(_ stability: Stability) throws(Failure) -> [StabilityReport.Place] {
    let words = parsed.strings("--at")
    guard !words.isEmpty else { return StabilityReport.places(stability) }
    var mistakes: [String] = []
    var places: [StabilityReport.Place] = []
    for (named, outcome) in try outcomes(words, "--at", stability) {
      do throws(Failure) {
        let kind: StabilityReport.Place.Kind =
          switch named {
          case .equilibrium: .equilibrium
          case .statusQuo, .security: .statusQuo
          case .options: .asked
          }
        let state = try state(of: outcome, "--at", stability)
        places.append(StabilityReport.Place(state: state, kind: kind, isAsked: true))
      } catch { mistakes.append(error.message) }
    }
    try session.fail(mistakes)
    return places
  }

  /// The outcomes that texts name.
  private func outcomes(
    _ texts: [String],
    _ option: String,
    _ stability: Stability
  ) throws(Failure) -> [(named: NegotiationTerms.Disagreement, outcome: Int)] {
    let model = stability.model
    let fixed = try ScenarioWords(model.scenario)
      .options(parsed.strings("--fix").joined(separator: ","), for: "--fix")
    let words = OutcomeWords(model: model, option: option) { decision in
      fixed.choices.contains { $0.decision == decision } ? "--fix" : "--decisions"
    }
    let result = CaseResult(model, tolerance: session.tolerance)
    return try words.outcomes(texts, EquilibriumChoice(result, parsed))
  }

  /// The state that an outcome is; fails for one that cannot be.
  private func state(
    of outcome: Int,
    _ option: String,
    _ stability: Stability
  ) throws(Failure) -> Int {
    if let state = stability.state(of: outcome) { return state }
    let rule =
      stability.exclusion(of: outcome).map { "conflict.infeasible.\($0.id)" } ?? "the scenario"
    throw Failure(.usage, "\(option): \(rule) rules that outcome out")
  }

  private func remedies(_ stability: Stability) throws(Failure) -> StabilityReport.Remedies? {
    guard let word = parsed.string("--make-stable") else { return nil }
    let outcome = try outcomes([word], "--make-stable", stability)[0].outcome
    let state = try state(of: outcome, "--make-stable", stability)
    let concepts = stability.concepts.compactMap { test -> StabilityConcept? in
      if case .basic(let concept) = test { concept } else { nil }
    }
    guard !concepts.isEmpty else {
      throw Failure(
        .usage,
        "--make-stable asks by nash, gmr, smr, seq or sseq; --concept names none"
      )
    }
    guard let name = parsed.string("--for") else {
      return StabilityReport.Remedies(stability, state, player: nil, concepts)
    }
    let player = try ScenarioWords(stability.model.scenario).player(name, for: "--for")
    guard let mover = stability.mover(player) else {
      throw Failure(.usage, "--for: '\(name)' has nothing to decide that is not held")
    }
    return StabilityReport.Remedies(stability, state, player: mover, concepts)
  }
}

extension ConflictError {
  /// What is wrong, in words.
  var text: String {
    switch self {
    case .tooMany(let limit): "there are more than \(limit) moves"
    case .decisionMakerCount(let count):
      "\(count) players move, and at most \(ConflictGraph.mostDecisionMakers) can be told apart"
    case .noStates: "what is held leaves no outcome that can be: see conflict.infeasible"
    default: "\(self)"
    }
  }
}
