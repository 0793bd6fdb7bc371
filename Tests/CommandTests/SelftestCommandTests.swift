import Foundation
import Testing

@Suite("Reference cases on the command line")
struct SelftestCommandTests {
  private let good = """
    { "payoff_policies_x_scenarios": [[0, 4], [2, 3]], "maximin": [0, 2] }
    """

  @Test("the own set passes anywhere")
  func own() throws {
    let scratch = try Scratch()
    let result = try Program.run(["selftest"], in: scratch.folder)
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    #expect(result.errors == "")
    #expect(result.output.contains(" 0 failed"))
    let json = try Program.run(["selftest", "--json"], in: scratch.folder)
    #expect(json.code == 0)
    #expect(json.output.hasPrefix("{\n  \"format\": 1,\n  \"command\": \"selftest\""))
  }

  @Test("a wrong case fails with 1, an unknown family is skipped, a broken file is named")
  func cases() throws {
    let scratch = try Scratch()
    let sub = scratch.folder.appendingPathComponent("deeper")
    try FileManager.default.createDirectory(at: sub, withIntermediateDirectories: true)
    try scratch.write(good, to: "deeper/robustness.json")
    try scratch.write("{ \"family\": \"diplomacy\" }", to: "b.json")
    try scratch.write("no case", to: "README")
    let passed = try Program.run(["selftest", "."], in: scratch.folder)
    #expect(passed.code == 0)
    #expect(passed.output.contains("1 passed, 0 failed, 1 skipped"))
    try scratch.write(good.replacingOccurrences(of: "2] }", with: "1] }"), to: "robustness2.json")
    let failed = try Program.run(["selftest", scratch.folder.path])
    #expect(failed.code == 1)
    #expect(
      failed.output.contains("robustness2.json: maximin: value 2: 2.0 where the case has 1.0")
    )
    try scratch.write("{", to: "broken.json")
    let broken = try Program.run(["selftest", "."], in: scratch.folder)
    #expect(broken.code == 1)
    #expect(broken.output.contains("broken.json: reading the file: "))
    let alone = try Program.run(["selftest", "broken.json"], in: scratch.folder)
    #expect(alone.code == 65)
  }

  @Test("where no family is known nothing was checked, which is neither yes nor no")
  func nothingChecked() throws {
    let scratch = try Scratch()
    try scratch.write("{ \"family\": \"telepathy\", \"cases\": [] }", to: "a.json")
    try scratch.write("{}", to: "b.json5")
    let result = try Program.run(["selftest", "."], in: scratch.folder)
    #expect(result.code == 2)
    #expect(result.output.contains("telepathy") && result.output.contains("0 passed"))
    #expect(result.errors.hasPrefix("nothing was checked: ") && result.errors.contains("lhs"))
    let json = try Program.run(["selftest", ".", "--json"], in: scratch.folder)
    #expect(json.code == 2)
    #expect(json.output.contains("\"passed\": false,\n  \"checked\": 0,"))
    try scratch.write(good, to: "robustness.json")
    let some = try Program.run(["selftest", ".", "--json"], in: scratch.folder)
    #expect(some.code == 0 && some.errors == "")
    #expect(some.output.contains("\"passed\": true,\n  \"checked\": 1,"))
  }

  @Test("each folder that is named must have a case")
  func emptyFolders() throws {
    let scratch = try Scratch()
    for name in ["full", "empty", "other"] {
      let folder = scratch.folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try scratch.write(good, to: "full/robustness.json")
    try scratch.write("none", to: "other/notes.txt")
    let result = try Program.run(["selftest", "full", "empty", "other"], in: scratch.folder)
    #expect(result.code == 66 && result.output == "")
    #expect(
      result.errors
        == "detente selftest: error: 'empty' holds no file that ends in .json or .json5\n"
        + "detente selftest: error: 'other' holds no file that ends in .json or .json5\n"
    )
  }

  @Test("what is not there cannot be read")
  func missing() throws {
    let scratch = try Scratch()
    let result = try Program.run(["selftest", "none"], in: scratch.folder)
    #expect(result.code == 66)
    #expect(
      result.errors == "detente selftest: error: cannot read 'none': no such file or directory\n"
    )
    #expect(try Program.run(["selftest", "."], in: scratch.folder).code == 66)
  }
}
