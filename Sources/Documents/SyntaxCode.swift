/// The mistakes that a JSON5 text can have, each under a stable code.
public enum SyntaxCode: String, Sendable, CaseIterable {
  /// There is nothing to read.
  case empty = "D001"
  /// A byte is not part of UTF-8 text.
  case encoding = "D002"
  /// Something else stands where a value belongs.
  case value = "D003"
  /// A string is not closed on its line.
  case openString = "D004"
  /// A comment is not closed.
  case openComment = "D005"
  /// An object or array is not closed.
  case openBracket = "D006"
  /// Two elements have no comma between them.
  case comma = "D007"
  /// A key has no colon after it.
  case colon = "D008"
  /// A key occurs twice in one object.
  case duplicateKey = "D009"
  /// A number is not written as one.
  case number = "D010"
  /// A number is not finite.
  case notFinite = "D011"
  /// A backslash begins no known escape.
  case escape = "D012"
  /// Values are nested too deeply.
  case depth = "D014"
  /// Something follows the end of the value.
  case trailing = "D015"
  /// Something else stands where a key belongs.
  case key = "D016"

  /// What the code means, in one line.
  public var title: String {
    switch self {
    case .empty: "the file is empty"
    case .encoding: "the file is not UTF-8 text"
    case .value: "a value was expected"
    case .openString: "a string is not closed"
    case .openComment: "a comment is not closed"
    case .openBracket: "an object or list is not closed"
    case .comma: "a comma is missing"
    case .colon: "a colon is missing"
    case .duplicateKey: "a key occurs twice"
    case .number: "a number is not written as one"
    case .notFinite: "a number is not finite"
    case .escape: "an escape is not known"
    case .depth: "values are nested too deeply"
    case .trailing: "something follows the end of the file's value"
    case .key: "a key was expected"
    }
  }

  /// What the code means and how to mend it.
  public var explanation: String {
    switch self {
    case .empty:
      """
      The file holds nothing but white space and comments. A document begins with { and ends with }. \
      If an editor or a full disk emptied the file, restore it from a copy.
      """
    case .encoding:
      """
      Files are read as UTF-8. A byte that belongs to no UTF-8 character usually means that the file was \
      saved in another encoding, such as Latin-1 or UTF-16. Save it again as UTF-8.
      """
    case .value:
      """
      A value is an object { }, a list [ ], a string in quotes, a number, true, false or null. Words \
      stand in quotes unless they are keys: write missiles: "scrap", not missiles: scrap.
      """
    case .openString:
      """
      A string ends with the quote it began with, on the same line. To go on over a line break, end the \
      line with a backslash; for a quote inside, use the other kind of quote or write \\" or \\'.
      """
    case .openComment:
      "A comment that begins with /* ends with */. A comment to the end of the line begins with //."
    case .openBracket:
      """
      Every { needs its } and every [ its ]. The place shown is where the bracket was opened; the missing \
      one is often much earlier than the end of the file. Indenting the file shows where.
      """
    case .comma:
      """
      The elements of a list and the members of an object are set apart by commas; one after the last \
      is allowed. Put a comma at the place shown.
      """
    case .colon:
      "A key and its value are joined by a colon, as in nmd: \"defer\"; an equals sign will not do."
    case .duplicateKey:
      """
      An object has each key once; of two values it would not be clear which counts. Remove one, or \
      rename it if it was meant to be another key.
      """
    case .number:
      """
      A number is digits with an optional sign, point and exponent, such as -0.65 or 1e-3, or hexadecimal \
      such as 0x1F. The decimal sign is a point; digits are not grouped; a leading zero is not allowed.
      """
    case .notFinite:
      "Every number must be finite: NaN and Infinity cannot be added, compared or drawn."
    case .escape:
      """
      In a string a backslash begins an escape: \\n, \\t, \\\\, \\", \\', \\xHH, \\uHHHH, or a line break to \
      be left out. To have a backslash itself, write two.
      """
    case .depth:
      """
      Lists and objects may be nested 100 deep; a scenario needs six. A file that exceeds this was \
      probably written by a program that went wrong.
      """
    case .trailing:
      """
      A file holds one value. Something stands after its end, often because a bracket was closed too \
      early. Check the brackets before the place shown.
      """
    case .key:
      """
      A member of an object begins with a key: a name such as missiles, or any string in quotes. A name \
      with a hyphen needs quotes: "north-korea".
      """
    }
  }
}
