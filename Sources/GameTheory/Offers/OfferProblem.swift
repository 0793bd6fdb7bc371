/// What is negotiated over time: packages, what they are worth to each party, and until when.
///
/// Packages are numbered from 0. Where they are made of issues with options, they are numbered in
/// mixed radix, the last issue varying fastest. Utilities of different parties are never compared
/// or added.
///
/// Until there is an agreement every party has its outside option, its *reservation value* r; from
/// then on it has the package. With a patience of δ per round, counted from 0, an agreement on a
/// package worth u in round t pays r + δ^t (u - r), and none pays r. So whether a package is worth
/// more than the outside option does not hang on the round, and adding to all of a party's
/// utilities changes nothing.
///
/// - Source: for payoffs before agreement: Binmore, Rubinstein and Wolinsky, The Nash bargaining
///   solution in economic modelling (1986), section 4.
public struct OfferProblem: Sendable {
  /// How many parties there are, 2 to 64.
  public let partyCount: Int
  /// How many packages there are, 1 or more.
  public let packageCount: Int
  /// The utilities, by party and then by package.
  public let utilities: [Double]
  /// What each party has without an agreement, in its own utility.
  public let reservations: [Double]
  /// The share of a gain that is left after one more round, by party, in 0...1.
  public let patience: [Double]
  /// How many rounds there are; in each every party speaks once.
  public let rounds: Int
  /// Whose consent is needed.
  public let rule: AgreementRule
  /// The issues of which packages are made; one with all packages as options where there are none.
  public let issues: OutcomeNumbering

  /// The weight of each party's consent.
  public let weights: [Int]
  /// The weight at which there is an agreement.
  public let quota: Int
  /// Each party's utilities, ascending; by party and then by rank.
  let ranked: [Double]
  /// The packages in that order, equal ones by their numbers.
  let rankedPackages: [Int]
  /// Each package's place in that order, by party; with a single issue, else empty.
  let ranks: [Int32]
  /// The two numbers by which those packages are found in ``PackageParts``.
  let rankedParts: [(upper: Int32, lower: Int32)]
  /// The rank of each party's worst package that is worth its reservation value; all packages for
  /// none.
  let firstRational: [Int]
  /// Powers of patience, by party and then by round.
  let discounts: [Double]

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - utilities: one list per party, with one finite number per package.
  ///   - reservations: one finite number per party, on the scale of its utilities.
  ///   - rounds: how many rounds there are, 1 to a million.
  ///   - patience: one number per party in 0...1; nobody minds waiting when nil.
  ///   - rule: whose consent makes an agreement.
  ///   - issues: how many options each issue has; the product is the number of packages.
  /// - Throws: an ``OfferError`` for what is not so.
  /// - Complexity: O(p m log m) for p parties and m packages.
  public init(
    utilities: [[Double]],
    reservations: [Double],
    rounds: Int,
    patience: [Double]? = nil,
    rule: AgreementRule = .unanimity,
    issues: [Int]? = nil
  ) throws(OfferError) {
    let parties = utilities.count
    let patience = patience ?? [Double](repeating: 1, count: parties)
    let packages = try OfferProblem.packageCount(utilities, reservations, patience)
    guard (1...1_000_000).contains(rounds) else { throw .rounds(rounds) }
    guard let (weights, quota) = rule.resolved(parties: parties) else { throw .quota }
    guard OfferProblem.multiply(issues ?? [packages], to: packages) else { throw .issues }
    partyCount = parties
    packageCount = packages
    self.utilities = utilities.flatMap { $0 }
    self.reservations = reservations
    self.patience = patience
    self.rounds = rounds
    self.rule = rule
    self.issues = OutcomeNumbering(optionCounts: issues ?? [packages])
    self.weights = weights
    self.quota = quota
    (rankedPackages, ranked) = OfferProblem.orders(of: utilities)
    ranks =
      self.issues.optionCounts.count == 1 ? OfferProblem.places(in: rankedPackages, packages) : []
    let width = PackageParts(self.issues).lower.count
    rankedParts = rankedPackages.map { (Int32($0 / width), Int32($0 % width)) }
    discounts = OfferProblem.powers(of: patience, count: rounds)
    var first: [Int] = []
    for party in 0..<parties {
      first.append(utilities[party].count { $0 < reservations[party] })
    }
    firstRational = first
  }

  /// How many packages there are; fails where the lists do not fit together, or hold numbers out of range.
  private static func packageCount(
    _ utilities: [[Double]],
    _ reservations: [Double],
    _ patience: [Double]
  ) throws(OfferError) -> Int {
    let parties = utilities.count
    guard (2...64).contains(parties) else { throw .partyCount(parties) }
    guard let packages = utilities.first?.count, packages > 0 else { throw .noPackages }
    for row in utilities where row.count != packages {
      throw .count(expected: packages, found: row.count)
    }
    for list in [reservations, patience] where list.count != parties {
      throw .count(expected: parties, found: list.count)
    }
    for party in 0..<parties {
      // Sums and differences of such numbers are finite too; NaN is refused.
      guard utilities[party].allSatisfy({ $0.magnitude <= 0x1p1000 }),
        reservations[party].magnitude <= 0x1p1000
      else { throw .notFinite(party: party) }
      guard (0...1).contains(patience[party]) else { throw .patience(party: party) }
    }
    return packages
  }

  /// What a package is worth to a party, time aside.
  @inline(__always)
  public func utility(of party: Int, _ package: Int) -> Double {
    utilities[party * packageCount + package]
  }

  /// What an agreement on a package in a round pays a party.
  public func payoff(of party: Int, _ package: Int, round: Int) -> Double {
    let outside = reservations[party]
    let factor = discounts[party * rounds + round]
    // Without a loss of bits where nothing is lost by waiting.
    return factor == 1
      ? utility(of: party, package) : outside + factor * (utility(of: party, package) - outside)
  }

  /// Whether a package is worth at least a party's reservation value.
  @inline(__always)
  public func isRational(_ package: Int, for party: Int) -> Bool {
    utility(of: party, package) >= reservations[party]
  }

  /// Whether a party has a package worth at least its reservation value.
  public func hasRationalPackage(_ party: Int) -> Bool { firstRational[party] < packageCount }

  /// The most that a package is worth to a party.
  @inline(__always)
  public func best(of party: Int) -> Double { ranked[(party + 1) * packageCount - 1] }

  /// The least that a package is worth to a party.
  @inline(__always)
  public func worst(of party: Int) -> Double { ranked[party * packageCount] }

  /// The least of a party's utilities that is not below its reservation value; its best for none.
  @inline(__always)
  public func floor(of party: Int) -> Double {
    ranked[party * packageCount + min(firstRational[party], packageCount - 1)]
  }

  /// Whether the consent of a set of parties, one bit each, makes an agreement.
  public func suffices(_ parties: UInt64) -> Bool {
    var weight = 0
    for party in 0..<partyCount where parties >> UInt64(party) & 1 != 0 {
      weight += weights[party]
    }
    return weight >= quota
  }

  /// How many packages are worth less than a level to a party.
  ///
  /// - Complexity: O(log m) for m packages.
  func rank(of level: Double, for party: Int) -> Int {
    let base = party * packageCount
    var low = 0
    var high = packageCount
    while low < high {
      let middle = (low + high) / 2
      if ranked[base + middle] < level { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension OfferProblem {
  private static func multiply(_ options: [Int], to packages: Int) -> Bool {
    var product = 1
    for count in options {
      guard count > 0, count <= packages else { return false }
      let (next, overflows) = product.multipliedReportingOverflow(by: count)
      guard !overflows else { return false }
      product = next
    }
    return product == packages
  }

  private static func orders(of utilities: [[Double]]) -> (packages: [Int], values: [Double]) {
    var packages: [Int] = []
    var values: [Double] = []
    for row in utilities {
      let order = row.indices.sorted { row[$0] != row[$1] ? row[$0] < row[$1] : $0 < $1 }
      packages += order
      values += order.map { row[$0] }
    }
    return (packages, values)
  }

  /// The place of each package in each party's order.
  private static func places(in orders: [Int], _ packages: Int) -> [Int32] {
    var places = [Int32](repeating: 0, count: orders.count)
    for (place, package) in orders.enumerated() {
      places[place / packages * packages + package] = Int32(place % packages)
    }
    return places
  }

  private static func powers(of factors: [Double], count: Int) -> [Double] {
    var powers: [Double] = []
    for factor in factors {
      var power = 1.0
      for _ in 0..<count {
        powers.append(power)
        power *= factor
      }
    }
    return powers
  }
}
