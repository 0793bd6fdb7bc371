import Analysis
import Sweeps

/// Which outputs of a sweep's rows are analysed, and how a row becomes their values.
struct SensitivityOutputs {
  /// What can be asked for.
  enum Group: String, CaseIterable {
    case outcome
    case payoffs
    case decisions
    case equilibria
    case claims
  }

  /// A family of labels.
  enum Family: Equatable {
    /// The outcome where play settles.
    case outcome
    /// The option of a decision there.
    case decision(Int)
    /// The outcomes that are equilibria.
    case equilibria
    /// The claims that hold.
    case claims
  }

  /// The label of a cycle, in which there is no outcome and no option.
  static let cycle = -1

  /// The ids of the players whose payoffs are analysed.
  let players: [String]
  let families: [Family]
  /// The ids of all decisions, and of all claims.
  let decisions: [String]
  let claims: [String]

  init(_ groups: Set<Group>, columns: [ResultColumn]) {
    func ids(_ kind: ResultColumn.Kind) -> [String] {
      columns.filter { $0.kind == kind }.map { $0.id }
    }
    decisions = ids(.decision)
    claims = ids(.claim)
    players = groups.contains(.payoffs) ? ids(.payoff) : []
    var families: [Family] = groups.contains(.outcome) ? [.outcome] : []
    if groups.contains(.decisions) { families += decisions.indices.map { .decision($0) } }
    if groups.contains(.equilibria) { families.append(.equilibria) }
    if groups.contains(.claims), !claims.isEmpty { families.append(.claims) }
    self.families = families
  }

  /// Whether a column is needed.
  func wants(_ column: ResultColumn) -> Bool {
    switch column.kind {
    case .sample, .axis, .cycle, .reason, .settled: true
    case .decision: families.contains(.decision(column.position))
    case .equilibriumCount: false
    case .equilibria: families.contains(.equilibria)
    case .payoff: !players.isEmpty
    case .claim: families.contains(.claims)
    }
  }

  /// The values of a row; all unknown where it could not be computed.
  func values(of row: ResultRow) -> SampleValues {
    guard row.isComputed else {
      return .failed(numbers: players.count, families: families.count)
    }
    return SampleValues(
      numbers: players.indices.map { row.payoffs[$0] ?? .nan },
      labels: families.map { family in
        switch family {
        case .outcome: [row.settled ?? SensitivityOutputs.cycle]
        case .decision(let decision): [row.options[decision] ?? SensitivityOutputs.cycle]
        case .equilibria: row.equilibria
        case .claims: row.claims.indices.filter { row.claims[$0] == true }
        }
      }
    )
  }
}
