import Glibc
import Presentation

/// Where results and messages go.
final class Console {
  /// The name of the command, for messages.
  var command = ""
  var isQuiet = false
  var palette = Palette.plain
  private(set) var isOutputTerminal = isatty(1) != 0
  private(set) var isErrorTerminal = isatty(2) != 0
  private var pending: [UInt8] = []

  /// The columns to fill; nil where nobody sees lines.
  var width: Int? { isOutputTerminal ? Console.terminalWidth(1) : nil }

  /// The columns that paragraphs and tables keep to.
  var columns: Int { width ?? 100 }

  /// Prints results to standard output.
  func print(_ text: String) throws(Failure) {
    pending += Array(text.utf8)
    if pending.count > 1 << 16 { try flush() }
  }

  /// Writes out what has been printed.
  func flush() throws(Failure) {
    defer { pending.removeAll(keepingCapacity: true) }
    if let failure = writeAll(pending, to: 1) {
      // A reader that has seen enough is no mistake.
      if failure == EPIPE { exit(0) }
      throw Failure(.inputOutput, "cannot write to standard output: \(systemText(failure))")
    }
  }

  /// Prints a message to standard error.
  func say(_ text: String) {
    _ = writeAll(Array(text.utf8), to: 2)
  }

  /// Prints a message unless the user wants none.
  func note(_ text: String) {
    if !isQuiet { say(text + "\n") }
  }

  /// Prints what is wrong.
  func complain(_ message: String) {
    let name = command.isEmpty ? "detente" : "detente \(command)"
    let mark = isErrorColoured ? "\u{1B}[1;31merror:\u{1B}[0m" : "error:"
    say("\(name): \(mark) \(message.printable)\n")
  }

  /// Whether messages may have colours.
  var isErrorColoured = false

  /// Settles colours from the option, the terminal and the environment.
  func setColour(_ wish: String) {
    let isBare = environment("NO_COLOR") != nil || environment("TERM") == "dumb"
    func allowed(_ isTerminal: Bool) -> Bool {
      wish == "always" || wish == "auto" && isTerminal && !isBare
    }
    palette = allowed(isOutputTerminal) ? .coloured : .plain
    isErrorColoured = allowed(isErrorTerminal)
  }

  static func terminalWidth(_ descriptor: Int32) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 100
  }
}

extension String {
  /// The text with a mark in the place of every control character but line breaks.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map {
          $0.properties.generalCategory == .control && $0 != "\n" ? "\u{FFFD}" : $0
        }
      )
    )
  }
}

/// A variable of the environment; nil where it is not set or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}

/// The system's words for an error.
func systemText(_ number: Int32) -> String {
  String(cString: strerror(number)).lowercased()
}

/// Writes all bytes; gives the system's error number where that fails.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
}

/// Writes all bytes; gives the system's error number where that fails.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
  var rest = bytes
  while !rest.isEmpty {
    let count = retrying { write(descriptor, rest.baseAddress, rest.count) }
    if count < 0 { return Int32(-count) }
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
  }
  return nil
}
