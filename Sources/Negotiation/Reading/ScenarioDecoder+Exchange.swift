import Documents
import GameTheory

/// What utility points are worth in a common unit.
extension ScenarioDecoder {
  func readExchange(_ root: ObjectReader) -> Exchange? {
    guard let node = root.value("exchange"),
      let reader = ObjectReader(node, path: "exchange", what: "'exchange'", problems)
    else { return nil }
    let unit = reader.string("unit", isNeeded: true) ?? ""
    if unit.isEmpty, let value = reader.value("unit"), value.text != nil {
      problems.error(
        .exchange,
        "the common unit has no name",
        at: value.location,
        path: "exchange.unit",
        help: "say what sums are in, such as \"billions of dollars\""
      )
    }
    let because = reasons(reader, lackingIn: "the exchange")
    var rates = [Rational?](repeating: nil, count: players.count)
    if let list = reader.needed("rates"),
      let object = ObjectReader(list, path: "exchange.rates", what: "'rates'", problems)
    {
      let mistakes = problems.found.count
      for member in object.entries {
        let path = "exchange.rates.\(member.key)"
        guard let player = playerIndex(member.key, at: member.keyLocation, path: path),
          let rate = plainNumber(member.value, path: path, problems)
        else { continue }
        rates[player] = rate
        guard rate <= 0 else { continue }
        problems.error(
          .exchange,
          "a utility point of '\(member.key)' is worth nothing",
          at: member.value.location,
          path: path,
          label: "expected above 0"
        )
      }
      if problems.found.count == mistakes { reportMissing(rates, at: list.location.start) }
    }
    reader.finish()
    let known = rates.compactMap { $0 }
    return known.count == players.count ? Exchange(unit: unit, rates: known, because: because) : nil
  }

  private func reportMissing(_ rates: [Rational?], at location: Location) {
    let missing = players.indices.filter { rates[$0] == nil }.map { "'\(players[$0].id)'" }
    guard !missing.isEmpty, isBroken.isEmpty else { return }
    problems.error(
      .exchange,
      "there is no rate for \(Wording.list(missing))",
      at: location,
      path: "exchange.rates",
      help: "give every player a rate"
    )
  }
}
