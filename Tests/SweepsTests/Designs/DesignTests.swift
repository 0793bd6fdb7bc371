import GameTheory
import TestSupport
import Testing

@testable import Sweeps

@Suite("Designs of sweeps")
struct DesignTests {
  private func unitAxes(_ count: Int) -> [Design.Axis] {
    [Design.Axis](repeating: .range(0...1), count: count)
  }

  // MARK: - Grid

  @Test("A grid has every combination once, the last axis fastest; a range gives its two ends")
  func grid() {
    let axes = [
      Design.Axis.list([3, 1, 2]),
      Design.Axis.range(-1...0.5),
      Design.Axis.list([7, 7]),
    ]
    let design = Design(kind: .grid, axes: axes, samples: 999, seed: 5)
    #expect(design.count == 12)
    var expected: [[Double]] = []
    for a in [3.0, 1, 2] {
      for b in [-1, 0.5] { for c in [7.0, 7] { expected.append([a, b, c]) } }
    }
    #expect(rows(design) == expected)
    #expect(axes[0].range == 1...3)
    #expect(axes[1].range == -1...0.5)
  }

  @Test("A grid without axes has one sample")
  func emptyGrid() {
    #expect(Design(kind: .grid, axes: [], samples: 0, seed: 0).count == 1)
  }

  // MARK: - What every design that draws does

  @Test(
    "Values lie in their range or list",
    arguments: [Design.Kind.random, .latin, .sobol, .saltelli, .morris]
  )
  func values(_ kind: Design.Kind) {
    let wrong = failures(seeds: 40) { random in
      let axes = (0..<random.int(in: 1...5)).map { _ in RandomAxis.draw(&random) }
      let design = Design(kind: kind, axes: axes, samples: 100, seed: random.next())
      guard design.count == 100 * design.groupSize else { return "count" }
      for row in rows(design) {
        for (axis, value) in zip(axes, row) {
          let isAllowed =
            switch axis {
            case .list(let list), .weighted(let list, _): list.contains(value)
            case .integers(let range): range.contains { Double($0) == value }
            case .range(let range): range.contains(value)
            case .distribution(let distribution): distribution.reach.contains(value)
            }
          guard isAllowed else { return "\(value) of \(axis)" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("A sample hangs on design, seed and its own number only", arguments: Design.Kind.allCases)
  func statelessness(_ kind: Design.Kind) {
    let axes = [Design.Axis.list([5, 6]), .range(0...1), .integers(1...2), .range(-5...5)]
    func design(_ seed: UInt64, samples: Int = 50) -> Design {
      Design(kind: kind, axes: axes, samples: samples, seed: seed, baseline: [7, 0.5, 9, 0])
    }
    let forwards = rows(design(11))
    let again = design(11)
    for sample in forwards.indices.reversed() {
      for axis in axes.indices.reversed() {
        #expect(again.value(sample: sample, axis: axis) == forwards[sample][axis])
      }
    }
    guard kind.draws else { return }
    #expect(rows(design(12)) != forwards)
    guard kind != .latin else { return }
    // All but Latin samples do not depend on how many there are.
    #expect(Array(rows(design(11, samples: 80)).prefix(forwards.count)) == forwards)
  }

  // MARK: - Latin

  @Test("A Latin design has one sample in every slice of every axis")
  func latinSlices() {
    let wrong = failures(seeds: 30) { random in
      let count = random.int(in: 1...300)
      let design = Design(kind: .latin, axes: unitAxes(4), samples: count, seed: random.next())
      for axis in 0..<4 {
        let slices = (0..<count).map {
          Int(design.value(sample: $0, axis: axis) * Double(count))
        }
        guard slices.sorted() == Array(0..<count) else { return "axis \(axis) of \(count)" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("A Latin design takes the values of a list equally often")
  func latinLists() {
    let axis = Design.Axis.list([5, 6, 8, 9])
    let design = Design(kind: .latin, axes: [axis, axis], samples: 120, seed: 3)
    for column in 0..<2 {
      let values = rows(design).map { $0[column] }
      for value in [5.0, 6, 8, 9] { #expect(values.count { $0 == value } == 30) }
    }
  }

  @Test("The axes of a Latin design are matched in different orders")
  func latinMatching() {
    let design = Design(kind: .latin, axes: unitAxes(2), samples: 2000, seed: 1)
    let rows = rows(design)
    let covariance = rows.reduce(0) { $0 + ($1[0] - 0.5) * ($1[1] - 0.5) } / 2000
    // Independent uniforms: the standard error is 1/12 over the square root of 2000, or 0.0019.
    #expect(abs(covariance) < 0.0075)
  }

  // MARK: - Sobol'

  @Test("The first 2^k scrambled Sobol' points have one in every slice of every axis")
  func sobolSlices() {
    for seed in [0, 1, 99] as [UInt64] {
      let design = Design(
        kind: .sobol,
        axes: unitAxes(Design.sobolLimit),
        samples: 256,
        seed: seed
      )
      for axis in 0..<Design.sobolLimit {
        let values = (0..<256).map { design.value(sample: $0, axis: axis) }
        for power in [1, 4, 8] {
          let count = 1 << power
          let slices = values.prefix(count).map { Int($0 * Double(count)) }
          #expect(slices.sorted() == Array(0..<count), "axis \(axis), 2^\(power), seed \(seed)")
        }
      }
    }
  }

  @Test("The first two axes of 2^k points have one in every box of area 2^-k")
  func sobolBoxes() {
    for seed in [5, 6] as [UInt64] {
      let design = Design(kind: .sobol, axes: unitAxes(2), samples: 256, seed: seed)
      let rows = rows(design)
      for tall in 0...8 {
        let (columns, lines) = (Double(1 << tall), Double(256 >> tall))
        let boxes = rows.map { Int($0[0] * columns) * (256 >> tall) + Int($0[1] * lines) }
        #expect(boxes.sorted() == Array(0..<256), "2^\(tall) columns, seed \(seed)")
      }
    }
  }

  @Test("Every later run of 2^k points is as even as the first")
  func sobolLaterRuns() {
    let design = Design(kind: .sobol, axes: unitAxes(6), samples: 1024, seed: 8)
    for start in stride(from: 0, to: 1024, by: 64) {
      for axis in 0..<6 {
        let slices = (start..<start + 64).map { Int(design.value(sample: $0, axis: axis) * 64) }
        #expect(slices.sorted() == Array(0..<64))
      }
    }
  }

  private func rows(_ design: Design) -> [[Double]] {
    (0..<design.count).map { sample in
      design.axes.indices.map { design.value(sample: sample, axis: $0) }
    }
  }
}
