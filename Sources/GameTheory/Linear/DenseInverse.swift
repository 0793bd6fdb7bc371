/// The inverse of a dense matrix in floating point.
enum DenseInverse {
  /// Replaces a square matrix, row after row, by its inverse, by Gauss and Jordan with the largest pivot of
  /// each column; false where it is singular or nearly so, and then the matrix means nothing.
  static func invert(_ matrix: inout [Double], _ size: Int) -> Bool {
    var chosen: [Int] = []
    for step in 0..<size {
      var best = step
      for row in step..<size
      where matrix[row * size + step].magnitude > matrix[best * size + step].magnitude {
        best = row
      }
      let pivot = matrix[best * size + step]
      guard pivot.magnitude > 1e-13 else { return false }
      chosen.append(best)
      for place in 0..<size where best != step {
        matrix.swapAt(step * size + place, best * size + place)
      }
      matrix[step * size + step] = 1
      for place in step * size..<(step + 1) * size { matrix[place] /= pivot }
      let source = Array(matrix[step * size..<(step + 1) * size])
      for row in 0..<size where row != step {
        let factor = matrix[row * size + step]
        if factor == 0 { continue }
        matrix[row * size + step] = 0
        subtract(source, times: factor, from: &matrix, at: row * size)
      }
    }
    // Rows that changed places on the way are columns of the inverse.
    for step in (0..<size).reversed() where chosen[step] != step {
      for row in 0..<size { matrix.swapAt(row * size + step, row * size + chosen[step]) }
    }
    return true
  }

  /// Subtracts a multiple of a row from numbers that begin at a place: the inner loop of all elimination.
  static func subtract(
    _ source: [Double],
    times factor: Double,
    from numbers: inout [Double],
    at first: Int
  ) {
    precondition(first >= 0 && first + source.count <= numbers.count)
    let source = source.span
    var target = numbers.mutableSpan
    for place in source.indices { target[first + place] -= factor * source[place] }
  }
}
