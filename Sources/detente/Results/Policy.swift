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

extension RobustnessStudy {
  /// How many numbers all studies of a command together keep, so that they take up to 64 MB.
  private static let room = 1 << 21

  /// How many numbers each of so many searches for an order statistic keeps.
  static func capacity(searches: Int) -> Int {
    min(max(room / max(1, searches), 1 << 10), 1 << 17)
  }
}
