/// A square matrix factored by elimination with exchange of rows.
///
/// - Source: Golub and Van Loan, Matrix Computations, section 3.4.
struct BorderedElimination {
  /// The sign of the determinant; 0 where the matrix is singular, or a number is not finite.
  private(set) var sign: Int

  private let size: Int
  /// Row-major: below the diagonal the factors, on and above it what is left.
  private var entries: [Double]
  /// Which row of the matrix stands where.
  private var order: [Int]

  /// Factors a matrix that has one row more than is given: the border, put at the end.
  ///
  /// - Complexity: O(*rows*³).
  init(rows: [Double], border: [Double]) {
    size = border.count
    entries = rows + border
    order = Array(0..<border.count)
    sign = 1
    for column in 0..<size where sign != 0 { eliminate(column) }
  }

  private mutating func eliminate(_ column: Int) {
    var pivot = column
    for row in column..<size
    where entries[row * size + column].magnitude > entries[pivot * size + column].magnitude {
      pivot = row
    }
    let value = entries[pivot * size + column]
    guard value != 0, value.isFinite else {
      sign = 0
      return
    }
    if value < 0 { sign = -sign }
    if pivot != column {
      sign = -sign
      order.swapAt(pivot, column)
      for index in 0..<size { entries.swapAt(pivot * size + index, column * size + index) }
    }
    let top = column * size
    for row in column + 1..<max(size, column + 1) {
      let start = row * size
      let factor = entries[start + column] / value
      entries[start + column] = factor
      guard factor != 0 else { continue }
      for index in column + 1..<size {
        entries[start + index] = entries[start + index] - factor * entries[top + index]
      }
    }
  }

  /// The vector that the matrix takes to a given one; the matrix must not be singular.
  ///
  /// - Complexity: O(*rows*²).
  func solution(of right: [Double]) -> [Double] {
    var vector = order.map { right[$0] }
    for row in 0..<size {
      var sum = vector[row]
      for column in 0..<row { sum -= entries[row * size + column] * vector[column] }
      vector[row] = sum
    }
    for row in (0..<size).reversed() {
      var sum = vector[row]
      for column in row + 1..<max(size, row + 1) {
        sum -= entries[row * size + column] * vector[column]
      }
      vector[row] = sum / entries[row * size + row]
    }
    return vector
  }
}
