import TestSupport
import Testing

@testable import Sweeps

@Suite("Rows of sweeps as text")
struct RowFormatTests {
  private let labels = SweepLabels(
    axes: ["width, in m", "gain"],
    decisions: [(id: "say \"no\"", options: ["a,b", "c"])],
    players: ["one"],
    claims: ["yes"]
  )

  /// A row with two equilibria, one option taken, and one claim that holds at point 3.
  private func text(_ format: RowFormat, _ values: [Double], settled: Int?) -> String {
    var bytes: [UInt8] = []
    let payoffs = [-2.0]
    let claims: [UInt64] = [0b1000]
    let reason = format.append(
      12,
      values.span,
      equilibria: [0, 11],
      settling: format.settlingPart(
        outcome: settled ?? 5,
        cycleLength: settled == nil ? 3 : 0,
        options: [0]
      ),
      payoffs: settled == nil ? nil : payoffs.span,
      claims: claims.span,
      point: 3,
      to: &bytes
    )
    #expect(reason == nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A table quotes names that need it, and leaves out what a cycle does not have")
  func table() {
    let format = RowFormat(.csv, labels)
    #expect(
      String(decoding: format.header, as: UTF8.self)
        == "sample,\"width, in m\",gain,equilibria,equilibrium_outcomes,settled,cycle,"
        + "\"say \"\"no\"\"\",payoff:one,claim:yes,reason\n"
    )
    #expect(text(format, [0.5, 3], settled: 10) == "12,0.5,3,2,0 11,10,0,\"a,b\",-2,1,\n")
    #expect(text(format, [0.5, 3], settled: nil) == "12,0.5,3,2,0 11,,3,,,1,\n")
  }

  @Test("JSON Lines have no header, and null for what a cycle does not have")
  func jsonLines() {
    let plain = SweepLabels(
      axes: ["w", "g"],
      decisions: [(id: "d", options: ["a", "b"])],
      players: ["one"],
      claims: ["yes"]
    )
    let format = RowFormat(.jsonLines, plain)
    #expect(format.header == [])
    #expect(
      text(format, [0.5, 3], settled: 10)
        == "{\"sample\":12,\"w\":0.5,\"g\":3,\"equilibria\":2,\"equilibrium_outcomes\":[0,11],"
        + "\"settled\":10,\"cycle\":0,\"d\":\"a\",\"payoff:one\":-2,\"claim:yes\":true,\"reason\":null}\n"
    )
    #expect(
      text(format, [0.5, 3], settled: nil)
        == "{\"sample\":12,\"w\":0.5,\"g\":3,\"equilibria\":2,\"equilibrium_outcomes\":[0,11],"
        + "\"settled\":null,\"cycle\":3,\"d\":null,\"payoff:one\":null,\"claim:yes\":true,\"reason\":null}\n"
    )
  }

  @Test("Numbers are the shortest decimals that read back, whole ones without a point")
  func numbers() {
    let wrong = failures(seeds: 500) { random in
      let value =
        random.oneIn(2)
        ? Double(random.int(in: -5000...5000)) / 50 : Double(bitPattern: random.next())
      guard value.isFinite else { return nil }
      let line = text(RowFormat(.csv, labels), [value, 0], settled: nil)
      let field = String(line.split(separator: ",")[1])
      guard Double(field) == value, !field.hasSuffix(".0") else { return "\(value) as \(field)" }
      return nil
    }
    #expect(wrong == [])
    #expect(text(RowFormat(.csv, labels), [-0.0, 1e16], settled: nil).contains("-0,1e+16"))
  }
}
