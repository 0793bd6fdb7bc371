// Strategies that answer defections with defections, for a time.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let retaliators = [
    aggravater, firstByDavis, firstByShubik, foolMeOnce, forgetfulGrudger, generalSoftGrudger,
    gradual, grudgerAlternator, hardTitFor2Tats, hardTitForTat, inversePunisher, limitedRetaliate,
    limitedRetaliate2, limitedRetaliate3, nTitsForMTats, onceBitten, originalGradual, punisher,
    retaliate, retaliate2, retaliate3, secondByWhite, slowTitForTwoTats2, softGrudger, spitefulCC,
    titFor2Tats, twoTitsForTat,
  ]

  // MARK: - By the last turns

  /// Defects when the other has defected twice on end.
  public static let titFor2Tats = RepeatedStrategy("TitFor2Tats") {
    $0.other.suffix(2) == [.defect, .defect] ? .defect : .cooperate
  }

  /// Defects when the other has defected in one of the last two turns.
  public static let twoTitsForTat = RepeatedStrategy("TwoTitsForTat") {
    $0.otherDefected(inLast: 2) ? .defect : .cooperate
  }

  /// Defects when the other has defected in one of the last three turns.
  public static let hardTitForTat = RepeatedStrategy("HardTitForTat") {
    $0.otherDefected(inLast: 3) ? .defect : .cooperate
  }

  /// Defects when the other has defected twice on end in the last three turns.
  public static let hardTitFor2Tats = RepeatedStrategy("HardTitFor2Tats") { history in
    let last = history.other.suffix(3)
    return zip(last, last.dropFirst()).contains { $0 == .defect && $1 == .defect }
      ? .defect : .cooperate
  }

  /// Defects three times after two defections on end, counted anew when two come again.
  public static let nTitsForMTats = RepeatedStrategy("NTitsForMTats") { (memory, history) in
    if history.other.suffix(2) == [.defect, .defect] { memory.turns = 3 }
    if memory.turns == 0 { return .cooperate }
    memory.turns -= 1
    return .defect
  }

  /// Does what the other did where that was the same in the last two turns, else what it did itself.
  ///
  /// - Source: PRISON, the program of the LIFL in Lille (1998).
  public static let slowTitForTwoTats2 = RepeatedStrategy("SlowTitForTwoTats2") { history in
    guard let last = history.own.last, history.turnCount >= 2 else { return .cooperate }
    return history.other[history.turnCount - 2] == history.answer ? history.answer : last
  }

  /// From the eleventh turn on answers a defection when the other has made too many.
  ///
  /// They are when, times the whole part of the turn's natural logarithm, they are as many as the turns, this one
  /// counted.
  ///
  /// - Source: Axelrod, More Effective Choice in the Prisoner's Dilemma (1980); White's strategy.
  public static let secondByWhite = RepeatedStrategy("SecondByWhite") { history in
    let turn = history.turnCount + 1
    if turn <= 10 || history.answer == .cooperate { return .cooperate }
    let factor = Int(ElementaryFunctions.log(Double(turn)))
    return factor * history.otherDefections >= turn ? .defect : .cooperate
  }

  // MARK: - For ever

  /// Forgives one defection; after the second it defects always.
  public static let foolMeOnce = RepeatedStrategy("FoolMeOnce") {
    $0.otherDefections > 1 ? .defect : .cooperate
  }

  /// Defects for three turns, then is a grudger.
  public static let aggravater = RepeatedStrategy("Aggravater") {
    $0.turnCount < 3 || $0.otherDefections > 0 ? .defect : .cooperate
  }

  /// Cooperates for two turns, then is a grudger.
  public static let spitefulCC = RepeatedStrategy("SpitefulCC") {
    $0.turnCount >= 2 && $0.otherDefections > 0 ? .defect : .cooperate
  }

  /// Cooperates for ten turns, then is a grudger.
  ///
  /// - Source: Axelrod, Effective Choice in the Prisoner's Dilemma, Journal of Conflict Resolution 24 (1980);
  ///   Davis's strategy.
  public static let firstByDavis = RepeatedStrategy("FirstByDavis") {
    $0.turnCount >= 10 && $0.otherDefections > 0 ? .defect : .cooperate
  }

  /// Cooperates until the other defects, then defects and cooperates in turns.
  public static let grudgerAlternator = RepeatedStrategy("GrudgerAlternator") {
    $0.otherDefections > 0 && $0.own.last == .cooperate ? .defect : .cooperate
  }

  // MARK: - For a time

  /// After each defection defects for ten turns; one that comes in the tenth counts for one turn more.
  public static let forgetfulGrudger = RepeatedStrategy("ForgetfulGrudger") { (memory, history) in
    if memory.turns == 10 { memory = StrategyMemory() }
    if history.answer == .defect { memory.phase = 1 }
    if memory.phase == 0 { return .cooperate }
    memory.turns += 1
    return .defect
  }

  /// After two defections on end defects for eleven turns.
  public static let onceBitten = RepeatedStrategy("OnceBitten") { (memory, history) in
    if memory.turns > 0 {
      memory.turns -= 1
      return .defect
    }
    guard history.other.suffix(2) == [.defect, .defect] else { return .cooperate }
    memory.turns = 10
    return .defect
  }

  /// After a defection defects four times and cooperates twice, whatever the other does.
  ///
  /// - Source: Li, Hingston and Kendall, IEEE Transactions on Computational Intelligence and AI in Games 3 (2011).
  public static let softGrudger = punishing("SoftGrudger", calm: 2) { (memory, _) in
    memory.turns = 4
  }

  /// The soft grudger, as the library's general form of it has it.
  public static let generalSoftGrudger = punishing("GeneralSoftGrudger", calm: 2) { (memory, _) in
    memory.turns = 4
  }

  /// After a defection defects as often as the other has in all so far, then cooperates twice.
  ///
  /// - Source: Beaufils, Delahaye and Mathieu (1997), in the form of Mathieu and Delahaye (2018).
  public static let gradual = punishing("Gradual", calm: 2) { (memory, history) in
    memory.turns = history.otherDefections
  }

  /// Its nth punishment is n defections, after which it cooperates twice.
  ///
  /// - Source: Beaufils, Delahaye and Mathieu, Our meeting with gradual, Artificial Life V (1997).
  public static let originalGradual = punishing("OriginalGradual", calm: 2) { (memory, _) in
    memory.count += 1
    memory.turns = memory.count
  }

  /// Its nth punishment is n defections; it punishes a defection against its own cooperation.
  ///
  /// - Source: Axelrod (1980); Shubik's strategy.
  public static let firstByShubik = RepeatedStrategy("FirstByShubik") { (memory, history) in
    if memory.turns == 0 {
      guard history.answer == .defect, history.own.last == .cooperate else { return .cooperate }
      memory.count += 1
      memory.turns = memory.count
    }
    memory.turns -= 1
    return .defect
  }

  /// Punishes a defection the longer, up to twenty turns more, the oftener the other has defected.
  public static let punisher = punishing("Punisher", calm: 0) { (memory, history) in
    memory.turns = 1 + 20 * history.otherDefections / history.turnCount
  }

  /// Punishes a defection the longer, up to twenty turns more, the oftener the other has cooperated.
  public static let inversePunisher = punishing("InversePunisher", calm: 0) { (memory, history) in
    memory.turns = 1 + max(1, 20 * history.otherCooperations / history.turnCount)
  }

  /// Defects for some turns after a defection, then cooperates for some, without looking.
  private static func punishing(
    _ name: String,
    calm: Int,
    start: @escaping @Sendable (inout StrategyMemory, PlayHistory) -> Void
  ) -> RepeatedStrategy {
    RepeatedStrategy(name) { (memory, history) in
      if memory.turns == 0 {
        guard history.answer == .defect else { return .cooperate }
        start(&memory, history)
        memory.turns += calm
      }
      memory.turns -= 1
      return memory.turns >= calm ? .defect : .cooperate
    }
  }

  // MARK: - Until it is even

  /// Defects while it has lost more turns to the other than a tenth of those that the other has lost to it.
  public static let retaliate = retaliating("Retaliate", percent: 10, limit: nil)

  /// Retaliates at more than 8 percent.
  public static let retaliate2 = retaliating("Retaliate2", percent: 8, limit: nil)

  /// Retaliates at more than 5 percent.
  public static let retaliate3 = retaliating("Retaliate3", percent: 5, limit: nil)

  /// Retaliates at more than a tenth, and cooperates once after twenty defections.
  public static let limitedRetaliate = retaliating("LimitedRetaliate", percent: 10, limit: 20)

  /// Retaliates at more than 8 percent, and cooperates once after fifteen defections.
  public static let limitedRetaliate2 = retaliating("LimitedRetaliate2", percent: 8, limit: 15)

  /// Retaliates at more than 5 percent, and cooperates once after twenty defections.
  public static let limitedRetaliate3 = retaliating("LimitedRetaliate3", percent: 5, limit: 20)

  private static func retaliating(
    _ name: String,
    percent: Int,
    limit: Int?
  ) -> RepeatedStrategy {
    RepeatedStrategy(name) { (memory, history) in
      let isEven = 100 * history.losses <= percent * history.gains
      if isEven || memory.turns == limit {
        memory.turns = 0
        return .cooperate
      }
      memory.turns += 1
      return .defect
    }
  }
}
