/// The packages that no other is better than for everybody: the Pareto frontier.
public struct OfferFrontier: Sendable, Equatable {
  /// They, ascending.
  public let packages: [Int]

  /// Finds the frontier of all packages.
  ///
  /// A package is left out where another is worth at least as much to everybody, and more to
  /// somebody.
  ///
  /// - Complexity: O(p m f) for p parties, m packages, f of them on the frontier.
  public init(_ problem: OfferProblem) {
    // Who dominates a package comes before it by the first party in which they differ.
    let order = (0..<problem.packageCount).sorted { first, second in
      for party in 0..<problem.partyCount {
        let a = problem.utility(of: party, first)
        let b = problem.utility(of: party, second)
        if a != b { return a > b }
      }
      return first < second
    }
    var found: [Int] = []
    for package in order
    where !found.contains(where: { problem.dominates($0, package) }) { found.append(package) }
    packages = found.sorted()
  }
}

extension OfferProblem {
  /// Whether a package is worth at least as much as another to everybody, and more to somebody.
  public func dominates(_ package: Int, _ other: Int) -> Bool {
    var isBetter = false
    for party in 0..<partyCount {
      let gain = utility(of: party, package) - utility(of: party, other)
      if gain < 0 { return false }
      if gain > 0 { isBetter = true }
    }
    return isBetter
  }
}
