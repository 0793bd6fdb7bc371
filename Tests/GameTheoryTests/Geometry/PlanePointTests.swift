import TestSupport
import Testing

@testable import GameTheory

@Suite("Points of a plane")
struct PlanePointTests {
  @Test("The sign of a turn is that of the exact area, along lines and close to them too")
  func turns() {
    var straight = 0
    let wrong = failures(seeds: 2000) { random in
      func number() -> Rational {
        Rational(
          BigInteger(random.int(in: -999...999)),
          BigInteger(random.element(of: [1, 7, 10, 999]))
        )
      }
      let far = Rational(BigInteger(10).power(random.element(of: [0, 0, 9, 30])))
      let (first, second) = (
        PlanePoint(number() + far, number()), PlanePoint(number() + far, number())
      )
      // On the line through both, or beside it by far less than rounding.
      let share = number()
      let aside =
        random.oneIn(3) ? 0 : number() / Rational(BigInteger(10).power(random.int(in: 0...40)))
      let third = PlanePoint(
        first.x + (second.x - first.x) * share,
        first.y + (second.y - first.y) * share + aside
      )
      let exact = first.turn(second, third).signum
      if exact == 0 { straight += 1 }
      return first.turnSign(second, third) == exact ? nil : "\(first), \(second), \(third)"
    }
    #expect(wrong == [])
    #expect(straight > 400)
  }
}
