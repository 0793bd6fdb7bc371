// MARK: - Entries

extension FoldedGame {
  /// What a component's options are worth, entry by entry, leaving out what they do not move.
  private func worths(of component: Component) -> [Polynomial] {
    let own = Set(component.own)
    let touching = factors[component.player].filter { $0.scope.contains(where: own.contains) }
    var worths = [Polynomial](
      repeating: Polynomial(constant: 0),
      count: component.ownCount * component.contextCount
    )
    let order = component.own + component.context
    let numbering = OutcomeNumbering(optionCounts: order.map { game.decisions[$0].optionCount })
    for factor in touching {
      let positions = factor.scope.map { order.firstIndex(of: $0) ?? 0 }
      for index in worths.indices {
        var entry = 0
        for (place, position) in positions.enumerated() {
          entry += numbering.option(of: position, in: index) * factor.strides[place]
        }
        if !factor.table[entry].isZero { worths[index] = worths[index] + factor.table[entry] }
      }
    }
    return worths
  }

  mutating func addEntries(of component: Component) {
    let worths = worths(of: component)
    for own in 0..<component.ownCount {
      for context in 0..<component.contextCount {
        let here = worths[own * component.contextCount + context]
        let gains = (0..<component.ownCount).filter { $0 != own }.map {
          worths[$0 * component.contextCount + context] - here
        }
        entries.append(entry(objectingTo: gains, above: tolerance))
        if tolerance > 0 { exactEntries.append(entry(objectingTo: gains, above: 0)) }
      }
    }
  }

  private mutating func entry(objectingTo gains: [Polynomial], above tolerance: Rational) -> Entry {
    var met: Set<Objection> = []
    var distinct: [Objection] = []
    for gain in gains {
      let excess = tolerance.signum == 0 ? gain : gain - Polynomial(constant: tolerance)
      switch signs.sign(of: excess) {
      case .constant(let sign):
        if sign > 0 { return .never }
      case .row(let row, let flipped):
        let objection = Objection(row: row, sign: flipped ? -1 : 1)
        if met.insert(objection).inserted { distinct.append(objection) }
      }
    }
    if distinct.isEmpty { return .always }
    let start = objections.count
    objections += distinct
    return .unless(start..<objections.count)
  }
}

// MARK: - Candidates

extension FoldedGame {
  /// Walks the outcomes decision by decision, leaving a branch as soon as an entry rules it out.
  mutating func findCandidates() {
    var due = [[Component]](repeating: [], count: game.decisions.count)
    for component in components.joined() {
      due[max(component.own.last ?? 0, component.context.last ?? 0)].append(component)
    }
    var pending: [Int] = []
    descend(decision: 0, outcome: 0, due: due, pending: &pending)
  }

  private mutating func descend(
    decision: Int,
    outcome: Int,
    due: [[Component]],
    pending: inout [Int]
  ) {
    guard decision < game.decisions.count else {
      candidates.append(outcome)
      candidateEntries += pending
      candidateStarts.append(candidateEntries.count)
      return
    }
    let depth = pending.count
    options: for option in game.allowedOptions(of: decision) {
      let next = outcome + option * game.numbering.strides[decision]
      pending.removeLast(pending.count - depth)
      for component in due[decision] {
        let number = entry(of: component, in: next)
        switch entries[number] {
        case .never: continue options
        case .always: break
        case .unless: pending.append(number)
        }
      }
      descend(decision: decision + 1, outcome: next, due: due, pending: &pending)
    }
    pending.removeLast(pending.count - depth)
  }
}
