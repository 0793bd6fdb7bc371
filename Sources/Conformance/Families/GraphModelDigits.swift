/// What the names of states say of options: the bits of whole numbers, or the letters of texts of one length.
struct GraphModelDigits {
  /// For each state its digits; nil where names are of another form.
  private let digits: [[Int]]?
  /// For each state the sum of 2^k over the options that are taken; nil where names do not tell.
  let optionBits: [UInt64]?

  init(_ names: [String]) {
    let numbers = names.compactMap { UInt64($0) }
    let letters = names.map { Array($0.utf8) }
    let length = letters.first?.count ?? 0
    if numbers.count == names.count {
      digits = numbers.map { number in (0..<64).map { Int(number >> UInt64($0) & 1) } }
      optionBits = numbers
    } else if 1...64 ~= length, letters.allSatisfy({ $0.count == length }) {
      digits = letters.map { $0.map { Int($0) } }
      let (yes, no) = (UInt8(ascii: "Y"), UInt8(ascii: "N"))
      let isOptions = letters.allSatisfy { $0.allSatisfy { $0 == yes || $0 == no } }
      optionBits = isOptions ? letters.map { GraphModelDigits.bits($0) } : nil
    } else {
      (digits, optionBits) = (nil, nil)
    }
  }

  private static func bits(_ letters: [UInt8]) -> UInt64 {
    var bits: UInt64 = 0
    for (place, letter) in letters.enumerated() where letter == UInt8(ascii: "Y") {
      bits |= 1 << UInt64(place)
    }
    return bits
  }

  /// Numbers of the states to which moves add up, if different movers change different digits; else nil.
  func codes(ifSeparateIn moves: [[[Int]]]) -> [UInt64]? {
    guard let digits, let length = digits.first?.count else { return nil }
    var owners = [Int?](repeating: nil, count: length)
    for (mover, lists) in moves.enumerated() {
      for (state, targets) in lists.enumerated() {
        for target in targets {
          for place in 0..<length where digits[state][place] != digits[target][place] {
            if let owner = owners[place], owner != mover { return nil }
            owners[place] = mover
          }
        }
      }
    }
    var codes = [UInt64](repeating: 0, count: digits.count)
    var step: UInt64 = 1
    for place in 0..<length {
      let found = Set(digits.map { $0[place] }).sorted()
      for state in digits.indices {
        let digit = found.firstIndex(of: digits[state][place]) ?? 0
        codes[state] = codes[state] &+ step &* UInt64(digit)
      }
      let (next, isTooLarge) = step.multipliedReportingOverflow(by: UInt64(found.count))
      if isTooLarge { return nil }
      step = next
    }
    return codes
  }
}
