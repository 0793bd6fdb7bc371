/// How the engine fared with reference cases.
public struct SelftestReport: Sendable, Equatable {
  /// How it fared with one file.
  public struct FileResult: Sendable, Equatable {
    /// The file.
    public let path: String
    /// The family of its cases.
    public let family: String
    /// Whether the family is known.
    public let isKnown: Bool
    /// What was checked.
    public let checks: [Check]
  }

  /// How it fared with one family.
  public struct FamilyResult: Sendable, Equatable {
    /// The family.
    public let name: String
    /// How many files it has.
    public var files = 0
    /// How many checks passed.
    public var passed = 0
    /// How many checks failed.
    public var failed = 0
    /// How many checks were skipped.
    public var skipped = 0
    /// The tolerances that were applied, ascending; 0 for exact.
    public var tolerances: [Double] = []
  }

  /// The family that stands for files that hold no value.
  public static let unusable = "unusable files"

  /// The files in the order in which they were given.
  public let results: [FileResult]

  /// The families in the order of their names.
  public var families: [FamilyResult] {
    var found: [String: FamilyResult] = [:]
    for result in results {
      var family = found[result.family] ?? FamilyResult(name: result.family)
      family.files += 1
      for check in result.checks {
        switch check.verdict {
        case .passed: family.passed += 1
        case .failed: family.failed += 1
        case .skipped: family.skipped += 1
        }
        if case .skipped = check.verdict { continue }
        if !family.tolerances.contains(check.tolerance) {
          family.tolerances.append(check.tolerance)
          family.tolerances.sort()
        }
      }
      found[result.family] = family
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// How many checks were made, those that were skipped aside.
  public var made: Int { families.reduce(0) { $0 + $1.passed + $1.failed } }

  /// Whether nothing failed.
  public var hasPassed: Bool { families.allSatisfy { $0.failed == 0 } }
}
