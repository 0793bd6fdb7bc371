import Foundation

/// Rows of a result in comma-separated values, read the plain way, to check commands against.
struct ResultRowsText {
  let names: [String]
  let rows: [[String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    names = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  func text(_ column: String, _ row: Int) -> String {
    names.firstIndex(of: column).map { rows[row][$0] } ?? "none"
  }

  func number(_ column: String, _ row: Int) -> Double { Double(text(column, row)) ?? .nan }
}

/// JSON as a tree that is easily looked into.
struct JSONTree {
  let value: Any?

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  private init(_ value: Any?) {
    self.value = value
  }

  subscript(_ key: String) -> JSONTree { JSONTree((value as? [String: Any])?[key]) }
  subscript(_ index: Int) -> JSONTree {
    let list = elements
    return list.indices.contains(index) ? list[index] : JSONTree(nil as Any?)
  }

  var elements: [JSONTree] { (value as? [Any])?.map { JSONTree($0 as Any?) } ?? [] }
  var integer: Int? { value as? Int }
  var number: Double? { value as? Double }
  var string: String? { value as? String }
}
