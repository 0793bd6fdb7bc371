import Documents
import GameTheory

/// Players, decisions, interests, effects, stakes and the status quo.
extension ScenarioDecoder {
  mutating func readPlayers(_ root: ObjectReader) {
    var found: [Player] = []
    elements(root, "players", "a player", isNeeded: true) { reader, id in
      let name = reader.string("name") ?? id
      let adjective = reader.string("adjective") ?? name + "'s"
      var patience: Rational = 1
      if let value = reader.number("patience") {
        patience = value
        if value < 0 || value > 1 {
          problems.error(
            .patience,
            "patience is outside 0...1",
            at: reader.value("patience")?.location,
            path: reader.path(of: "patience"),
            label: "\(value) is \(value < 0 ? "below 0" : "above 1")",
            help: "write patience as the share of value kept from one round to the next"
          )
        }
      }
      _ = reasons(reader, lackingIn: nil)
      found.append(Player(id: id, name: name, adjective: adjective, patience: patience))
    }
    players = found
    if lacksList(root, "players") { isBroken.insert("player") }
    reportEmpty(root, "players", "nobody takes part", "name at least one player")
    for (index, player) in found.enumerated() { playerIndex[player.id] = index }
  }

  /// Whether there is no list under a key.
  private func lacksList(_ root: ObjectReader, _ key: String) -> Bool {
    if case .array? = root.value(key)?.content { false } else { true }
  }

  /// Reports a list that is there and empty.
  private func reportEmpty(_ root: ObjectReader, _ key: String, _ what: String, _ help: String) {
    guard let node = root.value(key), case .array(let list) = node.content, list.isEmpty else {
      return
    }
    problems.error(.nothingToPlay, what, at: node.location, path: key, help: help)
  }

  mutating func readDecisions(_ root: ObjectReader) {
    var found: [Decision] = []
    var broken: Set<String> = []
    elements(root, "decisions", "a decision", isNeeded: true) { reader, id in
      let name = reader.string("name") ?? id
      let player = reader.needed("player").flatMap {
        playerIndex($0, path: reader.path(of: "player"))
      }
      let options = readOptions(reader, decision: name)
      let because = reasons(reader, lackingIn: "the decision '\(id)'")
      guard let player, let options else {
        broken.insert("decision \(id)")
        return
      }
      found.append(
        Decision(id: id, name: name, player: player, options: options, because: because)
      )
    }
    decisions = found
    if lacksList(root, "decisions") { isBroken.insert("decision") }
    reportEmpty(root, "decisions", "nothing is to be decided", "name at least one decision")
    isBroken.formUnion(broken)
    for (index, decision) in found.enumerated() { decisionIndex[decision.id] = index }
    guard broken.isEmpty, let place = root.value("decisions")?.location else { return }
    checkOutcomeCount(at: place)
    for (index, player) in players.enumerated() where !found.contains(where: { $0.player == index })
    {
      problems.error(
        .idlePlayer,
        "the player '\(player.id)' has nothing to decide",
        at: root.value("players")?.location.start,
        path: "players.\(player.id)",
        help: "give it a decision, or remove it"
      )
    }
  }

  private func readOptions(_ reader: ObjectReader, decision: String) -> [Decision.Option]? {
    guard let list = reader.list("options", isNeeded: true) else { return nil }
    var options: [Decision.Option] = []
    for (index, node) in list.enumerated() {
      let path = reader.path(of: "options[\(index)]")
      var option: Decision.Option?
      if let id = node.text {
        checkForm(of: id, joint: "-", at: node.location, path: path, problems)
        option = Decision.Option(id: id, says: "chooses \(id) (\(decision))")
      } else if let object = ObjectReader(node, path: path, what: "an option", problems),
        let id = readID(object, problems)
      {
        let says = object.string("says") ?? "chooses \(id) (\(decision))"
        object.finish()
        option = Decision.Option(id: id, says: says)
      }
      guard let option else { return nil }
      if options.contains(where: { $0.id == option.id }) {
        problems.error(
          .duplicateID,
          "the option '\(option.id)' is given twice",
          at: node.location,
          path: path
        )
      } else {
        options.append(option)
      }
    }
    if options.count < 2 {
      problems.error(
        .options,
        "a decision needs 2 or more options",
        at: reader.value("options")?.location,
        path: reader.path(of: "options"),
        label: options.isEmpty ? "there is none" : "there is one",
        help: isChild
          ? "a list of words replaces the one inherited; options with ids merge by id" : nil
      )
      return nil
    }
    return options
  }

  private func checkOutcomeCount(at place: Location) {
    var count: Rational = 1
    for decision in decisions { count = count * Rational(decision.options.count) }
    checkStrategyCounts(at: place)
    guard count > Rational(ScenarioReader.outcomeLimit) else { return }
    problems.error(
      .tooManyOutcomes,
      "there are \(count) outcomes; the limit is \(ScenarioReader.outcomeLimit)",
      at: place.start,
      path: "decisions",
      help: "leave out the decisions or options that matter least"
    )
  }

  private func checkStrategyCounts(at place: Location) {
    for (index, player) in players.enumerated() {
      var count: Rational = 1
      for decision in decisions where decision.player == index {
        count = count * Rational(decision.options.count)
      }
      guard count > Rational(ScenarioReader.strategyLimit) else { continue }
      problems.error(
        .tooManyOutcomes,
        "'\(player.id)' has \(count) strategies; the limit is \(ScenarioReader.strategyLimit)",
        at: place.start,
        path: "decisions",
        help: "leave out the decisions or options of '\(player.id)' that matter least"
      )
    }
  }

  mutating func readInterests(_ root: ObjectReader) {
    var found: [Interest] = []
    elements(root, "interests", "an interest", isNeeded: true) { reader, id in
      let name = reader.string("name") ?? id
      let more = reader.choice("more", MoreWord.self)
      let unit = reader.string("unit") ?? ""
      let range = reader.range("range")
      let basis = reader.choice("basis", Quantity.Basis.self) ?? .calibrated
      let node = reader.value("base")
      let isBased = node.map { $0.isNumberOtherThanZero } ?? false
      let because = reasons(reader, lackingIn: isBased ? "the base of '\(id)'" : nil)
      let base =
        node.flatMap { quantity($0, path: "interests.\(id)", because, basis, range) }
        ?? Quantity(
          text: "0",
          polynomial: Polynomial(constant: 0),
          path: "interests.\(id)",
          because: because,
          basis: basis,
          range: range,
          location: reader.node.location
        )
      found.append(
        Interest(
          id: id,
          name: name,
          base: base,
          moreIsBetter: more.map { $0 == .better },
          unit: unit
        )
      )
    }
    interests = found
    if lacksList(root, "interests") { isBroken.insert("interest") }
    for (index, interest) in found.enumerated() { interestIndex[interest.id] = index }
  }

  private enum MoreWord: String, CaseIterable { case better, worse }

  mutating func readEffects(_ root: ObjectReader) {
    var found: [Effect] = []
    elements(root, "effects", "an effect", isNeeded: true) { reader, id in
      let on = reader.needed("on").flatMap { node in
        text(node, "the id of an interest", path: reader.path(of: "on")).flatMap {
          interestIndex($0, at: node.location, path: reader.path(of: "on"))
        }
      }
      let conditions = reader.value("when").map {
        readConditions($0, path: reader.path(of: "when"))
      }
      let range = reader.range("range")
      let basis = reader.choice("basis", Quantity.Basis.self) ?? .calibrated
      let because = reasons(reader, lackingIn: "the effect '\(id)'")
      let amount = reader.needed("add").flatMap {
        quantity($0, path: "effects.\(id)", because, basis, range)
      }
      guard let on, let amount else { return }
      found.append(
        Effect(id: id, interest: on, conditions: conditions ?? [], amount: amount)
      )
    }
    effects = found
  }

  private func readConditions(_ node: Node, path: String) -> [Effect.Condition] {
    guard let reader = ObjectReader(node, path: path, what: "'when'", problems) else { return [] }
    var conditions: [Effect.Condition] = []
    for member in reader.entries {
      let path = "\(path).\(member.key)"
      guard let decision = decisionIndex(member.key, at: member.keyLocation, path: path) else {
        continue
      }
      var nodes = [member.value]
      if case .array(let list) = member.value.content { nodes = list }
      if nodes.isEmpty {
        problems.error(
          .condition,
          "this condition can never hold",
          at: member.value.location,
          path: path,
          label: "no option is named",
          help: "name an option, or remove the effect"
        )
        continue
      }
      var options: [Int] = []
      for node in nodes {
        guard let option = optionIndex(node, of: decision, path: path) else { continue }
        if options.contains(option) {
          problems.report(
            .warning,
            .redundantCondition,
            "the option is named twice",
            at: node.location,
            path: path
          )
        } else {
          options.append(option)
        }
      }
      if options.count == decisions[decision].options.count {
        problems.report(
          .warning,
          .redundantCondition,
          "the condition names every option of '\(member.key)'",
          at: member.value.location,
          path: path,
          help: "leave '\(member.key)' out"
        )
        continue
      }
      if options.isEmpty { continue }
      conditions.append(Effect.Condition(decision: decision, options: options.sorted()))
    }
    return conditions.sorted { $0.decision < $1.decision }
  }

  mutating func readStakes(_ root: ObjectReader) {
    guard let node = root.needed("stakes"),
      let reader = ObjectReader(node, path: "stakes", what: "'stakes'", problems)
    else { return }
    var found: [Stake] = []
    for member in reader.entries {
      let path = "stakes.\(member.key)"
      guard let player = playerIndex(member.key, at: member.keyLocation, path: path) else {
        continue
      }
      found += readStakes(of: player, member.value, path: path, isReasoned: true)
    }
    stakes = found.sorted { ($0.player, $0.interest) < ($1.player, $1.interest) }
  }

  func readStakes(of player: Int, _ node: Node, path: String, isReasoned: Bool) -> [Stake] {
    guard let reader = ObjectReader(node, path: path, what: "the stakes of a player", problems)
    else {
      return []
    }
    return reader.entries.compactMap { member in
      let path = "\(path).\(member.key)"
      guard let interest = interestIndex(member.key, at: member.keyLocation, path: path) else {
        return nil
      }
      let weight: Quantity?
      if case .object = member.value.content,
        let stake = ObjectReader(member.value, path: path, what: "a stake", problems)
      {
        let range = stake.range("range")
        let basis = stake.choice("basis", Quantity.Basis.self) ?? .calibrated
        let because = reasons(stake, lackingIn: isReasoned ? "the stake" : nil)
        weight = stake.needed("weight").flatMap { quantity($0, path: path, because, basis, range) }
        stake.finish()
      } else {
        if isReasoned { lacksReason("the stake", at: member.value.location, path: path) }
        weight = quantity(member.value, path: path, [], .calibrated, nil)
      }
      return weight.map { Stake(player: player, interest: interest, weight: $0) }
    }
  }

  func readStatusQuo(_ root: ObjectReader) -> [Int] {
    guard let node = root.needed("statusQuo") else { return [] }
    let mistakes = problems.found.count
    let chosen = readOptions(node, path: "statusQuo")
    let missing = decisions.indices.filter { decision in
      !chosen.choices.contains { $0.decision == decision }
    }
    let isExplained = problems.found.count > mistakes
    if !missing.isEmpty, !isExplained, isBroken.isEmpty {
      problems.error(
        .statusQuo,
        "the status quo leaves open "
          + missing.map { "'\(decisions[$0].id)'" }.joined(separator: ", "),
        at: node.location.start,
        path: "statusQuo",
        help: "name one option for every decision"
      )
    }
    var options = [Int](repeating: 0, count: decisions.count)
    for choice in chosen.choices { options[choice.decision] = choice.option }
    return options
  }

  /// A partial outcome.
  func readOptions(_ node: Node, path: String) -> Options {
    guard let reader = ObjectReader(node, path: path, what: "a partial outcome", problems) else {
      return Options()
    }
    return Options(
      reader.entries.compactMap { member in
        let path = "\(path).\(member.key)"
        guard let decision = decisionIndex(member.key, at: member.keyLocation, path: path),
          let option = optionIndex(member.value, of: decision, path: path)
        else { return nil }
        return Options.Choice(decision: decision, option: option)
      }
    )
  }
}

extension Node {
  /// Whether it is an expression, or a number that is not 0.
  fileprivate var isNumberOtherThanZero: Bool {
    switch content {
    case .number(let text): Rational(decimal: text) != 0
    default: true
    }
  }
}

extension Location {
  /// The first byte alone, for pointing at something long.
  var start: Location {
    Location(
      source: source,
      range: range.lowerBound..<min(range.lowerBound + 1, range.upperBound)
    )
  }
}
