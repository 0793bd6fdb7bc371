import Foundation
import Testing

@Suite("The price of a deal, at the command line")
struct DealCommandTests {
  private func run(
    _ words: [String],
    scenario: String = "Scenarios/okinawa-2000.json5"
  ) throws -> Program.Result {
    try Program.run(["deal", scenario] + words)
  }

  /// The output without its line breaks.
  private func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test("A partial target is completed, and each part of the answer is told")
  func partial() throws {
    let result = try run(["--target", "missiles=scrap,launches=offer"])
    #expect(result.code == 0)
    for part in [
      "the cheapest of 3072 outcomes with that", "launches=refuse", "+1.05",
      "the United States 1.05 and Japan 0.875", "there is no total",
      "1.05 × us + 0.875 × japan is at most", "Other completions that ask less of somebody",
      "Once bound to launches=offer, the United States is willing.", "stakes.us.launch-bill",
      "Without any payment every player is better off than at the equilibrium.",
    ] {
      #expect(words(result.output).contains(part), "\(part) in \(result.output)")
    }
    let json = try run(["--target", "missiles=scrap,launches=offer", "--json"]).output
    #expect(json.contains("\"exact\": \"21/20\""))
    #expect(json.contains("\"totals\": null"))
    let csv = try run(["--target", "missiles=scrap,launches=offer", "--format", "csv"]).output
    #expect(csv.contains("\nus,1.15,launches=refuse,1.05,1.05,0,-1.725,-11.45,launches,1.5\n"))
  }

  @Test("What holds by itself is told to be an equilibrium")
  func equilibrium() throws {
    let result = try run(["--target", "nmd=defer"])
    #expect(
      result.output.contains("Nobody gains by leaving: it is an equilibrium as things are."),
      "\(result.output)"
    )
    #expect(!result.output.contains("inducements, in each"))
  }

  @Test("With rates of exchange there are totals, and transfers that leave nobody worse off")
  func totals() throws {
    let scratch = try Scratch()
    let text = """
      {
        from: "\(Program.root.path)/Scenarios/okinawa-2000.json5", title: "With money",
        exchange: {
          unit: "shells", because: ["assumption: a point is a shell to everybody"],
          rates: { us: 1, russia: 1, china: 1, "north-korea": 1, japan: 1 },
        },
      }
      """
    let path = scratch.path("money.json5")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try run(["--target", "missiles=scrap,launches=offer"], scenario: path)
    #expect(result.code == 0, "\(result.errors)")
    // One needs 1.5 where two would need 1.05 and 0.875.
    for part in [
      "finance=withhold", "In all 1.5 shells.", "could pay it and stay willing",
      "Transfers that leave nobody worse off than the equilibrium",
    ] {
      #expect(words(result.output).contains(part), "\(part) in \(result.output)")
    }
  }

  @Test(
    "Mistakes are told with how to mend them",
    arguments: [
      ([], "--target DECISION=OPTION"),
      (["--target", ""], "--target needs a value"),
      (["--target", "missiles=scrp"], "'missiles' has no option 'scrp'; did you mean 'scrap'"),
      (["--target", "missile=scrap,nmd=x"], "there is no decision 'missile'"),
      (["--target", "nmd=deploy,nmd=defer"], "'nmd' is given two options"),
      (["--target", "nmd=deploy", "--fix", "nmd=defer"], "'nmd' is held at 'defer' by --fix"),
      (["--target", "nmd=deploy", "--equilibrium", "3"], "there is 1 equilibrium"),
    ]
  )
  func mistakes(words: [String], message: String) throws {
    let result = try run(words)
    #expect(result.code == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
