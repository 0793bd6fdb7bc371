/// The mistakes that the rows of a sweep can have, beside those of any table, each under a stable code.
public enum ResultCode: String, Sendable, CaseIterable {
  /// A column that every sweep writes is missing.
  case missingColumn = "R001"
  /// A column is none that a sweep writes.
  case foreignColumn = "R002"
  /// A field does not hold what its column says.
  case value = "R003"
  /// Samples do not ascend.
  case order = "R004"
  /// The last row is cut off.
  case cutOff = "R005"

  /// What the code means, in one line.
  public var title: String {
    switch self {
    case .missingColumn: "a file is not the result of a sweep"
    case .foreignColumn: "a column is none that a sweep writes"
    case .value: "a field does not hold what its column says"
    case .order: "samples are out of order"
    case .cutOff: "the last row is cut off"
    }
  }

  /// What the code means and how to mend it.
  public var explanation: String {
    switch self {
    case .missingColumn:
      """
      A result has the columns sample, one for each number that varies, equilibria, \
      equilibrium_outcomes, settled, cycle, one for each decision, payoff:PLAYER for each player, \
      claim:ID for each claim, and perhaps reason, in this order. The first one that is missing is \
      named. Give the file that 'detente sweep' wrote, as it wrote it.
      """
    case .foreignColumn:
      """
      After the claims of a result at most the column reason follows. A column was added, or two tables \
      were joined side by side. Give the file as 'detente sweep' wrote it.
      """
    case .value:
      """
      The field shown cannot be what its column holds: a number, the number of an outcome, an option, or \
      whether a claim holds. Nothing is guessed in its place. The file was changed or damaged; \
      'detente sweep' writes it anew.
      """
    case .order:
      """
      Rows are found by the number of their sample, which ascends from row to row. A number that is \
      repeated or smaller than the one before means that files were joined, or rows sorted anew.
      """
    case .cutOff:
      """
      Every row ends in a line break, so a last row without one was not written to its end, and its last \
      number may lack digits. Resume the sweep with --resume, or remove the last row.
      """
    }
  }
}
