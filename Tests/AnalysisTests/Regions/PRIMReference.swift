import Analysis

/// The reference case: 1024 Sobol' points in three dimensions, of interest where x1 > 0.6 and x2 < 0.4.
enum PRIMReference {
  static let points: MarkedPoints = {
    let axes = [
      (0..<32).map { UInt32(1) << (31 - $0) }, directions(degree: 1, a: 0, m: [1]),
      directions(degree: 2, a: 1, m: [1, 3]),
    ]
    let columns = axes.map { numbers in
      (0..<1024).map { index in
        let gray = index ^ (index >> 1)
        let bits = numbers.indices.reduce(UInt32(0)) {
          gray >> $1 & 1 == 1 ? $0 ^ numbers[$1] : $0
        }
        return Double(bits) * 0x1p-32
      }
    }
    return MarkedPoints(
      axes: ["x1", "x2", "x3"].map { MarkedPoints.Axis($0) },
      columns: columns,
      isOfInterest: (0..<1024).map { columns[0][$0] > 0.6 && columns[1][$0] < 0.4 }
    )
  }()

  /// The direction integers of a primitive polynomial, by the recurrence of Joe and Kuo (2008).
  private static func directions(degree: Int, a: Int, m: [UInt32]) -> [UInt32] {
    var numbers = m.enumerated().map { $1 << UInt32(31 - $0) }
    for index in degree..<32 {
      var next = numbers[index - degree] ^ (numbers[index - degree] >> UInt32(degree))
      for term in 1..<max(1, degree) where a >> (degree - 1 - term) & 1 == 1 {
        next ^= numbers[index - term]
      }
      numbers.append(next)
    }
    return numbers
  }

  /// How many points each box of the trajectory holds.
  static let inside = [
    1024, 972, 923, 876, 832, 790, 750, 712, 676, 642, 609, 578, 549, 521, 494, 469, 445, 422, 400,
    380, 361, 342, 324, 307, 291, 276, 262, 248, 235, 223, 211, 200, 190, 180, 171, 162, 153,
  ]
  /// How many of these are of interest.
  static let ofInterest = [Int](repeating: 165, count: 35) + [160, 153]
  /// How many axes each box limits.
  static let restricted = [0] + [Int](repeating: 1, count: 17) + [Int](repeating: 2, count: 19)
}
