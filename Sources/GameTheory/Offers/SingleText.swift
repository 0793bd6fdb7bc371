/// Mediation with a single text: a mediator puts changes of one text to the vote.
///
/// A change replaces the option of one issue, or of a few; without issues every package may replace every other.
/// The mediator goes through the changes of the text at hand in random order. A party votes for a
/// change where it is worth at least as much to it as the text, or as the party's aspiration. The
/// change is adopted where votes suffice by the problem's rule and at least one party that votes
/// for it is better off. At the end each party signs if the text is worth at least its reservation
/// value.
///
/// So with unanimity, and no aspirations, each text is at least as good for all as the one before.
/// With a quota changes may come round again; then nothing is agreed on.
///
/// - Source: Fisher, International mediation: a working guide (1978), for the single text; Klein,
///   Faratin, Sayama and Bar-Yam, Negotiating complex contracts (2003), section 3, for a mediator
///   who climbs.
public struct SingleText: Sendable {
  /// When a party votes for a change.
  public enum Vote: Sendable, Equatable {
    /// Where it is worth at least as much as the text at hand.
    case better
    /// There, and where it is worth what a curve asks for at the time, between floor and best.
    case aspiration(ConcessionCurve)
  }

  /// A vote that was taken.
  public struct Step: Sendable, Hashable {
    /// The package that would be the text.
    public let package: Int
    /// Who voted for it, one bit each.
    public let supporters: UInt64
    /// Whether it became the text.
    public let isAdopted: Bool
  }

  /// Why the mediator stopped.
  public enum End: Sendable, Hashable {
    /// No change of the text is accepted.
    case noChangeAccepted
    /// The text became one that it had been before: with a quota changes can go round.
    case cycle
    /// As many votes were taken as there are to be.
    case deadline
  }

  /// What became of a mediation.
  public struct Result: Sendable, Equatable {
    /// The last text.
    public let text: Int
    /// Who signs it, one bit each.
    public let signatories: UInt64
    /// Whether those are enough by the problem's rule.
    public let isAgreement: Bool
    /// Why the mediator stopped.
    public let end: End
    /// Every vote.
    public let steps: [Step]

    /// What a party gets: the text's utility or, where it is not agreed on, its reservation value.
    ///
    /// Votes take no time that would be charged.
    public func payoff(of party: Int, in problem: OfferProblem) -> Double {
      isAgreement ? problem.utility(of: party, text) : problem.reservations[party]
    }
  }

  /// What is negotiated.
  public let problem: OfferProblem
  /// When each party votes for a change.
  public let votes: [Vote]
  /// The first text.
  public let start: Int
  /// How many votes are taken at most.
  public let proposals: Int
  /// How many issues a change may touch.
  public let breadth: Int

  /// Prepares a mediation.
  ///
  /// - Parameters:
  ///   - problem: what is negotiated.
  ///   - start: the first text.
  ///   - votes: when each party votes for a change; where it is no worse when nil.
  ///   - proposals: how many votes are taken at most; the problem's rounds when nil.
  ///   - breadth: how many issues a change may touch, 1 or more; with 2 one thing can be traded for another.
  /// - Throws: ``OfferError/unknownPackage(_:)``, ``OfferError/count(expected:found:)``,
  ///   ``OfferError/rounds(_:)`` and ``OfferError/negotiator(seat:)``.
  public init(
    _ problem: OfferProblem,
    start: Int,
    votes: [Vote]? = nil,
    proposals: Int? = nil,
    breadth: Int = 1
  ) throws(OfferError) {
    let votes = votes ?? [Vote](repeating: .better, count: problem.partyCount)
    guard (0..<problem.packageCount).contains(start) else { throw .unknownPackage(start) }
    guard votes.count == problem.partyCount else {
      throw .count(expected: problem.partyCount, found: votes.count)
    }
    let proposals = proposals ?? problem.rounds
    guard (1...1_000_000).contains(proposals) else { throw .rounds(proposals) }
    for (seat, vote) in votes.enumerated() {
      if case .aspiration(let curve) = vote, !curve.isDefined { throw .negotiator(seat: seat) }
    }
    self.problem = problem
    self.start = start
    self.votes = votes
    self.proposals = proposals
    self.breadth = max(1, breadth)
  }

  /// Mediates, the order of changes hanging on a seed.
  ///
  /// - Complexity: O(p) per vote for p parties, and the number of changes per text.
  public func run(seed: UInt64 = 0) -> Result {
    let mayChange = votes.contains { $0 != .better }
    var text = start
    var open = changes(of: start)
    var steps: [Step] = []
    var seen: Set<Int> = [start]
    while steps.count < proposals {
      if open.isEmpty {
        let again = mayChange ? changes(of: text) : []
        if again.isEmpty { return result(text, .noChangeAccepted, steps) }
        open = again
      }
      let bits = CounterRandom.bits(seed, steps.count)
      let place = CounterRandom.index(bits, below: open.count)
      let package = open[place]
      open.swapAt(place, open.count - 1)
      open.removeLast()
      let supporters = supporters(of: package, instead: text, number: steps.count)
      let isAdopted = isAdopted(package, instead: text, supporters)
      steps.append(Step(package: package, supporters: supporters, isAdopted: isAdopted))
      if isAdopted {
        text = package
        // With aspirations votes change with time, so the same text is not the same again.
        if !seen.insert(text).inserted, !mayChange { return result(text, .cycle, steps) }
        open = changes(of: text)
      }
    }
    let isSettled = open.isEmpty && !mayChange
    return result(text, isSettled ? .noChangeAccepted : .deadline, steps)
  }

  /// The packages that differ from one in so few issues, each once.
  private func changes(of package: Int) -> [Int] {
    var found: [Int] = []
    func change(_ package: Int, from first: Int, _ left: Int) {
      for issue in problem.issues.optionCounts.indices.dropFirst(first) {
        let own = problem.issues.option(of: issue, in: package)
        for option in 0..<problem.issues.optionCounts[issue] where option != own {
          let changed = problem.issues.replacing(issue, with: option, in: package)
          found.append(changed)
          if left > 1 { change(changed, from: issue + 1, left - 1) }
        }
      }
    }
    change(package, from: 0, breadth)
    return found
  }

  private func supporters(of package: Int, instead text: Int, number: Int) -> UInt64 {
    var found: UInt64 = 0
    let time = Double(number + 1) / Double(proposals + 1)
    for party in 0..<problem.partyCount {
      let utility = problem.utility(of: party, package)
      var isFor = utility >= problem.utility(of: party, text)
      if case .aspiration(let curve) = votes[party], !isFor, problem.isRational(package, for: party)
      {
        let floor = problem.floor(of: party)
        let share = curve.aspiration(at: time) ?? 1
        isFor = utility >= floor + share * (problem.best(of: party) - floor)
      }
      if isFor { found |= UInt64(1) << UInt64(party) }
    }
    return found
  }

  private func isAdopted(_ package: Int, instead text: Int, _ supporters: UInt64) -> Bool {
    problem.suffices(supporters)
      && (0..<problem.partyCount).contains { party in
        supporters >> UInt64(party) & 1 != 0
          && problem.utility(of: party, package) > problem.utility(of: party, text)
      }
  }

  private func result(_ text: Int, _ end: End, _ steps: [Step]) -> Result {
    var signatories: UInt64 = 0
    for party in 0..<problem.partyCount where problem.isRational(text, for: party) {
      signatories |= UInt64(1) << UInt64(party)
    }
    return Result(
      text: text,
      signatories: signatories,
      isAgreement: end != .cycle && problem.suffices(signatories),
      end: end,
      steps: steps
    )
  }
}
