import GameTheory
import Sweeps

/// A sample of rows that come one by one, which depends on the rows' own numbers only.
///
/// It keeps the rows whose numbers have the smallest hashes: as good as a random sample without
/// replacement, and the same in whatever order, or on whatever machine, the rows are read. While there are
/// no more rows than it holds, it holds them all.
///
/// - Source: Broder, On the resemblance and containment of documents (1997): bottom-k sketches.
public struct HashSample: Sendable {
  /// How many rows it holds at most.
  public let capacity: Int
  /// How many rows have been offered.
  public private(set) var offered = 0

  private let width: Int
  private var values: [Double] = []
  private var marks: [Bool] = []
  private var numbers: [Int] = []
  /// A heap with the largest hash on top, each with the place of its row.
  private var heap: [(hash: UInt64, place: Int32)] = []

  private static let seed: UInt64 = 0x6469_7363_6F76_6572

  /// Creates an empty sample for rows of `width` values; `capacity` is at least 1 and below
  /// ``MarkedPoints/limit``.
  public init(capacity: Int, width: Int) {
    self.capacity = min(max(1, capacity), MarkedPoints.limit - 1)
    self.width = width
  }

  /// Whether it holds every row that was offered.
  public var isWhole: Bool { offered <= capacity }

  /// Offers a row: its number, which no other row has, its values, and whether it is of interest.
  ///
  /// - Complexity: O(log *capacity*) at worst, O(1) mostly.
  public mutating func add(_ number: Int, _ row: [Double], isOfInterest: Bool) {
    offered += 1
    let hash = CounterRandom.bits(
      seed: HashSample.seed,
      row: UInt64(truncatingIfNeeded: number),
      column: 0
    )
    if heap.count < capacity {
      values += row
      marks.append(isOfInterest)
      numbers.append(number)
      heap.append((hash, Int32(heap.count)))
      rise(heap.count - 1)
    } else if hash < heap[0].hash {
      let place = Int(heap[0].place)
      for column in 0..<width { values[place * width + column] = row[column] }
      marks[place] = isOfInterest
      numbers[place] = number
      heap[0].hash = hash
      sink(0)
    }
  }

  /// The rows that it holds, in ascending order of their numbers.
  public func points(axes: [MarkedPoints.Axis]) -> MarkedPoints {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    return MarkedPoints(
      axes: axes,
      columns: (0..<width).map { column in order.map { values[$0 * width + column] } },
      isOfInterest: order.map { marks[$0] }
    )
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0, heap[index].hash > heap[(index - 1) / 2].hash {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var largest = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && heap[child].hash > heap[largest].hash {
        largest = child
      }
      guard largest != index else { return }
      heap.swapAt(index, largest)
      index = largest
    }
  }
}
