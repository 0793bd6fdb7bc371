/// Whole numbers in a row: in 64 bits each where all fit, else of whatever size.
enum WholeGains: Sendable {
  case narrow([Int64])
  case wide([BigInteger])

  /// Takes over numbers as they come; the number of each place is asked for once, twice where one is large.
  ///
  /// Magnitudes in 64 bits stay below 2^62, so that the difference of two fits.
  init(count: Int, _ number: (Int) -> BigInteger) {
    var numbers: [Int64] = []
    numbers.reserveCapacity(count)
    for place in 0..<count {
      guard let small = number(place).asInt128, small.magnitude < 1 << 62 else {
        self = .wide((0..<count).map(number))
        return
      }
      numbers.append(Int64(small))
    }
    self = .narrow(numbers)
  }

  subscript(place: Int) -> BigInteger {
    switch self {
    case .narrow(let numbers): BigInteger(Int128(numbers[place]))
    case .wide(let numbers): numbers[place]
    }
  }

  /// The sign: -1, 0 or 1.
  func signum(_ place: Int) -> Int {
    switch self {
    case .narrow(let numbers): Int(numbers[place].signum())
    case .wide(let numbers): numbers[place].signum
    }
  }

  /// The nearest `Double`, which is infinite beyond the largest.
  func double(_ place: Int) -> Double {
    switch self {
    case .narrow(let numbers): Double(numbers[place])
    case .wide(let numbers): Rational(numbers[place]).toDouble()
    }
  }

  /// Numbers in 64 bits that compare in each column as these do: these themselves, or their ranks.
  func comparable(columns: Int) -> [Int64] {
    guard case .wide(let numbers) = self else {
      if case .narrow(let numbers) = self { return numbers }
      return []
    }
    var ranks = [Int64](repeating: 0, count: numbers.count)
    for column in 0..<columns {
      let places = stride(from: column, to: numbers.count, by: columns)
        .sorted { numbers[$0] < numbers[$1] }
      var rank: Int64 = 0
      for (index, place) in places.enumerated() {
        if index > 0, numbers[places[index - 1]] < numbers[place] { rank += 1 }
        ranks[place] = rank
      }
    }
    return ranks
  }
}
