/// A column of a sweep's rows.
public struct ResultColumn: Sendable, Hashable {
  /// What a column holds.
  public enum Kind: Sendable, Hashable {
    /// The number of the sample.
    case sample
    /// A value that varies.
    case axis
    /// How many equilibria there are.
    case equilibriumCount
    /// The outcomes that are equilibria.
    case equilibria
    /// The outcome at which play settles.
    case settled
    /// The length of the cycle that play ends in, 0 where it settles.
    case cycle
    /// The option taken in a decision where play settles.
    case decision
    /// A player's payoff where play settles.
    case payoff
    /// Whether a claim holds.
    case claim
    /// Why the sample could not be computed.
    case reason
  }

  /// Its name in the file, such as `payoff:japan`.
  public let name: String
  /// What it is about: its name without a prefix, such as `japan`.
  public let id: String
  /// What it holds.
  public let kind: Kind
  /// Its place among the columns of its kind.
  public let position: Int
  /// Its place among all columns.
  let field: Int

  /// Why names are not those of a sweep's columns.
  struct Mistake: Error {
    let code: ResultCode
    let message: String
    /// The column at which another was expected.
    let field: Int
  }

  /// Tells columns by their names and order.
  static func columns(named names: [String]) throws(Mistake) -> [ResultColumn] {
    func missing(_ name: String, _ field: Int) -> Mistake {
      Mistake(
        code: .missingColumn,
        message: "this is not the result of a sweep: the column '\(name)' is missing",
        field: min(field, names.count - 1)
      )
    }
    guard names.first == "sample" else { throw missing("sample", 0) }
    let fixed: [(String, Kind)] = [
      ("equilibria", .equilibriumCount), ("equilibrium_outcomes", .equilibria),
      ("settled", .settled), ("cycle", .cycle),
    ]
    // An axis may bear any name, so the four that follow the axes are looked for together.
    let start = names.indices.first { index in
      zip(fixed, names[index...]).count { $0.0 == $1 } == fixed.count
    }
    guard let start else {
      let name = fixed.first { !names.contains($0.0) }?.0 ?? fixed[0].0
      throw missing(name, names.firstIndex(of: fixed[0].0) ?? 1)
    }
    var kinds: [Kind] = [.sample]
    kinds += [Kind](repeating: .axis, count: start - 1) + fixed.map { $0.1 }
    let payoff = names.indices.first { $0 >= start + 4 && names[$0].hasPrefix("payoff:") }
    guard let payoff else { throw missing("payoff:...", names.count - 1) }
    kinds += [Kind](repeating: .decision, count: payoff - start - 4)
    try addLast(names[payoff...], to: &kinds)
    return numbered(names, kinds)
  }

  /// Adds the kinds of payoffs, then claims, then perhaps a reason.
  private static func addLast(
    _ names: ArraySlice<String>,
    to kinds: inout [Kind]
  ) throws(Mistake) {
    for (field, name) in zip(names.indices, names) {
      let last = kinds[kinds.count - 1]
      if name.hasPrefix("payoff:"), last != .claim {
        kinds.append(.payoff)
      } else if name.hasPrefix("claim:") {
        kinds.append(.claim)
      } else if name == "reason", field == names.endIndex - 1 {
        kinds.append(.reason)
      } else {
        throw Mistake(
          code: .foreignColumn,
          message: "the column '\(name)' is none that a sweep writes here",
          field: field
        )
      }
    }
  }

  private static func numbered(_ names: [String], _ kinds: [Kind]) -> [ResultColumn] {
    var counts: [Kind: Int] = [:]
    return zip(names, kinds).enumerated().map { field, column in
      let (name, kind) = column
      let prefix = kind == .payoff ? "payoff:".count : kind == .claim ? "claim:".count : 0
      let position = counts[kind, default: 0]
      counts[kind] = position + 1
      return ResultColumn(
        name: name,
        id: String(name.dropFirst(prefix)),
        kind: kind,
        position: position,
        field: field
      )
    }
  }
}
