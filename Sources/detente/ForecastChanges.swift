import GameTheory
import Negotiation

/// Changes to numbers of the forecast, as `--set shield.us.position=60` asks for.
struct ForecastChanges {
  private var mistakes: [String] = []
  private(set) var scenario: Scenario

  /// Makes the changes, or fails with all that is wrong with them.
  static func apply(
    _ words: [String],
    to scenario: Scenario,
    _ session: ScenarioSession
  ) throws(Failure) -> Scenario {
    var changes = ForecastChanges(scenario: scenario)
    for word in words { changes.apply(word) }
    if changes.mistakes.isEmpty { changes.checkPlayers() }
    try session.fail(changes.mistakes.map { "--set: " + $0 })
    return changes.scenario
  }

  /// What was given so far, by path.
  private var given: [String: Continuum.Estimate] = [:]

  private init(scenario: Scenario) {
    self.scenario = scenario
  }

  private mutating func apply(_ word: String) {
    let sides = ScenarioWords.sides(word)
    let path = sides[0].split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    guard sides.count == 2, path.count == 3 else {
      return complain(
        "'\(word)' is not CONTINUUM.PLAYER.NUMBER=VALUE, such as shield.us.position=60"
      )
    }
    let continua = scenario.continua
    guard let number = index(path[0], continua.map { $0.id }, "continuum"),
      let place = index(
        path[1],
        continua[number].positions.map { scenario.players[$0.player].id },
        "player",
        " on '\(path[0])'"
      ),
      let kind = index(path[2], Continuum.Aspect.allCases.map { $0.rawValue }, "number")
    else { return }
    let aspect = Continuum.Aspect.allCases[kind]
    guard let estimate = estimate(sides[1]) else {
      return complain("'\(sides[1])' is neither a number nor LOW:MODE:HIGH in ascending order")
    }
    if let mistake = mistake(estimate, aspect, continua[number]) {
      return complain("\(sides[0]): \(mistake)")
    }
    if let other = given[sides[0]], other != estimate {
      return complain("'\(sides[0])' is given two values")
    }
    given[sides[0]] = estimate
    scenario.continua[number].positions[place][aspect] = estimate
  }

  private mutating func complain(_ mistake: String) { mistakes.append(mistake) }

  private mutating func index(
    _ name: String,
    _ known: [String],
    _ what: String,
    _ place: String = ""
  ) -> Int? {
    if let index = known.firstIndex(of: name) { return index }
    complain("there is no \(what) '\(name)'\(place)" + suggestion(for: name, among: known))
    return nil
  }

  /// `60`, or `50:60:80`.
  private func estimate(_ word: String) -> Continuum.Estimate? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    let values = parts.compactMap { Rational(decimal: $0.trimmingSpaces()) }
    guard values.count == parts.count else { return nil }
    if values.count == 1 { return Continuum.Estimate(values[0]) }
    guard values.count == 3, values[0] <= values[1], values[1] <= values[2] else { return nil }
    return Continuum.Estimate(low: values[0], mode: values[1], high: values[2])
  }

  /// Why a number cannot be had.
  private func mistake(
    _ estimate: Continuum.Estimate,
    _ aspect: Continuum.Aspect,
    _ continuum: Continuum
  ) -> String? {
    let range: ClosedRange<Rational>? =
      aspect == .position ? continuum.range : aspect == .salience ? 0...100 : nil
    if let range, !range.contains(estimate.low) || !range.contains(estimate.high) {
      return "not in \(Wording.number(range.lowerBound))...\(Wording.number(range.upperBound))"
    }
    if !estimate.isWithinReach { return "out of reach: neither 0 nor 1e-12 to 1e12 in size" }
    guard aspect != .position else { return nil }
    if estimate.low.signum < 0 { return "below 0" }
    if estimate.low.signum == 0, estimate.high.signum > 0 {
      return "0 or above, so that it is open whether the player counts"
    }
    return nil
  }

  private mutating func checkPlayers() {
    for continuum in scenario.continua
    where continuum.positions.count(where: { $0.hasWeight }) < 2 {
      complain("on '\(continuum.id)' fewer than two players are left that count")
    }
  }
}
