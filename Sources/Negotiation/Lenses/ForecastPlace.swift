import GameTheory

/// Where a forecast lies among the marks of its continuum.
public struct ForecastPlace: Sendable, Hashable {
  /// The mark at or below the value; nil where there is none.
  public let below: Continuum.Mark?
  /// The mark above the value; nil where there is none.
  public let above: Continuum.Mark?
  /// The nearest mark, of two that are equally near the lower one; nil without marks.
  public let nearest: Continuum.Mark?
  /// Whether the value is at the nearest mark, up to a hundredth of the range.
  public let isAtMark: Bool

  /// Finds the place of a value.
  public init(_ value: Double, on continuum: Continuum) {
    let places = continuum.marks.map { $0.place.toDouble() }
    below = places.lastIndex { $0 <= value }.map { continuum.marks[$0] }
    above = places.firstIndex { $0 > value }.map { continuum.marks[$0] }
    var best: Int?
    for (index, place) in places.enumerated() {
      guard let current = best else {
        best = index
        continue
      }
      if (place - value).magnitude < (places[current] - value).magnitude { best = index }
    }
    nearest = best.map { continuum.marks[$0] }
    let width = (continuum.range.upperBound - continuum.range.lowerBound).toDouble()
    isAtMark = best.map { (places[$0] - value).magnitude <= width / 100 } ?? false
  }

  /// `at 'defer'`, `between 'defer' and 'deploy'`, `below 'forgo'`; empty without marks.
  ///
  /// - Parameter name: what a mark is called.
  /// - Returns: the words, which complete "the forecast is".
  public func words(_ name: (Continuum.Mark) -> String) -> String {
    guard let nearest else { return "" }
    if isAtMark { return "at \(name(nearest))" }
    switch (below, above) {
    case (let below?, let above?):
      return "between \(name(below)) and \(name(above))"
    case (nil, _): return "below \(name(nearest))"
    case (_, nil): return "above \(name(nearest))"
    }
  }
}
