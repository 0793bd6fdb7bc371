import Documents

/// Checks a command line against the descriptions of the commands; reports all mistakes at once.
struct ArgumentParser {
  /// What a command line asks for.
  enum Request {
    case run(ParsedCommand)
    case help(command: String?)
    case version
    /// The command, if that is known, and what is wrong.
    case mistakes(command: String?, [String])
  }

  let commands: [CommandSpec]

  func parse(_ arguments: [String]) -> Request {
    guard let first = arguments.first else { return .help(command: nil) }
    switch first {
    case "--help", "-h": return .help(command: nil)
    case "--version": return .version
    default: break
    }
    guard let spec = commands.first(where: { $0.name == first }) else {
      if first.hasPrefix("-") {
        return .mistakes(command: nil, ["unknown option '\(first)'; the command comes first"])
      }
      let hint = suggestion(for: first, among: commands.map { $0.name })
      return .mistakes(command: nil, ["unknown command '\(first)'\(hint)"])
    }
    return parse(Array(arguments.dropFirst()), for: spec)
  }

  private func parse(_ arguments: [String], for spec: CommandSpec) -> Request {
    var parsed = ParsedCommand(spec: spec)
    var mistakes: [String] = []
    var isUnderstood = true
    var rest = arguments[...]
    var takesOptions = true
    while let argument = rest.popFirst() {
      guard takesOptions, argument.hasPrefix("-"), argument != "-" else {
        parsed.positionals.append(argument)
        continue
      }
      if argument == "--" {
        takesOptions = false
        continue
      }
      if argument == "--help" || argument == "-h" { return .help(command: spec.name) }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let isAssigned = argument.hasPrefix("--") && parts.count == 2
      let name = isAssigned ? String(parts[0]) : argument
      guard let option = spec.option(named: name) else {
        let known = spec.options.flatMap { $0.names }
        let hint = nearestSpelling(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
        mistakes.append("unknown option '\(name)'\(hint)")
        isUnderstood = false
        continue
      }
      if !option.isRepeatable, parsed.has(option.name) {
        mistakes.append("\(option.name) is given twice")
      }
      var value = ""
      if option.isFlag {
        if isAssigned { mistakes.append("\(option.name) takes no value") }
      } else if isAssigned {
        value = String(parts[1])
      } else if let next = rest.first, !isOption(next, spec) {
        value = next
        rest = rest.dropFirst()
      } else {
        mistakes.append("\(option.name) needs a value: \(option.name) \(option.placeholder)")
        continue
      }
      if let mistake = mistake(in: value, of: option) { mistakes.append(mistake) }
      parsed.occurrences.append(ParsedCommand.Occurrence(name: option.name, value: value))
    }
    // What follows an unknown option may have been its value.
    if isUnderstood { mistakes += countMistakes(parsed.positionals, spec.positional) }
    return mistakes.isEmpty ? .run(parsed) : .mistakes(command: spec.name, mistakes)
  }

  private func isOption(_ argument: String, _ spec: CommandSpec) -> Bool {
    argument.hasPrefix("-") && spec.option(named: String(argument.prefix { $0 != "=" })) != nil
  }

  private func mistake(in value: String, of option: OptionSpec) -> String? {
    switch option.kind {
    case .flag: return nil
    case .text, .file: return value.isEmpty ? "\(option.name) needs a value" : nil
    case .number:
      guard let number = Double(value), number.isFinite else {
        return "\(option.name) takes a number, not '\(value)'"
      }
      return nil
    case .integer(let range):
      if let integer = Int(value), range.contains(integer) { return nil }
      let bounds =
        range.upperBound == .max
        ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      return "\(option.name) takes a whole number \(bounds), not '\(value)'"
    case .choice(let words):
      if words.contains(value) { return nil }
      let hint = suggestion(for: value, among: words)
      return "\(option.name) cannot be '\(value)'\(hint)"
    }
  }

  private func countMistakes(_ found: [String], _ wanted: CommandSpec.Positional) -> [String] {
    if found.count < wanted.least { return ["\(wanted.name) is missing: \(wanted.help)"] }
    if found.count > wanted.most {
      let surplus = found.dropFirst(wanted.most).map { "'\($0)'" }.joined(separator: ", ")
      return ["unexpected \(surplus)"]
    }
    if case .choice(let words) = wanted.kind {
      return found.filter { !words.contains($0) }.map { word in
        let hint = suggestion(for: word, among: words)
        return "\(wanted.name) cannot be '\(word)'\(hint)"
      }
    }
    return []
  }
}
