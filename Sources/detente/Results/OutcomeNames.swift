/// Outcomes by the options that make them up, numbered as they are met, so that results whose decisions
/// stand in another order, or have other options, can be compared.
final class OutcomeNames {
  /// For each outcome its option in every decision.
  private(set) var options: [[String]] = []
  private var numbers: [[String]: Int] = [:]

  /// The number that stands for a cycle.
  static let cycle = -1

  /// The number of an outcome.
  func number(of words: [String]) -> Int {
    if let known = numbers[words] { return known }
    numbers[words] = options.count
    options.append(words)
    return options.count - 1
  }

  /// The decisions that do not have the same option in all outcomes.
  var varying: [Int] {
    guard let first = options.first else { return [] }
    return first.indices.filter { decision in
      options.contains { $0[decision] != first[decision] }
    }
  }

  /// An outcome in words, without the decisions that never vary.
  func words(_ outcome: Int, _ decisions: [String]) -> String {
    guard outcome >= 0 else { return "a cycle" }
    let shown = varying
    guard !shown.isEmpty else { return "the only outcome" }
    return shown.map { "\(decisions[$0])=\(options[outcome][$0])" }.joined(separator: ", ")
  }
}
