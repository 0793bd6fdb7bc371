import Documents
import Sweeps

extension CaseFamily {
  /// Direction numbers of Sobol' points, and points in both orders; everything is exact.
  static let joeKuo = CaseFamily(name: "joe_kuo", mark: "dimensions") {
    (file, list) throws(CaseFault) in
    let dimensions = try file.root.needElements("dimensions")
    guard dimensions.count <= SobolDirections.dimensions else {
      throw CaseFault("it has more than \(SobolDirections.dimensions) dimensions")
    }
    var expected: [[UInt32]] = []
    for dimension in dimensions { expected.append(try directions(dimension)) }
    list.same("direction numbers by their recurrence", directions(dimensions.count), expected)
    if file.root.value("v_first_21_dims") != nil {
      let listed = try file.root.needIntegerRows("v_first_21_dims")
      guard listed.count <= SobolDirections.dimensions else { throw CaseFault("too many rows") }
      list.same(
        "direction numbers as listed",
        directions(listed.count).map { $0.map { Int($0) } },
        listed
      )
    }
    try check("gray_order_first_16_points_8_dims_u32", file.root, &list) { $0 }
    try check("natural_order_first_16_points_8_dims_u32", file.root, &list, number(ofGray:))
    if file.root.value("point_100000_gray_first_8_dims_u32") != nil {
      let point = try file.root.needIntegers("point_100000_gray_first_8_dims_u32")
      list.same("point 100000", coordinates(sample: 100_000, axes: point.count), point)
    }
  }

  private static func check(
    _ key: String,
    _ root: Node,
    _ list: inout CheckList,
    _ sample: (Int) -> Int
  ) throws(CaseFault) {
    guard root.value(key) != nil else { return }
    let points = try root.needIntegerRows(key)
    let found = points.enumerated().map { coordinates(sample: sample($0), axes: $1.count) }
    list.same(key.split(separator: "_").prefix(5).joined(separator: " "), found, points)
  }

  private static func coordinates(sample: Int, axes: Int) -> [Int] {
    (0..<min(axes, SobolDirections.dimensions)).map {
      Int(SobolDirections.bits(sample: sample, axis: $0))
    }
  }

  /// The number of the sample in Gray-code order whose Gray code is given.
  private static func number(ofGray code: Int) -> Int {
    var number = code
    var rest = code >> 1
    while rest != 0 {
      number ^= rest
      rest >>= 1
    }
    return number
  }

  /// The engine's direction numbers: those of the samples whose Gray code has one bit.
  private static func directions(_ dimensions: Int) -> [[UInt32]] {
    (0..<dimensions).map { axis in
      (0..<32).map { SobolDirections.bits(sample: number(ofGray: 1 << $0), axis: axis) }
    }
  }

  /// The direction numbers of a dimension by the recurrence of Joe and Kuo, from what the case lists.
  private static func directions(_ dimension: Node) throws(CaseFault) -> [UInt32] {
    let degree = try dimension.needInteger("s")
    let inner = try dimension.needInteger("a")
    let initial = try dimension.needIntegers("m")
    guard degree == initial.count, degree < 32, initial.allSatisfy({ $0 > 0 && $0 < 1 << 32 })
    else { throw CaseFault("a dimension has 's' and 'm' that do not fit") }
    guard degree > 0 else { return (0..<32).map { 1 << (31 - UInt32($0)) } }
    var numbers = initial.enumerated().map { UInt32(truncatingIfNeeded: $1) << UInt32(31 - $0) }
    while numbers.count < 32 {
      let k = numbers.count
      var next = numbers[k - degree] ^ numbers[k - degree] >> UInt32(degree)
      for j in 1..<max(1, degree) where inner >> (degree - 1 - j) & 1 == 1 {
        next ^= numbers[k - j]
      }
      numbers.append(next)
    }
    return numbers
  }
}
