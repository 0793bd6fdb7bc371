import Analysis
import Sweeps

/// The samples of one result grouped by the option that was chosen in them, for several decisions at once.
struct GroupedPolicies {
  /// The samples grouped by one decision.
  struct Group {
    let decision: ResultColumn
    let players: [String]
    private(set) var leftOut = LeftOut()
    /// For each player; empty where the decision comes out in one way only.
    fileprivate(set) var rankings: [PolicyRanking] = []

    fileprivate var studies: [RobustnessStudy]
    fileprivate var isOpen = true
    private let places: [Int]

    fileprivate init(
      _ decision: ResultColumn,
      players: [String],
      places: [Int],
      _ studies: [RobustnessStudy]
    ) {
      self.decision = decision
      self.players = players
      self.places = places
      self.studies = studies
    }

    fileprivate mutating func add(_ row: ResultRow, isFirst: Bool) {
      guard let option = row.options[decision.position],
        places.allSatisfy({ row.payoffs[$0] != nil })
      else {
        if isFirst { leftOut.add(row.reason ?? "play does not settle") }
        return
      }
      for index in places.indices {
        studies[index].add(row.payoffs[places[index]] ?? 0, under: option)
      }
    }

    /// Ends a reading, in which these options occurred; it stays open where another is needed.
    fileprivate mutating func endPass(_ options: [String]) {
      isOpen = false
      guard options.count > 1 else { return }
      for index in studies.indices where studies[index].endPass() { isOpen = true }
      guard !isOpen else { return }
      let labels = options.map { "\(decision.id)=\($0)" }
      rankings = zip(players, studies).map { player, study in
        // An option may occur only where payoffs are not to be had.
        let measures = study.measures
        let none = [RobustnessMeasures?](repeating: nil, count: labels.count - measures.count)
        return PolicyRanking(player: player, labels: labels, measures: measures + none)
      }
      studies = []
    }
  }

  private let result: ResultFile
  private(set) var groups: [Group]

  /// How many options of a decision are reckoned with, where memory is divided.
  private static let usualOptions = 4

  /// Prepares to group the samples by some decisions, each with the players whose payoffs are wanted.
  init(
    _ result: ResultFile,
    _ decisions: [(column: ResultColumn, players: [String])],
    _ settings: RobustnessStudy.Settings
  ) {
    self.result = result
    let searches = decisions.reduce(0) { $0 + $1.players.count } * GroupedPolicies.usualOptions
    let study = RobustnessStudy(
      policies: 0,
      isPaired: false,
      capacity: RobustnessStudy.capacity(searches: searches),
      settings
    )
    let payoffs = result.columns(.payoff)
    groups = decisions.map { decision, players in
      let places = players.compactMap { id in payoffs.first { $0.id == id }?.position }
      return Group(decision, players: players, places: places, places.map { _ in study })
    }
  }

  /// Reads the result, as often as the studies ask for: mostly once.
  mutating func read() throws(Failure) {
    var isFirst = true
    while groups.contains(where: { $0.isOpen }) {
      let open = Set(groups.filter { $0.isOpen }.map { $0.decision })
      var rows = try result.rows { $0.kind == .payoff || open.contains($0) }
      while try rows.next() {
        for index in groups.indices where groups[index].isOpen {
          groups[index].add(rows.row, isFirst: isFirst)
        }
      }
      let options = rows.options
      for index in groups.indices where groups[index].isOpen {
        groups[index].endPass(options[groups[index].decision.position])
      }
      isFirst = false
    }
  }
}
