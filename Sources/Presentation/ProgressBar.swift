/// One line that says how far a long job has come.
public struct ProgressBar: Sendable {
  private static let cells = 24

  /// The line: a bar, the share done, counts, the rate and the time left.
  ///
  /// `elapsed` is in seconds since the start, when `earlier` of the `done` were done already.
  public static func line(done: Int, earlier: Int = 0, total: Int, elapsed: Double) -> String {
    let share = total > 0 ? Double(done) / Double(total) : 1
    let filled = Int(share * Double(cells))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    var line = "\(bar) \(NumberText.fixed(share * 100, places: 0)) %  "
    line += "\(NumberText.count(done)) of \(NumberText.count(total))"
    guard elapsed > 0, done > earlier else { return line }
    let rate = Double(done - earlier) / elapsed
    line += "  \(NumberText.short(rate)) samples/s"
    if done < total { line += "  \(NumberText.duration(Double(total - done) / rate)) left" }
    return line
  }
}
