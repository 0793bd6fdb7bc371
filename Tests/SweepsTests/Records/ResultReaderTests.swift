import Documents
import TestSupport
import Testing

@testable import Sweeps

@Suite("Results of sweeps, read row by row")
struct ResultReaderTests {
  @Test("what rows say is read back, from a table and from JSON Lines, in pieces of any size")
  func roundTrip() throws {
    let wrong = try failures(seeds: 300) { random in
      let result = RandomResult(&random)
      let reader = try reader(result.text, &random)
      guard reader.columns.map({ $0.name }) == result.names else { return "columns" }
      for expected in result.rows {
        guard try reader.next() else { return "a row is missing" }
        let row = reader.row
        guard row.sample == expected.sample, row.reason == nil else { return "sample" }
        guard row.values == expected.values.map({ .number($0) }) else { return "values" }
        guard row.equilibriumCount == expected.equilibria.count,
          row.equilibria == expected.equilibria
        else { return "equilibria of \(row.sample)" }
        guard row.settled == expected.settled, row.cycleLength == expected.cycleLength else {
          return "where play settles"
        }
        let options = row.options.enumerated().map { decision, option in
          option.map { reader.options[decision][$0] }
        }
        guard options == expected.options else { return "options \(options)" }
        guard row.payoffs == expected.payoffs else { return "payoffs" }
        guard row.claims == expected.claims.map({ $0 }) else { return "claims" }
      }
      return try reader.next() ? "a row too many" : nil
    }
    #expect(wrong == [])
  }

  @Test("columns that are not asked for stay empty")
  func choice() throws {
    let wrong = try failures(seeds: 100) { random in
      let result = RandomResult(&random)
      let reader = try reader(result.text, &random)
      let mask = random.next()
      reader.choose { mask >> UInt64($0.field % 64) & 1 == 1 }
      func isChosen(_ column: ResultColumn) -> Bool { mask >> UInt64(column.field % 64) & 1 == 1 }
      for expected in result.rows {
        guard try reader.next() else { return "a row is missing" }
        for column in reader.columns {
          let found: Bool
          switch column.kind {
          case .axis: found = reader.row.values[column.position] != nil
          case .equilibriumCount: found = reader.row.equilibriumCount != nil
          case .payoff:
            found = reader.row.payoffs[column.position] != nil
            if expected.payoffs[column.position] == nil, !found { continue }
          case .claim: found = reader.row.claims[column.position] != nil
          default: continue
          }
          if found != isChosen(column) { return "\(column.name)" }
        }
      }
      return nil
    }
    #expect(wrong == [])
  }

  private func reader(_ text: [UInt8], _ random: inout SplitMix64) throws -> ResultReader {
    let piece = random.element(of: [1, 7, 100, 1 << 16])
    var place = 0
    return try ResultReader(name: "r.csv") { buffer in
      let count = min(piece, text.count - place, buffer.count)
      buffer.copyBytes(from: text[place..<place + count])
      place += count
      return count
    }
  }
}
