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

  func run(threads: Int) -> NoiseReport {
    let noisy = ScenarioModel.withFactors(model)
    let scenario = model.scenario
    let compiler = ClaimCompiler(noisy, tolerance: tolerance)
    var claims: [(id: String, predicate: Predicate)] = []
    var ranging: [(id: String, claim: RangingClaim)] = []
    var skipped: [String] = []
    for claim in scenario.claims {
      if let predicate = compiler.predicate(for: claim) {
        claims.append((claim.id, predicate))
      } else if let other = RangingClaim(claim, noisy, tolerance: tolerance) {
        ranging.append((claim.id, other))
      } else {
        skipped.append(claim.id)
      }
    }
    let questions = ranging.map { $0.claim }
    var drawn: [(path: String, variable: Int)] = []
    for quantity in scenario.quantities {
      guard let variable = noisy.variables[quantity.path], noisy.values[variable].signum != 0 else {
        continue
      }
      drawn.append((quantity.path, variable))
    }
    let outcome = settledOutcome()
    let study = NoiseStudy(
      noisy.game,
      values: noisy.values,
      drawn: drawn.map { $0.variable },
      level: level,
      predicates: claims.map { $0.predicate },
      from: noisy.statusQuo,
      outcome: outcome,
      tolerance: tolerance,
      questions: questions.count,
      answers: { values in questions.map { $0.holds(at: values) } }
    )
    let ids = claims.map { $0.id } + ranging.map { $0.id }
    let result = study.run(draws: draws, seed: seed, threads: threads)
    func share(_ count: Int) -> Double { Double(count) / Double(draws) }
    let numbers = zip(drawn, result.thirds).map { entry, thirds in
      NoiseReport.Number(
        path: entry.path,
        low: Double(thirds.low.survived) / Double(max(1, thirds.low.draws)),
        high: Double(thirds.high.survived) / Double(max(1, thirds.high.draws))
      )
    }
    return NoiseReport(
      level: level.toDouble(),
      draws: draws,
      seed: seed,
      survival: outcome.map { _ in share(result.survived) },
      settles: outcome.map { _ in share(result.settled) },
      allClaims: share(result.allHeld),
      claims: scenario.claims.compactMap { claim in
        ids.firstIndex(of: claim.id).map { (claim.id, share(result.held[$0])) }
      },
      numbers: outcome == nil
        ? []
        : numbers.enumerated().sorted {
          (-abs($0.element.low - $0.element.high), $0.offset)
            < (-abs($1.element.low - $1.element.high), $1.offset)
        }.map { $0.element },
      left: zip(scenario.players, result.left).filter { $1 > 0 }.map { ($0.id, $1) },
      skipped: skipped
    )
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
