/// Completion scripts for shells, made from the descriptions of the commands.
struct Completions {
  let commands: [CommandSpec]

  func script(for shell: String) -> String {
    switch shell {
    case "bash": bash()
    case "zsh": zsh()
    default: fish()
    }
  }

  private func bash() -> String {
    var text = """
      # Completion of detente for bash: source <(detente completions bash)
      _detente() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(commands.map { $0.name }.joined(separator: " ")) --help --version" -- "$current"))
          return
        fi
        case "${COMP_WORDS[1]}" in

      """
    for command in commands {
      text += "    \(command.name))\n      case \"$previous\" in\n"
      for option in command.options where !option.isFlag {
        text += "        \(option.names.joined(separator: "|")))\n"
        text += "          \(bashValues(option.kind)); return ;;\n"
      }
      text += "      esac\n"
      let names = (command.options.flatMap { $0.names } + ["--help"]).joined(separator: " ")
      text += "      case \"$current\" in\n"
      text += "        -*) COMPREPLY=($(compgen -W \"\(names)\" -- \"$current\")) ;;\n"
      text += "        *) \(bashValues(command.positional.kind)) ;;\n"
      text += "      esac ;;\n"
    }
    return text + "  esac\n}\ncomplete -o filenames -F _detente detente\n"
  }

  private func bashValues(_ kind: OptionSpec.Kind) -> String {
    switch kind {
    case .file: "COMPREPLY=($(compgen -f -- \"$current\"))"
    case .choice(let words):
      "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$current\"))"
    default: "COMPREPLY=()"
    }
  }

  private func zsh() -> String {
    var text = """
      #compdef detente
      # Completion of detente for zsh: source <(detente completions zsh), or put this file as _detente into
      # a folder of $fpath.
      _detente() {
        local -a commands
        commands=(

      """
    for command in commands { text += "    '\(command.name):\(quoted(command.summary))'\n" }
    text += """
        )
        if (( CURRENT == 2 )); then
          _describe 'command' commands
          return
        fi
        case "$words[2]" in

      """
    for command in commands {
      text += "    \(command.name))\n      _arguments"
      for option in command.options {
        for name in option.names {
          let star = option.isRepeatable ? "*" : ""
          text += " \\\n        '\(star)\(name)[\(quoted(option.help))]\(zshValues(option))'"
        }
      }
      text +=
        " \\\n        '*:\(command.positional.name.lowercased()):\(zshAction(command.positional.kind))' ;;\n"
    }
    return text + """
        esac
      }
      if [ "$funcstack[1]" = _detente ]; then
        _detente "$@"
      else
        compdef _detente detente
      fi

      """
  }

  private func zshValues(_ option: OptionSpec) -> String {
    option.isFlag ? "" : ":\(quoted(option.placeholder.lowercased())):\(zshAction(option.kind))"
  }

  private func zshAction(_ kind: OptionSpec.Kind) -> String {
    switch kind {
    case .file: "_files"
    case .choice(let words): "(\(words.joined(separator: " ")))"
    default: " "
    }
  }

  private func fish() -> String {
    var text = "# Completion of detente for fish: detente completions fish | source\n"
    text += "complete -c detente -f\n"
    for command in commands {
      text += "complete -c detente -n __fish_use_subcommand -a \(command.name) "
      text += "-d '\(quoted(command.summary))'\n"
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      if case .file = command.positional.kind { text += "complete -c detente \(condition) -F\n" }
      if case .choice(let words) = command.positional.kind {
        text += "complete -c detente \(condition) -a '\(words.joined(separator: " "))'\n"
      }
      for option in command.options {
        text += "complete -c detente \(condition)"
        for name in option.names {
          text += name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
        }
        switch option.kind {
        case .flag: break
        case .file: text += " -r -F"
        case .choice(let words): text += " -x -a '\(words.joined(separator: " "))'"
        default: text += " -x"
        }
        text += " -d '\(quoted(option.help))'\n"
      }
    }
    return text
  }

  /// Without what would end or change a quoted word.
  private func quoted(_ text: String) -> String {
    text.filter { $0 != "'" && $0 != "[" && $0 != "]" && $0 != ":" && $0 != "\\" }
  }
}
