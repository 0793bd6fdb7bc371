import Documents
import Sweeps

extension CaseFamily {
  /// Latin hypercubes: every column visits each slice once, exactly.
  ///
  /// The vectors of Kensler's permutation are not those of the engine, which permutes by another network, for
  /// Kensler's stops at 2^32 rows. What is asked of it, and checked here at their sizes, is that it permutes.
  static let latinHypercube = CaseFamily(name: "lhs", mark: "kensler_permute_vectors") {
    (file, list) throws(CaseFault) in
    var sizes = [1, 2, 3, 7, 10, 100, 1000, 1024]
    if let sets = file.root.value("kensler_permute_vectors")?.elements {
      for set in sets {
        guard let fields = set.elements, fields.count == 3, let size = fields[0].whole,
          size > 0, size <= 1_000_000, let images = fields[2].list({ $0.whole })
        else { throw CaseFault("a vector is not [length, seed, [places]]") }
        list.same("the vector of length \(size) is a permutation", images.sorted(), Array(0..<size))
        list.skip(
          "places of the vector of length \(size)",
          "the engine permutes by another network"
        )
        sizes.append(size)
      }
    }
    if let more = file.root.value("sizes") {
      guard let stated = more.list({ $0.whole }), stated.allSatisfy({ $0 > 0 && $0 <= 1_000_000 })
      else { throw CaseFault("'sizes' are no whole numbers from 1 to 1000000") }
      sizes = stated
    }
    for size in Set(sizes).sorted() {
      list.same(
        "\(size) rows: columns that visit each slice once",
        (1...3).map { visitsAll(size, seed: $0) },
        [true, true, true]
      )
    }
  }

  /// Whether each of three columns has one value in each slice.
  private static func visitsAll(_ size: Int, seed: UInt64) -> Bool {
    let design = Design(
      kind: .latin,
      axes: [.range(0...1), .range(0...1), .range(0...1)],
      samples: size,
      seed: seed
    )
    return (0..<3).allSatisfy { axis in
      var visited = [Bool](repeating: false, count: size)
      for sample in 0..<size {
        let slice = Int(Double(size) * design.value(sample: sample, axis: axis))
        guard slice >= 0, slice < size, !visited[slice] else { return false }
        visited[slice] = true
      }
      return true
    }
  }
}
