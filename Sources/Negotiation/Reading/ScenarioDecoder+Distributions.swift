import Documents
import GameTheory

/// How likely the values of a number are.
extension ScenarioDecoder {
  /// A distribution, such as `{ normal: { mean: 4, deviation: 1 } }`; nil after reporting what is wrong.
  func readDistribution(
    _ node: Node,
    path: String,
    kind: ParameterKind,
    range: ClosedRange<Rational>?
  ) -> ValueDistribution? {
    guard let reader = ObjectReader(node, path: path, what: "a distribution", problems) else {
      return nil
    }
    let families = ValueDistribution.Family.allCases
    let found = families.filter { family in reader.entries.contains { $0.key == family.rawValue } }
    for family in families { _ = reader.value(family.rawValue) }
    reader.finish()
    guard found.count == 1, let inner = reader.value(found[0].rawValue),
      let object = ObjectReader(
        inner,
        path: "\(path).\(found[0].rawValue)",
        what: "what a distribution is made of",
        problems
      )
    else {
      // An unknown key is reported already.
      if found.count > 1 || reader.entries.isEmpty {
        problems.error(
          .distribution,
          found.isEmpty ? "the distribution has no form" : "the distribution has several forms",
          at: node.location.start,
          path: path,
          help: "give it one of: " + families.map { $0.rawValue }.joined(separator: ", ")
        )
      }
      return nil
    }
    do throws(ValueDistribution.Mistake) {
      guard let distribution = try distribution(found[0], object, kind) else { return nil }
      try distribution.check(kind)
      checkReach(of: distribution, found[0], range, at: inner.location.start, path: path)
      return distribution
    } catch {
      problems.error(.distribution, error.message, at: inner.location.start, path: object.path)
      return nil
    }
  }

  private func distribution(
    _ family: ValueDistribution.Family,
    _ reader: ObjectReader,
    _ kind: ParameterKind
  ) throws(ValueDistribution.Mistake) -> ValueDistribution? {
    if family == .discrete { return try discrete(reader, kind) }
    let least = family.arguments.count - family.defaults.count
    let given = family.arguments.enumerated().map { index, name in
      (index, reader.number(name, isNeeded: index < least))
    }
    reader.finish()
    var numbers: [Rational] = []
    for (index, number) in given {
      if let number {
        numbers.append(number)
      } else if index >= least, reader.value(family.arguments[index]) == nil {
        numbers.append(family.defaults[index - least])
      } else {
        return nil
      }
    }
    return try ValueDistribution(family, numbers)
  }

  private func discrete(
    _ reader: ObjectReader,
    _ kind: ParameterKind
  ) throws(ValueDistribution.Mistake) -> ValueDistribution? {
    let nodes = reader.list("values", isNeeded: true)
    let weights = reader.list("weights")
    reader.finish()
    guard let nodes, weights != nil || reader.value("weights") == nil else { return nil }
    let values = nodes.compactMap { listed($0, kind, path: reader.path(of: "values")) }
    let shares = weights?.compactMap {
      plainNumber($0, path: reader.path(of: "weights"), problems)
    }
    guard values.count == nodes.count, shares?.count == weights?.count else { return nil }
    return try ValueDistribution(
      discrete: values,
      weights: shares ?? values.map { _ in 1 }
    )
  }

  /// One of the values of a kind of number, by its name where it has one; nil after reporting that it is none.
  func listed(_ node: Node, _ kind: ParameterKind, path: String) -> Rational? {
    var word: String?
    switch node.content {
    case .bool(let flag): word = flag ? "true" : "false"
    case .string(let text): word = text
    default: break
    }
    if kind.options.isEmpty || word == nil {
      guard let number = plainNumber(node, path: path, problems) else { return nil }
      if kind.allows(number) { return number }
      word = number.description
    } else if let word, let value = kind.value(of: word) {
      return value
    }
    problems.error(
      .parameterKind,
      "'\(word ?? "")' is not \(kind.description)",
      at: node.location,
      path: path,
      help: word.flatMap { didYouMean($0, among: kind.options.map { $0.name }) }
    )
    return nil
  }

  /// Tells of a distribution that goes beyond the stated range.
  private func checkReach(
    of distribution: ValueDistribution,
    _ family: ValueDistribution.Family,
    _ range: ClosedRange<Rational>?,
    at location: Location,
    path: String
  ) {
    guard let range else { return }
    let low: Double
    let high: Double
    switch distribution {
    case .continuous(let continuous):
      (low, high) = (continuous.reach.lowerBound, continuous.reach.upperBound)
    case .discrete(let values, _):
      low = values.min()?.toDouble() ?? 0
      high = values.max()?.toDouble() ?? 0
    }
    guard low < range.lowerBound.toDouble() || high > range.upperBound.toDouble() else { return }
    problems.report(
      .warning,
      .outsideRange,
      "the distribution goes beyond the range",
      at: location,
      path: path,
      label: "the range is \(range.lowerBound)...\(range.upperBound)",
      help: family == .normal ? "'truncatedNormal' keeps within a low and a high end" : nil
    )
  }
}
