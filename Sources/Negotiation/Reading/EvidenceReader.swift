import Documents
import GameTheory

/// Reads the evidence files that a scenario cites.
struct EvidenceReader {
  let load: (String) throws(ScenarioReader.LoadFailure) -> SourceText
  let problems: Problems

  /// All positions of the files, in order; each file once.
  func read(_ sources: [(path: String, location: Location)]) -> [Evidence] {
    var evidence: [Evidence] = []
    var read: Set<String> = []
    var seen: Set<String> = []
    for source in sources where read.insert(source.path).inserted {
      for (position, location) in positions(of: source.path, from: source.location) {
        if !seen.insert(position.id).inserted {
          problems.error(
            .duplicateID,
            "the evidence '\(position.id)' is given twice",
            at: location,
            path: "positions.\(position.id)"
          )
          continue
        }
        evidence.append(position)
      }
    }
    return evidence
  }

  private func positions(of path: String, from place: Location) -> [(Evidence, Location)] {
    let source: SourceText
    do throws(ScenarioReader.LoadFailure) {
      source = try load(path)
    } catch {
      problems.error(
        .file,
        "cannot read '\(path)': \(error.reason)",
        at: place,
        path: "sources",
        help: error.help
      )
      return []
    }
    let (node, mistakes) = JSON5Reader.read(source)
    for mistake in mistakes { problems.add(mistake) }
    guard let node, let root = ObjectReader(node, path: "", what: "an evidence file", problems)
    else {
      return []
    }
    _ = root.value("$schema")
    checkFormat(root)
    guard let about = root.needed("source"),
      let head = ObjectReader(about, path: "source", what: "'source'", problems)
    else { return [] }
    let title = head.string("title", isNeeded: true) ?? ""
    let kind = head.choice("kind", KindWord.self, isNeeded: true) ?? .article
    for key in ["author", "publisher", "date", "note", "url"] { _ = head.string(key) }
    head.finish()
    let list = root.list("positions", isNeeded: true) ?? []
    root.finish()
    return list.enumerated().compactMap { index, node in
      position(node, "positions[\(index)]", title, kind == .article ? .article : .record)
    }
  }

  private enum KindWord: String, CaseIterable { case article, record }

  private enum Certainty: String, CaseIterable {
    case fact, judgement, quoted, hearsay, document, conditional
  }

  private func position(
    _ node: Node,
    _ path: String,
    _ source: String,
    _ kind: Evidence.Kind
  ) -> (Evidence, Location)? {
    guard let reader = ObjectReader(node, path: path, what: "a position", problems),
      let id = readID(reader, problems)
    else { return nil }
    let evidence = Evidence(
      id: id,
      source: source,
      kind: kind,
      paragraph: reader.integer("paragraph"),
      date: reader.string("date", isNeeded: kind == .record) ?? "",
      holder: reader.string("holder", isNeeded: kind == .article) ?? "",
      saidBy: reader.string("saidBy", isNeeded: kind == .article) ?? "",
      topic: reader.string("topic") ?? "",
      stance: reader.string("stance") ?? "",
      sure: reader.choice("sure", Certainty.self, isNeeded: kind == .article)?.rawValue ?? "",
      says: reader.string("says", isNeeded: true) ?? ""
    )
    _ = reader.string("cite")
    if kind == .article, evidence.paragraph == nil, reader.value("paragraph") == nil {
      _ = reader.needed("paragraph")
    }
    reader.finish()
    return (evidence, reader.value("id")?.location ?? node.location)
  }
}

/// Checks that a file has the format that this program reads.
func checkFormat(_ root: ObjectReader) {
  guard let node = root.needed("format") else { return }
  if case .number(let text) = node.content, Rational(decimal: text) == 1 { return }
  root.problems.error(
    .format,
    "this program reads format 1",
    at: node.location,
    path: "format",
    label: "expected 1"
  )
}

/// The `id` of an object, well formed; nil after reporting what is wrong.
func readID(_ reader: ObjectReader, _ problems: Problems) -> String? {
  guard let node = reader.needed("id") else { return nil }
  guard let id = node.text else {
    reader.wrongType(node, "id", "a string")
    return nil
  }
  checkForm(of: id, joint: "-", at: node.location, path: reader.path(of: "id"), problems)
  return id
}

/// Reports an id or name that is not well formed.
func checkForm(
  of name: String,
  joint: Character,
  at location: Location,
  path: String,
  _ problems: Problems
) {
  guard !isWellFormed(name, joint: joint) else { return }
  let what = joint == "-" ? "an id" : "the name of a parameter"
  let words = joint == "-" ? "hyphens" : "underscores"
  problems.error(
    .malformedID,
    "'\(name)' cannot be \(what)",
    at: location,
    path: path,
    help: "lower-case words and digits joined by \(words)"
  )
}
