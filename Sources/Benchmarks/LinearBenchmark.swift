import GameTheory

/// How fast linear programmes of some sizes are solved, exactly and in floating point.
struct LinearBenchmark {
  private let peak: MachinePeak

  init(_ peak: MachinePeak) {
    self.peak = peak
  }

  func run() {
    print("linear: dense programmes made around a known optimum, whole numbers of one digit")
    for (rows, columns) in [(10, 10), (20, 40), (50, 100), (100, 200), (200, 400)] {
      let planted = PlantedProgram(rows: rows, columns: columns)
      let size = "\(rows) x \(columns)"
      if rows <= 100 {
        measure(size, planted.program, runs: rows < 50 ? 11 : 1) {
          $0 == planted.objective
        }
      }
      let optimum = planted.objective.toDouble()
      measure(size, planted.program.map { $0.toDouble() }, runs: rows < 200 ? 11 : 3) {
        ($0 - optimum).magnitude <= 1e-6 * (1 + optimum.magnitude)
      }
    }
  }

  /// Solves, checks optimum and certificate, and prints time, steps and the share of the peak.
  private func measure<Number>(
    _ size: String,
    _ program: LinearProgram<Number>,
    runs: Int,
    isOptimum: (Number) -> Bool
  ) {
    var outcome: LinearProgram<Number>.Outcome?
    let time = Timing(runs: runs) { outcome = program.solve() }
    guard let outcome, case .optimal(let solution) = outcome, isOptimum(solution.objective),
      program.verifies(outcome)
    else {
      Benchmarks.complain("the programme of \(size) has another optimum")
      return
    }
    let effort = solution.effort
    report(
      "\(size), \(effort.arithmetic)",
      time.leastProcessorTime * 1000,
      "ms, best of \(runs); \(effort.pivots) steps"
    )
    guard effort.arithmetic == .floating else { return }
    let products = Double(effort.pivots) * productsOfStep(program)
    let rate = products / time.leastProcessorTime
    report(
      "",
      rate * 1e-6,
      "million multiply-adds/s, \(percent(2 * rate / peak.separate)) of the peak"
    )
  }

  /// Multiply-adds of a step: pricing all columns, bringing one in, and changing the inverse.
  private func productsOfStep<Number>(_ program: LinearProgram<Number>) -> Double {
    let rows = Double(program.rows.count)
    return rows * Double(program.variableCount) + 2 * rows * rows
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
      return Rational(Int(state >> 33 % 19) - 9)
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
