import Analysis
import TestSupport
import Testing

@Suite("Samples of rows by hash")
struct HashSampleTests {
  private func sample(_ numbers: [Int], capacity: Int) -> HashSample {
    var sample = HashSample(capacity: capacity, width: 2)
    for number in numbers {
      sample.add(number, [Double(number), Double(-number)], isOfInterest: number % 3 == 0)
    }
    return sample
  }

  private let axes = [MarkedPoints.Axis("a"), MarkedPoints.Axis("b")]

  @Test("a sample that holds every row is those rows, by number")
  func whole() {
    let found = sample([4, 2, 9, 0], capacity: 4)
    #expect(found.isWhole)
    let points = found.points(axes: axes)
    #expect(points.columns == [[0, 2, 4, 9], [0, -2, -4, -9]])
    #expect(points.isOfInterest == [true, false, false, true])
  }

  @Test("it does not depend on the order of the rows, and a smaller sample is part of a larger one")
  func order() {
    var random = SplitMix64(seed: 5)
    let straight = sample(Array(0..<3000), capacity: 100)
    let mixed = sample(random.permutation(of: 3000), capacity: 100)
    #expect(!straight.isWhole)
    #expect(straight.offered == 3000)
    let points = straight.points(axes: axes)
    #expect(points.columns == mixed.points(axes: axes).columns)
    #expect(points.isOfInterest == points.columns[0].map { Int($0) % 3 == 0 })
    let larger = sample(Array(0..<3000), capacity: 300).points(axes: axes)
    #expect(Set(points.columns[0]).isSubset(of: Set(larger.columns[0])))
    #expect(points.count == 100)
  }

  @Test("every row is as likely to be in it")
  func evenness() {
    let kept = sample(Array(0..<100_000), capacity: 10_000).points(axes: axes).columns[0]
    for part in 0..<10 {
      let count = kept.filter { Int($0) / 10_000 == part }.count
      // Six standard deviations of a hypergeometric count.
      #expect(abs(count - 1000) < 180, "part \(part)")
    }
  }
}
