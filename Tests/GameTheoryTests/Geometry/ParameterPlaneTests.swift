import TestSupport
import Testing

@testable import GameTheory

@Suite("Games over two parameters")
struct ParameterPlaneTests {
  /// A random game over a rectangle of its first two variables, with points in it, many on borders.
  private struct PlaneCase {
    let random: RandomParametricGame
    let plane: ParameterPlane
    let tolerance: Int128
    let third: Int
    var points: [[Int]] = []

    init(_ source: inout SplitMix64) {
      random = RandomParametricGame(&source)
      let tenths = source.element(of: [0, 0, 0, 5, 10])
      tolerance = RandomParametricGame.scaled(tenths: tenths)
      third = source.element(of: [-1000, 0, 500, 1000])
      plane = ParameterPlane(
        random.game,
        at: [0, 0, Rational(BigInteger(third), 1000)],
        x: 0,
        y: 1,
        box: PlaneBox(x: -1...2, y: -2...1),
        tolerance: Rational(BigInteger(tenths), 10)
      )
      let values = [-1000, -500, 0, 100, 200, 300, 500, 700, 1000, 333, 667]
      for _ in 0..<25 {
        points.append([source.element(of: values), -source.element(of: values), third])
      }
    }

    /// The same game with constraints.
    func plane(under constraints: [PolynomialCondition]) -> ParameterPlane {
      ParameterPlane(
        random.game,
        at: [0, 0, Rational(BigInteger(third), 1000)],
        x: 0,
        y: 1,
        box: plane.box,
        tolerance: plane.game.tolerance,
        constraints: constraints
      )
    }

    func point(_ index: Int) -> PlanePoint {
      PlanePoint(
        Rational(BigInteger(points[index][0]), 1000),
        Rational(BigInteger(points[index][1]), 1000)
      )
    }
  }

  private static let coarse = Rational(1, 8)

  /// A random constraint between the first two variables, which is 0 at many of the points.
  private static func constraint(_ source: inout SplitMix64) -> PolynomialCondition {
    func number() -> Polynomial {
      Polynomial(constant: Rational(BigInteger(source.element(of: [-10, -5, 0, 5, 10, 3])), 10))
    }
    let (x, y) = (Polynomial(variable: 0), Polynomial(variable: 1))
    var polynomial = number() + number() * x + number() * y
    if source.oneIn(3) { polynomial = polynomial + number() * x * y }
    return PolynomialCondition(polynomial, source.element(of: Comparison.allCases))
  }

  @Test("Where play settles is as by the definition, on borders too")
  func settling() {
    let wrong = failures(seeds: 250) { source in
      let sample = PlaneCase(&source)
      let start = source.element(of: sample.random.shape.legal)
      let partition = sample.plane.settling(from: start, resolution: ParameterPlaneTests.coarse)
      for index in sample.points.indices {
        let inside = partition.pieces.filter { $0.polygon.holdsInside(sample.point(index)) }
        guard inside.count == 1 else { return "\(inside.count) pieces at \(sample.points[index])" }
        guard let found = inside[0].answer else {
          if sample.plane.isExact { return "undecided though exact" }
          continue
        }
        let play = sample.random.slowGame(at: sample.points[index])
          .settle(from: start, sample.tolerance)
        switch found {
        case .rest(let outcome):
          guard play.rest == outcome else { return "\(found) for \(play)" }
        case .cycle(let cycle):
          guard play.rest == nil, areRotations(cycle, play.cycle) else {
            return "\(found) for \(play)"
          }
        }
      }
      let area = partition.pieces.reduce(Rational.zero) { $0 + $1.polygon.area }
      return area == 9 ? nil : "the pieces' area is \(area)"
    }
    #expect(wrong == [])
  }

  @Test("Equilibria are those of the definition, on borders too")
  func equilibria() {
    let wrong = failures(seeds: 250) { source in
      let sample = PlaneCase(&source)
      let sets = sample.plane.equilibria(resolution: ParameterPlaneTests.coarse)
      for index in sample.points.indices {
        let point = sample.point(index)
        let expected = sample.random.slowGame(at: sample.points[index])
          .equilibria(sample.tolerance)
        for outcome in sample.random.shape.legal {
          let set = sets.first { $0.outcome == outcome }
          let isFound = set?.polygons.contains { $0.contains(point) } ?? false
          if set?.undecided.contains(where: { $0.contains(point) }) ?? false {
            if sample.plane.isExact { return "undecided though exact" }
            continue
          }
          guard isFound == expected.contains(outcome) else {
            return "\(outcome) at \(sample.points[index]): \(isFound)"
          }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("What constraints forbid is left out, and nothing else, on borders too")
  func constraints() {
    let wrong = failures(seeds: 150) { source in
      let sample = PlaneCase(&source)
      let constraints = (0..<source.int(in: 1...2)).map { _ in
        ParameterPlaneTests.constraint(&source)
      }
      let plane = sample.plane(under: constraints)
      let area = plane.allowed(resolution: ParameterPlaneTests.coarse)
      let start = source.element(of: sample.random.shape.legal)
      let partition = plane.settling(
        from: start,
        within: area,
        resolution: ParameterPlaneTests.coarse
      )
      for index in sample.points.indices {
        let point = sample.point(index)
        let isAllowed = constraints.allSatisfy {
          $0.comparison.holds(forSign: $0.polynomial.evaluated(at: [point.x, point.y]).signum)
        }
        guard plane.isAllowed(point) == isAllowed else { return "\(point) is allowed or not" }
        guard let told = area.answer(at: point) else {
          if plane.isExact { return "undecided though exact" }
          continue
        }
        let inside = partition.pieces.filter { $0.polygon.holdsInside(point) }
        guard told == isAllowed, inside.count == (isAllowed ? 1 : 0) else {
          return "\(inside.count) pieces at \(point), allowed: \(isAllowed)"
        }
      }
      let areas = partition.pieces.reduce(Rational.zero) { $0 + $1.polygon.area }
      let allowed = area.polygons(where: true).reduce(Rational.zero) { $0 + $1.area }
      guard areas == allowed else { return "the pieces' area is \(areas)" }
      return ParameterPlaneTests.lostEquilibrium(sample, plane, area)
    }
    #expect(wrong == [])
  }

  /// An outcome that is an equilibrium with constraints and not without, or the other way round, at an
  /// allowed point.
  private static func lostEquilibrium(
    _ sample: PlaneCase,
    _ plane: ParameterPlane,
    _ area: PlanePartition<Bool>
  ) -> String? {
    let sets = plane.equilibria(within: area, resolution: coarse)
    let whole = sample.plane.equilibria(resolution: coarse)
    for index in sample.points.indices where area.answer(at: sample.point(index)) == true {
      for outcome in sample.random.shape.legal {
        let point = sample.point(index)
        if let found = isEquilibrium(outcome, point, sets),
          let expected = isEquilibrium(outcome, point, whole), found != expected
        {
          return "\(outcome) at \(point): \(found)"
        }
        let exact = plane.isEquilibrium(outcome, at: point)
        if let expected = isEquilibrium(outcome, point, whole), exact != expected {
          return "\(outcome) at \(point) by itself: \(exact)"
        }
      }
    }
    return nil
  }

  /// Whether an outcome is an equilibrium at a point; nil where that is undecided.
  private static func isEquilibrium(
    _ outcome: Int,
    _ point: PlanePoint,
    _ sets: [ParameterPlane.EquilibriumSet]
  ) -> Bool? {
    guard let set = sets.first(where: { $0.outcome == outcome }) else { return false }
    if set.undecided.contains(where: { $0.contains(point) }) { return nil }
    return set.polygons.contains { $0.contains(point) }
  }
}
