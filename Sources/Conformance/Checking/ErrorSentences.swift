import GameTheory

// What the engine says against the data of a case, as sentences. Places count from 1.

extension OfferError {
  /// What is wrong, in words.
  var sentence: String {
    switch self {
    case .partyCount(let count): "there are \(count) parties, and 2 to 64 can talk"
    case .noPackages: "there is no package to talk about"
    case .count(let expected, let found):
      "a list has \(found) entries where \(expected) are needed, one for each party or package"
    case .notFinite(let party): "a utility or the reservation of party \(party + 1) is too large"
    case .patience(let party): "the patience of party \(party + 1) is not in 0...1"
    case .rounds(let rounds): "there are \(rounds) rounds, and 1 to a million are possible"
    case .quota: "the quota is not above 0, or cannot be reached"
    case .issues: "the options of the issues do not make the number of packages"
    case .negotiator(let seat): "the exponent of party \(seat + 1) is not above 0"
    case .over: "the talks have ended"
    case .noStandingOffer: "there is no offer to accept"
    case .unknownPackage(let package): "there is no package \(package)"
    case .automaticSeat(let seat): "party \(seat + 1) plays by itself"
    }
  }
}

extension BargainingError {
  /// What is wrong, in words.
  var sentence: String {
    switch self {
    case .noPlayers: "there is no player"
    case .payoffCount(let players, let found):
      "\(found) payoffs are not as many for each of \(players) players"
    case .weightCount(let expected, let found):
      "there are \(found) weights for \(expected) players"
    case .weightSign: "a weight is below 0, or all are 0"
    case .weightSize(let limit): "the weights as whole numbers add up to more than \(limit)"
    case .discount:
      "a discount factor is not in 0...1, or two who alternate both lose nothing by waiting"
    case .quota: "there is no member, or the quota is not from 1 to the number of members"
    }
  }
}

extension CoalitionError {
  /// What is wrong, in words.
  var sentence: String {
    switch self {
    case .playerCount(let found, let most):
      found == 0
        ? "there is no player" : "there are \(found) players, and \(most) at most can be taken"
    case .valueCount(let expected, let found):
      "there are \(found) values where \(expected) coalitions need one"
    case .emptyCoalitionHasValue: "the coalition of nobody has a value other than 0"
    case .notSimple: "the game is not simple: values are not 0 and 1, rising to 1 for all together"
    case .noImputation: "all together have less than what they have alone"
    case .notAPartition: "the groups do not hold every player exactly once"
    case .shareCount(let expected, let found): "there are \(found) shares for \(expected) players"
    case .negativeWeight(let player): "the weight of player \(player + 1) is below 0"
    case .quotaOutOfRange: "the quota is not above 0, or above what all weights add up to"
    case .tableTooLarge(let limit): "the weights are too large: more than \(limit) sums to count"
    case .rateNotPositive(let player): "the exchange rate of player \(player + 1) is not above 0"
    case .outcomeCount(let found, let most):
      "there are \(found) outcomes, and 1 to \(most) can be taken"
    case .invalidMove(let place): "move \(place + 1) names nobody, or what is not there"
    }
  }
}

extension ConflictError {
  /// What is wrong, in words; decision makers and states by their names where they are known.
  func sentence(_ decisionMakers: [String] = [], _ states: [String] = []) -> String {
    func name(_ names: [String], _ place: Int, _ kind: String) -> String {
      names.indices.contains(place) ? "'\(names[place])'" : "\(kind) \(place + 1)"
    }
    switch self {
    case .noStates: return "there is no state"
    case .decisionMakerCount(let count):
      return
        "there are \(count) decision makers, and 1 to \(ConflictGraph.mostDecisionMakers) can be taken"
    case .listCount(let expected, let found):
      return "\(found) states are ranked, or have moves, where there are \(expected)"
    case .badMove(let decisionMaker, let from, let to):
      let mover = name(decisionMakers, decisionMaker, "decision maker")
      let start = name(states, from, "state")
      return from == to
        ? "\(mover) has a move from \(start) to where it is already"
        : "\(mover) has a move from \(start) to \(name(states, to, "state")), which is not there"
    case .repeatedCode(let code): return "two states have the number \(code)"
    case .tooMany(let limit): return "there are more states or moves than \(limit)"
    case .unknownOwner(let owner): return "there is no decision maker \(owner + 1)"
    case .patternLength(let expected, let found):
      return "a pattern has \(found) signs where there are \(expected) options"
    case .needsTwoDecisionMakers(let found):
      return "it is defined for two decision makers, not for \(found)"
    case .noCombinedMoves: return "moves made at once have no common outcome"
    }
  }
}

extension SpatialMistake {
  /// What is wrong, in words; actors by their names where they are known.
  func sentence(_ names: [String] = [], least: Int = 2) -> String {
    func name(_ actor: Int) -> String {
      names.indices.contains(actor) ? "'\(names[actor])'" : "actor \(actor + 1)"
    }
    switch self {
    case .tooFewActors:
      return least == 1 ? "there is no actor" : "there are fewer than \(least) actors"
    case .issueCount(let actor):
      return "\(name(actor)) has not one position and one salience for each issue"
    case .notFinite(let actor): return "a number of \(name(actor)) is too large"
    case .capability(let actor): return "the capability of \(name(actor)) is too small"
    case .salience(let actor):
      return "a salience of \(name(actor)) is below 0, they add to more than 1, or all are 0"
    case .position(let actor): return "a position of \(name(actor)) is off the scale"
    case .setting: return "a setting is out of its range"
    case .utilities: return "there is not one utility of each option for each actor"
    }
  }
}
