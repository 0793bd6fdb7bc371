import Documents
import GameTheory
import Sweeps

/// What the families of spatial forecasts share.
extension CheckList {
  /// Checks that numbers differ from those of the case by no more than its tolerance, in their own units.
  ///
  /// Positions and printed figures are given to so many decimals, whatever their size.
  mutating func absolute(_ name: String, _ found: [Double], _ expected: [Double]) {
    let tolerance = stated ?? 1e-9
    within(name, found, expected, expected.map { _ in tolerance }, tolerance: tolerance)
  }

  /// Checks that a number of the case lies in a range, up to its tolerance.
  mutating func absolute(_ name: String, _ found: ClosedRange<Double>, _ expected: Double) {
    absolute(name, [min(max(expected, found.lowerBound), found.upperBound)], [expected])
  }
}

extension Node {
  /// The actors of a case, each with a list of positions and saliences or with one of both.
  func spatialActors() throws(CaseFault) -> [SpatialActor] {
    var actors: [SpatialActor] = []
    for element in try needElements("actors") {
      let isList = try element.need("position").elements != nil
      actors.append(
        SpatialActor(
          positions: try isList
            ? element.needNumbers("position") : [element.needNumber("position")],
          saliences: try isList
            ? element.needNumbers("salience") : [element.needNumber("salience")],
          capability: try element.needNumber("capability")
        )
      )
    }
    return actors
  }

  /// The names of the actors of a case; `actor 3` for the third one where it has none.
  func actorNames() throws(CaseFault) -> [String] {
    try needElements("actors").enumerated().map { place, actor in
      actor.value("name")?.string ?? "actor \(place + 1)"
    }
  }

  /// The value that a word stands for, whatever its capitals; the first one where the word is missing.
  func choice<Value>(
    _ key: String,
    _ values: KeyValuePairs<String, Value>
  ) throws(CaseFault) -> Value {
    guard let node = value(key) else { return values[0].value }
    guard let word = node.string?.lowercased() else { throw CaseFault("'\(key)' is no word") }
    guard let found = values.first(where: { $0.key.lowercased() == word }) else {
      throw CaseFault("'\(key)' is '\(word)', which is not known")
    }
    return found.value
  }
}

/// The toolkit's words for the options that it shares with elections; the default comes first.
enum ToolkitWords {
  static let votingRules: KeyValuePairs<String, VotingRule> = [
    "Prop": .proportional, "Proportional": .proportional, "Binary": .binary,
    "PropBin": .proportionalBinary, "PropBinary": .proportionalBinary, "Cubic": .cubic,
    "PropCbc": .proportionalCubic, "PropCubic": .proportionalCubic, "ASymProsp": .asymmetric,
    "ASym": .asymmetric, "Asymmetric": .asymmetric,
  ]
  static let victoryModels: KeyValuePairs<String, VictoryModel> = [
    "Linear": .linear, "Square": .square, "Quartic": .quartic, "Octic": .octic, "Binary": .binary,
  ]
  static let methods: KeyValuePairs<String, CoalitionExpectation.Method> = [
    "Conditional": .conditional, "MarkovUniform": .markovUniform, "MarkovU": .markovUniform,
    "MarkovIncentive": .markovIncentive, "MarkovI": .markovIncentive,
  ]
}
