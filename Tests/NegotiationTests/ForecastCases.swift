import GameTheory
import TestSupport

@testable import Negotiation

/// Continua for tests of forecasts.
enum ForecastCases {
  /// A continuum on which players stand, in the order given.
  static func continuum(
    _ rows: [(
      position: Continuum.Estimate, salience: Continuum.Estimate, capability: Continuum.Estimate
    )],
    range: ClosedRange<Rational> = 0...100,
    marks: [Continuum.Mark] = []
  ) -> Continuum {
    Continuum(
      id: "line",
      name: "a line",
      unit: "",
      range: range,
      decision: nil,
      marks: marks,
      because: [],
      positions: rows.enumerated().map { player, row in
        Continuum.Position(
          player: player,
          position: row.position,
          salience: row.salience,
          capability: row.capability,
          because: []
        )
      }
    )
  }

  /// A continuum of known numbers: position, salience, capability.
  static func continuum(
    known rows: [(Rational, Rational, Rational)],
    range: ClosedRange<Rational> = 0...100
  ) -> Continuum {
    continuum(
      rows.map { (Continuum.Estimate($0.0), Continuum.Estimate($0.1), Continuum.Estimate($0.2)) },
      range: range
    )
  }

  /// Known numbers drawn for some players, with so many decimals that none are equal by chance.
  static func rows(_ random: inout SplitMix64, players: Int) -> [(Rational, Rational, Rational)] {
    (0..<players).map { _ in
      (
        Rational(BigInteger(random.int(in: 0...100_000)), 1000),
        Rational(BigInteger(random.int(in: 1000...100_000)), 1000),
        Rational(BigInteger(random.int(in: 1000...100_000)), 1000)
      )
    }
  }

  /// Emission standards in the European Community, 1984: years until new cars must meet them.
  ///
  /// - Source: Scholz, Calbert and Smith (2011), table 1.
  static let emissionStandards = continuum(
    known: [
      (4, 80, 8), (7, 40, 8), (4, 20, 3), (4, 80, 16), (10, 60, 16), (10, 60, 16), (10, 90, 16),
      (7, 10, 5), (4, 100, 5), (7, 70, 8),
    ],
    range: 0...10
  )

  /// Seven actors on three issues, as capability, positions and saliences.
  ///
  /// - Source: KTAB, examples/smp/doc/dummyData_3Dim.csv.
  static let threeIssues: [Continuum] = {
    let rows: [(String, [String], [String])] = [
      ("102.543", ["75.79", "6.37", "70.45"], ["49.53", "5.91", "28.15"]),
      ("53.393", ["82.72", "73.5", "64"], ["30.33", "21.22", "24.79"]),
      ("129.643", ["82.45", "90.89", "0.07"], ["48.47", "13.55", "34.62"]),
      ("75.92", ["62.52", "50.82", "62.33"], ["20.76", "39.24", "22.21"]),
      ("63.224", ["82.34", "45.77", "73.31"], ["40.96", "25.43", "22.59"]),
      ("120.048", ["84.48", "33.7", "88.11"], ["22.92", "39.35", "15.42"]),
      ("54.178", ["70.96", "33.46", "90.36"], ["31.75", "27.93", "26.03"]),
    ]
    func number(_ text: String) -> Rational { Rational(decimal: text) ?? 0 }
    return (0..<3).map { issue in
      continuum(known: rows.map { (number($0.1[issue]), number($0.2[issue]), number($0.0)) })
    }
  }()
}
