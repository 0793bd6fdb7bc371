/// Sides of polygons, each with the area to its left, and what is left of them where opposite ones meet.
struct OutlineJoiner {
  private struct Side: Hashable {
    let start: PlanePoint
    let end: PlanePoint
  }

  /// A line in its one form: y = slope * x + place, or x = place.
  private struct Line: Hashable {
    let slope: Rational?
    let place: Rational

    init(_ side: Side) {
      if side.start.x == side.end.x {
        (slope, place) = (nil, side.start.x)
      } else if side.start.y == side.end.y {
        (slope, place) = (0, side.start.y)
      } else {
        let rise = (side.end.y - side.start.y) / (side.end.x - side.start.x)
        (slope, place) = (rise, side.start.y - rise * side.start.x)
      }
    }
  }

  /// In the order in which they came; nil where an opposite one has come.
  private var sides: [Side?] = []
  private var places: [Side: Int] = [:]

  /// Adds a side; two opposite ones cancel.
  mutating func add(_ start: PlanePoint, _ end: PlanePoint) {
    if let opposite = places.removeValue(forKey: Side(start: end, end: start)) {
      sides[opposite] = nil
    } else {
      places[Side(start: start, end: end)] = sides.count
      sides.append(Side(start: start, end: end))
    }
  }

  /// The closed rings of what is left, none with a corner along the way.
  func rings() -> [[PlanePoint]] {
    var lines: [Line: Int] = [:]
    var groups: [[Side]] = []
    for side in sides.compactMap({ $0 }) {
      let line = Line(side)
      if let group = lines[line] {
        groups[group].append(side)
      } else {
        lines[line] = groups.count
        groups.append([side])
      }
    }
    return OutlineJoiner.chained(groups.flatMap { OutlineJoiner.joined($0) })
  }

  /// What is left of the sides along one line.
  private static func joined(_ sides: [Side]) -> [Side] {
    if sides.count == 1 { return sides }
    // Where sides that run ascending begin and opposite ones end, the sum rises by 1.
    let steps = sides.flatMap { side in
      side.start < side.end
        ? [(side.start, 1), (side.end, -1)] : [(side.end, -1), (side.start, 1)]
    }.sorted { $0.0 < $1.0 }
    var left: [Side] = []
    var sum = 0
    var since: PlanePoint?
    var index = 0
    while index < steps.count {
      let point = steps[index].0
      let before = sum
      while index < steps.count, steps[index].0 == point {
        sum += steps[index].1
        index += 1
      }
      guard sum != before else { continue }
      if let start = since, before != 0 {
        left.append(
          before > 0 ? Side(start: start, end: point) : Side(start: point, end: start)
        )
      }
      since = point
    }
    return left
  }

  /// Sides joined end to end: where several go on, the one that turns left the most, and a way that comes
  /// to a point again is cut there, so that no ring touches itself.
  private static func chained(_ sides: [Side]) -> [[PlanePoint]] {
    var leaving: [PlanePoint: [Int]] = [:]
    for (index, side) in sides.enumerated() { leaving[side.start, default: []].append(index) }
    var isUsed = [Bool](repeating: false, count: sides.count)
    var rings: [[PlanePoint]] = []
    for first in sides.indices where !isUsed[first] {
      var way: [PlanePoint] = []
      var places: [PlanePoint: Int] = [:]
      var current: Int? = first
      while let side = current {
        isUsed[side] = true
        places[sides[side].start] = way.count
        way.append(sides[side].start)
        if let place = places[sides[side].end] {
          for point in way[place...] { places[point] = nil }
          rings.append(Array(way[place...]))
          way.removeSubrange(place...)
        }
        current = (leaving[sides[side].end] ?? []).filter { !isUsed[$0] }.max {
          turnsLess(sides[$0], than: sides[$1], after: sides[side])
        }
      }
    }
    return rings
  }

  /// Whether a side turns less to the left than another one that goes on from the same point.
  private static func turnsLess(_ side: Side, than other: Side, after last: Side) -> Bool {
    let turns = [side, other].map { last.start.turnSign(last.end, $0.end) }
    if turns[0] * turns[1] <= 0, turns[0] != turns[1] { return turns[0] < turns[1] }
    return side.start.turnSign(side.end, other.end) > 0
  }
}
