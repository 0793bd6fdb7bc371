import Analysis
import Sweeps

/// Turns the values of rows into numbers, words into their place among the words of their axis.
struct AxisValues {
  private let names: [String]
  private var words: [[String]?]

  init(_ columns: [ResultColumn]) {
    names = columns.map { $0.name }
    words = [[String]?](repeating: nil, count: columns.count)
  }

  /// The values of a row on all axes.
  mutating func numbers(of values: [ResultRow.Value?]) -> [Double] {
    values.indices.map { axis in
      switch values[axis] {
      case .number(let number): return number
      case .text(let word):
        var known = words[axis] ?? []
        if let index = known.firstIndex(of: word) { return Double(index) }
        known.append(word)
        words[axis] = known
        return Double(known.count - 1)
      case nil: return 0
      }
    }
  }

  /// The axes with the words met so far.
  var axes: [MarkedPoints.Axis] {
    zip(names, words).map { MarkedPoints.Axis($0, labels: $1) }
  }
}
