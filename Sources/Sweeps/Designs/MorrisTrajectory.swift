import GameTheory

/// A walk through the levels of all axes that moves each of them once, by half of the levels.
///
/// A step goes from level l to l + p/2 or back, where p is the even count of levels, so every level is as
/// likely as every other. On an axis without gaps level l stands at the share l/(p-1) of the way, and a
/// step is Delta = p/(2(p-1)); on an axis of listed values, or without ends, level l stands at (l + 1/2)/p
/// and a step is 1/2.
/// - Source: Morris, Factorial sampling plans for preliminary computational experiments, Technometrics 33
///   (1991) 161, section 3; all that is drawn is a hash of the seed and the trajectory's number.
struct MorrisTrajectory: Sendable {
  /// For each axis the lower of its two levels.
  let low: [Int]
  /// For each axis whether it moves up.
  let isUp: [Bool]
  /// For each axis the number of the step that moves it, from 1.
  let step: [Int]

  init(_ number: Int, axes: Int, levels: Int, seed: UInt64) {
    func bits(_ axis: Int, _ use: UInt64) -> UInt64 {
      CounterRandom.bits(seed: seed, row: UInt64(number), column: UInt64(axis) * 3 + use)
    }
    low = (0..<axes).map { Int(bits($0, 0).multipliedFullWidth(by: UInt64(levels / 2)).high) }
    isUp = (0..<axes).map { bits($0, 1) >> 63 == 1 }
    let keys = (0..<axes).map { (bits($0, 2), $0) }
    var step = [Int](repeating: 0, count: axes)
    for (place, key) in keys.sorted(by: <).enumerated() { step[key.1] = place + 1 }
    self.step = step
  }

  /// Whether an axis stands on the upper of its levels after some steps.
  func isHigh(_ axis: Int, after steps: Int) -> Bool {
    (steps >= step[axis]) == isUp[axis]
  }
}

extension Design {
  /// The share of the way at which an axis stands in a trajectory after some steps.
  func share(_ axis: Int, in trajectory: MorrisTrajectory, after steps: Int) -> Double {
    let level = trajectory.low[axis] + (trajectory.isHigh(axis, after: steps) ? levels / 2 : 0)
    return placements[axis].isSmooth
      ? Double(level) / Double(levels - 1) : (Double(level) + 0.5) / Double(levels)
  }

  /// The trajectory of a number.
  func trajectory(_ number: Int) -> MorrisTrajectory {
    MorrisTrajectory(number, axes: axes.count, levels: levels, seed: seed)
  }

  /// What changes from one sample of a trajectory to the next.
  public struct Move: Sendable, Equatable {
    /// The axis that moves.
    public let axis: Int
    /// By how much, as a share of the way along the axis; negative where it goes down.
    public let change: Double
  }

  /// What changes from the sample before to this one in a Morris design; nil where a trajectory begins, and
  /// in other designs.
  ///
  /// - Complexity: O(*d* log *d*), where *d* is the number of axes.
  public func move(to sample: Int) -> Move? {
    let (number, steps) = sample.quotientAndRemainder(dividingBy: groupSize)
    guard kind == .morris, steps > 0 else { return nil }
    let trajectory = trajectory(number)
    guard let axis = trajectory.step.firstIndex(of: steps) else { return nil }
    let size = placements[axis].isSmooth ? Double(levels) / Double(2 * (levels - 1)) : 0.5
    return Move(axis: axis, change: trajectory.isUp[axis] ? size : -size)
  }

  /// The axis on which a sample of a one-at-a-time design departs from the baseline, and which value it has
  /// there.
  ///
  /// The value's number is 0 for the low end of a range, 1 for the high one, else the place in the list. Nil
  /// for the baseline, and in other designs.
  public func departure(of sample: Int) -> (axis: Int, index: Int)? {
    guard kind == .oat, sample > 0, let axis = strides.lastIndex(where: { $0 <= sample }) else {
      return nil
    }
    return (axis, sample - strides[axis])
  }
}
