import Documents
import GameTheory

/// Claims and their tests.
extension ScenarioDecoder {
  /// The key that tells each form of a test from the others.
  private static let forms = [
    "prefers", "indifferent", "bestReply", "neverBestReply", "dominated", "equilibria",
    "betterForAll", "settles", "difference", "somewhere",
  ]

  func readClaims(_ list: [Node], path: String) -> [Claim] {
    var claims: [Claim] = []
    for (index, node) in list.enumerated() {
      let path = node.id.map { "\(path).\($0)" } ?? "\(path)[\(index)]"
      guard let reader = ObjectReader(node, path: path, what: "a claim", problems),
        let id = readID(reader, problems)
      else { continue }
      if claims.contains(where: { $0.id == id }) {
        problems.error(
          .duplicateID,
          "the claim '\(id)' is given twice",
          at: reader.value("id")?.location,
          path: path
        )
      }
      let says = reader.string("says", isNeeded: true) ?? ""
      let kind = reader.choice("kind", Claim.Kind.self, isNeeded: true) ?? .model
      let because = reasons(reader, lackingIn: nil)
      let tests = reader.list("tests", isNeeded: true) ?? []
      if tests.isEmpty, let node = reader.value("tests"), case .array = node.content {
        problems.error(
          .claimForm,
          "the claim tests nothing",
          at: node.location,
          path: "\(path).tests"
        )
      }
      let read = tests.enumerated().compactMap {
        readTest($1, path: "\(path).tests[\($0)]")
      }
      reader.finish()
      claims.append(
        Claim(
          id: id,
          says: says,
          kind: kind,
          because: because,
          tests: read,
          location: node.location
        )
      )
    }
    return claims
  }

  private func readTest(_ node: Node, path: String) -> Claim.Test? {
    guard let reader = ObjectReader(node, path: path, what: "a test", problems) else { return nil }
    let found = reader.entries.map { $0.key }.filter(ScenarioDecoder.forms.contains)
    guard found.count == 1 else {
      let message =
        found.isEmpty
        ? "the test has no form" : "the test has several forms: " + found.joined(separator: ", ")
      problems.error(
        .claimForm,
        message,
        at: node.location.start,
        path: path,
        help: found.isEmpty
          ? "give it one of: " + ScenarioDecoder.forms.joined(separator: ", ")
          : "split it into several tests"
      )
      return nil
    }
    let test = readTest(reader, form: found[0])
    reader.finish()
    return test
  }

  private func readTest(_ reader: ObjectReader, form: String) -> Claim.Test? {
    switch form {
    case "prefers", "indifferent", "bestReply", "neverBestReply", "dominated":
      return readPlayerTest(reader, form: form)
    case "equilibria":
      guard let quantifier = reader.choice("equilibria", Claim.Quantifier.self),
        let have = options(reader, "have")
      else { return nil }
      return .equilibria(quantifier, have: have)
    case "betterForAll":
      let options = options(reader, "betterForAll")
      let reference = reader.choice("than", Claim.Reference.self) ?? .settled
      let weakly = reader.boolean("weakly") ?? false
      return options.map { .betterForAll($0, than: reference, weakly: weakly) }
    case "settles":
      let options = options(reader, "settles")
      let start = reader.value("start").map { readOptions($0, path: reader.path(of: "start")) }
      return options.map { .settles($0, start: start ?? Options()) }
    case "difference":
      return readComparison(reader)
    default:
      return readSomewhere(reader)
    }
  }

  private func readPlayerTest(_ reader: ObjectReader, form: String) -> Claim.Test? {
    let player = reader.needed("player").flatMap {
      playerIndex($0, path: reader.path(of: "player"))
    }
    let subject = options(reader, form)
    if form == "dominated" {
      let weakly = reader.boolean("weakly") ?? false
      guard let player, let subject, isOwn(subject, player, reader, form) else { return nil }
      return .dominated(player: player, subject, weakly: weakly)
    }
    let place = reader.choice("at", Claim.Place.self) ?? .statusQuo
    let given = options(reader, "given", isNeeded: false) ?? Options()
    if form == "bestReply" || form == "neverBestReply" {
      guard let player, let subject, isOwn(subject, player, reader, form) else { return nil }
      return form == "bestReply"
        ? .bestReply(player: player, subject, at: place, given: given)
        : .neverBestReply(player: player, subject, at: place, given: given)
    }
    let other = options(reader, "to")
    if form == "indifferent" {
      guard let player, let subject, let other else { return nil }
      return .indifferent(player: player, subject, to: other, at: place, given: given)
    }
    let weakly = reader.boolean("weakly") ?? false
    guard let player, let subject, let other else { return nil }
    return .prefers(
      player: player,
      subject,
      to: other,
      weakly: weakly,
      at: place,
      given: given
    )
  }

  /// Reports options of decisions that the player does not settle.
  private func isOwn(_ options: Options, _ player: Int, _ reader: ObjectReader, _ key: String)
    -> Bool
  {
    let foreign = options.choices.filter { decisions[$0.decision].player != player }
    for choice in foreign {
      problems.error(
        .claimForm,
        "'\(decisions[choice.decision].id)' is not settled by '\(players[player].id)'",
        at: reader.value(key)?.location,
        path: reader.path(of: key)
      )
    }
    return foreign.isEmpty
  }

  private func options(_ reader: ObjectReader, _ key: String, isNeeded: Bool = true) -> Options? {
    guard let node = isNeeded ? reader.needed(key) : reader.value(key) else { return nil }
    return readOptions(node, path: reader.path(of: key))
  }

  private func readComparison(_ reader: ObjectReader) -> Claim.Test? {
    let first = reader.needed("difference").flatMap {
      readDifference($0, path: reader.path(of: "difference"))
    }
    let comparison = reader.choice("is", Comparison.self, isNeeded: true)
    let times = reader.number("times") ?? 1
    let place = reader.choice("at", Claim.Place.self) ?? .statusQuo
    let given = options(reader, "given", isNeeded: false) ?? Options()
    guard let node = reader.needed("than") else { return nil }
    var bound: Claim.Bound?
    if case .object = node.content {
      bound = readDifference(node, path: reader.path(of: "than")).map {
        .difference(times: times, $0)
      }
    } else {
      bound = plainNumber(node, path: reader.path(of: "than"), problems).map { .number($0) }
      if let times = reader.value("times") {
        problems.error(
          .claimForm,
          "'times' goes with a difference to compare with, not with a number",
          at: times.location,
          path: reader.path(of: "times"),
          help: "multiply the number, and leave 'times' out"
        )
      }
    }
    guard let first, let comparison, let bound else { return nil }
    return .compare(first, comparison, bound, at: place, given: given)
  }

  private func readDifference(_ node: Node, path: String) -> Claim.Difference? {
    guard let reader = ObjectReader(node, path: path, what: "a difference", problems) else {
      return nil
    }
    let of = options(reader, "of")
    let minus = options(reader, "minus", isNeeded: false)
    var subject: Claim.Difference.Subject?
    if let interest = reader.value("interest") {
      subject = text(interest, "the id of an interest", path: reader.path(of: "interest"))
        .flatMap { interestIndex($0, at: interest.location, path: reader.path(of: "interest")) }
        .map { .level(interest: $0) }
    } else if let player = reader.needed("player") {
      let interests = (reader.list("interests") ?? []).compactMap { node in
        text(node, "the id of an interest", path: reader.path(of: "interests")).flatMap {
          interestIndex($0, at: node.location, path: reader.path(of: "interests"))
        }
      }
      subject = playerIndex(player, path: reader.path(of: "player")).map {
        .payoff(player: $0, interests: interests)
      }
    }
    reader.finish()
    guard let subject, let of else { return nil }
    return Claim.Difference(subject: subject, of: of, minus: minus)
  }

  private func readSomewhere(_ reader: ObjectReader) -> Claim.Test? {
    let node = reader.value("somewhere")
    let range = reader.range("range")
    let inner = reader.needed("holds").flatMap { readTest($0, path: reader.path(of: "holds")) }
    if case .somewhere = inner {
      problems.error(
        .claimForm,
        "a test within 'somewhere' cannot range again",
        at: reader.value("holds")?.location.start,
        path: reader.path(of: "holds"),
        help: "let one number range; sweep or map the two together"
      )
      return nil
    }
    guard let node,
      let name = text(node, "the path of a number", path: reader.path(of: "somewhere"))
    else { return nil }
    guard let quantity = quantities.first(where: { $0.path == name }) else {
      problems.error(
        .path,
        "no number has the path '\(name)'",
        at: node.location,
        path: reader.path(of: "somewhere"),
        help: pathHint(name, among: quantities.map { $0.path })
      )
      return nil
    }
    if isDerived(name) {
      reportDerived(quantity, at: node.location, path: reader.path(of: "somewhere"))
      return inner.map { .somewhere(path: name, range: range, $0) }
    }
    if range == nil, quantity.range == nil {
      problems.error(
        .range,
        "'\(name)' has no stated range",
        at: node.location,
        path: reader.path(of: "somewhere"),
        help: "give a range here, or where the number is written"
      )
    }
    return inner.map { .somewhere(path: name, range: range ?? quantity.range, $0) }
  }

  func isDerived(_ name: String) -> Bool {
    parameters.parameters.contains { $0.name == name && $0.isDerived }
  }

  /// Reports that a parameter made of others cannot be varied by itself; not where the command line made
  /// it so, since the scenario is not at fault then.
  func reportDerived(_ quantity: Quantity, at location: Location, path: String) {
    guard quantity.location.source.name != NumberPaths.sourceName else { return }
    problems.error(
      .path,
      "'\(quantity.path)' is derived, so it cannot be varied",
      at: location,
      path: path,
      help: "vary the parameters that it is made of"
    )
  }

  private var quantities: [Quantity] {
    parameters.parameters.map { $0.quantity } + interests.map { $0.base }
      + effects.map { $0.amount } + stakes.map { $0.weight }
  }
}
