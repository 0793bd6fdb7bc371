/// Whether payoffs are a game's nucleolus or prenucleolus, with what shows that they are not.
public enum NucleolusVerdict: Sendable, Hashable {
  /// They are.
  case isNucleolus
  /// They do not add up to v(N), or somebody gets less than alone where that is asked.
  case notAdmissible
  /// Going in the direction makes no excess of those down to this one greater, and some smaller.
  case improvable(excess: Rational, direction: [Rational])
}

// Kohlberg's criterion, which knows nothing of how the nucleolus is found.
extension CoalitionalGame {
  /// Tells whether payoffs are the nucleolus.
  ///
  /// They are exactly when, for each level, the coalitions with an excess at least as great are balanced by weights
  /// above 0, where players who get just what they have alone may take part with weights of 0 or more. Coalitions
  /// that depend on those before need no weights.
  ///
  /// - Parameter payoffs: one for each player.
  /// - Returns: the verdict, with a way to improve where there is one.
  /// - Complexity: at most *players* linear programmes with *players* rows, and as many variables as coalitions
  ///   share an excess; O(*levels* × 2^*players*) beside them.
  /// - Source: Kohlberg, SIAM Journal on Applied Mathematics 20 (1971) 62.
  public func nucleolusVerdict(of payoffs: [Rational]) -> NucleolusVerdict {
    guard isDivision(payoffs),
      (0..<playerCount).allSatisfy({
        payoffs[$0] >= value(of: Coalition(members: [$0]))
      })
    else { return .notAdmissible }
    return kohlberg(
      payoffs,
      (0..<playerCount).filter { payoffs[$0] == value(of: Coalition(members: [$0])) }
    )
  }

  /// Tells whether payoffs are the prenucleolus: as ``nucleolusVerdict(of:)``, without regard to single players.
  public func prenucleolusVerdict(of payoffs: [Rational]) -> NucleolusVerdict {
    isDivision(payoffs) ? kohlberg(payoffs, []) : .notAdmissible
  }

  private func kohlberg(_ payoffs: [Rational], _ leastPaid: [Int]) -> NucleolusVerdict {
    let excesses = whole.indices.map { excess(of: Coalition(index: $0), at: payoffs) }
    var space = IndicatorSpace(playerCount: playerCount)
    var basis = [grandCoalition]
    _ = space.insert(grandCoalition)
    while space.rank < playerCount {
      let isSpanned = space.spanned()
      let open = whole.indices.filter { !isSpanned[$0] }
      guard let level = open.map({ excesses[$0] }).max() else { break }
      let loudest = open.filter { excesses[$0] == level }.map { Coalition(index: $0) }
      if let direction = improvement(of: loudest, keeping: basis, leastPaid) {
        return .improvable(excess: level, direction: direction)
      }
      for coalition in loudest where space.insert(coalition) { basis.append(coalition) }
    }
    return .isNucleolus
  }

  /// A change of payoffs that pays none of the coalitions less and some more, and the basis the same; nil where
  /// weights of 1 or more balance them.
  private func improvement(
    of coalitions: [Coalition],
    keeping basis: [Coalition],
    _ leastPaid: [Int]
  ) -> [Rational]? {
    var program = LinearProgram<Rational>(.minimise)
    var rows = [[(variable: Int, coefficient: Rational)]](repeating: [], count: playerCount)
    func add(_ coalition: Coalition, _ bounds: LinearProgram<Rational>.Bounds) {
      let variable = program.addVariable(within: bounds)
      for player in coalition.members { rows[player].append((variable, 1)) }
    }
    for coalition in coalitions { add(coalition, .atLeast(1)) }
    for coalition in basis { add(coalition, .free) }
    for player in leastPaid { add(Coalition(members: [player]), .nonnegative) }
    for row in rows { program.addRow(row, .equal, 0) }
    guard case .infeasible(let proof) = program.solve() else { return nil }
    return proof.multipliers
  }
}
