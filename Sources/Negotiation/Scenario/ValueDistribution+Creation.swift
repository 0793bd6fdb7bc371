public import GameTheory

extension ValueDistribution {
  /// Why numbers make no distribution.
  public struct Mistake: Error, Sendable {
    /// What is wrong, without a full stop.
    public let message: String
  }

  /// Creates a distribution of a family, which must not be the discrete one, with its numbers in the order of
  /// its arguments.
  ///
  /// - Throws: a ``Mistake`` for too few or too many numbers, and for numbers that make no distribution.
  public init(_ family: Family, _ numbers: [Rational]) throws(Mistake) {
    let names = family.arguments
    let least = names.count - family.defaults.count
    guard numbers.count == names.count || numbers.count == least else {
      let optional = family.defaults.isEmpty ? "" : ", the last \(family.defaults.count) optional"
      throw Mistake(
        message: "'\(family.rawValue)' takes \(names.joined(separator: ", "))\(optional)"
      )
    }
    let values = (numbers + (numbers.count < names.count ? family.defaults : [])).map {
      $0.toDouble()
    }
    guard let distribution = ValueDistribution.distribution(family, values) else {
      throw Mistake(message: "'\(family.rawValue)' takes lists of values and weights")
    }
    if let wrong = distribution.mistake { throw Mistake(message: wrong.message) }
    self = .continuous(distribution)
  }

  private static func distribution(_ family: Family, _ values: [Double]) -> Distribution? {
    switch family {
    case .uniform: .uniform(low: values[0], high: values[1])
    case .logUniform: .logUniform(low: values[0], high: values[1])
    case .triangular: .triangular(low: values[0], mode: values[1], high: values[2])
    case .normal: .normal(mean: values[0], deviation: values[1])
    case .truncatedNormal:
      .truncatedNormal(mean: values[0], deviation: values[1], low: values[2], high: values[3])
    case .beta: .beta(alpha: values[0], beta: values[1], low: values[2], high: values[3])
    case .discrete: nil
    }
  }

  /// Creates a discrete distribution.
  ///
  /// - Throws: a ``Mistake`` for lists of unequal length or without values, values given twice, and weights
  ///   below 0 or all 0.
  public init(discrete values: [Rational], weights: [Rational]) throws(Mistake) {
    guard !values.isEmpty else { throw Mistake(message: "the list of values is empty") }
    guard values.count == weights.count else {
      throw Mistake(
        message: "there are \(values.count) values and \(weights.count) weights; each value has one"
      )
    }
    guard Set(values).count == values.count else {
      throw Mistake(message: "a value is given twice")
    }
    guard weights.allSatisfy({ $0 >= 0 }) else { throw Mistake(message: "a weight is below 0") }
    guard weights.contains(where: { $0 > 0 }) else { throw Mistake(message: "all weights are 0") }
    self = .discrete(values, weights: weights)
  }

  /// Reads a distribution as the command line writes it: `normal(4, 1)`, `discrete(1: 3, 2: 1)`.
  ///
  /// - Throws: a ``Mistake`` where the text is none, or does not go with the kind of number.
  public init(text: String, kind: ParameterKind) throws(Mistake) {
    let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, text.last == ")" else {
      throw Mistake(message: "'\(text)' is no distribution; write one as normal(4, 1)")
    }
    let name = parts[0].filter { $0 != " " }
    guard let family = Family(rawValue: name) else {
      let known = Family.allCases.map { $0.rawValue }
      throw Mistake(
        message: "there is no distribution '\(name)'; there are \(known.joined(separator: ", "))"
      )
    }
    let words = parts[1].dropLast().split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.filter { $0 != " " })
    }
    if family == .discrete {
      self = try ValueDistribution.discrete(words, kind)
    } else {
      var numbers: [Rational] = []
      for word in words {
        guard let number = Rational(decimal: word) else {
          throw Mistake(message: "'\(word)' is no number")
        }
        numbers.append(number)
      }
      self = try ValueDistribution(family, numbers)
    }
    try check(kind)
  }

  private static func discrete(
    _ words: [String],
    _ kind: ParameterKind
  ) throws(Mistake) -> ValueDistribution {
    var values: [Rational] = []
    var weights: [Rational] = []
    for word in words {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let value = kind.value(of: parts[0]) else {
        throw Mistake(message: "'\(parts[0])' is not \(kind.description)")
      }
      guard let weight = parts.count == 2 ? Rational(decimal: parts[1]) : 1 else {
        throw Mistake(message: "the weight '\(parts[1])' is no number")
      }
      values.append(value)
      weights.append(weight)
    }
    return try ValueDistribution(discrete: values, weights: weights)
  }

  /// Reports a distribution that does not go with a kind of number.
  func check(_ kind: ParameterKind) throws(Mistake) {
    switch (self, kind) {
    case (_, .real): return
    case (.continuous, _):
      throw Mistake(
        message: "the number is \(kind.description), so its distribution is a discrete one"
      )
    case (.discrete(let values, _), _):
      guard let value = values.first(where: { !kind.allows($0) }) else { return }
      throw Mistake(message: "the number is \(kind.description), not \(value)")
    }
  }
}

extension Distribution.Mistake {
  /// What is wrong, in words.
  fileprivate var message: String {
    switch self {
    case .notFinite: "a number of the distribution is beyond 1.8e308"
    case .emptyRange: "the low end is not below the high end"
    case .lowNotPositive: "the low end of a logUniform distribution is not above 0"
    case .modeOutside: "the mode lies outside of the ends"
    case .deviationNotPositive: "the deviation is not above 0"
    case .shapeNotPositive: "alpha and beta are not both above 0"
    case .shapeBeyondReach: "alpha and beta go from 0.001 to 10000000"
    case .noMass: "next to nothing of the normal distribution lies between the ends"
    case .tooWide: "the ends are too far apart"
    }
  }
}
