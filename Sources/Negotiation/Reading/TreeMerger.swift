import Documents

/// Puts what a scenario states over what it inherits.
///
/// Objects merge key by key and lists of objects with ids element by element; null deletes a key, and
/// `delete: true` an element; any other value replaces.
struct TreeMerger {
  let problems: Problems

  /// The merged tree.
  func merge(_ child: Node, into parent: Node, path: String) -> Node {
    switch (parent.content, child.content) {
    case (.object(let own), .object(let others)):
      Node(.object(merge(others, into: own, path: path)), at: child.location)
    case (.array(let own), .array(let others))
    where !others.isEmpty && (own + others).allSatisfy { $0.id != nil }:
      Node(.array(merge(others, into: own, path: path)), at: child.location)
    default: child
    }
  }

  private func merge(
    _ others: [Node.Member],
    into own: [Node.Member],
    path: String
  ) -> [Node.Member] {
    var members = own
    for other in others {
      let path = path.isEmpty ? other.key : "\(path).\(other.key)"
      let index = members.firstIndex { $0.key == other.key }
      if case .null = other.value.content {
        if let index {
          members.remove(at: index)
        } else {
          reportMissing(other.key, among: own.map { $0.key }, at: other.keyLocation, path: path)
        }
      } else if let index {
        let merged = merge(other.value, into: members[index].value, path: path)
        members[index] = Node.Member(
          key: other.key,
          keyLocation: other.keyLocation,
          value: merged
        )
      } else {
        members.append(other)
      }
    }
    return members
  }

  private func merge(_ others: [Node], into own: [Node], path: String) -> [Node] {
    var elements = own
    for other in others {
      let id = other.id ?? ""
      let path = "\(path).\(id)"
      let index = elements.firstIndex { $0.id == id }
      if let deletion = other.member("delete") {
        guard isTrue(deletion, path: path) else { continue }
        reportSurplus(in: other, path: path)
        if let index {
          elements.remove(at: index)
        } else {
          let known = elements.compactMap { $0.id }
          let place = other.member("id")?.value.location ?? other.location
          reportMissing(id, among: known, at: place, path: path)
        }
      } else if let index {
        elements[index] = merge(other, into: elements[index], path: path)
      } else {
        elements.append(other)
      }
    }
    return elements
  }

  private func reportMissing(
    _ name: String,
    among known: [String],
    at location: Location,
    path: String
  ) {
    problems.error(
      .deletion,
      "'\(name)' is not inherited, so it cannot be deleted",
      at: location,
      path: path,
      help: didYouMean(name, among: known)
    )
  }

  private func isTrue(_ deletion: Node.Member, path: String) -> Bool {
    if case .bool(true) = deletion.value.content { return true }
    problems.error(
      .deletion,
      "'delete' is true, found \(deletion.value.kind)",
      at: deletion.value.location,
      path: "\(path).delete",
      help: "leave the element out to keep it"
    )
    return false
  }

  private func reportSurplus(in node: Node, path: String) {
    guard case .object(let members) = node.content else { return }
    for member in members where member.key != "id" && member.key != "delete" {
      problems.error(
        .deletion,
        "an element that is deleted has no '\(member.key)'",
        at: member.keyLocation,
        path: "\(path).\(member.key)"
      )
    }
  }
}
