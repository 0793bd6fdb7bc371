import TestSupport
import Testing

@testable import GameTheory

@Suite("Strips around curves")
struct PlaneStripTests {
  private static let box = PlaneBox(x: -1...2, y: -2...1)

  /// A random curve of degree 1 or 2 in each variable.
  private static func curve(_ random: inout SplitMix64) -> PlaneCurve {
    let (columns, rows) = (random.int(in: 2...3), random.int(in: 2...3))
    return PlaneCurve(
      (0..<columns).map { _ in
        (0..<rows).map { _ in Rational(BigInteger(random.int(in: -40...40)), 10) }
      },
      within: box
    )
  }

  private static func point(_ random: inout SplitMix64, _ part: PlaneBox) -> PlanePoint {
    func place(_ range: ClosedRange<Rational>) -> Rational {
      range.lowerBound + (range.upperBound - range.lowerBound)
        * Rational(BigInteger(random.int(in: 0...24)), 24)
    }
    return PlanePoint(place(part.x), place(part.y))
  }

  @Test("On and beyond its lines the curve's sign is as told, and it is as narrow as asked")
  func signs() {
    var found = 0
    let wrong = failures(seeds: 800) { random in
      let curve = PlaneStripTests.curve(&random)
      let corner = PlaneStripTests.point(&random, PlaneStripTests.box)
      let size = Rational(1, BigInteger(random.element(of: [1, 4, 16, 64])))
      let isFlat = random.oneIn(5)
      let part = PlaneBox(
        x: corner.x...min(2, corner.x + size),
        y: corner.y...(isFlat ? corner.y : min(1, corner.y + size))
      )
      let resolution = Rational(1, BigInteger(random.element(of: [4, 50, 1000])))
      guard
        let strip = PlaneStrip(
          around: curve,
          in: part,
          of: PlaneStripTests.box,
          resolution: resolution
        )
      else { return nil }
      found += 1
      guard strip.width <= resolution.toDouble() else { return "\(strip.width) wide" }
      for _ in 0..<20 {
        let point = PlaneStripTests.point(&random, part)
        let sign = curve.value(at: point).signum
        if strip.low.value(at: point).signum <= 0, sign != strip.lowSign { return "below" }
        if strip.high.value(at: point).signum >= 0, sign != -strip.lowSign { return "above" }
      }
      return nil
    }
    #expect(wrong == [])
    #expect(found > 150)
  }

  @Test("A resolution a hundred times as fine takes some ten times as many pieces")
  func growth() {
    // A hyperbola through the rectangle.
    let curve = PlaneCurve([[-1, 3], [3, 2]], within: PlaneStripTests.box)
    func pieces(_ resolution: Rational) -> PlanePartition<Bool> {
      PlanePartition(PlaneStripTests.box, curves: [curve], resolution: resolution) {
        cell throws(OpenCurve) in
        guard let sign = cell.knownSign(of: 0) else { throw OpenCurve(curve: 0) }
        return sign > 0
      }
    }
    let coarse = pieces(Rational(1, 100))
    let fine = pieces(Rational(1, 10_000))
    #expect(fine.pieces.count < 14 * coarse.pieces.count)
    #expect(fine.undecidedArea < coarse.undecidedArea / 50)
    #expect(fine.undecidedArea > 0)
  }
}
