extension FoldedGame {
  /// An order in which to halve the box so that the signs of rows soon become certain.
  ///
  /// Each time the variable is taken that, on average over the rows that candidates hang on, makes the
  /// largest share of what a row can still move by.
  ///
  /// - Parameters:
  ///   - variables: those that may be halved.
  ///   - levels: how many variables to give.
  /// - Returns: at most `levels` variables, which may repeat; fewer where nothing can be halved.
  /// - Complexity: O(*rows* × *terms* + *levels* × *rows* × *variables*).
  public func halvingOrder(of variables: [Int], levels: Int) -> [Int] {
    var moves: [[Double]] = []
    var isOpen = [Bool](repeating: false, count: signs.rows.count)
    for number in candidateEntries {
      guard case .unless(let range) = entries[number] else { continue }
      for objection in objections[range] { isOpen[objection.row] = true }
    }
    for row in signs.rows.indices where isOpen[row] {
      let form = signs.rows[row]
      moves.append(variables.map { move(of: form, along: $0) })
    }
    var order: [Int] = []
    for _ in 0..<levels {
      var shares = [Double](repeating: 0, count: variables.count)
      for row in moves {
        let total = row.reduce(0, +)
        guard total > 0, total.isFinite else { continue }
        for place in row.indices { shares[place] += row[place] / total }
      }
      guard let most = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[most] > 0 else {
        break
      }
      order.append(variables[most])
      for row in moves.indices { moves[row][most] /= 2 }
    }
    return order
  }

  /// About how much a polynomial can move over the box along one variable.
  private func move(of polynomial: Polynomial, along variable: Int) -> Double {
    var move = 0.0
    for term in polynomial.terms {
      var size = abs(term.coefficient.toDouble())
      var holds = false
      for factor in term.monomial.factors {
        let range = signs.box[factor.variable]
        for power in 0..<factor.exponent {
          if factor.variable == variable, power == 0 {
            holds = true
            size *= range.upperBound - range.lowerBound
          } else {
            size *= max(abs(range.lowerBound), abs(range.upperBound))
          }
        }
      }
      if holds { move += size }
    }
    return move
  }
}
