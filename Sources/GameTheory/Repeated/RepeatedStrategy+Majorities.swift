// Strategies that go by how often the other has cooperated or defected.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let majorities = [
    adaptiveTitForTat, doubler, e, forgiver, forgivingTitForTat, goByMajority, goByMajority10,
    goByMajority20,
    goByMajority40, goByMajority5, golden, grumpy, hardGoByMajority, hardGoByMajority10,
    hardGoByMajority20, hardGoByMajority40, hardGoByMajority5, levelPunisher, momentum, pi,
    revisedDowning,
    shortMem, trickyLevelPunisher, veryBad,
  ]

  // MARK: - Majorities

  /// Defects when the other has defected in more than half of all turns.
  public static let goByMajority = RepeatedStrategy("GoByMajority") {
    2 * $0.otherDefections > $0.turnCount ? .defect : .cooperate
  }

  /// Defects when the other has defected in half of all turns or more, and in the first turn.
  public static let hardGoByMajority = RepeatedStrategy("HardGoByMajority") {
    2 * $0.otherDefections >= $0.turnCount ? .defect : .cooperate
  }

  /// Goes by the majority of the last five turns; cooperates where it is even.
  public static let goByMajority5 = majority("GoByMajority5", 5, isHard: false)

  /// Goes by the majority of the last ten turns; cooperates where it is even.
  public static let goByMajority10 = majority("GoByMajority10", 10, isHard: false)

  /// Goes by the majority of the last twenty turns; cooperates where it is even.
  public static let goByMajority20 = majority("GoByMajority20", 20, isHard: false)

  /// Goes by the majority of the last forty turns; cooperates where it is even.
  public static let goByMajority40 = majority("GoByMajority40", 40, isHard: false)

  /// Goes by the majority of the last five turns; defects where it is even.
  public static let hardGoByMajority5 = majority("HardGoByMajority5", 5, isHard: true)

  /// Goes by the majority of the last ten turns; defects where it is even.
  public static let hardGoByMajority10 = majority("HardGoByMajority10", 10, isHard: true)

  /// Goes by the majority of the last twenty turns; defects where it is even.
  public static let hardGoByMajority20 = majority("HardGoByMajority20", 20, isHard: true)

  /// Goes by the majority of the last forty turns; defects where it is even.
  public static let hardGoByMajority40 = majority("HardGoByMajority40", 40, isHard: true)

  private static func majority(_ name: String, _ turns: Int, isHard: Bool) -> RepeatedStrategy {
    RepeatedStrategy(name) { history in
      let balance = history.other.suffix(turns).reduce(0) { $0 + ($1 == .defect ? 1 : -1) }
      return balance > 0 || balance == 0 && isHard ? .defect : .cooperate
    }
  }

  /// Cooperates for eleven turns; then goes by a majority of three or more in the last ten, or else by the last.
  public static let shortMem = RepeatedStrategy("ShortMem") { history in
    guard history.turnCount > 10 else { return .cooperate }
    let defections = history.other.suffix(10).count { $0 == .defect }
    return switch 2 * defections - 10 {
    case 3...: .defect
    case ...(-3): .cooperate
    default: history.answer
    }
  }

  /// Cooperates for three turns, then goes by the majority of all; where it is even, by the last turn.
  public static let veryBad = RepeatedStrategy("VeryBad") { history in
    let balance = history.otherCooperations - history.otherDefections
    if history.turnCount < 3 || balance > 0 { return .cooperate }
    return balance < 0 ? .defect : history.answer
  }

  // MARK: - Shares

  /// Defects when the other has defected in more than a tenth of all turns.
  public static let forgiver = RepeatedStrategy("Forgiver") {
    10 * $0.otherDefections > $0.turnCount ? .defect : .cooperate
  }

  /// Tit for tat while the other has defected in more than a tenth of all turns; else it cooperates.
  public static let forgivingTitForTat = RepeatedStrategy("ForgivingTitForTat") {
    10 * $0.otherDefections > $0.turnCount ? $0.answer : .cooperate
  }

  /// Answers a defection unless the other has cooperated more than twice as often as defected.
  ///
  /// - Source: PRISON, the program of the LIFL in Lille (1998).
  public static let doubler = RepeatedStrategy("Doubler") {
    $0.answer == .defect && $0.otherCooperations <= 2 * $0.otherDefections ? .defect : .cooperate
  }

  /// From the eleventh turn on defects when the other has defected in more than a fifth of all turns.
  public static let levelPunisher = RepeatedStrategy("LevelPunisher") {
    $0.turnCount >= 10 && 5 * $0.otherDefections > $0.turnCount ? .defect : .cooperate
  }

  /// For a hundred turns defects when the other has defected in more than a twentieth; then it cooperates.
  public static let trickyLevelPunisher = RepeatedStrategy("TrickyLevelPunisher") {
    $0.turnCount < 100 && 20 * $0.otherDefections > $0.turnCount ? .defect : .cooperate
  }

  /// Defects once the other's defections are more than ten ahead, until its cooperations are more than ten ahead.
  public static let grumpy = RepeatedStrategy("Grumpy") { (memory, history) in
    let lead = history.otherDefections - history.otherCooperations
    if memory.phase == 0 ? lead > 10 : lead < -10 { memory.phase = 1 - memory.phase }
    return memory.phase == 0 ? .cooperate : .defect
  }

  /// Steers the cooperations of both to the golden ratio of their defections.
  public static let golden = ratio("Golden", 1.618_033_988_749_895)

  /// Steers the cooperations of both to π times their defections.
  public static let pi = ratio("Pi", Double.pi)

  /// Steers the cooperations of both to e times their defections.
  public static let e = ratio("e", 2.718_281_828_459_045)

  private static func ratio(_ name: String, _ ratio: Double) -> RepeatedStrategy {
    RepeatedStrategy(name) { history in
      guard history.otherDefections > 0 else {
        return history.turnCount == 0 ? .cooperate : .defect
      }
      let defections = history.otherDefections + history.ownDefections
      let cooperations = 2 * history.turnCount - defections
      return Double(cooperations) / Double(defections) > ratio ? .defect : .cooperate
    }
  }

  // MARK: - Estimates

  /// Goes by a level that each turn moves half the way to 1, where the other cooperates, or to 0.
  ///
  /// The level is rounded as in the library, where it comes to 1 after some fifty cooperations on end.
  ///
  /// - Source: Tzafestas, From Animals to Animats 6 (2000).
  public static let adaptiveTitForTat = RepeatedStrategy("AdaptiveTitForTat") {
    (memory, history) in
    guard history.turnCount > 0 else {
      memory.level = 0.5
      return .cooperate
    }
    memory.level += 0.5 * (history.answer == .cooperate ? 1 - memory.level : -memory.level)
    return memory.level >= 0.5 ? .cooperate : .defect
  }

  /// Goes by a level that each turn moves a little to 1, where the other cooperates, or to 0.
  public static let momentum = RepeatedStrategy("Momentum") { (memory, history) in
    let share = 0.991_465_539_987_747_7
    let kept = history.turnCount == 0 ? 1 : share * memory.level
    let added = history.turnCount == 0 || history.answer == .defect ? 0 : 1 - share
    memory.level = kept + added
    return memory.level >= 0.967_659_561_372_490_7 ? .cooperate : .defect
  }

  /// Estimates how the other answers its cooperation and its defection, and does what is best against that.
  ///
  /// Numbers are rounded as in the library, since ties decide.
  ///
  /// - Source: Axelrod (1980); Downing's strategy, with the other first taken to answer in kind.
  public static let revisedDowning = RepeatedStrategy("RevisedDowning") { (memory, history) in
    guard let last = history.own.last else { return .cooperate }
    // Phase and count: cooperations that answered cooperation, and defection.
    if history.turnCount > 1, history.answer == .cooperate {
      if history.own[history.turnCount - 2] == .cooperate {
        memory.phase += 1
      } else {
        memory.count += 1
      }
    }
    let defections = history.ownDefections - last.rawValue
    let cooperations = history.turnCount - 1 - defections
    let good = cooperations == 0 ? 1 : Double(memory.phase) / Double(cooperations)
    let bad = defections == 0 ? 0 : Double(memory.count) / Double(defections)
    let cooperating = 6 * good - 8 * bad - 2
    let alternating = 4 * good - 5 * bad - 1
    if cooperating >= 0 && cooperating >= alternating { return .cooperate }
    return alternating >= 0 ? last.opposite : .defect
  }
}
