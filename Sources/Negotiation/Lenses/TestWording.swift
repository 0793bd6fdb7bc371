import GameTheory

/// Says what a test of a claim asks, in the scenario's ids.
struct TestWording {
  let scenario: Scenario
  let wording: Wording

  init(_ scenario: Scenario) {
    self.scenario = scenario
    wording = Wording(scenario)
  }

  func text(of test: Claim.Test) -> String {
    switch test {
    case .prefers(let player, let first, let second, let weakly, let place, let given):
      "\(id(player)) prefers \(wording.options(first)) \(weakly ? "at least as much as" : "to") "
        + wording.options(second) + self.place(place, given)
    case .indifferent(let player, let first, let second, let place, let given):
      "\(id(player)) is indifferent between \(wording.options(first)) and "
        + wording.options(second) + self.place(place, given)
    case .bestReply(let player, let options, let place, let given):
      "\(id(player))'s best reply is \(wording.options(options))" + self.place(place, given)
    case .neverBestReply(let player, let options, let place, let given):
      "\(id(player)) has no best reply with \(wording.options(options))" + self.place(place, given)
    case .dominated(let player, let options, let weakly):
      "\(wording.options(options)) is \(weakly ? "weakly" : "strictly") dominated for \(id(player))"
    case .equilibria(let quantifier, let options):
      "\(quantifier == .none ? "no" : quantifier.rawValue) equilibrium has \(wording.options(options))"
    case .betterForAll(let options, let reference, let weakly):
      "with \(wording.options(options)) \(weakly ? "nobody is worse" : "all are better") off than at "
        + self.place(reference)
    case .settles(let options, let start):
      "play settles at \(wording.options(options))"
        + (start.choices.isEmpty ? "" : ", started from \(wording.options(start))")
    case .compare(let difference, let comparison, let bound, let place, let given):
      "\(text(of: difference)) \(comparison.rawValue) \(text(of: bound))" + self.place(place, given)
    case .somewhere(let path, let range, let test):
      place(path, range) + ": " + text(of: test)
    }
  }

  private func place(_ path: String, _ range: ClosedRange<Rational>?) -> String {
    guard let range else { return "somewhere \(path) in its range" }
    return range.lowerBound == range.upperBound
      ? "at \(path) = \(range.lowerBound)"
      : "somewhere \(path) in \(range.lowerBound)...\(range.upperBound)"
  }

  private func id(_ player: Int) -> String { scenario.players[player].id }

  private func place(_ reference: Claim.Reference) -> String {
    reference == .settled ? "the settling point" : "the status quo"
  }

  private func place(_ place: Claim.Place, _ given: Options) -> String {
    let extra = given.choices.isEmpty ? "" : wording.options(given)
    return switch place {
    case .statusQuo: extra.isEmpty ? "" : ", given \(extra)"
    case .settled: ", at the settling point" + (extra.isEmpty ? "" : " with \(extra)")
    case .every: ", whatever else" + (extra.isEmpty ? "" : " with \(extra)")
    case .some: ", somewhere" + (extra.isEmpty ? "" : " with \(extra)")
    }
  }

  private func text(of difference: Claim.Difference) -> String {
    let minus = difference.minus.map { " less that with \(wording.options($0))" } ?? ""
    let named = " with \(wording.options(difference.of))"
    return switch difference.subject {
    case .level(let interest): scenario.interests[interest].id + named + minus
    case .payoff(let player, let interests):
      "\(id(player))'s payoff"
        + (interests.isEmpty
          ? "" : " in " + Wording.list(interests.map { scenario.interests[$0].id }))
        + named + minus
    }
  }

  private func text(of bound: Claim.Bound) -> String {
    switch bound {
    case .number(let number): number.description
    case .difference(let times, let difference):
      (times == 1 ? "" : "\(times) times ") + text(of: difference)
    }
  }
}
