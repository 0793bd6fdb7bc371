import GameTheory

/// How fast linear programmes of some sizes are solved, exactly and in floating point.
struct LinearBenchmark {
  func run() {
    print("linear: programmes made around a known optimum, entries of two digits and one decimal")
    for (rows, columns) in [(5, 10), (10, 20), (20, 40), (40, 80)] {
      let planted = PlantedProgram(rows: rows, columns: columns)
      let rounded = planted.program.map { $0.toDouble() }
      var exact: LinearProgram<Rational>.Outcome?
      var floating: LinearProgram<Double>.Outcome?
      let exactTime = Timing(runs: rows > 20 ? 3 : 11) { exact = planted.program.solve() }
      let floatingTime = Timing(runs: 11) { floating = rounded.solve() }
      guard case .optimal(let first) = exact, case .optimal(let second) = floating,
        first.objective == planted.objective, planted.program.verifies(.optimal(first)),
        (second.objective - planted.objective.toDouble()).magnitude
          <= 1e-6 * (1 + second.objective.magnitude)
      else {
        Benchmarks.complain("the programme of \(rows) rows has another optimum")
        continue
      }
      tell("\(rows) x \(columns) exact, \(first.effort.arithmetic)", exactTime, first.effort)
      tell("\(rows) x \(columns) Double, \(second.effort.arithmetic)", floatingTime, second.effort)
    }
  }

  private func tell(_ name: String, _ time: Timing, _ effort: SimplexEffort) {
    report(name, time.median * 1e6, "us (spread \(percent(time.spread)))")
    let rate = Double(effort.pivots) / time.median
    report("", rate, "pivots/s, \(effort.pivots) in all")
  }
}

/// A programme made around an optimum: half of the variables are above 0, half of the rows bind.
private struct PlantedProgram {
  let program: LinearProgram<Rational>
  let objective: Rational

  init(rows: Int, columns: Int) {
    var state: UInt64 = 1
    func number() -> Rational {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Rational(BigInteger(Int(state >> 33 % 1999) - 999), 10)
    }
    let point = (0..<columns).map { $0 % 2 == 0 ? number().magnitude : Rational(0) }
    let prices = (0..<rows).map { $0 % 2 == 0 ? -number().magnitude : Rational(0) }
    let matrix = (0..<rows).map { _ in (0..<columns).map { _ in number() } }
    var program = LinearProgram<Rational>(.minimise)
    var objective: Rational = 0
    for column in 0..<columns {
      let cost = (0..<rows).reduce(column % 2 == 0 ? 0 : number().magnitude) {
        $0 + prices[$1] * matrix[$1][column]
      }
      objective = objective + cost * point[column]
      _ = program.addVariable(cost: cost)
    }
    for row in 0..<rows {
      let sum = zip(matrix[row], point).reduce(Rational(0)) { $0 + $1.0 * $1.1 }
      program.addRow(matrix[row], .atMost, sum + (row % 2 == 0 ? 0 : number().magnitude))
    }
    self.program = program
    self.objective = objective
  }
}
