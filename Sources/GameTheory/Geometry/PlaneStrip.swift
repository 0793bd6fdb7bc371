/// Two parallel lines that have a curve between them in a part of a plane.
///
/// In the rectangle's own measure, where both of its sides are 1, the lines are v = m u + c for two
/// values of c, or the same with the axes exchanged. On and beyond either of them, the curve's sign is
/// certain. A short piece of a curve is nearly straight: the strip's width falls with the square of the
/// part's size.
///
/// - Source: Sederberg and Nishita, Curve intersection using Bézier clipping (1990), section 3, the fat
///   line.
struct PlaneStrip {
  /// The curve has ``lowSign`` where this is at most 0.
  let low: PlaneCurve
  /// The curve has the opposite sign where this is at least 0.
  let high: PlaneCurve
  /// The curve's sign on the low side, 1 or -1.
  let lowSign: Int
  /// How wide it is, as a share of the rectangle's side across it.
  let width: Double

  /// What is known of a curve in a part of the rectangle, in the rectangle's own measure.
  private struct Net {
    let values: [[Double]]
    let u: ClosedRange<Double>
    let v: ClosedRange<Double>
    /// A bound on the error of the values.
    let error: Double

    /// How fast the values rise along each axis, by the corners.
    var slopes: (u: Double, v: Double) {
      let (last, top) = (values.count - 1, values[0].count - 1)
      let (a, b, c, d) = (values[0][0], values[last][0], values[0][top], values[last][top])
      return (
        u.lowerBound < u.upperBound ? (b - a + d - c) / (2 * (u.upperBound - u.lowerBound)) : 0,
        v.lowerBound < v.upperBound ? (c - a + d - b) / (2 * (v.upperBound - v.lowerBound)) : 0
      )
    }
  }

  /// Finds a strip; nil where the curve is not nearly straight there.
  ///
  /// - Parameters:
  ///   - curve: the curve.
  ///   - part: a part of the rectangle.
  ///   - box: the rectangle, for which the curve was made.
  ///   - resolution: how wide the strip may be, as a share of the side across it.
  init?(around curve: PlaneCurve, in part: PlaneBox, of box: PlaneBox, resolution: Rational) {
    let values = curve.nearBernsteinCoefficients(inside: part)
    let u = PlaneStrip.shares(part.x, of: box.x)
    let v = PlaneStrip.shares(part.y, of: box.y)
    let net = Net(values: values, u: u, v: v, error: curve.coefficientBound)
    let slopes = net.slopes
    guard slopes.u.isFinite, slopes.v.isFinite else { return nil }
    // The strip crosses a segment along an axis, and otherwise the axis along which the curve is steeper.
    let isAcross =
      v.lowerBound == v.upperBound
      || u.lowerBound < u.upperBound && abs(slopes.u) > abs(slopes.v)
    if isAcross {
      let turned = Net(
        values: values[0].indices.map { j in values.map { $0[j] } },
        u: v,
        v: u,
        error: net.error
      )
      guard let lines = PlaneStrip.lines(turned, slopes.v, slopes.u, resolution) else { return nil }
      self.init(lines, slopes.u, box, isAcross: true)
    } else {
      guard let lines = PlaneStrip.lines(net, slopes.u, slopes.v, resolution) else { return nil }
      self.init(lines, slopes.v, box, isAcross: false)
    }
  }

  private struct Lines {
    let slope: Rational
    let low: Rational
    let high: Rational
  }

  private init(_ lines: Lines, _ rise: Double, _ box: PlaneBox, isAcross: Bool) {
    func line(_ offset: Rational) -> PlaneCurve {
      // Across: x - left = width * (slope * (y - bottom) / height + offset), or turned round.
      let (along, across) = isAcross ? (box.y, box.x) : (box.x, box.y)
      let size = across.upperBound - across.lowerBound
      let slope = -lines.slope * size / (along.upperBound - along.lowerBound)
      let constant = -across.lowerBound - size * offset - slope * along.lowerBound
      if slope.signum == 0 {
        return isAcross
          ? .vertical(-constant, within: box) : .horizontal(-constant, within: box)
      }
      return isAcross
        ? PlaneCurve([[constant, slope], [1, 0]], within: box)
        : PlaneCurve([[constant, 1], [slope, 0]], within: box)
    }
    low = line(lines.low)
    high = line(lines.high)
    lowSign = rise > 0 ? -1 : 1
    width = (lines.high - lines.low).toDouble()
  }

  /// The lines v = slope * u + offset: where f = rise * (v - slope * u - c), with c from low to high, f
  /// has the sign of the rise above, and the opposite one below.
  private static func lines(
    _ net: Net,
    _ run: Double,
    _ rise: Double,
    _ resolution: Rational
  ) -> Lines? {
    let widest = resolution.toDouble()
    guard rise != 0 else { return nil }
    let digits = places(of: widest / 8)
    let length = net.u.upperBound - net.u.lowerBound
    let fineness = places(of: min(1, widest / (4 * max(length, widest))))
    let slope = rounded(-run / rise, fineness, .toNearestOrEven)
    let near = slope.toDouble()
    var (low, high, largest) = (Double.infinity, -Double.infinity, 0.0)
    for (i, column) in net.values.enumerated() {
      let u = node(i, net.values.count, net.u)
      for (j, value) in column.enumerated() {
        let offset = node(j, column.count, net.v) - near * u - value / rise
        low = min(low, offset)
        high = max(high, offset)
        largest = max(largest, abs(value / rise))
      }
    }
    // Places and slope are at most 1 in size; the rest of the rounding is far below this.
    let error = net.error / abs(rise) * 1.000_001 + 0x1p-45 * (4 + largest)
    guard high - low + 2 * error <= widest * 0.75, abs(low) < 4, abs(high) < 4 else { return nil }
    return Lines(
      slope: slope,
      low: rounded(low - error, digits, .down),
      high: rounded(high + error, digits, .up)
    )
  }

  private static func node(_ index: Int, _ count: Int, _ range: ClosedRange<Double>) -> Double {
    guard count > 1 else { return (range.lowerBound + range.upperBound) / 2 }
    let share = Double(index) / Double(count - 1)
    return range.lowerBound + (range.upperBound - range.lowerBound) * share
  }

  /// How many binary places a number as small as this needs.
  private static func places(of size: Double) -> Int {
    var (places, unit) = (0, 1.0)
    while unit > size, places < 60 {
      places += 1
      unit /= 2
    }
    return places
  }

  private static func rounded(
    _ value: Double,
    _ places: Int,
    _ rule: FloatingPointRoundingRule
  ) -> Rational {
    var scale = 1.0
    for _ in 0..<places { scale *= 2 }
    return Rational(exactly: (value * scale).rounded(rule) / scale)
  }

  private static func shares(
    _ part: ClosedRange<Rational>,
    of whole: ClosedRange<Rational>
  ) -> ClosedRange<Double> {
    let width = whole.upperBound - whole.lowerBound
    guard width.signum > 0 else { return 0...0 }
    let low = ((part.lowerBound - whole.lowerBound) / width).toDouble()
    return low...((part.upperBound - whole.lowerBound) / width).toDouble()
  }
}
