import Documents
import GameTheory

/// What is on the table, until when, and by whose consent.
extension ScenarioDecoder {
  func readNegotiation(_ root: ObjectReader) -> NegotiationTerms? {
    guard let node = root.value("negotiation"),
      let reader = ObjectReader(node, path: "negotiation", what: "'negotiation'", problems)
    else { return nil }
    var terms = NegotiationTerms(players: players.count)
    terms.because = reasons(reader, lackingIn: nil)
    terms.decisions = readTable(reader)
    if let rounds = reader.integer("rounds") {
      terms.rounds = rounds
      if !(1...NegotiationTerms.mostRounds).contains(rounds) {
        problems.error(
          .negotiation,
          "there cannot be \(rounds) rounds",
          at: reader.value("rounds")?.location,
          path: reader.path(of: "rounds"),
          label: "expected 1 to \(NegotiationTerms.mostRounds)"
        )
      }
    }
    if let rule = readRule(reader) { terms.rule = rule }
    if let disagreement = readDisagreement(reader) { terms.disagreement = disagreement }
    readByPlayer(reader, "negotiators") { player, node, path in
      guard let words = text(node, "a way to negotiate", path: path) else { return }
      do throws(NegotiatorWord.Mistake) {
        terms.negotiators[player] = try NegotiatorWord(words)
      } catch {
        problems.error(
          .negotiation,
          error.message,
          at: node.location,
          path: path,
          help: didYouMean(error.word, among: error.known)
            ?? "'detente help negotiate' lists the ways to negotiate"
        )
      }
    }
    readByPlayer(reader, "outsideOptions") { player, node, path in
      terms.outsideOptions[player] = plainNumber(node, path: path, problems)
    }
    reader.finish()
    return terms
  }

  private func readByPlayer(
    _ reader: ObjectReader,
    _ key: String,
    _ body: (_ player: Int, Node, _ path: String) -> Void
  ) {
    let path = reader.path(of: key)
    guard let node = reader.value(key),
      let object = ObjectReader(node, path: path, what: "'\(key)'", problems)
    else { return }
    for member in object.entries {
      let path = "\(path).\(member.key)"
      guard let player = playerIndex(member.key, at: member.keyLocation, path: path) else {
        continue
      }
      body(player, member.value, path)
    }
  }

  /// The decisions on the table.
  private func readTable(_ reader: ObjectReader) -> [Int]? {
    guard let list = reader.list("decisions") else { return nil }
    let path = reader.path(of: "decisions")
    var found: [Int] = []
    for element in list {
      guard
        let decision = text(element, "the id of a decision", path: path).flatMap({
          decisionIndex($0, at: element.location, path: path)
        })
      else { continue }
      if found.contains(decision) {
        problems.error(
          .duplicateID,
          "'\(decisions[decision].id)' is on the table twice",
          at: element.location,
          path: path
        )
      } else {
        found.append(decision)
      }
    }
    if list.isEmpty {
      problems.error(
        .negotiation,
        "nothing is on the table",
        at: reader.value("decisions")?.location,
        path: path,
        help: "name at least one decision, or leave 'decisions' out for all of them"
      )
    }
    return found.sorted()
  }

  /// Whose consent is needed: `"unanimity"`, or a quota with or without weights.
  private func readRule(_ reader: ObjectReader) -> AgreementRule? {
    guard let node = reader.value("agreement") else { return nil }
    let path = reader.path(of: "agreement")
    if let word = node.text {
      if word == "unanimity" { return .unanimity }
      problems.error(
        .unknownName,
        "unknown rule of agreement '\(word)'",
        at: node.location,
        path: path,
        help: "write \"unanimity\" or { quota: 4 }"
      )
      return nil
    }
    guard let rule = ObjectReader(node, path: path, what: "a rule of agreement", problems) else {
      return nil
    }
    if rule.value("quota") == nil { _ = rule.needed("quota") }
    let quota = rule.integer("quota")
    let weights = readWeights(rule)
    rule.finish()
    guard let quota, let weights, !players.isEmpty else { return nil }
    let total = weights.reduce(0, +)
    guard quota >= 1, quota <= total else {
      problems.error(
        .negotiation,
        "a quota of \(quota) cannot be met, or needs nobody",
        at: rule.value("quota")?.location,
        path: rule.path(of: "quota"),
        label: total > 0
          ? "expected 1 to \(total), all weights together" : "all weights together are 0"
      )
      return nil
    }
    return .weighted(weights: weights, quota: quota)
  }

  /// The weight of each player, 1 for those that are not named; nil where some are no weights.
  private func readWeights(_ rule: ObjectReader) -> [Int]? {
    var weights = [Int](repeating: 1, count: players.count)
    var isWhole = true
    readByPlayer(rule, "weights") { player, node, path in
      if let number = plainNumber(node, path: path, problems), number.isInteger,
        let weight = number.numerator.asInt, (0...1_000_000).contains(weight)
      {
        weights[player] = weight
      } else {
        isWhole = false
        problems.error(
          .negotiation,
          "the weight of '\(players[player].id)' is no whole number of at least 0",
          at: node.location,
          path: path
        )
      }
    }
    return isWhole ? weights : nil
  }

  private func readDisagreement(_ reader: ObjectReader) -> NegotiationTerms.Disagreement? {
    guard let node = reader.value("disagreement") else { return nil }
    let path = reader.path(of: "disagreement")
    guard let word = node.text else {
      return .options(readOptions(node, path: path))
    }
    switch word {
    case "equilibrium": return .equilibrium
    case "status-quo": return .statusQuo
    case "security": return .security
    default:
      problems.error(
        .unknownName,
        "unknown disagreement '\(word)'",
        at: node.location,
        path: path,
        help: didYouMean(word, among: ["equilibrium", "status-quo", "security"])
          ?? "write \"equilibrium\", \"status-quo\", \"security\" or { missiles: \"continue\" }"
      )
      return nil
    }
  }
}
