public import Documents

// What records of sweeps are read back with; nil wherever the form is another.
extension Node {
  /// The value of a member of an object.
  public func value(_ key: String) -> Node? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The members of an object.
  public var members: [Member]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// The elements of an array.
  public var elements: [Node]? {
    guard case .array(let elements) = content else { return nil }
    return elements
  }

  /// A whole number.
  public var integer: Int? {
    guard case .number(let text) = content else { return nil }
    return Int(text)
  }

  /// A number.
  public var number: Double? {
    guard case .number(let text) = content else { return nil }
    return Double(text)
  }

  /// A string.
  public var string: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// The same as a value to be written.
  public var json: JSONValue {
    switch content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let text): Int(text).map { .integer($0) } ?? .number(Double(text) ?? .nan)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map { $0.json })
    case .object(let members): .object(members.map { ($0.key, $0.value.json) })
    }
  }

  /// An array of whole numbers.
  var integers: [Int]? { all { $0.integer } }

  /// An array of numbers.
  var numbers: [Double]? { all { $0.number } }

  /// Counts by whole-numbered keys.
  var counts: [Int: Int]? {
    guard let members else { return nil }
    var counts: [Int: Int] = [:]
    for member in members {
      guard let key = Int(member.key), let count = member.value.integer else { return nil }
      counts[key] = count
    }
    return counts
  }

  private func all<Element>(_ element: (Node) -> Element?) -> [Element]? {
    guard let elements else { return nil }
    let found = elements.compactMap(element)
    return found.count == elements.count ? found : nil
  }
}
