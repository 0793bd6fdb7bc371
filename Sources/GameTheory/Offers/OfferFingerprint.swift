/// A 64-bit number of what it was given, to tell other talks and damaged records; no more than that.
///
/// - Source: the finaliser of SplitMix64, applied once for each number (``CounterRandom``).
struct OfferFingerprint {
  private(set) var bits = CounterRandom.mix(CounterRandom.step)

  mutating func add(_ bits: UInt64) {
    self.bits = CounterRandom.mix((self.bits ^ bits) &+ CounterRandom.step)
  }

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ number: Double) {
    // Numbers that are equal count as the same, 0 and -0 too.
    add((number + 0).bitPattern)
  }

  mutating func add(_ numbers: [Int]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  mutating func add(_ numbers: [Double]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }
}

extension OfferProblem {
  /// A number of all that is negotiated, the same in every run and on every machine.
  ///
  /// Problems of the same numbers have the same one; others have another, all but certainly.
  /// - Complexity: O(p m) for p parties and m packages.
  public var fingerprint: UInt64 {
    var print = OfferFingerprint()
    print.add(issues.optionCounts)
    print.add(rounds)
    print.add(reservations)
    print.add(patience)
    print.add(utilities)
    // Rules under which the same parties suffice by the same weights are the same.
    print.add(weights)
    print.add(quota)
    return print.bits
  }
}

extension OfferSession {
  /// A number of what is negotiated and who plays each seat; see ``OfferProblem/fingerprint``.
  ///
  /// What is saved of talks besides ``replay``, so that nobody goes on with them in others.
  public static func fingerprint(of problem: OfferProblem, seats: [Negotiator?]) -> UInt64 {
    var print = OfferFingerprint()
    print.add(problem.fingerprint)
    for negotiator in seats {
      print.add(negotiator == nil ? 0 : 1)
      negotiator?.add(to: &print)
    }
    return print.bits
  }

  /// A number of these talks so far: fingerprint, seed, and every turn that was recorded.
  ///
  /// Talks that were saved and are played again come to the same one, or else their record was
  /// changed.
  public var checksum: UInt64 {
    var print = OfferFingerprint()
    print.add(OfferSession.fingerprint(of: problem, seats: seats))
    print.add(seed)
    print.add(round)
    print.add(speaker)
    print.add(supporters)
    print.add(present)
    for event in trace {
      print.add(event.round)
      print.add(event.speaker)
      switch event.action {
      case .offer(let package): print.add([0, package])
      case .accept: print.add(1)
      case .pass: print.add(2)
      case .walkAway: print.add(3)
      }
    }
    return print.bits
  }
}

extension Negotiator {
  fileprivate func add(to print: inout OfferFingerprint) {
    tactic.add(to: &print)
    switch choice {
    case .lowest(let tolerance): print.add([0, tolerance])
    case .random: print.add(1)
    case .modelled: print.add(2)
    case .lowestWithin(let shortfall): print.add([3, shortfall])
    }
    switch acceptance {
    case .aspiration: print.add(0)
    case .next(let factor, let gap): print.add([1, factor, gap])
    case .constant(let share): print.add([2, share])
    case .time(let start): print.add([3, start])
    case .combined(let start, let level): print.add([4, start, level == .best ? 0 : 1])
    }
  }
}

extension ConcessionTactic {
  fileprivate func add(to print: inout OfferFingerprint) {
    switch self {
    case .time(let curve): curve.add(to: &print)
    case .relativeTitForTat(let delay): print.add([10, delay])
    case .absoluteTitForTat(let delay, let extra):
      print.add([11, delay])
      print.add(extra)
    case .averagedTitForTat(let window): print.add([12, window])
    case .reciprocator(let opening, let generosity, let retaliation):
      print.add([13, opening, generosity, retaliation])
    }
  }
}

extension ConcessionCurve {
  fileprivate func add(to print: inout OfferFingerprint) {
    switch self {
    case .faratinPolynomial(let opening, let beta): print.add([0, opening, beta])
    case .faratinExponential(let opening, let beta): print.add([1, opening, beta])
    case .genius(let opening, let exponent): print.add([2, opening, exponent])
    case .polynomial(let maximum, let exponent): print.add([3, maximum, exponent])
    case .exponential(let maximum, let exponent): print.add([4, maximum, exponent])
    case .constant(let share): print.add([5, share])
    }
  }
}
