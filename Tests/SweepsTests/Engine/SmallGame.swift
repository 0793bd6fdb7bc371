import GameTheory
import Sweeps

/// Three players with four decisions and three variables, who chase each other at some points and agree at
/// others.
enum SmallGame {
  private static let x = Polynomial(variable: 0)
  private static let y = Polynomial(variable: 1)
  private static let z = Polynomial(variable: 2)

  static let game = ParametricGame(
    playerCount: 3,
    decisions: [
      .init(player: 0, optionCount: 2), .init(player: 1, optionCount: 2),
      .init(player: 0, optionCount: 3), .init(player: 2, optionCount: 2),
    ],
    bases: [constant(1, 2), z],
    effects: [
      .init(interest: 0, conditions: [only(0, 0), only(1, 0)], amount: x),
      .init(
        interest: 0,
        conditions: [only(0, 1), only(1, 1)],
        amount: x + y.scaled(by: Rational(1, 10))
      ),
      .init(interest: 1, conditions: [only(2, 1), only(3, 0)], amount: y - z),
      .init(interest: 1, conditions: [only(2, 2)], amount: y * z),
      .init(interest: 1, conditions: [only(0, 1), only(3, 1)], amount: constant(3, 10) - y),
    ],
    stakes: [
      .init(player: 0, interest: 0, weight: constant(1, 1)),
      .init(player: 0, interest: 1, weight: constant(2, 1)),
      .init(player: 1, interest: 0, weight: constant(-1, 1)),
      .init(player: 2, interest: 1, weight: x + constant(1, 5)),
    ]
  )

  static let values: [Rational] = [Rational(1, 2), Rational(3, 10), Rational(1, 5)]

  static let predicates: [Predicate] = [
    .equilibria(.some, having: [nil, nil, 1, nil]),
    .sign(x + y - constant(3, 10), .greater),
    .atRest(from: 0) { .bestReply(player: 2, outcome: $0) },
    .dominated(player: 0, having: [nil, nil, 2, nil], weakly: true),
  ]

  static let labels = SweepLabels(
    axes: ["x", "y"],
    decisions: [
      (id: "move", options: ["left", "right"]), (id: "answer", options: ["left", "right"]),
      (id: "price", options: ["low", "middle", "high"]), (id: "join", options: ["no", "yes"]),
    ],
    players: ["ann", "bob", "cy"],
    claims: ["first", "second", "third", "fourth"]
  )

  /// Variables 0 and 1 vary.
  static func design(_ kind: Design.Kind, samples: Int, seed: UInt64 = 1) -> Design {
    Design(
      kind: kind,
      axes: [
        .list([-0.5, -0.1, 0, 0.1, 0.2, 0.3, 1]),
        kind == .grid ? .list([0, 0.1, 0.2, 0.3, 0.7]) : .range(-0.5...1),
      ],
      samples: samples,
      seed: seed
    )
  }

  /// The game over a design, under a tolerance, with another value of the third variable.
  static func part(_ design: Design, third: Rational = values[2], tolerance: Rational = 0)
    -> SweepCase
  {
    SweepCase(
      game,
      values: [values[0], values[1], third],
      design: design,
      variables: [0, 1],
      from: 0,
      predicates: predicates,
      labels: labels,
      tolerance: tolerance
    )
  }

  static func sweep(_ design: Design) -> Sweep {
    Sweep([part(design)], over: design)
  }

  private static func constant(_ above: Int, _ below: Int) -> Polynomial {
    Polynomial(constant: Rational(BigInteger(above), BigInteger(below)))
  }

  private static func only(_ decision: Int, _ option: Int) -> ParametricGame.Condition {
    let count = decision == 2 ? 3 : 2
    return .init(decision: decision, applies: (0..<count).map { $0 == option })
  }
}
