import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Games of deterrence with complete information, by backward induction, for each pair of types.
  static let deterrence = CaseFamily(name: "deterrence", mark: "deterrence_tree") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    guard let text = try input.need("tree").string else { throw CaseFault("'tree' is no text") }
    let tree = try DeterrenceTree(text)
    for member in try file.root.need("expected").needMembers() {
      let orders = try tree.orders(of: member.key, in: input)
      try tree.check(member, orders, &list)
    }
  }
}

/// Moves on one line, each of which ends the game or hands it to the next.
///
/// Written as `challenger: cooperate -> SQ, or demand; defender: concede -> DC, or defy; ...`.
struct DeterrenceTree {
  /// A move with its options.
  struct Stage: Equatable {
    /// Who moves.
    let player: String
    /// What can be done, and the outcome to which that leads; nil where the game goes on.
    let options: [Option]
  }

  /// An option of a move.
  struct Option: Equatable {
    /// What is done.
    let name: String
    /// The outcome; nil where the game goes on.
    let outcome: String?
  }

  let stages: [Stage]

  init(_ text: String) throws(CaseFault) {
    var stages: [Stage] = []
    for part in text.split(separator: ";").map({ DeterrenceTree.trimmed($0) }) {
      let halves = part.split(separator: ":").map { DeterrenceTree.trimmed($0) }
      guard halves.count == 2 else { throw CaseFault("'\(part)' does not say who moves") }
      let options = halves[1].split(separator: ",").map { piece in
        let words = DeterrenceTree.trimmed(piece)
        let plain = words.hasPrefix("or ") ? String(words.dropFirst(3)) : words
        let sides = plain.split(separator: ">").map { DeterrenceTree.trimmed($0) }
        guard sides.count == 2, sides[0].hasSuffix("-") else {
          return Option(name: plain, outcome: nil)
        }
        return Option(name: DeterrenceTree.trimmed(sides[0].dropLast()), outcome: sides[1])
      }
      stages.append(Stage(player: halves[0], options: options))
    }
    // Of the last move nothing is left open, of every other exactly one option.
    for (place, stage) in stages.enumerated() {
      let open = stage.options.filter { $0.outcome == nil }.count
      guard open == (place == stages.count - 1 ? 0 : 1), stage.options.count > 1 else {
        throw CaseFault("move \(place + 1) of the tree neither ends the game nor hands it on")
      }
    }
    guard !stages.isEmpty else { throw CaseFault("the tree has no moves") }
    self.stages = stages
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }

  /// The outcomes from the best down, for each player of types such as `very hard challenger, soft defender`.
  func orders(of types: String, in input: Node) throws(CaseFault) -> [String: [String]] {
    var orders: [String: [String]] = [:]
    for part in types.split(separator: ",").map({ DeterrenceTree.trimmed($0) }) {
      // The player comes last; of two that fit it is the one with the longer name.
      let fitting = stages.map { $0.player }.filter { part.hasSuffix(" " + $0) }
      guard let player = fitting.max(by: { $0.utf8.count < $1.utf8.count }) else {
        throw CaseFault("'\(types)' does not say of which types the players are")
      }
      let type = DeterrenceTree.trimmed(part.dropLast(player.count))
      guard let text = try input.need("\(player)_order", type).string else {
        throw CaseFault("the order of '\(part)' is no text")
      }
      orders[player] = text.split(separator: ">").map { DeterrenceTree.trimmed($0) }
    }
    for stage in stages {
      guard let order = orders[stage.player], Set(order).count == order.count else {
        throw CaseFault("'\(types)' has no order of \(stage.player)'s")
      }
      for outcome in stages.flatMap({ $0.options.compactMap { $0.outcome } })
      where !order.contains(outcome) {
        throw CaseFault("\(stage.player)'s order has no '\(outcome)'")
      }
    }
    return orders
  }

  /// Holds what a case expects of a pair of types against what looking ahead leads to.
  func check(
    _ expected: Node.Member,
    _ orders: [String: [String]],
    _ list: inout CheckList
  ) throws(CaseFault) {
    let numbering = OutcomeNumbering(optionCounts: stages.map { $0.options.count })
    let players = stages.map { $0.player }
    let end = { (outcome: Int) -> String in
      for (place, stage) in stages.enumerated() {
        let option = stage.options[numbering.option(of: place, in: outcome)]
        if let end = option.outcome { return end }
      }
      return ""
    }
    let play = SequentialPlay(
      numbering,
      order: stages.indices.map { place in
        SequentialPlay.Mover(
          decision: place,
          player: players.firstIndex(of: players[place]) ?? place
        )
      },
      from: 0
    ) { player, outcome -> Int in
      -(orders[players[player]]?.firstIndex(of: end(outcome)) ?? 0)
    }
    for member in try expected.value.needMembers() {
      let name = "\(expected.key): \(member.key)"
      guard let stated = member.value.string else { throw CaseFault("'\(name)' is no text") }
      if member.key == "outcome" {
        list.same(name, Array(Set(play.outcomes.map(end))), [stated])
      } else if let place = stage(member.key) {
        // The moves before it hand the game on.
        let history = stages[..<place].map { stage in
          stage.options.firstIndex { $0.outcome == nil } ?? 0
        }
        let move = stages[place].options[play.option(after: history) ?? 0].name
        let isSame = stated == move || stated.hasPrefix(move + " ")
        list.holds(name, isSame, "'\(move)' where the case has '\(stated)'")
      } else {
        list.skip(name, "nothing is known of it")
      }
    }
  }

  /// The move that a name such as `defender_reply` or `challenger_last_move` stands for.
  private func stage(_ key: String) -> Int? {
    if key.hasSuffix("_last_move") {
      return stages.lastIndex { $0.player == key.dropLast(10) }
    }
    if key.hasSuffix("_first_move") || key.hasSuffix("_reply") {
      return stages.firstIndex { key.hasPrefix($0.player + "_") }
    }
    return nil
  }
}
