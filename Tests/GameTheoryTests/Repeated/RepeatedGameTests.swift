import TestSupport
import Testing

@testable import GameTheory

@Suite("Repeated games")
struct RepeatedGameTests {
  private static let axelrod = DilemmaPayoffs(
    temptation: 5,
    reward: 3,
    punishment: 1,
    sucker: 0
  )

  private static func plays(_ text: String) -> [Play] {
    text.map { $0 == "C" ? .cooperate : .defect }
  }

  /// What a strategy does against given turns, and once more after the last.
  private static func answers(_ strategy: RepeatedStrategy, to text: String) -> String {
    var history = PlayHistory()
    var answers = ""
    for answer in plays(text).map(Optional.some) + [nil] {
      let play = strategy.play(after: history)
      answers += play == .cooperate ? "C" : "D"
      if let answer { history.append(own: play, other: answer) }
    }
    return answers
  }

  // MARK: - Strategies, by hand

  @Test(
    "Strategies do what they are known for",
    arguments: [
      ("Alternator", "DDCCD", "CDCDCD"), ("CyclerDC", "DDCCD", "DCDCDC"),
      ("CyclerCCD", "DDCCDC", "CCDCCDC"), ("Cooperator", "DDD", "CCCC"),
      ("Defector", "CCC", "DDDD"), ("TitForTat", "CDDCD", "CCDDCD"),
      ("SuspiciousTitForTat", "CDDCD", "DCDDCD"), ("Bully", "CDDCD", "DDCCDC"),
      ("Grudger", "CCDCCC", "CCCDDDD"), ("TitFor2Tats", "DCDDDCD", "CCCCDDCC"),
      ("TwoTitsForTat", "DCCCDDCC", "CDDCCDDDC"), ("HardTitForTat", "DCCCCDC", "CDDDCCDD"),
      // Pavlov: it changes after each defection, from what it did itself.
      ("WinStayLoseShift", "CDCDDC", "CCDDCDD"),
      // One defection of two is no majority, two of three are.
      ("GoByMajority", "CDDDCCC", "CCCDDDCC"), ("GoByMajority", "DCCDD", "CDCCCD"),
    ]
  )
  func byHand(name: String, other: String, own: String) throws {
    let strategy = try #require(RepeatedStrategy.named.first { $0.name == name })
    #expect(Self.answers(strategy, to: other) == own)
  }

  @Test("Machines and functions of histories that mean the same do the same")
  func machines() {
    let grudger = RepeatedStrategy("grudger") { $0.otherDefections > 0 ? .defect : .cooperate }
    let pavlov = RepeatedStrategy("pavlov") { history in
      guard let own = history.own.last, let other = history.other.last else { return .cooperate }
      return own == other ? .cooperate : .defect
    }
    let copier = RepeatedStrategy("tit for tat") { $0.other.last ?? .cooperate }
    let bully = RepeatedStrategy("bully") { $0.other.last?.opposite ?? .defect }
    let wrong = failures(seeds: 50) { random in
      let text = (0..<20).map { _ in random.oneIn(3) ? "D" : "C" }.joined()
      for (a, b) in [
        (grudger, RepeatedStrategy.grudger), (pavlov, .winStayLoseShift), (copier, .titForTat),
        (bully, .bully),
      ] {
        guard Self.answers(a, to: text) == Self.answers(b, to: text) else {
          return "\(a.name) against \(text)"
        }
        // A match lets a machine go on from its state.
        let other = RepeatedStrategy("", cycling: Self.plays(text))
        let matches = [a, b].map { RepeatedMatch($0, other, turns: 30, payoffs: Self.axelrod) }
        guard matches[0] == matches[1] else { return "\(a.name) in a match with \(text)" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  // MARK: - Matches and tournaments

  @Test("A match turn by turn, and what is discounted")
  func match() {
    let match = RepeatedMatch(.titForTat, .defector, turns: 4, payoffs: Self.axelrod)
    #expect(match.history.own == Self.plays("CDDD") && match.history.other == Self.plays("DDDD"))
    #expect(match.totals == [3, 8])
    let half = Rational(1, 2)
    #expect(match.discountedTotal(of: 0, discount: half, payoffs: Self.axelrod) == Rational(7, 8))
    #expect(match.discountedTotal(of: 1, discount: half, payoffs: Self.axelrod) == Rational(47, 8))
    #expect(match.discountedTotal(of: 1, discount: 1, payoffs: Self.axelrod) == 8)
    #expect(RepeatedMatch(.bully, .bully, turns: 0, payoffs: Self.axelrod).totals == [0, 0])
  }

  @Test("A round robin adds up its matches, with or without matches with oneself")
  func roundRobin() {
    let strategies = [RepeatedStrategy.titForTat, .defector, .cooperator]
    let plain = RoundRobin(strategies, turns: 10, payoffs: Self.axelrod)
    // By hand: 9 and 14 between the first two, 30 each between the first and the last, 50 and 0.
    #expect(plain.totals == [39, 64, 30])
    #expect(plain.ranking == [1, 0, 2])
    #expect(plain.result(0, 1) == (9, 14) && plain.result(1, 0) == (14, 9))
    #expect(plain.result(2, 1) == (0, 50) && plain.result(2, 2) == (30, 30))
    let whole = RoundRobin(strategies, turns: 10, payoffs: Self.axelrod, hasSelfPlay: true)
    #expect(whole.totals == [69, 74, 60])
    let some = RepeatedStrategy.named.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
    let large = RoundRobin(some, turns: 9, payoffs: Self.axelrod)
    for (row, first) in some.enumerated() {
      for (column, second) in some.enumerated() {
        let match = RepeatedMatch(first, second, turns: 9, payoffs: Self.axelrod)
        #expect(large.result(row, column) == (match.totals[0], match.totals[1]))
      }
    }
  }

  // MARK: - Discount factors

  @Test("Critical discount factors of known payoffs")
  func discounts() {
    #expect(Self.axelrod.grimTriggerDiscount == Rational(1, 2))
    #expect(Self.axelrod.titForTatDiscount == Rational(2, 3))
    let flat = DilemmaPayoffs(temptation: 4, reward: 3, punishment: 2, sucker: 1)
    #expect(flat.grimTriggerDiscount == Rational(1, 2))
    #expect(flat.titForTatDiscount == Rational(1, 2))
    let chicken = DilemmaPayoffs(temptation: 4, reward: 3, punishment: 0, sucker: 1)
    #expect(chicken.grimTriggerDiscount == nil && chicken.titForTatDiscount == nil)
  }

  /// The most that anything can have against a machine, by values of its states: the discounted sum is a
  /// fixed point, and the best answer is one of finitely many plans, one play for each state.
  private static func best(
    against machine: StrategyMachine,
    _ discount: Rational,
    _ payoffs: DilemmaPayoffs
  ) -> Rational {
    let count = machine.states.count
    return (0..<1 << count).map { plan -> Rational in
      // A plan runs into a circle: turns until a state comes again, then the circle for ever.
      var (state, seen, earned): (Int, [Int], [Rational]) = (0, [], [])
      while !seen.contains(state) {
        seen.append(state)
        let play: Play = plan >> state & 1 == 0 ? .cooperate : .defect
        earned.append(payoffs.payoff(play, against: machine.states[state].play))
        state = machine.state(after: state, play)
      }
      let start = seen.firstIndex(of: state) ?? 0
      var (sum, factor, circle): (Rational, Rational, Rational) = (0, 1, 0)
      var length: Rational = 1
      for (turn, payoff) in earned.enumerated() {
        if turn < start {
          sum = sum + factor * payoff
          factor = factor * discount
        } else {
          circle = circle + length * payoff
          length = length * discount
        }
      }
      return sum + factor * circle / (1 - length)
    }.max() ?? 0
  }

  @Test("At the critical factor nothing does better than cooperating; just below, something does")
  func criticalDiscounts() {
    let state = StrategyMachine.State.init
    let grim = StrategyMachine([state(.cooperate, 0, 1), state(.defect, 1, 1)])
    let titForTat = StrategyMachine([state(.cooperate, 0, 1), state(.defect, 0, 1)])
    let wrong = failures(seeds: 100) { random in
      let sucker = random.int(in: -5...5)
      let punishment = sucker + random.int(in: 1...6)
      let reward = punishment + random.int(in: 1...6)
      let temptation = reward + random.int(in: 1...6)
      let payoffs = DilemmaPayoffs(
        temptation: Rational(temptation),
        reward: Rational(reward),
        punishment: Rational(punishment),
        sucker: Rational(sucker)
      )
      let found = [(grim, payoffs.grimTriggerDiscount), (titForTat, payoffs.titForTatDiscount)]
      for (machine, critical) in found {
        guard let critical else { return "no dilemma" }
        for (discount, pays) in [
          (critical, false), (critical * Rational(99, 100), true), ((critical + 1) / 2, false),
        ] where discount < 1 {
          let cooperating = payoffs.reward / (1 - discount)
          let isBetter = best(machine, discount, payoffs) > cooperating
          guard isBetter == pays else { return "\(payoffs), \(discount)" }
        }
      }
      return nil
    }
    func best(_ a: StrategyMachine, _ b: Rational, _ c: DilemmaPayoffs) -> Rational {
      Self.best(against: a, b, c)
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
