/// A point of a plane with exact coordinates.
///
/// The nearest `Double`s go with it, for quick decisions where they suffice.
public struct PlanePoint: Sendable {
  /// How far it lies to the right.
  public let x: Rational
  /// How far it lies up.
  public let y: Rational

  let nearX: Double
  let nearY: Double

  /// Creates a point.
  public init(_ x: Rational, _ y: Rational) {
    self.x = x
    self.y = y
    nearX = x.toDouble()
    nearY = y.toDouble()
  }

  /// Twice the area of the triangle with corners here, at `second` and at `third`, above 0 where they turn
  /// left.
  func turn(_ second: PlanePoint, _ third: PlanePoint) -> Rational {
    (second.x - x) * (third.y - y) - (third.x - x) * (second.y - y)
  }

  /// Whether the way from here by `second` to `third` turns left (1) or right (-1), or goes along a line.
  ///
  /// Decided in floating point where the error's bound allows, else exactly.
  func turnSign(_ second: PlanePoint, _ third: PlanePoint) -> Int {
    let (right, above) = (second.nearX - nearX, second.nearY - nearY)
    let (farRight, farAbove) = (third.nearX - nearX, third.nearY - nearY)
    let (one, other) = (right * farAbove, farRight * above)
    // Each difference is wrong by at most three roundings of the largest place; twice that covers more.
    let wrongX = 0x1p-51 * max(abs(nearX), abs(second.nearX), abs(third.nearX))
    let wrongY = 0x1p-51 * max(abs(nearY), abs(second.nearY), abs(third.nearY))
    let bound =
      2 * ((abs(right) + abs(farRight)) * wrongY + (abs(above) + abs(farAbove)) * wrongX)
      + 4 * wrongX * wrongY + 0x1p-51 * (abs(one) + abs(other)) + 1e-290
    let turn = one - other
    if turn > bound { return 1 }
    if turn < -bound { return -1 }
    return self.turn(second, third).signum
  }

  /// The middle between two points.
  func middle(_ other: PlanePoint) -> PlanePoint {
    PlanePoint((x + other.x) / 2, (y + other.y) / 2)
  }
}

extension PlanePoint: Hashable {
  /// Whether the points are the same.
  public static func == (left: PlanePoint, right: PlanePoint) -> Bool {
    left.nearX == right.nearX && left.nearY == right.nearY && left.x == right.x
      && left.y == right.y
  }

  /// Feeds the coordinates to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(nearX)
    hasher.combine(nearY)
  }
}

extension PlanePoint: Comparable {
  /// Orders from left to right, then from below to above.
  public static func < (left: PlanePoint, right: PlanePoint) -> Bool {
    left.x == right.x ? left.y < right.y : left.x < right.x
  }
}
