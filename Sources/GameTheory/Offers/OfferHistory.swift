/// What each party stood by, turn after turn: what it offered or accepted; passing repeats it.
///
/// It is public, so one history serves all parties.
struct OfferHistory: Sendable {
  private let capacity: Int
  /// By party and then by turn.
  private var packages: [Int32]
  /// How many stands of each party there are.
  private(set) var counts: [Int]

  init(parties: Int, rounds: Int) {
    capacity = rounds
    packages = [Int32](repeating: 0, count: parties * rounds)
    counts = [Int](repeating: 0, count: parties)
  }

  /// Notes what a party stands by; it speaks once a round.
  mutating func add(_ package: Int, of party: Int) {
    packages[party * capacity + counts[party]] = Int32(truncatingIfNeeded: package)
    counts[party] += 1
  }

  /// The stand of a party, counted from the last one, 0, backwards; nil before its first.
  @inline(__always)
  func stand(of party: Int, back: Int) -> Int? {
    let place = counts[party] - 1 - back
    return place >= 0 ? Int(packages[party * capacity + place]) : nil
  }
}
