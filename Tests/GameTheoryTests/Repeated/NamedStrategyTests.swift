import TestSupport
import Testing

@testable import GameTheory

@Suite("Named strategies of the repeated dilemma")
struct NamedStrategyTests {
  private static let axelrod = DilemmaPayoffs(temptation: 5, reward: 3, punishment: 1, sucker: 0)

  private static let byName = Dictionary(
    RepeatedStrategy.named.map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  private static func plays(_ text: String) -> [Play] {
    text.map { $0 == "C" ? .cooperate : .defect }
  }

  /// The last so many plays against given turns, as a hexadecimal number of as many digits as the library's.
  private static func digits(
    _ strategy: RepeatedStrategy,
    _ text: String,
    last: Int
  ) -> String {
    let other = RepeatedStrategy("", cycling: plays(text))
    let match = RepeatedMatch(strategy, other, turns: text.count, payoffs: axelrod)
    let number = match.history.own.suffix(last).reduce(UInt64(0)) {
      2 * $0 + UInt64($1.rawValue)
    }
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: last / 4 - digits.count) + digits
  }

  /// The line of a strategy as the library has it.
  private static func line(_ strategy: RepeatedStrategy) throws -> String {
    var words = [
      strategy.name, digits(strategy, LibraryPlays.mixed, last: 60),
      digits(strategy, LibraryPlays.late, last: 40),
    ]
    for name in LibraryPlays.opponents {
      let other = try #require(byName[name])
      let match = RepeatedMatch(strategy, other, turns: 150, payoffs: axelrod)
      words.append(String(match.history.ownCooperations))
    }
    return words.joined(separator: " ")
  }

  @Test("Each strategy plays as the Axelrod library's of that name")
  func library() throws {
    let lines = LibraryPlays.lines.split(separator: "\n").map(String.init)
    let names = lines.map { $0.prefix { $0 != " " } }
    #expect(names == RepeatedStrategy.named.map { $0.name[...] }.sorted())
    for (name, line) in zip(names, lines) {
      let strategy = try #require(Self.byName[String(name)])
      #expect(try Self.line(strategy) == line)
    }
  }

  @Test("What a strategy does after a history is what it does in a match that has come so far")
  func histories() {
    let wrong = failures(seeds: 12) { random in
      let turns = random.int(in: 1...40)
      let cooperation = random.int(in: 1...9)
      let text = (0..<turns).map { _ in random.int(in: 0...9) < cooperation ? "C" : "D" }.joined()
      let other = RepeatedStrategy("", cycling: Self.plays(text))
      let terms = MatchTerms(turns: turns, payoffs: Self.axelrod)
      for strategy in RepeatedStrategy.named {
        let match = RepeatedMatch(strategy, other, turns: turns, payoffs: Self.axelrod)
        let (own, answers) = (match.history.own, match.history.other)
        let turn = random.int(in: 0...turns - 1)
        let part = PlayHistory(
          own: Array(own.prefix(turn)),
          other: Array(answers.prefix(turn)),
          terms: terms
        )
        guard strategy.play(after: part) == own[turn] else {
          return "\(strategy.name) after \(turn) turns of \(text)"
        }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("Some strategies go by the end of the match and by its payoffs, where they know them")
  func terms() throws {
    // By hand: it copies, and it defects in the last turn only where it knows which that is.
    let copied = RepeatedMatch(.alexei, .cooperator, turns: 4, payoffs: Self.axelrod).history.own
    #expect(copied == Self.plays("CCCD"))
    #expect(RepeatedStrategy.alexei.play(after: PlayHistory(own: [], other: [])) == .cooperate)
    let stabbed = RepeatedMatch(.backStabber, .cooperator, turns: 5, payoffs: Self.axelrod)
    #expect(stabbed.history.own == Self.plays("CCCDD"))
    // Six cooperations pay 6 R, five defections 5 T, against one that cooperates.
    for (reward, play) in [(3, Play.defect), (4, .defect), (5, .cooperate)] {
      let payoffs = DilemmaPayoffs(
        temptation: 5,
        reward: Rational(reward),
        punishment: 1,
        sucker: 0
      )
      let match = RepeatedMatch(.adaptive, .cooperator, turns: 12, payoffs: payoffs)
      #expect(match.history.own == Self.plays("CCCCCCDDDDD") + [play])
    }
  }

  @Test("Histories count")
  func counts() {
    let wrong = failures(seeds: 50) { random in
      let plays = (0..<random.int(in: 0...30)).map { _ in
        (random.oneIn(2) ? Play.defect : .cooperate, random.oneIn(3) ? Play.defect : .cooperate)
      }
      let history = PlayHistory(own: plays.map(\.0), other: plays.map(\.1))
      func count(_ own: Play, _ other: Play) -> Int { plays.count { $0 == (own, other) } }
      let (losses, gains) = (count(.cooperate, .defect), count(.defect, .cooperate))
      let both = count(.defect, .defect)
      let isRight =
        history.losses == losses && history.gains == gains && history.mutualDefections == both
        && history.otherDefections == losses + both && history.ownDefections == gains + both
        && history.otherCooperations == plays.count - losses - both
        && history.ownCooperations == plays.count - gains - both
      return isRight ? nil : "\(plays)"
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
