import Analysis
import Sweeps

/// Policies compared in the scenarios that all of them were swept on.
struct PairedPolicies {
  let policies: [Policy]
  let players: [String]
  let settings: RobustnessStudy.Settings
  private(set) var leftOut = LeftOut()
  private(set) var count = 0
  /// The place of each player's payoff in each result.
  private let places: [[Int]]

  /// The rows of one policy; a class, since lists cannot hold what cannot be copied.
  private final class Side {
    var rows: ResultRows
    var isThere = false

    init(_ rows: consuming ResultRows) { self.rows = rows }

    func next() throws(Failure) { isThere = try rows.next() }
  }

  init(_ policies: [Policy], players: [String], _ settings: RobustnessStudy.Settings) {
    self.policies = policies
    self.players = players
    self.settings = settings
    places = policies.map { policy in
      players.compactMap { id in policy.result.columns(.payoff).first { $0.id == id }?.position }
    }
  }

  /// Reads all results side by side, as often as the studies ask for: mostly once.
  mutating func rankings() throws(Failure) -> [PolicyRanking] {
    let searches = policies.count * players.count * 2
    var studies = players.map { _ in
      RobustnessStudy(
        policies: policies.count,
        capacity: RobustnessStudy.capacity(searches: searches),
        settings
      )
    }
    var isFirst = true
    var needsMore = true
    while needsMore {
      try read(isFirst: isFirst, &studies)
      isFirst = false
      needsMore = false
      for index in studies.indices where studies[index].endPass() { needsMore = true }
    }
    let labels = policies.map { $0.label }
    return zip(players, studies).map {
      PolicyRanking(player: $0, labels: labels, measures: $1.measures)
    }
  }

  private mutating func read(
    isFirst: Bool,
    _ studies: inout [RobustnessStudy]
  ) throws(Failure) {
    var sides: [Side] = []
    for policy in policies {
      let rows = try policy.result.rows {
        $0.kind == .axis && isFirst || $0.kind == .payoff && players.contains($0.id)
      }
      sides.append(Side(rows))
      try sides[sides.count - 1].next()
    }
    var payoffs = [Double](repeating: 0, count: policies.count)
    while let sample = PairedPolicies.lowestSample(sides) {
      let isEverywhere = sides.allSatisfy { $0.isThere && $0.rows.row.sample == sample }
      let fault = isEverywhere ? try fault(sides, isFirst) : "not in every result"
      if let fault {
        if isFirst { leftOut.add(fault) }
      } else {
        for index in players.indices {
          for policy in policies.indices {
            payoffs[policy] = sides[policy].rows.row.payoffs[places[policy][index]] ?? 0
          }
          studies[index].add(payoffs)
        }
        if isFirst { count += 1 }
      }
      for side in sides where side.isThere && side.rows.row.sample == sample { try side.next() }
    }
  }

  /// The lowest sample that is next anywhere; nil at the end of all results.
  private static func lowestSample(_ sides: [Side]) -> Int? {
    var lowest: Int?
    for side in sides where side.isThere { lowest = min(lowest ?? .max, side.rows.row.sample) }
    return lowest
  }

  /// Why a scenario cannot be used, in which all results have a row.
  private func fault(_ sides: [Side], _ isFirst: Bool) throws(Failure) -> String? {
    if isFirst { try checkValues(sides) }
    for (policy, side) in sides.enumerated() {
      if let reason = side.rows.row.reason { return reason }
      if side.rows.row.cycleLength ?? 0 > 0 { return "play does not settle under every policy" }
      let isWhole =
        places[policy].count == players.count
        && places[policy].allSatisfy { side.rows.row.payoffs[$0] != nil }
      if !isWhole { return "a payoff is beyond a number of 64 bits" }
    }
    return nil
  }

  private func checkValues(_ sides: [Side]) throws(Failure) {
    for policy in sides.indices.dropFirst()
    where sides[policy].rows.row.values != sides[0].rows.row.values {
      throw Failure(
        .badData,
        "'\(policies[policy].result.path)' was not swept on the same samples as "
          + "'\(policies[0].result.path)': sample \(sides[policy].rows.row.sample) has other values; "
          + "sweep every policy on one design and seed"
      )
    }
  }
}
