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

  /// Divides a rectangle, or parts of it.
  ///
  /// `resolution` is a share of each side: a piece that hangs on a curve that is no line is left undecided
  /// where it is smaller both ways, or is part of a strip narrower than that. `decide` gives the answer
  /// from the signs of the curves in a cell; `faces` are the parts, each without its border, and all of
  /// the rectangle unless told otherwise.
  ///
  /// - Complexity: O(*pieces* × *curves asked for* × *corners*).
  init(
    _ box: PlaneBox,
    faces: [ConvexPolygon]? = nil,
    curves: [PlaneCurve],
    resolution: Rational,
    decide: (inout PlaneCell) throws(OpenCurve) -> Answer
  ) {
    self.box = box
    self.curves = curves
    self.resolution = resolution
    for face in faces ?? box.faces { pieces += divide(PlaneCell(face, curves), decide) }
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
    guard let parts = parts(of: cell, along: open) else {
      return [Piece(polygon: cell.polygon, answer: nil)]
    }
    let pieces = parts.map { divide($0, decide) }
    if let answer = pieces[0][0].answer,
      pieces.allSatisfy({ $0.count == 1 && $0[0].answer == answer })
    {
      return [Piece(polygon: cell.polygon, answer: answer)]
    }
    return pieces.flatMap { $0 }
  }

  /// The parts of a cell in which a curve that is open in it has one sign, as far as that can be had; nil
  /// where nothing is to be gained.
  private func parts(of cell: PlaneCell, along curve: Int) -> [PlaneCell]? {
    func part(_ polygon: ConvexPolygon, _ sign: Int?) -> PlaneCell? {
      polygon.isEmpty ? nil : cell.narrowed(to: polygon, curve, sign)
    }
    if curves[curve].isLine {
      let division = cell.polygon.divided(by: curves[curve])
      return [part(division.negative, -1), part(division.zero, 0), part(division.positive, 1)]
        .compactMap { $0 }
    }
    if cell.isLeftOpen(curve) { return nil }
    guard let bounds = cell.polygon.bounds else { return nil }
    if let strip = PlaneStrip(around: curves[curve], in: bounds, of: box, resolution: resolution) {
      let low = cell.polygon.divided(by: strip.low)
      let high = low.positive.divided(by: strip.high)
      let sign = strip.lowSign
      var thin = part(high.negative, nil)
      thin?.leaveOpen(curve)
      return [
        part(low.negative, sign), part(low.zero, sign), thin, part(high.zero, -sign),
        part(high.positive, -sign),
      ].compactMap { $0 }
    }
    guard let line = halvingLine(of: bounds) else { return nil }
    let division = cell.polygon.divided(by: line)
    return [part(division.negative, nil), part(division.zero, nil), part(division.positive, nil)]
      .compactMap { $0 }
  }

  /// A line along an axis that halves a cell the longer way; nil where it is small already.
  private func halvingLine(of bounds: PlaneBox) -> PlaneCurve? {
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

  /// The pieces with one answer, without their borders: polygons, segments and points.
  public func polygons(where answer: Answer) -> [ConvexPolygon] {
    pieces.filter { $0.answer == answer }.map { $0.polygon }
  }

  /// The pieces left undecided that have an area.
  public var undecided: [ConvexPolygon] {
    pieces.filter { $0.answer == nil && $0.polygon.dimension == 2 }.map { $0.polygon }
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
