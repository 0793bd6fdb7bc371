public import GameTheory
internal import RowKernel

/// Some samples, put in an order in which neighbours in number are neighbours in value, so that what is
/// certain for a whole neighbourhood is decided once.
///
/// The box is halved along one axis after the other, the same at each level, so a sample's place is had
/// from its values alone: samples are sorted by the number of their smallest box. The boxes themselves,
/// with what is decided in each, are kept by the evaluator from one load of samples to the next.
public struct SampleTree: Sendable {
  /// The variable of the game that each axis gives.
  public let variables: [Int]
  /// The variable along which each level is halved.
  public let levels: [Int]
  /// Where each axis begins, and how many slices of it lie in one unit.
  private let lows: [Double]
  private let perUnit: [Double]
  /// For each slice of all axes the bits that it puts into a box's number.
  private let bits: [UInt32]
  /// Where the slices of each axis begin, and where the last ones end.
  private let sliceStarts: [Int64]
  /// So many samples are worth looking at a half.
  private let worthwhile: Int
  /// So few samples are evaluated rather than parted again.
  private let fewSamples: Int
  private var values: [Double] = []
  private var boxes: [UInt32] = []
  private var starts: [Int32]
  private var order: [Int32] = []

  /// About so many samples are in each smallest box.
  private static let leafSize = 64
  /// To look at a half costs as much as it saves for about so many samples.
  private static let costOfHalf = 256

  /// Creates a tree for samples of a game.
  ///
  /// - Parameters:
  ///   - game: the game, folded over the box that the samples lie in.
  ///   - variables: for each axis of the samples the variable of the game.
  ///   - samples: how many samples there are at a time, about.
  ///   - loads: how many times so many samples come, about.
  ///   - weight: how many samples each one costs as much as, when it stands for a line of them.
  public init(
    _ game: FoldedGame,
    variables: [Int],
    samples: Int,
    loads: Int = 1,
    weight: Int = 1
  ) {
    worthwhile = SampleTree.costOfHalf / max(1, weight * loads)
    fewSamples = max(1, SampleTree.leafSize / 2 / weight)
    self.variables = variables
    let wanted = samples * weight / SampleTree.leafSize
    let depth = wanted < 2 ? 0 : min(16, Int.bitWidth - 1 - wanted.leadingZeroBitCount)
    let levels = game.halvingOrder(of: variables, levels: depth)
    self.levels = levels
    var lows: [Double] = []
    var perUnit: [Double] = []
    var bits: [UInt32] = []
    var sliceStarts: [Int64] = [0]
    for variable in variables {
      var range: ClosedRange<Double> = 0...0
      if case .varying(let whole) = game.settings[variable] { range = whole }
      let mine = levels.indices.filter { levels[$0] == variable }
      for slice in 0..<1 << mine.count {
        bits.append(SampleTree.bits(slice, at: mine, of: levels.count))
      }
      let width = range.upperBound - range.lowerBound
      lows.append(range.lowerBound)
      perUnit.append(mine.isEmpty ? 0 : Double(1 << mine.count) / width)
      sliceStarts.append(Int64(bits.count))
    }
    self.lows = lows
    self.perUnit = perUnit
    self.bits = bits
    self.sliceStarts = sliceStarts
    starts = [Int32](repeating: 0, count: 1 << levels.count + 1)
  }

  /// The bits of a slice's number, each where its level puts it into a box's number.
  private static func bits(_ slice: Int, at levels: [Int], of depth: Int) -> UInt32 {
    var bits: UInt32 = 0
    for (place, level) in levels.enumerated() where slice >> (levels.count - 1 - place) & 1 == 1 {
      bits |= 1 << UInt32(depth - 1 - level)
    }
    return bits
  }

  /// Takes other samples: rows of one value for each axis, all within the box.
  ///
  /// - Complexity: O(*samples* × *axes* + *smallest boxes*).
  public mutating func load(_ samples: Range<Int>, of values: [Double]) {
    self.values = values
    if order.count != samples.count {
      boxes = [UInt32](repeating: 0, count: samples.count)
      order = [Int32](repeating: 0, count: samples.count)
    }
    for index in starts.indices { starts[index] = 0 }
    unsafe values.withUnsafeBufferPointer { values in
      unsafe rowkernel_boxes(
        values.baseAddress.map { unsafe $0 + samples.lowerBound * variables.count },
        Int64(samples.count),
        Int32(variables.count),
        lows,
        perUnit,
        sliceStarts,
        bits,
        &boxes,
        &starts
      )
    }
    var sum: Int32 = 0
    for index in starts.indices { (starts[index], sum) = (sum, sum + starts[index]) }
    for (index, box) in boxes.enumerated() {
      order[Int(starts[Int(box)])] = Int32(samples.lowerBound + index)
      starts[Int(box)] += 1
    }
    for index in starts.indices.dropFirst().reversed() { starts[index] = starts[index - 1] }
    starts[0] = 0
  }

  /// Makes an evaluator ready for the tree.
  public func prepare(_ evaluator: inout BlockEvaluator) {
    evaluator.halve(along: levels)
  }

  /// Goes through the samples in some part of the box, in neighbourhoods.
  ///
  /// - Parameters:
  ///   - part: which part, below 2^`depth`; all of it by default.
  ///   - depth: so many levels have been halved to come to the part, at most as many as there are.
  ///   - evaluator: made ready with ``prepare(_:)``; told of the regions entered and left.
  ///   - loadsAll: whether samples are loaded though no row of the equilibria is open.
  ///   - body: called for each neighbourhood with the numbers of its samples: up to 64, which are loaded;
  ///     or, unless `loadsAll`, any number where no row is open, which are not.
  public func visit(
    part: Int = 0,
    at depth: Int = 0,
    _ evaluator: inout BlockEvaluator,
    loadingAll loadsAll: Bool = false,
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    var entered = 0
    for level in 0..<depth {
      guard evaluator.enter(upper: part >> (depth - 1 - level) & 1 == 1) else { break }
      entered += 1
    }
    let height = levels.count - depth
    let first = part << height
    let loading = loadsAll ? Loading.all : .open
    if entered == depth {
      visit(first, height, &evaluator, loading, body)
    } else {
      solve(Int(starts[first])..<Int(starts[first + 1 << height]), &evaluator, loading, body)
    }
    for _ in 0..<entered { evaluator.leave() }
  }

  /// Goes through all samples in neighbourhoods of any size, none of which is loaded.
  func visitUnloaded(
    _ evaluator: inout BlockEvaluator,
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    visit(0, levels.count, &evaluator, .none, body)
  }

  /// Which samples are loaded before they are handed on.
  private enum Loading {
    case all
    case open
    case none
  }

  /// Visits 2^`height` smallest boxes, which make up the present region.
  private func visit(
    _ first: Int,
    _ height: Int,
    _ evaluator: inout BlockEvaluator,
    _ loading: Loading,
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    let start = Int(starts[first])
    let end = Int(starts[first + 1 << height])
    guard start < end else { return }
    if evaluator.openRowCount == 0, loading != .all {
      body(&evaluator, order[start..<end])
      return
    }
    guard height > 0, end - start > fewSamples else {
      solve(start..<end, &evaluator, loading, body)
      return
    }
    for upper in [false, true] {
      let half = upper ? first + 1 << (height - 1) : first
      if evaluator.isKnown(upper: upper) || end - start >= worthwhile,
        evaluator.enter(upper: upper)
      {
        visit(half, height - 1, &evaluator, loading, body)
        evaluator.leave()
      } else {
        solve(
          Int(starts[half])..<Int(starts[half + 1 << (height - 1)]),
          &evaluator,
          loading,
          body
        )
      }
    }
  }

  private func solve(
    _ part: Range<Int>,
    _ evaluator: inout BlockEvaluator,
    _ loading: Loading,
    _ body: (inout BlockEvaluator, ArraySlice<Int32>) -> Void
  ) {
    if loading == .none {
      if !part.isEmpty { body(&evaluator, order[part]) }
      return
    }
    var start = part.lowerBound
    while start < part.upperBound {
      let end = min(start + BlockEvaluator.capacity, part.upperBound)
      evaluator.load(
        order[start...],
        count: end - start,
        of: values,
        variables: variables
      )
      body(&evaluator, order[start..<end])
      start = end
    }
  }
}
