import GameTheory
import TestSupport
import Testing

@testable import Sweeps

@Suite("Constraints between the values of a sample")
struct DesignConstraintTests {
  private func variable(_ axis: Int) -> Polynomial { Polynomial(variable: axis) }

  private func constant(_ value: Rational) -> Polynomial { Polynomial(constant: value) }

  /// A random polynomial of some axes, with decimals that are no binary fractions.
  private func polynomial(_ random: inout SplitMix64, axes: Int) -> Polynomial {
    var sum = constant(Rational(random.int(in: -12...12)) / 10)
    for _ in 0..<random.int(in: 1...4) {
      var product = constant(Rational(random.int(in: -20...20)) / 10)
      for _ in 0..<random.int(in: 1...3) {
        product = product * variable(random.int(in: 0...axes - 1))
      }
      sum = sum + product
    }
    return sum
  }

  private func constraint(_ random: inout SplitMix64, axes: Int) -> Design.Constraint {
    Design.Constraint(
      "drawn",
      polynomial(&random, axes: axes),
      random.element(of: Comparison.allCases)
    )
  }

  /// The definition, in exact arithmetic on the decimals.
  private func holds(_ constraint: Design.Constraint, _ row: [Double]) -> Bool {
    let point = row.map { Rational(decimalOf: $0) }
    return constraint.comparison.holds(
      forSign: constraint.polynomial.evaluated(at: point).signum
    )
  }

  private func row(_ design: Design, _ sample: Int) -> [Double] {
    design.axes.indices.map { design.value(sample: sample, axis: $0) }
  }

  @Test("A constraint holds exactly where it does on the decimals, ties included")
  func exactness() {
    let wrong = failures(seeds: 3000) { random in
      let constraint = constraint(&random, axes: 3)
      // Tenths make many ties, and sums of them are no binary fractions.
      let row = (0..<3).map { _ in Double(random.int(in: -15...15)) / 10 }
      let found = constraint.holds { row[$0] }
      return found == holds(constraint, row) ? nil : "\(constraint.polynomial.terms), \(row)"
    }
    #expect(wrong == [])
  }

  @Test("A tie that floating point misses is a tie: 0.1 + 0.2 = 0.3")
  func tie() {
    let sum = variable(0) + variable(1)
    let constraint = Design.Constraint("a + b = 0.3", sum - constant(Rational(3, 10)), .equal)
    #expect(0.1 + 0.2 != 0.3)
    #expect(constraint.holds { [0.1, 0.2][$0] })
    let beyond = 0.1.nextUp
    #expect(!constraint.holds { [beyond, 0.2][$0] })
    let tiny = Design.Constraint("a * b > 0", variable(0) * variable(1), .greater)
    #expect(tiny.holds { [1e-200, 1e-200][$0] })
    #expect(!tiny.holds { [-1e-200, 1e-200][$0] })
  }

  @Test("Bounds over a box never exclude a constraint that holds at a point of it")
  func bounds() {
    let wrong = failures(seeds: 2000) { random in
      let constraint = constraint(&random, axes: 2)
      let ranges = (0..<2).map { _ in
        let low = Double(random.int(in: -10...10)) / 10
        return low...low + Double(random.int(in: 0...8)) / 10
      }
      guard !constraint.mightHold(within: ranges) else { return nil }
      for _ in 0..<40 {
        let row = ranges.map {
          let share = Double(random.int(in: 0...20)) / 20
          return $0.lowerBound + share * ($0.upperBound - $0.lowerBound)
        }
        if ranges.indices.allSatisfy({ ranges[$0].contains(row[$0]) }), holds(constraint, row) {
          return "\(row)"
        }
      }
      return nil
    }
    #expect(wrong == [])
    let square = Design.Constraint("a * a < 0", variable(0) * variable(0), .less)
    #expect(!square.mightHold(within: [-1...1]))
  }

  @Test(
    "Samples that violate a constraint stay in their place and say so",
    arguments: Design.Kind.allCases
  )
  func failing(_ kind: Design.Kind) {
    guard kind != .random else { return }
    let wrong = failures(seeds: 25) { random in
      let axes = [RandomAxis.draw(&random), RandomAxis.draw(&random), RandomAxis.draw(&random)]
      let constraints = [constraint(&random, axes: 3), constraint(&random, axes: 3)]
      let plain = Design(kind: kind, axes: axes, samples: 40, seed: 7)
      let design = Design(kind: kind, axes: axes, samples: 40, seed: 7, constraints: constraints)
      guard design.count == plain.count else { return "count" }
      let violating = (0..<design.count).filter { sample in
        !constraints.allSatisfy { holds($0, row(plain, sample)) }
      }
      var columns: [Double] = []
      design.load(first: 0, count: design.count, into: &columns)
      guard design.failures(in: columns, count: design.count).map({ $0.point }) == violating else {
        return "block"
      }
      for sample in 0..<design.count {
        guard row(design, sample) == row(plain, sample) else { return "moved \(sample)" }
        let reason = design.failure(ofSample: sample)
        guard (reason != nil) == violating.contains(sample) else { return "sample \(sample)" }
        guard reason?.hasPrefix("violates drawn") ?? true else { return reason }
      }
      return nil
    }
    #expect(wrong == [])
  }

  // MARK: - Random samples

  private func simplex(samples: Int, seed: UInt64 = 3) -> Design {
    Design(
      kind: .random,
      axes: [.range(0...1), .range(0...1)],
      samples: samples,
      seed: seed,
      constraints: [
        Design.Constraint("a + b <= 1", variable(0) + variable(1) - constant(1), .lessOrEqual),
        Design.Constraint("a < b", variable(0) - variable(1), .less),
      ]
    )
  }

  @Test("Random samples are drawn until they meet the constraints, each by itself")
  func redraws() {
    let design = simplex(samples: 4000)
    let plain = Design(kind: .random, axes: design.axes, samples: 4000, seed: 3)
    var kept = 0
    for sample in 0..<4000 {
      let row = row(design, sample)
      #expect(row[0] + row[1] <= 1 && row[0] < row[1])
      #expect(design.failure(ofSample: sample) == nil)
      let first = self.row(plain, sample)
      // The first draw stays where it meets them.
      if first[0] + first[1] <= 1, first[0] < first[1] {
        kept += 1
        #expect(row == first)
      }
    }
    // A quarter of the square meets them: 1000 of 4000, standard deviation 27.
    #expect(abs(kept - 1000) < 110)
    // Samples do not hang on each other, nor on how many there are.
    let few = simplex(samples: 10)
    for sample in 0..<10 { #expect(row(few, sample) == row(design, sample)) }
    #expect(row(simplex(samples: 10, seed: 4), 0) != row(design, 0))
  }

  @Test("Redrawn samples fill what the constraints leave evenly")
  func redrawnEvenly() {
    let design = simplex(samples: 8000)
    // The triangle below b = 1 - a and above a = b is cut into 16 parts of equal size: slices of
    // s = a + b by squares, and of a / s.
    var counts = [Int](repeating: 0, count: 16)
    for sample in 0..<8000 {
      let row = row(design, sample)
      let sum = row[0] + row[1]
      counts[min(Int(sum * sum * 4), 3) * 4 + min(Int(row[0] / sum * 8), 3)] += 1
    }
    let square = counts.reduce(0.0) { $0 + (Double($1) - 500) * (Double($1) - 500) / 500 }
    // The 99.99 % point of chi-square with 15 degrees of freedom.
    #expect(square < 44.3)
  }

  @Test("A block of redrawn samples has the same bits as they have one by one")
  func redrawnBlocks() {
    let design = simplex(samples: 500)
    var columns: [Double] = []
    design.load(first: 100, count: 200, into: &columns)
    for sample in 0..<200 {
      #expect([columns[sample], columns[200 + sample]] == row(design, 100 + sample))
    }
    #expect(design.failures(in: columns, count: 200).isEmpty)
  }

  @Test("A random sample that cannot meet a constraint stays, with the reason")
  func hopeless() {
    let never = Design.Constraint("a = 0.3", variable(0) - constant(Rational(3, 10)), .equal)
    let design = Design(
      kind: .random,
      axes: [.range(0...1)],
      samples: 3,
      seed: 1,
      constraints: [never]
    )
    #expect(design.failure(ofSample: 2) == "violates a = 0.3")
    #expect((0...1).contains(design.value(sample: 2, axis: 0)))
    var columns: [Double] = []
    design.load(first: 0, count: 3, into: &columns)
    #expect(design.failures(in: columns, count: 3).map { $0.reason }.count == 3)
    #expect(columns == (0..<3).map { design.value(sample: $0, axis: 0) })
  }

  @Test("Constraints are part of what tells designs apart")
  func identity() {
    let with = simplex(samples: 3).identity(paths: ["a", "b"])
    let without = Design(kind: .random, axes: [.range(0...1), .range(0...1)], samples: 3, seed: 3)
    #expect(with != without.identity(paths: ["a", "b"]))
    #expect(with.contains("a + b <= 1"))
  }
}
