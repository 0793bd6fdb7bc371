import TestSupport
import Testing

@testable import GameTheory

@Suite("Integers of any size")
struct BigIntegerTests {
  @Test(
    "Sums, differences, products, quotients and remainders agree with Int128 where that suffices"
  )
  func agreesWithInt128() {
    let wrong = failures(seeds: 5000) { random in
      let a = random.int128(bits: 126)
      let b = random.int128(bits: 126)
      let c = random.int128(bits: 63)
      let d = random.int128(bits: 63)
      let (x, y) = (BigInteger(a), BigInteger(b))
      let product = BigInteger(c) * BigInteger(d)
      guard x + y == BigInteger(a + b), x - y == BigInteger(a - b), -x == BigInteger(-a) else {
        return "sum or difference of \(a) and \(b)"
      }
      guard product == BigInteger(c * d), product.asInt128 == c * d else {
        return "\(c) times \(d)"
      }
      guard (x < y) == (a < b), (x == y) == (a == b), x.signum == Int(a.signum()) else {
        return "comparison of \(a) and \(b)"
      }
      guard b != 0 else { return nil }
      let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
      guard quotient == BigInteger(a / b), remainder == BigInteger(a % b) else {
        return "\(a) divided by \(b)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Huge sums and products agree with schoolbook arithmetic on decimal digits")
  func agreesWithDecimalSchoolbook() {
    let wrong = failures(seeds: 400) { random in
      let a = random.bigInteger(digits: 9).magnitude
      let b = random.bigInteger(digits: 9).magnitude
      let sum = SlowDecimal.sum(a.description, b.description)
      let product = SlowDecimal.product(a.description, b.description)
      guard (a + b).description == sum else { return "\(a) + \(b)" }
      guard (a * b).description == product else { return "\(a) * \(b)" }
      guard BigInteger(decimal: sum) == a + b, BigInteger(decimal: "-" + product) == -(a * b) else {
        return "reading \(sum) or -\(product)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Ring identities hold for huge operands")
  func ringIdentities() {
    let wrong = failures(seeds: 2000) { random in
      let a = random.bigInteger(digits: 12)
      let b = random.bigInteger(digits: 8)
      let c = random.bigInteger(digits: 6)
      guard (a + b) - b == a, a - b == -(b - a), a + b == b + a, (a + b) + c == a + (b + c) else {
        return "sums of \(a), \(b), \(c)"
      }
      guard a * b == b * a, (a * b) * c == a * (b * c), a * (b + c) == a * b + a * c else {
        return "products of \(a), \(b), \(c)"
      }
      guard a - a == 0, a * 0 == 0, a * 1 == a, a * -1 == -a, -(-a) == a else {
        return "neutral elements for \(a)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Division inverts multiplication, and leaves a remainder below the divisor")
  func divisionIdentities() {
    let wrong = failures(seeds: 5000) { random in
      let a = random.bigInteger(digits: 12)
      let b = random.bigInteger(digits: 7)
      guard b.signum != 0 else { return nil }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      guard quotient * b + remainder == a, remainder.magnitude < b.magnitude,
        remainder.signum == 0 || remainder.signum == a.signum
      else { return "\(a) divided by \(b)" }
      let exact = (a * b).quotientAndRemainder(dividingBy: b)
      guard exact.quotient == a, exact.remainder == 0 else { return "(\(a) * \(b)) / \(b)" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("The smallest Int128 is negated and divided without overflow")
  func smallestInt128() {
    let least = BigInteger(Int128.min)
    let two127 = BigInteger(1).shifted(left: 127)
    #expect(-least == two127)
    #expect(least.magnitude == two127)
    #expect(-two127 == least)
    #expect((-two127).asInt128 == Int128.min)
    #expect(two127.asInt128 == nil)
    #expect(least.quotientAndRemainder(dividingBy: -1).quotient == two127)
    #expect(least.quotientAndRemainder(dividingBy: -1).remainder == 0)
    #expect(least.quotientAndRemainder(dividingBy: two127).quotient == -1)
    #expect(BigInteger(Int128.max).quotientAndRemainder(dividingBy: least).quotient == 0)
    #expect(BigInteger(Int128.max) + 1 == two127)
    #expect(least - 1 < least)
    #expect(two127 - 1 == BigInteger(Int128.max))
  }

  @Test("Equal values hash alike whatever way they were reached")
  func canonicalForm() {
    let wrong = failures(seeds: 1000) { random in
      let small = BigInteger(random.int128(bits: 127))
      let huge = random.bigInteger(digits: 10)
      let detour = (small + huge) - huge
      guard detour == small, detour.hashValue == small.hashValue, detour.asInt128 != nil else {
        return "\(small) by way of \(huge)"
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Order is the sign of the difference, and agrees with the decimal digits")
  func order() {
    let wrong = failures(seeds: 3000) { random in
      let a = random.bigInteger(digits: 6)
      let b = random.oneIn(4) ? a : random.bigInteger(digits: 6)
      guard (a < b) == ((a - b).signum < 0), (a == b) == ((a - b).signum == 0) else {
        return "\(a) and \(b)"
      }
      guard (a.magnitude < b.magnitude) == SlowDecimal.isLess("\(a.magnitude)", "\(b.magnitude)")
      else { return "magnitudes of \(a) and \(b)" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Shifts multiply by powers of two, and divide rounding the magnitude down")
  func shifts() {
    let wrong = failures(seeds: 1000) { random in
      let value = random.bigInteger(digits: 6)
      let bits = random.int(in: 0...200)
      let scale = (0..<bits).reduce(BigInteger(1)) { product, _ in product + product }
      guard value.shifted(left: bits) == value * scale else { return "\(value) << \(bits)" }
      let quotient = value.quotientAndRemainder(dividingBy: scale).quotient
      guard value.shifted(left: -bits) == quotient else { return "\(value) >> \(bits)" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("The bit width is that of the magnitude")
  func bitWidth() {
    #expect(BigInteger(0).bitWidth == 0)
    let wrong = failures(seeds: 500) { random in
      let value = random.bigInteger(digits: 6)
      guard value.signum != 0 else { return nil }
      let above = BigInteger(1).shifted(left: value.bitWidth)
      let isRight = value.magnitude < above && value.magnitude + value.magnitude >= above
      return isRight ? nil : "\(value)"
    }
    #expect(wrong == [])
  }

  @Test("Powers are repeated products")
  func powers() {
    let wrong = failures(seeds: 300) { random in
      let base = random.bigInteger(digits: 2)
      let exponent = random.int(in: 0...9)
      let product = (0..<exponent).reduce(BigInteger(1)) { product, _ in product * base }
      return base.power(exponent) == product ? nil : "\(base) to the \(exponent)"
    }
    #expect(wrong == [])
  }

  @Test("The greatest common divisor is the largest number that divides both, for small operands")
  func smallGreatestCommonDivisor() {
    for a in -30...30 {
      for b in -30...30 {
        let slow = (1...30).last { a % $0 == 0 && b % $0 == 0 } ?? 0
        let expected = a == 0 && b == 0 ? 0 : slow
        #expect(
          BigInteger.greatestCommonDivisor(BigInteger(a), BigInteger(b)) == BigInteger(expected)
        )
      }
    }
  }

  @Test("Common factors come out of the greatest common divisor of huge operands")
  func hugeGreatestCommonDivisor() {
    let wrong = failures(seeds: 500) { random in
      let a = random.bigInteger(digits: 5)
      let b = random.bigInteger(digits: 5)
      let factor = random.bigInteger(digits: 4)
      let divisor = BigInteger.greatestCommonDivisor(a, b)
      guard
        BigInteger.greatestCommonDivisor(a * factor, b * factor) == divisor * factor.magnitude
      else { return "\(a) and \(b), times \(factor)" }
      guard divisor.signum != 0 else { return nil }
      let x = a.quotientAndRemainder(dividingBy: divisor)
      let y = b.quotientAndRemainder(dividingBy: divisor)
      guard x.remainder == 0, y.remainder == 0,
        BigInteger.greatestCommonDivisor(x.quotient, y.quotient) == 1
      else { return "\(a) and \(b)" }
      return nil
    }
    #expect(wrong == [])
  }

  @Test(
    "Text that is no integer is refused",
    arguments: ["", "-", "+", "--1", "1 ", " 1", "1.0", "1e3", "0x1", "١"]
  )
  func refusedText(_ text: String) {
    #expect(BigInteger(decimal: text) == nil)
  }

  @Test("Integers are read with signs and leading zeros")
  func acceptedText() {
    #expect(BigInteger(decimal: "+000") == 0)
    #expect(BigInteger(decimal: "-0") == 0)
    #expect(BigInteger(decimal: "-007") == -7)
    #expect(BigInteger(decimal: "9223372036854775808")?.asInt == nil)
    #expect(BigInteger(decimal: "-9223372036854775808")?.asInt == Int.min)
    #expect(BigInteger(decimal: "1000000000")?.description == "1000000000")
  }
}

/// Schoolbook arithmetic on decimal digits, as a slow reference.
private enum SlowDecimal {
  static func sum(_ a: String, _ b: String) -> String {
    var digits: [Int] = []
    var carry = 0
    let (a, b) = (lowestFirst(a), lowestFirst(b))
    for place in 0..<max(a.count, b.count) {
      carry += (place < a.count ? a[place] : 0) + (place < b.count ? b[place] : 0)
      digits.append(carry % 10)
      carry /= 10
    }
    digits.append(carry)
    return text(digits)
  }

  static func product(_ a: String, _ b: String) -> String {
    let (a, b) = (lowestFirst(a), lowestFirst(b))
    var digits = [Int](repeating: 0, count: a.count + b.count + 1)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() { digits[i + j] += x * y }
    }
    for place in digits.indices.dropLast() {
      digits[place + 1] += digits[place] / 10
      digits[place] %= 10
    }
    return text(digits)
  }

  static func isLess(_ a: String, _ b: String) -> Bool {
    a.count != b.count ? a.count < b.count : a < b
  }

  private static func lowestFirst(_ text: String) -> [Int] {
    text.reversed().compactMap { $0.wholeNumberValue }
  }

  private static func text(_ lowestFirst: [Int]) -> String {
    let digits = lowestFirst.reversed().drop { $0 == 0 }
    return digits.isEmpty ? "0" : digits.map { String($0) }.joined()
  }
}
