/// The payoffs of one turn of a game of two players alike, each of whom cooperates or defects.
public struct DilemmaPayoffs: Sendable, Hashable {
  /// T: of the one who defects while the other cooperates.
  public let temptation: Rational
  /// R: of both when both cooperate.
  public let reward: Rational
  /// P: of both when both defect.
  public let punishment: Rational
  /// S: of the one who cooperates while the other defects.
  public let sucker: Rational

  /// Creates payoffs, in whatever order of size.
  public init(temptation: Rational, reward: Rational, punishment: Rational, sucker: Rational) {
    self.temptation = temptation
    self.reward = reward
    self.punishment = punishment
    self.sucker = sucker
  }

  /// What a player has of a turn.
  public func payoff(_ own: Play, against other: Play) -> Rational {
    switch (own, other) {
    case (.cooperate, .cooperate): reward
    case (.cooperate, .defect): sucker
    case (.defect, .cooperate): temptation
    case (.defect, .defect): punishment
    }
  }

  /// Whether it is a prisoner's dilemma: T > R > P > S.
  public var isDilemma: Bool {
    temptation > reward && reward > punishment && punishment > sucker
  }

  /// Whether taking turns at being exploited is worse than cooperating: 2R > T + S.
  public var rewardsSteadiness: Bool {
    reward + reward > temptation + sucker
  }

  /// The smallest discount factor at which grim trigger against itself is an equilibrium: (T - R)/(T - P).
  ///
  /// - Source: Friedman (1971).
  /// - Returns: the factor, above 0 and below 1; nil where it is no prisoner's dilemma.
  public var grimTriggerDiscount: Rational? {
    isDilemma ? (temptation - reward) / (temptation - punishment) : nil
  }

  /// The smallest discount factor at which tit for tat against itself is an equilibrium.
  ///
  /// max{(T - R)/(T - P), (T - R)/(R - S)}: neither defecting for ever nor defecting every other turn pays. From
  /// 1 on, which takes T + S of at least 2R, no factor below 1 makes it one.
  ///
  /// - Source: Axelrod, The Evolution of Cooperation (1984), appendix B, proposition 2.
  /// - Returns: the factor, above 0; nil where it is no prisoner's dilemma.
  public var titForTatDiscount: Rational? {
    grimTriggerDiscount.map { max($0, (temptation - reward) / (reward - sucker)) }
  }
}
