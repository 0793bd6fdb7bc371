import Analysis

/// What a study found in one output: a few measures for each number that varies.
struct OutputFindings {
  /// What an output is.
  enum Kind: Equatable {
    /// Which outcome play settles at, over all outcomes.
    case outcome
    /// A player's payoff where play settles, by the player's place among those analysed.
    case payoff(Int)
    /// Which option a decision has where play settles, over all options.
    case decision(Int)
    /// Whether play settles at an outcome; ``SensitivityOutputs/cycle``: whether it cycles.
    case settles(Int)
    /// Whether a decision has an option where play settles.
    case option(decision: Int, label: Int)
    /// Whether an outcome is an equilibrium.
    case equilibrium(Int)
    /// Whether a claim holds.
    case claim(Int)
  }

  /// What is measured of each number.
  enum Measure: String {
    case total
    case firstOrder
    case firstOrderJansen
    case firstOrderUncentred
    /// What a pair of numbers does together, beyond what each does by itself.
    case secondOrder
    case muStar
    case mu
    case sigma
    /// The share of moves that change the labels.
    case changes
  }

  let kind: Kind
  /// The mean, or the share of the samples; nil for families as a whole and for elementary effects.
  let mean: Double?
  let variance: Double?
  /// How many base points, trajectories or samples count, and how many were left out.
  let points: Int
  let pointsLeftOut: Int
  /// The measures, the one by which numbers are ranked first.
  let measures: [Measure]
  /// For each number an estimate of each measure; nil where it does not exist.
  let axes: [[Estimate?]]
  /// The second-order indices of the pairs of numbers, where the rows allow them.
  var pairs: [SobolIndices.Pair] = []

  /// The numbers, those with the largest first measure first; where it does not exist, last.
  var ranking: [Int] {
    axes.indices.sorted { left, right in
      let (one, other) = (axes[left][0]?.value ?? -1, axes[right][0]?.value ?? -1)
      return (other, left) < (one, right)
    }
  }

  /// The pairs, those that do most together first.
  var pairRanking: [SobolIndices.Pair] {
    pairs.sorted { left, right in
      let (one, other) = (left.secondOrder?.value ?? -1, right.secondOrder?.value ?? -1)
      return (other, left.first, left.second) < (one, right.first, right.second)
    }
  }

  /// Whether the output varies at all.
  var varies: Bool { axes.contains { $0[0].map { $0.value != 0 } ?? false } }
}

extension OutputFindings {
  init(_ kind: Kind, _ indices: SobolIndices) {
    self.init(
      kind: kind,
      mean: indices.mean,
      variance: indices.variance,
      points: indices.points,
      pointsLeftOut: indices.pointsLeftOut,
      measures: [.total, .firstOrder, .firstOrderJansen, .firstOrderUncentred],
      axes: indices.axes.map {
        [$0.total, $0.firstOrder, $0.firstOrderJansen, $0.firstOrderUncentred]
      },
      pairs: indices.pairs
    )
  }

  init(_ kind: Kind, _ indices: BinnedIndices) {
    self.init(
      kind: kind,
      mean: indices.mean,
      variance: indices.variance,
      points: indices.points,
      pointsLeftOut: indices.pointsLeftOut,
      measures: [.firstOrder],
      axes: indices.axes.map { [$0] }
    )
  }

  init(_ kind: Kind, _ effects: MorrisEffects, axes: Int) {
    self.init(
      kind: kind,
      mean: nil,
      variance: nil,
      points: effects.trajectories,
      pointsLeftOut: effects.trajectoriesLeftOut,
      measures: [.muStar, .mu, .sigma],
      axes: effects.axes.isEmpty
        ? [[Estimate?]](repeating: [nil, nil, nil], count: axes)
        : effects.axes.map { [$0.muStar, $0.mu, $0.sigma] }
    )
  }

  init(_ kind: Kind, changesIn family: Int, _ analysis: MorrisAnalysis) {
    let known = analysis.trajectories(ofFamily: family)
    self.init(
      kind: kind,
      mean: nil,
      variance: nil,
      points: known,
      pointsLeftOut: analysis.trajectories - known,
      measures: [.changes],
      axes: analysis.changes(ofFamily: family).map { [$0] }
    )
  }
}

/// All outputs of a study, in the order in which they are told.
struct SensitivityFindings {
  let outputs: [OutputFindings]

  init(_ result: SensitivityIntake.Result) {
    switch result.study.analysis {
    case .sobol(let analysis):
      outputs = SensitivityFindings.all(
        result,
        number: { OutputFindings($0, analysis.indices(ofNumber: $1)) },
        family: { OutputFindings($0, analysis.indices(ofFamily: $1)) },
        labels: { analysis.labels(ofFamily: $0) },
        label: { OutputFindings($0, analysis.indices(ofFamily: $1, label: $2)) }
      )
    case .binned(let analysis):
      outputs = SensitivityFindings.all(
        result,
        number: { OutputFindings($0, analysis.indices(ofNumber: $1)) },
        family: { OutputFindings($0, analysis.indices(ofFamily: $1)) },
        labels: { analysis.labels(ofFamily: $0) },
        label: { OutputFindings($0, analysis.indices(ofFamily: $1, label: $2)) }
      )
    case .morris(let analysis):
      outputs = SensitivityFindings.all(
        result,
        number: { OutputFindings($0, analysis.effects(onNumber: $1), axes: analysis.axes) },
        family: { OutputFindings($0, changesIn: $1, analysis) },
        labels: { analysis.labels(ofFamily: $0) },
        label: { kind, family, label in
          OutputFindings(
            kind,
            analysis.effects(onFamily: family, label: label),
            axes: analysis.axes
          )
        }
      )
    case .oneAtATime: outputs = []
    }
  }

  private static func all(
    _ result: SensitivityIntake.Result,
    number: (OutputFindings.Kind, Int) -> OutputFindings,
    family: (OutputFindings.Kind, Int) -> OutputFindings,
    labels: (Int) -> [Int],
    label: (OutputFindings.Kind, Int, Int) -> OutputFindings
  ) -> [OutputFindings] {
    var outputs: [OutputFindings] = []
    for (index, kind) in result.outputs.families.enumerated() {
      let met = labels(index)
      switch kind {
      case .outcome:
        outputs.append(family(.outcome, index))
        outputs += met.map { label(.settles($0), index, $0) }
      case .decision(let decision):
        outputs.append(family(.decision(decision), index))
        outputs += met.map { label(.option(decision: decision, label: $0), index, $0) }
      case .equilibria: outputs += met.map { label(.equilibrium($0), index, $0) }
      case .claims:
        // A claim that never held has no sums, and is told all the same.
        outputs += result.outputs.claims.indices.map { label(.claim($0), index, $0) }
      }
    }
    return outputs + result.outputs.players.indices.map { number(.payoff($0), $0) }
  }
}
