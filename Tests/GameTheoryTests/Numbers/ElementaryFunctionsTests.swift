import TestSupport
import Testing

@testable import GameTheory

/// Reference values were computed with 50 digits and rounded.
@Suite("Elementary functions of our own")
struct ElementaryFunctionsTests {
  private static let exponentials: [(Double, Double)] = [
    (1.0, 2.718281828459045),
    (-1.0, 0.36787944117144233),
    (0.5, 1.6487212707001282),
    (1e-10, 1.0000000001),
    (-1e-300, 1.0),
    (709.782712893384, 1.7976931348622732e+308),
    (-708.3964185322641, 2.2250738585072626e-308),
    (-745.1, 0x1p-1074),
    (100.25, 3.451610733125924e+43),
    (-37.7, 4.2373860474966705e-17),
    (3.141592653589793, 23.140692632779267),
  ]

  private static let exponentialsLessOne: [(Double, Double)] = [
    (1.0, 1.7182818284590453),
    (-1.0, -0.6321205588285577),
    (0.0108, 0.010858530520097049),
    (1e-10, 1.00000000005e-10),
    (-1e-300, -1e-300),
    (709.7, 1.6549840276802644e+308),
    (-36.5, -0.9999999999999999),
    (0.3, 0.3498588075760031),
    (-0.011, -0.010939721224631301),
    (50.5, 8.548134287298057e+21),
  ]

  private static let logarithms: [(Double, Double)] = [
    (2.0, 0.6931471805599453),
    (10.0, 2.302585092994046),
    (0.5, -0.6931471805599453),
    (0.9999999999999999, -1.1102230246251565e-16),
    (1.0000000000000002, 2.2204460492503128e-16),
    (0x1p-1074, -744.4400719213812),
    (1.7976931348623157e+308, 709.782712893384),
    (1.4140625, 0.34646676734620857),
    (1.4142135623730951, 0.3465735902799727),
    (123456.789, 11.723646487185881),
  ]

  private static let logarithmsOfOneMore: [(Double, Double)] = [
    (1.0, 0.6931471805599453),
    (-0.5, -0.6931471805599453),
    (1e-10, 9.999999999500001e-11),
    (-1e-17, -1e-17),
    (1e+300, 690.7755278982137),
    (-0.9999999999999999, -36.7368005696771),
    (0.0216, 0.021370025736192483),
    (0x1p-1074, 0x1p-1074),
  ]

  private static let logGammas: [(Double, Double)] = [
    (0.5, 0.5723649429247001),
    (1.5, -0.12078223763524522),
    (3.0, 0.6931471805599453),
    (0.01, 4.599479878042022),
    (1e-100, 230.25850929940458),
    (10.0, 12.801827480081469),
    (100.5, 361.4355404677776),
    (10000.0, 82099.71749644238),
    (10000000.0, 151180949.3694739),
    (1e+300, 6.897755278982137e+302),
    (23.99, 51.57510693694296),
    (1.4616321449683622, -0.12148629053584961),
  ]

  @Test("known values are met to the last bit")
  func known() {
    let tables: [(name: String, values: [(Double, Double)], function: (Double) -> Double)] = [
      ("exp", Self.exponentials, ElementaryFunctions.exp),
      ("expm1", Self.exponentialsLessOne, ElementaryFunctions.expm1),
      ("log", Self.logarithms, ElementaryFunctions.log),
      ("log1p", Self.logarithmsOfOneMore, ElementaryFunctions.log1p),
      ("logGamma", Self.logGammas, ElementaryFunctions.logGamma),
    ]
    for table in tables {
      for (number, value) in table.values {
        // Subnormal results are rounded twice.
        let tolerance = abs(value) < 0x1p-1022 ? 0x1p-1074 : 0
        let found = table.function(number)
        #expect(abs(found - value) <= tolerance, "\(table.name)(\(number)) = \(found)")
      }
    }
  }

  @Test("ends of the domain")
  func ends() {
    #expect(ElementaryFunctions.exp(0) == 1)
    #expect(ElementaryFunctions.exp(710) == .infinity)
    #expect(ElementaryFunctions.exp(.infinity) == .infinity)
    #expect(ElementaryFunctions.exp(-746) == 0)
    #expect(ElementaryFunctions.exp(-.infinity) == 0)
    #expect(ElementaryFunctions.expm1(-.infinity) == -1)
    #expect(ElementaryFunctions.expm1(.infinity) == .infinity)
    #expect(ElementaryFunctions.log(1) == 0)
    #expect(ElementaryFunctions.log(0) == -.infinity)
    #expect(ElementaryFunctions.log(.infinity) == .infinity)
    #expect(ElementaryFunctions.log1p(-1) == -.infinity)
    #expect(ElementaryFunctions.logGamma(1) == 0)
    #expect(ElementaryFunctions.logGamma(0) == .infinity)
    #expect(ElementaryFunctions.logGamma(.infinity) == .infinity)
    for bad in [ElementaryFunctions.log(-1), ElementaryFunctions.log1p(-2)] {
      #expect(bad.isNaN)
    }
    #expect(ElementaryFunctions.logGamma(-1).isNaN)
    for function in [
      ElementaryFunctions.exp, ElementaryFunctions.expm1, ElementaryFunctions.log,
      ElementaryFunctions.log1p, ElementaryFunctions.logGamma,
    ] {
      #expect(function(.nan).isNaN)
    }
  }

  @Test("log undoes exp, and sums become products")
  func identities() {
    let wrong = failures(seeds: 20_000) { random in
      let x = random.unit() * 1400 - 700
      let back = ElementaryFunctions.log(ElementaryFunctions.exp(x))
      guard abs(back - x) <= 0x1p-52 + abs(x) * 0x1p-52 else { return "log exp \(x) = \(back)" }
      let y = random.unit() * 100
      let gamma = ElementaryFunctions.logGamma(y + 1)
      let stepped = ElementaryFunctions.logGamma(y) + ElementaryFunctions.log(y)
      let scale = abs(ElementaryFunctions.logGamma(y)) + 10
      return abs(gamma - stepped) <= scale * 0x1p-51 ? nil : "logGamma(\(y) + 1) = \(gamma)"
    }
    #expect(wrong == [])
  }

  @Test("neighbours keep their order")
  func monotone() {
    let wrong = failures(seeds: 50_000) { random in
      let x = (random.unit() - 0.5) * (random.oneIn(2) ? 1400 : 2)
      if ElementaryFunctions.exp(x) > ElementaryFunctions.exp(x.nextUp) { return "exp \(x)" }
      if ElementaryFunctions.expm1(x) > ElementaryFunctions.expm1(x.nextUp) { return "expm1 \(x)" }
      let y = abs(x)
      return ElementaryFunctions.log(y) > ElementaryFunctions.log(y.nextUp) ? "log \(y)" : nil
    }
    #expect(wrong == [])
  }
}
