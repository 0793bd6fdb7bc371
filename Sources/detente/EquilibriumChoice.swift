import Negotiation

/// Which of a scenario's equilibria is meant.
struct EquilibriumChoice {
  private let result: CaseResult
  private let number: Int?

  /// Reads `--equilibrium`, which counts from 1.
  init(_ result: CaseResult, _ parsed: ParsedCommand) throws(Failure) {
    self.result = result
    number = parsed.integer("--equilibrium")
    let count = result.equilibria.count
    if let number, number > count {
      let there =
        count == 0
        ? "there is no equilibrium"
        : "there \(count == 1 ? "is" : "are") \(Wording.count(count, "equilibrium", "equilibria"))"
      throw Failure(.usage, "--equilibrium \(number): \(there)")
    }
  }

  /// The equilibrium asked for, or the one where play settles, or the only one; nil where there is none.
  ///
  /// Only equilibria that have the options are meant. Fails where there are several and none is asked for.
  func equilibrium(having options: Options = Options()) throws(Failure) -> Int? {
    let meant = meant(options)
    if let number {
      let asked = result.equilibria[number - 1]
      if meant.contains(asked) { return asked }
      let words = Wording(result.model.scenario).options(options)
      throw Failure(.usage, "--equilibrium \(number) does not have \(words)")
    }
    if let settled = result.settled, meant.contains(settled) { return settled }
    guard meant.count > 1 else { return meant.first }
    let having =
      options.choices.isEmpty
      ? "there are \(meant.count) equilibria"
      : "\(meant.count) equilibria have \(Wording(result.model.scenario).options(options))"
    throw Failure(
      .usage,
      "\(having), and play settles at \(meant.count == 2 ? "neither" : "none") of them; "
        + "choose one with --equilibrium "
        + Wording.choice(meant.map { (result.equilibria.firstIndex(of: $0) ?? 0) + 1 })
    )
  }

  /// How many equilibria have the options.
  func count(having options: Options) -> Int { meant(options).count }

  private func meant(_ options: Options) -> [Int] {
    result.equilibria.filter { result.model.has(options, $0) }
  }
}

extension Wording {
  /// Numbers to choose from: `1 to 4`, or `1, 3 and 4`.
  fileprivate static func choice(_ numbers: [Int]) -> String {
    guard let first = numbers.first, let last = numbers.last, last - first + 1 == numbers.count
    else { return list(numbers.map { String($0) }) }
    return "\(first) to \(last)"
  }
}
