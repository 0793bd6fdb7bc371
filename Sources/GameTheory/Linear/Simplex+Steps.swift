extension Simplex {
  /// The reduced cost of a quantity that is no artificial, times the denominator.
  func reducedCost(of quantity: Int, _ overflows: inout Bool) -> Scalar {
    let prices = rowCount * tableau.width
    guard quantity < columnCount else { return -tableau.entries[prices + quantity - columnCount] }
    let cost = cost(of: quantity)
    var reduced = cost == 0 ? 0 : Scalar.product(cost, tableau.denominator, &overflows)
    let first = quantity * rowCount
    for row in 0..<rowCount {
      let coefficient = form.coefficients[first + row]
      let price = tableau.entries[prices + row]
      if coefficient == 0 || price == 0 { continue }
      reduced = Scalar.sum(reduced, adding: -price, times: coefficient, &overflows)
    }
    return reduced
  }

  /// The quantity to change next; nil where no change makes the objective better.
  func entrant(_ overflows: inout Bool) -> Entrant? {
    let slack = Scalar.tolerance
    var best: Entrant?
    for quantity in 0..<columnCount + rowCount where places[quantity] != .basic {
      if let width = width(of: quantity), width <= 0 { continue }
      let reduced = reducedCost(of: quantity, &overflows)
      let size = reduced < 0 ? -reduced : reduced
      guard size > slack else { continue }
      let isUpwards = reduced < 0
      guard isFree(quantity) || isUpwards == (places[quantity] == .low) else { continue }
      if let known = best {
        let most = known.reducedCost < 0 ? -known.reducedCost : known.reducedCost
        if size <= most { continue }
      }
      best = Entrant(quantity: quantity, isUpwards: isUpwards, reducedCost: reduced)
      if isCautious { return best }
    }
    return best
  }

  /// What comes in, seen from the basis: the inverse times its column, and last its reduced cost, negated.
  func column(of entrant: Entrant, _ overflows: inout Bool) -> [Scalar] {
    column(ofQuantity: entrant.quantity, &overflows) + [-entrant.reducedCost]
  }

  /// The inverse times the column of a quantity.
  func column(ofQuantity quantity: Int, _ overflows: inout Bool) -> [Scalar] {
    let width = tableau.width
    guard quantity < columnCount else {
      return (0..<rowCount).map { tableau.entries[$0 * width + quantity - columnCount] }
    }
    let first = quantity * rowCount
    var column: [Scalar] = []
    column.reserveCapacity(width)
    for row in 0..<rowCount {
      var sum: Scalar = 0
      for place in 0..<rowCount {
        let coefficient = form.coefficients[first + place]
        let entry = tableau.entries[row * width + place]
        if coefficient == 0 || entry == 0 { continue }
        sum = Scalar.sum(sum, adding: entry, times: coefficient, &overflows)
      }
      column.append(sum)
    }
    return column
  }

  /// A quantity of the basis that an entrant drives towards one of its ends.
  private struct Limit {
    let row: Int
    let isHigh: Bool
    /// How far it is from that end, times the denominator, over how fast it goes there.
    let distance: Scalar
    let speed: Scalar
  }

  /// The ends towards which the quantities of the basis are driven.
  private func limits(
    to entrant: Entrant,
    _ column: [Scalar],
    _ overflows: inout Bool
  ) -> [Limit] {
    var limits: [Limit] = []
    for row in 0..<rowCount where !isFree(basis[row]) {
      let entry = entrant.isUpwards ? column[row] : -column[row]
      if entry > Scalar.tolerance {
        limits.append(
          Limit(row: row, isHigh: false, distance: tableau.value(row), speed: entry)
        )
      } else if -entry > Scalar.tolerance, let width = self.width(of: basis[row]) {
        let end = Scalar.product(width, tableau.denominator, &overflows)
        let distance = Scalar.sum(end, adding: tableau.value(row), times: -1, &overflows)
        limits.append(Limit(row: row, isHigh: true, distance: distance, speed: -entry))
      }
    }
    return limits
  }

  /// What first stands in the way.
  ///
  /// Among ends that are met at once, the fastest goes, or by Bland's rule the quantity with the least
  /// number. In floating point ends count as met at once within the tolerance (Harris 1973).
  func obstacle(
    to entrant: Entrant,
    _ column: [Scalar],
    _ overflows: inout Bool
  ) -> Obstacle {
    let limits = limits(to: entrant, column, &overflows)
    var nearest: Limit?
    for limit in limits {
      if let known = nearest,
        Scalar.compare(
          limit.distance + Scalar.tolerance,
          over: limit.speed,
          with: known.distance + Scalar.tolerance,
          over: known.speed
        ) >= 0
      {
        continue
      }
      nearest = limit
    }
    if let width = width(of: entrant.quantity) {
      guard let nearest,
        Scalar.compare(nearest.distance, over: nearest.speed, with: width, over: 1) <= 0
      else { return .width }
    }
    guard let nearest else { return .nothing }
    var chosen = nearest
    for limit in limits {
      let order = Scalar.compare(
        limit.distance,
        over: limit.speed,
        with: nearest.distance + Scalar.tolerance,
        over: nearest.speed
      )
      guard order <= 0 else { continue }
      let isBetter =
        isCautious ? basis[limit.row] < basis[chosen.row] : limit.speed > chosen.speed
      if isBetter { chosen = limit }
    }
    return .row(
      chosen.row,
      isHigh: chosen.isHigh,
      isDegenerate: chosen.distance <= Scalar.tolerance
    )
  }

  /// Makes a step; false on overflow, with nothing changed.
  mutating func step(_ entrant: Entrant, _ column: [Scalar], _ obstacle: Obstacle) -> Bool {
    var overflows = false
    var next = tableau
    // With a quantity at its width in or out of the basis, what the basis must make up for changes.
    if case .width = obstacle, let width = width(of: entrant.quantity) {
      shift(&next, by: entrant.isUpwards ? -width : width, along: column, &overflows)
      if overflows { return false }
      tableau = next
      places[entrant.quantity] = entrant.isUpwards ? .high : .low
      count(isDegenerate: false)
      return true
    }
    guard case .row(let row, let isHigh, let isDegenerate) = obstacle else { return true }
    if places[entrant.quantity] == .high, let width = width(of: entrant.quantity) {
      shift(&next, by: width, along: column, &overflows)
    }
    let leaver = basis[row]
    if isHigh, let width = width(of: leaver) {
      let place = row * next.width + rowCount
      let moved = Scalar.product(width, next.denominator, &overflows)
      next.entries[place] = Scalar.sum(next.entries[place], adding: moved, times: -1, &overflows)
    }
    if overflows { return false }
    guard Scalar.pivot(&next, row: row, column: column) else { return false }
    tableau = next
    basis[row] = entrant.quantity
    places[entrant.quantity] = .basic
    places[leaver] = isHigh ? .high : .low
    count(isDegenerate: isDegenerate)
    return true
  }

  /// Adds a multiple of a column to the values.
  func shift(
    _ tableau: inout SimplexTableau<Scalar>,
    by amount: Scalar,
    along column: [Scalar],
    _ overflows: inout Bool
  ) {
    for row in 0..<rowCount {
      let place = row * tableau.width + rowCount
      tableau.entries[place] = Scalar.sum(
        tableau.entries[place],
        adding: amount,
        times: column[row],
        &overflows
      )
    }
  }

  private mutating func count(isDegenerate: Bool) {
    effort.pivots += 1
    if isCautious { effort.blandPivots += 1 }
    if isDegenerate { effort.degeneratePivots += 1 }
    degenerateRun = isDegenerate ? degenerateRun + 1 : 0
  }
}
