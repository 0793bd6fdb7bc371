/// Which options are taken, which are not, and which do not matter.
public struct OptionPattern: Sendable, Hashable {
  /// How many options can be told apart.
  public static let limit = 64

  /// The options that must be taken, as bits, the first option being the lowest.
  public let taken: UInt64
  /// The options that must not be taken.
  public let refused: UInt64

  /// Creates a pattern from the options that must be taken and those that must not.
  public init(taken: UInt64, refused: UInt64) {
    self.taken = taken
    self.refused = refused
  }

  /// Reads one sign for each option: `Y` taken, `N` not taken, `-` either; nil for other signs or too many.
  public init?(_ text: some StringProtocol) {
    var taken: UInt64 = 0
    var refused: UInt64 = 0
    var bit: UInt64 = 1
    var count = 0
    for sign in text.utf8 {
      guard count < OptionPattern.limit else { return nil }
      switch sign {
      case UInt8(ascii: "Y"): taken |= bit
      case UInt8(ascii: "N"): refused |= bit
      case UInt8(ascii: "-"): break
      default: return nil
      }
      bit &<<= 1
      count += 1
    }
    self.init(taken: taken, refused: refused)
  }

  /// Tells whether a combination of options, as bits, fits.
  @inlinable
  public func matches(_ code: UInt64) -> Bool {
    code & taken == taken && code & refused == 0
  }
}
