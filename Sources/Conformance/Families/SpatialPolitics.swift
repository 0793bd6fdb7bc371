import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Runs of the spatial model of politics, in the toolkit's words and in percent.
  static let spatialPolitics = CaseFamily(name: "ktab-smp", mark: "ktab-smp") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    let expected = try file.root.need("expected")
    let settings = try SpatialPolitics.Settings.read(input)
    let actors = try input.spatialActors()
    // The toolkit's tables are in percent. Numbers that are all at most 1 are taken for shares.
    let numbers = actors.flatMap { $0.positions + $0.saliences }
    let scale = numbers.allSatisfy { $0 <= 1 } ? 1.0 : 100.0
    let run = try SpatialPolitics.read(actors, input.actorNames(), scale: scale, settings)
      .run()
    let check = RunCheck(run: run, scale: scale, isDrawn: settings.transition != .deterministic)
    for member in expected.members ?? [] { try check(member.key, expected, &list) }
  }
}

extension SpatialPolitics {
  fileprivate static func read(
    _ actors: [SpatialActor],
    _ names: [String],
    scale: Double,
    _ settings: Settings
  ) throws(CaseFault) -> SpatialPolitics {
    let scaled = actors.map { actor in
      SpatialActor(
        positions: actor.positions.map { $0 / scale },
        saliences: actor.saliences.map { $0 / scale },
        capability: actor.capability
      )
    }
    do throws(SpatialMistake) {
      return try SpatialPolitics(scaled, settings: settings)
    } catch {
      throw CaseFault("the actors make no model: \(error.sentence(names))")
    }
  }
}

/// A run beside what a case says of it.
private struct RunCheck {
  let run: SpatialPolitics.Run
  let scale: Double
  let isDrawn: Bool

  /// A part of a state that a case may name.
  private enum Part: String, CaseIterable {
    case riskAttitude = "risk_attitude"
    case positions
    case probability = "win_probability"
  }

  private func values(_ part: Part, _ turn: Int) -> [Double] {
    let state = run.states[turn]
    return switch part {
    case .riskAttitude: state.riskAttitudes
    case .positions: state.positions.flatMap { $0 }.map { $0 * scale }
    case .probability: state.probabilities
    }
  }

  /// The answers by turn: a list of all from turn 0, or some by the numbers of their turns.
  private func turns(
    _ node: Node,
    _ key: String,
    _ list: inout CheckList
  ) throws(CaseFault) -> [(turn: Int, node: Node)] {
    if let members = node.members {
      var turns: [(Int, Node)] = []
      for member in members {
        guard let turn = Int(member.key), turn >= 0 else {
          throw CaseFault("'\(key)' has '\(member.key)', which is no turn")
        }
        list.holds(
          "\(key): turn \(turn)",
          turn < run.states.count || isDrawn,
          "the run ends after \(run.turns) turns"
        )
        turns.append((turn, member.value))
      }
      return turns.sorted { $0.0 < $1.0 }
    }
    guard let elements = node.elements else {
      throw CaseFault("'\(key)' is neither a list nor has it names of turns")
    }
    if !isDrawn { list.same("\(key): turns", [run.states.count], [elements.count]) }
    return elements.enumerated().map { ($0, $1) }
  }

  /// Checks a member of what the case expects: `turns`, or a part `by_turn` or at one turn.
  func callAsFunction(
    _ key: String,
    _ expected: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let reason = "bargains are drawn, by random numbers of another program"
    if key == "turns" {
      if isDrawn { return list.skip(key, reason) }
      return list.same(key, [run.turns], [try expected.needInteger(key)])
    }
    guard let part = Part.allCases.first(where: { key.hasPrefix($0.rawValue) }) else {
      return list.skip(key, "nothing of this name is defined for a run")
    }
    if key.hasSuffix("_by_turn") {
      let turns = try turns(expected.need(key), key, &list)
      for (turn, node) in turns where turn < run.states.count {
        if turn > 0 && isDrawn { return list.skip("\(key) after the first", reason) }
        list.absolute("\(key): \(turn)", values(part, turn), try node.flatNumbers(key))
      }
    } else if let turn = Int(key.dropFirst(part.rawValue.count + "_turn".count)) {
      if turn > 0 && isDrawn { return list.skip(key, reason) }
      guard run.states.indices.contains(turn) else {
        return list.holds(key, false, "the run ends after \(run.turns) turns")
      }
      list.absolute(key, values(part, turn), try expected.need(key).flatNumbers(key))
    } else {
      list.skip(key, "it does not say of which turn")
    }
  }
}

extension Node {
  /// The numbers of a list, or of a list of lists one after the other.
  fileprivate func flatNumbers(_ key: String) throws(CaseFault) -> [Double] {
    if let numbers = list({ $0.number }) { return numbers }
    if let rows = list({ $0.list { $0.number } }) { return rows.flatMap { $0 } }
    throw CaseFault("'\(key)' holds something else than numbers")
  }
}

extension SpatialPolitics.Settings {
  fileprivate static func read(_ input: Node) throws(CaseFault) -> SpatialPolitics.Settings {
    var settings = SpatialPolitics.Settings()
    if let words = input.value("parameters") { try settings.take(words) }
    if let stop = input.value("stop") {
      if stop.value("min_turns") != nil { settings.leastTurns = try stop.needInteger("min_turns") }
      if stop.value("max_turns") != nil { settings.turnLimit = try stop.needInteger("max_turns") }
      if stop.value("min_change_ratio") != nil {
        settings.quietShare = try stop.needNumber("min_change_ratio")
      }
    }
    return settings
  }

  private mutating func take(_ words: Node) throws(CaseFault) {
    victoryModel = try words.choice("VictoryProbModel", ToolkitWords.victoryModels)
    votingRule = try words.choice("VotingRule", ToolkitWords.votingRules)
    method = try words.choice("PCEModel", ToolkitWords.methods)
    transition = try words.choice(
      "StateTransitions",
      ["Deterministic": .deterministic, "Stochastic": .stochastic(seed: 0)]
    )
    riskRange = try words.choice("BigRRange", ["Mid": .middle, "Min": .least, "Max": .most])
    perception = try words.choice(
      "BigRAdjust",
      [
        "OneThird": .oneThird, "None": .none, "No": .none, "Half": .half,
        "TwoThirds": .twoThirds, "Full": .full,
      ]
    )
    commitment = try words.choice(
      "ThirdPartyCommit",
      ["SemiCommit": .half, "Semi": .half, "NoCommit": .none, "No": .none, "FullCommit": .full]
    )
    interpolation = try words.choice(
      "InterVecBrgn",
      ["S2P2": .square, "S1P1": .linear, "S2PMax": .difference]
    )
    bargainView = try words.choice(
      "BargnModel",
      [
        "InitOnlyInterp": .initiator, "InitRcvrInterp": .both, "PWCompInterp": .weightedMean,
      ]
    )
    let known = [
      "VictoryProbModel", "VotingRule", "PCEModel", "StateTransitions", "BigRRange", "BigRAdjust",
      "ThirdPartyCommit", "InterVecBrgn", "BargnModel",
    ]
    if let other = words.members?.first(where: { !known.contains($0.key) }) {
      throw CaseFault("the parameter '\(other.key)' is not known")
    }
  }
}
