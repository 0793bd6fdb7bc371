import Documents
import GameTheory

/// Rules by which voters decide together: the `voting` section.
extension ScenarioDecoder {
  func readVoting(_ root: ObjectReader) -> [VotingPlan] {
    var plans: [VotingPlan] = []
    elements(root, "voting", "a voting rule") { reader, id in
      let name = reader.string("name") ?? id.replacing("-", with: " ")
      let others = readVoters(reader)
      let because = reasons(reader, lackingIn: "the voting rule '\(id)'")
      var parts = [readCondition(reader, others)]
      for (index, node) in (reader.list("also") ?? []).enumerated() {
        let path = "\(reader.path).also[\(index)]"
        guard let part = ObjectReader(node, path: path, what: "a condition", problems) else {
          parts.append(nil)
          continue
        }
        parts.append(readCondition(part, others))
        _ = reasons(part, lackingIn: nil)
        part.finish()
      }
      let whole = parts.compactMap { $0 }
      guard whole.count == parts.count else { return }
      let plan = plan(id, name, others, whole, because, reader)
      if let plan { plans.append(plan) }
    }
    return plans
  }

  /// Weights by voter, and what they must come to.
  private struct VotingCondition {
    let quota: Rational
    let weights: [(id: String, weight: Rational)]
  }

  /// The voters that are no players: ids and names.
  private func readVoters(_ reader: ObjectReader) -> [(id: String, name: String)] {
    guard let node = reader.value("voters"),
      let object = ObjectReader(
        node,
        path: reader.path(of: "voters"),
        what: "'voters'",
        problems
      )
    else { return [] }
    return object.entries.compactMap { member in
      let path = object.path(of: member.key)
      guard let name = text(member.value, "the name of a voter", path: path) else { return nil }
      problems.checkCharacters(of: name, at: member.value.location, path: path)
      if !isWellFormed(member.key, joint: "-") {
        problems.error(
          .malformedID,
          "'\(member.key)' is no id",
          at: member.keyLocation,
          path: path,
          help: "ids are lower-case words and digits joined by hyphens, such as north-korea"
        )
      } else if playerIndex[member.key] != nil {
        problems.error(
          .duplicateID,
          "'\(member.key)' is a player already",
          at: member.keyLocation,
          path: path,
          help: "name only voters here that are not players"
        )
      }
      return (member.key, name)
    }
  }

  /// Reads a quota with its weights; nil after reporting what is wrong with them.
  private func readCondition(
    _ reader: ObjectReader,
    _ others: [(id: String, name: String)]
  ) -> VotingCondition? {
    let mistakes = problems.found.count
    let quota = reader.number("quota", isNeeded: true)
    var weights: [(id: String, weight: Rational)] = []
    if let node = reader.needed("weights"),
      let object = ObjectReader(
        node,
        path: reader.path(of: "weights"),
        what: "'weights'",
        problems
      )
    {
      let known = players.map { $0.id } + others.map { $0.id }
      let isVoter = Dictionary(known.map { ($0, 0) }) { first, _ in first }
      for member in object.entries {
        let path = object.path(of: member.key)
        let isKnown =
          index(member.key, in: isVoter, known, "player", at: member.keyLocation, path: path)
          != nil
        guard let weight = plainNumber(member.value, path: path, problems), isKnown else {
          continue
        }
        if weight < 0 {
          problems.error(
            .votingRule,
            "the weight of '\(member.key)' is below 0",
            at: member.value.location,
            path: path,
            label: "expected at least 0"
          )
        }
        weights.append((member.key, weight))
      }
      if let quota, problems.found.count == mistakes {
        check(quota, weights, reader, at: node.location.start)
      }
    }
    guard let quota, problems.found.count == mistakes, isBroken.isEmpty else { return nil }
    return VotingCondition(quota: quota, weights: weights)
  }

  private func quotaPlace(_ reader: ObjectReader) -> Location? {
    reader.entries.first { $0.key == "quota" }?.value.location
  }

  private func check(
    _ quota: Rational,
    _ weights: [(id: String, weight: Rational)],
    _ reader: ObjectReader,
    at location: Location
  ) {
    let sum = weights.reduce(Rational(0)) { $0 + $1.weight }
    let path = reader.path(of: "quota")
    if weights.isEmpty {
      problems.error(
        .votingRule,
        "nobody has a vote",
        at: location,
        path: reader.path(of: "weights"),
        help: "give weights, as weights: { us: 2, russia: 1 }"
      )
    } else if weights.count > WeightedVoting.mostPlayers {
      problems.error(
        .votingRule,
        "there are \(weights.count) voters; the limit is \(WeightedVoting.mostPlayers)",
        at: location,
        path: reader.path(of: "weights")
      )
    } else if quota <= 0 {
      problems.error(
        .votingRule,
        "the quota is not above 0, so that nobody at all would win",
        at: quotaPlace(reader),
        path: path,
        label: "expected above 0"
      )
    } else if quota > sum {
      problems.error(
        .votingRule,
        "the quota is above the sum of the weights, so that nothing would ever pass",
        at: quotaPlace(reader),
        path: path,
        label: "\(quota) is above \(sum)"
      )
    }
  }

  /// Puts the conditions of a rule together; who has no weight in one of them has 0.
  private func plan(
    _ id: String,
    _ name: String,
    _ others: [(id: String, name: String)],
    _ conditions: [VotingCondition],
    _ because: [Reason],
    _ reader: ObjectReader
  ) -> VotingPlan? {
    let named = Set(conditions.flatMap { $0.weights.map { $0.id } })
    let voters =
      players.enumerated().map {
        VotingPlan.Voter(id: $0.element.id, name: $0.element.name, player: $0.offset)
      }.filter { named.contains($0.id) }
      + others.filter { named.contains($0.id) }.map {
        VotingPlan.Voter(id: $0.id, name: $0.name, player: nil)
      }
    guard voters.count <= WeightedVoting.mostPlayers else {
      problems.error(
        .votingRule,
        "there are \(voters.count) voters; the limit is \(WeightedVoting.mostPlayers)",
        at: quotaPlace(reader),
        path: reader.path
      )
      return nil
    }
    var parts: [WeightedVoting] = []
    for condition in conditions {
      let weights = voters.map { voter in
        condition.weights.first { $0.id == voter.id }?.weight ?? 0
      }
      guard let part = try? WeightedVoting(weights: weights, quota: condition.quota) else {
        return nil
      }
      parts.append(part)
    }
    guard let vote = try? VectorVoting(parts) else { return nil }
    let idle = others.filter { !named.contains($0.id) }.map { $0.id }
    warn(id, idle, vote, reader)
    return VotingPlan(id: id, name: name, voters: voters, vote: vote, because: because)
  }

  /// Warns of what is odd in a rule.
  private func warn(_ id: String, _ idle: [String], _ vote: VectorVoting, _ reader: ObjectReader) {
    for other in idle {
      problems.report(
        .warning,
        .improperVoting,
        "the voter '\(other)' has no weight",
        at: reader.entries.first { $0.key == "voters" }?.value.location.start,
        path: reader.path(of: "voters"),
        help: "give it a weight, if only 0, or leave it out"
      )
    }
    if vote.isProper == false {
      problems.report(
        .warning,
        .improperVoting,
        "two separate coalitions can both win under '\(id)'",
        at: quotaPlace(reader),
        path: reader.path(of: "quota"),
        help: "a quota above half of the weights leaves room for one winner"
      )
    }
  }
}
