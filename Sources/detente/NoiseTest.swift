import Dispatch
import GameTheory
import Glibc
import Negotiation
import Sweeps

/// How the equilibrium and the claims of a scenario fare when every number is off by a little.
struct NoiseTest {
  private let model: ScenarioModel
  private let level: Rational
  private let draws: Int
  private let seed: UInt64
  private let tolerance: Rational

  init(_ model: ScenarioModel, level: Rational, draws: Int, seed: UInt64, tolerance: Rational) {
    self.model = model
    self.level = level
    self.draws = draws
    self.seed = seed
    self.tolerance = tolerance
  }

  /// The claims of the scenario by how they are decided in a draw.
  private struct Claims {
    var predicates: [(id: String, predicate: Predicate)] = []
    var ranging: [(id: String, claim: RangingClaim)] = []
    var skipped: [String] = []

    /// The ids in the order of the verdicts.
    var ids: [String] { predicates.map { $0.id } + ranging.map { $0.id } }
  }

  func run(threads: Int) -> NoiseReport {
    let noisy = ScenarioModel.withFactors(model)
    let claims = claims(noisy)
    let drawn: [(path: String, variable: Int)] = model.scenario.quantities.compactMap { quantity in
      guard let variable = noisy.variables[quantity.path], noisy.values[variable].signum != 0 else {
        return nil
      }
      return (quantity.path, variable)
    }
    let outcome = settledOutcome()
    let questions = claims.ranging.map { $0.claim }
    let study = NoiseStudy(
      noisy.game,
      values: noisy.values,
      drawn: drawn.map { $0.variable },
      level: level,
      predicates: claims.predicates.map { $0.predicate },
      from: noisy.statusQuo,
      outcome: outcome,
      tolerance: tolerance,
      questions: questions.count,
      answers: { values in questions.map { $0.holds(at: values) } }
    )
    let result = study.run(draws: draws, seed: seed, threads: threads)
    return report(result, outcome, claims, drawn.map { $0.path })
  }

  private func claims(_ noisy: ScenarioModel) -> Claims {
    let compiler = ClaimCompiler(noisy, tolerance: tolerance)
    var claims = Claims()
    for claim in model.scenario.claims {
      if let predicate = compiler.predicate(for: claim) {
        claims.predicates.append((claim.id, predicate))
      } else if let other = RangingClaim(claim, noisy, tolerance: tolerance) {
        claims.ranging.append((claim.id, other))
      } else {
        claims.skipped.append(claim.id)
      }
    }
    return claims
  }

  private func report(
    _ result: NoiseStudy.Result,
    _ outcome: Int?,
    _ claims: Claims,
    _ paths: [String]
  ) -> NoiseReport {
    func share(_ count: Int, of draws: Int) -> Double { Double(count) / Double(max(1, draws)) }
    let numbers = zip(paths, result.thirds).map { path, thirds in
      NoiseReport.Number(
        path: path,
        low: share(thirds.low.survived, of: thirds.low.draws),
        high: share(thirds.high.survived, of: thirds.high.draws)
      )
    }
    let ids = claims.ids
    return NoiseReport(
      level: level.toDouble(),
      draws: draws,
      seed: seed,
      survival: outcome.map { _ in share(result.survived, of: draws) },
      settles: outcome.map { _ in share(result.settled, of: draws) },
      allClaims: share(result.allHeld, of: draws),
      claims: model.scenario.claims.compactMap { claim in
        ids.firstIndex(of: claim.id).map { (claim.id, share(result.held[$0], of: draws)) }
      },
      numbers: outcome == nil ? [] : NoiseTest.sorted(numbers),
      left: zip(model.scenario.players, result.left).filter { $1 > 0 }.map { ($0.id, $1) },
      skipped: claims.skipped
    )
  }

  /// Numbers sorted by how much they matter, those that matter most first.
  private static func sorted(_ numbers: [NoiseReport.Number]) -> [NoiseReport.Number] {
    numbers.enumerated().sorted {
      (-abs($0.element.low - $0.element.high), $0.offset)
        < (-abs($1.element.low - $1.element.high), $1.offset)
    }.map { $0.element }
  }

  /// Where play settles without noise, if it does.
  private func settledOutcome() -> Int? {
    var evaluator = BlockEvaluator(model.folded(tolerance: tolerance))
    evaluator.load(count: 1) { _, _ in 0 }
    guard let rest = evaluator.settle(from: model.statusQuo).first, rest.cycle.isEmpty else {
      return nil
    }
    return rest.outcome
  }
}

/// What came of a noise test, in shares of the draws.
struct NoiseReport {
  /// How often the equilibrium stays one with a number in its lowest and its highest third.
  struct Number {
    let path: String
    let low: Double
    let high: Double
  }

  let level: Double
  let draws: Int
  let seed: UInt64
  /// Nil where play does not settle without noise.
  let survival: Double?
  let settles: Double?
  let allClaims: Double
  let claims: [(id: String, share: Double)]
  /// Those that matter most come first.
  let numbers: [Number]
  let left: [(player: String, count: Int)]
  let skipped: [String]
}

/// How many processors there are for this program.
func processorCount() -> Int {
  max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
