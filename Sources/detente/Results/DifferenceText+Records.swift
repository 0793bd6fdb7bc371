import Analysis
import Documents
import Presentation
import Sweeps

extension DifferenceText {
  /// The region in which rows differ.
  struct Place {
    let words: String
    let json: JSONValue
  }

  /// Where outcomes differ, or equilibria and claims where no outcome does; nil where rows differ nowhere
  /// or everywhere, or no number varies.
  var place: Place? {
    let hasMoves = difference.outcomes.differing > 0
    let sample = hasMoves ? difference.moved : difference.changed
    let axes = difference.values.axes
    let points = sample.points(axes: axes)
    guard !axes.isEmpty, points.countOfInterest > 0, points.countOfInterest < points.count else {
      return nil
    }
    var settings = PRIM.Settings()
    // Changes are often rare: a box may be as small as they are.
    let share = Double(points.countOfInterest) / Double(points.count)
    settings.minimumMass = min(settings.minimumMass, share)
    let steps = PRIM(points, settings).trajectory()
    let best = steps.reduce(steps[0]) { $1.counts.balance > $0.counts.balance ? $1 : $0 }
    var tally = RegionTally(best.region.pruned(by: points))
    tally.add(points)
    let wording = RegionWording(axes: axes)
    let what = hasMoves ? "Play settles elsewhere" : "Equilibria or claims differ"
    let among =
      sample.isWhole
      ? "" : " (among \(NumberText.count(points.count)) samples chosen by a hash of their number)"
    let words =
      tally.axes.isEmpty
      ? "\(what) in no box that is better than the whole."
      : "\(what) in \(RegionWording.percent(tally.counts.density)) of the rows (density) where "
        + "\(wording.sentence(tally.region)); \(RegionWording.percent(tally.counts.coverage)) of all "
        + "such rows lie there (coverage)\(among)."
    return Place(
      words: words,
      json: .object([
        ("what", hasMoves ? "settled" : "equilibria or claims"),
        ("limits", wording.json(tally.region, quasiP: tally.quasiP)),
        ("coverage", .number(tally.counts.coverage)), ("density", .number(tally.counts.density)),
        ("mass", .number(tally.counts.mass)), ("kept", .integer(points.count)),
      ])
    )
  }

  var json: JSONValue {
    .object([
      ("format", 1), ("command", "diff"), ("first", .string(pair.first.path)),
      ("second", .string(pair.second.path)), ("differ", .bool(difference.hasDifferences)),
      (
        "joinedBy",
        difference.join == .none ? .null : .string(difference.join == .sample ? "sample" : "values")
      ),
      (
        "rows",
        .object([
          ("joined", .integer(difference.joined)), ("differing", .integer(difference.differing)),
          ("onlyFirst", .integer(difference.onlyFirst)),
          ("onlySecond", .integer(difference.onlySecond)),
          ("computedOnce", .integer(difference.computedOnce)),
          ("computedNever", .integer(difference.computedNever)),
        ])
      ),
      (
        "settledElsewhere",
        difference.join == .none ? .null : .integer(difference.outcomes.differing)
      ),
      ("appeared", .array(appeared.map { options($0) })),
      ("vanished", .array(vanished.map { options($0) })),
      ("outcomes", .array(outcomes.map { json(of: $0) })),
      (
        "moves",
        .array(
          moves.map { move in
            .object([
              ("from", options(move.from)), ("to", options(move.to)),
              ("rows", .integer(move.count)),
            ])
          }
        )
      ),
      ("test", test.map { json($0) } ?? .null), ("where", place?.json ?? .null),
      ("equilibria", .integer(difference.equilibria)), ("payoffs", payoffs), ("claims", claims),
    ])
  }

  /// An outcome by its options; null for a cycle.
  private func options(_ outcome: Int) -> JSONValue {
    guard outcome >= 0 else { return .null }
    return .object(
      zip(pair.common.ids(.decision), pair.names.options[outcome]).map { ($0, .string($1)) }
    )
  }

  private func json(of outcome: Int) -> JSONValue {
    let (first, second) = difference.counts
    var members: [(String, JSONValue)] = [
      ("options", options(outcome)), ("first", .integer(first[outcome] ?? 0)),
      ("second", .integer(second[outcome] ?? 0)),
    ]
    if difference.join != .none {
      let (before, after) = difference.outcomes.discordant(outcome)
      members += [
        ("firstOnly", .integer(before)), ("secondOnly", .integer(after)),
        ("p", .number(SignificanceTest.mcNemar(firstOnly: before, secondOnly: after).p)),
      ]
    }
    return .object(members)
  }

  private func json(_ test: SignificanceTest) -> JSONValue {
    .object([
      ("name", difference.join == .none ? "homogeneity" : "Bowker"),
      ("statistic", test.statistic.map { .number($0) } ?? .null),
      ("degrees", test.degrees.map { .integer($0) } ?? .null), ("p", .number(test.p)),
    ])
  }

  private var payoffs: JSONValue {
    .object(
      zip(difference.players, difference.payoffs).map { player, change in
        (
          player,
          .object([
            ("changed", .integer(change.changed)),
            (
              "mean",
              change.changed > 0 ? .number(change.sum / Double(change.changed)) : .null
            ),
            ("largest", .number(change.largest)),
            ("sample", change.changed > 0 ? .integer(change.sample) : .null),
            ("oneOnly", .integer(change.oneOnly)),
          ])
        )
      }
    )
  }

  private var claims: JSONValue {
    .object(
      zip(difference.claims, difference.claimChanges).map { claim, change in
        let test = SignificanceTest.mcNemar(
          firstOnly: change.firstOnly,
          secondOnly: change.secondOnly
        )
        return (
          claim,
          .object([
            ("firstOnly", .integer(change.firstOnly)),
            ("secondOnly", .integer(change.secondOnly)), ("p", .number(test.p)),
          ])
        )
      }
    )
  }

  /// One line for each outcome and each claim.
  var csv: String {
    let names = ["kind", "what", "first", "second", "first_only", "second_only", "p"]
    var table = TextTable(names.map { TextTable.Column($0) })
    let (first, second) = difference.counts
    func figures(_ change: (firstOnly: Int, secondOnly: Int)) -> [String] {
      guard difference.join != .none else { return ["", "", ""] }
      let test = SignificanceTest.mcNemar(
        firstOnly: change.firstOnly,
        secondOnly: change.secondOnly
      )
      return ["\(change.firstOnly)", "\(change.secondOnly)", JSONValue.text(of: test.p)]
    }
    for outcome in outcomes {
      table.add(
        ["outcome", words(outcome), "\(first[outcome] ?? 0)", "\(second[outcome] ?? 0)"]
          + figures(difference.outcomes.discordant(outcome))
      )
    }
    for (claim, change) in zip(difference.claims, difference.claimChanges) {
      table.add(["claim", claim, "", ""] + figures(change))
    }
    return table.csv()
  }
}
