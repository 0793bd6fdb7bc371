import TestSupport
import Testing

@testable import GameTheory

/// Reference values were computed with 50 digits and rounded.
@Suite("Powers of our own")
struct PowerTests {
  private static let known: [(Double, Double, Double)] = [
    (2.0, 0.3, 1.2311444133449163),
    (0.1, 1.7, 0.0199526231496888),
    (0.75, 1.4056527844, 0.6673897264578772),
    (1e-300, 0.9, 9.999999999999847e-271),
    (1.0000000001, 1000000000.0, 1.105170927214347),
    (123.456, -3.5, 4.783076140048412e-08),
    (3.0, 500.25, 4.785283513591414e+238),
    (0.9999999999999999, 4500000000000000.0, 0.6067731014109693),
    (7.0, 3.0, 343.0),
    (10000000000.0, 0.1, 10.000000000000002),
  ]

  /// Worked out with 60 digits and rounded.
  private static let rounded: [(Double, Double, Double)] = [
    (0.1, 0.2, 0.6309573444801932),
    (0.25, 4.0, 0.00390625),
    (0.9, 0.25, 0.9740037464252967),
    (0.5, 0.5, 0.7071067811865476),
    (0.0476190476190476, 4.0, 5.141890467449255e-06),
    (0.3, 7.3, 0.000152400067533392),
    (1e-300, 0.01, 0.0009999999999999998),
    (0.999999, 1000.0, 0.9990004993338457),
    (1e-10, 29.5, 1.0000000000000011e-295),
    (0.7, 2.0, 0.48999999999999994),
  ]

  @Test("known values are met within two units in the last place")
  func values() {
    for (base, exponent, value) in Self.known {
      let found = ElementaryFunctions.power(base, exponent)
      #expect(abs(found - value) <= 2 * value.ulp, "\(base)^\(exponent) = \(found)")
    }
  }

  @Test("powers are rounded as the true ones")
  func rounding() {
    for (base, exponent, power) in Self.rounded {
      #expect(ElementaryFunctions.power(base, exponent) == power, "\(base)^\(exponent)")
    }
    #expect(ElementaryFunctions.power(0, 2) == 0)
    #expect(ElementaryFunctions.power(0.999, .infinity) == 0)
    #expect(ElementaryFunctions.power(0.5, 1e9) == 0)
    #expect(ElementaryFunctions.power(0.5, 1074) == 0x1p-1074)
    #expect(ElementaryFunctions.power(0.5, 1000) == 0x1p-1000)
  }

  @Test("ends of the domain")
  func ends() {
    let power: (Double, Double) -> Double = ElementaryFunctions.power
    #expect(power(0, 2.5) == 0)
    #expect(power(0, -1.5) == .infinity)
    #expect(power(0, 0) == 1)
    #expect(power(1, .infinity) == 1)
    #expect(power(3, 0) == 1)
    #expect(power(.infinity, 0.3) == .infinity)
    #expect(power(.infinity, -0.3) == 0)
    #expect(power(10, 400) == .infinity)
    #expect(power(10, -400) == 0)
    #expect(power(10, 1e300) == .infinity)
    for (base, exponent) in [(-1, 2), (2, .nan), (.nan, 2)] as [(Double, Double)] {
      #expect(power(base, exponent).isNaN)
    }
  }

  @Test("powers with the same base multiply, and roots undo them")
  func identities() {
    let wrong = failures(seeds: 20_000) { random in
      let base = random.unit() * 4 + 0x1p-40
      let a = random.unit() * 6 - 3
      let b = random.unit() * 6 - 3
      let power: (Double, Double) -> Double = ElementaryFunctions.power
      let (whole, parts) = (power(base, a + b), power(base, a) * power(base, b))
      // The sum of the exponents is rounded, which counts with the logarithm of the base.
      guard abs(whole - parts) <= 0x1p-46 * whole else { return "\(base)^(\(a) + \(b))" }
      let back = power(power(base, a), 1 / a)
      return abs(back - base) <= 0x1p-40 * base / abs(a) ? nil : "\(base) to \(a) and back: \(back)"
    }
    #expect(wrong == [])
  }

  @Test("special exponents agree with the general way")
  func shortcuts() {
    let wrong = failures(seeds: 5_000) { random in
      let base = random.unit() * 3
      for (exponent, value) in [(1, base), (2, base * base), (0.5, base.squareRoot())] {
        // One unit beside the special exponent, where the general way is taken.
        let near = ElementaryFunctions.power(base, exponent.nextUp)
        if abs(near - value) > 0x1p-45 * value { return "\(base)^\(exponent)" }
        if ElementaryFunctions.power(base, exponent) != value {
          return "\(base)^\(exponent) itself"
        }
      }
      return nil
    }
    #expect(wrong == [])
  }
}
