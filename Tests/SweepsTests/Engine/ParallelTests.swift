import Sweeps
import Testing

@Suite("Work by several threads")
struct ParallelTests {
  @Test("values come in order, whoever works them out", arguments: [1, 2, 5, 64])
  func order(threads: Int) {
    for count in [0, 1, 7, 8, 9, 100, 1001] {
      let found = Parallel.map(count: count, threads: threads) { $0 * $0 }
      #expect(found == (0..<count).map { $0 * $0 })
    }
  }

  @Test("each number is added once, at any number of threads", arguments: [1, 2, 5, 64])
  func sums(threads: Int) {
    for count in [0, 1, 8, 1001] {
      let found = Parallel.fold(
        count: count,
        threads: threads,
        (sum: 0, squares: 0, count: 0),
        { $0 = ($0.sum + $1, $0.squares + $1 * $1, $0.count + 1) },
        { $0 = ($0.sum + $1.sum, $0.squares + $1.squares, $0.count + $1.count) }
      )
      #expect(found.sum == (0..<count).reduce(0, +) && found.count == count)
      #expect(found.squares == (0..<count).reduce(0) { $0 + $1 * $1 })
    }
  }
}
