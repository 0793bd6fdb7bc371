import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Coalitional games: values, nucleolus, core.
  ///
  /// Players are a number, or a list of names. Values stand under the members of each coalition, as numbers
  /// from 1 or names with commas between them; a coalition left out has 0. Without values there are an estate and
  /// claims, or weights and a quota.
  static let cooperative = CaseFamily(name: "cooperative", mark: "coalitional_game") {
    (file, list) throws(CaseFault) in
    let input = try file.root.need("input")
    let game = try cooperativeGame(input)
    for member in try file.root.need("expected").needMembers() {
      try check(member, game, input, &list)
    }
  }

  /// The game of a case.
  private static func cooperativeGame(_ input: Node) throws(CaseFault) -> CoalitionalGame {
    let bankruptcy = try bankruptcyGame(input)
    if input.value("value") == nil {
      if let bankruptcy { return bankruptcy }
      guard let vote = try weightedVoting(input) else {
        throw CaseFault("there is neither 'value' nor 'claims' with an 'estate'")
      }
      return try fitting("the weights", vote.game)
    }
    let players = try input.need("players")
    let names = players.list { $0.string }
    guard let count = players.whole ?? names?.count, (1...20).contains(count) else {
      throw CaseFault("'players' is neither a number of players up to 20 nor a list of names")
    }
    var values = [Rational](repeating: 0, count: 1 << count)
    for member in try input.need("value").needMembers() {
      let coalition = try coalition(member.key, count, names)
      guard let value = member.value.exact else {
        throw CaseFault("the value of '\(member.key)' is no number")
      }
      values[Int(coalition.rawValue)] = value
    }
    let game = try fitting("the values") { () throws(CoalitionError) in
      try CoalitionalGame(playerCount: count, values: values)
    }
    if let bankruptcy, bankruptcy != game {
      throw CaseFault("the values are not those of the estate and the claims")
    }
    return game
  }

  private static func bankruptcyGame(_ input: Node) throws(CaseFault) -> CoalitionalGame? {
    guard input.value("estate") != nil, input.value("claims") != nil else { return nil }
    guard let estate = try input.need("estate").exact else {
      throw CaseFault("'estate' is no number")
    }
    let claims = try input.needExact("claims")
    return try fitting("the claims") { () throws(CoalitionError) in
      try CoalitionalGame.bankruptcy(estate: estate, claims: claims)
    }
  }

  /// The coalition whose members a text lists.
  private static func coalition(
    _ text: String,
    _ count: Int,
    _ names: [String]?
  ) throws(CaseFault) -> Coalition {
    var members: [Int] = []
    for part in text.split(separator: ",") {
      let name = part.split(separator: " ").joined(separator: " ")
      let number = Int(name).map { $0 - 1 }
      guard let player = names?.firstIndex(of: name) ?? number, (0..<count).contains(player),
        !members.contains(player)
      else { throw CaseFault("'\(text)' is no coalition of the players") }
      members.append(player)
    }
    return Coalition(members: members)
  }

  /// Holds one answer against the game.
  private static func check(
    _ expected: Node.Member,
    _ game: CoalitionalGame,
    _ input: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    let key = expected.key
    switch key {
    case "shapley": try list.shares(key, game.shapleyValue(), expected.value)
    case "banzhaf_raw": try list.shares(key, game.banzhafSums(), expected.value)
    case "banzhaf", "banzhaf_absolute": try list.shares(key, game.banzhafValue(), expected.value)
    case "banzhaf_normalised":
      guard let shares = game.banzhafShares() else { return list.skip(key, "the sum is 0") }
      try list.shares(key, shares, expected.value)
    case "nucleolus":
      let found = try fitting(key) { () throws(CoalitionError) in try game.nucleolus().payoffs }
      try list.shares(key, found, expected.value)
      list.holds("\(key) by Kohlberg", game.nucleolusVerdict(of: found) == .isNucleolus)
    case "prenucleolus":
      let found = game.prenucleolus().payoffs
      try list.shares(key, found, expected.value)
      list.holds("\(key) by Kohlberg", game.prenucleolusVerdict(of: found) == .isNucleolus)
    case "core_nonempty": try checkCore(game, expected, &list)
    case "core": try checkCorePoints(game, expected, &list)
    case "least_core", "least_core_epsilon", "least_core_excess":
      guard let least = game.leastCore() else { return list.skip(key, "there is one player") }
      try list.share(key, least.excess, expected.value)
    case "superadditive": try list.truth(key, game.isSuperadditive, expected.value)
    case "convex": try list.truth(key, game.isConvex, expected.value)
    case "monotone": try list.truth(key, game.isMonotone, expected.value)
    case "essential": try list.truth(key, game.isEssential, expected.value)
    case "deegan_packel":
      let found = try fitting(key) { () throws(CoalitionError) in try game.deeganPackelIndex() }
      try list.shares(key, found, expected.value)
    default: list.skip(key, "nothing is known of it")
    }
  }

  private static func checkCore(
    _ game: CoalitionalGame,
    _ expected: Node.Member,
    _ list: inout CheckList
  ) throws(CaseFault) {
    switch game.core() {
    case .point(let point):
      try list.truth(expected.key, true, expected.value)
      list.holds("a point in the core", game.isInCore(point))
    case .empty(let collection):
      try list.truth(expected.key, false, expected.value)
      list.holds("a balanced collection", game.provesEmptyCore(collection))
    }
  }

  /// Points of the core, which are to be enough to span it: each player's least and greatest are among them.
  private static func checkCorePoints(
    _ game: CoalitionalGame,
    _ expected: Node.Member,
    _ list: inout CheckList
  ) throws(CaseFault) {
    guard let points = expected.value.list({ $0.list { $0.exact } }),
      points.allSatisfy({ $0.count == game.playerCount })
    else { throw CaseFault("'\(expected.key)' is no list of payoffs") }
    guard let ranges = game.corePayoffRanges() else {
      return list.holds(expected.key, points.isEmpty, "it is empty")
    }
    list.near(
      "\(expected.key): the least of each player",
      ranges.map { $0.lowerBound.toDouble() },
      ranges.indices.compactMap { player in points.map { $0[player] }.min()?.toDouble() },
      usual: 0
    )
    list.near(
      "\(expected.key): the greatest of each player",
      ranges.map { $0.upperBound.toDouble() },
      ranges.indices.compactMap { player in points.map { $0[player] }.max()?.toDouble() },
      usual: 0
    )
  }
}
