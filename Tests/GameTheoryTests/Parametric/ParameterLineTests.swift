import GameTheory
import TestSupport
import Testing

@Suite("Games along one parameter")
struct ParameterLineTests {
  /// One player, who gains x² - 2 by moving.
  @Test("A root that is no fraction is found, and the answer at it")
  func irrational() throws {
    let x = Polynomial(variable: 0)
    let game = ParametricGame.oneMover(gaining: x * x - Polynomial(constant: 2))
    let line = ParameterLine(game, at: [0], along: 0, in: -3...5, from: 0)
    #expect(!line.isAffine)
    #expect(line.breakpoints.map { $0.value.description } == ["≈-1.414213562", "≈1.414213562"])
    #expect(line.breakpoints.map { $0.answer.equilibria } == [[0, 1], [0, 1]])
    #expect(line.stretches.map { $0?.answer.end } == [.rest(1), .rest(0), .rest(1)])
  }

  @Test("Between breakpoints and at them, answers are those of the definitions")
  func answers() {
    var failures: [String] = []
    var breaks = 0
    for seed in 0..<400 {
      var source = SplitMix64(seed: UInt64(seed) &+ 31_000)
      let random = RandomParametricGame(&source)
      let others = [0, 1, 2].map { _ in source.element(of: [-1000, 0, 300, 500, 1000]) }
      let variable = source.int(in: 0...2)
      let tenths = source.element(of: [0, 0, 5])
      let start = source.element(of: random.shape.legal)
      let line = ParameterLine(
        random.game,
        at: others.map { Rational(BigInteger($0), 1000) },
        along: variable,
        in: -2...2,
        from: start,
        tolerance: Rational(BigInteger(tenths), 10)
      )
      breaks += line.breakpoints.count
      if line.stretches.count != line.breakpoints.count + 1 { failures.append("seed \(seed)") }
      for step in 0...80 {
        // Every twentieth of the range, where most breaks lie, and values beside.
        let value = step * 50 - 2000 + (step % 3 == 0 ? source.int(in: 0...7) : 0)
        guard value <= 2000 else { continue }
        var point = others
        point[variable] = value
        let found = answer(of: line, at: Rational(BigInteger(value), 1000))
        let game = random.slowGame(at: point)
        let tolerance = RandomParametricGame.scaled(tenths: tenths)
        let play = game.settle(from: start, tolerance)
        let isRight =
          found?.equilibria == game.equilibria(tolerance)
          && found.map { isSame($0.end, rest: play.rest, cycle: play.cycle) } == true
        if !isRight { failures.append("seed \(seed) at \(value): \(String(describing: found))") }
      }
    }
    #expect(breaks > 400)
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(3))")
  }

  private func isSame(_ end: PlayEnd, rest: Int?, cycle: [Int]) -> Bool {
    switch end {
    case .rest(let outcome): outcome == rest
    case .cycle(let outcomes): rest == nil && Set(outcomes) == Set(cycle)
    }
  }

  private func answer(of line: ParameterLine, at value: Rational) -> ParameterLine.Answer? {
    let here = AlgebraicNumber(value)
    if let at = line.breakpoints.first(where: { $0.value == here }) { return at.answer }
    let below = line.breakpoints.filter { $0.value < here }.count
    return line.stretches[below]?.answer
  }
}
