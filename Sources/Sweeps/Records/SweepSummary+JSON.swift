public import Documents

extension SweepSummary {
  /// The counts as a record, from which they can be read back.
  public var json: JSONValue {
    .object([
      ("samples", .integer(samples)), ("leftOut", .integer(leftOut)),
      (
        "failures",
        .object(failures.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      ("settled", SweepSummary.json(settled)),
      ("cycles", .integer(cycles)),
      ("equilibriumCounts", SweepSummary.json(equilibriumCounts)),
      ("equilibria", SweepSummary.json(equilibria)),
      ("claims", .array(claims.map { .integer($0) })),
      ("binCounts", .array(binCounts.map { .integer($0) })),
      ("bins", .array(binned.map { .integer($0) })),
      (
        "binsByOutcome",
        .object(
          binnedByOutcome.sorted { $0.key < $1.key }.map { key, bins in
            (String(key), .array(bins.map { .integer($0) }))
          }
        )
      ),
    ])
  }

  /// Reads counts back; nil where the record has another form.
  public init?(_ record: Node) {
    guard let samples = record.value("samples")?.integer,
      let leftOut = record.value("leftOut")?.integer,
      let failures = record.value("failures")?.members,
      let settled = record.value("settled")?.counts,
      let cycles = record.value("cycles")?.integer,
      let equilibriumCounts = record.value("equilibriumCounts")?.counts,
      let equilibria = record.value("equilibria")?.counts,
      let claims = record.value("claims")?.integers,
      let binCounts = record.value("binCounts")?.integers,
      let binned = record.value("bins")?.integers,
      let byOutcome = record.value("binsByOutcome")?.members,
      binCounts.allSatisfy({ (1...binned.count + 1).contains($0) }),
      binCounts.count <= binned.count, binCounts.reduce(0, +) == binned.count
    else { return nil }
    self.init(axes: binCounts, claims: claims.count)
    self.samples = samples
    self.leftOut = leftOut
    for member in failures {
      guard let count = member.value.integer else { return nil }
      self.failures[member.key] = count
    }
    self.settled = settled
    self.cycles = cycles
    self.equilibriumCounts = equilibriumCounts
    self.equilibria = equilibria
    self.claims = claims
    self.binned = binned
    for member in byOutcome {
      guard let key = Int(member.key), let bins = member.value.integers, bins.count == binned.count
      else { return nil }
      binnedByOutcome[key] = bins
    }
  }

  private static func json(_ counts: [Int: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { (String($0.key), .integer($0.value)) })
  }
}

extension PairSummary {
  /// The counts and sums as a record, from which they can be read back.
  public var json: JSONValue {
    .object([
      ("settledInBoth", .integer(settledInBoth)),
      ("sameOutcome", .integer(sameOutcome)),
      ("gains", .array(gains.map { .number($0) })),
      ("better", .array(better.map { .integer($0) })),
      ("worse", .array(worse.map { .integer($0) })),
    ])
  }

  /// Reads counts and sums back; nil where the record has another form.
  public init?(_ record: Node) {
    guard let settledInBoth = record.value("settledInBoth")?.integer,
      let sameOutcome = record.value("sameOutcome")?.integer,
      let gains = record.value("gains")?.numbers,
      let better = record.value("better")?.integers,
      let worse = record.value("worse")?.integers,
      better.count == gains.count, worse.count == gains.count
    else { return nil }
    self.init(players: gains.count)
    self.settledInBoth = settledInBoth
    self.sameOutcome = sameOutcome
    self.gains = gains
    self.better = better
    self.worse = worse
  }
}
