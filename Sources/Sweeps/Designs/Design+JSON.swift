public import Documents
import GameTheory

extension Design {
  /// How many listed values a description names; of more it says how many they are.
  private static let valueLimit = 1000

  /// What the design is, for the record of a result; `paths` are what the axes are called, in their order.
  public func json(paths: [String]) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("kind", .string(kind.rawValue)), ("samples", .integer(samples)), ("count", .integer(count)),
      ("groupSize", .integer(groupSize)),
      ("seed", kind.draws ? .integer(Int(truncatingIfNeeded: seed)) : .null),
    ]
    if kind == .morris { members.append(("levels", .integer(levels))) }
    if hasSecondOrder { members.append(("secondOrder", true)) }
    members.append(("axes", .array(axes.indices.map { json(axis: $0, path: paths[$0]) })))
    members.append(("constraints", .array(constraints.map { .string($0.text) })))
    return .object(members)
  }

  private func json(axis: Int, path: String) -> JSONValue {
    let range = axes[axis].range
    var members: [(String, JSONValue)] = [
      ("path", .string(path)), ("kind", .string(axes[axis].kindName)),
      ("low", .number(range.lowerBound)), ("high", .number(range.upperBound)),
    ]
    switch axes[axis] {
    case .range, .integers: break
    case .distribution(let distribution):
      members.append(("distribution", .string(distribution.text)))
    case .list(let values):
      members += Design.json("values", values)
    case .weighted(let values, let weights):
      members += Design.json("values", values)
      members += Design.json("weights", weights)
    }
    if kind == .oat { members.append(("baseline", .number(baseline[axis]))) }
    if !labels[axis].isEmpty {
      let labels = labels[axis].map { ($0.text, JSONValue.number($0.value)) }
      members.append(("labels", .object(labels)))
    }
    return .object(members)
  }

  private static func json(_ key: String, _ values: [Double]) -> [(String, JSONValue)] {
    guard values.count <= valueLimit else { return [(key + "Count", .integer(values.count))] }
    return [(key, .array(values.map { .number($0) }))]
  }
}

extension Design.Axis {
  /// The name of its form.
  fileprivate var kindName: String {
    switch self {
    case .list: "list"
    case .weighted: "weighted"
    case .integers: "integers"
    case .range: "range"
    case .distribution: "distribution"
    }
  }
}
