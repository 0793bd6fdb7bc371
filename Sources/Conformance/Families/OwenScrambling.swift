import Documents
import Sweeps

extension CaseFamily {
  /// Nested scrambling of binary digits by a hash; exact.
  static let owenScramble = CaseFamily(name: "owen_hash_scramble", mark: "vectors") {
    (file, list) throws(CaseFault) in
    let vectors = try file.root.needIntegerRows("vectors")
    guard vectors.allSatisfy({ $0.count == 3 && $0.allSatisfy { $0 >= 0 && $0 < 1 << 32 } }) else {
      throw CaseFault("a vector is not [digits, seed, scrambled digits] of 32 bits")
    }
    let found = vectors.map { vector in
      Int(OwenScramble.scrambled(UInt32(vector[0]), seed: UInt32(vector[1])))
    }
    list.same("scrambled digits", found, vectors.map { $0[2] })
    for bits in 0...10 {
      list.holds(
        "1024 points are a net: \(1 << bits) by \(1 << (10 - bits)) boxes",
        isNet(bits, seeds: (0x1234_5678, 0x9ABC_DEF0)),
        "a box is empty"
      )
    }
  }

  /// Whether the first 1024 scrambled points in two dimensions have one in each box of such a division.
  private static func isNet(_ bits: Int, seeds: (UInt32, UInt32)) -> Bool {
    var visited = [Bool](repeating: false, count: 1024)
    for sample in 0..<1024 {
      let x = OwenScramble.scrambled(SobolDirections.bits(sample: sample, axis: 0), seed: seeds.0)
      let y = OwenScramble.scrambled(SobolDirections.bits(sample: sample, axis: 1), seed: seeds.1)
      // A shift by all 32 bits gives 0.
      let box = Int(x >> UInt32(32 - bits)) << (10 - bits) | Int(y >> UInt32(22 + bits))
      if visited[box] { return false }
      visited[box] = true
    }
    return true
  }
}
