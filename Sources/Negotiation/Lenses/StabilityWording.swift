public import GameTheory

/// The scenario's own words for why outcomes last.
public struct StabilityWording: Sendable {
  let stability: Stability
  private let wording: Wording
  private var scenario: Scenario { stability.model.scenario }
  private var graph: ConflictGraph { stability.graph }

  /// Creates the wording of an analysis.
  public init(_ stability: Stability) {
    self.stability = stability
    wording = Wording(stability.model.scenario)
  }

  /// The name of a decision maker.
  public func name(_ mover: Int) -> String { scenario.players[stability.movers[mover]].name }

  /// The names of decision makers: `Russia and China`.
  public func names(_ movers: [Int]) -> String { Wording.list(movers.map { name($0) }) }

  /// How a state differs from another: `nmd=deploy, posture=buildup`; `no change` where it does not.
  public func changes(from state: Int, to other: Int) -> String {
    state == other
      ? "no change"
      : wording.changes(from: stability.outcome(of: state), to: stability.outcome(of: other))
  }

  /// Moves one after the other: `China builds up its nuclear force, then Russia races the United States`.
  public func path(from state: Int, _ moves: [ConflictMove]) -> String {
    steps(from: state, moves).joined(separator: ", then ")
  }

  /// Each of some moves in words.
  public func steps(from state: Int, _ moves: [ConflictMove]) -> [String] {
    var here = state
    return moves.map { move in
      defer { here = move.state }
      return wording.change(
        by: stability.movers[move.mover],
        from: stability.outcome(of: here),
        to: stability.outcome(of: move.state)
      )
    }
  }

  /// Why everybody stays at a state or leaves it: those who leave first, those with nothing to say together.
  public func sentences(on verdict: Stability.Verdict) -> [String] {
    func movers(_ belongs: (Stability.Ground) -> Bool) -> [Int] {
      verdict.grounds.indices.filter { belongs(verdict.grounds[$0]) }
    }
    let content = movers { if case .noImprovement = $0 { true } else { false } }
    let stuck = movers { if case .cannotMove = $0 { true } else { false } }
    var sentences = verdict.grounds.indices
      .filter { !content.contains($0) && !stuck.contains($0) }
      .map { sentence(on: verdict.grounds[$0], of: $0, at: verdict.state) }
    for mover in (content.count == 1 ? content : []) + (stuck.count == 1 ? stuck : []) {
      sentences.append(sentence(on: verdict.grounds[mover], of: mover, at: verdict.state))
    }
    if content.count > 1 {
      let isTolerant =
        stability.tolerance > 0 && content.contains { stability.followsPayoffs($0) }
      let more = isTolerant ? " more than the tolerance" : ""
      sentences.append(
        "\(Wording.sentence(names(content))) stay: no move of their own pays\(more)."
      )
    }
    if stuck.count > 1 {
      sentences.append("\(Wording.sentence(names(stuck))) have no move here.")
    }
    return sentences
  }

  /// Why a state is stable for a decision maker, or why not, in a sentence or two.
  public func sentence(on ground: Stability.Ground, of mover: Int, at state: Int) -> String {
    let name = Wording.sentence(name(mover))
    switch ground {
    case .cannotMove: return "\(name) has no move here."
    case .noImprovement:
      let more = stability.tolerance > 0 && stability.followsPayoffs(mover)
      return "\(name) stays: no move of its own pays\(more ? " more than the tolerance" : "")."
    case .free(let reason):
      guard case .unsanctioned(let improvement, _) = reason.kind else { return name }
      return "\(name) leaves: it \(strip(deed(of: mover, from: state, to: improvement), of: mover))"
        + "\(gain(of: mover, from: state, to: improvement)), and nobody can make it regret that."
    case .answered(let reason, let hasWayOut):
      guard let sanction = sanction(in: reason, against: nil) else { return name }
      let steps = sanction.answer.count
      return "\(name) stays: if it \(deed(sanction, mover, state)), "
        + path(from: sanction.improvement, sanction.answer)
        + ", \(steps > 1 ? "each " : "")to its own advantage. "
        + "That leaves \(self.name(mover)) no better off than now\(end(sanction, mover, state))"
        + (hasWayOut ? ", though it could then do better again." : ", without a way out.")
        + rest(reason)
    case .threatened(let reason, let despite, let hasWayOut):
      guard case .unsanctioned(let improvement, _) = despite.kind,
        let sanction = sanction(in: reason, against: improvement)
      else { return name }
      return "\(name) is held by a threat alone: if it \(deed(sanction, mover, state)), "
        + "the answer could be that \(path(from: sanction.improvement, sanction.answer)). "
        + "That would leave \(self.name(mover)) no better off than now\(end(sanction, mover, state))"
        + (hasWayOut ? ", though it could then do better again" : ", without a way out")
        + "; but no such answer is to the advantage of all who give it."
    }
  }

  /// The sanction of an improvement; without one that of the improvement most preferred.
  private func sanction(
    in reason: StabilityReason,
    against improvement: Int?
  ) -> StabilityReason.Sanction? {
    guard case .sanctioned(let sanctions) = reason.kind else { return nil }
    if let improvement { return sanctions.first { $0.improvement == improvement } }
    let mover = reason.decisionMaker
    return sanctions.max { a, b in
      (graph.rank(of: a.improvement, for: mover), -a.improvement)
        < (graph.rank(of: b.improvement, for: mover), -b.improvement)
    }
  }

  /// `builds up its nuclear force (+0.5)`.
  private func deed(_ sanction: StabilityReason.Sanction, _ mover: Int, _ state: Int) -> String {
    strip(deed(of: mover, from: state, to: sanction.improvement), of: mover)
      + gain(of: mover, from: state, to: sanction.improvement)
  }

  /// ` (-1)`: what the end of a sanction is worth beside the state left.
  private func end(_ sanction: StabilityReason.Sanction, _ mover: Int, _ state: Int) -> String {
    gain(of: mover, from: state, to: sanction.end)
  }

  /// That other moves that pay are answered as well, where there are some.
  private func rest(_ reason: StabilityReason) -> String {
    guard case .sanctioned(let sanctions) = reason.kind, sanctions.count > 1 else { return "" }
    let others = sanctions.count - 1
    return others == 1
      ? " Its other move that pays is answered too."
      : " Its \(others) other moves that pay are answered too."
  }

  /// What a decision maker does in one move, as a phrase that begins with its name.
  private func deed(of mover: Int, from state: Int, to other: Int) -> String {
    wording.change(
      by: stability.movers[mover],
      from: stability.outcome(of: state),
      to: stability.outcome(of: other)
    )
  }

  func strip(_ deed: String, of mover: Int) -> String {
    let name = name(mover) + " "
    return deed.hasPrefix(name) ? String(deed.dropFirst(name.count)) : deed
  }

  /// ` (+0.5)`; nothing where payoffs do not decide.
  public func gain(of mover: Int, from state: Int, to other: Int) -> String {
    stability.gain(of: mover, from: state, to: other).map { " (\(Wording.signed($0)))" } ?? ""
  }
}
