import Foundation
import TestSupport
import Testing

@Suite("JSON says the same by the same names in all commands on talks, coalitions and stability")
struct AnswerFormTests {
  /// Few decisions are left open.
  private static let held = [
    "us-accord=carry-out", "bases=ease", "broker=broker", "ru-accord=carry-out", "pyongyang=press",
    "finance=withhold", "defence=front", "tmd=join", "posture=restraint",
  ].flatMap { ["--fix", $0] }

  private static let answers: [[String]] = [
    ["bargain", "--lotteries", "--weights", "us=2"], ["bargain", "--disagreement", "security"],
    ["negotiate", "--rounds", "5"], ["negotiate", "--negotiators", "hard-headed", "--rounds", "2"],
    ["negotiate", "--mediated"], ["negotiate", "--as", "us", "--rounds", "3"],
    ["negotiate", "--tournament", "--strategies", "boulware,conceder", "--rounds", "4"],
    ["coalitions", "--exchange", "us=1,russia=1,china=1,north-korea=1,japan=1"],
    ["coalitions", "--at", "nmd=deploy"],
    ["stability", "--decisions", "missiles,launches", "--horizon", "3"],
    ["stability", "--concept", "seq,gmr", "--make-stable", "status-quo", "--at", "nmd=deploy"],
    ["forecast", "--draws", "5", "--rounds", "--set", "shield.us.position=50:60:80"],
    ["lenses", "--fix", "nmd=defer", "--fix", "launches=refuse"],
  ]

  private func answer(_ words: [String]) throws -> String {
    let path = Program.root.appendingPathComponent("Scenarios/okinawa-2000.json5").path
    let isWhole = words[0] == "forecast" || words.contains("--decisions")
    let scratch = try Scratch()
    let result = try Program.run(
      [words[0], path, "--json", "--quiet"] + words.dropFirst() + (isWhole ? [] : Self.held),
      in: scratch.folder,
      input: "nmd=forgo\npass\naccept\n"
    )
    #expect(result.code <= 1, "\(result.errors)")
    return result.output
  }

  @Test("names, numbers and outcomes have one form", arguments: answers)
  func form(_ words: [String]) throws {
    let text = try answer(words)
    #expect(text.hasPrefix("{\n  \"format\": 1,\n  \"command\": \"\(words[0])\","))
    let members = text.split(separator: "\n").compactMap { Member($0) }
    #expect(members.count > 20)
    let mistakes = Set(zip(members, members.dropFirst()).compactMap { $0.mistake(before: $1) })
    #expect(mistakes.isEmpty, "\(mistakes.sorted().joined(separator: "\n"))")
  }

  @Test("talks say how they were held, what came of them, and what stands without an agreement")
  func talks() throws {
    let standing = try members(["bargain"])["disagreement"] as? NSDictionary
    #expect(standing?["kind"] as? String == "outcome" && standing?["words"] is String)
    for (words, mode, isAgreed) in [
      (["--rounds", "2"], "talks", false), (["--mediated"], "mediated", true),
      (["--as", "us", "--rounds", "3"], "seat", true),
      (["--tournament", "--strategies", "boulware", "--rounds", "4"], "tournament", nil),
    ] {
      let answer = try members(["negotiate"] + words)
      #expect(answer["mode"] as? String == mode)
      #expect((answer["roundLimit"] == nil) == (mode == "mediated"), "\(words)")
      let agreement = answer["agreement"]
      #expect((agreement == nil) == (isAgreed == nil), "\(words)")
      if isAgreed == false { #expect(agreement is NSNull, "\(words)") }
      if isAgreed == true {
        #expect((agreement as? NSDictionary)?["payoffs"] is NSDictionary, "\(words)")
      }
      #expect(answer["disagreement"] as? NSDictionary == standing, "\(words)")
    }
  }

  private func members(_ words: [String]) throws -> [String: Any] {
    let tree = try JSONSerialization.jsonObject(with: Data(try answer(words).utf8))
    return try #require(tree as? [String: Any])
  }
}

/// A line of printed JSON that names a member.
private struct Member {
  let name: Substring
  /// What stands on the line after the colon: a value, or the beginning of one.
  let value: Substring

  /// Members whose value is a word from a list, which is written as on the command line.
  private static let enumerated: Set<Substring> = [
    "mode", "end", "action", "kind", "ground", "solution", "concept", "model", "family", "lens",
    "conflict", "victory", "voting", "by",
  ]

  /// Names that something has by another name elsewhere.
  private static let retired: Set<Substring> = [
    "does", "places", "what", "reading", "ending", "number", "limit", "games", "votes", "packages",
    "swings", "winning", "strict", "efficient", "accepted", "moves",
  ]

  init?(_ line: Substring) {
    guard let parts = line.firstMatch(of: /^ *"([^"]+)": (.*?),?$/) else { return nil }
    name = parts.1
    value = parts.2
  }

  /// What is wrong with it, given the member after it.
  func mistake(before next: Member) -> String? {
    let isTruth = value == "true" || value == "false"
    let isFine =
      switch name {
      case "outcomes", "rounds", "coalition", "players": value.hasPrefix("[") || value == "null"
      case "outcome": value == "null" || next.name == "words" || next.name == "changes"
      case "tolerance", "gap", "weight": value == "{" || value == "null"
      case _ where name.hasSuffix("Count"): isNumber || value == "null"
      case _ where name.firstMatch(of: /^is[A-Z]/) != nil: isTruth || value == "null"
      case _ where Member.enumerated.contains(name) && value.hasPrefix("\""):
        value.wholeMatch(of: /"[a-z0-9-]+"/) != nil
      // What an outcome is by each concept.
      case _ where isTruth: name.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil
      default: !Member.retired.contains(name)
      }
    return isFine ? nil : "\(name): \(value)"
  }

  private var isNumber: Bool { value.wholeMatch(of: /"?[0-9]+"?/) != nil }
}
