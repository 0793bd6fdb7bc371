/// A field of a comma-separated file, in quotes where it needs them.
///
/// - Source: RFC 4180, section 2.
public func csvField(_ text: String) -> String {
  let needsQuotes = text.utf8.contains {
    $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
      || $0 == UInt8(ascii: "\r")
  }
  guard needsQuotes else { return text }
  let doubled = text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
  return "\"\(doubled)\""
}
