import TestSupport

/// Texts of small random scenarios, with many ties, and with claims of every form.
struct RandomScenario {
  private var random: SplitMix64
  private let players: [String]
  private var decisions: [(id: String, player: String, options: [String])] = []
  private let interests: [String]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    players = Array(["us", "russia", "china"].prefix(Int.random(in: 2...3, using: &random)))
    interests = ["edge", "cost", "calm"]
    for (index, player) in players.enumerated() {
      for part in 0..<Int.random(in: 1...2, using: &random) {
        let count = Int.random(in: 2...3, using: &random)
        decisions.append(
          ("d\(index)-\(part)", player, Array(["keep", "move", "more"].prefix(count)))
        )
      }
    }
    // In a file a player's decisions need not stand together.
    decisions.shuffle(using: &random)
  }

  private mutating func number() -> String {
    ["-1", "0", "1", "2", "0.5", "-0.5", "x", "-x", "0.5 * x", "y", "x * y", "1 - y"]
      .randomElement(using: &random) ?? "1"
  }

  private mutating func options(_ ids: [String]? = nil, most: Int = 2) -> String {
    let pool = decisions.filter { ids == nil || ids?.contains($0.id) == true }
    let chosen = pool.shuffled(using: &random).prefix(Int.random(in: 1...most, using: &random))
    let parts = chosen.map {
      "\"\($0.id)\": \"\($0.options.randomElement(using: &random) ?? "keep")\""
    }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private mutating func own(_ player: String) -> String {
    options(decisions.filter { $0.player == player }.map { $0.id })
  }

  private mutating func place() -> String {
    let place = ["statusQuo", "settled", "every", "some"].randomElement(using: &random) ?? "every"
    let given = Bool.random(using: &random) ? ", given: \(options(most: 1))" : ""
    return ", at: \"\(place)\"\(given)"
  }

  private mutating func difference(_ player: String) -> String {
    let minus = Int.random(in: 0..<3, using: &random) > 0 ? ", minus: \(options())" : ""
    if Bool.random(using: &random) {
      return
        "{ interest: \"\(interests.randomElement(using: &random) ?? "edge")\", of: \(options())\(minus) }"
    }
    let named =
      Bool.random(using: &random)
      ? ", interests: [\"\(interests.randomElement(using: &random) ?? "edge")\"]" : ""
    return "{ player: \"\(player)\"\(named), of: \(options())\(minus) }"
  }

  private mutating func test() -> String {
    let player = players.randomElement(using: &random) ?? "us"
    let weakly = Bool.random(using: &random) ? ", weakly: true" : ""
    let than = Bool.random(using: &random) ? "settled" : "statusQuo"
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      return "{ player: \"\(player)\", prefers: \(options()), to: \(options())\(weakly)\(place()) }"
    case 1:
      return "{ player: \"\(player)\", indifferent: \(options()), to: \(options())\(place()) }"
    case 2: return "{ player: \"\(player)\", bestReply: \(own(player))\(place()) }"
    case 3: return "{ player: \"\(player)\", neverBestReply: \(own(player))\(place()) }"
    case 4: return "{ player: \"\(player)\", dominated: \(own(player))\(weakly) }"
    case 5:
      let quantifier = ["some", "every", "none"].randomElement(using: &random) ?? "some"
      return "{ equilibria: \"\(quantifier)\", have: \(options(most: 1)) }"
    case 6: return "{ betterForAll: \(options(most: 1)), than: \"\(than)\"\(weakly) }"
    case 7: return "{ settles: \(options(most: 1)), start: \(options()) }"
    case 8:
      let comparison = ["<", "<=", "=", ">=", ">"].randomElement(using: &random) ?? "<"
      return "{ difference: \(difference(player)), is: \"\(comparison)\", than: 0.5\(place()) }"
    default:
      let comparison = ["<", "<=", "=", ">=", ">"].randomElement(using: &random) ?? "<"
      let bound = difference(players[0])
      return
        "{ difference: \(difference(player)), is: \"\(comparison)\", times: 0.5, than: \(bound)\(place()) }"
    }
  }

  /// The text of a scenario with some claims of one test each.
  mutating func text(claims count: Int) -> String {
    var effects: [String] = []
    for index in 0..<Int.random(in: 4...9, using: &random) {
      let interest = interests.randomElement(using: &random) ?? "edge"
      let when = options(most: 3)
      effects.append(
        "{ id: \"e\(index)\", on: \"\(interest)\", when: \(when), add: \"\(number())\" }"
      )
    }
    var stakes: [String] = []
    for player in players {
      let weights = interests.map { "\($0): \"\(number())\"" }.joined(separator: ", ")
      stakes.append("\(player): { \(weights) }")
    }
    let people = players.map { "{ id: \"\($0)\" }" }.joined(separator: ", ")
    let questions = decisions.map { decision in
      let words = decision.options.map { "\"\($0)\"" }.joined(separator: ", ")
      return "{ id: \"\(decision.id)\", player: \"\(decision.player)\", options: [\(words)] }"
    }.joined(separator: ",\n")
    var start: [String] = []
    for decision in decisions {
      start.append(
        "\"\(decision.id)\": \"\(decision.options.randomElement(using: &random) ?? "keep")\""
      )
    }
    var claims: [String] = []
    for index in 0..<count {
      claims.append("{ id: \"c\(index)\", says: \"?\", kind: \"model\", tests: [\(test())] }")
    }
    return """
      {
        format: 1, title: "Random", players: [\(people)],
        parameters: { x: { value: 1, range: [-2, 2] }, y: { value: 0.5, range: [0, 1] } },
        decisions: [\(questions)],
        interests: [{ id: "edge" }, { id: "cost", base: 1 }, { id: "calm" }],
        effects: [\(effects.joined(separator: ",\n"))],
        stakes: { \(stakes.joined(separator: ", ")) },
        statusQuo: { \(start.joined(separator: ", ")) },
        claims: [\(claims.joined(separator: ",\n"))],
      }
      """
  }
}
