/// A rectangle divided into convex pieces, each with one answer that holds in all of it.
///
/// A piece is a polygon without its border, a segment without its ends, or a point: every point of the
/// rectangle lies in exactly one of them, so that what holds on the border between two regions is told
/// as well. Where signs of curves that are no lines matter, pieces smaller than a resolution are left
/// undecided.
public struct PlanePartition<Answer: Hashable & Sendable>: Sendable {
  /// A part of the rectangle.
  public struct Piece: Sendable {
    /// The polygon, segment or point, to be taken without its border.
    public let polygon: ConvexPolygon
    /// What holds in all of it; nil where that is left undecided.
    public let answer: Answer?
  }

  /// The rectangle.
  public let box: PlaneBox
  /// The pieces.
  public private(set) var pieces: [Piece] = []

  private let curves: [PlaneCurve]
  private let resolution: Rational

  /// Divides a rectangle.
  ///
  /// `resolution` is a share of each side: a piece that is smaller both ways, and hangs on a curve that is
  /// no line, is left undecided. `decide` gives the answer from the signs of the curves in a cell.
  ///
  /// - Complexity: O(*pieces* × *curves asked for* × *corners*).
  init(
    _ box: PlaneBox,
    curves: [PlaneCurve],
    resolution: Rational,
    decide: (inout PlaneCell) throws(OpenCurve) -> Answer
  ) {
    self.box = box
    self.curves = curves
    self.resolution = resolution
    for face in box.faces { pieces += divide(PlaneCell(face, curves), decide) }
  }

  private func divide(
    _ cell: PlaneCell,
    _ decide: (inout PlaneCell) throws(OpenCurve) -> Answer
  ) -> [Piece] {
    var cell = cell
    let open: Int
    do throws(OpenCurve) {
      return [Piece(polygon: cell.polygon, answer: try decide(&cell))]
    } catch {
      open = error.curve
    }
    let isLine = curves[open].isLine
    guard let line = isLine ? curves[open] : halvingLine(of: cell.polygon) else {
      return [Piece(polygon: cell.polygon, answer: nil)]
    }
    let division = cell.polygon.divided(by: line)
    let parts = [(division.negative, -1), (division.zero, 0), (division.positive, 1)]
      .map { polygon, sign in
        var part = cell
        part.narrow(to: polygon)
        if isLine { part.signs[open] = Int8(sign) }
        return divide(part, decide)
      }
    if let answer = parts[0][0].answer,
      parts.allSatisfy({ $0.count == 1 && $0[0].answer == answer })
    {
      return [Piece(polygon: cell.polygon, answer: answer)]
    }
    return parts.flatMap { $0 }
  }

  /// A line along an axis that halves a polygon the longer way; nil where it is small already.
  private func halvingLine(of polygon: ConvexPolygon) -> PlaneCurve? {
    guard let bounds = polygon.bounds else { return nil }
    let across = box.width.signum > 0 ? bounds.width / box.width : 0
    let up = box.height.signum > 0 ? bounds.height / box.height : 0
    guard max(across, up) > resolution else { return nil }
    return across >= up
      ? .vertical((bounds.x.lowerBound + bounds.x.upperBound) / 2, within: box)
      : .horizontal((bounds.y.lowerBound + bounds.y.upperBound) / 2, within: box)
  }

  /// The answer at a point of the rectangle, found exactly; nil where it is undecided.
  ///
  /// - Complexity: O(*pieces*).
  public func answer(at point: PlanePoint) -> Answer? {
    pieces.first { $0.polygon.holdsInside(point) }?.answer
  }

  /// The area of the pieces left undecided.
  public var undecidedArea: Rational {
    pieces.reduce(Rational.zero) { $1.answer == nil ? $0 + $1.polygon.area : $0 }
  }
}

/// Says that a curve has not one sign in all of a cell.
struct OpenCurve: Error {
  let curve: Int
}
