extension ExpectedUtilityModel {
  /// All offers of a round, by mover and then by proposer.
  func offers(_ positions: [Double], _ own: SquareTable, _ perceived: SquareTable) -> [Offer] {
    var offers: [Offer] = []
    for i in positions.indices {
      for j in positions.indices where positions[i] != positions[j] {
        let a = own[i, j]
        let b = perceived[i, j]
        // The one that expects to win is no mover; what it makes the other one do is the other's to see.
        if a > 0 && a > b { continue }
        let kind = ExpectedUtilityModel.kind(a, b)
        let position =
          switch kind {
          case .confrontation, .capitulation: positions[j]
          case .compromise: positions[i] + (positions[j] - positions[i]) * (a / b).magnitude
          case .stalemate: positions[i]
          }
        offers.append(
          Offer(
            proposer: j,
            mover: i,
            kind: kind,
            moverUtility: a,
            proposerUtility: b,
            position: position
          )
        )
      }
    }
    return offers
  }

  private static func kind(_ a: Double, _ b: Double) -> Offer.Kind {
    if b > a && a > 0 { return .confrontation }
    guard a < 0, b > 0 else { return .stalemate }
    if b > -a { return .compromise }
    return b < -a ? .capitulation : .stalemate
  }

  /// For each actor which of the offers it accepts.
  func acceptedOffers(_ offers: [Offer], _ positions: [Double]) -> [Int?] {
    var accepted = [Int?](repeating: nil, count: positions.count)
    for (index, offer) in offers.enumerated() where offer.kind != .stalemate {
      if settings.acceptance == .program && offer.kind == .capitulation { continue }
      guard let best = accepted[offer.mover] else {
        accepted[offer.mover] = index
        continue
      }
      if isBetter(offer, than: offers[best], positions) { accepted[offer.mover] = index }
    }
    return accepted
  }

  /// Whether an offer is better than one that comes before it; not where they are the same up to rounding.
  private func isBetter(_ offer: Offer, than best: Offer, _ positions: [Double]) -> Bool {
    let own = positions[offer.mover]
    let movement = (offer.position - own).magnitude - (best.position - own).magnitude
    let isNearer = movement < -0x1p-40 * initialRange
    if settings.acceptance == .mostPower {
      let difference = weights[offer.proposer] - weights[best.proposer]
      let tolerance = 0x1p-40 * max(weights[offer.proposer], weights[best.proposer])
      return difference > tolerance || (difference >= -tolerance && isNearer)
    }
    guard offer.kind == best.kind else { return offer.kind.rank < best.kind.rank }
    guard settings.acceptance == .program, offer.kind == .compromise else { return isNearer }
    return middle(offer, positions) - middle(best, positions) < -0x1p-40 * initialRange
  }

  /// The point between two actors that the program has compared since, weighted with what they expect.
  private func middle(_ offer: Offer, _ positions: [Double]) -> Double {
    let a = offer.moverUtility.magnitude
    let b = offer.proposerUtility.magnitude
    return (a * positions[offer.mover] + b * positions[offer.proposer]) / (a + b)
  }
}

extension ExpectedUtilityModel.Offer.Kind {
  /// Which kind comes before which.
  fileprivate var rank: Int {
    switch self {
    case .confrontation: 0
    case .compromise: 1
    case .capitulation: 2
    case .stalemate: 3
    }
  }
}
