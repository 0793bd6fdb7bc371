/// Numbers as people read them.
public enum NumberText {
  /// A number with a fixed count of decimal places, rounded half away from zero on its shortest decimal.
  ///
  /// There may be 0 to 9 places.
  public static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return value.description }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// A number with at most so many places, without trailing zeros.
  public static func trimmed(_ value: Double, places: Int = 3) -> String {
    var text = fixed(value, places: places)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A share as a percentage: `93.4 %`.
  public static func percent(_ share: Double, places: Int = 1) -> String {
    fixed(share * 100, places: places) + " %"
  }

  /// A whole number with its thousands set apart: `18,432`.
  public static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }

  /// A large number in short: `1.23 M`.
  public static func short(_ value: Double) -> String {
    for (limit, unit) in [(1e9, " G"), (1e6, " M"), (1e3, " k")] where value >= limit {
      return fixed(value / limit, places: value / limit < 10 ? 2 : value / limit < 100 ? 1 : 0)
        + unit
    }
    return fixed(value, places: 0)
  }

  /// A duration: `0.4 s`, `12 s`, `2 min 05 s`, `3 h 20 min`.
  public static func duration(_ seconds: Double) -> String {
    if seconds < 0.0995 { return fixed(seconds * 1000, places: 0) + " ms" }
    if seconds < 9.95 { return fixed(seconds, places: 1) + " s" }
    let whole = Int(min(seconds.rounded(), 1e9))
    if whole < 60 { return "\(whole) s" }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    if whole < 3600 { return "\(whole / 60) min \(two(whole % 60)) s" }
    return "\(whole / 3600) h \(two(whole / 60 % 60)) min"
  }
}
