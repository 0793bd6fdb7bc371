/// What the program tells the shell when it ends.
enum ExitCode: Int32 {
  /// It ran, and the answer is yes.
  case yes = 0
  /// It ran, and the answer is no.
  case no = 1
  /// It stopped early, with part of the results.
  case partial = 2
  /// It was called wrongly.
  case usage = 64
  /// The data are bad.
  case badData = 65
  /// An input cannot be read.
  case unreadable = 66
  /// The program itself is at fault.
  case internalFault = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed half way.
  case inputOutput = 74
  /// It was told to stop and can go on later.
  case resumable = 75
  /// It was interrupted from the keyboard.
  case interrupted = 130
}

/// An end of the program that is no success, with what to say about it.
struct Failure: Error {
  let code: ExitCode
  /// What is wrong, without `error:`; empty when all has been said.
  let message: String

  init(_ code: ExitCode, _ message: String = "") {
    self.code = code
    self.message = message
  }
}

/// Does two things that do not depend on each other; where both fail, tells of both at once.
func both<First, Second>(
  _ first: () throws(Failure) -> First,
  _ second: () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let found: First
  do throws(Failure) {
    found = try first()
  } catch {
    let failure = error
    do throws(Failure) {
      _ = try second()
    } catch {
      throw Failure(failure.code, failure.message + "\n" + error.message)
    }
    throw failure
  }
  return (found, try second())
}
