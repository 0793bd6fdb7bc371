import Negotiation
import Presentation
import Sweeps

/// What a sweep found as text for people.
struct SweepText {
  let findings: SweepFindings
  let palette: Palette
  let width: Int
  private var scenario: Scenario { findings.run.model.scenario }
  private var wording: Wording { Wording(scenario) }

  /// The most outcomes that are listed.
  private static let listed = 8

  var text: String {
    let order = findings.run.order
    var text = scenario.titleLine(palette)
    text += order.title + "\n"
    text += paragraph(samples, width: width) + "\n"
    for failure in findings.failures {
      let verb = failure.count == 1 ? "sample" : "samples"
      let line =
        "\(NumberText.count(failure.count)) \(verb) not computed in full: \(failure.reason)"
      text += paragraph(line, width: width) + "\n"
    }
    guard findings.summary.computed > 0 else {
      return text + "No sample could be computed, so there is nothing to tell.\n"
    }
    text += settled + "\n" + movers
    text += "\n" + paragraph(equilibria, width: width)
    if !findings.claims.isEmpty { text += "\n" + claims }
    if findings.pair != nil { text += "\n" + pair }
    return text
  }

  private func heading(_ text: String) -> String { palette.bold(text) + "\n" }

  // MARK: The samples

  private var samples: String {
    "\(NumberText.count(findings.summary.samples)) \(findings.run.order.wording)"
  }

  // MARK: Outcomes

  private var settled: String {
    let (varying, constant) = findings.decisions
    let outcomes = findings.settled
    var text = heading("Where play settles")
    var table = TextTable([
      TextTable.Column("share", .right), TextTable.Column("what happens", wraps: true),
    ])
    for settled in outcomes.prefix(SweepText.listed) {
      let what =
        settled.outcome.map { outcome in
          varying.isEmpty ? wording.outcome(outcome) : wording.deeds(in: outcome, varying)
        } ?? "play goes round in a cycle"
      table.add([percent(settled.share), what])
    }
    let rest = outcomes.dropFirst(SweepText.listed)
    if !rest.isEmpty {
      let share = rest.reduce(0) { $0 + $1.share }
      table.add([percent(share), "\(rest.count) other outcomes"])
    }
    text += table.rendered(width: width, palette: palette)
    if let first = outcomes.compactMap({ $0.outcome }).first, !constant.isEmpty, !varying.isEmpty {
      text += paragraph("Always: " + wording.deeds(in: first, constant) + ".", width: width)
    }
    return text
  }

  /// A share that is never shown as none, or all, unless it is.
  private func percent(_ share: Double) -> String {
    if share > 0, share < 0.0005 { return "< 0.1 %" }
    if share < 1, share >= 0.9995 { return "> 99.9 %" }
    return NumberText.percent(share)
  }

  // MARK: What moves it

  private var movers: String {
    var text = heading("What moves it most")
    guard findings.settled.count > 1 else {
      return text + "Nothing: play settles there in every sample.\n"
    }
    var table = TextTable([
      TextTable.Column("explains", .right),
      TextTable.Column("commonest outcome, low to high"), TextTable.Column("number", wraps: true),
    ])
    for mover in findings.movers {
      let name = scenario.parameters.first { $0.name == mover.path }
      table.add([
        percent(mover.importance), SweepText.bars(mover.profile),
        name.map { "\(mover.path): \($0.title)" } ?? mover.path,
      ])
    }
    text += table.rendered(width: width, palette: palette)
    return text
  }

  /// Shares from 0 to 1 as a row of bars.
  private static func bars(_ shares: [Double?]) -> String {
    let levels = Array("▁▂▃▄▅▆▇█")
    return String(
      shares.map { share in
        share.map { levels[min(levels.count - 1, Int($0 * Double(levels.count)))] } ?? " "
      }
    )
  }

  // MARK: Equilibria and claims

  private var equilibria: String {
    let parts = findings.equilibriumCounts.map { count, share in
      let what =
        count == 0 ? "no pure equilibrium" : Wording.count(count, "equilibrium", "equilibria")
      return "\(what) in \(percent(share))"
    }
    return Wording.sentence(Wording.list(parts)) + " of the samples."
  }

  private var claims: String {
    var table = TextTable([
      TextTable.Column("holds in", .right), TextTable.Column("claim"),
      TextTable.Column("says", wraps: true),
    ])
    for (claim, share) in findings.claims { table.add([percent(share), claim.id, claim.says]) }
    var text = heading("Claims") + table.rendered(width: width, palette: palette)
    let ranging = findings.claims.map { $0.claim }.filter { claim in
      claim.tests.contains { if case .somewhere = $0 { true } else { false } }
    }
    if !ranging.isEmpty {
      text += paragraph(
        Wording.list(ranging.map { $0.id })
          + (ranging.count == 1 ? " tests" : " test")
          + " a range of a number: that was decided once, at the scenario's own values.",
        width: width
      )
    }
    return text
  }

  // MARK: Against the first scenario

  private var pair: String {
    guard let pair = findings.pair else { return "" }
    var text = heading("Against the first scenario, sample by sample")
    guard pair.settledInBoth > 0 else { return text + "In no sample does play settle in both.\n" }
    if findings.match?.hasSameOutcomes == true {
      let same = Double(pair.sameOutcome) / Double(pair.settledInBoth)
      text += "Play settles at the same outcome in \(percent(same)) of the samples.\n"
    } else {
      text += "Decisions or options differ, so outcomes cannot be compared.\n"
    }
    guard !findings.gains.isEmpty else { return text }
    var table = TextTable([
      TextTable.Column("player"), TextTable.Column("mean gain", .right),
      TextTable.Column("better off in", .right), TextTable.Column("worse off in", .right),
    ])
    for gain in findings.gains {
      let mean = NumberText.fixed(gain.mean, places: 3)
      table.add([
        gain.player, gain.mean > 0 ? "+" + mean : mean, percent(gain.better), percent(gain.worse),
      ])
    }
    return text + table.rendered(width: width, palette: palette)
  }
}
