import Documents
import GameTheory

/// Interests, effects, stakes and the status quo.
extension ScenarioDecoder {
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

  func readConditions(_ node: Node, path: String, of what: String = "effect")
    -> [Effect.Condition]
  {
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
          help: "name an option, or remove the \(what)"
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
