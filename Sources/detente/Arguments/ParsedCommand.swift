/// A command as the user gave it, checked against its description.
struct ParsedCommand: Sendable {
  /// An option with its value, in the order given.
  struct Occurrence {
    let name: String
    let value: String
  }

  let spec: CommandSpec
  var positionals: [String] = []
  var occurrences: [Occurrence] = []

  func has(_ name: String) -> Bool { occurrences.contains { $0.name == name } }

  func strings(_ name: String) -> [String] {
    occurrences.filter { $0.name == name }.map { $0.value }
  }

  func string(_ name: String) -> String? { strings(name).last }

  func integer(_ name: String) -> Int? { string(name).flatMap { Int($0) } }
}
