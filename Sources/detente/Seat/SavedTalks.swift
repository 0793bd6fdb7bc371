import Documents
import GameTheory
import Negotiation
import Sweeps

/// Talks with a person at a seat as they are kept: what was asked for, and what the person did.
///
/// Everything else follows from the scenario and the seed.
struct SavedTalks {
  /// The title of the scenario, for people.
  let title: String
  /// A hash of all that the talks hang on.
  let run: String
  /// The options that say what the talks are.
  let options: [ParsedCommand.Occurrence]
  /// What the person did.
  var actions: [OfferAction]
  /// A checksum of all turns up to the last thing that the person did; nil before the first.
  var checksum: String?

  /// The options that are kept.
  static let keptOptions =
    TalksSetting.options + ["--as", "--set", "--fix", "--start", "--tolerance"]

  init(_ setting: TalksSetting, _ parsed: ParsedCommand) {
    title = setting.talks.model.scenario.title
    run = SavedTalks.hash(of: setting)
    options = parsed.occurrences.filter { SavedTalks.keptOptions.contains($0.name) }
    actions = []
  }

  /// A hash of the model and the terms, as the scenario and the options have them.
  static func hash(of setting: TalksSetting) -> String {
    let terms = setting.terms
    let words = terms.negotiators.map { $0?.text ?? "" }.joined(separator: " ")
    let numbers = setting.talks.reservations.map { $0.description }.joined(separator: " ")
    let patience = setting.talks.problem.patience.map { $0.description }.joined(separator: " ")
    return RunIdentity.hash(
      """
      \(setting.talks.model.canonicalText)
      table \(setting.talks.decisions) base \(setting.talks.base) rounds \(terms.rounds)
      votes \(setting.talks.problem.weights) of \(setting.talks.problem.quota)
      reservations \(numbers)
      patience \(patience)
      negotiators \(words)
      """
    )
  }

  /// What the file says; `describe` gives the words of a package.
  func json(_ describe: (Int) -> String, isOver: Bool) -> JSONValue {
    .object([
      ("format", 1), ("command", "negotiate --as"), ("title", .string(title)),
      ("run", .string(run)), ("over", .bool(isOver)),
      (
        "options",
        .array(options.map { .object([("name", .string($0.name)), ("value", .string($0.value))]) })
      ),
      ("checksum", checksum.map { .string($0) } ?? .null),
      (
        "actions",
        .array(
          actions.map { action in
            switch action {
            case .offer(let package): .object([("offer", .string(describe(package)))])
            case .accept: "accept"
            case .pass: "pass"
            case .walkAway: "walk away"
            }
          }
        )
      ),
    ])
  }
}

/// A file of saved talks, read but not yet brought to life.
struct SavedTalksFile {
  let run: String
  let options: [ParsedCommand.Occurrence]
  let actions: [SavedAction]
  /// The checksum of the turns up to the last of them.
  let checksum: String?

  /// What was done, an offer still in words.
  enum SavedAction {
    case offer(String)
    case other(OfferAction)
  }

  /// Reads a file.
  ///
  /// It may have been changed by hand, so its options are put to the same checks as those of a command line.
  init(_ path: String) throws(Failure) {
    let source: SourceText
    do throws(ScenarioReader.LoadFailure) {
      source = try FileLoader.load(path)
    } catch {
      throw Failure(.unreadable, "cannot read '\(path)': \(error.reason)")
    }
    let reading = JSON5Reader.read(source)
    guard let root = reading.node, root.value("format")?.integer == 1,
      root.value("command")?.string == "negotiate --as",
      let run = root.value("run")?.string, let options = root.value("options")?.elements,
      let actions = root.value("actions")?.elements
    else { throw SavedTalksFile.foreign(path) }
    self.run = run
    checksum = root.value("checksum")?.string
    self.options = try SavedTalksFile.checked(options, path)
    var done: [SavedAction] = []
    for node in actions {
      if let words = node.value("offer")?.string {
        done.append(.offer(words))
        continue
      }
      switch node.string {
      case "accept": done.append(.other(.accept))
      case "pass": done.append(.other(.pass))
      case "walk away": done.append(.other(.walkAway))
      default: throw SavedTalksFile.foreign(path)
      }
    }
    self.actions = done
  }

  private static func checked(
    _ options: [Node],
    _ path: String
  ) throws(Failure) -> [ParsedCommand.Occurrence] {
    var words: [String] = []
    for node in options {
      guard let name = node.value("name")?.string, let value = node.value("value")?.string,
        SavedTalks.keptOptions.contains(name)
      else { throw foreign(path) }
      words += [name, value]
    }
    switch ArgumentParser(commands: CommandTable.commands).parse(["negotiate", "-"] + words) {
    case .run(let parsed): return parsed.occurrences
    case .mistakes(_, let mistakes):
      throw Failure(.badData, mistakes.map { "'\(path)': \($0)" }.joined(separator: "\n"))
    case .help, .version: throw foreign(path)
    }
  }

  private static func foreign(_ path: String) -> Failure {
    Failure(.badData, "'\(path)' holds no talks kept by 'detente negotiate --as'")
  }
}

extension OfferSession {
  /// The checksum of all turns, as it is kept.
  var writtenChecksum: String { String(checksum, radix: 16) }
}
