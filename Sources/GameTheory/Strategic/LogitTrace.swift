/// The principal branch as it is followed, step by step.
///
/// A point has the logarithm of every probability and, last, the level.
struct LogitTrace {
  /// Why it cannot go on.
  enum Failure: Error {
    case stuck
    case stepLimit
  }

  /// The levels at which the branch turned.
  private(set) var turns: [Double] = []
  /// The levels between which another branch crossed it.
  private(set) var crossings: [(Double, Double)] = []
  /// How many steps were taken.
  private(set) var stepCount = 0

  private let system: LogitSystem
  private let effort: QuantalResponseBranch.Effort
  private var position: [Double]
  private var tangent: [Double]
  /// The point after this one, where it was found already.
  private var next: Step?
  private var length: Double
  /// The sign of the determinant of all derivatives and the tangent.
  private var orientation = 1
  private var tries = 0

  /// A step that was found.
  private struct Step {
    var position: [Double]
    var tangent: [Double]
    var length: Double
    var orientation: Int
  }

  init(_ system: LogitSystem, _ effort: QuantalResponseBranch.Effort) {
    self.system = system
    self.effort = effort
    position = system.counts.flatMap { count in
      [Double](repeating: -ElementaryFunctions.log(Double(count)), count: count)
    }
    position.append(0)
    tangent = [Double](repeating: 0, count: system.size) + [1]
    length = 0.1
    let start = system.point(Array(position.dropLast()), level: 0)
    let elimination = BorderedElimination(rows: start.derivatives, border: tangent)
    tangent = LogitTrace.unit(elimination.solution(of: tangent))
  }

  /// The level that was come to.
  var level: Double { position[system.size] }

  /// The mixed strategies where the branch first comes to a level; levels must not fall from call to call.
  mutating func strategies(at target: Double) throws(Failure) -> [[Double]] {
    while true {
      if level == target { return mixed(position) }
      let step: Step
      if let next { step = next } else { step = try nextStep() }
      if step.position[system.size] < target {
        take(step)
        next = nil
        continue
      }
      if let found = landing(at: target, between: position, and: step.position) {
        next = step
        return mixed(found)
      }
      // The branch bends too much on the way: a shorter step.
      next = nil
      length = step.length / 2
      guard length > LogitTrace.shortest else { throw .stuck }
    }
  }

  private static let shortest = 1e-10

  /// How short a step must be that may pass a crossing.
  private static let crossingLength = 1e-3

  /// Goes on by a step.
  private mutating func take(_ step: Step) {
    if (step.tangent[system.size] < 0) != (tangent[system.size] < 0) { turns.append(level) }
    if step.orientation != orientation { crossings.append((level, step.position[system.size])) }
    (position, tangent, orientation) = (step.position, step.tangent, step.orientation)
    stepCount += 1
  }

  /// The next point, at the length that suits; the length is left at what seems to suit the step after it.
  private mutating func nextStep() throws(Failure) -> Step {
    while true {
      guard tries < effort.stepLimit else { throw .stepLimit }
      tries += 1
      if let (step, first) = step(of: length) {
        // The error of a step along the tangent grows with the square of its length.
        let factor = (effort.correction / max(first, effort.correction / 16)).squareRoot()
        length *= min(2, max(0.5, factor))
        return step
      }
      length /= 2
      guard length > LogitTrace.shortest else { throw .stuck }
    }
  }

  /// A step of a given length, and how far its first correction went; nil where it is too long.
  private func step(of length: Double) -> (Step, first: Double)? {
    let guess = zip(position, tangent).map { $0 + length * $1 }
    guard
      let (found, elimination, first) = corrected(guess, border: tangent),
      first <= 4 * effort.correction, found[system.size] >= 0
    else { return nil }
    // Turned over in one long step: it may have come to another branch. A short one has passed a crossing.
    guard elimination.sign == orientation || length <= LogitTrace.crossingLength else { return nil }
    var right = [Double](repeating: 0, count: system.size + 1)
    right[system.size] = 1
    let ahead = elimination.solution(of: right)
    // The border makes its product with the old tangent 1: its length is one over the cosine of the turn.
    let square = ahead.reduce(0) { $0 + $1 * $1 }
    guard square <= 1.1 else { return nil }
    let step = Step(
      position: found,
      tangent: LogitTrace.unit(ahead),
      length: length,
      orientation: elimination.sign
    )
    return (step, first)
  }

  /// The point at a level between two of the branch; nil where it is not found near the line between them.
  private func landing(at target: Double, between a: [Double], and b: [Double]) -> [Double]? {
    let share = (target - a[system.size]) / (b[system.size] - a[system.size])
    var guess = zip(a, b).map { $0 + share * ($1 - $0) }
    guess[system.size] = target
    var border = [Double](repeating: 0, count: system.size + 1)
    border[system.size] = 1
    guard
      let (found, _, first) = corrected(guess, border: border),
      first <= 4 * effort.correction
    else { return nil }
    return found
  }

  /// The point of the branch near a guess, in the plane through the guess that the border is normal to.
  ///
  /// - Returns: the point, the last derivatives factored, and the length of the first correction; nil where corrections
  ///   do not shrink.
  private func corrected(
    _ guess: [Double],
    border: [Double]
  ) -> (position: [Double], BorderedElimination, first: Double)? {
    var position = guess
    var first: Double?
    var last = Double.infinity
    for _ in 0..<12 {
      let level = position[system.size]
      let point = system.point(Array(position.dropLast()), level: level)
      let elimination = BorderedElimination(rows: point.derivatives, border: border)
      guard elimination.sign != 0 else { return nil }
      let correction = elimination.solution(of: point.excess.map { -$0 } + [0])
      var size = 0.0
      for index in position.indices {
        position[index] += correction[index]
        size += correction[index] * correction[index]
      }
      size = size.squareRoot()
      guard size.isFinite else { return nil }
      first = first ?? size
      // Corrections shrink until only rounding is left, which grows with the level.
      let isSettled = size <= 1e-11 || (size <= 1e-7 && size > 0.25 * last)
      if isSettled { return (position, elimination, first ?? 0) }
      guard size <= 0.25 * last else { return nil }
      last = size
    }
    return nil
  }

  private static func unit(_ vector: [Double]) -> [Double] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return vector.map { $0 / length }
  }

  /// The mixed strategies at a point, each with sum 1.
  private func mixed(_ position: [Double]) -> [[Double]] {
    system.counts.indices.map { player in
      let weights = position[system.strategies(of: player)].map { ElementaryFunctions.exp($0) }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
  }
}
