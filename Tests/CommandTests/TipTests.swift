import Testing

@Suite("What tips")
struct TipTests {
  private func run(_ words: [String]) throws -> Program.Result {
    try Program.run(["tip", "Scenarios/okinawa-2000.json5"] + words)
  }

  @Test("Along one number every change is told, as fractions where that is asked for")
  func alongOne() throws {
    let result = try run(["--vary", "neutralise_russia", "--exact"])
    #expect(result.code == 0)
    for part in [
      "at 0.142857 (1/7)", "at 5.333333 (16/3)", "at 6.461538 (84/13)",
      "The United States switches: below it goes to bases=ease, above it goes to nmd=deploy",
      "American edge over Russia outweigh",
    ] {
      #expect(result.output.contains(part), "\(result.output)")
    }
    #expect(try run(["--vary", "stakes.us.edge"]).output.contains("at 0.142857\n"))
    let narrow = try run(["--vary", "neutralise_russia=1:2"])
    #expect(narrow.output.contains("Nothing changes within this range."))
    let csv = try run(["--vary", "neutralise_russia", "--format", "csv"]).output
    #expect(
      csv.hasPrefix(
        "from,to,exact_from,exact_to,settled,equilibria,words\n"
          + "0,0.14285714285714285,0/1,1/7,16133,16133,"
      )
    )
    let json = try run(["--vary", "neutralise_russia", "--json"]).output
    #expect(json.contains("\"exact\": \"84/13\""))
  }

  @Test("A number on which no choice depends is told, with a warning")
  func noBearing() throws {
    let result = try run(["--vary", "interests.regional-threat"])
    #expect(result.code == 0)
    #expect(result.errors.contains("nobody's choice depends on 'interests.regional-threat'"))
    #expect(result.output.contains("Nothing changes within this range."))
  }

  @Test("The table has a row for each number, the nearest first")
  func table() throws {
    let csv = try run(["--format", "csv"]).output.split(separator: "\n")
    let changes = csv.dropFirst().compactMap { line -> Double? in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return Double(cells[2])
    }
    #expect(changes.count > 30)
    #expect(changes == changes.sorted())
    #expect(csv.count > 100)
  }

  @Test(
    "Mistakes are told with how to mend them",
    arguments: [
      ("shield_work", "shield_works"), ("opening_worth=4:2", "is empty"),
      ("shield_works=0:2", "0:1; 0:2 goes beyond"), ("shield_works=1", "=lo:hi, not"),
    ]
  )
  func mistakes(_ word: String, _ part: String) throws {
    let result = try run(["--vary", word])
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(part), "\(result.errors)")
  }
}
