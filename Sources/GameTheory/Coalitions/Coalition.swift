/// A set of players, one bit for each, of at most 64.
///
/// As an `OptionSet` it has unions, intersections and differences; player *p* is bit *p*.
public struct Coalition: OptionSet, Hashable, Sendable {
  /// Bit *p* is 1 where player *p* is a member.
  public let rawValue: UInt64

  /// Creates a coalition from its bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Creates a coalition from its members, each in 0...63.
  public init(members: some Sequence<Int>) {
    var bits: UInt64 = 0
    for player in members {
      precondition((0..<64).contains(player), "a coalition has players 0 to 63")
      bits |= 1 << UInt64(player)
    }
    rawValue = bits
  }

  /// The coalition of the players below a count, which is in 0...64.
  public static func all(of playerCount: Int) -> Coalition {
    precondition((0...64).contains(playerCount), "a coalition has at most 64 players")
    return Coalition(rawValue: playerCount == 0 ? 0 : UInt64.max >> UInt64(64 - playerCount))
  }

  /// How many members there are.
  public var count: Int { rawValue.nonzeroBitCount }

  /// The members, ascending.
  public var members: [Int] {
    var members: [Int] = []
    var rest = rawValue
    while rest != 0 {
      members.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return members
  }

  /// Tells whether a player is a member.
  @inlinable
  public func includes(_ player: Int) -> Bool {
    rawValue >> UInt64(player) & 1 == 1
  }

  /// Whether it has fewer members than another, or as many and the smaller number.
  public func precedes(_ other: Coalition) -> Bool {
    count == other.count ? rawValue < other.rawValue : count < other.count
  }

  /// All subsets, from the empty one up, ascending as numbers.
  ///
  /// - Complexity: O(2^*members*), for which there must be room.
  public var subsets: [Coalition] {
    var subsets: [Coalition] = []
    subsets.reserveCapacity(1 << count)
    var subset: UInt64 = 0
    repeat {
      subsets.append(Coalition(rawValue: subset))
      subset = (subset &- rawValue) & rawValue
    } while subset != 0
    return subsets
  }

  /// The place of the coalition in a list that has one entry for each.
  var index: Int { Int(rawValue) }

  /// The coalition in a place of a list that has one entry for each.
  init(index: Int) {
    rawValue = UInt64(index)
  }
}
