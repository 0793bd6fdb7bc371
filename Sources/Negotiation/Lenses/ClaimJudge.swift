public import GameTheory

/// Judges claims at the model's own values, with the figures behind each verdict.
public struct ClaimJudge: Sendable {
  /// What came of one claim.
  public struct Verdict: Sendable {
    /// The claim.
    public let claim: Claim
    /// What came of each of its tests.
    public let findings: [Finding]
    /// Whether all tests hold.
    public var holds: Bool { findings.allSatisfy { $0.holds } }
  }

  /// What came of one test.
  public struct Finding: Sendable {
    /// The test in words.
    public let test: String
    /// Whether it holds.
    public let holds: Bool
    /// The figures behind it.
    public let figures: String
  }

  private let model: ScenarioModel
  private let compiler: ClaimCompiler
  private let wording: Wording
  private let tolerance: Rational
  private let folded: FoldedGame

  /// Creates a judge for the model's values.
  public init(_ model: ScenarioModel, tolerance: Rational = 0) {
    self.model = model
    self.tolerance = tolerance
    compiler = ClaimCompiler(model, tolerance: tolerance)
    wording = Wording(model.scenario)
    folded = model.folded(tolerance: tolerance)
  }

  /// Judges claims.
  public func judge(_ claims: [Claim]) -> [Verdict] {
    var evaluator = BlockEvaluator(folded)
    evaluator.load(count: 1) { _, _ in 0 }
    return claims.map { claim in
      Verdict(
        claim: claim,
        findings: claim.tests.map { finding(for: $0, &evaluator) }
      )
    }
  }

  /// Tells whether one test holds.
  public func holds(_ test: Claim.Test) -> Bool {
    var evaluator = BlockEvaluator(folded)
    evaluator.load(count: 1) { _, _ in 0 }
    return finding(for: test, &evaluator).holds
  }

  private func finding(for test: Claim.Test, _ evaluator: inout BlockEvaluator) -> Finding {
    let text = TestWording(model.scenario).text(of: test)
    if case .somewhere(let path, let range, let inner) = test {
      return somewhere(path, range, inner, text)
    }
    guard let predicate = compiler.predicate(for: test) else {
      return Finding(
        test: text,
        holds: false,
        figures: "a test within 'somewhere' cannot range again"
      )
    }
    let holds = evaluator.holds(predicate)
    return Finding(test: text, holds: holds, figures: figures(for: test, &evaluator))
  }

  private func somewhere(
    _ path: String,
    _ range: ClosedRange<Rational>?,
    _ inner: Claim.Test,
    _ text: String
  ) -> Finding {
    guard let range, let varied = try? ScenarioModel(model, alsoVarying: path),
      let variable = varied.variables[path],
      let predicate = ClaimCompiler(varied, tolerance: tolerance).predicate(for: inner)
    else {
      return Finding(
        test: text,
        holds: false,
        figures: "cannot be searched: it is made of other numbers"
      )
    }
    let search = SomewhereSearch(varied, variable: variable, range: range, tolerance: tolerance)
    let whole = "\(Wording.number(range.lowerBound))...\(Wording.number(range.upperBound))"
    let (holds, figures) =
      switch search.search(predicate) {
      case .at(let value): (true, value.rational == nil ? "at \(value)" : "at exactly \(value)")
      case .between(let low, let high, let value):
        (true, "between \(low) and \(high), as at \(Wording.number(value))")
      case .nowhere: (false, "nowhere in \(whole)")
      }
    return Finding(test: text, holds: holds, figures: figures)
  }
}

// MARK: - Figures

extension ClaimJudge {
  /// The number behind a verdict, where it is least favourable.
  private func figures(for test: Claim.Test, _ evaluator: inout BlockEvaluator) -> String {
    switch test {
    case .prefers(let player, let first, let second, _, let place, let given),
      .indifferent(let player, let first, let second, let place, let given):
      let outcomes = outcomes(
        place,
        given,
        compiler.bearing(on: first, second, for: player),
        &evaluator
      )
      return extremes("gain", outcomes) {
        model.value(compiler.gain(player, first, over: second, at: $0))
      }
    case .bestReply(let player, let options, let place, let given),
      .neverBestReply(let player, let options, let place, let given):
      let outcomes = outcomes(place, given, compiler.bearingOnReplies(of: player), &evaluator)
      return extremes("margin", outcomes) { margin(of: options, for: player, at: $0) }
    case .dominated(let player, let options, _):
      return dominators(of: options, for: player)
    case .equilibria(_, let options):
      let found = evaluator.equilibria().map { $0.outcome }
      let having = found.filter { model.has(options, $0) }
      return "\(having.count) of \(Wording.count(found.count, "equilibrium", "equilibria"))"
    case .betterForAll(let options, let reference, _):
      return bestForAll(options, reference, &evaluator)
    case .settles(_, let start):
      return evaluator.settle(from: model.applying(start, to: model.statusQuo)).map {
        $0.cycle.isEmpty
          ? "settles at " + wording.outcome($0.outcome)
          : "cycles through \($0.cycle.count) outcomes"
      }.first ?? ""
    case .compare(let difference, _, let bound, let place, let given):
      let outcomes = outcomes(place, given, compiler.bearing(on: difference, bound), &evaluator)
      if case .number = bound {
        return extremes("value", outcomes) { model.value(compiler.value(of: difference, at: $0)) }
      }
      guard outcomes.count == 1 else {
        return extremes("difference", outcomes) {
          model.value(compiler.value(of: difference, at: $0) - compiler.value(of: bound, at: $0))
        }
      }
      let left = model.value(compiler.value(of: difference, at: outcomes[0]))
      let right = model.value(compiler.value(of: bound, at: outcomes[0]))
      return "\(Wording.number(left)) against \(Wording.number(right))"
    case .somewhere:
      return ""
    }
  }

  private func outcomes(
    _ place: Claim.Place,
    _ given: Options,
    _ bearing: [Int],
    _ evaluator: inout BlockEvaluator
  ) -> [Int] {
    switch place {
    case .statusQuo: [model.applying(given, to: model.statusQuo)]
    case .settled:
      evaluator.settle(from: model.statusQuo).filter { $0.cycle.isEmpty }.map {
        model.applying(given, to: $0.outcome)
      }
    case .every, .some: compiler.outcomes(given, bearing)
    }
  }

  private func extremes(_ what: String, _ outcomes: [Int], _ value: (Int) -> Rational) -> String {
    guard let first = outcomes.first else { return "play does not settle" }
    var lowest = value(first)
    var highest = lowest
    for outcome in outcomes.dropFirst() {
      let next = value(outcome)
      lowest = min(lowest, next)
      highest = max(highest, next)
    }
    if outcomes.count == 1 { return "\(what) \(Wording.signed(lowest))" }
    let range =
      lowest == highest
      ? Wording.signed(lowest) : "\(Wording.signed(lowest)) to \(Wording.signed(highest))"
    return "\(what) \(range) in \(outcomes.count) cases"
  }

  /// What the best strategy with the options has over the best one without.
  private func margin(of options: Options, for player: Int, at outcome: Int) -> Rational {
    var best: Rational?
    var other: Rational?
    let own = model.game.freeDecisions(of: player)
    model.game.numbering.forEach(varying: own, of: outcome) { candidate in
      let gain = model.value(model.game.payoffChange(of: player, from: outcome, to: candidate))
      if model.has(options, candidate) {
        best = max(best ?? gain, gain)
      } else {
        other = max(other ?? gain, gain)
      }
    }
    return (best ?? 0) - (other ?? best ?? 0)
  }

  private func dominators(of options: Options, for player: Int) -> String {
    let own = model.game.freeDecisions(of: player)
    var base = model.statusQuo
    for choice in options.choices {
      base = model.game.numbering.replacing(choice.decision, with: choice.option, in: base)
    }
    let contexts = compiler.outcomes(options, compiler.bearingOnReplies(of: player))
    var best: (margin: Rational, outcome: Int)?
    model.game.numbering.forEach(varying: own, of: base) { other in
      guard !model.has(options, other) else { return }
      let least = contexts.map {
        model.value(model.game.payoffChange(of: player, from: $0, to: $0 + other - base))
      }.min()
      if let least, least > best?.margin ?? least - 1 { best = (least, other) }
    }
    guard let best else { return "no other strategy" }
    return "with \(wording.changes(from: base, to: best.outcome)) at least "
      + "\(Wording.signed(best.margin)) in \(contexts.count) cases"
  }

  private func isBetterForAll(_ outcome: Int, than base: Int) -> Bool {
    (0..<model.game.playerCount).allSatisfy {
      model.value(model.game.payoffChange(of: $0, from: base, to: outcome)) > tolerance
    }
  }

  private func bestForAll(
    _ options: Options,
    _ reference: Claim.Reference,
    _ evaluator: inout BlockEvaluator
  ) -> String {
    var base = model.statusQuo
    if reference == .settled {
      guard let rest = evaluator.settle(from: base).first, rest.cycle.isEmpty else {
        return "play does not settle"
      }
      base = rest.outcome
    }
    var count = 0
    var best: (gain: Double, outcome: Int)?
    let players = 0..<model.game.playerCount
    let before = players.map { evaluator.payoff(of: $0, in: base, at: 0) }
    let limit = tolerance.toDouble()
    model.game.forEachOutcome(having: model.byDecision(options)) { outcome in
      let gain = players.reduce(Double.infinity) {
        min($0, evaluator.payoff(of: $1, in: outcome, at: 0) - before[$1])
      }
      // Near the tolerance rounded payoffs do not tell; there the exact ones are asked.
      let isNear = abs(gain - limit) < 1e-6
      if isNear ? isBetterForAll(outcome, than: base) : gain > limit { count += 1 }
      if gain > best?.gain ?? -.infinity { best = (gain, outcome) }
    }
    guard let best else { return "no outcome" }
    let gain =
      players.map {
        model.value(model.game.payoffChange(of: $0, from: base, to: best.outcome))
      }.min() ?? 0
    return "\(Wording.count(count, "outcome", "outcomes")) better for all; the best, "
      + "\(wording.changes(from: base, to: best.outcome)), gives everybody at least "
      + Wording.signed(gain)
  }
}
