import Documents
import GameTheory

/// Players and decisions.
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
  func lacksList(_ root: ObjectReader, _ key: String) -> Bool {
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
