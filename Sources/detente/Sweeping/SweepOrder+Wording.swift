import Negotiation
import Presentation
import Sweeps

extension SweepOrder {
  /// How the samples were chosen, to follow their count.
  var wording: String {
    let axes = Wording.list(
      paths.indices.map {
        SweepOrder.wording(paths[$0], design.axes[$0], design.labels[$0])
      }
    )
    let size = "of \(design.samples)"
    return switch design.kind {
    case .grid: "samples: a grid over \(axes)"
    case .zip: "samples in step over \(axes)"
    case .points: "given samples of \(axes)"
    case .random: "random samples (seed \(design.seed)) of \(axes)"
    case .latin: "samples of a Latin hypercube (seed \(design.seed)) over \(axes)"
    case .sobol: "Sobol' points (seed \(design.seed)) over \(axes)"
    case .saltelli:
      "samples: a Saltelli design \(size) base points (seed \(design.seed)"
        + "\(design.hasSecondOrder ? ", with second order" : "")) over \(axes)"
    case .morris:
      "samples: a Morris design \(size) trajectories among \(design.levels) levels (seed "
        + "\(design.seed)) over \(axes)"
    case .oat: "samples: one number at a time of \(axes)"
    }
  }

  private static func wording(
    _ path: String,
    _ axis: Design.Axis,
    _ labels: [Design.Label]
  ) -> String {
    switch axis {
    case .range(let range):
      return "\(path) from \(short(range.lowerBound)) to \(short(range.upperBound))"
    case .distribution(let distribution): return "\(path) as \(distribution.text)"
    case .integers(let range):
      return "\(path) in whole numbers from \(range.lowerBound) to \(range.upperBound)"
    case .list(let values), .weighted(let values, _):
      if !labels.isEmpty {
        let words = labels.filter { values.contains($0.value) }.map { $0.text }
        return "\(path) (\(words.joined(separator: ", ")))"
      }
      if values.count == 1 { return "\(path) at \(short(values[0]))" }
      let range = axis.range
      return "\(path) (\(values.count) values from \(short(range.lowerBound)) to "
        + "\(short(range.upperBound)))"
    }
  }

  private static func short(_ value: Double) -> String { NumberText.trimmed(value, places: 6) }
}
