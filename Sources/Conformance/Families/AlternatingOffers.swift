import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Stacked alternating offers: agreement, round and each offer.
  static let alternatingOffers = CaseFamily(name: "sao", mark: "alternating_offers") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    let expected = try file.root.need("expected")
    let given = try AlternatingOffersCase(input, &list)
    if let runs = expected.value("runs") {
      guard let runs = runs.elements else { throw CaseFault("'runs' is no list") }
      for run in runs { try given.check(run, names: given.parties, &list) }
    } else {
      let types = try input.needTexts("types")
      try given.check(expected, types: types, title: "", suffixed: true, &list)
    }
  }
}

extension Node {
  /// Texts at a name.
  fileprivate func needTexts(_ key: String) throws(CaseFault) -> [String] {
    guard let texts = try need(key).list({ $0.string }) else {
      throw CaseFault("'\(key)' is no list of texts")
    }
    return texts
  }
}

/// What is negotiated, and what the names of strategies mean.
private struct AlternatingOffersCase {
  /// The parties in the order in which they speak, which does not hang on the order of members; empty
  /// where they have no names.
  let parties: [String]
  let problem: OfferProblem
  /// The number by which each package is known in the case.
  let outcomes: [Double]
  let exponents: [(name: String, exponent: Double)]

  /// What a case may say of time, aspiration, offers and acceptance, as this family has them.
  private static let rules = [
    ("time", "t = (round+1)/(rounds+1)"), ("aspiration", "1 - t^e"),
    ("offer", "worst own outcome with utility >= aspiration"),
    ("accept", "utility of standing offer >= aspiration"),
  ]

  init(_ input: Node, _ list: inout CheckList) throws(CaseFault) {
    let rows: [[Double]]
    if input.value("utilities") != nil {
      parties = []
      rows = try input.needRows("utilities")
      outcomes = (rows.first ?? []).indices.map { Double($0) }
    } else {
      (parties, outcomes, rows) = try AlternatingOffersCase.formulas(input)
    }
    for (key, meaning) in AlternatingOffersCase.rules {
      guard let text = input.value(key)?.string, !text.hasPrefix(meaning) else { continue }
      list.skip("input: \(key)", "'\(text)' is not the rule that this family plays by")
    }
    exponents = try AlternatingOffersCase.exponents(input)
    let reservations =
      input.value("reservation") == nil
      ? rows.map { $0.min() ?? 0 } : try input.needNumbers("reservation")
    let rounds = try input.needInteger("rounds")
    do throws(OfferError) {
      problem = try OfferProblem(utilities: rows, reservations: reservations, rounds: rounds)
    } catch {
      throw CaseFault("the talks cannot be held: \(error.sentence)")
    }
  }

  /// The utilities that are given as formulas, for packages that are numbers.
  private static func formulas(
    _ input: Node
  ) throws(CaseFault) -> (parties: [String], outcomes: [Double], rows: [[Double]]) {
    let outcomes = try outcomes(input)
    var rows: [[Double]] = []
    let parties = speakers(input)
    for party in parties {
      guard let text = try input.need(party + "_utility").string else {
        throw CaseFault("'\(party)_utility' is no formula")
      }
      var row: [Double] = []
      for outcome in outcomes {
        guard let value = CaseFormula.value(of: text, x: outcome) else {
          throw CaseFault("the formula '\(text)' cannot be read")
        }
        row.append(value)
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw CaseFault("there are neither 'utilities' nor formulas") }
    return (parties, outcomes, rows)
  }

  /// The parties that have formulas: first the one of whom `time` says that it `speaks first`, else the seller.
  private static func speakers(_ input: Node) -> [String] {
    let suffix = "_utility"
    var parties = (input.members ?? []).filter { $0.key.hasSuffix(suffix) }.map {
      String($0.key.dropLast(suffix.count))
    }
    let words = (input.value("time")?.string ?? "").split { !$0.isLetter && $0 != "_" }
    let place = words.indices.first { place in
      place + 2 < words.count && words[place + 1] == "speaks" && words[place + 2] == "first"
        && parties.contains { $0 == words[place] }
    }
    let first = place.map { String(words[$0]) } ?? "seller"
    guard let leader = parties.firstIndex(of: first) else { return parties }
    parties.insert(parties.remove(at: leader), at: 0)
    return parties
  }

  /// A list of numbers, or a range of whole ones as `0..10`.
  private static func outcomes(_ input: Node) throws(CaseFault) -> [Double] {
    guard let text = try input.need("outcomes").string else {
      return try input.needNumbers("outcomes")
    }
    let ends = text.split(separator: ".").compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1], ends[1] - ends[0] < 100_000 else {
      throw CaseFault("'outcomes' is no range of whole numbers")
    }
    return (ends[0]...ends[1]).map { Double($0) }
  }

  private static func exponents(_ input: Node) throws(CaseFault) -> [(String, Double)] {
    var found: [(String, Double)] = []
    for member in try input.need("exponents").members ?? [] {
      if let number = member.value.number {
        found.append((member.key, number))
      } else if let text = member.value.string, ["inf", "infinity"].contains(text.lowercased()) {
        found.append((member.key, .infinity))
      } else {
        throw CaseFault("the exponent of '\(member.key)' is no number")
      }
    }
    return found
  }
}

extension AlternatingOffersCase {
  /// Checks a run that names each party's strategy.
  func check(
    _ run: Node,
    names: [String],
    _ list: inout CheckList
  ) throws(CaseFault) {
    var types: [String] = []
    for name in names {
      guard let type = run.value(name)?.string else {
        throw CaseFault("a run does not say how '\(name)' plays")
      }
      types.append(type)
    }
    let title = types.joined(separator: ", ") + ": "
    try check(run, types: types, title: title, suffixed: false, ignoring: names, &list)
  }

  /// Checks every answer, each without a tolerance for offers or with the one that its name ends in.
  func check(
    _ answers: Node,
    types: [String],
    title: String,
    suffixed: Bool,
    ignoring ignored: [String] = [],
    _ list: inout CheckList
  ) throws(CaseFault) {
    for member in answers.members ?? [] where !ignored.contains(member.key) {
      let name = title + member.key
      guard let (kind, tolerance) = AlternatingOffersCase.answer(member.key, suffixed) else {
        list.skip(name, "the family knows no such answer")
        continue
      }
      let result = try play(types, tolerance: tolerance)
      switch kind {
      case "agreement":
        guard member.value.isNull || member.value.number != nil else {
          throw CaseFault("'\(member.key)' is no package")
        }
        let found = result.agreement.map { outcomes[$0] }
        list.same(name, [found], [member.value.number])
      case "round":
        guard member.value.isNull || member.value.whole != nil else {
          throw CaseFault("'\(member.key)' is no round")
        }
        let found = result.agreement == nil ? nil : result.round
        list.same(name, [found], [member.value.whole])
      default:
        list.same(name, offers(result), try answers.needRows(member.key))
      }
    }
  }

  /// What an answer is of, and the tolerance of offers: `round_exact`, `agreement_with_tolerance_0.001`.
  private static func answer(
    _ key: String,
    _ suffixed: Bool
  ) -> (kind: String, tolerance: Double)? {
    for kind in ["agreement", "round", "offers"] where key.hasPrefix(kind) {
      let suffix = String(key.dropFirst(kind.count))
      if suffix == "" || suffix == "_exact" { return (kind, 0) }
      let beginning = "_with_tolerance_"
      guard suffixed, suffix.hasPrefix(beginning) else { return nil }
      guard let tolerance = Double(String(suffix.dropFirst(beginning.count))),
        (0...1).contains(tolerance)
      else { return nil }
      return (kind, tolerance)
    }
    return nil
  }

  private func play(_ types: [String], tolerance: Double) throws(CaseFault) -> OfferResult {
    var negotiators: [Negotiator] = []
    for type in types {
      guard let exponent = exponents.first(where: { $0.name == type })?.exponent else {
        throw CaseFault("'\(type)' has no exponent")
      }
      let curve = ConcessionCurve.polynomial(maximum: 1, exponent: exponent)
      negotiators.append(Negotiator(.time(curve), choice: .lowestWithin(shortfall: tolerance)))
    }
    do throws(OfferError) {
      return try OfferSession.run(problem, negotiators)
    } catch {
      throw CaseFault("the talks cannot be held: \(error.sentence)")
    }
  }

  /// Round, speaker and package of each offer.
  private func offers(_ result: OfferResult) -> [[Double]] {
    result.trace.compactMap { event in
      guard case .offer(let package) = event.action else { return nil }
      return [Double(event.round), Double(event.speaker), outcomes[package]]
    }
  }
}
