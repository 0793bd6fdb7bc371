/// A deterministic strategy of a repeated game: what to do after each history.
public struct RepeatedStrategy: Sendable {
  /// What it is called.
  public let name: String
  private let rule: Rule

  /// How it is stated.
  fileprivate enum Rule: Sendable {
    case function(@Sendable (PlayHistory) -> Play)
    case machine(StrategyMachine)
    case counter(@Sendable (inout StrategyMemory, PlayHistory) -> Play)
  }

  /// A strategy in the middle of a match, with what it has seen.
  struct Course {
    /// The turns as it sees them.
    private(set) var history: PlayHistory
    /// What it does next; the same as after the whole history, without going through it again.
    private(set) var play = Play.cooperate
    private let rule: Rule
    private var state = 0
    private var memory = StrategyMemory()

    fileprivate init(_ rule: Rule, _ terms: MatchTerms?) {
      self.rule = rule
      history = PlayHistory(terms: terms)
      choose()
    }

    /// Takes notice of a turn.
    mutating func append(own: Play, other: Play) {
      history.append(own: own, other: other)
      if case .machine(let machine) = rule { state = machine.state(after: state, other) }
      choose()
    }

    private mutating func choose() {
      play =
        switch rule {
        case .function(let function): function(history)
        case .machine(let machine): machine.states[state].play
        case .counter(let counter): counter(&memory, history)
        }
    }
  }

  /// Creates a strategy from a function of histories.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - rule: what it does after a history; the same whenever the history is.
  public init(_ name: String, _ rule: @escaping @Sendable (PlayHistory) -> Play) {
    self.name = name
    self.rule = .function(rule)
  }

  /// Creates a strategy that remembers one state.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - machine: the machine.
  public init(_ name: String, _ machine: StrategyMachine) {
    self.name = name
    rule = .machine(machine)
  }

  /// Creates a strategy that counts.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - rule: what it does after a history; it is asked once in each turn, the first with an empty history, and
  ///     has its memory back as it left it.
  public init(
    _ name: String,
    counting rule: @escaping @Sendable (inout StrategyMemory, PlayHistory) -> Play
  ) {
    self.name = name
    self.rule = .counter(rule)
  }

  /// Creates a strategy that plays the same turns over and over, whatever the other does.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - plays: the turns, one or more.
  public init(_ name: String, cycling plays: [Play]) {
    precondition(!plays.isEmpty, "there is nothing to play")
    self.init(name) { plays[$0.turnCount % plays.count] }
  }

  /// What it does after a history.
  public func play(after history: PlayHistory) -> Play {
    switch rule {
    case .function(let function): function(history)
    case .machine(let machine): machine.play(after: history)
    case .counter: course(through: history).play
    }
  }

  private func course(through history: PlayHistory) -> Course {
    var course = begun(history.terms)
    for (own, other) in zip(history.own, history.other) { course.append(own: own, other: other) }
    return course
  }

  /// The strategy at the beginning of a match.
  func begun(_ terms: MatchTerms?) -> Course {
    Course(rule, terms)
  }
}

/// What a strategy that counts keeps in mind from turn to turn; all is 0 at the beginning of a match.
public struct StrategyMemory: Sendable, Hashable {
  /// Which of its ways of playing it follows.
  public var phase = 0
  /// How many turns that way has left, or has taken.
  public var turns = 0
  /// A count that it goes by.
  public var count = 0
  /// A number that it has made a note of.
  public var mark = 0
  /// A level that rises and falls.
  public var level = 0.0

  /// Creates the memory of a match not begun.
  public init() {}
}

/// A finite machine that plays a repeated game: each state has its play, and what the other does leads on.
///
/// - Source: Osborne and Rubinstein, A Course in Game Theory (1994), section 8.4.
public struct StrategyMachine: Sendable, Hashable {
  /// A state.
  public struct State: Sendable, Hashable {
    /// What is played in it.
    public let play: Play
    /// The state that follows where the other cooperates.
    public let afterCooperation: Int
    /// The state that follows where the other defects.
    public let afterDefection: Int

    /// Creates a state.
    ///
    /// - Parameters:
    ///   - play: what is played in it.
    ///   - afterCooperation: the state that follows where the other cooperates.
    ///   - afterDefection: the state that follows where the other defects.
    public init(_ play: Play, afterCooperation: Int, afterDefection: Int) {
      self.play = play
      self.afterCooperation = afterCooperation
      self.afterDefection = afterDefection
    }
  }

  /// The states; the first is the one to begin with.
  public let states: [State]

  /// Creates a machine; there is a state, and all that are named are there.
  public init(_ states: [State]) {
    precondition(
      !states.isEmpty
        && states.allSatisfy {
          states.indices.contains($0.afterCooperation)
            && states.indices.contains($0.afterDefection)
        },
      "a state is not there"
    )
    self.states = states
  }

  /// The state that follows another.
  public func state(after state: Int, _ answer: Play) -> Int {
    answer == .cooperate ? states[state].afterCooperation : states[state].afterDefection
  }

  /// What it plays after a history.
  public func play(after history: PlayHistory) -> Play {
    states[history.other.reduce(0) { state(after: $0, $1) }].play
  }
}
