import Documents
import GameTheory

/// What must hold between parameters.
extension ScenarioDecoder {
  func readConstraints(_ root: ObjectReader) -> [ScenarioConstraint] {
    guard let list = root.list("constraints") else { return [] }
    return list.enumerated().compactMap { index, node in
      let path = "constraints[\(index)]"
      guard let text = text(node, "a comparison, such as \"a + b <= 1\"", path: path) else {
        return nil
      }
      problems.checkCharacters(of: text, at: node.location, path: path)
      return readConstraint(text, node, path: path)
    }
  }

  private func readConstraint(_ text: String, _ node: Node, path: String) -> ScenarioConstraint? {
    let bytes = Array(text.utf8)
    guard let (comparison, range) = comparison(in: bytes, text, node, path: path),
      let left = side(bytes[..<range.lowerBound], node, text, path),
      let right = side(bytes[range.upperBound...], node, text, path)
    else { return nil }
    if (left - right).variables.isEmpty {
      problems.error(
        .constraint,
        "the constraint hangs on no parameter",
        at: node.location,
        path: path,
        help: "name at least one parameter whose value matters"
      )
      return nil
    }
    return ScenarioConstraint(
      text: text,
      difference: left - right,
      comparison: comparison,
      location: node.location
    )
  }

  /// The one comparison in a text, and where it stands; nil after reporting that there is not one.
  private func comparison(
    in bytes: [UInt8],
    _ text: String,
    _ node: Node,
    path: String
  ) -> (Comparison, Range<Int>)? {
    let marks = "<=>".utf8
    guard let start = bytes.firstIndex(where: marks.contains) else {
      problems.error(
        .constraint,
        "the constraint compares nothing",
        at: node.location,
        path: path,
        help: "write one of < <= = >= > between two expressions"
      )
      return nil
    }
    let end = bytes[start...].firstIndex { !marks.contains($0) } ?? bytes.count
    let mark = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let comparison = Comparison(rawValue: mark),
      !bytes[end...].contains(where: marks.contains)
    else {
      problems.error(
        .constraint,
        "the constraint has no one comparison",
        at: place(of: start..<end, in: node, text),
        path: path,
        help: Comparison(rawValue: mark) == nil
          ? "there are < <= = >= and >" : "split it in two: \"a <= b\", \"b <= c\""
      )
      return nil
    }
    return (comparison, start..<end)
  }

  private func side(
    _ bytes: ArraySlice<UInt8>,
    _ node: Node,
    _ text: String,
    _ path: String
  ) -> Polynomial? {
    let table = parameters
    do throws(ExpressionParser.Mistake) {
      return try ExpressionParser.parse(
        String(decoding: bytes, as: UTF8.self),
        resolve: { table.resolve($0) }
      )
    } catch {
      let start = bytes.startIndex
      problems.error(
        error.code,
        error.message,
        at: place(
          of: start + error.range.lowerBound..<start + error.range.upperBound,
          in: node,
          text
        ),
        path: path,
        help: error.help
      )
      return nil
    }
  }

  /// Reports constraints that the scenario's own values violate; not as an error where the command line
  /// set one of the values.
  func checkConstraints(_ scenario: Scenario) {
    let values = scenario.parameterValues
    for (index, constraint) in scenario.constraints.enumerated()
    where !constraint.holds(at: values) {
      let names = constraint.difference.variables.map { scenario.parameters[$0] }
      let isAsked = names.contains {
        $0.quantity.location.source.name == NumberPaths.sourceName
      }
      problems.report(
        isAsked ? .warning : .error,
        .constraint,
        "the values violate \(constraint.text)",
        at: constraint.location,
        path: "constraints[\(index)]",
        label: names.map {
          "\($0.name) = \($0.kind.text(of: $0.quantity.polynomial.evaluated(at: values)))"
        }
        .joined(separator: ", ")
      )
    }
  }
}
