/// Sets that meet each of some sets.
public enum HittingSets {
  /// The smallest sets of elements that have an element in common with each of the given sets.
  ///
  /// - Parameters:
  ///   - sets: as bits; none is empty.
  ///   - count: how many elements there are, at most 24.
  /// - Returns: all of the smallest size, ascending as numbers; the empty set where nothing is to be met.
  /// - Complexity: O(2^*count* × *sets*) at worst; smaller sizes are tried first.
  public static func smallest(meeting sets: [UInt32], among count: Int) -> [UInt32] {
    precondition(count <= 24 && !sets.contains(0), "too many elements, or an empty set")
    // A set that holds another is met when that is.
    let minimal = Set(sets).filter { set in !sets.contains { $0 != set && $0 & ~set == 0 } }
    for size in 0...count {
      var found: [UInt32] = []
      forEachSet(of: size, among: count) { candidate in
        if minimal.allSatisfy({ $0 & candidate != 0 }) { found.append(candidate) }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Calls the body with every set of a size, ascending as numbers (Gosper's way of stepping).
  private static func forEachSet(of size: Int, among count: Int, _ body: (UInt32) -> Void) {
    guard size > 0 else { return body(0) }
    var set: UInt32 = (1 << UInt32(size)) - 1
    while set < 1 << UInt32(count) {
      body(set)
      let lowest = set & (0 &- set)
      let next = set + lowest
      set = (((next ^ set) >> 2) / lowest) | next
    }
  }
}
