import Documents
import GameTheory

/// Continua with positions: the `forecast` section.
extension ScenarioDecoder {
  func readForecast(_ root: ObjectReader) -> [Continuum] {
    if let node = root.value("forecast"), case .object = node.content {
      problems.error(
        .type,
        "'forecast' is a list of continua, found an object",
        at: node.location.start,
        path: "forecast",
        label: "expected [",
        help: "write forecast: [{ id: \"...\", name: ..., range: ..., positions: ... }]"
      )
      return []
    }
    var continua: [Continuum] = []
    elements(root, "forecast", "a continuum") { reader, id in
      if let continuum = readContinuum(reader, id) { continua.append(continuum) }
    }
    return continua
  }

  private func readContinuum(_ reader: ObjectReader, _ id: String) -> Continuum? {
    let name = reader.string("name", isNeeded: true) ?? ""
    let unit = reader.string("unit") ?? ""
    let ends = reader.needed("range")
    let range = ends.flatMap { readRange($0, path: reader.path(of: "range"), problems) }
    if let range { checkEnds(range, at: ends?.location, path: reader.path(of: "range")) }
    let decision = reader.value("decision").flatMap { node in
      text(node, "the id of a decision", path: reader.path(of: "decision")).flatMap {
        decisionIndex($0, at: node.location, path: reader.path(of: "decision"))
      }
    }
    let marks = readMarks(reader, of: decision, in: range)
    let because = reasons(reader, lackingIn: nil)
    let positions = readPositions(reader, in: range)
    guard let range, let positions else { return nil }
    return Continuum(
      id: id,
      name: name,
      unit: unit,
      range: range,
      decision: decision,
      marks: marks,
      because: because,
      positions: positions
    )
  }

  private func checkEnds(_ range: ClosedRange<Rational>, at location: Location?, path: String) {
    let (low, high) = (range.lowerBound, range.upperBound)
    let size = max(low.magnitude, high.magnitude)
    if low == high {
      problems.error(
        .continuum,
        "the ends of the continuum are the same",
        at: location,
        path: path,
        label: "expected two different numbers"
      )
    } else if !Continuum.Estimate.reach.contains(size)
      || (high - low) * Rational(10).power(6) < size
    {
      problems.error(
        .continuum,
        "the ends of the continuum are out of reach",
        at: location,
        path: path,
        label: "expected up to 1e12 in size, and apart by a millionth of that at least",
        help: "take another unit, or measure from another point"
      )
    }
  }

  // MARK: Marks

  private func readMarks(
    _ reader: ObjectReader,
    of decision: Int?,
    in range: ClosedRange<Rational>?
  ) -> [Continuum.Mark] {
    guard let node = reader.value("marks") else { return [] }
    let path = reader.path(of: "marks")
    guard let object = ObjectReader(node, path: path, what: "'marks'", problems) else { return [] }
    guard let decision else {
      if reader.node.member("decision") == nil {
        problems.error(
          .continuum,
          "there are marks, but no decision whose options they are",
          at: node.location.start,
          path: path,
          help: "name it: decision: \"...\""
        )
      }
      return []
    }
    var marks: [Continuum.Mark] = []
    for member in object.entries {
      let path = object.path(of: member.key)
      let option = option(member, of: decision, path: path)
      guard let place = plainNumber(member.value, path: path, problems) else { continue }
      check(place, in: range, "mark", at: member.value.location, path: path)
      guard let option else { continue }
      if let other = marks.first(where: { $0.place == place }) {
        let name = decisions[decision].options[other.option].id
        problems.error(
          .continuum,
          "'\(member.key)' stands where '\(name)' stands",
          at: member.value.location,
          path: path,
          label: "expected a place of its own"
        )
      }
      marks.append(Continuum.Mark(option: option, place: place))
    }
    return marks.sorted { $0.place < $1.place }
  }

  private func option(_ member: Node.Member, of decision: Int, path: String) -> Int? {
    let options = decisions[decision].options.map { $0.id }
    if let index = options.firstIndex(of: member.key) { return index }
    problems.error(
      .unknownName,
      "'\(decisions[decision].id)' has no option '\(member.key)'",
      at: member.keyLocation,
      path: path,
      help: didYouMean(member.key, among: options)
    )
    return nil
  }

  // MARK: Positions

  /// The positions; nil where there is a mistake that leaves none.
  private func readPositions(
    _ reader: ObjectReader,
    in range: ClosedRange<Rational>?
  ) -> [Continuum.Position]? {
    let path = reader.path(of: "positions")
    guard let node = reader.needed("positions"),
      let object = ObjectReader(node, path: path, what: "'positions'", problems)
    else { return nil }
    let mistakes = problems.found.count
    let positions = object.entries.compactMap { member -> Continuum.Position? in
      let path = object.path(of: member.key)
      let player = playerIndex(member.key, at: member.keyLocation, path: path)
      guard let entry = ObjectReader(member.value, path: path, what: "a position", problems) else {
        return nil
      }
      return readPosition(entry, of: player, member.key, in: range)
    }
    // What is missing because of a mistake is not reported again.
    guard problems.found.count == mistakes else { return positions }
    if positions.count(where: { $0.hasWeight }) < 2 {
      problems.error(
        .continuum,
        positions.count < 2
          ? "a continuum needs two players at least"
          : "a continuum needs two players at least whose salience and capability are above 0",
        at: node.location.start,
        path: path
      )
    }
    return positions.sorted { $0.player < $1.player }
  }

  private func readPosition(
    _ entry: ObjectReader,
    of player: Int?,
    _ name: String,
    in range: ClosedRange<Rational>?
  ) -> Continuum.Position? {
    let position = readEstimate(entry, "position", in: range)
    let salience = readEstimate(entry, "salience", in: 0...100, isWeight: true)
    let capability = readEstimate(entry, "capability", in: nil, isWeight: true)
    let because = reasons(entry, lackingIn: "the position of '\(name)'")
    entry.finish()
    guard let player, let position, let salience, let capability else { return nil }
    return Continuum.Position(
      player: player,
      position: position,
      salience: salience,
      capability: capability,
      because: because
    )
  }
}
