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

    func point(_ index: Int) -> PlanePoint {
      PlanePoint(
        Rational(BigInteger(points[index][0]), 1000),
        Rational(BigInteger(points[index][1]), 1000)
      )
    }
  }

  private static let coarse = Rational(1, 8)

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
}
