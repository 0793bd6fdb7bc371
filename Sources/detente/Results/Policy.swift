import Analysis
import Documents
import Sweeps

/// One of the ways to decide that are compared: the result of a sweep in which it was held to.
struct Policy {
  let label: String
  let result: ResultFile

  /// Policies from results: told apart by what each held with --fix, else by the names of the files.
  static func policies(_ results: [ResultFile]) -> [Policy] {
    let held = results.map { fixes(in: $0.command ?? "") }
    let common = held.dropFirst().reduce(Set(held[0])) { $0.intersection($1) }
    let labels = held.map { $0.filter { !common.contains($0) }.joined(separator: ", ") }
    let isTold = !labels.contains("") && Set(labels).count == labels.count
    return zip(labels, results).map { label, result in
      Policy(label: isTold ? label : result.path, result: result)
    }
  }

  /// The values of --fix in a command.
  private static func fixes(in command: String) -> [String] {
    let words = command.split(separator: " ").map(String.init)
    var found: [String] = []
    for (index, word) in words.enumerated() {
      if word == "--fix", index + 1 < words.count { found.append(words[index + 1]) }
      if word.hasPrefix("--fix=") { found.append(String(word.dropFirst(6))) }
    }
    return found
  }

  /// The decision that all policies differ in, if their labels say so.
  static func decision(of policies: [Policy]) -> String? {
    let names = policies.map { policy -> String? in
      let sides = policy.label.split(separator: "=")
      return sides.count == 2 && !policy.label.contains(",") ? String(sides[0]) : nil
    }
    guard let name = names[0], names.allSatisfy({ $0 == name }) else { return nil }
    return policies[0].result.columns(.decision).contains { $0.id == name } ? name : nil
  }
}

/// The measures of some policies by the payoffs of one player.
struct PolicyRanking {
  let player: String
  let labels: [String]
  let measures: [RobustnessMeasures?]
}

/// Policies compared in the scenarios that all of them were swept on.
struct PairedPolicies {
  let policies: [Policy]
  let players: [String]
  let settings: RobustnessStudy.Settings
  private(set) var leftOut = LeftOut()
  private(set) var count = 0

  init(_ policies: [Policy], players: [String], _ settings: RobustnessStudy.Settings) {
    self.policies = policies
    self.players = players
    self.settings = settings
  }

  /// Reads all results side by side, as often as the study asks for.
  mutating func rankings() throws(Failure) -> [PolicyRanking] {
    var studies = players.map { _ in RobustnessStudy(policies: policies.count, settings) }
    for pass in 0..<RobustnessStudy.passCount {
      try read(isFirst: pass == 0, &studies)
      for index in studies.indices { _ = studies[index].endPass() }
    }
    let labels = policies.map { $0.label }
    return zip(players, studies).map {
      PolicyRanking(player: $0, labels: labels, measures: $1.measures)
    }
  }

  /// The place of each player's payoff in each result.
  private var places: [[Int]] {
    policies.map { policy in
      players.compactMap { id in policy.result.columns(.payoff).first { $0.id == id }?.position }
    }
  }

  private mutating func read(
    isFirst: Bool,
    _ studies: inout [RobustnessStudy]
  ) throws(Failure) {
    let places = places
    var all: [ResultRows] = []
    var isThere: [Bool] = []
    for policy in policies {
      let rows = try policy.result.rows {
        $0.kind == .axis && isFirst || $0.kind == .payoff && players.contains($0.id)
      }
      all.append(rows)
      isThere.append(try rows.next())
    }
    var payoffs = [Double](repeating: 0, count: policies.count)
    while let sample = zip(all, isThere).filter({ $0.1 }).map({ $0.0.row.sample }).min() {
      let isHere = zip(all, isThere).map { $0.1 && $0.0.row.sample == sample }
      let fault = isHere.contains(false) ? "not in every result" : try fault(all, isFirst)
      if fault == nil {
        for index in players.indices {
          for policy in policies.indices {
            payoffs[policy] = all[policy].row.payoffs[places[policy][index]] ?? 0
          }
          studies[index].add(payoffs)
        }
        if isFirst { count += 1 }
      } else if isFirst, let fault {
        leftOut.add(fault)
      }
      for policy in policies.indices where isHere[policy] {
        isThere[policy] = try all[policy].next()
      }
    }
  }

  /// Why a scenario cannot be used, in which all results have a row.
  private func fault(_ all: [ResultRows], _ isFirst: Bool) throws(Failure) -> String? {
    if isFirst { try checkValues(all) }
    for (policy, rows) in all.enumerated() {
      if let reason = rows.row.reason { return reason }
      if rows.row.cycleLength ?? 0 > 0 { return "play does not settle under every policy" }
      let isWhole = players.allSatisfy { id in
        let column = policies[policy].result.columns(.payoff).first { $0.id == id }
        return column.map { rows.row.payoffs[$0.position] != nil } ?? false
      }
      if !isWhole { return "a payoff is beyond a number of 64 bits" }
    }
    return nil
  }

  private func checkValues(_ all: [ResultRows]) throws(Failure) {
    for (policy, rows) in all.enumerated().dropFirst() where rows.row.values != all[0].row.values {
      throw Failure(
        .badData,
        "'\(policies[policy].result.path)' was not swept on the same samples as "
          + "'\(policies[0].result.path)': sample \(rows.row.sample) has other values; sweep every "
          + "policy on one design and seed"
      )
    }
  }
}

/// The samples of one result grouped by the option that was chosen in them.
struct GroupedPolicies {
  let result: ResultFile
  let decision: ResultColumn
  let players: [String]
  let settings: RobustnessStudy.Settings
  private(set) var leftOut = LeftOut()

  init(
    _ result: ResultFile,
    _ decision: ResultColumn,
    players: [String],
    _ settings: RobustnessStudy.Settings
  ) {
    self.result = result
    self.decision = decision
    self.players = players
    self.settings = settings
  }

  mutating func rankings() throws(Failure) -> [PolicyRanking] {
    let options = try options()
    guard options.count > 1 else { return [] }
    var studies = players.map { _ in
      RobustnessStudy(policies: options.count, isPaired: false, settings)
    }
    let places = players.compactMap { id in
      result.columns(.payoff).first { $0.id == id }?.position
    }
    for pass in 0..<RobustnessStudy.passCount {
      let rows = try result.rows { $0 == decision || $0.kind == .payoff }
      while try rows.next() {
        guard let option = rows.row.options[decision.position],
          places.allSatisfy({ rows.row.payoffs[$0] != nil })
        else {
          if pass == 0 { leftOut.add(rows.row.reason ?? "play does not settle") }
          continue
        }
        for (index, place) in places.enumerated() {
          studies[index].add(rows.row.payoffs[place] ?? 0, under: option)
        }
      }
      for index in studies.indices { _ = studies[index].endPass() }
    }
    let labels = options.map { "\(decision.id)=\($0)" }
    return zip(players, studies).map {
      PolicyRanking(player: $0, labels: labels, measures: $1.measures)
    }
  }

  /// The options that occur, as rows number them.
  private func options() throws(Failure) -> [String] {
    let rows = try result.rows { $0 == decision }
    while try rows.next() {}
    return rows.options[decision.position]
  }
}
