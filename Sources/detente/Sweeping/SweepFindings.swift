import Documents
import GameTheory
import Negotiation
import Sweeps

/// What a sweep found in one scenario, in the scenario's terms.
struct SweepFindings {
  /// Where play settles in some of the samples.
  struct Settled {
    /// Nil for cycles.
    let outcome: Int?
    let share: Double
  }

  /// What a varied number does to where play settles.
  struct Mover {
    let path: String
    /// The share of the variation that the number explains by itself.
    let importance: Double
    /// The share of the most frequent outcome along the number, from low to high; nil where no sample fell.
    let profile: [Double?]
  }

  let run: SweepRun
  let summary: SweepSummary
  let pair: PairSummary?
  /// How the scenario is matched with the first; nil in the first itself.
  let match: CaseMatch?

  private var scenario: Scenario { run.model.scenario }

  func share(_ count: Int) -> Double { Double(count) / Double(max(1, summary.computed)) }

  /// Where play settles, the most frequent first.
  var settled: [Settled] {
    var found = summary.settled.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      Settled(outcome: $0.key, share: share($0.value))
    }
    if summary.cycles > 0 {
      let cycles = Settled(outcome: nil, share: share(summary.cycles))
      found.insert(cycles, at: found.firstIndex { $0.share < cycles.share } ?? found.count)
    }
    return found
  }

  /// The varied numbers, those that move the settling outcome most first.
  var movers: [Mover] {
    let importance = summary.importance
    let leading: Set<Int> = settled.first.map { [$0.outcome ?? -1] } ?? []
    return run.order.paths.indices.map { axis in
      Mover(
        path: run.order.paths[axis],
        importance: importance[axis],
        profile: summary.shares(of: leading, alongAxis: axis)
      )
    }.enumerated().sorted {
      ($1.element.importance, $0.offset) < ($0.element.importance, $1.offset)
    }.map { $0.element }
  }

  /// The decisions that come out differently in different samples, and those that never do.
  var decisions: (varying: [Int], constant: [Int]) {
    let outcomes = settled.compactMap { $0.outcome }
    let numbering = run.model.game.numbering
    let varying = scenario.decisions.indices.filter { decision in
      Set(outcomes.map { numbering.option(of: decision, in: $0) }).count > 1
    }
    return (varying, scenario.decisions.indices.filter { !varying.contains($0) })
  }

  /// Why samples could not be computed, or not wholly, the most frequent reason first.
  var failures: [(reason: String, count: Int)] {
    summary.failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// For each claim the share of samples in which it holds.
  var claims: [(claim: Claim, share: Double)] {
    zip(scenario.claims, summary.claims).map { ($0, share($1)) }
  }

  /// How many equilibria there are, in which share of samples.
  var equilibriumCounts: [(count: Int, share: Double)] {
    summary.equilibriumCounts.sorted { $0.key < $1.key }.map { ($0.key, share($0.value)) }
  }

  var json: JSONValue {
    let wording = Wording(scenario)
    return .object([
      ("file", .string(scenario.file)), ("title", .string(scenario.title)),
      ("samples", .integer(summary.samples)),
      ("leftOut", .integer(summary.leftOut)),
      ("failures", .object(failures.map { ($0.reason, .integer($0.count)) })),
      (
        "settled",
        .array(
          settled.map { settled in
            .object([
              ("outcome", settled.outcome.map { .integer($0) } ?? .null),
              ("share", .number(settled.share)),
              (
                "options",
                settled.outcome.map { outcome in
                  .object(
                    scenario.decisions.indices.map {
                      (scenario.decisions[$0].id, .string(wording.option(of: $0, in: outcome)))
                    }
                  )
                } ?? .null
              ),
            ])
          }
        )
      ),
      (
        "movers",
        .array(
          movers.map { mover in
            .object([
              ("path", .string(mover.path)), ("varianceShare", .number(mover.importance)),
              ("profile", .array(mover.profile.map { $0.map { .number($0) } ?? .null })),
            ])
          }
        )
      ),
      ("equilibria", .object(equilibriumCounts.map { (String($0.count), .number($0.share)) })),
      ("claims", .object(claims.map { ($0.claim.id, .number($0.share)) })),
      ("againstFirst", pairJSON),
    ])
  }

  private var pairJSON: JSONValue {
    guard let pair else { return .null }
    return .object([
      ("settledInBoth", .integer(pair.settledInBoth)),
      (
        "sameOutcome", match?.hasSameOutcomes == true ? .integer(pair.sameOutcome) : .null
      ),
      (
        "players",
        .object(
          gains.map { gain in
            (
              gain.player,
              .object([
                ("meanGain", .number(gain.mean)), ("better", .number(gain.better)),
                ("worse", .number(gain.worse)),
              ])
            )
          }
        )
      ),
    ])
  }

  /// What each player of both gains over the first scenario, on average and in which share of the samples.
  var gains: [(player: String, mean: Double, better: Double, worse: Double)] {
    guard let pair, let match, pair.settledInBoth > 0, pair.gains.count == match.players.count
    else {
      return []
    }
    let count = Double(pair.settledInBoth)
    return match.players.enumerated().map { index, player in
      (
        scenario.players[player.mine].id, pair.gains[index] / count,
        Double(pair.better[index]) / count, Double(pair.worse[index]) / count
      )
    }
  }
}
