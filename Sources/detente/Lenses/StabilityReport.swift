import GameTheory
import Negotiation

/// All that `stability` tells: outcomes looked at, ways from the status quo, what would make an outcome stable.
struct StabilityReport {
  /// An outcome looked at.
  struct Place {
    /// What the outcome is to the user.
    enum Kind {
      case statusQuo
      /// Where play settles, and an equilibrium of the payoffs.
      case equilibrium
      /// Where play settles, without being an equilibrium of the payoffs.
      case settled
      /// One of several equilibria of the payoffs, counted from 1.
      case numbered(Int)
      case asked
    }

    let state: Int
    let kind: Kind
    /// Whether the user asked for it, and not only the program looked at it.
    var isAsked = false
  }

  /// What would make an outcome stable.
  struct Remedies {
    let state: Int
    /// For whom it is asked; nil for everybody.
    let player: Int?
    let concepts: [StabilityConcept]
    let found: [Stability.Remedy]

    init(_ stability: Stability, _ state: Int, player: Int?, _ concepts: [StabilityConcept]) {
      self.state = state
      self.player = player
      self.concepts = concepts
      let movers = player.map { [$0] } ?? Array(stability.movers.indices)
      found = stability.remedies(making: state, stableFor: movers, concepts)
    }
  }

  /// The most equilibria of the payoffs that are looked at unasked.
  static let listed = 3

  let stability: Stability
  let places: [Place]
  /// By place.
  let verdicts: [Stability.Verdict]
  /// The ways from the status quo, to the places in order; nil where the status quo cannot be.
  let reaches: [Stability.Reach]?
  let remedies: Remedies?
  /// Whether everything asked for lasts, each by some concept; without a question, whether anything does.
  let isLasting: Bool

  init(_ stability: Stability, places: [Place], remedies: Remedies?) {
    self.stability = stability
    self.places = places
    self.remedies = remedies
    verdicts = places.map { stability.verdict(on: $0.state) }
    reaches = stability.reaches(to: places.map { $0.state })
    let asked = places.filter { $0.isAsked }
    isLasting =
      asked.isEmpty
      ? stability.equilibriumCounts.contains { $0.map { $0 > 0 } ?? true }
      : asked.allSatisfy { stability.isEquilibrium($0.state).contains { $0 ?? true } }
  }

  /// What is looked at unasked: the status quo, where play settles, and the equilibria of the payoffs.
  static func places(_ stability: Stability) -> [Place] {
    var places: [Place] = []
    func add(_ outcome: Int, _ kind: Place.Kind) {
      guard let state = stability.state(of: outcome),
        !places.contains(where: { $0.state == state })
      else { return }
      places.append(Place(state: state, kind: kind))
    }
    add(stability.model.statusQuo, .statusQuo)
    if let settled = stability.settled {
      add(settled, stability.equilibria.contains(settled) ? .equilibrium : .settled)
    }
    let isOnly = stability.equilibria.count == 1
    for (index, outcome) in stability.equilibria.prefix(listed).enumerated() {
      add(outcome, isOnly ? .equilibrium : .numbered(index + 1))
    }
    return places
  }
}
