// Strategies that tournaments made known. Names and rules are those of the Axelrod library, version 4.14.
extension RepeatedStrategy {
  /// All strategies with a name here.
  public static let named = [
    alternator, bully, cooperator, cyclerCCD, cyclerDC, defector, goByMajority, grudger,
    hardTitForTat, suspiciousTitForTat, titFor2Tats, titForTat, twoTitsForTat, winStayLoseShift,
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

  /// Cooperates first, then does what the other did.
  ///
  /// - Source: Axelrod, The Evolution of Cooperation (1984), chapter 2; Rapoport's strategy.
  public static let titForTat = RepeatedStrategy("TitForTat", copier(first: .cooperate))

  /// Defects first, then does what the other did.
  public static let suspiciousTitForTat = RepeatedStrategy(
    "SuspiciousTitForTat",
    copier(first: .defect)
  )

  /// Defects first, then does the opposite of what the other did.
  public static let bully = RepeatedStrategy(
    "Bully",
    StrategyMachine([
      StrategyMachine.State(.defect, afterCooperation: 0, afterDefection: 1),
      StrategyMachine.State(.cooperate, afterCooperation: 0, afterDefection: 1),
    ])
  )

  /// Cooperates until the other defects, and never again: grim trigger.
  ///
  /// - Source: Friedman, A non-cooperative equilibrium for supergames, Review of Economic Studies 38 (1971).
  public static let grudger = RepeatedStrategy(
    "Grudger",
    StrategyMachine([
      StrategyMachine.State(.cooperate, afterCooperation: 0, afterDefection: 1),
      StrategyMachine.State(.defect, afterCooperation: 1, afterDefection: 1),
    ])
  )

  /// Cooperates first; goes on with what it did when the other cooperated, and changes when it defected.
  ///
  /// - Source: Nowak and Sigmund, Nature 364 (1993): Pavlov.
  public static let winStayLoseShift = RepeatedStrategy(
    "WinStayLoseShift",
    StrategyMachine([
      StrategyMachine.State(.cooperate, afterCooperation: 0, afterDefection: 1),
      StrategyMachine.State(.defect, afterCooperation: 1, afterDefection: 0),
    ])
  )

  /// Defects when the other has defected twice on end.
  public static let titFor2Tats = RepeatedStrategy("TitFor2Tats") { history in
    history.other.suffix(2) == [.defect, .defect] ? .defect : .cooperate
  }

  /// Defects when the other has defected in one of the last two turns.
  public static let twoTitsForTat = RepeatedStrategy("TwoTitsForTat") {
    $0.otherDefected(inLast: 2) ? .defect : .cooperate
  }

  /// Defects when the other has defected in one of the last three turns.
  public static let hardTitForTat = RepeatedStrategy("HardTitForTat") {
    $0.otherDefected(inLast: 3) ? .defect : .cooperate
  }

  /// Defects when the other has defected in more than half of all turns.
  public static let goByMajority = RepeatedStrategy("GoByMajority") {
    2 * $0.otherDefections > $0.turnCount ? .defect : .cooperate
  }

  private static func copier(first: Play) -> StrategyMachine {
    // Each state plays what led to it.
    StrategyMachine([
      StrategyMachine.State(first, afterCooperation: 1, afterDefection: 2),
      StrategyMachine.State(.cooperate, afterCooperation: 1, afterDefection: 2),
      StrategyMachine.State(.defect, afterCooperation: 1, afterDefection: 2),
    ])
  }
}
