import GameTheory

extension Design {
  /// Finds the values of consecutive samples at once, the same to the bit as ``value(sample:axis:)``.
  ///
  /// - Parameters:
  ///   - first: the number of the first sample.
  ///   - count: how many samples.
  ///   - columns: takes the values, axis by axis: that of axis `a` in sample `first + i` at
  ///     `a * count + i`. Made as long as that takes.
  /// - Complexity: O(*count* times axes); for Sobol' points one exclusive or and one scramble a value.
  public func load(first: Int, count: Int, into columns: inout [Double]) {
    let size = count * axes.count
    if columns.count != size { columns = [Double](repeating: 0, count: size) }
    guard size > 0 else { return }
    switch kind {
    case .grid, .zip, .points, .oat: loadListed(first, count, &columns)
    case .random: loadRandom(first, count, &columns)
    case .latin: loadLatin(first, count, &columns)
    case .sobol: loadSobol(first, count, &columns)
    case .saltelli: loadSaltelli(first, count, &columns)
    case .morris: loadMorris(first, count, &columns)
    }
    guard kind.draws else { return }
    for axis in axes.indices {
      placements[axis].place(&columns, axis * count..<(axis + 1) * count, half: halfShare)
    }
    if kind == .random, !constraints.isEmpty { redraw(first, count, &columns) }
  }

  /// Draws the samples that violate constraints anew.
  private func redraw(_ first: Int, _ count: Int, _ columns: inout [Double]) {
    for point in 0..<count where !meetsConstraints({ columns[$0 * count + point] }) {
      for (axis, value) in drawn(first + point, from: 1).enumerated() {
        columns[axis * count + point] = value
      }
    }
  }

  // MARK: Designs of listed values

  private func loadListed(_ first: Int, _ count: Int, _ columns: inout [Double]) {
    for axis in axes.indices {
      let listed = placements[axis].listed
      let start = axis * count
      if kind == .grid {
        var (index, within) = first.quotientAndRemainder(dividingBy: strides[axis])
        index %= listed.count
        for point in 0..<count {
          columns[start + point] = listed[index]
          within += 1
          guard within == strides[axis] else { continue }
          within = 0
          index = index + 1 == listed.count ? 0 : index + 1
        }
      } else if kind == .oat {
        let own = strides[axis]..<strides[axis] + listed.count
        for point in 0..<count {
          let sample = first + point
          columns[start + point] =
            own.contains(sample) ? listed[sample - own.lowerBound] : baseline[axis]
        }
      } else {
        for point in 0..<count { columns[start + point] = listed[first + point] }
      }
    }
  }

  // MARK: Shares of the way in designs that draw

  private func loadRandom(_ first: Int, _ count: Int, _ columns: inout [Double]) {
    let keys = rowKeys(first, count)
    for axis in axes.indices {
      for point in 0..<count {
        columns[axis * count + point] = CounterRandom.unit(
          rowKey: keys[point],
          column: UInt64(axis)
        )
      }
    }
  }

  private func loadLatin(_ first: Int, _ count: Int, _ columns: inout [Double]) {
    let keys = rowKeys(first, count)
    let slices = UInt64(self.count)
    for axis in axes.indices {
      let order = CounterRandom.bits(seed: seed, row: .max, column: UInt64(axis))
      for point in 0..<count {
        let slice = CounterRandom.permuted(UInt64(first + point), of: slices, seed: order)
        let within = CounterRandom.unit(rowKey: keys[point], column: UInt64(axis))
        columns[axis * count + point] = (Double(slice) + within) / Double(slices)
      }
    }
  }

  private func rowKeys(_ first: Int, _ count: Int) -> [UInt64] {
    (first..<first + count).map { CounterRandom.rowKey(seed: seed, row: UInt64($0)) }
  }

  private func loadSobol(_ first: Int, _ count: Int, _ columns: inout [Double]) {
    for axis in axes.indices {
      var walk = SobolWalk(dimension: axis, point: first, key: scrambleKeys[axis])
      walk.fill(&columns, axis * count..<(axis + 1) * count)
    }
  }

  private func loadSaltelli(_ first: Int, _ count: Int, _ columns: inout [Double]) {
    let start = first.quotientAndRemainder(dividingBy: groupSize)
    for axis in axes.indices {
      let other = axes.count + axis
      var a = SobolWalk(dimension: axis, point: start.quotient, key: scrambleKeys[axis])
      var b = SobolWalk(dimension: other, point: start.quotient, key: scrambleKeys[other])
      var shares = (a.share, b.share)
      var member = start.remainder
      for point in 0..<count {
        columns[axis * count + point] = isSecond(axis, member) ? shares.1 : shares.0
        member += 1
        guard member == groupSize, point + 1 < count else { continue }
        member = 0
        a.advance()
        b.advance()
        shares = (a.share, b.share)
      }
    }
  }

  private func loadMorris(_ first: Int, _ count: Int, _ columns: inout [Double]) {
    var (number, steps) = first.quotientAndRemainder(dividingBy: groupSize)
    var trajectory = trajectory(number)
    for point in 0..<count {
      for axis in axes.indices {
        columns[axis * count + point] = share(axis, in: trajectory, after: steps)
      }
      steps += 1
      guard steps == groupSize, point + 1 < count else { continue }
      steps = 0
      number += 1
      trajectory = self.trajectory(number)
    }
  }
}

extension Design.Kind {
  /// Whether values are found at shares of the way along each axis, rather than listed.
  public var draws: Bool {
    switch self {
    case .grid, .zip, .points, .oat: false
    case .random, .latin, .sobol, .saltelli, .morris: true
    }
  }
}

extension Placement {
  /// Replaces shares of the way by the values that stand there.
  func place(_ shares: inout [Double], _ places: Range<Int>, half: Double) {
    guard case .range(let low, let high) = self else {
      for index in places { shares[index] = value(at: shares[index], half: half) }
      return
    }
    for index in places {
      let share = shares[index]
      shares[index] = share == 1 ? high : min(low + share * (high - low), high)
    }
  }
}

/// One coordinate of Sobol' points, one point after the other.
private struct SobolWalk {
  /// The point's digits, the last first.
  private var digits: UInt32
  private var next: UInt
  private let numbers: ArraySlice<UInt32>
  private let key: UInt32

  init(dimension: Int, point: Int, key: UInt32) {
    digits = OwenScramble.reversed(SobolDirections.bits(sample: point, axis: dimension))
    next = UInt(point) + 1
    numbers = SobolDirections.reversedNumbers[dimension * 32..<(dimension + 1) * 32]
    self.key = key
  }

  var share: Double { Double(OwenScramble.scrambled(reversed: digits, seed: key)) * 0x1p-32 }

  mutating func advance() {
    let bit = next.trailingZeroBitCount
    if bit < 32 { digits ^= numbers[numbers.startIndex + bit] }
    next += 1
  }

  mutating func fill(_ columns: inout [Double], _ places: Range<Int>) {
    for index in places {
      columns[index] = share
      advance()
    }
  }
}
