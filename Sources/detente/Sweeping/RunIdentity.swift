import Documents
import Sweeps

/// What must agree for two runs to give the same rows.
struct RunIdentity: Equatable {
  /// Each field with its value, in the order in which they are compared.
  let fields: [Field]

  struct Field: Equatable {
    let name: String
    let value: String
  }

  init(_ fields: [(name: String, value: String)]) {
    self.fields = fields.map { Field(name: $0.name, value: $0.value) }
  }

  /// Reads an identity back from a record; nil where the form is another.
  init?(_ record: Node?) {
    guard let members = record?.members else { return nil }
    let fields = members.compactMap { member in
      member.value.string.map { Field(name: member.key, value: $0) }
    }
    guard fields.count == members.count, !fields.isEmpty else { return nil }
    self.fields = fields
  }

  var json: JSONValue { .object(fields.map { ($0.name, .string($0.value)) }) }

  /// One hash of everything.
  var hash: String {
    RunIdentity.hash(fields.map { "\($0.name)=\($0.value)" }.joined(separator: "\n"))
  }

  func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// In words where another run differs; nil where it is the same.
  func difference(of other: RunIdentity) -> String? {
    for field in fields {
      guard let found = other.value(field.name) else {
        return "its record does not say which \(field.name) it is from"
      }
      guard found != field.value else { continue }
      let isHash = field.value.utf8.count == 32
      return isHash
        ? "it is from another \(field.name)" : "its \(field.name) is \(found), not \(field.value)"
    }
    return nil
  }

  /// A hash of 128 bits.
  static func hash(_ text: String) -> String {
    (0..<2 as Range<UInt64>).map { seed in
      var checksum = Checksum(seed: seed)
      checksum.add(Array(text.utf8))
      return checksum.text
    }.joined()
  }
}
