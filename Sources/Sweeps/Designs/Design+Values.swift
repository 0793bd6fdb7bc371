import GameTheory

extension Design {
  /// The value of an axis in a sample.
  ///
  /// - Complexity: O(1); O(*d* log *d*) in a Morris design and O(*d*) a draw in a random one, where *d* is
  ///   the number of axes.
  public func value(sample: Int, axis: Int) -> Double {
    switch kind {
    case .grid:
      let listed = placements[axis].listed
      return listed[sample / strides[axis] % listed.count]
    case .zip, .points: return placements[axis].listed[sample]
    case .oat:
      guard let departure = departure(of: sample), departure.axis == axis else {
        return baseline[axis]
      }
      return placements[axis].listed[departure.index]
    case .random: return drawn(sample)[axis]
    case .latin, .sobol, .saltelli, .morris:
      return placements[axis].value(at: share(sample: sample, axis: axis), half: halfShare)
    }
  }

  /// The share of the way at which an axis stands in a sample of a design that draws.
  private func share(sample: Int, axis: Int) -> Double {
    switch kind {
    case .latin:
      let column = CounterRandom.bits(seed: seed, row: .max, column: UInt64(axis))
      let slice = CounterRandom.permuted(UInt64(sample), of: UInt64(count), seed: column)
      let within = CounterRandom.unit(seed: seed, row: UInt64(sample), column: UInt64(axis))
      return (Double(slice) + within) / Double(count)
    case .sobol:
      return sobolShare(sample, axis)
    case .saltelli:
      let (point, member) = sample.quotientAndRemainder(dividingBy: groupSize)
      return sobolShare(point, isSecond(axis, member) ? axes.count + axis : axis)
    case .morris:
      let (number, steps) = sample.quotientAndRemainder(dividingBy: groupSize)
      return share(axis, in: trajectory(number), after: steps)
    case .grid, .zip, .points, .random, .oat: return 0
    }
  }

  /// Half of the width of the interval of shares that a drawn share stands for.
  var halfShare: Double {
    switch kind {
    case .sobol, .saltelli: 0x1p-33
    case .random: 0x1p-54
    case .latin, .morris, .grid, .zip, .points, .oat: 0
    }
  }

  /// Whether a member of a Saltelli group has an axis from the second point: member 0 is the first point,
  /// 1 the second, 2 + j the first with axis j of the second, and 2 + *d* + j the second with axis j of
  /// the first, *d* being the number of axes.
  func isSecond(_ axis: Int, _ member: Int) -> Bool {
    member == 1 || member == axis + 2
      || member >= axes.count + 2 && member != axes.count + axis + 2
  }

  /// A coordinate of a Sobol' point, scrambled in base 2 by a hash.
  ///
  /// - Source: Burley, Practical hash-based Owen scrambling, JCGT 9(4) (2020).
  private func sobolShare(_ point: Int, _ dimension: Int) -> Double {
    let bits = SobolDirections.bits(sample: point, axis: dimension)
    return Double(OwenScramble.scrambled(bits, seed: scrambleKeys[dimension])) * 0x1p-32
  }
}
