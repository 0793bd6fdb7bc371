extension ConflictGraph {
  /// How many decision makers a graph has at most.
  public static let mostDecisionMakers = 32
}

extension Coalition {
  /// All sets of so many players but the empty one: smaller ones first, then ascending.
  ///
  /// - Complexity: O(2^*count*).
  public static func each(of count: Int) -> [Coalition] {
    let all = (1...all(of: count).rawValue).map { Coalition(rawValue: $0) }
    return all.sorted { ($0.count, $0.reversedBits) < ($1.count, $1.reversedBits) }
  }

  /// The set without a player.
  public func removing(_ member: Int) -> Coalition {
    Coalition(rawValue: rawValue & ~(1 << UInt64(member)))
  }

  /// Orders sets of one size by their first members.
  private var reversedBits: UInt64 {
    var reversed: UInt64 = 0
    for member in 0..<64 where includes(member) { reversed |= 1 << UInt64(63 - member) }
    return ~reversed
  }

  /// The bits of the decision makers of a graph, all below ``ConflictGraph/mostDecisionMakers``.
  var bits: UInt32 { UInt32(truncatingIfNeeded: rawValue) }

  /// Creates a set of decision makers from its bits.
  init(bits: UInt32) {
    self.init(rawValue: UInt64(bits))
  }
}
