public import Documents
import GameTheory

/// Reads scenarios: loads the files, merges what they inherit, and checks everything.
public struct ScenarioReader {
  /// Why a file could not be loaded.
  public struct LoadFailure: Error, Sendable {
    /// What is wrong with the file, such as `no such file`.
    public let reason: String
    /// How to mend it, if that is not plain.
    public let help: String?

    /// Creates a failure.
    public init(reason: String, help: String? = nil) {
      self.reason = reason
      self.help = help
    }
  }

  /// A number to be put in place of another before the scenario is read.
  public struct Assignment: Sendable {
    /// The path of the number.
    public let path: String
    /// The number or expression.
    public let value: String

    /// Creates an assignment.
    public init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  /// What came of reading.
  public struct Reading: Sendable {
    /// The scenario; nil exactly when there is an error.
    public let scenario: Scenario?
    /// What is wrong or doubtful, in the order of its place.
    public let diagnostics: [Diagnostic]
    /// Whether the scenario's own file could not be loaded at all.
    public let isUnreadable: Bool

    /// Whether nothing is wrong but the assignments.
    public var isWrongCall: Bool {
      let errors = diagnostics.filter { $0.severity == .error }
      return !errors.isEmpty
        && errors.allSatisfy { $0.location?.source.name == NumberPaths.sourceName }
    }
  }

  /// How many outcomes a scenario may have.
  public static let outcomeLimit = 1 << 20

  /// How many strategies a player may have.
  public static let strategyLimit = 1 << 12

  private let load: (String) throws(LoadFailure) -> SourceText

  /// Creates a reader.
  ///
  /// - Parameter load: gives the text of a file by its path.
  public init(load: @escaping (String) throws(LoadFailure) -> SourceText) {
    self.load = load
  }

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - assignments: numbers to replace.
  ///   - isStrict: whether a missing `because` is an error.
  /// - Returns: the scenario unless there is an error, with all diagnostics.
  public func read(
    _ path: String,
    setting assignments: [Assignment] = [],
    isStrict: Bool = false
  ) -> Reading {
    let problems = Problems(isStrict: isStrict)
    var loader = TreeLoader(load: load, problems: problems)
    guard let tree = loader.tree(path) else {
      return Reading(
        scenario: nil,
        diagnostics: problems.inOrder(),
        isUnreadable: loader.isUnreadable
      )
    }
    let evidence = EvidenceReader(load: load, problems: problems).read(tree.sources)
    let isEvidenceWhole = !problems.hasErrors
    let root = NumberPaths.apply(assignments, to: tree.root, problems)
    var decoder = ScenarioDecoder(
      file: path,
      evidence: evidence,
      isEvidenceWhole: isEvidenceWhole,
      isChild: !tree.parents.isEmpty,
      problems: problems,
      load: load
    )
    let scenario = decoder.decode(root, tree)
    return Reading(
      scenario: problems.hasErrors ? nil : scenario,
      diagnostics: problems.inOrder(),
      isUnreadable: false
    )
  }
}

/// What has been found wrong so far.
final class Problems {
  let isStrict: Bool
  private(set) var found: [Diagnostic] = []
  private(set) var hasErrors = false

  init(isStrict: Bool) {
    self.isStrict = isStrict
  }

  func add(_ diagnostic: Diagnostic) {
    found.append(diagnostic)
    if diagnostic.severity == .error { hasErrors = true }
  }

  func error(
    _ code: ScenarioCode,
    _ message: String,
    at location: Location?,
    path: String = "",
    label: String = "",
    help: String? = nil
  ) {
    report(.error, code, message, at: location, path: path, label: label, help: help)
  }

  /// Reports characters that would reach the terminal as commands, or turn text round.
  func checkCharacters(of text: String, at location: Location, path: String) {
    let bad = text.unicodeScalars.first { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      case .format:
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      default: false
      }
    }
    guard let bad else { return }
    let digits = String(bad.value, radix: 16, uppercase: true)
    error(
      .controlCharacter,
      "the text has the control character U+"
        + String(repeating: "0", count: max(0, 4 - digits.count)) + digits,
      at: location,
      path: path,
      help: "leave it out; a long text goes on in the next line after a backslash"
    )
  }

  func report(
    _ severity: Diagnostic.Severity,
    _ code: ScenarioCode,
    _ message: String,
    at location: Location?,
    path: String = "",
    label: String = "",
    help: String? = nil
  ) {
    add(
      Diagnostic(
        severity,
        code: code.rawValue,
        message,
        at: location,
        path: path,
        label: label,
        help: help
      )
    )
  }

  func inOrder() -> [Diagnostic] { found.inOrder() }
}
