import Analysis
import Sweeps

/// Turns the values of rows into numbers, words into their place among the words of their axis.
struct AxisValues {
  /// The values of the row that was loaded last, by axis.
  private(set) var numbers: [Double]
  private let names: [String]
  private var words: [[String]?]

  init(_ columns: [ResultColumn]) {
    names = columns.map { $0.name }
    words = [[String]?](repeating: nil, count: columns.count)
    numbers = [Double](repeating: 0, count: columns.count)
  }

  /// Takes the values of a row on all axes.
  mutating func load(_ values: [ResultRow.Value?]) {
    for axis in values.indices {
      switch values[axis] {
      case .number(let number): numbers[axis] = number
      case .text(let word): numbers[axis] = place(of: word, on: axis)
      case nil: numbers[axis] = 0
      }
    }
  }

  private mutating func place(of word: String, on axis: Int) -> Double {
    var known = words[axis] ?? []
    if let index = known.firstIndex(of: word) { return Double(index) }
    known.append(word)
    words[axis] = known
    return Double(known.count - 1)
  }

  /// The axes with the words met so far.
  var axes: [MarkedPoints.Axis] {
    zip(names, words).map { MarkedPoints.Axis($0, labels: $1) }
  }
}
