/// A number in which the simplex method pivots: `Double`, `Int128` or `BigInteger`.
///
/// Whole numbers stand for fractions over one common denominator, the determinant of the basis. Those that
/// may overflow say so, and what they return then means nothing.
protocol SimplexScalar: Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral, Sendable {
  /// What is no more than this is taken for 0; 0 for whole numbers.
  static var tolerance: Self { get }

  static prefix func - (value: Self) -> Self

  /// The product.
  static func product(_ left: Self, _ right: Self, _ overflows: inout Bool) -> Self

  /// A sum plus a product.
  static func sum(_ sum: Self, adding left: Self, times right: Self, _ overflows: inout Bool)
    -> Self

  /// Whether a/b is less than, equal to or greater than c/d, as -1, 0 or 1; b and d are above 0.
  static func compare(_ a: Self, over b: Self, with c: Self, over d: Self) -> Int

  /// Replaces the member of a basis that belongs to a row; the tableau is kept as it is on overflow.
  ///
  /// - Parameters:
  ///   - tableau: the inverse with prices and values.
  ///   - row: the row of the member that goes.
  ///   - column: what comes in, seen from the present basis: an entry for each row, and the last for the prices.
  /// - Returns: false on overflow.
  static func pivot(_ tableau: inout SimplexTableau<Self>, row: Int, column: [Self]) -> Bool
}

/// The inverse of a basis, with a last row for prices and a last column for the values of the basis.
///
/// All entries are numerators over the one denominator, which is above 0 and the determinant's magnitude;
/// over `Double` it is always 1.
struct SimplexTableau<Scalar: SimplexScalar>: Sendable {
  /// How many rows the programme has; the tableau has one row and one column more.
  let rowCount: Int
  /// Row after row.
  var entries: [Scalar]
  var denominator: Scalar = 1

  init(rowCount: Int) {
    self.rowCount = rowCount
    entries = [Scalar](repeating: 0, count: (rowCount + 1) * (rowCount + 1))
  }

  /// How many entries a row has.
  var width: Int { rowCount + 1 }

  func value(_ row: Int) -> Scalar { entries[row * width + rowCount] }

  func price(_ row: Int) -> Scalar { entries[rowCount * width + row] }
}

extension SimplexTableau where Scalar == Int128 {
  /// The same in whole numbers of any size.
  var grown: SimplexTableau<BigInteger> {
    var tableau = SimplexTableau<BigInteger>(rowCount: rowCount)
    tableau.entries = entries.map { BigInteger($0) }
    tableau.denominator = BigInteger(denominator)
    return tableau
  }
}
