import Documents
import GameTheory
import TestSupport
import Testing

@testable import Sweeps

@Suite("Designs over distributions")
struct DesignDistributionTests {
  private static let distributions: [Distribution] = [
    .uniform(low: -1, high: 3), .logUniform(low: 0.01, high: 100),
    .triangular(low: 2, mode: 4, high: 8), .normal(mean: 4, deviation: 1),
    .truncatedNormal(mean: 4, deviation: 2, low: 0, high: 5),
    .beta(alpha: 2, beta: 5, low: 0, high: 1),
  ]

  private func column(_ design: Design) -> [Double] {
    (0..<design.count).map { design.value(sample: $0, axis: 0) }
  }

  /// The largest distance between the shares of sorted values and their places; the quantile function is
  /// inverted by bisection.
  private func distance(_ values: [Double], _ distribution: Distribution) -> Double {
    let sorted = values.sorted()
    let quantiles = QuantileFunction(distribution)
    var largest = 0.0
    for (place, value) in sorted.enumerated() {
      var low = 0x1p-54
      var high = 1 - 0x1p-53
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if quantiles.value(at: middle) < value { low = middle } else { high = middle }
      }
      let count = Double(sorted.count)
      largest = max(
        largest,
        abs(low - Double(place) / count),
        abs(low - Double(place + 1) / count)
      )
    }
    return largest
  }

  @Test("Random draws follow their distribution: Kolmogorov's distance", arguments: distributions)
  func random(_ distribution: Distribution) {
    let design = Design(kind: .random, axes: [.distribution(distribution)], samples: 2000, seed: 5)
    // The 99.9 % point of the distance is 1.95 / sqrt(n).
    #expect(distance(column(design), distribution) < 1.95 / 2000.0.squareRoot())
  }

  @Test("Latin and Sobol' draws have one value in each of n equal shares", arguments: distributions)
  func stratified(_ distribution: Distribution) {
    for kind in [Design.Kind.latin, .sobol] {
      let design = Design(kind: kind, axes: [.distribution(distribution)], samples: 256, seed: 5)
      #expect(distance(column(design), distribution) < 1.001 / 256)
    }
  }

  @Test(
    "Every value is finite and within the ranges, whatever the design",
    arguments: Design.Kind.allCases
  )
  func reach(_ kind: Design.Kind) {
    let axes = DesignDistributionTests.distributions.map { Design.Axis.distribution($0) }
    let design = Design(kind: kind, axes: axes, samples: 300, seed: 2)
    for sample in 0..<design.count {
      for axis in axes.indices {
        let value = design.value(sample: sample, axis: axis)
        #expect(value.isFinite && design.ranges[axis].contains(value))
      }
    }
  }

  @Test("A block has the same bits as its values one by one", arguments: Design.Kind.allCases)
  func blocks(_ kind: Design.Kind) {
    let axes = DesignDistributionTests.distributions.map { Design.Axis.distribution($0) }
    let design = Design(kind: kind, axes: axes, samples: 100, seed: 2)
    var columns: [Double] = []
    design.load(first: 0, count: design.count, into: &columns)
    for axis in axes.indices {
      for sample in 0..<design.count {
        let expected = design.value(sample: sample, axis: axis)
        #expect(columns[axis * design.count + sample].bitPattern == expected.bitPattern)
      }
    }
  }

  @Test("A uniform distribution is a range, to within rounding")
  func uniform() {
    for kind in [Design.Kind.random, .latin, .sobol] {
      func design(_ axis: Design.Axis) -> Design {
        Design(kind: kind, axes: [axis], samples: 50, seed: 1)
      }
      let range = column(design(.range(-1...3)))
      let spread = column(design(.distribution(.uniform(low: -1, high: 3))))
      for (a, b) in zip(range, spread) { #expect(abs(a - b) < 1e-9) }
    }
  }

  @Test("Weighted values come as often as their weights say, and never where the weight is 0")
  func weights() {
    let axis = Design.Axis.weighted([1, 2, 3, 4], weights: [1, 0, 5, 2])
    for kind in [Design.Kind.latin, .sobol] {
      let values = column(Design(kind: kind, axes: [axis], samples: 1024, seed: 3))
      #expect([1.0, 2, 3, 4].map { value in values.count { $0 == value } } == [128, 0, 640, 256])
    }
    let random = column(Design(kind: .random, axes: [axis], samples: 8000, seed: 3))
    let counts = [1.0, 3, 4].map { value in random.count { $0 == value } }
    let square = zip(counts, [1000.0, 5000, 2000]).reduce(0.0) {
      $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) / $1.1
    }
    // The 99.99 % point of chi-square with 2 degrees of freedom.
    #expect(square < 18.5)
    let ends = Design.Axis.weighted([1, 2], weights: [1, 0])
    #expect(
      column(Design(kind: .morris, axes: [ends], samples: 50, seed: 1)).allSatisfy { $0 == 1 }
    )
  }

  @Test("Morris levels lie inside where there are no ends, and at the ends where there are")
  func morrisLevels() {
    let axes = [
      Design.Axis.distribution(.normal(mean: 0, deviation: 1)),
      .distribution(.triangular(low: 0, mode: 1, high: 4)),
    ]
    let design = Design(kind: .morris, axes: axes, samples: 300, seed: 6, levels: 4)
    let first = Set(column(design)).sorted()
    let expected = [0.125, 0.375, 0.625, 0.875].map(
      Distribution.normal(mean: 0, deviation: 1).quantile
    )
    #expect(first == expected)
    let second = Set((0..<design.count).map { design.value(sample: $0, axis: 1) }).sorted()
    #expect(second.count == 4 && second.first == 0 && second.last == 4)
    for sample in 0..<design.count {
      guard let move = design.move(to: sample) else { continue }
      #expect(abs(abs(move.change) - (move.axis == 0 ? 0.5 : 2.0 / 3)) < 1e-15)
    }
  }

  @Test("One at a time goes to the ends, and to the 5 % and 95 % points where there are none")
  func oneAtATime() {
    let axes = DesignDistributionTests.distributions.map { Design.Axis.distribution($0) }
    let design = Design(
      kind: .oat,
      axes: axes,
      samples: 0,
      seed: 0,
      baseline: [0, 1, 4, 4, 4, 0.5]
    )
    #expect(design.count == 13)
    #expect(design.value(sample: 5, axis: 2) == 2 && design.value(sample: 6, axis: 2) == 8)
    // The standard normal's 95 % point is 1.6448536269514722.
    #expect(abs(design.value(sample: 7, axis: 3) - (4 - 1.6448536269514722)) < 1e-14)
    #expect(abs(design.value(sample: 8, axis: 3) - (4 + 1.6448536269514722)) < 1e-14)
  }

  @Test("A design's description says what its axes are")
  func description() throws {
    let axes = [
      Design.Axis.distribution(.triangular(low: 2, mode: 4, high: 8)),
      .weighted([0, 1], weights: [1, 3]), .integers(1...4), .range(0...0.5),
    ]
    let design = Design(
      kind: .sobol,
      axes: axes,
      samples: 8,
      seed: 9,
      labels: [
        [], [Design.Label(value: 0, text: "false"), Design.Label(value: 1, text: "true")], [], [],
      ]
    )
    let text = design.json(paths: ["a", "b", "c", "d"]).rendered(isPretty: false)
    #expect(
      text == """
        {"kind":"sobol","samples":8,"count":8,"groupSize":1,"seed":9,"axes":[{"path":"a","kind":\
        "distribution","low":2,"high":8,"distribution":"triangular(2, 4, 8)"},{"path":"b","kind":\
        "weighted","low":0,"high":1,"values":[0,1],"weights":[1,3],"labels":{"false":0,"true":1}},\
        {"path":"c","kind":"integers","low":1,"high":4},{"path":"d","kind":"range","low":0,"high":0.5}],\
        "constraints":[]}
        """
    )
    let other = Design(kind: .sobol, axes: axes, samples: 8, seed: 9)
    #expect(
      other.identity(paths: ["a", "b", "c", "d"]) != design.identity(paths: ["a", "b", "c", "d"])
    )
  }

  @Test("Values that have names stand by them in rows")
  func names() {
    let labels = SweepLabels(
      axes: ["p", "q", "r"],
      values: [
        [Design.Label(value: 0, text: "false"), Design.Label(value: 1, text: "true")],
        [Design.Label(value: 2, text: "bush")], [],
      ],
      decisions: [],
      players: [],
      claims: []
    )
    var text: [UInt8] = []
    RowFormat(.csv, labels).append(7, [1, 2, 0.5].span, reason: "no", to: &text)
    RowFormat(.jsonLines, labels).append(8, [0, 2, 1].span, reason: "no", to: &text)
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    #expect(lines[0].hasPrefix("7,true,bush,0.5,"))
    #expect(lines[1].hasPrefix("{\"sample\":8,\"p\":false,\"q\":\"bush\",\"r\":1,"))
  }
}
