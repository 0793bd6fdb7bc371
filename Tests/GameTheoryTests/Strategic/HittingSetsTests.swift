import GameTheory
import TestSupport
import Testing

@Suite("Sets that meet others")
struct HittingSetsTests {
  @Test("All smallest ones are found, as by trying every set")
  func againstTrying() {
    let found = failures(seeds: 300) { random in
      let count = random.int(in: 1...7)
      let sets = (0..<random.int(in: 0...6)).map { _ in
        UInt32(random.int(in: 1...(1 << count) - 1))
      }
      let meeting = (0..<UInt32(1) << UInt32(count)).filter { candidate in
        sets.allSatisfy { $0 & candidate != 0 }
      }
      let size = meeting.map { $0.nonzeroBitCount }.min()
      let expected = meeting.filter { $0.nonzeroBitCount == size }
      let answer = HittingSets.smallest(meeting: sets, among: count)
      return answer == expected ? nil : "\(sets): \(answer), not \(expected)"
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test("Where nothing is to be met the empty set does")
  func nothing() {
    #expect(HittingSets.smallest(meeting: [], among: 0) == [0])
    #expect(HittingSets.smallest(meeting: [], among: 5) == [0])
  }
}
