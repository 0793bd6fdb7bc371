import Analysis
import Documents
import Negotiation
import Presentation

/// Regions in words, for people and for programs.
struct RegionWording {
  let axes: [MarkedPoints.Axis]

  /// All limits of a region: `neutralise_russia is above 4.35 and shield_works is at most 0.62`.
  func sentence(_ region: Region) -> String {
    let parts = region.restrictedAxes.map {
      "\(axes[$0].name) \(limit(region.limits[$0], $0, "is "))"
    }
    return parts.isEmpty ? "anywhere" : Wording.list(parts)
  }

  /// One limit: `above 4.35`, `from 1 to 2`, `one of: a, b`.
  func limit(_ limit: Region.Limit, _ axis: Int, _ verb: String = "") -> String {
    switch limit {
    case .labels(let flags):
      let names = axes[axis].labels ?? []
      let kept = flags.indices.filter { flags[$0] }.map { names[$0] }
      return verb + (kept.count > 1 ? "one of \(kept.joined(separator: ", "))" : kept.first ?? "")
    case .range(let lower?, let upper?):
      return
        "\(verb)\(lower.isIncluded ? "at least" : "above") \(RegionWording.short(lower.value)) "
        + "and \(upper.isIncluded ? "at most" : "below") \(RegionWording.short(upper.value))"
    case .range(let lower?, nil):
      return "\(verb)\(lower.isIncluded ? "at least" : "above") \(RegionWording.short(lower.value))"
    case .range(nil, let upper?):
      return "\(verb)\(upper.isIncluded ? "at most" : "below") \(RegionWording.short(upper.value))"
    case .range(nil, nil): return "\(verb)anything"
    }
  }

  /// The limits as JSON, in full precision.
  func json(_ region: Region, quasiP: [Double]? = nil) -> JSONValue {
    .array(
      region.restrictedAxes.enumerated().map { index, axis in
        var members: [(String, JSONValue)] = [("axis", .string(axes[axis].name))]
        switch region.limits[axis] {
        case .labels(let flags):
          let names = axes[axis].labels ?? []
          let kept = flags.indices.filter { flags[$0] }
          members.append(("labels", .array(kept.map { .string(names[$0]) })))
        case .range(let lower, let upper):
          members.append(("lower", RegionWording.json(lower)))
          members.append(("upper", RegionWording.json(upper)))
        }
        if let quasiP { members.append(("quasiP", .number(quasiP[index]))) }
        return .object(members)
      }
    )
  }

  private static func json(_ bound: Region.Bound?) -> JSONValue {
    bound.map {
      .object([("value", .number($0.value)), ("included", .bool($0.isIncluded))])
    } ?? .null
  }

  /// A number with four significant digits.
  static func short(_ value: Double) -> String {
    let size = value.magnitude
    guard size >= 1e-4 || size == 0, size < 1e9 else { return JSONValue.text(of: value) }
    var places = 3
    var scale = 10.0
    while scale <= size, places > 0 {
      scale *= 10
      places -= 1
    }
    scale = 1
    while size < scale, places < 8, size > 0 {
      scale /= 10
      places += 1
    }
    return NumberText.trimmed(value, places: places)
  }

  /// A probability that is never shown as none unless it is.
  static func probability(_ p: Double) -> String {
    if p > 0, p < 1e-4 { return "< 0.0001" }
    return NumberText.fixed(p, places: 4)
  }

  /// A share that is never shown as none, or all, unless it is.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.0005 { return "< 0.1 %" }
    if share < 1, share >= 0.9995 { return "> 99.9 %" }
    return NumberText.percent(share)
  }
}
