// Strategies that are small machines.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let machines = [
    antiTitForTat, bully, contriteTitForTat, easyGo, fortress3, fortress4, grudger, oppositeGrudger,
    predator, pun1, raider, ripoff, secondByColbert, solutionB1, solutionB5, spitefulTitForTat,
    suspiciousTitForTat, thumper, titForTat, usuallyCooperates, usuallyDefects, winShiftLoseStay,
    winStayLoseShift,
  ]

  // MARK: - One or two states

  /// Cooperates first, then does what the other did.
  ///
  /// - Source: Axelrod, The Evolution of Cooperation (1984), chapter 2; Rapoport's strategy.
  public static let titForTat = RepeatedStrategy("TitForTat", copier(first: .cooperate))

  /// Tit for tat that makes good its own slips; where none occur, as here, it is tit for tat.
  ///
  /// - Source: Wu and Axelrod, Journal of Conflict Resolution 39 (1995).
  public static let contriteTitForTat = RepeatedStrategy(
    "ContriteTitForTat",
    copier(first: .cooperate)
  )

  /// Defects first, then does what the other did.
  public static let suspiciousTitForTat = RepeatedStrategy(
    "SuspiciousTitForTat",
    copier(first: .defect)
  )

  /// Defects first, then does the opposite of what the other did.
  public static let bully = RepeatedStrategy("Bully", StrategyMachine([(d, 0, 1), (c, 0, 1)]))

  /// Cooperates first, then does the opposite of what the other did.
  public static let antiTitForTat = RepeatedStrategy(
    "AntiTitForTat",
    StrategyMachine([(c, 1, 0), (d, 1, 0)])
  )

  /// Cooperates until the other defects, and never again: grim trigger.
  ///
  /// - Source: Friedman, A non-cooperative equilibrium for supergames, Review of Economic Studies 38 (1971).
  public static let grudger = RepeatedStrategy("Grudger", StrategyMachine([(c, 0, 1), (d, 1, 1)]))

  /// Defects until the other cooperates, and never again.
  public static let oppositeGrudger = RepeatedStrategy(
    "OppositeGrudger",
    StrategyMachine([(d, 1, 0), (c, 1, 1)])
  )

  /// Defects until the other defects, and never again.
  public static let easyGo = RepeatedStrategy("EasyGo", StrategyMachine([(d, 0, 1), (c, 1, 1)]))

  /// Tit for tat until the other defects twice on end, then defects always.
  public static let spitefulTitForTat = RepeatedStrategy(
    "SpitefulTitForTat",
    StrategyMachine([(c, 0, 1), (d, 0, 2), (d, 2, 2)])
  )

  /// Cooperates first; goes on with what it did when the other cooperated, and changes when it defected.
  ///
  /// - Source: Nowak and Sigmund, Nature 364 (1993): Pavlov.
  public static let winStayLoseShift = RepeatedStrategy(
    "WinStayLoseShift",
    StrategyMachine([(c, 0, 1), (d, 1, 0)])
  )

  /// Defects first; changes what it did when the other cooperated, and goes on with it when it defected.
  public static let winShiftLoseStay = RepeatedStrategy(
    "WinShiftLoseStay",
    StrategyMachine([(d, 1, 0), (c, 0, 1)])
  )

  // MARK: - Machines found by search

  /// Defects until three turns of defections by the other show one of its kind, then cooperates with it.
  ///
  /// - Source: Ashlock and Ashlock, IEEE International Conference on Evolutionary Computation (2006).
  public static let fortress3 = RepeatedStrategy(
    "Fortress3",
    StrategyMachine(first: .defect, [((0, d), (1, d)), ((0, d), (2, c)), ((2, c), (0, d))])
  )

  /// Fortress3 with one more turn.
  ///
  /// - Source: Ashlock and Ashlock (2006).
  public static let fortress4 = RepeatedStrategy(
    "Fortress4",
    StrategyMachine(
      first: .defect,
      [((0, d), (1, d)), ((0, d), (2, d)), ((0, d), (3, c)), ((3, c), (0, d))]
    )
  )

  /// A machine of nine states.
  ///
  /// - Source: Ashlock and Ashlock (2006).
  public static let predator = RepeatedStrategy(
    "Predator",
    StrategyMachine(
      first: .cooperate,
      [
        ((0, d), (1, d)), ((2, d), (3, d)), ((4, c), (3, d)), ((5, d), (4, c)), ((2, c), (6, d)),
        ((7, d), (3, d)),
        ((7, c), (7, d)), ((8, d), (7, d)), ((8, d), (6, d)),
      ]
    )
  )

  /// Punishes in every other turn what the other did in the turn before.
  ///
  /// - Source: Ashlock, Kim and Leahy, IEEE Transactions on Systems, Man and Cybernetics C 36 (2006).
  public static let pun1 = RepeatedStrategy(
    "Pun1",
    StrategyMachine(first: .defect, [((1, c), (1, c)), ((0, c), (0, d))])
  )

  /// A machine of four states.
  ///
  /// - Source: Ashlock, Tsang and Ashlock, IEEE Symposium on Foundations of Computational Intelligence (2014).
  public static let raider = RepeatedStrategy(
    "Raider",
    StrategyMachine(
      first: .defect,
      [((2, d), (2, d)), ((1, c), (1, d)), ((0, d), (3, c)), ((0, d), (1, c))]
    )
  )

  /// Defects every other turn while the other bears it; after a defection of the other it is tit for tat.
  ///
  /// - Source: Ashlock and Kim, IEEE Transactions on Evolutionary Computation 12 (2008).
  public static let ripoff = RepeatedStrategy(
    "Ripoff",
    StrategyMachine(first: .defect, [((1, c), (2, c)), ((0, d), (2, c)), ((2, c), (2, d))])
  )

  /// Defects for two turns after a cooperation, or one after a defection, before it looks again.
  ///
  /// - Source: Ashlock and Kim (2008).
  public static let thumper = RepeatedStrategy(
    "Thumper",
    StrategyMachine(first: .cooperate, [((0, c), (1, d)), ((0, d), (0, d))])
  )

  /// A machine of three states.
  ///
  /// - Source: Ashlock, Brown and Hingston, IEEE Transactions on Computational Intelligence and AI in Games 7 (2015).
  public static let solutionB1 = RepeatedStrategy(
    "SolutionB1",
    StrategyMachine(first: .defect, [((1, d), (0, d)), ((1, c), (2, c)), ((2, c), (2, c))])
  )

  /// A machine of six states.
  ///
  /// - Source: Ashlock, Brown and Hingston (2015).
  public static let solutionB5 = RepeatedStrategy(
    "SolutionB5",
    StrategyMachine(
      first: .defect,
      [
        ((1, c), (5, d)), ((1, c), (2, d)), ((5, c), (0, d)), ((2, c), (5, d)), ((4, d), (3, d)),
        ((2, c), (4, d)),
      ]
    )
  )

  /// Cooperates except after a defection of the other and a cooperation that follows it.
  ///
  /// - Source: Ashlock, Kim and Ashlock, IEEE Transactions on Computational Intelligence and AI in Games 1 (2009).
  public static let usuallyCooperates = RepeatedStrategy(
    "UsuallyCooperates",
    StrategyMachine(first: .cooperate, [((0, c), (1, c)), ((0, d), (0, c))])
  )

  /// Defects except after a cooperation of the other and a defection that follows it.
  ///
  /// - Source: Ashlock, Kim and Ashlock (2009).
  public static let usuallyDefects = RepeatedStrategy(
    "UsuallyDefects",
    StrategyMachine(first: .defect, [((1, d), (0, d)), ((0, d), (0, c))])
  )

  /// Defects in the sixth of eight opening turns, then answers a defection with two of three.
  ///
  /// - Source: Axelrod, More Effective Choice in the Prisoner's Dilemma (1980); Colbert's strategy.
  public static let secondByColbert = RepeatedStrategy(
    "SecondByColbert",
    StrategyMachine(
      first: .cooperate,
      [
        ((1, c), (1, c)), ((2, c), (2, c)), ((3, c), (3, c)), ((4, c), (4, c)), ((5, d), (5, d)),
        ((6, c), (6, c)),
        ((7, c), (7, c)), ((7, c), (8, d)), ((9, d), (9, d)), ((10, c), (10, c)), ((7, c), (7, c)),
      ]
    )
  )

  // MARK: - Tables

  // The letters of the tables: cooperate and defect.
  private static let c = Play.cooperate
  private static let d = Play.defect

  private static func copier(first: Play) -> StrategyMachine {
    // Each state plays what led to it.
    StrategyMachine([(first, 1, 2), (c, 1, 2), (d, 1, 2)])
  }
}
