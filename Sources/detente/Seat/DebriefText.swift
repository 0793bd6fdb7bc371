import Documents
import GameTheory
import Negotiation
import Presentation

/// What a person who negotiated is told afterwards, with everything laid open.
struct DebriefText: TalksResult {
  private let talksText: TalksText
  private let report: TalksReport
  let setting: TalksSetting
  private let player: Int
  let console: Console

  init(
    _ report: TalksReport,
    _ setting: TalksSetting,
    _ player: Int,
    _ console: Console,
    isTraced: Bool
  ) {
    talksText = TalksText(report, setting, console, isTraced: isTraced)
    self.report = report
    self.setting = setting
    self.player = player
    self.console = console
  }

  private var talks: Talks { report.talks }

  var text: String {
    var text = section("debrief, \(scenario.players[player].name)", yours)
    text += paragraph(standing, width: width, indent: 2)
    return text + talksText.afterwards
  }

  /// What the person has in the outcomes that matter.
  private var yours: String {
    var table = TextTable([
      TextTable.Column(""), TextTable.Column("points", .right),
      TextTable.Column("over no agreement", .right),
    ])
    let reservation = talks.reservations[player]
    func add(_ name: String, _ payoff: Rational) {
      table.add([name, Wording.number(payoff), Wording.signed(payoff - reservation)])
    }
    if let package = report.result.agreement {
      add("what you agreed on", talks.payoff(of: player, package))
      if report.result.round > 0, talks.problem.patience[player] < 1 {
        let gain = Rational(exactly: report.debrief.parties[player].gain)
        add("… worth to you, so late", reservation + gain)
      }
    }
    add("without an agreement", reservation)
    if let equilibrium = setting.equilibrium {
      add(
        "at the equilibrium",
        talks.model.value(talks.model.game.payoff(of: player, in: equilibrium))
      )
    }
    for part in report.comparisons {
      add("\(part.solution.name) solution", talks.payoff(of: player, part.package))
    }
    if let best = acceptable.map({ talks.payoff(of: player, $0) }).max() {
      add("the best that nobody had to refuse", best)
    }
    return table.rendered(width: width, palette: palette)
  }

  /// The packages that leave nobody worse off than without an agreement.
  private var acceptable: [Int] {
    (0..<talks.problem.packageCount).filter { package in
      scenario.players.indices.allSatisfy { talks.gain(of: $0, package).signum >= 0 }
    }
  }

  private var standing: String {
    let here = report.result.agreement.map { talks.payoff(of: player, $0) }
    let reached = here ?? talks.reservations[player]
    let better = acceptable.filter { talks.payoff(of: player, $0) > reached }.count
    let all = acceptable.count
    if all == 0 { return "No package leaves everybody at least as well off as no agreement." }
    return
      "\(NumberText.count(all)) \(all == 1 ? "package leaves" : "packages leave") nobody worse off than no "
      + "agreement; \(better == 0 ? "none" : NumberText.count(better)) of them would have been better for you."
  }

  var json: JSONValue {
    .object(talksText.members(mode: "seat") + [("you", id(player))])
  }

  var csv: String { talksText.csv }
}
