import GameTheory

/// Actors from the literature.
enum SpatialCases {
  /// The emission standards of the European Community in 1984, in years of delay.
  ///
  /// From the Netherlands, Belgium, Luxembourg and Germany to Greece.
  /// - Source: Bueno de Mesquita and Stokman, European Community decision making (1994), chapter 4.
  static let emissionStandards = actors([
    (4, 0.8, 0.08), (7, 0.4, 0.08), (4, 0.2, 0.03), (4, 0.8, 0.16), (10, 0.6, 0.16),
    (10, 0.6, 0.16), (10, 0.9, 0.16), (7, 0.1, 0.05), (4, 1, 0.05), (7, 0.7, 0.08),
  ])

  /// The policy towards a state-owned enterprise: thirteen actors, two issues, in percent.
  /// - Source: KTAB, examples/smp/doc/SOE-Pol-Comp.csv.
  static let enterprise: [SpatialActor] =
    [
      (100.0, [30, 20], [24.0, 48.0]), (60.2, [45, 65], [44.7, 41.3]),
      (35.0, [30, 15], [28.9, 65.1]), (35.0, [45, 45], [20.6, 49.4]),
      (40.0, [50, 65], [44.7, 47.8]), (20.0, [15, 10], [32.0, 32.0]),
      (15.0, [20, 15], [32.0, 32.0]), (25.0, [60, 50], [43.9, 50.1]),
      (20.0, [30, 15], [26.4, 17.6]), (35.0, [45, 40], [35.9, 46.6]),
      (20.0, [50, 50], [44.7, 47.8]), (20.0, [20, 30], [47.4, 40.6]),
      (40.0, [15, 60], [49.0, 46.0]),
    ].map { (capability: Double, positions: [Double], saliences: [Double]) in
      SpatialActor(
        positions: positions.map { $0 / 100 },
        saliences: saliences.map { $0 / 100 },
        capability: capability
      )
    }

  /// Five actors with three issues, in percent.
  /// - Source: KTAB, examples/smp/doc/smpExample.xml.
  static let example: [SpatialActor] =
    [
      (117.7, [52.8, 39.8, 39.6], [32.3, 22.4, 13.4]),
      (93.2, [15.9, 61.4, 72.0], [25.2, 34.5, 26.5]),
      (61.4, [61.1, 86.5, 44.5], [28.8, 28.6, 18.2]),
      (135.4, [26.3, 16.5, 15.9], [15.6, 42.0, 14.3]),
      (63.8, [73.3, 61.1, 26.3], [39.7, 19.9, 15.8]),
    ].map { (capability: Double, positions: [Double], saliences: [Double]) in
      SpatialActor(
        positions: positions.map { $0 / 100 },
        saliences: saliences.map { $0 / 100 },
        capability: capability
      )
    }

  static func actors(_ rows: [(position: Double, salience: Double, capability: Double)])
    -> [SpatialActor]
  {
    rows.map {
      SpatialActor(position: $0.position, salience: $0.salience, capability: $0.capability)
    }
  }
}
