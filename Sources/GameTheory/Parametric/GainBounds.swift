/// Rough bounds, over the whole box, on what players gain by leaving one outcome for another.
struct GainBounds {
  let game: FoldedGame
  private let tolerance: Double
  /// By player and factor: lowest and highest change, for each entry of the factor's table.
  var ranges: [[[(lowest: Double, highest: Double)]]] = []

  init(_ game: FoldedGame, from outcome: Int) {
    self.game = game
    tolerance = game.tolerance.toDouble() * (1 + 0x1p-50)
    ranges = game.factors.map { factors in
      factors.map { factor in
        let origin = factor.table[factor.index(in: outcome, game.game.numbering)]
        return factor.table.map { entry in
          FloatingForm(entry - origin, box: game.signs.box).outerRange(box: game.signs.box)
        }
      }
    }
  }

  /// The smallest gain that is certain for every player, or nil where somebody is sure to lose.
  func leastGain(at outcome: Int) -> Double? {
    var least = Double.infinity
    for player in ranges.indices {
      var lowest = 0.0
      var highest = 0.0
      var magnitude = 0.0
      for (position, factor) in game.factors[player].enumerated() {
        let range = ranges[player][position][factor.index(in: outcome, game.game.numbering)]
        lowest += range.lowest
        highest += range.highest
        magnitude += max(abs(range.lowest), abs(range.highest))
      }
      let slack = magnitude * Double(game.factors[player].count) * 0x1p-52 + tolerance
      if highest + slack < 0 { return nil }
      least = min(least, lowest)
    }
    return least
  }
}

extension FloatingForm {
  /// Bounds between which the polynomial stays over the box.
  fileprivate func outerRange(box: [ClosedRange<Double>]) -> (lowest: Double, highest: Double) {
    let range = extremes(box: box)
    return (range.lowest - bound, range.highest + bound)
  }
}
