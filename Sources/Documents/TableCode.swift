/// The mistakes that a table of comma-separated values or JSON Lines can have, each under a stable code.
public enum TableCode: String, Sendable, CaseIterable {
  /// There is not even a header.
  case empty = "T001"
  /// A quoted field is not closed.
  case openQuote = "T002"
  /// Something stands between a closing quote and the next comma.
  case textAfterQuote = "T003"
  /// A quote stands inside a field that does not begin with one.
  case strayQuote = "T004"
  /// A row has more fields than there are columns, or fewer.
  case fieldCount = "T005"
  /// Two columns have the same name.
  case duplicateColumn = "T006"
  /// A row is longer than is read.
  case tooLong = "T007"
  /// A line of JSON Lines is no flat object.
  case object = "T008"
  /// A line of JSON Lines has other keys than the first.
  case otherKeys = "T009"

  /// What the code means, in one line.
  public var title: String {
    switch self {
    case .empty: "a table is empty"
    case .openQuote: "a quoted field is not closed"
    case .textAfterQuote: "text follows a closing quote"
    case .strayQuote: "a quote stands inside a field"
    case .fieldCount: "a row has another number of fields than the header"
    case .duplicateColumn: "a column occurs twice"
    case .tooLong: "a row is too long"
    case .object: "a line is no flat JSON object"
    case .otherKeys: "a line has other keys than the first"
    }
  }

  /// What the code means and how to mend it.
  public var explanation: String {
    switch self {
    case .empty:
      """
      A table of comma-separated values begins with a line that names its columns; JSON Lines have one \
      object on each line. The file holds neither.
      """
    case .openQuote:
      """
      A field that begins with a double quote goes on to the next one that is not doubled. Close the \
      field, or double the quotes inside it: "5"" wide". If nothing is missing there, the end of the \
      file is.
      """
    case .textAfterQuote:
      """
      After the quote that closes a field a comma or the end of the line follows. A quote inside a quoted \
      field is written twice.
      """
    case .strayQuote:
      """
      A quote may stand only in a field that is itself in quotes, where it is written twice: write \
      "5"" wide", not 5" wide.
      """
    case .fieldCount:
      """
      Every row has a field for each column that the first line names, empty ones included. A comma \
      inside a field needs quotes around the field. A last row that is too short is often the trace of a \
      file that was cut off.
      """
    case .duplicateColumn:
      "Columns are found by their names, so each name stands once in the first line."
    case .tooLong:
      """
      Rows are read one at a time, each into a memory of limited size. A row beyond it is usually a quote \
      that is never closed, or not a table at all.
      """
    case .object:
      """
      Each line holds one object, as in {"sample":0,"settled":12}, without line breaks. Its values are \
      numbers, strings, true, false, null, or lists of whole numbers.
      """
    case .otherKeys:
      """
      All lines of the file have the same keys in the same order, so that they are columns. The line \
      shown departs from the first one; perhaps two files were joined.
      """
    }
  }
}
