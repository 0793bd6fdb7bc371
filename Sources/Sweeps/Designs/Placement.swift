import GameTheory

/// Finds the value on an axis at a share of the way.
enum Placement: Sendable {
  case range(low: Double, high: Double)
  case distribution(QuantileFunction, isBounded: Bool)
  case list([Double])
  case integers(low: Double, count: Int)
  /// Values with the sums of the weights up to and with each, as shares of all.
  case weighted([Double], upTo: [Double])

  init(_ axis: Design.Axis) {
    switch axis {
    case .range(let range): self = .range(low: range.lowerBound, high: range.upperBound)
    case .distribution(let distribution):
      self = .distribution(QuantileFunction(distribution), isBounded: distribution.isBounded)
    case .list(let list): self = .list(list)
    case .integers(let range):
      self = .integers(low: Double(range.lowerBound), count: range.count)
    case .weighted(let list, let weights):
      var sum = 0.0
      let sums = weights.map { weight in
        sum += weight
        return sum
      }
      self = .weighted(list, upTo: sums.map { $0 / sum })
    }
  }

  /// Whether values pass from one to the next without a gap and have a lowest and a highest.
  var isSmooth: Bool {
    switch self {
    case .range: true
    case .distribution(_, let isBounded): isBounded
    case .list, .integers, .weighted: false
    }
  }

  /// The value at a share of the way, in 0...1.
  ///
  /// A share that stands for an interval of shares is its lower end, and `half` half of the interval's width:
  /// a distribution, which may have no lowest value, is asked for the middle, and never for an end.
  func value(at share: Double, half: Double = 0) -> Double {
    switch self {
    case .range(let low, let high):
      share == 1 ? high : min(low + share * (high - low), high)
    case .distribution(let quantiles, let isBounded):
      quantiles.value(at: isBounded && half == 0 ? share : Placement.inner(share + half))
    case .list(let list):
      list[min(Int(share * Double(list.count)), list.count - 1)]
    case .integers(let low, let count):
      low + Double(min(Int(share * Double(count)), count - 1))
    case .weighted(let list, let upTo):
      list[upTo.firstIndex { share < $0 } ?? list.count - 1]
    }
  }

  /// The nearest share that is neither 0 nor 1.
  private static func inner(_ share: Double) -> Double {
    min(max(share, 0x1p-54), 1 - 0x1p-53)
  }

  /// The values that designs take which do not draw: the listed ones, or the two ends of a range, for which
  /// the 5 % and 95 % points stand where there are none.
  var listed: Listed {
    switch self {
    case .range(let low, let high): .values([low, high])
    case .distribution(let quantiles, let isBounded):
      .values((isBounded ? [0, 1] : [0.05, 0.95]).map(quantiles.value))
    case .list(let list), .weighted(let list, _): .values(list)
    case .integers(let low, let count): .integers(low: low, count: count)
    }
  }

  /// Values by number.
  enum Listed: Sendable {
    case values([Double])
    case integers(low: Double, count: Int)

    var count: Int {
      switch self {
      case .values(let values): values.count
      case .integers(_, let count): count
      }
    }

    subscript(index: Int) -> Double {
      switch self {
      case .values(let values): values[index]
      case .integers(let low, _): low + Double(index)
      }
    }
  }
}

extension Distribution {
  /// Whether there are a lowest and a highest value.
  var isBounded: Bool {
    if case .normal = self { false } else { true }
  }
}
