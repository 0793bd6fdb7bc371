import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// The expected utility model: actors with answers of each reading, printed tables, or a weighted mean.
  static let expectedUtility = CaseFamily(name: "bdm", mark: "bdm") {
    (file, list) throws(CaseFault) in
    let expected = try file.root.need("expected")
    var input = try file.root.need("input")
    if input.value("rows") != nil { return try WeightedMeanTable(input).check(expected, &list) }
    let own = input
    if let stem = input.value("same_actors_as")?.string {
      guard let other = file.sibling(stem)?.value("input"), other.value("actors") != nil else {
        return list.holds(
          "the actors of '\(stem)'",
          false,
          "there is no \(stem).json with actors among the files beside it"
        )
      }
      input = other
    }
    let check = try ModelCheck(input, settings: own, notes: file.root.value("notes")?.string ?? "")
    for member in expected.members ?? [] { try check(member.key, expected, &list) }
  }
}

/// The models of a case, beside what it says of them.
private struct ModelCheck {
  let actors: [SpatialActor]
  let names: [String]
  let quiet: Double
  /// How many rounds the case says that are played; nil where it does not say.
  let played: Int?
  let range: ExpectedUtilityModel.Range
  let notes: String

  init(_ input: Node, settings: Node, notes: String) throws(CaseFault) {
    actors = try input.spatialActors()
    names = try input.actorNames()
    let stated = settings.value("Q") == nil ? input : settings
    quiet = try stated.value("Q") == nil ? 1 : stated.needNumber("Q")
    played = settings.value("rounds")?.whole
    let words = settings.value("range")?.string ?? input.value("range")?.string ?? "initial"
    if words.contains("initial") {
      range = .initial
    } else if words.contains("current") || words.contains("each round") {
      range = .current
    } else {
      throw CaseFault("'range' is '\(words)', which is not known")
    }
    self.notes = notes
  }

  private static let readings: [(key: String, reading: ExpectedUtilityModel.Reading)] = [
    ("paper", .paper), ("net", .net), ("code", .code),
  ]

  private func model(
    _ reading: ExpectedUtilityModel.Reading
  ) throws(CaseFault) -> ExpectedUtilityModel {
    var settings = ExpectedUtilityModel.Settings(reading: reading)
    settings.statusQuoProbability = quiet
    settings.range = range
    do throws(SpatialMistake) {
      return try ExpectedUtilityModel(actors, settings: settings)
    } catch {
      throw CaseFault("the actors make no model: \(error.sentence(names, least: 1))")
    }
  }

  /// Checks a member of what the case expects.
  func callAsFunction(
    _ key: String,
    _ expected: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let first = try model(.paper)
    switch key {
    case "initial_weighted_median":
      let found = WeightedPosition.median(first.initialPositions, weights: first.weights)
      list.absolute(key, found, try expected.needNumber(key))
    case "initial_weighted_mean":
      let found = WeightedPosition.mean(first.initialPositions, weights: first.weights)
      list.absolute(key, [found], [try expected.needNumber(key)])
    case "readings":
      for member in expected.value(key)?.members ?? [] {
        guard let reading = Self.readings.first(where: { $0.key == member.key }) else {
          list.skip("reading '\(member.key)'", "no reading of this name is defined")
          continue
        }
        let model = try model(reading.reading)
        try firstRound(reading.key, model, member.value, &list)
      }
    case "median_by_round_printed", "mean_by_round_printed":
      try printed(key, expected, &list)
    case "bdm_1994_first_forecast_years", "bdm_1994_stabilised_forecast_years":
      list.skip(key, "a forecast of another model, whose equations were not published")
    case "actual_outcome_years":
      list.skip(key, "what happened is no answer of a model")
    default:
      guard let reading = Self.readings.first(where: { key == "rounds_\($0.key)_reading" }) else {
        return list.skip(key, "nothing of this name is defined")
      }
      let model = try model(reading.reading)
      try rounds(key, model, expected, &list)
    }
  }

  /// Checks what goes before the first move.
  private func firstRound(
    _ name: String,
    _ model: ExpectedUtilityModel,
    _ node: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let round = model.round(from: model.initialPositions)
    for member in node.members ?? [] {
      let (key, title) = (member.key, "\(name): \(member.key)")
      switch key {
      case "security": list.absolute(title, round.security, try node.needNumbers(key))
      case "risk_basis": list.absolute(title, round.riskBasis, try node.needNumbers(key))
      case "risk_exponent": list.absolute(title, round.riskExponents, try node.needNumbers(key))
      case "probability", "expected_utility_risk_neutral":
        let table = key == "probability" ? round.neutralProbabilities : round.neutralUtilities
        list.absolute(title, table.values, try node.needRows(key).flatMap { $0 })
      case "probability_reading": continue
      default: list.skip(title, "nothing of this name is defined")
      }
    }
  }

  /// Checks rounds: who moves where, and what comes of it.
  ///
  /// The member `round` says which one is meant, from 1; 0 is what goes before the first. Without it all that are
  /// played stand one after the other.
  private func rounds(
    _ key: String,
    _ model: ExpectedUtilityModel,
    _ expected: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let nodes = try expected.needElements(key)
    let isIndexed = !nodes.isEmpty && nodes.allSatisfy { $0.value("round") != nil }
    if !isIndexed, nodes.count < max(1, played ?? 0) {
      let reason = "there are \(nodes.count) without 'round', where \(played ?? 1) are played"
      list.holds("\(key): rounds", false, reason)
    }
    var numbers: [Int] = []
    for (index, node) in nodes.enumerated() {
      let number = try node.value("round") == nil ? index + 1 : node.needInteger("round")
      guard (0...10_000).contains(number) else {
        throw CaseFault("'\(key)' has a round \(number), which is not in 0...10000")
      }
      numbers.append(number)
    }
    let rounds = model.rounds((numbers.max() ?? 0) + 1)
    for (number, node) in zip(numbers, nodes) {
      let title = "\(key): round \(number)"
      let next = rounds[number]
      if node.value("moves") != nil {
        try moves(title, number == 0 ? [] : rounds[number - 1].moves, node, &list)
      }
      if node.value("positions") != nil {
        list.absolute("\(title): positions", next.positions, try node.needNumbers("positions"))
      }
      if node.value("weighted_median") != nil {
        let median = try node.needNumber("weighted_median")
        list.absolute("\(title): median", next.median, median)
      }
      if node.value("weighted_mean") != nil {
        list.absolute("\(title): mean", [next.mean], [try node.needNumber("weighted_mean")])
      }
    }
  }

  private func moves(
    _ title: String,
    _ played: [ExpectedUtilityModel.Offer],
    _ node: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let moves = try node.needElements("moves")
    let stated = moves.map { move in
      ["actor", "kind", "with"].map { move.value($0)?.string ?? "?" }.joined(separator: ", ")
    }
    let found = played.map { "\(names[$0.mover]), \($0.kind), \(names[$0.proposer])" }
    list.same("\(title): moves", found, stated)
    var places: [Double] = []
    for move in moves { places.append(try move.needNumber("new_position")) }
    list.absolute("\(title): moves to", played.map { $0.position }, places)
  }

  /// Checks a printed table of the rounds of the program, but for rounds that the case itself excepts.
  private func printed(
    _ key: String,
    _ expected: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let values = try expected.needNumbers(key)
    let isMedian = key.hasPrefix("median")
    let rounds = try model(.code).rounds(values.count + 1)
    for (index, value) in values.enumerated() {
      let next = rounds[index + 1]
      let found = isMedian ? next.median : next.mean...next.mean
      let title = "\(key): round \(index + 1)"
      if isMedian && notes.contains("except round \(index + 1) ") {
        list.skip(title, "the case says that \(value) is not what the equations give")
      } else {
        list.absolute(title, found, value)
      }
    }
  }
}
