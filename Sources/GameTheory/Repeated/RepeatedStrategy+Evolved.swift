// Machines that evolution found; their states are numbered as they are reached.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let evolved = [
    evolvedFSM16, evolvedFSM16Noise05, evolvedFSM4, evolvedFSM6, tf1, tf2, tf3,
  ]

  /// A machine of four states, found by evolution against the library's strategies.
  public static let evolvedFSM4 = RepeatedStrategy(
    "EvolvedFSM4",
    StrategyMachine(
      first: c,
      [
        ((0, c), (1, d)), ((1, d), (2, c)), ((3, d), (0, c)), ((3, d), (2, d)),
      ]
    )
  )

  /// A machine of six states, found by evolution against the library's strategies.
  public static let evolvedFSM6 = RepeatedStrategy(
    "EvolvedFSM6",
    StrategyMachine(
      first: c,
      [
        ((0, c), (1, d)), ((2, c), (3, d)), ((1, d), (0, c)), ((4, d), (5, d)),
        ((4, d), (5, d)), ((4, c), (2, d)),
      ]
    )
  )

  /// A machine of fourteen states, found by evolution against the library's strategies.
  ///
  /// - Source: Harper et al., Reinforcement learning produces dominant strategies for the iterated prisoner's dilemma,
  ///   PLOS ONE 12 (2017).
  public static let evolvedFSM16 = RepeatedStrategy(
    "EvolvedFSM16",
    StrategyMachine(
      first: c,
      [
        ((0, c), (1, d)), ((2, c), (3, d)), ((4, c), (4, c)), ((5, d), (4, d)),
        ((1, d), (6, d)), ((5, d), (7, c)), ((3, d), (2, c)), ((7, d), (8, d)),
        ((9, d), (9, d)), ((9, d), (10, d)), ((11, d), (12, c)), ((11, d), (11, d)),
        ((11, d), (13, c)), ((4, c), (1, d)),
      ]
    )
  )

  /// A machine of fourteen states, found by evolution in matches with slips.
  public static let evolvedFSM16Noise05 = RepeatedStrategy(
    "EvolvedFSM16Noise05",
    StrategyMachine(
      first: c,
      [
        ((1, c), (2, d)), ((3, c), (4, d)), ((5, c), (2, d)), ((6, c), (2, d)),
        ((7, d), (4, d)), ((4, d), (8, d)), ((9, c), (3, c)), ((4, d), (5, d)),
        ((9, c), (10, d)), ((9, c), (11, c)), ((7, d), (12, c)), ((1, c), (11, d)),
        ((13, d), (9, c)), ((2, d), (9, d)),
      ]
    )
  )

  /// A machine of sixteen states, found by evolution to take over populations.
  ///
  /// - Source: Knight et al., Evolution reinforces cooperation with the emergence of self-recognition mechanisms,
  ///   PLOS ONE 13 (2018).
  public static let tf1 = RepeatedStrategy(
    "TF1",
    StrategyMachine(
      first: c,
      [
        ((1, c), (2, c)), ((3, d), (4, d)), ((5, d), (5, d)), ((6, c), (7, c)),
        ((8, d), (8, c)), ((6, d), (9, d)), ((10, d), (11, c)), ((7, c), (12, d)),
        ((11, d), (8, d)), ((5, c), (8, d)), ((13, d), (8, d)), ((8, d), (10, d)),
        ((6, d), (13, d)), ((0, c), (14, d)), ((8, c), (15, c)), ((3, c), (9, c)),
      ]
    )
  )

  /// A machine of fourteen states, found by evolution to take over populations.
  public static let tf2 = RepeatedStrategy(
    "TF2",
    StrategyMachine(
      first: c,
      [
        ((1, d), (2, d)), ((3, c), (4, d)), ((5, c), (6, d)), ((2, d), (7, d)),
        ((7, c), (8, c)), ((0, c), (9, d)), ((3, d), (10, d)), ((11, d), (10, d)),
        ((8, c), (12, d)), ((5, d), (13, d)), ((6, d), (0, d)), ((4, d), (3, d)),
        ((3, d), (1, d)), ((9, d), (7, d)),
      ]
    )
  )

  /// A machine of six states, found by evolution to take over populations.
  public static let tf3 = RepeatedStrategy(
    "TF3",
    StrategyMachine(
      first: c,
      [
        ((0, c), (1, c)), ((2, d), (3, d)), ((1, c), (4, d)), ((3, d), (3, d)),
        ((5, d), (0, c)), ((3, c), (1, d)),
      ]
    )
  )

  // The letters of the tables: cooperate and defect.
  private static let c = Play.cooperate
  private static let d = Play.defect
}
