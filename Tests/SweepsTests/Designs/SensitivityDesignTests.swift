import Documents
import TestSupport
import Testing

@testable import Sweeps

@Suite("Designs for sensitivity: Saltelli, Morris, one at a time")
struct SensitivityDesignTests {
  private func row(_ design: Design, _ sample: Int) -> [Double] {
    design.axes.indices.map { design.value(sample: sample, axis: $0) }
  }

  private func unitAxes(_ count: Int) -> [Design.Axis] {
    [Design.Axis](repeating: .range(0...1), count: count)
  }

  // MARK: - Saltelli

  @Test("A Saltelli group is A, B, and A with each column of B in turn")
  func saltelliColumns() {
    let wrong = failures(seeds: 40) { random in
      let axes = (0..<random.int(in: 1...6)).map { _ in RandomAxis.draw(&random) }
      let design = Design(kind: .saltelli, axes: axes, samples: 50, seed: random.next())
      guard design.groupSize == axes.count + 2, design.count == 50 * design.groupSize else {
        return "count"
      }
      for group in 0..<50 {
        let start = group * design.groupSize
        let a = row(design, start)
        let b = row(design, start + 1)
        for axis in axes.indices {
          var expected = a
          expected[axis] = b[axis]
          guard row(design, start + 2 + axis) == expected else { return "\(group), \(axis)" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("For second order B with each column of A follows; the other samples are the same")
  func secondOrderColumns() {
    let wrong = failures(seeds: 40) { random in
      let axes = (0..<random.int(in: 2...6)).map { _ in RandomAxis.draw(&random) }
      let seed = random.next()
      let plain = Design(kind: .saltelli, axes: axes, samples: 50, seed: seed)
      let design = Design(
        kind: .saltelli,
        axes: axes,
        samples: 50,
        seed: seed,
        hasSecondOrder: true
      )
      guard design.groupSize == 2 * axes.count + 2, design.count == 50 * design.groupSize else {
        return "count"
      }
      for group in 0..<50 {
        let start = group * design.groupSize
        for member in 0..<plain.groupSize {
          guard row(design, start + member) == row(plain, group * plain.groupSize + member) else {
            return "\(group), \(member)"
          }
        }
        for axis in axes.indices {
          var expected = row(design, start + 1)
          expected[axis] = row(design, start)[axis]
          guard row(design, start + 2 + axes.count + axis) == expected else {
            return "\(group), \(axis)"
          }
        }
      }
      var columns: [Double] = []
      let first = random.int(in: 0...design.count - 1)
      let count = random.int(in: 0...min(130, design.count - first))
      design.load(first: first, count: count, into: &columns)
      for place in 0..<count {
        let values = axes.indices.map { columns[$0 * count + place] }
        guard values == row(design, first + place) else { return "block, \(first + place)" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Second order is part of a design's identity, and a design without it says nothing of it")
  func secondOrderIdentity() {
    let axes = unitAxes(2)
    let plain = Design(kind: .saltelli, axes: axes, samples: 4, seed: 1)
    let design = Design(kind: .saltelli, axes: axes, samples: 4, seed: 1, hasSecondOrder: true)
    let paths = ["x", "y"]
    #expect(plain.identity(paths: paths) == "saltelli\nx from 0.0 to 1.0\ny from 0.0 to 1.0")
    #expect(design.identity(paths: paths) != plain.identity(paths: paths))
    #expect(!plain.json(paths: paths).rendered().contains("secondOrder"))
    #expect(design.json(paths: paths).rendered().contains("\"secondOrder\": true"))
  }

  @Test("A and B are the two halves of one Sobol' sequence in twice the dimensions")
  func saltelliHalves() {
    let saltelli = Design(kind: .saltelli, axes: unitAxes(32), samples: 256, seed: 4)
    let sobol = Design(kind: .sobol, axes: unitAxes(64), samples: 256, seed: 4)
    for point in 0..<256 {
      let both = row(saltelli, point * 34) + row(saltelli, point * 34 + 1)
      #expect(both == row(sobol, point))
    }
  }

  // MARK: - Morris

  @Test("Each step of a trajectory moves one axis by Delta, each axis once")
  func morrisSteps() {
    let wrong = failures(seeds: 60) { random in
      let count = random.int(in: 1...7)
      let levels = 2 * random.int(in: 1...6)
      let design = Design(
        kind: .morris,
        axes: unitAxes(count),
        samples: 30,
        seed: random.next(),
        levels: levels
      )
      let delta = Double(levels) / Double(2 * (levels - 1))
      for trajectory in 0..<30 {
        let start = trajectory * (count + 1)
        guard design.move(to: start) == nil else { return "a move before the first" }
        var moved: [Int] = []
        for sample in start + 1...start + count {
          let before = row(design, sample - 1)
          let after = row(design, sample)
          guard let move = design.move(to: sample) else { return "no move" }
          moved.append(move.axis)
          guard abs(move.change) == delta else { return "a step of \(move.change)" }
          for axis in 0..<count {
            let change = axis == move.axis ? move.change : 0
            guard abs(after[axis] - before[axis] - change) < 1e-15 else { return "\(sample)" }
            let level = after[axis] * Double(levels - 1)
            guard abs(level - level.rounded()) < 1e-12, level <= Double(levels) else {
              return "off the levels: \(after[axis])"
            }
          }
        }
        guard moved.sorted() == Array(0..<count) else { return "moved \(moved)" }
      }
      return nil
    }
    #expect(wrong == [])
  }

  @Test("Starts, directions and orders of trajectories are all as likely")
  func morrisEvenness() {
    let design = Design(kind: .morris, axes: unitAxes(3), samples: 6000, seed: 2, levels: 4)
    var orders: [[Int]: Int] = [:]
    var starts: [[Double]: Int] = [:]
    var directions: [[Bool]: Int] = [:]
    for trajectory in 0..<6000 {
      let moves = (1...3).compactMap { design.move(to: trajectory * 4 + $0) }
      orders[moves.map { $0.axis }, default: 0] += 1
      directions[moves.map { $0.change > 0 }, default: 0] += 1
      starts[row(design, trajectory * 4), default: 0] += 1
    }
    for (counts, cells, limit) in [
      // The 99.99 % points of chi-square with 5, 7 and 63 degrees of freedom.
      (Array(orders.values), 6, 25.7), (Array(directions.values), 8, 29.9),
      (Array(starts.values), 64, 114.7),
    ] {
      #expect(counts.count == cells)
      let mean = 6000 / Double(cells)
      let square = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
      #expect(square < limit)
    }
  }

  @Test(
    "Elementary effects of a product have their exact moments, from Morris (1991) by enumeration"
  )
  func morrisProduct() {
    // f = x1 x2 with p = 4: mu = mu* = 1/2, sigma^2 = 5/36 for both.
    let design = Design(kind: .morris, axes: unitAxes(2), samples: 20_000, seed: 3, levels: 4)
    var effects: [[Double]] = [[], []]
    for sample in 0..<design.count {
      guard let move = design.move(to: sample) else { continue }
      let after = row(design, sample)
      let before = row(design, sample - 1)
      effects[move.axis].append((after[0] * after[1] - before[0] * before[1]) / move.change)
    }
    for axis in 0..<2 {
      #expect(effects[axis].count == 20_000)
      let mean = effects[axis].reduce(0, +) / 20_000
      let variance = effects[axis].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
      // Four standard errors of the mean, 0.0026 each, and of the variance.
      #expect(abs(mean - 0.5) < 0.0105)
      #expect(abs(variance - 5.0 / 36) < 0.004)
    }
  }

  @Test("Listed values stand in the middle of equal shares of the levels; a move says half")
  func morrisLists() {
    let axes = [Design.Axis.list([0, 1]), .integers(1...4), .weighted([7, 9], weights: [3, 1])]
    let design = Design(kind: .morris, axes: axes, samples: 4000, seed: 1, levels: 4)
    var counts: [[Double: Int]] = [[:], [:], [:]]
    for sample in 0..<design.count {
      if let move = design.move(to: sample) { #expect(abs(move.change) == 0.5) }
      for (axis, value) in row(design, sample).enumerated() { counts[axis][value, default: 0] += 1 }
    }
    let total = Double(design.count)
    for value in [0.0, 1] { #expect(abs(Double(counts[0][value] ?? 0) / total - 0.5) < 0.03) }
    for value in [1.0, 2, 3, 4] {
      #expect(abs(Double(counts[1][value] ?? 0) / total - 0.25) < 0.03)
    }
    #expect(abs(Double(counts[2][7] ?? 0) / total - 0.75) < 0.03)
    #expect(counts.map { $0.count } == [2, 4, 2])
  }

  // MARK: - One at a time

  @Test("One at a time: the baseline, then each axis at its ends or listed values alone")
  func oneAtATime() {
    let axes = [Design.Axis.range(0...2), .list([4, 5, 6]), .integers(7...9)]
    let baseline = [1.0, 4, 20]
    let design = Design(kind: .oat, axes: axes, samples: 0, seed: 0, baseline: baseline)
    let expected: [[Double]] = [
      [1, 4, 20], [0, 4, 20], [2, 4, 20], [1, 4, 20], [1, 5, 20], [1, 6, 20], [1, 4, 7], [1, 4, 8],
      [1, 4, 9],
    ]
    #expect((0..<design.count).map { row(design, $0) } == expected)
    let departures = (0..<design.count).map { design.departure(of: $0) }
    #expect(departures[0] == nil)
    #expect(departures.dropFirst().map { $0?.axis } == [0, 0, 1, 1, 1, 2, 2, 2])
    #expect(departures.dropFirst().map { $0?.index } == [0, 1, 0, 1, 2, 0, 1, 2])
    #expect(design.ranges == [0...2, 4...6, 7...20])
  }

  // MARK: - In step

  @Test("Lists in step give a sample for each place")
  func inStep() {
    for kind in [Design.Kind.zip, .points] {
      let axes = [Design.Axis.list([3, 1, 2]), .list([0, 0, 5])]
      let design = Design(kind: kind, axes: axes, samples: 99, seed: 1)
      #expect((0..<design.count).map { row(design, $0) } == [[3, 0], [1, 0], [2, 5]])
    }
  }

  @Test("What tells designs apart is in their text, and nothing that does not matter")
  func identity() {
    let axes = [Design.Axis.range(0...1), .list([1, 2])]
    func text(
      _ kind: Design.Kind,
      _ axes: [Design.Axis],
      levels: Int = 4,
      baseline: [Double] = [0, 0]
    ) -> String {
      Design(kind: kind, axes: axes, samples: 3, seed: 1, levels: levels, baseline: baseline)
        .identity(paths: ["a", "b"])
    }
    var texts = Design.Kind.allCases.map { text($0, axes) }
    texts.append(text(.grid, [.range(0...2), .list([1, 2])]))
    texts.append(text(.grid, [.range(0...1), .weighted([1, 2], weights: [1, 1])]))
    texts.append(text(.grid, [.range(0...1), .integers(1...2)]))
    texts.append(text(.morris, axes, levels: 6))
    texts.append(text(.oat, axes, baseline: [0, 1]))
    #expect(Set(texts).count == texts.count)
    #expect(text(.sobol, axes, levels: 4) == text(.sobol, axes, levels: 8))
    #expect(text(.sobol, axes, baseline: [0, 0]) == text(.sobol, axes, baseline: [1, 1]))
  }
}
