import GameTheory
import Negotiation
import Presentation

// Forecasts round by round.
extension ForecastText {
  /// Positions, offers and risk of a course; of several courses where they are one run over several continua.
  func rounds(
    _ course: Forecast.Course,
    _ players: [Int],
    _ continua: [Continuum],
    _ courses: [Forecast.Course]
  ) -> String {
    let name = continua.count > 1 ? "together" : course.model.rawValue
    var text = ""
    for (continuum, course) in zip(continua, courses) {
      let place = continua.count > 1 ? ", \(continuum.id)" : ""
      text += section("\(name)\(place), round by round", positions(course, players, continuum))
    }
    if let rounds = course.rounds {
      text += section(
        "\(name): risk exponents; below 1 seeks risk, above 1 shuns it",
        risks(rounds.map { $0.riskExponents }, players)
      )
      text += section("\(name): offers", offers(rounds, players, continua[0]))
    } else if let run = course.run {
      text += section(
        "\(name): risk attitudes; the higher, the more risk is shunned",
        risks(run.states.map { $0.riskAttitudes }, players)
      )
      text += section("\(name): challenges and bargains", bargains(run, players, continua))
    }
    return text
  }

  private func positions(
    _ course: Forecast.Course,
    _ players: [Int],
    _ continuum: Continuum
  ) -> String {
    var table = TextTable(
      [TextTable.Column("after round", .right)]
        + (players.map { scenario.players[$0].id } + ["median", "mean"])
        .map { TextTable.Column($0, .right) }
    )
    for (round, positions) in course.positions.enumerated() {
      table.add(
        ["\(round)"] + positions.map { number($0, continuum) }
          + [
            number(course.medians[round], continuum), number(course.means[round], continuum),
          ]
      )
    }
    return table.rendered(width: width, palette: palette)
  }

  private func risks(_ rows: [[Double]], _ players: [Int]) -> String {
    guard !rows.isEmpty else { return sentence("none: nobody moves.") }
    var table = TextTable(
      [TextTable.Column("in round", .right)]
        + players.map { TextTable.Column(scenario.players[$0].id, .right) }
    )
    for (round, risks) in rows.enumerated() {
      table.add(["\(round + 1)"] + risks.map { NumberText.fixed($0, places: 2) })
    }
    return table.rendered(width: width, palette: palette)
  }

  // MARK: The expected utility model

  private func offers(
    _ rounds: [ExpectedUtilityModel.Round],
    _ players: [Int],
    _ continuum: Continuum
  ) -> String {
    var table = TextTable([
      TextTable.Column("round", .right), TextTable.Column("offer", wraps: true),
      TextTable.Column("from", .right), TextTable.Column("to", .right),
      TextTable.Column("accepted"),
    ])
    for (number, round) in rounds.enumerated() {
      for (index, offer) in round.offers.enumerated() where offer.kind != .stalemate {
        let isAccepted = round.accepted[offer.mover] == index
        table.add([
          "\(number + 1)", words(offer, players),
          self.number(round.positions[offer.mover], continuum),
          self.number(offer.position, continuum), isAccepted ? "yes" : "",
        ])
      }
    }
    guard !table.rows.isEmpty else { return sentence("none that would move anybody.") }
    return table.rendered(width: width, palette: palette)
  }

  private func words(_ offer: ExpectedUtilityModel.Offer, _ players: [Int]) -> String {
    let mover = scenario.players[players[offer.mover]].id
    let proposer = scenario.players[players[offer.proposer]].id
    return switch offer.kind {
    case .confrontation: "confrontation: \(mover) fights \(proposer) and loses"
    case .compromise: "compromise: \(mover) meets \(proposer) part of the way"
    case .capitulation: "capitulation: \(mover) gives in to \(proposer)"
    case .stalemate: "stalemate: \(mover) and \(proposer)"
    }
  }

  // MARK: The spatial model of politics

  private func bargains(
    _ run: SpatialPolitics.Run,
    _ players: [Int],
    _ continua: [Continuum]
  ) -> String {
    var table = TextTable([
      TextTable.Column("round", .right), TextTable.Column("challenge", wraps: true),
      TextTable.Column("odds", .right), TextTable.Column("they would stand at", wraps: true),
      TextTable.Column("taken by", wraps: true),
    ])
    for (number, state) in run.states.enumerated() {
      for (index, bargain) in state.bargains.enumerated() {
        let (first, second) = (id(bargain.initiator, players), id(bargain.receiver, players))
        let odds = state.challenges[bargain.initiator]?.victoryProbability ?? 0
        let takers = state.choices.indices.filter { state.choices[$0].chosen == index }
        table.add([
          "\(number + 1)", "\(first) challenges \(second)", NumberText.percent(odds, places: 0),
          "\(first) \(point(bargain.initiatorPosition, continua)), "
            + "\(second) \(point(bargain.receiverPosition, continua))",
          takers.map { id($0, players) }.joined(separator: ", "),
        ])
      }
    }
    guard !table.rows.isEmpty else { return sentence("none: nobody gains by a challenge.") }
    return table.rendered(width: width, palette: palette)
  }

  private func id(_ actor: Int, _ players: [Int]) -> String { scenario.players[players[actor]].id }

  /// A position on one continuum, or `(40.2, 55)` on several.
  private func point(_ shares: [Double], _ continua: [Continuum]) -> String {
    let numbers = zip(shares, continua).map { share, continuum in
      number(ForecastText.position(share, continuum), continuum)
    }
    return numbers.count == 1 ? numbers[0] : "(\(numbers.joined(separator: "; ")))"
  }

  static func position(_ share: Double, _ continuum: Continuum) -> Double {
    let low = continuum.range.lowerBound
    return low.toDouble() + share * (continuum.range.upperBound - low).toDouble()
  }
}
