import Documents
public import GameTheory

extension Design {
  /// Everything that the values of samples hang on but the seed and the count, in one fixed notation; `paths`
  /// are what the axes are called, in their order.
  public func identity(paths: [String]) -> String {
    var lines = [kind.rawValue]
    for (path, axis) in Swift.zip(paths, axes) {
      lines.append("\(path) \(Design.identity(of: axis))")
    }
    if kind == .morris { lines.append("levels \(levels)") }
    if hasSecondOrder { lines.append("second order") }
    if kind == .oat { lines.append("baseline \(baseline)") }
    for (path, labels) in Swift.zip(paths, labels) where !labels.isEmpty {
      let words = labels.map { "\($0.value) \($0.text)" }.joined(separator: ", ")
      lines.append("labels of \(path): \(words)")
    }
    for constraint in constraints { lines.append("constraint \(Design.identity(of: constraint))") }
    return lines.joined(separator: "\n")
  }

  private static func identity(of axis: Axis) -> String {
    switch axis {
    case .range(let range): "from \(range.lowerBound) to \(range.upperBound)"
    case .distribution(let distribution): distribution.text
    case .integers(let range): "integers from \(range.lowerBound) to \(range.upperBound)"
    case .list(let values): "in \(text(of: values))"
    case .weighted(let values, let weights):
      "in \(text(of: values)) weighted \(text(of: weights))"
    }
  }

  private static func identity(of constraint: Constraint) -> String {
    let terms = constraint.polynomial.terms.map { term in
      term.coefficient.description
        + term.monomial.factors.map { " x\($0.variable)^\($0.exponent)" }.joined()
    }
    // The text too, since it stands in the rows of samples that violate it.
    return
      "\(terms.joined(separator: " + ")) \(constraint.comparison.rawValue) 0: \(constraint.text)"
  }

  /// The values of a short list, the checksum of a long one.
  private static func text(of values: [Double]) -> String {
    guard values.count > 1000 else { return "\(values)" }
    return (0..<2 as Range<UInt64>).map { seed in
      var checksum = Checksum(seed: seed)
      for value in values {
        checksum.add((0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt64($0 * 8)) })
      }
      return checksum.text
    }.joined(separator: " ") + " (\(values.count))"
  }
}

extension Distribution {
  /// The distribution as the command line writes it.
  public var text: String {
    switch self {
    case .uniform(let low, let high): Distribution.text("uniform", low, high)
    case .logUniform(let low, let high): Distribution.text("logUniform", low, high)
    case .triangular(let low, let mode, let high): Distribution.text("triangular", low, mode, high)
    case .normal(let mean, let deviation): Distribution.text("normal", mean, deviation)
    case .truncatedNormal(let mean, let deviation, let low, let high):
      Distribution.text("truncatedNormal", mean, deviation, low, high)
    case .beta(let alpha, let beta, let low, let high):
      Distribution.text("beta", alpha, beta, low, high)
    }
  }

  private static func text(_ family: String, _ numbers: Double...) -> String {
    "\(family)(\(numbers.map { JSONValue.text(of: $0) }.joined(separator: ", ")))"
  }
}
