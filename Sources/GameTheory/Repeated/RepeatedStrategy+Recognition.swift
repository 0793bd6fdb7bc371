// Strategies that recognise what the other is, from longer courses of play.
extension RepeatedStrategy {
  /// All strategies of this kind.
  static let recognisers = [
    aPavlov2006, aPavlov2011, alternatorHunter, aon2, cooperatorHunter, cycleHunter, defectorHunter,
    delayedAON1, eventualCycleHunter, mem2, omegaTFT, mathConstantHunter, randomHunter,
    secondByGrofman, secondByMikkelson,
  ]

  // MARK: - Hunters

  /// From the fifth turn on defects against one that has always defected.
  public static let defectorHunter = RepeatedStrategy("DefectorHunter") {
    $0.turnCount >= 4 && $0.otherCooperations == 0 ? .defect : .cooperate
  }

  /// From the fifth turn on defects against one that has always cooperated.
  public static let cooperatorHunter = RepeatedStrategy("CooperatorHunter") {
    $0.turnCount >= 4 && $0.otherDefections == 0 ? .defect : .cooperate
  }

  /// From the seventh turn on defects against one whose first six turns alternated.
  public static let alternatorHunter = RepeatedStrategy("AlternatorHunter") { history in
    let first = history.other.prefix(6)
    return first.count == 6 && zip(first, first.dropFirst()).allSatisfy { $0 != $1 }
      ? .defect : .cooperate
  }

  /// Defects for ever when the other has played a cycle of 3 to 12 turns, not all alike, twice from the first.
  public static let cycleHunter = RepeatedStrategy("CycleHunter") { history in
    (3...12).contains { length in
      guard history.turnCount >= 2 * length else { return false }
      let twice = history.other.prefix(2 * length)
      return twice.prefix(length) == twice.suffix(length)
        && twice.contains(.defect) && twice.contains(.cooperate)
    } ? .defect : .cooperate
  }

  /// Looks every ten turns whether the other has played a cycle of 3 to 12 turns since the tenth, and defects if so.
  ///
  /// One that has always cooperated is left alone.
  public static let eventualCycleHunter = RepeatedStrategy("EventualCycleHunter") {
    (memory, history) in
    let (count, other) = (history.turnCount, history.other)
    // Bits of lengths that have not held.
    for length in 3...12 where count - 1 - length >= 10 {
      if other[count - 1] != other[count - 1 - length] { memory.count |= 1 << length }
    }
    if count < 10 || history.otherDefections == 0 { return .cooperate }
    if count % 10 == 0 {
      let longest = min(12, (count - 10) / 2)
      let holds = (3...12).contains { $0 <= longest && memory.count >> $0 & 1 == 0 }
      memory.phase = holds ? 1 : 0
    }
    return memory.phase == 1 ? .defect : .cooperate
  }

  /// From the twelfth turn on defects when the other's answers agree with its own plays about half the time.
  public static let randomHunter = RepeatedStrategy("RandomHunter") { (memory, history) in
    // Phase and count: cooperations that answered cooperation, and defections that answered defection.
    if history.turnCount > 1, history.own[history.turnCount - 2] == history.answer {
      if history.answer == .cooperate { memory.phase += 1 } else { memory.count += 1 }
    }
    let shares = [
      (memory.phase, history.ownCooperations), (memory.count, history.ownDefections),
    ].filter { $0.1 > 5 }
    let isRandom = shares.allSatisfy { 4 * $0.0 > $0.1 && 4 * $0.0 < 3 * $0.1 }
    return history.turnCount > 10 && !shares.isEmpty && isRandom ? .defect : .cooperate
  }

  /// From the ninth turn on defects when both cooperate about as often in the halves of the match and between them.
  ///
  /// Only against one that has done both; shares are rounded as in the library, since ties decide.
  public static let mathConstantHunter = RepeatedStrategy("MathConstantHunter") {
    (memory, history) in
    let count = history.turnCount
    let (quarter, half, threeQuarters) = (count / 4, count / 2, 3 * count / 4)
    // Turns, count and mark: cooperations of both before the three places, each of which moves by one turn at most.
    func cooperations(_ turn: Int) -> Int {
      2 - history.own[turn].rawValue - history.other[turn].rawValue
    }
    if count > 0 {
      let before = count - 1
      if quarter > before / 4 { memory.turns += cooperations(before / 4) }
      if half > before / 2 { memory.count += cooperations(before / 2) }
      if threeQuarters > 3 * before / 4 { memory.mark += cooperations(3 * before / 4) }
    }
    guard count >= 8, history.otherCooperations > 0, history.otherDefections > 0 else {
      return .cooperate
    }
    let all = history.ownCooperations + history.otherCooperations
    let first = 0.5 * Double(memory.count) / Double(half)
    let middle = 0.5 * Double(memory.mark - memory.turns) / Double(threeQuarters - quarter)
    let last = 0.5 * Double(all - memory.count) / Double(count - half)
    return abs(first - middle) < 0.2 && abs(first - last) < 0.2 ? .defect : .cooperate
  }

  // MARK: - Two turns

  /// After two turns of cooperation cooperates where both have done the same in the last two turns.
  ///
  /// - Source: Hilbe, Martinez-Vaquero, Chatterjee and Nowak, PNAS 114 (2017).
  public static let aon2 = RepeatedStrategy("AON2") {
    $0.own.suffix(2) == $0.other.suffix(2) || $0.turnCount < 2 ? .cooperate : .defect
  }

  /// As AON2, but cooperates after each turn in which both defected.
  ///
  /// - Source: Hilbe et al. (2017).
  public static let delayedAON1 = RepeatedStrategy("DelayedAON1") { history in
    history.own.suffix(2) == history.other.suffix(2) || history.turnCount < 2
      || history.own.last == .defect && history.answer == .defect ? .cooperate : .defect
  }

  /// Chooses every two turns among tit for tat, tit for two tats and defecting, which the second time is for ever.
  ///
  /// - Source: Li and Kendall, The effect of memory size on the evolutionary stability of strategies (2014).
  public static let mem2 = RepeatedStrategy("MEM2") { (memory, history) in
    let count = history.turnCount
    if memory.count < 2, count >= 2, count % 2 == 0 {
      let turns = (history.own.suffix(2), history.other.suffix(2))
      if !turns.0.contains(.defect) && !turns.1.contains(.defect) {
        memory.phase = 0
      } else if turns.0 != turns.1 && turns.0.elementsEqual(turns.1.reversed()) {
        memory.phase = 1
      } else {
        memory.phase = 2
        memory.count += 1
      }
    }
    switch memory.phase {
    case 0: return history.answer
    case 1: return history.other.suffix(2) == [.defect, .defect] ? .defect : .cooperate
    default: return .defect
    }
  }

  // MARK: - Kinds of opponents

  /// Tit for tat that breaks circles of turns, and defects for ever when the other seems to play at random.
  ///
  /// - Source: Slany and Kienreich, in The Iterated Prisoners' Dilemma: 20 Years On (2007).
  public static let omegaTFT = RepeatedStrategy("OmegaTFT") { (memory, history) in
    let count = history.turnCount
    guard count > 1 else { return history.answer }
    // Turns: how long they have been in a circle; count: how random the other seems.
    if memory.turns >= 3 {
      memory.turns = memory.turns == 3 ? 4 : 0
      return .cooperate
    }
    let hasChanged = history.other[count - 2] != history.answer
    if hasChanged {
      memory.count += 1
    } else if history.answer == .cooperate {
      memory.count -= 1
    }
    if history.own.last != history.answer { memory.count += 1 }
    if memory.count >= 8 { return .defect }
    memory.turns = hasChanged ? memory.turns + 1 : 0
    return history.answer
  }

  /// Sorts the other by each six turns: one that cooperates, defects, alternates, plays DDC twice, or is random.
  ///
  /// - Source: Li, in The Iterated Prisoners' Dilemma: 20 Years On (2007); adaptive Pavlov.
  public static let aPavlov2006 = RepeatedStrategy("APavlov2006") { (memory, history) in
    let count = history.turnCount
    guard count >= 6 else { return history.answer }
    if count % 6 == 0 {
      let last = history.other.suffix(6).reduce(0) { 2 * $0 + $1.rawValue }
      switch last {
      case 0b000000: memory.phase = 1
      case 0b111111: memory.phase = 2
      case 0b101010: memory.phase = 3
      case 0b110110: memory.phase = 4
      default: if memory.phase == 0 { memory.phase = 2 }
      }
    }
    switch memory.phase {
    case 1: return history.answer
    case 2: return .defect
    case 3: return count % 6 < 2 ? .cooperate : history.answer
    default: return count % 6 == 0 ? .defect : .cooperate
    }
  }

  /// Sorts the other by its defections in each six turns: none, three, more, or else random if not yet sorted.
  ///
  /// - Source: Li, Hingston and Kendall, IEEE Transactions on Computational Intelligence and AI in Games 3 (2011).
  public static let aPavlov2011 = RepeatedStrategy("APavlov2011") { (memory, history) in
    let count = history.turnCount
    guard count >= 6 else { return history.answer }
    if count % 6 == 0 {
      switch history.other.suffix(6).count(where: { $0 == .defect }) {
      case 0: memory.phase = 1
      case 3: memory.phase = 3
      case 4...: memory.phase = 2
      default: if memory.phase == 0 { memory.phase = 2 }
      }
    }
    switch memory.phase {
    case 1: return history.answer
    case 2: return .defect
    default: return history.other.suffix(2) == [.defect, .defect] ? .defect : .cooperate
    }
  }

  // MARK: - Of Axelrod's second tournament

  /// Tit for tat in turns 3 to 7; later defects when the other has, lately but not just now, more than once or twice.
  ///
  /// - Source: Axelrod, More Effective Choice in the Prisoner's Dilemma, Journal of Conflict Resolution 24 (1980);
  ///   Grofman's strategy.
  public static let secondByGrofman = RepeatedStrategy("SecondByGrofman") { history in
    if history.turnCount < 2 { return .cooperate }
    if history.turnCount <= 6 { return history.answer }
    let defections = history.other.suffix(8).dropLast().count { $0 == .defect }
    return defections <= (history.own.last == .cooperate ? 2 : 1) ? .cooperate : .defect
  }

  /// Gives the other a credit that falls twice as fast as it rises, and cooperates while there is some.
  ///
  /// - Source: Axelrod (1980 b); Mikkelson's strategy.
  public static let secondByMikkelson = RepeatedStrategy("SecondByMikkelson") {
    (memory, history) in
    let turn = history.turnCount + 1
    if turn == 1 {
      memory.count = 7
      return .cooperate
    }
    memory.count =
      history.answer == .cooperate ? min(8, memory.count + 1) : max(-7, memory.count - 2)
    if turn == 2 || memory.count > 0 { return .cooperate }
    if turn <= 10 {
      memory.count = 4
      return .defect
    }
    return 20 * history.otherDefections >= 3 * turn ? .defect : .cooperate
  }
}
