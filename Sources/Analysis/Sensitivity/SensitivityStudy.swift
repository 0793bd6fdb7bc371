public import Sweeps

/// The analysis that a design allows, fed with its samples one by one, in order and in one pass.
///
/// A Saltelli design gives first-order and total indices, a Morris design elementary effects, a one-at-a-time
/// design a tornado; of any other only first-order indices can be had. Every sample is held against the
/// design: a row in another place, or with values that the design does not give, is refused.
public struct SensitivityStudy: Sendable {
  /// What is computed.
  public enum Analysis: Sendable {
    /// First-order and total indices, and second-order ones where the design has the samples.
    case sobol(SobolAnalysis)
    /// Elementary effects.
    case morris(MorrisAnalysis)
    /// Departures from a baseline.
    case oneAtATime(OneAtATimeAnalysis)
    /// First-order indices from bins.
    case binned(BinnedAnalysis)
  }

  /// Why a row does not belong to the design.
  public enum Mismatch: Error, Sendable, Equatable {
    /// Another sample's row was expected here.
    case order(expected: Int, found: Int)
    /// The design gives another value on an axis.
    case value(sample: Int, axis: Int, expected: Double, found: Double)
    /// There are more rows than the design has samples.
    case excess(count: Int)
    /// There are fewer rows than the design has samples.
    case missing(found: Int, expected: Int)
  }

  /// The design.
  public let design: Design
  /// What is computed; complete after ``finish()``.
  public private(set) var analysis: Analysis
  /// How many samples were added.
  public private(set) var samples = 0
  private let checksValues: Bool
  private let bins: [AxisBins]
  /// The samples of the base point or trajectory at hand.
  private var gathered: [SampleValues] = []
  private var expected = Columns()

  /// Values of consecutive samples, made in blocks.
  private struct Columns: Sendable {
    var first = 0
    var count = 0
    var values: [Double] = []
  }

  private static let blockSize = 512

  /// Creates a study without samples.
  ///
  /// - Parameters:
  ///   - design: the design.
  ///   - numbers: how many numbers each sample has.
  ///   - families: how many families of labels each sample has.
  ///   - seed: the seed of the bootstrap.
  ///   - replicates: how many replicates it has; 0 for no intervals.
  ///   - checksValues: whether each sample's values are held against the design's.
  public init(
    design: Design,
    numbers: Int,
    families: Int,
    seed: UInt64,
    replicates: Int,
    checksValues: Bool = true
  ) {
    self.design = design
    self.checksValues = checksValues
    let points = design.count / design.groupSize
    let bootstrap = PoissonBootstrap(seed: seed, replicates: replicates, points: points)
    bins = SensitivityStudy.bins(design)
    analysis =
      switch design.kind {
      case .saltelli:
        .sobol(SobolAnalysis(of: design, numbers, families, bootstrap))
      case .morris:
        .morris(
          MorrisAnalysis(
            axes: design.axes.count,
            numbers: numbers,
            families: families,
            bootstrap: bootstrap
          )
        )
      case .oat: .oneAtATime(OneAtATimeAnalysis(axes: design.axes.count))
      case .grid, .zip, .points, .random, .latin, .sobol:
        .binned(
          BinnedAnalysis(
            bins: bins.map { $0.count },
            numbers: numbers,
            families: families,
            bootstrap: bootstrap
          )
        )
      }
  }

  /// The bins of each axis of a design of which only first-order indices can be had; none for others.
  private static func bins(_ design: Design) -> [AxisBins] {
    switch design.kind {
    case .saltelli, .morris, .oat: return []
    case .grid, .zip, .points, .random, .latin, .sobol:
      let limit = AxisBins.limit(forSamples: design.count)
      return design.axes.map { AxisBins($0, limit: limit) }
    }
  }

  /// Adds the next sample.
  ///
  /// - Parameters:
  ///   - sample: its number.
  ///   - values: its value on each axis, held against the design.
  ///   - results: what it gives.
  /// - Throws: why it does not belong to the design; nothing is added then.
  public mutating func add(
    _ sample: Int,
    values: [Double],
    _ results: SampleValues
  ) throws(Mismatch) {
    guard samples < design.count else { throw .excess(count: design.count) }
    guard sample == samples else { throw .order(expected: samples, found: sample) }
    if checksValues { load(sample) }
    for axis in values.indices where checksValues {
      let value = expected.values[axis * expected.count + sample - expected.first]
      guard values[axis] == value else {
        throw .value(sample: sample, axis: axis, expected: value, found: values[axis])
      }
    }
    samples += 1
    take(sample, values, results)
  }

  private mutating func load(_ sample: Int) {
    guard sample >= expected.first + expected.count else { return }
    expected.first = sample
    expected.count = min(SensitivityStudy.blockSize, design.count - sample)
    design.load(first: sample, count: expected.count, into: &expected.values)
  }

  private mutating func take(_ sample: Int, _ values: [Double], _ results: SampleValues) {
    switch analysis {
    case .binned(var binned):
      analysis = .oneAtATime(OneAtATimeAnalysis(axes: 0))
      binned.add(point: sample, bins: zip(bins, values).map { $0.bin(of: $1) }, results)
      analysis = .binned(binned)
    case .oneAtATime(var departures):
      if let (axis, _) = design.departure(of: sample) {
        departures.add(results, axis: axis, value: values[axis])
      } else {
        departures.setBaseline(results)
      }
      analysis = .oneAtATime(departures)
    case .sobol, .morris:
      gathered.append(results)
      guard gathered.count == design.groupSize else { return }
      takeGroup(sample / design.groupSize, endingAt: sample)
      gathered.removeAll(keepingCapacity: true)
    }
  }

  /// Adds a whole base point or trajectory.
  ///
  /// The analysis is taken out while it changes, so that its sums
  /// are not copied.
  private mutating func takeGroup(_ group: Int, endingAt last: Int) {
    switch analysis {
    case .sobol(var sobol):
      analysis = .oneAtATime(OneAtATimeAnalysis(axes: 0))
      sobol.add(point: group, gathered)
      analysis = .sobol(sobol)
    case .morris(var morris):
      analysis = .oneAtATime(OneAtATimeAnalysis(axes: 0))
      let moves = (last - gathered.count + 2...last).compactMap { sample in
        design.move(to: sample).map { MorrisAnalysis.Move(axis: $0.axis, step: $0.change) }
      }
      morris.add(trajectory: group, gathered, moves: moves)
      analysis = .morris(morris)
    case .oneAtATime, .binned: break
    }
  }

  /// Ends the study.
  ///
  /// - Throws: where samples are missing.
  public mutating func finish() throws(Mismatch) {
    guard samples == design.count else {
      throw .missing(found: samples, expected: design.count)
    }
    switch analysis {
    case .sobol(var sobol):
      sobol.endGroup()
      analysis = .sobol(sobol)
    case .morris(var morris):
      morris.endGroup()
      analysis = .morris(morris)
    case .binned(var binned):
      binned.endGroup()
      analysis = .binned(binned)
    case .oneAtATime: break
    }
  }
}

extension SobolAnalysis {
  /// An analysis of a design's base points.
  fileprivate init(
    of design: Design,
    _ numbers: Int,
    _ families: Int,
    _ bootstrap: PoissonBootstrap
  ) {
    self.init(
      axes: design.axes.count,
      numbers: numbers,
      families: families,
      bootstrap: bootstrap,
      hasSecondOrder: design.hasSecondOrder
    )
  }
}

extension AxisBins {
  /// Cuts an axis of a design into bins.
  init(_ axis: Design.Axis, limit: Int) {
    switch axis {
    case .list(let values), .weighted(let values, _):
      self.init(values: values, range: axis.range, limit: limit)
    case .integers(let range) where range.count <= limit:
      self.init(values: range.map { Double($0) }, range: axis.range, limit: limit)
    case .distribution(let distribution): self.init(distribution, limit: limit)
    case .integers, .range:
      self.init(values: [], range: axis.range, limit: limit)
    }
  }
}
