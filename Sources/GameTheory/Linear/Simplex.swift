/// Where the simplex method stands.
enum SimplexStatus: Sendable {
  case optimal
  case infeasible
  /// A quantity can go on for ever: upwards, or downwards.
  case unbounded(quantity: Int, isUpwards: Bool)
  /// A number may not fit.
  case overflow
  /// It has taken as many steps as it was to take; or rounding has led astray.
  case paused
}

/// Where a quantity is.
enum SimplexPlace: Sendable {
  case basic
  /// At 0: the lower end, or anywhere for a free one.
  case low
  /// At its width.
  case high
}

/// The revised simplex method on a standard form, in one kind of numbers.
///
/// Quantities are numbered: first the columns, then one slack for each row, then one artificial for each row,
/// which is there only while its row is not yet satisfied. A step is undone in full where numbers overflow,
/// so that the state can be taken over in wider ones.
struct Simplex<Scalar: SimplexScalar>: Sendable {
  /// A quantity that may change, and which way.
  struct Entrant {
    let quantity: Int
    let isUpwards: Bool
    /// Its reduced cost, times the denominator.
    let reducedCost: Scalar
  }

  /// What first stands in the way of an entrant.
  enum Obstacle {
    case nothing
    /// Its own width.
    case width
    /// The quantity of a row comes to an end, the upper or the lower.
    case row(Int, isHigh: Bool, isDegenerate: Bool)
  }

  let form: StandardForm<Scalar>
  var tableau: SimplexTableau<Scalar>
  /// The quantity of each row.
  var basis: [Int]
  var places: [SimplexPlace]
  /// The sign of each row's artificial.
  var signs: [Scalar]
  /// Whether feasibility is still sought.
  var isFirstPhase = true
  var effort: SimplexEffort
  /// How many degenerate steps came last on end.
  var degenerateRun = 0
  /// After how many of them Bland's rule takes over, until a step gets somewhere; 0 for always.
  var patience: Int

  var rowCount: Int { form.rowCount }
  var columnCount: Int { form.columnCount }
  private var firstArtificial: Int { columnCount + rowCount }

  /// Starts with all columns at 0: the slack of each row is basic, or its artificial where that cannot be.
  init(_ form: StandardForm<Scalar>, _ arithmetic: SimplexEffort.Arithmetic) {
    self.form = form
    effort = SimplexEffort(arithmetic: arithmetic)
    let rows = form.rowCount
    let columns = form.columnCount
    tableau = SimplexTableau(rowCount: rows)
    basis = []
    places = [SimplexPlace](repeating: .low, count: columns + 2 * rows)
    signs = []
    patience = max(1, rows)
    for row in 0..<rows {
      let bound = form.bounds[row]
      let sign: Scalar = bound < 0 ? -1 : 1
      signs.append(sign)
      let isSatisfied = form.isEquation[row] ? bound == 0 : bound >= 0
      let quantity = isSatisfied ? columns + row : columns + rows + row
      basis.append(quantity)
      places[quantity] = .basic
      tableau.entries[row * tableau.width + row] = isSatisfied ? 1 : sign
      tableau.entries[row * tableau.width + rows] = bound < 0 ? -bound : bound
    }
    setPrices()
  }

  /// Works until there is an answer, or it has taken so many steps.
  mutating func run(steps: Int? = nil) -> SimplexStatus {
    let last = steps.map { effort.pivots + $0 }
    while effort.pivots != last {
      var overflows = false
      let entrant = entrant(&overflows)
      if overflows { return .overflow }
      guard let entrant else {
        guard isFirstPhase else { return .optimal }
        if !isSatisfied { return .infeasible }
        var second = self
        second.isFirstPhase = false
        second.degenerateRun = 0
        guard second.setPrices() else { return .overflow }
        self = second
        continue
      }
      let column = column(of: entrant, &overflows)
      let obstacle = obstacle(to: entrant, column, &overflows)
      if overflows { return .overflow }
      if case .nothing = obstacle {
        // The first phase's objective has a bound, so this is rounding there.
        return isFirstPhase
          ? .paused
          : .unbounded(quantity: entrant.quantity, isUpwards: entrant.isUpwards)
      }
      guard step(entrant, column, obstacle) else { return .overflow }
    }
    return .paused
  }

  /// Whether Bland's rule is in force.
  var isCautious: Bool { degenerateRun >= patience }

  /// Whether all artificials are 0.
  private var isSatisfied: Bool {
    var sum: Scalar = 0
    for row in 0..<rowCount where basis[row] >= firstArtificial {
      sum = Swift.max(sum, tableau.value(row))
    }
    return sum <= Scalar.tolerance
  }

  /// How far a quantity may go; nil for any distance.
  func width(of quantity: Int) -> Scalar? {
    if quantity < columnCount { return form.widths[quantity] }
    if quantity < firstArtificial { return form.isEquation[quantity - columnCount] ? 0 : nil }
    return isFirstPhase ? nil : 0
  }

  /// Whether a quantity may have any value.
  func isFree(_ quantity: Int) -> Bool {
    quantity < columnCount && form.isFree[quantity]
  }

  /// What a unit of a quantity costs in this phase.
  func cost(of quantity: Int) -> Scalar {
    if quantity >= firstArtificial { return isFirstPhase ? 1 : 0 }
    return isFirstPhase || quantity >= columnCount ? 0 : form.costs[quantity]
  }

  /// Computes the prices of the rows from the costs of the basis; false on overflow.
  @discardableResult
  mutating func setPrices() -> Bool {
    var overflows = false
    for place in 0..<rowCount {
      var price: Scalar = 0
      for row in 0..<rowCount {
        let cost = cost(of: basis[row])
        guard cost != 0 else { continue }
        let entry = tableau.entries[row * tableau.width + place]
        price = Scalar.sum(price, adding: cost, times: entry, &overflows)
      }
      tableau.entries[rowCount * tableau.width + place] = price
    }
    return !overflows
  }
}
