import Foundation
import Testing

@Suite("Which modules may know which")
struct ImportsTests {
  /// For each module the modules that it may import: the design's table, from the ground up.
  static let allowed: [String: Set<String>] = [
    "RowKernel": [],
    "GameTheory": ["RowKernel"],
    "Documents": ["Synchronization"],
    "Negotiation": ["GameTheory", "Documents"],
    "Sweeps": ["GameTheory", "Documents", "RowKernel", "Dispatch", "Synchronization"],
    "Analysis": ["GameTheory", "Documents", "Sweeps"],
    "Conformance": ["GameTheory", "Documents", "Sweeps", "Analysis"],
    "Presentation": ["Documents"],
    "detente": [
      "GameTheory", "Documents", "Negotiation", "Sweeps", "Analysis", "Conformance",
      "Presentation", "Dispatch", "Synchronization", "Glibc",
    ],
    "Benchmarks": [
      "GameTheory", "Documents", "Negotiation", "RowKernel", "Sweeps", "Conformance", "Dispatch",
      "Synchronization", "Glibc",
    ],
  ]

  @Test("every import is of a module that stands below", arguments: allowed.keys.sorted())
  func imports(_ module: String) throws {
    let folder = Program.root.appendingPathComponent("Sources/\(module)")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var count = 0
    for case let file as String in files where file.hasSuffix(".swift") {
      count += 1
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count <= 3, let place = words.firstIndex(of: "import"), place <= 1 else {
          continue
        }
        let name = String(words[place + 1])
        #expect(
          ImportsTests.allowed[module]?.contains(name) == true,
          "\(module)/\(file) imports \(name)"
        )
      }
    }
    #expect(count > 0 || module == "RowKernel", "the row kernel alone is in C")
  }

  @Test("every folder of sources is in the table")
  func folders() throws {
    let sources = Program.root.appendingPathComponent("Sources")
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(Set(folders) == Set(ImportsTests.allowed.keys))
  }

  @Test("game theory has no existentials and no untyped throws")
  func embedded() throws {
    let folder = Program.root.appendingPathComponent("Sources/GameTheory")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let code = text.split(separator: "\n").filter {
        !$0.drop { $0 == " " }.hasPrefix("//")
      }.joined(separator: "\n")
      #expect(!code.contains(" any "), "\(file)")
      #expect(code.firstMatch(of: /throws(?!\()/) == nil, "\(file)")
    }
  }
}
