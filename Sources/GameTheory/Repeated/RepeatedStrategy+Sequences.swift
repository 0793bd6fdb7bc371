// Strategies that play a sequence of their own, whatever the other does.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let sequences = [
    alternator, antiCycler, cooperator, cyclerCCCCCD, cyclerCCCD, cyclerCCCDCD, cyclerCCD, cyclerDC,
    cyclerDDC, defector, thueMorse, thueMorseInverse,
  ]

  /// Cooperates always.
  public static let cooperator = RepeatedStrategy("Cooperator", cycling: [.cooperate])

  /// Defects always.
  public static let defector = RepeatedStrategy("Defector", cycling: [.defect])

  /// Cooperates and defects in turns.
  public static let alternator = RepeatedStrategy("Alternator", cycling: [.cooperate, .defect])

  /// Defects and cooperates in turns.
  public static let cyclerDC = RepeatedStrategy("CyclerDC", cycling: [.defect, .cooperate])

  /// Cooperates twice and defects, over and over.
  public static let cyclerCCD = RepeatedStrategy(
    "CyclerCCD",
    cycling: [.cooperate, .cooperate, .defect]
  )

  /// Defects twice and cooperates, over and over.
  public static let cyclerDDC = RepeatedStrategy(
    "CyclerDDC",
    cycling: [.defect, .defect, .cooperate]
  )

  /// Cooperates three times and defects, over and over.
  public static let cyclerCCCD = RepeatedStrategy(
    "CyclerCCCD",
    cycling: [.cooperate, .cooperate, .cooperate, .defect]
  )

  /// Cooperates five times and defects, over and over.
  public static let cyclerCCCCCD = RepeatedStrategy(
    "CyclerCCCCCD",
    cycling: [.cooperate, .cooperate, .cooperate, .cooperate, .cooperate, .defect]
  )

  /// Cooperates three times, defects, cooperates and defects, over and over.
  public static let cyclerCCCDCD = RepeatedStrategy(
    "CyclerCCCDCD",
    cycling: [.cooperate, .cooperate, .cooperate, .defect, .cooperate, .defect]
  )

  /// Plays a sequence without cycles: CDD, then one cooperation and D, two and D, three and D.
  public static let antiCycler = RepeatedStrategy("AntiCycler") { (memory, history) in
    if history.turnCount < 3 { return history.turnCount == 0 ? .cooperate : .defect }
    if memory.turns <= memory.count {
      memory.turns += 1
      return .cooperate
    }
    memory.count += 1
    memory.turns = 0
    return .defect
  }

  /// Plays the sequence of Thue and Morse: cooperates in turns, from 0 on, with an odd number of binary ones.
  public static let thueMorse = RepeatedStrategy("ThueMorse") {
    $0.turnCount.nonzeroBitCount % 2 == 1 ? .cooperate : .defect
  }

  /// Plays the opposite of the sequence of Thue and Morse.
  public static let thueMorseInverse = RepeatedStrategy("ThueMorseInverse") {
    $0.turnCount.nonzeroBitCount % 2 == 1 ? .defect : .cooperate
  }
}
