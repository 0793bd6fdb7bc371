/// One thing that a case states of the engine, and whether it is so.
public struct Check: Sendable, Equatable {
  /// How it came out.
  public enum Verdict: Sendable, Equatable {
    /// The engine meets the case.
    case passed
    /// It does not; how.
    case failed(String)
    /// The engine has nothing that could be held against it; why.
    case skipped(String)
  }

  /// What is checked, in a few words.
  public let name: String
  /// By how much a number may differ, in units of the largest of 1 and the number; 0 for exact.
  public let tolerance: Double
  /// How it came out.
  public let verdict: Verdict

  /// Creates a check.
  public init(_ name: String, tolerance: Double = 0, _ verdict: Verdict) {
    self.name = name
    self.tolerance = tolerance
    self.verdict = verdict
  }
}

/// Why a case cannot be understood.
struct CaseFault: Error, Equatable {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
