public import Documents
import GameTheory
public import Sweeps

/// A design as the record beside a result describes it.
public struct RecordedDesign: Sendable {
  /// The design.
  public let design: Design
  /// What its axes are called.
  public let paths: [String]
  /// The words that stand for values on an axis, by its name.
  public let words: [String: [String: Double]]
  /// Whether the record says enough to make every sample's values again: not where random samples were
  /// drawn until they met constraints.
  public let isComplete: Bool

  /// Why a record gives no design.
  public enum Flaw: Error, Sendable, Equatable {
    /// A member is missing or has another form; its name is given.
    case member(String)
    /// An axis is described in a way that is not known, or only in part.
    case axis(String)
  }

  /// Reads the description of a design.
  public init(_ record: Node) throws(Flaw) {
    guard let kind = record.value("kind")?.string.flatMap({ Design.Kind(rawValue: $0) }) else {
      throw .member("design.kind")
    }
    guard let samples = record.value("samples")?.integer, samples >= 0 else {
      throw .member("design.samples")
    }
    guard let members = record.value("axes")?.elements, !members.isEmpty else {
      throw .member("design.axes")
    }
    let seed = record.value("seed")?.integer
    guard seed != nil || !kind.draws else { throw .member("design.seed") }
    var axes: [Design.Axis] = []
    var paths: [String] = []
    var words: [String: [String: Double]] = [:]
    var baseline: [Double] = []
    for member in members {
      guard let path = member.value("path")?.string else { throw .member("design.axes.path") }
      guard let axis = RecordedDesign.axis(member) else { throw .axis(path) }
      paths.append(path)
      axes.append(axis)
      baseline.append(member.value("baseline")?.number ?? axis.range.lowerBound)
      for label in member.value("labels")?.members ?? [] {
        words[path, default: [:]][label.key] = label.value.number
      }
    }
    design = Design(
      kind: kind,
      axes: axes,
      samples: samples,
      seed: UInt64(bitPattern: Int64(seed ?? 0)),
      levels: try RecordedDesign.levels(record),
      hasSecondOrder: try RecordedDesign.hasSecondOrder(record, kind),
      baseline: baseline
    )
    self.paths = paths
    self.words = words
    let isConstrained = record.value("constraints")?.elements.map { !$0.isEmpty } ?? false
    isComplete = !(kind == .random && isConstrained)
  }

  private static func levels(_ record: Node) throws(Flaw) -> Int {
    let levels = record.value("levels")?.integer ?? Design.defaultLevels
    guard levels >= 2, levels % 2 == 0 else { throw .member("design.levels") }
    return levels
  }

  private static func hasSecondOrder(_ record: Node, _ kind: Design.Kind) throws(Flaw) -> Bool {
    guard case .bool(true) = record.value("secondOrder")?.content else { return false }
    guard kind == .saltelli else { throw .member("design.secondOrder") }
    return true
  }

  private static func axis(_ record: Node) -> Design.Axis? {
    let values = record.value("values")?.elements?.compactMap { $0.number } ?? []
    let low = record.value("low")?.number
    let high = record.value("high")?.number
    switch record.value("kind")?.string {
    case "list" where !values.isEmpty: return .list(values)
    case "weighted":
      let weights = record.value("weights")?.elements?.compactMap { $0.number } ?? []
      guard !values.isEmpty, weights.count == values.count else { return nil }
      return .weighted(values, weights: weights)
    case "range":
      guard let low, let high, low <= high else { return nil }
      return .range(low...high)
    case "integers":
      guard let low = low.flatMap({ Int(exactly: $0) }),
        let high = high.flatMap({ Int(exactly: $0) }),
        low <= high
      else { return nil }
      return .integers(low...high)
    case "distribution":
      return record.value("distribution")?.string.flatMap { distribution($0) }
        .map { .distribution($0) }
    default: return nil
    }
  }

  /// Reads a distribution as records name it, such as `normal(4, 1)`.
  private static func distribution(_ text: String) -> Distribution? {
    let parts = text.split(separator: "(", omittingEmptySubsequences: false)
    guard parts.count == 2, text.last == ")" else { return nil }
    let numbers = parts[1].dropLast().split(separator: ",")
      .compactMap { Double($0.drop { $0 == " " }) }
    let found: Distribution? =
      switch (parts[0], numbers.count) {
      case ("uniform", 2): .uniform(low: numbers[0], high: numbers[1])
      case ("logUniform", 2): .logUniform(low: numbers[0], high: numbers[1])
      case ("triangular", 3):
        .triangular(low: numbers[0], mode: numbers[1], high: numbers[2])
      case ("normal", 2): .normal(mean: numbers[0], deviation: numbers[1])
      case ("truncatedNormal", 4):
        .truncatedNormal(
          mean: numbers[0],
          deviation: numbers[1],
          low: numbers[2],
          high: numbers[3]
        )
      case ("beta", 4):
        .beta(alpha: numbers[0], beta: numbers[1], low: numbers[2], high: numbers[3])
      default: nil
      }
    return found.flatMap { $0.mistake == nil ? $0 : nil }
  }
}
