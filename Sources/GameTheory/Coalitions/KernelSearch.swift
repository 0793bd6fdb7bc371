/// Finds the kernels of a graph of at most 64 vertices: independent sets to which each other vertex has an arc.
struct KernelSearch {
  /// The kernels found, as bits.
  private(set) var found: [UInt64] = []

  /// The ends of the arcs from each vertex.
  private let ends: [UInt64]
  /// All vertices with an arc to or from each.
  private let neighbours: [UInt64]
  private var stepsLeft: Int

  init(_ ends: [UInt64], stepLimit: Int) {
    self.ends = ends
    var neighbours = ends
    for (vertex, set) in ends.enumerated() {
      for end in Coalition(rawValue: set).members { neighbours[end] |= 1 << UInt64(vertex) }
    }
    self.neighbours = neighbours
    stepsLeft = stepLimit
  }

  /// Finds them, and tells whether all of them.
  mutating func run() -> Bool {
    search(inside: 0, outside: 0)
  }

  private mutating func search(inside: UInt64, outside: UInt64) -> Bool {
    guard stepsLeft > 0 else { return false }
    stepsLeft -= 1
    var inside = inside
    var outside = outside
    guard settle(&inside, &outside) else { return true }
    guard var options = mostUrgent(inside, outside) else {
      found.append(inside)
      return true
    }
    // One of the options is inside: the first, or else the second, and so on.
    while options != 0 {
      let vertex = options.trailingZeroBitCount
      options &= options - 1
      let bit: UInt64 = 1 << UInt64(vertex)
      guard search(inside: inside | bit, outside: outside | neighbours[vertex]) else {
        return false
      }
      outside |= bit
    }
    return true
  }

  /// Draws what follows at once; false where nothing can come of it.
  private func settle(_ inside: inout UInt64, _ outside: inout UInt64) -> Bool {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for vertex in ends.indices {
        let bit: UInt64 = 1 << UInt64(vertex)
        if inside & bit != 0 || ends[vertex] & inside != 0 { continue }
        let options = ends[vertex] & ~outside
        if outside & bit == 0 {
          // It can only be outside if an end of its arcs can be inside.
          guard options == 0 else { continue }
          inside |= bit
          outside |= neighbours[vertex]
          isSettled = false
        } else if options == 0 {
          return false
        } else if options & (options - 1) == 0 {
          inside |= options
          outside |= neighbours[options.trailingZeroBitCount]
          isSettled = false
        }
      }
    }
    return true
  }

  /// The fewest vertices of which one must be inside; nil where each vertex has its place.
  private func mostUrgent(_ inside: UInt64, _ outside: UInt64) -> UInt64? {
    var best: UInt64?
    for vertex in ends.indices where ends[vertex] & inside == 0 {
      let bit: UInt64 = 1 << UInt64(vertex)
      if inside & bit != 0 { continue }
      // Outside it needs an end inside; open, it is inside itself or has one.
      let options = ends[vertex] & ~outside | (outside & bit == 0 ? bit : 0)
      if best.map({ options.nonzeroBitCount < $0.nonzeroBitCount }) ?? true { best = options }
    }
    return best
  }
}
