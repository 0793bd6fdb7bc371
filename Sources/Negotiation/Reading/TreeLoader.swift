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
    guard !isCycle(path, from: place, below: below), let node = object(path, from: place) else {
      return nil
    }
    let rest = node.removing(["from", "sources"])
    let sources = sources(node, of: path)
    guard let from = node.member("from")?.value else { return Tree(root: rest, sources: sources) }
    guard let relative = relativePath(from) else { return nil }
    let parentPath = resolved(relative, against: path)
    guard var parent = tree(parentPath, from: from.location, below: below + [path]) else {
      return nil
    }
    if let claims = parent.root.member("claims")?.value, case .array(let list) = claims.content {
      parent.inheritedClaims += list
    }
    let merger = TreeMerger(problems: problems)
    return Tree(
      root: merger.merge(rest, into: parent.root.removing(["claims"]), path: ""),
      parents: [parentPath] + parent.parents,
      sources: parent.sources + sources,
      inheritedClaims: parent.inheritedClaims
    )
  }

  /// Whether a file is one of those that are being read because they inherit from it.
  private func isCycle(_ path: String, from place: Location?, below: [String]) -> Bool {
    guard let first = below.firstIndex(of: path) else { return false }
    problems.error(
      .inheritanceCycle,
      "the scenario inherits from itself",
      at: place,
      path: "from",
      help: (below[first...] + [path]).joined(separator: " from ")
    )
    return true
  }

  /// The object in a file; nil after reporting why there is none.
  private mutating func object(_ path: String, from place: Location?) -> Node? {
    guard let source = text(path, from: place) else { return nil }
    let (node, mistakes) = JSON5Reader.read(source)
    for mistake in mistakes { problems.add(mistake) }
    guard let node else { return nil }
    guard case .object = node.content else {
      problems.error(
        .type,
        "a scenario is an object, found \(node.kind)",
        at: node.location,
        label: "expected {"
      )
      return nil
    }
    return node
  }

  /// The path of the file inherited from; nil after reporting why there is none.
  private func relativePath(_ from: Node) -> String? {
    guard case .string(let relative) = from.content else {
      problems.error(
        .type,
        "'from' is the path of a file, found \(from.kind)",
        at: from.location,
        path: "from",
        label: "expected a string"
      )
      return nil
    }
    problems.checkCharacters(of: relative, at: from.location, path: "from")
    if relative.isEmpty {
      problems.error(
        .file,
        "'from' names no file",
        at: from.location,
        path: "from",
        help: "leave it out where nothing is inherited"
      )
    }
    return problems.hasErrors && (relative.isEmpty || relative.contains("\0")) ? nil : relative
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
    _ node: Node,
    of path: String
  ) -> [(path: String, location: Location)] {
    guard let sources = node.member("sources")?.value else { return [] }
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
