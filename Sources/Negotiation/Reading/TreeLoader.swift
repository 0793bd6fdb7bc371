import Documents

/// Loads a scenario file with all that it inherits, and merges them into one tree.
struct TreeLoader {
  /// A merged scenario.
  struct Tree {
    /// The merged object, without `from`, `sources` and inherited claims.
    var root: Node
    /// The files inherited from, nearest first.
    var parents: [String] = []
    /// The evidence files, each with the place that names it.
    var sources: [(path: String, location: Location)] = []
    /// The claims of the files inherited from.
    var inheritedClaims: [Node] = []
  }

  let load: (String) throws(ScenarioReader.LoadFailure) -> SourceText
  let problems: Problems
  private(set) var isUnreadable = false

  init(
    load: @escaping (String) throws(ScenarioReader.LoadFailure) -> SourceText,
    problems: Problems
  ) {
    self.load = load
    self.problems = problems
  }

  /// Reads the tree of a file; nil after reporting why there is none.
  mutating func tree(_ path: String) -> Tree? {
    tree(path, from: nil, below: [])
  }

  private mutating func tree(_ path: String, from place: Location?, below: [String]) -> Tree? {
    if below.contains(path) {
      let chain = (below[(below.firstIndex(of: path) ?? 0)...] + [path]).joined(separator: " from ")
      problems.error(
        .inheritanceCycle,
        "the scenario inherits from itself",
        at: place,
        path: "from",
        help: chain
      )
      return nil
    }
    guard let source = text(path, from: place) else { return nil }
    let (node, mistakes) = JSON5Reader.read(source)
    for mistake in mistakes { problems.add(mistake) }
    guard let node else { return nil }
    guard case .object(let members) = node.content else {
      problems.error(
        .type,
        "a scenario is an object, found \(node.kind)",
        at: node.location,
        label: "expected {"
      )
      return nil
    }
    var own = Tree(root: node)
    own.sources = sources(members, of: path)
    guard let from = members.first(where: { $0.key == "from" }) else {
      own.root = node.removing(["from", "sources"])
      return own
    }
    guard case .string(let relative) = from.value.content else {
      problems.error(
        .type,
        "'from' is the path of a file, found \(from.value.kind)",
        at: from.value.location,
        path: "from",
        label: "expected a string"
      )
      return nil
    }
    problems.checkCharacters(of: relative, at: from.value.location, path: "from")
    if relative.isEmpty {
      problems.error(
        .file,
        "'from' names no file",
        at: from.value.location,
        path: "from",
        help: "leave it out where nothing is inherited"
      )
    }
    if problems.hasErrors, relative.isEmpty || relative.contains("\0") { return nil }
    let parentPath = resolved(relative, against: path)
    guard
      var parent = tree(parentPath, from: from.value.location, below: below + [path])
    else { return nil }
    if let claims = parent.root.member("claims")?.value, case .array(let list) = claims.content {
      parent.inheritedClaims += list
    }
    let merger = TreeMerger(problems: problems)
    let merged = merger.merge(
      node.removing(["from", "sources"]),
      into: parent.root.removing(["claims"]),
      path: ""
    )
    return Tree(
      root: merged,
      parents: [parentPath] + parent.parents,
      sources: parent.sources + own.sources,
      inheritedClaims: parent.inheritedClaims
    )
  }

  private mutating func text(_ path: String, from place: Location?) -> SourceText? {
    do throws(ScenarioReader.LoadFailure) {
      return try load(path)
    } catch {
      isUnreadable = isUnreadable || place == nil
      problems.error(
        .file,
        "cannot read '\(path)': \(error.reason)",
        at: place,
        path: place == nil ? "" : "from",
        help: error.help
      )
      return nil
    }
  }

  private func sources(
    _ members: [Node.Member],
    of path: String
  ) -> [(path: String, location: Location)] {
    guard let sources = members.first(where: { $0.key == "sources" })?.value else { return [] }
    guard case .array(let list) = sources.content else {
      problems.error(
        .type,
        "'sources' is a list of files, found \(sources.kind)",
        at: sources.location,
        path: "sources",
        label: "expected ["
      )
      return []
    }
    return list.enumerated().compactMap { index, node in
      guard case .string(let relative) = node.content else {
        problems.error(
          .type,
          "a source is the path of a file, found \(node.kind)",
          at: node.location,
          path: "sources[\(index)]",
          label: "expected a string"
        )
        return nil
      }
      return (resolved(relative, against: path), node.location)
    }
  }
}

/// A path relative to the folder of a file, tidied of `.` and `..`.
func resolved(_ relative: String, against file: String) -> String {
  if relative.hasPrefix("/") { return relative }
  var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
    String.init
  )
  for part in relative.split(separator: "/") {
    if part == "." { continue }
    if part == "..", let last = parts.last, last != "..", last != ".", !last.isEmpty {
      parts.removeLast()
    } else {
      parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}

// MARK: - Trees

extension Node {
  /// What kind of value it is, for messages.
  var kind: String {
    switch content {
    case .null: "null"
    case .bool(let value): String(value)
    case .number(let text): "the number \(text)"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The member with a key, where the node is an object that has it.
  func member(_ key: String) -> Member? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }
  }

  /// The text, where the node is a string.
  var text: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// The object without some of its keys.
  func removing(_ keys: [String]) -> Node {
    guard case .object(let members) = content else { return self }
    return Node(.object(members.filter { !keys.contains($0.key) }), at: location)
  }

  /// The id of a list element: its `id`.
  var id: String? { member("id")?.value.text }
}
