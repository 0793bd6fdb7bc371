import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Instances of games with their equilibria at the first points; everything is exact.
  static let benchInstance = CaseFamily(name: "bench_instance", mark: "mask") {
    (file, list) throws(CaseFault) in
    let instance = try KernelInstance(file.root.value("kind")?.string ?? "", file.root)
    if file.root.value("first_64_points") != nil {
      let points = try file.root.needRows("first_64_points")
      let found = points.indices.map { sample in
        (0..<KernelInstance.parameters).map { axis in
          Double(SobolDirections.bits(sample: sample, axis: axis)) * 0x1p-32
        }
      }
      list.same("the first points", found, points)
    }
    if file.root.value("first_64_equilibria") != nil {
      let equilibria = try file.root.needIntegerRows("first_64_equilibria")
      list.same(
        "equilibria at the first points, in floating point",
        instance.equilibria(samples: equilibria.count),
        equilibria
      )
      list.same(
        "equilibria at the first points, one by one in whole numbers",
        equilibria.indices.map { instance.exactEquilibria(sample: $0) },
        equilibria
      )
    }
    if let expected = instance.expected { check(instance.answers(), expected, &list) }
  }

  /// What is known of all equilibria of the instances beside the file; everything is exact.
  static let benchExpected = CaseFamily(name: "bench_expected", mark: "bench_expected") {
    (file, list) throws(CaseFault) in
    let members = (file.root.members ?? []).filter { $0.value.value("n_equilibria") != nil }
    if members.isEmpty { throw CaseFault("it has no answers") }
    for member in members {
      guard let root = file.sibling("bench_instance_\(member.key)") else {
        list.holds(
          "the instance '\(member.key)'",
          false,
          "there is no bench_instance_\(member.key).json among the files beside it"
        )
        continue
      }
      let instance = try KernelInstance(member.key, root)
      let samples = try member.value.needInteger("n")
      guard samples > 0, samples <= 10_000_000 else { throw CaseFault("'n' is out of range") }
      let found = instance.answers(samples: samples)
      check(found, try KernelAnswers(member.value), &list)
      guard member.value.value("most_frequent") != nil else { continue }
      let frequent = try member.value.needIntegerRows("most_frequent")
      list.same(
        "\(member.key): the most frequent equilibria",
        instance.mostFrequent(frequent.count, samples: samples),
        frequent
      )
    }
  }

  private static func check(
    _ found: (name: String, answers: KernelAnswers),
    _ expected: KernelAnswers,
    _ list: inout CheckList
  ) {
    let (name, answers) = found
    list.same("\(name): count of equilibria", [answers.equilibria], [expected.equilibria])
    list.same("\(name): samples by count", answers.histogram, expected.histogram)
    list.same("\(name): checksum", [answers.checksum], [expected.checksum])
  }
}

extension KernelInstance {
  /// The sums over all equilibria at the first points.
  fileprivate func answers(samples: Int = 100_000) -> (name: String, answers: KernelAnswers) {
    var answers = KernelAnswers()
    visit(samples: samples) { samples, equilibria in
      switch equilibria {
      case .everywhere(let outcomes): answers.add(outcomes, at: samples, after: 0)
      case .somewhere(let sets): answers.add(sets, at: samples, after: 0)
      }
    }
    return (name, answers)
  }

  /// For each of the first points its equilibria, ascending.
  fileprivate func equilibria(samples: Int) -> [[Int]] {
    var found = [[Int]](repeating: [], count: samples)
    visit(samples: samples) { samples, equilibria in
      switch equilibria {
      case .everywhere(let outcomes):
        for sample in samples { found[Int(sample)] = outcomes.map { Int($0) } }
      case .somewhere(let sets):
        for set in sets {
          for (place, sample) in samples.enumerated() where set.points >> UInt64(place) & 1 == 1 {
            found[Int(sample)].append(set.outcome)
          }
        }
      }
    }
    return found.map { $0.sorted() }
  }

  /// The equilibria at one point by exact evaluation of all payoffs.
  fileprivate func exactEquilibria(sample: Int) -> [Int] {
    let point = (0..<KernelInstance.parameters).map { axis in
      Rational(exactly: Double(SobolDirections.bits(sample: sample, axis: axis)) * 0x1p-32)
    }
    return ExactGame(game, at: point).pureEquilibria().map { $0.profile }
  }

  /// The outcomes that are equilibria at the most points, each with how many.
  fileprivate func mostFrequent(_ count: Int, samples: Int) -> [[Int]] {
    var points = [Int](repeating: 0, count: 243)
    visit(samples: samples) { samples, equilibria in
      switch equilibria {
      case .everywhere(let outcomes):
        for outcome in outcomes { points[Int(outcome)] += samples.count }
      case .somewhere(let sets):
        for set in sets { points[set.outcome] += set.points.nonzeroBitCount }
      }
    }
    let order = points.indices.sorted {
      points[$0] > points[$1] || points[$0] == points[$1] && $0 < $1
    }
    return order.prefix(count).map { [$0, points[$0]] }
  }
}
