/// What is summed over base points, and where each sum stands.
struct SobolForm: Sendable, Equatable {
  let axes: Int
  /// Whether base points have the samples that second-order indices need.
  let hasSecondOrder: Bool
  /// The pairs of axes that have second-order indices, in order; none where these are not asked for.
  let pairs: [(first: Int, second: Int)]

  init(axes: Int, hasSecondOrder: Bool) {
    self.axes = axes
    self.hasSecondOrder = hasSecondOrder
    pairs =
      hasSecondOrder
      ? (0..<axes).flatMap { first in (first + 1..<max(axes, first + 1)).map { (first, $0) } } : []
  }

  static func == (left: SobolForm, right: SobolForm) -> Bool {
    left.axes == right.axes && left.hasSecondOrder == right.hasSecondOrder
  }

  /// How many sums there are.
  var sums: Int { place(ofPair: pairs.count) }

  /// The first of the four sums of an axis.
  func place(ofAxis axis: Int) -> Int { 5 + 4 * axis }

  /// The sum of the output at the second point with an axis of the first.
  func place(ofSecondOf axis: Int) -> Int { 5 + 4 * axes + axis }

  /// The sum of the products of a pair.
  func place(ofPair pair: Int) -> Int { place(ofSecondOf: hasSecondOrder ? axes : 0) + pair }
}
