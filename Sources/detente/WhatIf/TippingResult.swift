import Documents

/// What tips, in each form that it is printed in.
protocol TippingResult {
  var text: String { get }
  var json: JSONValue { get }
  var csv: String { get }
}
