import Documents
import GameTheory

/// Numbers of a forecast: one value, or the lowest, the likeliest and the highest.
extension ScenarioDecoder {
  /// An estimate; nil after reporting that it is missing or none.
  ///
  /// A weight is at least 0, and where its highest value is above 0, so is its lowest. A weight without a
  /// range has no upper end.
  func readEstimate(
    _ reader: ObjectReader,
    _ key: String,
    in range: ClosedRange<Rational>?,
    isWeight: Bool = false
  ) -> Continuum.Estimate? {
    guard let node = reader.needed(key) else { return nil }
    let path = reader.path(of: key)
    let mistakes = problems.found.count
    guard let estimate = readNumbers(reader, key, node, in: range, isWeight: isWeight) else {
      return nil
    }
    if !estimate.isWithinReach, problems.found.count == mistakes {
      problems.error(
        .estimate,
        "the \(key) is out of reach",
        at: node.location,
        path: path,
        label: "expected 0, or 1e-12 to 1e12 in size",
        help: "take another unit"
      )
    }
    return estimate
  }

  private func readNumbers(
    _ reader: ObjectReader,
    _ key: String,
    _ node: Node,
    in range: ClosedRange<Rational>?,
    isWeight: Bool
  ) -> Continuum.Estimate? {
    let path = reader.path(of: key)
    guard case .object = node.content else {
      guard case .number = node.content else {
        reader.wrongType(node, key, "a number or { low, mode, high }")
        return nil
      }
      guard let value = plainNumber(node, path: path, problems) else { return nil }
      check(value, in: range, key, isWeight: isWeight, at: node.location, path: path)
      return Continuum.Estimate(value)
    }
    guard let parts = ObjectReader(node, path: path, what: "'\(key)'", problems) else { return nil }
    let values = ["low", "mode", "high"].map { part -> Rational? in
      guard let value = parts.number(part, isNeeded: true) else { return nil }
      let place = node.member(part)?.value.location
      check(value, in: range, key, isWeight: isWeight, at: place, path: parts.path(of: part))
      return value
    }
    parts.finish()
    guard let low = values[0], let mode = values[1], let high = values[2] else { return nil }
    checkOrder(low, mode, high, parts)
    if isWeight, low.signum == 0, high.signum > 0 {
      problems.error(
        .estimate,
        "the \(key) may be 0 or above, so that it is open whether the player counts",
        at: node.member("low")?.value.location,
        path: parts.path(of: "low"),
        label: "expected above 0",
        help: "write 1, or take 0 for all three"
      )
    }
    return Continuum.Estimate(low: low, mode: mode, high: high)
  }

  private func checkOrder(
    _ low: Rational,
    _ mode: Rational,
    _ high: Rational,
    _ parts: ObjectReader
  ) {
    let words =
      low > high
      ? "low: \(low) is above high: \(high)"
      : mode < low
        ? "mode: \(mode) is below low: \(low)"
        : mode > high ? "mode: \(mode) is above high: \(high)" : nil
    guard let words else { return }
    problems.error(
      .estimate,
      "low, mode and high do not ascend",
      at: parts.node.location,
      path: parts.path,
      label: words
    )
  }

  /// Reports a number that lies outside of its range, or below 0.
  func check(
    _ value: Rational,
    in range: ClosedRange<Rational>?,
    _ what: String,
    isWeight: Bool = false,
    at location: Location?,
    path: String
  ) {
    let label: String
    if let range, !range.contains(value) {
      label = "\(value) is not in \(range.lowerBound)...\(range.upperBound)"
    } else if isWeight, value.signum < 0 {
      label = "\(value) is below 0"
    } else {
      return
    }
    problems.error(
      .outsideRange,
      "the \(what) is outside its range",
      at: location,
      path: path,
      label: label
    )
  }
}
