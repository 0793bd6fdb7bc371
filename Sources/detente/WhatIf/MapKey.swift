import GameTheory
import Negotiation
import Presentation

/// What the parts of a map are called, in text and picture alike.
struct MapKey {
  /// An outcome that is an equilibrium where play settles elsewhere.
  struct Overlap {
    /// The set, by its place among the map's.
    let set: Int
    /// The region where play settles there; nil where there is none.
    let region: Int?
    /// The area, as a share of the rectangle's.
    let share: Rational
    fileprivate let index: PolygonIndex
  }

  let diagram: PhaseDiagram
  let overlaps: [Overlap]
  /// For each set of equilibria its area, as a share of the rectangle's.
  let shares: [Rational]

  init(_ diagram: PhaseDiagram) {
    self.diagram = diagram
    let box = PlaneBox(x: diagram.x.range, y: diagram.y.range)
    var overlaps: [Overlap] = []
    var shares: [Rational] = []
    for (number, set) in diagram.equilibria.enumerated() {
      let share = set.polygons.reduce(Rational.zero) { $0 + $1.area } / box.area
      shares.append(share)
      let region = diagram.regions.firstIndex { $0.end == .rest(set.outcome) }
      let rest = share - (region.map { diagram.regions[$0].share } ?? 0)
      // What borders differ by where parts are left undecided is no area of its own.
      guard rest > diagram.undecidedShare else { continue }
      let index = PolygonIndex(set.polygons, within: box)
      overlaps.append(Overlap(set: number, region: region, share: rest, index: index))
    }
    self.overlaps = overlaps
    self.shares = shares
  }

  /// The overlaps at a point of a region, by place.
  func overlaps(at point: PlanePoint, in region: Int) -> [Int] {
    overlaps.indices.filter {
      overlaps[$0].region != region
        && overlaps[$0].index.hasOne(containing: ConvexPolygon(vertices: [point]))
    }
  }

  /// The name of a region, from A on.
  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let letter = String(letters[index % letters.count])
    return index < letters.count ? letter : letter + String(index / letters.count + 1)
  }

  /// A share of the map; one that is not nothing is not shown as nothing.
  static func percent(_ share: Rational) -> String {
    share.signum > 0 && share < Rational(1, 2000)
      ? "under 0.1 %" : NumberText.percent(share.toDouble())
  }

  /// How play ends in few words: what is decided otherwise in other parts of the map.
  func deeds(in region: Int) -> [String] {
    guard case .rest(let outcome) = diagram.regions[region].end else { return ["a cycle"] }
    let wording = Wording(diagram.model.scenario)
    return diagram.differingDecisions.map {
      diagram.model.scenario.decisions[$0].id + "=" + wording.option(of: $0, in: outcome)
    }
  }
}
