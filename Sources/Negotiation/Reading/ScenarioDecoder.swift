import Documents
import GameTheory

/// Turns a merged tree into a scenario, section by section.
struct ScenarioDecoder {
  let file: String
  let evidence: [Evidence]
  var problems: Problems
  /// Whether all evidence could be read, so that a citation of something else is a mistake.
  let isEvidenceWhole: Bool
  /// Whether the scenario starts from another.
  let isChild: Bool
  /// Gives the text of a file by its path.
  let load: (String) throws(ScenarioReader.LoadFailure) -> SourceText
  let evidenceIndex: [String: Int]

  var players: [Player] = []
  var decisions: [Decision] = []
  var interests: [Interest] = []
  var effects: [Effect] = []
  var stakes: [Stake] = []
  var parameters = ParameterTable()
  /// Names that are declared, but have mistakes, and kinds of names whose whole list has: not to be
  /// reported as unknown.
  var isBroken: Set<String> = []
  var playerIndex: [String: Int] = [:]
  var decisionIndex: [String: Int] = [:]
  var interestIndex: [String: Int] = [:]

  init(
    file: String,
    evidence: [Evidence],
    isEvidenceWhole: Bool,
    isChild: Bool,
    problems: Problems,
    load: @escaping (String) throws(ScenarioReader.LoadFailure) -> SourceText
  ) {
    self.load = load
    self.isEvidenceWhole = isEvidenceWhole
    self.file = file
    self.isChild = isChild
    self.evidence = evidence
    self.problems = problems
    var index: [String: Int] = [:]
    for (position, item) in evidence.enumerated() { index[item.id] = position }
    evidenceIndex = index
  }

  mutating func decode(_ tree: Node, _ files: TreeLoader.Tree) -> Scenario? {
    guard let root = ObjectReader(tree, path: "", what: "a scenario", problems) else { return nil }
    _ = root.value("$schema")
    checkFormat(root)
    let title = root.string("title", isNeeded: true) ?? ""
    let summary = root.string("summary") ?? ""
    let date = root.string("date") ?? ""
    checkDate(date, root)
    readPlayers(root)
    readParameters(root)
    readDecisions(root)
    readInterests(root)
    readEffects(root)
    readStakes(root)
    let statusQuo = readStatusQuo(root)
    let sequence = readSequence(root)
    let motives = readMotives(root)
    let negotiation = readNegotiation(root)
    let continua = readForecast(root)
    let exchange = readExchange(root)
    let conflict = readConflict(root)
    let voting = readVoting(root)
    let claims = readClaims(root.list("claims") ?? [], path: "claims")
    let constraints = readConstraints(root)
    let sweeps = readSweeps(root)
    root.finish()
    let inherited = inheritedClaims(files.inheritedClaims)
    var scenario = Scenario(
      file: file,
      title: title,
      summary: summary,
      date: date,
      parents: files.parents,
      evidence: evidence,
      players: players,
      parameters: parameters.parameters,
      constraints: constraints,
      decisions: decisions,
      interests: interests,
      effects: effects,
      stakes: stakes,
      statusQuo: statusQuo,
      sequence: sequence,
      motives: motives,
      negotiation: negotiation,
      continua: continua,
      exchange: exchange,
      conflict: conflict,
      voting: voting,
      claims: claims,
      inheritedClaims: inherited,
      sweeps: sweeps
    )
    checkWhole(scenario, tree)
    if !problems.hasErrors {
      checkConstraints(scenario)
      checkConflict(scenario)
      checkSweeps(&scenario, tree)
    }
    return scenario
  }

  private func checkDate(_ date: String, _ root: ObjectReader) {
    guard let node = root.value("date"), node.text != nil else { return }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let isDate =
      parts.map { $0.utf8.count } == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      && (1...12).contains(Int(parts[1]) ?? 0) && (1...31).contains(Int(parts[2]) ?? 0)
    if isDate { return }
    problems.error(
      .date,
      "'\(date)' is not a date",
      at: node.location,
      path: "date",
      label: "expected YYYY-MM-DD"
    )
  }

  /// The parents' claims that still make sense; those that name what is gone are left out in silence.
  private func inheritedClaims(_ nodes: [Node]) -> [Claim] {
    nodes.compactMap { node in
      var quiet = self
      quiet.problems = Problems(isStrict: false)
      let claims = quiet.readClaims([node], path: "claims")
      return quiet.problems.hasErrors ? nil : claims.first
    }
  }
}

// MARK: - Names and reasons

extension ScenarioDecoder {
  /// The index of a name, or nil after reporting that it is unknown.
  func index(
    _ name: String,
    in table: [String: Int],
    _ known: [String],
    _ what: String,
    at location: Location,
    path: String
  ) -> Int? {
    if let index = table[name] { return index }
    if !isBroken.contains("\(what) \(name)"), !isBroken.contains(what) {
      problems.error(
        .unknownName,
        "unknown \(what) '\(name)'",
        at: location,
        path: path,
        help: didYouMean(name, among: known)
      )
    }
    return nil
  }

  func playerIndex(_ node: Node, path: String) -> Int? {
    guard let name = text(node, "the id of a player", path: path) else { return nil }
    return playerIndex(name, at: node.location, path: path)
  }

  func playerIndex(_ name: String, at location: Location, path: String) -> Int? {
    index(name, in: playerIndex, players.map { $0.id }, "player", at: location, path: path)
  }

  func decisionIndex(_ name: String, at location: Location, path: String) -> Int? {
    index(name, in: decisionIndex, decisions.map { $0.id }, "decision", at: location, path: path)
  }

  func interestIndex(_ name: String, at location: Location, path: String) -> Int? {
    index(name, in: interestIndex, interests.map { $0.id }, "interest", at: location, path: path)
  }

  func optionIndex(_ node: Node, of decision: Int, path: String) -> Int? {
    guard let name = text(node, "an option of '\(decisions[decision].id)'", path: path) else {
      return nil
    }
    let options = decisions[decision].options.map { $0.id }
    if let index = options.firstIndex(of: name) { return index }
    problems.error(
      .unknownName,
      "'\(decisions[decision].id)' has no option '\(name)'",
      at: node.location,
      path: path,
      help: didYouMean(name, among: options)
    )
    return nil
  }

  func text(_ node: Node, _ what: String, path: String) -> String? {
    if let text = node.text { return text }
    problems.error(
      .type,
      "expected \(what), found \(node.kind)",
      at: node.location,
      path: path,
      label: "expected a string"
    )
    return nil
  }

  /// What something rests on.
  ///
  /// Where `what` is given, saying nothing is worth a warning.
  func reasons(_ reader: ObjectReader, lackingIn what: String?) -> [Reason] {
    guard let node = reader.value("because") else {
      if let what { lacksReason(what, at: reader.node.location, path: reader.path) }
      return []
    }
    let path = reader.path(of: "because")
    guard case .array(let list) = node.content else {
      reader.wrongType(node, "because", "a list")
      return []
    }
    if list.isEmpty, let what { lacksReason(what, at: node.location, path: path) }
    return list.compactMap { element in
      guard let text = text(element, "the id of evidence or an assumption", path: path) else {
        return nil
      }
      problems.checkCharacters(of: text, at: element.location, path: path)
      if text.hasPrefix("assumption:") {
        let words = text.dropFirst("assumption:".count).drop { $0 == " " }
        if words.isEmpty {
          problems.report(
            .warning,
            .noReason,
            "the assumption says nothing",
            at: element.location,
            path: path
          )
        }
        return .assumption(String(words))
      }
      if let index = evidenceIndex[text] { return .evidence(index) }
      if !isEvidenceWhole { return nil }
      problems.error(
        .unknownName,
        "unknown evidence '\(text)'",
        at: element.location,
        path: path,
        help: didYouMean(text, among: evidence.map { $0.id })
          ?? "cite evidence of the sources, or write \"assumption: ...\""
      )
      return nil
    }
  }

  func lacksReason(_ what: String, at location: Location, path: String) {
    let place = Location(
      source: location.source,
      range: location.range
        .lowerBound..<min(location.range.lowerBound + 1, location.range.upperBound)
    )
    problems.report(
      problems.isStrict ? .error : .warning,
      .noReason,
      "\(what) does not say what it rests on",
      at: place,
      path: path,
      help: "because: [\"...\"] names evidence, or says \"assumption: ...\""
    )
  }

  /// Reads a list of objects with ids; reports ids given twice.
  func elements(
    _ root: ObjectReader,
    _ key: String,
    _ what: String,
    isNeeded: Bool = false,
    _ body: (ObjectReader, String) -> Void
  ) {
    guard let list = root.list(key, isNeeded: isNeeded) else { return }
    var seen: [String: Location] = [:]
    for (index, node) in list.enumerated() {
      let list = root.path(of: key)
      let path = node.id.map { "\(list).\($0)" } ?? "\(list)[\(index)]"
      guard let reader = ObjectReader(node, path: path, what: what, problems),
        let id = readID(reader, problems)
      else { continue }
      if let first = seen[id] {
        problems.error(
          .duplicateID,
          "\(what) '\(id)' is given twice",
          at: reader.value("id")?.location ?? node.location,
          path: path,
          help: "it is first given on line "
            + "\(first.source.position(ofOffset: first.range.lowerBound).line)"
        )
        continue
      }
      seen[id] = node.location
      body(reader, id)
      reader.finish()
    }
  }
}
