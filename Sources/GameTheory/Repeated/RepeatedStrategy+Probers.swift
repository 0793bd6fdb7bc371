// Strategies that try the other out by their own first turns or now and then.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let probers = [
    appeaser, collectiveStrategy, detective, doubleResurrection, firstByNydegger, gradualKiller,
    handshake, hardProber, prober, prober2, prober3, prober4, resurrection, secondByGladstein,
    secondByTester, sneakyTitForTat, trickyCooperator, trickyDefector,
  ]

  // MARK: - By the first turns

  /// Plays DCC; defects always if the other cooperated in turns 2 and 3, else tit for tat.
  ///
  /// - Source: Li, Hingston and Kendall, IEEE Transactions on Computational Intelligence and AI in Games 3 (2011).
  public static let prober = opening("Prober", [.defect, .cooperate, .cooperate]) {
    $0.otherBegan([.cooperate, .cooperate], from: 1) ? .defect : $0.answer
  }

  /// Plays DCC; cooperates always if the other played DC in turns 2 and 3, else tit for tat.
  ///
  /// - Source: PRISON, the program of the LIFL in Lille (1998).
  public static let prober2 = opening("Prober2", [.defect, .cooperate, .cooperate]) {
    $0.otherBegan([.defect, .cooperate], from: 1) ? .cooperate : $0.answer
  }

  /// Plays DC; defects always if the other cooperated in turn 2, else tit for tat.
  ///
  /// - Source: PRISON (1998).
  public static let prober3 = opening("Prober3", [.defect, .cooperate]) {
    $0.otherBegan([.cooperate], from: 1) ? .defect : $0.answer
  }

  /// Plays DDCC; defects always if the other cooperated in turns 2 and 3, else tit for tat.
  ///
  /// - Source: PRISON (1998).
  public static let hardProber = opening(
    "HardProber",
    [.defect, .defect, .cooperate, .cooperate]
  ) {
    $0.otherBegan([.cooperate, .cooperate], from: 1) ? .defect : $0.answer
  }

  /// Plays twenty turns; defects always if the other's defections after each of its plays are about as many.
  ///
  /// About as many are those that differ by two at most, the last turn of the twenty not counted; else it cooperates
  /// for five turns and goes on with tit for tat.
  ///
  /// - Source: PRISON (1998).
  public static let prober4 = opening(
    "Prober4",
    [0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1].map {
      $0 == 0 ? .cooperate : .defect
    }
  ) { history in
    let balance = zip(history.own, history.other).prefix(19).reduce(0) { sum, turn in
      turn.1 == .cooperate ? sum : sum + (turn.0 == .defect ? 1 : -1)
    }
    if abs(balance) <= 2 { return .defect }
    return history.turnCount < 25 ? .cooperate : history.answer
  }

  /// Plays CDCC; exploits one that has borne it, else plays tit for tat.
  public static let detective = opening(
    "Detective",
    [.cooperate, .defect, .cooperate, .cooperate]
  ) {
    $0.other.prefix(4).contains(.defect) ? $0.answer : .defect
  }

  /// Plays CD; cooperates always with one that did the same, and defects always else.
  ///
  /// - Source: Robson, Journal of Theoretical Biology 144 (1990).
  public static let handshake = opening("Handshake", [.cooperate, .defect]) {
    $0.otherBegan([.cooperate, .defect]) ? .cooperate : .defect
  }

  /// Plays CD; cooperates with one that did the same until its next defection, and defects always else.
  ///
  /// - Source: Li and Kendall (2009).
  public static let collectiveStrategy = opening("CollectiveStrategy", [.cooperate, .defect]) {
    $0.otherBegan([.cooperate, .defect]) && $0.otherDefections == 1 ? .cooperate : .defect
  }

  /// Plays DDDDDCC; defects always if the other defected in turns 6 and 7, and cooperates always else.
  ///
  /// - Source: PRISON (1998).
  public static let gradualKiller = opening(
    "GradualKiller",
    [.defect, .defect, .defect, .defect, .defect, .cooperate, .cooperate]
  ) {
    $0.otherBegan([.defect, .defect], from: 5) ? .defect : .cooperate
  }

  private static func opening(
    _ name: String,
    _ plays: [Play],
    _ rule: @escaping @Sendable (PlayHistory) -> Play
  ) -> RepeatedStrategy {
    RepeatedStrategy(name) { $0.turnCount < plays.count ? plays[$0.turnCount] : rule($0) }
  }

  // MARK: - Now and then

  /// Changes what it does whenever the other defects; cooperates first.
  public static let appeaser = RepeatedStrategy("Appeaser") {
    $0.otherDefections % 2 == 0 ? .cooperate : .defect
  }

  /// Cooperates twice, then defects until the other does; from then on tit for tat, bearing each answer to a defection.
  public static let sneakyTitForTat = RepeatedStrategy("SneakyTitForTat") { history in
    guard history.turnCount >= 2 else { return .cooperate }
    if history.otherDefections == 0 { return .defect }
    return history.own[history.turnCount - 2] == .defect ? .cooperate : history.answer
  }

  /// From the fourth turn on defects when the other has not in the last ten.
  public static let trickyCooperator = RepeatedStrategy("TrickyCooperator") {
    $0.turnCount >= 3 && !$0.otherDefected(inLast: 10) ? .defect : .cooperate
  }

  /// Cooperates only with one that has cooperated before and has defected three times on end.
  public static let trickyDefector = RepeatedStrategy("TrickyDefector") {
    $0.otherCooperations > 0 && $0.other.suffix(3) == [.defect, .defect, .defect]
      ? .cooperate : .defect
  }

  /// Tit for tat, but defects when it has itself for five turns on end.
  public static let resurrection = RepeatedStrategy("Resurrection") {
    $0.hasRepeated(.defect, 5) ? .defect : $0.answer
  }

  /// Tit for tat, but changes what it has done for five turns on end.
  public static let doubleResurrection = RepeatedStrategy("DoubleResurrection") {
    if $0.hasRepeated(.cooperate, 5) { return .defect }
    return $0.hasRepeated(.defect, 5) ? .cooperate : $0.answer
  }

  // MARK: - Of Axelrod's tournaments

  /// Goes by a sum over the last three turns, in which the other's defections weigh twice its own.
  ///
  /// - Source: Axelrod (1980); Nydegger's strategy.
  public static let firstByNydegger = RepeatedStrategy("FirstByNydegger") { history in
    let count = history.turnCount
    if count == 2 && history.other == [.defect, .cooperate] { return .defect }
    guard count > 2 else { return history.answer }
    let sum = (1...3).reduce(0) { sum, back in
      4 * sum + 2 * history.other[count - back].rawValue + history.own[count - back].rawValue
    }
    let defecting = [
      1, 6, 7, 17, 22, 23, 26, 29, 30, 31, 33, 38, 39, 45, 49, 54, 55, 58, 61,
    ]
    return defecting.contains(sum) ? .defect : .cooperate
  }

  /// Defects first, and as often as it cooperates while the other bears it; then makes up and is tit for tat.
  ///
  /// - Source: Axelrod (1980 b); Gladstein's strategy.
  public static let secondByGladstein = RepeatedStrategy("SecondByGladstein") { history in
    guard history.turnCount > 0 else { return .defect }
    if history.otherDefections == 0 {
      return history.ownCooperations > history.ownDefections ? .defect : .cooperate
    }
    return history.isFirstDefection ? .cooperate : history.answer
  }

  /// Defects first, cooperates twice, then changes each turn while the other bears it; then makes up as Gladstein's.
  ///
  /// - Source: Axelrod (1980 b); the strategy that he calls tester.
  public static let secondByTester = RepeatedStrategy("SecondByTester") { history in
    guard let last = history.own.last else { return .defect }
    if history.otherDefections == 0 { return history.turnCount < 3 ? .cooperate : last.opposite }
    return history.isFirstDefection ? .cooperate : history.answer
  }
}

extension PlayHistory {
  /// Whether the other has just defected for the first time.
  fileprivate var isFirstDefection: Bool { otherDefections == 1 && answer == .defect }

  /// Whether it has done the same itself for so many turns.
  fileprivate func hasRepeated(_ play: Play, _ turns: Int) -> Bool {
    turnCount >= turns && own.suffix(turns).allSatisfy { $0 == play }
  }
}
