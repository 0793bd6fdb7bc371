/// One thing that is wrong, or doubtful, in a document: a value that a printer turns into text.
public struct Diagnostic: Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The document cannot be used.
    case error
    /// The document can be used, but probably does not say what its author means.
    case warning
    /// Something worth knowing.
    case note
  }

  /// How bad it is.
  public var severity: Severity

  /// The stable code, such as `S014`, under which `detente help S014` explains it.
  public var code: String

  /// What is wrong: lower case, no full stop, the rule and the thing named.
  public var message: String

  /// Where it is; nil when it concerns a whole file that could not be read.
  public var location: Location?

  /// The path of the value in the document, such as `effects[3].when.missiles`; empty for the top.
  public var path: String

  /// What was expected at the caret, in a few words; empty when the message says it all.
  public var label: String

  /// How to mend it; nil when the message says it all.
  public var help: String?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity,
    code: String,
    _ message: String,
    at location: Location?,
    path: String = "",
    label: String = "",
    help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.path = path
    self.label = label
    self.help = help
  }
}
