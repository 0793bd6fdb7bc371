public import GameTheory

/// The scenario's own words for outcomes, players and numbers.
public struct Wording: Sendable {
  private let scenario: Scenario
  private let numbering: OutcomeNumbering

  /// Creates the wording of a scenario.
  public init(_ scenario: Scenario) {
    self.scenario = scenario
    numbering = OutcomeNumbering(optionCounts: scenario.decisions.map { $0.options.count })
  }

  /// An outcome as `nmd=defer, launches=refuse, …`.
  public func outcome(_ outcome: Int) -> String {
    options(scenario.decisions.indices.map { ($0, numbering.option(of: $0, in: outcome)) })
  }

  /// The decisions in which an outcome differs from another, as `nmd=deploy, posture=buildup`.
  public func changes(from other: Int, to outcome: Int) -> String {
    let changed = scenario.decisions.indices.filter {
      numbering.option(of: $0, in: other) != numbering.option(of: $0, in: outcome)
    }
    return options(changed.map { ($0, numbering.option(of: $0, in: outcome)) })
  }

  /// A partial outcome as `missiles=scrap, launches=offer`.
  public func options(_ options: Options) -> String {
    self.options(options.choices.map { ($0.decision, $0.option) })
  }

  /// Options as the ids of decision and option.
  public func options(_ choices: [(decision: Int, option: Int)]) -> String {
    guard !choices.isEmpty else { return "anything" }
    return choices.map { decision, option in
      scenario.decisions[decision].id + "=" + scenario.decisions[decision].options[option].id
    }.joined(separator: ", ")
  }

  /// The id of the option that a decision has in an outcome.
  public func option(of decision: Int, in outcome: Int) -> String {
    scenario.decisions[decision].options[numbering.option(of: decision, in: outcome)].id
  }

  /// What a player does in an outcome: `the United States defers …, offers …`.
  public func strategy(of player: Int, in outcome: Int) -> String {
    deeds(
      in: outcome,
      scenario.decisions.indices.filter { scenario.decisions[$0].player == player }
    )
  }

  /// What a player does differently in an outcome.
  public func change(by player: Int, from other: Int, to outcome: Int) -> String {
    let changed = scenario.decisions.indices.filter {
      scenario.decisions[$0].player == player
        && numbering.option(of: $0, in: other) != numbering.option(of: $0, in: outcome)
    }
    return deeds(in: outcome, changed)
  }

  /// What is done in some decisions, player by player: `the United States deploys …; China builds up …`.
  public func deeds(in outcome: Int, _ decisions: [Int]) -> String {
    scenario.players.indices.compactMap { player in
      let deeds = decisions.filter { scenario.decisions[$0].player == player }.map {
        scenario.decisions[$0].options[numbering.option(of: $0, in: outcome)].says
      }
      return deeds.isEmpty ? nil : scenario.players[player].name + " " + Wording.list(deeds)
    }.joined(separator: "; ")
  }

  /// Why a deviation pays: `Russia gains by broker=broker: its standing outweighs the trouble of brokering`.
  public func gain(
    of player: Int,
    from outcome: Int,
    to other: Int,
    because balance: Tipping.Balance
  ) -> String {
    let gain = "\(scenario.players[player].name) gains by \(changes(from: outcome, to: other))"
    return reason(balance).map { "\(gain): \($0)" } ?? gain
  }

  /// `its standing outweighs the trouble of brokering`; nil where nothing weighs against anything.
  public func reason(_ balance: Tipping.Balance) -> String? {
    guard !balance.gaining.isEmpty, !balance.losing.isEmpty else { return nil }
    let verb = balance.gaining.count == 1 ? "outweighs" : "outweigh"
    let names = [balance.gaining, balance.losing].map { list in
      Wording.list(list.map { scenario.interests[$0].name })
    }
    return "\(names[0]) \(verb) \(names[1])"
  }

  /// Words joined as a sentence joins them: `a, b and c`.
  public static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    if words.count == 1 { return last }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A finite number with at most three decimal places.
  static func number(_ value: Double) -> String { number(Rational(exactly: value)) }

  /// A number with at most a given number of decimal places and no trailing zeros.
  public static func number(_ value: Rational, places: Int = 3) -> String {
    // Rows of noughts tell nobody anything.
    if value.magnitude >= Wording.long { return scientific(value) }
    var text = value.decimal(places: places)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    guard text == "-0" || text == "0" else { return text }
    // What is not nothing is not shown as nothing.
    return value.signum == 0 ? "0" : scientific(value)
  }

  /// A number other than 0 with a power of ten, also where no `Double` has it.
  private static func scientific(_ value: Rational) -> String {
    let double = value.toDouble()
    if double.isFinite, double != 0 { return double.description }
    // One digit before the point: the powers of ten of both parts tell where it is, or nearly so.
    var power =
      value.numerator.magnitude.description.count - value.denominator.description.count
    if value.magnitude < ten(power) { power -= 1 }
    return "\((value / ten(power)).toDouble())e\(power)"
  }

  private static func ten(_ power: Int) -> Rational {
    power < 0 ? 1 / Rational(10).power(-power) : Rational(10).power(power)
  }

  /// From here on numbers are written with a power of ten.
  private static let long = Rational(10).power(15)

  /// A number with its sign.
  public static func signed(_ value: Rational, places: Int = 3) -> String {
    value.signum > 0 ? "+" + number(value, places: places) : number(value, places: places)
  }

  /// A sentence's first letter in upper case.
  public static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// `1 equilibrium`, `2 equilibria`.
  public static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
