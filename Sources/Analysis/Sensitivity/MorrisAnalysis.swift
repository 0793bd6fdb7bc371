import GameTheory

/// Elementary effects of many outputs at once, one trajectory at a time.
///
/// A trajectory is a row of samples, each of which differs from the one before on one axis. The elementary
/// effect of a move is the change of the output by the change of the axis, in units of its whole range.
/// Memory does not grow with the number of trajectories, and any division of them gives the same bits.
/// - Source: Morris, Factorial sampling plans, Technometrics 33 (1991) 161; mu* from Campolongo, Cariboni
///   and Saltelli, Environmental Modelling and Software 22 (2007) 1509.
public struct MorrisAnalysis: Sendable {
  /// One move of a trajectory.
  public struct Move: Sendable, Equatable {
    /// The axis that moves.
    public let axis: Int
    /// By how much of its range it moves: above 0 up, below 0 down.
    public let step: Double

    /// Creates a move.
    public init(axis: Int, step: Double) {
      self.axis = axis
      self.step = step
    }
  }

  /// How many axes the design has.
  public let axes: Int
  /// How trajectories are resampled.
  public let bootstrap: PoissonBootstrap
  /// How many trajectories were added.
  public private(set) var trajectories = 0
  private var numbers: [ResampledSums]
  /// For each family the effects on its indicators, and for each axis how many moves change its labels.
  private var families: [IndicatorSums<ResampledSums>]
  private var group: Int?
  /// Whether all that was added is in the sums of the replicates.
  private var isSettled = true

  /// Creates an analysis without trajectories.
  ///
  /// - Parameters:
  ///   - axes: how many axes the design has.
  ///   - numbers: how many numbers each sample has.
  ///   - families: how many families of labels each sample has.
  ///   - bootstrap: how trajectories are resampled.
  public init(axes: Int, numbers: Int, families: Int, bootstrap: PoissonBootstrap) {
    self.axes = axes
    self.bootstrap = bootstrap
    let sums = ResampledSums(count: 3 * axes, replicates: bootstrap.replicates)
    self.numbers = [ResampledSums](repeating: sums, count: numbers)
    let changes = ResampledSums(count: axes, replicates: bootstrap.replicates)
    let family = IndicatorSums(known: changes, empty: sums)
    self.families = [IndicatorSums](repeating: family, count: families)
  }

  /// Adds a trajectory: its number, its samples and the moves between them, one fewer, each axis once.
  ///
  /// Where a number or family is unknown at one of the samples, or an effect is not finite, the trajectory
  /// is left out for it, whole.
  public mutating func add(trajectory: Int, _ samples: [SampleValues], moves: [Move]) {
    let group = bootstrap.group(of: trajectory)
    if let open = self.group, open != group { closeGroup() }
    self.group = group
    isSettled = false
    trajectories += 1
    for number in numbers.indices {
      let effects = moves.indices.map { move in
        (samples[move + 1].numbers[number] - samples[move].numbers[number]) / moves[move].step
      }
      guard effects.allSatisfy({ $0.isFinite }) else { continue }
      numbers[number].addPoint()
      for (move, effect) in zip(moves, effects) {
        MorrisAnalysis.add(effect, of: move.axis, to: &numbers[number])
      }
    }
    for family in families.indices { add(samples.map { $0.labels[family] }, moves, to: family) }
  }

  private static func add(_ effect: Double, of axis: Int, to sums: inout ResampledSums) {
    sums.add(effect, to: 3 * axis)
    sums.add(effect.magnitude, to: 3 * axis + 1)
    sums.add(effect, times: effect, to: 3 * axis + 2)
  }

  private mutating func add(_ labels: [[Int]?], _ moves: [Move], to family: Int) {
    guard labels.allSatisfy({ $0 != nil }) else { return }
    let sets = labels.map { Set($0 ?? []) }
    families[family].known.addPoint()
    // A label that never changes occurs all the same.
    for label in sets.reduce(into: Set<Int>(), { $0.formUnion($1) }) {
      families[family].update(label) { _ in }
    }
    for (index, move) in moves.enumerated() {
      let (before, after) = (sets[index], sets[index + 1])
      guard before != after else { continue }
      families[family].known.add(1, to: move.axis)
      for label in before.symmetricDifference(after) {
        let change: Double = after.contains(label) ? 1 : -1
        families[family].update(label) { sums in
          MorrisAnalysis.add(change / move.step, of: move.axis, to: &sums)
        }
      }
    }
  }

  /// Ends the group of trajectories at hand: results can be had without this, but sooner after it.
  public mutating func endGroup() {
    guard !isSettled else { return }
    isSettled = true
    closeGroup()
    for number in numbers.indices { numbers[number].settle() }
    for family in families.indices { families[family].settle() }
  }

  private mutating func closeGroup() {
    guard let group else { return }
    self.group = nil
    let weights = bootstrap.weights(ofGroup: group)
    for number in numbers.indices { numbers[number].endGroup(weights) }
    for family in families.indices { families[family].endGroup(weights) }
  }

  /// Adds the trajectories of another part, which has the same axes, outputs and bootstrap.
  public mutating func merge(_ other: MorrisAnalysis) {
    var other = other
    endGroup()
    other.endGroup()
    trajectories += other.trajectories
    for number in numbers.indices { numbers[number].merge(other.numbers[number]) }
    for family in families.indices { families[family].merge(other.families[family]) }
  }

  // MARK: Results

  /// The effects on a number.
  public func effects(onNumber number: Int) -> MorrisEffects {
    var whole = self
    whole.endGroup()
    let sums = whole.numbers[number]
    return MorrisEffects(sums, counter: sums, axes: axes, trajectories: trajectories)
  }

  /// The labels of a family that occur, ascending.
  public func labels(ofFamily family: Int) -> [Int] { families[family].labels }

  /// How many trajectories count for a family: those in which its labels are known throughout.
  public func trajectories(ofFamily family: Int) -> Int {
    var whole = self
    whole.endGroup()
    return whole.families[family].known.points
  }

  /// The effects on a label's indicator; none where the label never occurs.
  public func effects(onFamily family: Int, label: Int) -> MorrisEffects {
    var whole = self
    whole.endGroup()
    return MorrisEffects(
      whole.families[family][label],
      counter: whole.families[family].known,
      axes: axes,
      trajectories: trajectories
    )
  }

  /// For each axis the share of its moves that change a family's labels; nil without trajectories.
  public func changes(ofFamily family: Int) -> [Estimate?] {
    var whole = self
    whole.endGroup()
    let changes = whole.families[family].known
    return (0..<axes).map { axis in
      let share = { (sums: ExactSums, points: Int) in
        quotient(sums.numerator(axis), BigInteger(points), exponent: sums.unit)
      }
      return share(changes.total, changes.points).map { value in
        Estimate(
          value,
          replicates: zip(changes.replicates, changes.replicatePoints).map { share($0, $1) }
        )
      }
    }
  }
}
