import Sweeps
import Testing

@Suite("Values worked out by several threads")
struct ParallelMapTests {
  @Test("values come in order, whoever works them out", arguments: [1, 2, 5, 64])
  func order(threads: Int) {
    for count in [0, 1, 7, 8, 9, 100, 1001] {
      let found = ParallelMap.values(count: count, threads: threads) { $0 * $0 }
      #expect(found == (0..<count).map { $0 * $0 })
    }
  }
}
