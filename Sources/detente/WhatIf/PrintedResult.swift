import Documents

/// A result in each form that it is printed in.
protocol PrintedResult {
  var text: String { get }
  var json: JSONValue { get }
  var csv: String { get }
}

extension ScenarioSession {
  /// Prints a result in the form that was asked for.
  func print(_ result: some PrintedResult) throws(Failure) {
    switch format {
    case .table: try console.print(result.text)
    case .json: try console.print(result.json.rendered() + "\n")
    case .csv: try console.print(result.csv)
    }
  }
}
