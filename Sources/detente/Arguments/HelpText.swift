import Presentation

/// Help as text, made from the descriptions of the commands.
struct HelpText {
  let commands: [CommandSpec]
  let width: Int

  /// The page on the program.
  func overview() -> String {
    var text = """
      Détente: a strategic negotiation simulator.

      usage: detente COMMAND [SCENARIO] [OPTIONS]

      examples:
        detente check Scenarios/okinawa-2000.json5     does the model say what its source says?
        detente solve Scenarios/okinawa-2000.json5     who does what, and why nobody leaves it
        detente sweep Scenarios/okinawa-2000.json5     what happens as the numbers vary

      """
    for group in CommandSpec.Group.allCases {
      let members = commands.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      text += "\n\(group.rawValue)\n"
      text += rows(members.map { ($0.name, $0.summary) })
    }
    text += "\n'detente help COMMAND' explains a command, 'detente help S014' a diagnostic.\n"
    return text
  }

  /// The page on a command.
  func page(for spec: CommandSpec) -> String {
    var text = "usage: detente \(spec.name)"
    if spec.positional.most > 0 { text += " " + usage(of: spec.positional) }
    text += spec.options.isEmpty ? "\n\n" : " [OPTIONS]\n\n"
    text += paragraph(spec.summary + ".", width: width)
    if !spec.examples.isEmpty {
      text += "\nexamples:\n"
      for example in spec.examples {
        text += "  \(example.line)\n" + paragraph(example.does, width: width, indent: 6)
      }
    }
    if !spec.discussion.isEmpty { text += "\n" + paragraph(spec.discussion, width: width) }
    if spec.positional.most > 0 {
      text += "\narguments:\n" + rows([(spec.positional.name, spec.positional.help)])
    }
    if !spec.options.isEmpty {
      text += "\noptions:\n"
      text += rows(
        spec.options.map { option in
          let names = option.names.joined(separator: ", ")
          return (option.isFlag ? names : "\(names) \(option.placeholder)", option.help)
        } + [("--help, -h", "show this page")]
      )
    }
    return text
  }

  private func usage(of positional: CommandSpec.Positional) -> String {
    let name = positional.most > 1 ? "\(positional.name)..." : positional.name
    return positional.least == 0 ? "[\(name)]" : name
  }

  private func rows(_ rows: [(String, String)]) -> String {
    let column = min(30, (rows.map { $0.0.count }.max() ?? 0) + 2)
    return rows.map { name, help in
      let lines = wrappedLines(help, width: max(30, width - column - 2))
      var text = "  " + name
      if name.count + 2 > column {
        text += "\n" + String(repeating: " ", count: column + 2)
      } else {
        text += String(repeating: " ", count: column - name.count)
      }
      let indent = "\n" + String(repeating: " ", count: column + 2)
      return text + lines.joined(separator: indent) + "\n"
    }.joined()
  }
}
