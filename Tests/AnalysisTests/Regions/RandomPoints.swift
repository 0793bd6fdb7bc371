import Analysis
import GameTheory
import TestSupport

/// Small random sets of points, with ties and labels, and questions about them answered slowly.
enum RandomPoints {
  static func draw(_ random: inout SplitMix64) -> MarkedPoints {
    let count = random.int(in: 1...80)
    var axes: [MarkedPoints.Axis] = []
    var columns: [[Double]] = []
    for axis in 0..<random.int(in: 1...4) {
      if random.oneIn(3) {
        let labels = (0..<random.int(in: 2...5)).map { "label\($0)" }
        axes.append(MarkedPoints.Axis("a\(axis)", labels: labels))
        columns.append((0..<count).map { _ in Double(random.int(in: 0...labels.count - 1)) })
      } else {
        // Few different values, so that ties are common, or many.
        let levels = random.element(of: [2, 5, 12, 1000])
        axes.append(MarkedPoints.Axis("a\(axis)"))
        columns.append((0..<count).map { _ in Double(random.int(in: -levels...levels)) / 8 })
      }
    }
    let pivot = random.int(in: 0...axes.count - 1)
    let noise = random.int(in: 1...6)
    let marks = (0..<count).map { point in
      random.oneIn(noise + 1) ? random.oneIn(2) : columns[pivot][point] > 0.5
    }
    return MarkedPoints(axes: axes, columns: columns, isOfInterest: marks)
  }

  /// The points in a region, and how many of them are of interest.
  static func count(_ points: MarkedPoints, _ region: Region) -> (inside: Int, ofInterest: Int) {
    var (inside, interest) = (0, 0)
    for point in 0..<points.count where region.contains(points.values(of: point)) {
      inside += 1
      if points.isOfInterest[point] { interest += 1 }
    }
    return (inside, interest)
  }

  static func ratio(_ a: Int, _ b: Int) -> Rational { Rational(BigInteger(a), BigInteger(b)) }
}
