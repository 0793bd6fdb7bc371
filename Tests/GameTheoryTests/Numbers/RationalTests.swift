import TestSupport
import Testing

@testable import GameTheory

@Suite("Exact fractions")
struct RationalTests {
  @Test("The laws of a field hold", arguments: [8, 40, 120])
  func fieldLaws(bits: Int) {
    let wrong = failures(seeds: 1000) { random in
      let a = random.rational(bits: bits)
      let b = random.rational(bits: bits)
      let c = random.rational(bits: bits)
      guard a + b == b + a, (a + b) + c == a + (b + c), a - b == a + -b, a - a == 0 else {
        return "sums of \(a), \(b), \(c)"
      }
      guard a * b == b * a, (a * b) * c == a * (b * c), a * (b + c) == a * b + a * c else {
        return "products of \(a), \(b), \(c)"
      }
      guard b.signum == 0 || (a / b) * b == a && (a * b) / b == a && b / b == 1 else {
        return "quotients of \(a) and \(b)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Fractions are in lowest terms with a positive denominator, and agree with cross products")
  func lowestTerms() {
    let wrong = failures(seeds: 3000) { random in
      let (a, b) = (random.int(in: -60...60), random.element(of: [-12, -7, -1, 1, 2, 3, 30]))
      let (c, d) = (random.int(in: -60...60), random.element(of: [-10, -3, 1, 4, 5, 6, 28]))
      let x = Rational(BigInteger(a), BigInteger(b))
      let y = Rational(BigInteger(c), BigInteger(d))
      let results = [
        (x + y, a * d + c * b, b * d), (x - y, a * d - c * b, b * d), (x * y, a * c, b * d),
      ]
      for (result, above, below) in results {
        let divisor = BigInteger.greatestCommonDivisor(result.numerator, result.denominator)
        guard divisor == 1, result.denominator.signum > 0,
          result.numerator * BigInteger(below) == result.denominator * BigInteger(above)
        else { return "\(a)/\(b) and \(c)/\(d)" }
      }
      let order = (a * d - c * b) * (b * d > 0 ? 1 : -1)
      guard (x < y) == (order < 0), (x == y) == (order == 0), (x > y) == (order > 0) else {
        return "comparison of \(a)/\(b) and \(c)/\(d)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Order agrees with the sign of the difference for huge fractions")
  func order() {
    let wrong = failures(seeds: 1000) { random in
      let a = random.rational(bits: 120)
      let b = random.oneIn(4) ? a : random.rational(bits: 120)
      return (a < b) == ((a - b).signum < 0) && (a == b) == ((a - b) == 0) ? nil : "\(a), \(b)"
    }
    #expect(wrong == [])
  }

  @Test("The floor is the whole number at or just below")
  func floor() {
    let wrong = failures(seeds: 1000) { random in
      let value = random.rational(bits: random.element(of: [4, 20, 100]))
      let floor = Rational(value.floor)
      return floor <= value && value < floor + 1 ? nil : "\(value)"
    }
    #expect(wrong == [])
    #expect(Rational(-1, 2).floor == -1)
    #expect(Rational(-4, 2).floor == -2)
  }

  @Test("Powers are repeated products")
  func powers() {
    let wrong = failures(seeds: 200) { random in
      let base = random.rational(bits: 20)
      let exponent = random.int(in: 0...6)
      let product = (0..<exponent).reduce(Rational(1)) { product, _ in product * base }
      return base.power(exponent) == product ? nil : "\(base) to the \(exponent)"
    }
    #expect(wrong == [])
  }

  @Test("The common denominator is the least number that makes all whole")
  func commonDenominator() throws {
    let wrong = failures(seeds: 300) { random in
      let values = (0..<random.int(in: 0...4)).map { _ in
        Rational(BigInteger(random.int(in: -9...9)), BigInteger(random.int(in: 1...12)))
      }
      let slow = (1...27720).first { scale in
        values.allSatisfy { ($0 * Rational(scale)).isInteger }
      }
      let common = Rational.commonDenominator(of: values)
      return common.asInt == slow ? nil : "\(values): \(common)"
    }
    #expect(wrong == [])
  }

  // MARK: - Text

  @Test("Decimal text means its digits over a power of ten, and is written back")
  func decimalText() {
    let wrong = failures(seeds: 3000) { random in
      let places = random.int(in: 0...12)
      let digits = random.int(in: 0...999_999_999_999_999)
      let sign = random.element(of: ["", "-", "+"])
      let padded = String(repeating: "0", count: 15) + String(digits)
      let point = places == 0 ? "" : "."
      let exponent = random.int(in: -9...9)
      let plain = sign + padded.dropLast(places) + point + padded.suffix(places)
      let scale = Rational(10).power(abs(exponent))
      let magnitude = Rational(BigInteger(digits)) / Rational(10).power(places)
      let expected = sign == "-" ? -magnitude : magnitude
      guard Rational(decimal: plain) == expected else { return plain }
      let e =
        random.element(of: ["e", "E"]) + (exponent >= 0 ? random.element(of: ["", "+"]) : "")
      let scaled = exponent >= 0 ? expected * scale : expected / scale
      guard Rational(decimal: plain + e + String(exponent)) == scaled else {
        return plain + e + String(exponent)
      }
      guard Rational(decimal: expected.description) == expected,
        Rational(text: scaled.description) == scaled
      else { return "writing \(expected) or \(scaled)" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Every fraction is read back from its text")
  func textRoundTrip() {
    let wrong = failures(seeds: 2000) { random in
      let value = random.rational(bits: random.element(of: [3, 10, 60, 120]))
      return Rational(text: value.description) == value ? nil : "\(value)"
    }
    #expect(wrong == [])
    #expect(Rational(71, 13).description == "71/13")
    #expect(Rational(87, 20).description == "4.35")
    #expect(Rational(-1, 8).description == "-0.125")
    #expect(Rational(-3, 1).description == "-3")
  }

  @Test(
    "Text that is no decimal is refused",
    arguments: [
      "", "-", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,5", " 1", "1 ", "0x10", "nan", "inf",
      "1/2",
      "1e401", "1e-401", "1e99999999999999999999", "1e1.5", "--1", "1_000",
    ]
  )
  func refusedDecimals(_ text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test("An exponent of any size is refused without a trap")
  func hugeExponents() async {
    #expect(Rational(decimal: "1e-9223372036854775808") == nil)
    #expect(Rational(decimal: "1e9223372036854775807") == nil)
    #expect(Rational(decimal: "1e-99999999999999999999") == nil)
  }

  @Test("The simplest number between two has the smallest denominator that any has")
  func simplest() {
    let wrong = failures(seeds: 400) { random in
      let a = Rational(BigInteger(random.int(in: -60...60)), BigInteger(random.int(in: 1...40)))
      let b = a + Rational(1, BigInteger(random.int(in: 1...300)))
      let found = Rational.simplest(between: a, b)
      guard a < found, found < b else { return "\(found) is not between \(a) and \(b)" }
      for denominator in 1..<700 {
        let scale = Rational(denominator)
        let first = Rational((a * scale).floor + 1) / scale
        guard first < b else { continue }
        return found.denominator <= first.denominator ? nil : "\(found) for \(a), \(b): \(first)"
      }
      return "nothing between \(a) and \(b)"
    }
    #expect(wrong == [])
  }

  @Test("Unusual decimals are read")
  func unusualDecimals() {
    #expect(Rational(decimal: "1.") == 1)
    #expect(Rational(decimal: ".5") == Rational(1, 2))
    #expect(Rational(decimal: "-.5E1") == -5)
    #expect(Rational(decimal: "1e400") == Rational(BigInteger(10).power(400)))
    #expect(Rational(decimal: "1e-400") == Rational(1, BigInteger(10).power(400)))
    #expect(Rational(decimal: "-0.000") == 0)
  }

  @Test("Fractions in text are read, and those that mean nothing refused")
  func fractionText() {
    #expect(Rational(text: "71/13") == Rational(71, 13))
    #expect(Rational(text: "-1.5/0.25") == -6)
    for text in ["1/0", "1/", "/2", "1/2/3", "1/0.0", "/"] { #expect(Rational(text: text) == nil) }
  }

  @Test("The number of places is the least that suffices")
  func decimalPlaces() {
    let wrong = failures(seeds: 500) { random in
      let below = random.element(of: [1, 2, 3, 4, 5, 6, 7, 8, 10, 16, 20, 25, 40, 60, 125, 128])
      let value = Rational(BigInteger(random.int(in: -500...500)), BigInteger(below))
      let slow = (0...12).first { (value * Rational(10).power($0)).isInteger }
      return value.decimalPlaces == slow ? nil : "\(value): \(String(describing: slow))"
    }
    #expect(wrong == [])
  }

  @Test("A fixed number of places is rounded half to even")
  func fixedPlaces() {
    let wrong = failures(seeds: 3000) { random in
      let value = Rational(
        BigInteger(random.int(in: -3000...3000)),
        BigInteger(random.element(of: [1, 2, 3, 7, 8, 20, 40, 200, 2000]))
      )
      let places = random.int(in: 0...4)
      let scale = Rational(10).power(places)
      // The nearest candidates on both sides, by their distance.
      let below = Rational((value * scale).floor)
      let (down, up) = (value * scale - below, below + 1 - value * scale)
      let isEven = below.numerator.quotientAndRemainder(dividingBy: 2).remainder == 0
      let nearest = down < up || down == up && isEven ? below : below + 1
      let text = value.decimal(places: places)
      guard Rational(decimal: text) == nearest / scale else { return "\(value) as \(text)" }
      let written = text.split(separator: ".", omittingEmptySubsequences: false)
      let count = written.count == 2 ? written[1].count : 0
      let isSigned = text.hasPrefix("-")
      guard count == places, isSigned == (nearest.signum < 0) else { return "form of \(text)" }
      return nil
    }
    #expect(wrong == [])
  }

  // MARK: - Floating point

  @Test("Decimals become the Double that the standard library reads")
  func toDoubleAgreesWithTheStandardLibrary() {
    let wrong = failures(seeds: 6000) { random in
      let digits = (0..<random.int(in: 1...25)).map { _ in String(random.int(in: 0...9)) }.joined()
      let exponent = random.element(of: [
        random.int(in: -10...10), random.int(in: -350...310), random.int(in: -345...(-300)),
      ])
      let text = (random.oneIn(2) ? "-" : "") + digits + "e" + String(exponent)
      guard let expected = Double(text), let value = Rational(decimal: text)?.toDouble() else {
        return "\(text) is not read"
      }
      return value == expected ? nil : "\(text): \(value) for \(expected)"
    }
    #expect(wrong == [])
  }

  @Test("Midpoints between neighbouring doubles go to the even one, and others to the nearer one")
  func toDoubleAtMidpoints() {
    let wrong = failures(seeds: 700) { random in
      let low = random.finiteDouble().magnitude
      guard low.nextUp.isFinite else { return nil }
      let middle = (Rational(exactly: low) + Rational(exactly: low.nextUp)) / 2
      let even = low.significandBitPattern & 1 == 0 ? low : low.nextUp
      let step = Rational(exactly: low.ulp) / Rational(BigInteger(10).power(30))
      guard middle.toDouble() == even, (-middle).toDouble() == -even else { return "\(low)" }
      guard (middle - step).toDouble() == low, (middle + step).toDouble() == low.nextUp else {
        return "beside the midpoint above \(low)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("The ends of the range of doubles are met")
  func toDoubleAtTheEnds() {
    let largest = Rational(exactly: .greatestFiniteMagnitude)
    let half = Rational(exactly: Double.greatestFiniteMagnitude.ulp) / 2
    let tiny = Rational(exactly: 1e-300)
    #expect(largest.toDouble() == .greatestFiniteMagnitude)
    #expect((largest + half - tiny).toDouble() == .greatestFiniteMagnitude)
    #expect((largest + half).toDouble() == .infinity)
    #expect((-largest - half).toDouble() == -.infinity)
    let least = Rational(exactly: .leastNonzeroMagnitude)
    #expect(least.toDouble() == .leastNonzeroMagnitude)
    #expect((least / 2).toDouble() == 0)
    #expect((least * Rational(3, 4)).toDouble() == .leastNonzeroMagnitude)
    #expect((least * Rational(3, 2)).toDouble() == 2 * .leastNonzeroMagnitude)
    #expect((least / 4).toDouble() == 0)
  }

  @Test("Every finite double is taken exactly")
  func exactDoubles() {
    let wrong = failures(seeds: 2000) { random in
      let value = random.finiteDouble()
      let rational = Rational(exactly: value)
      guard rational.toDouble() == value else { return "\(value)" }
      // By the definition: halve or double the whole significand.
      var rest = value
      var shift = 0
      while rest != rest.rounded(.towardZero), shift < 1100 {
        rest *= 2
        shift += 1
      }
      guard abs(rest) < 0x1p62 else { return nil }
      let slow = Rational(BigInteger(Int(rest)), BigInteger(1).shifted(left: shift))
      return rational == slow ? nil : "\(value) against halving"
    }
    #expect(wrong == [])
  }

  @Test("The decimal of a double is one that reads back, and none is shorter")
  func decimalOfDouble() {
    let wrong = failures(seeds: 300) { random in
      let value =
        random.oneIn(3) ? random.finiteDouble() : Double(random.int(in: -9999...9999)) / 1000
      let decimal = Rational(decimalOf: value)
      guard decimal.toDouble() == value else { return "\(value) is \(decimal)" }
      guard value != 0 else { return nil }
      // Scale so that the decimal is a whole number without trailing zeros; then cut its last digit.
      var scale: Rational = 1
      while !(decimal * scale).isInteger { scale = scale * 10 }
      while (decimal * scale / 10).isInteger { scale = scale / 10 }
      let shorter = scale / 10
      let below = Rational((decimal * shorter).floor) / shorter
      let above = below + 1 / shorter
      // 0x1p-1074 and others of one digit have nothing shorter but powers of ten.
      guard (decimal * scale).magnitude >= 10 else { return nil }
      let isShortest = below.toDouble() != value && above.toDouble() != value
      return isShortest ? nil : "\(value) has a shorter decimal than \(decimal)"
    }
    #expect(wrong == [])
    #expect(Rational(decimalOf: 0.1) == Rational(1, 10))
    #expect(Rational(decimalOf: 0.1 + 0.2) == Rational(decimal: "0.30000000000000004"))
    #expect(Rational(decimalOf: 1e22) == Rational(BigInteger(10).power(22)))
    #expect(Rational(decimalOf: -0.0) == 0)
    #expect(Rational(decimalOf: .leastNonzeroMagnitude) == Rational(5, BigInteger(10).power(324)))
  }
}

extension SplitMix64 {
  /// A finite double, of any size or near 1.
  fileprivate mutating func finiteDouble() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if oneIn(2) { return Double(int(in: -1 << 60...1 << 60)) * 0x1p-58 }
      if value.isFinite { return value }
    }
  }
}
