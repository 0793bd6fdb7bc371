/// Looks through all coalitions for those that complain most at given payoffs.
struct ComplaintScan {
  private let game: CoalitionalGame
  /// The scaled values, where all fit.
  private let small: [Int128]?
  /// The bits that the largest of them needs.
  private let width: Int

  init(_ game: CoalitionalGame) {
    self.game = game
    let small = game.whole.compactMap { $0.asInt128 }
    self.small = small.count == game.whole.count ? small : nil
    width = game.whole.reduce(0) { max($0, $1.bitWidth) }
  }

  /// For each player the coalition with it whose excess is greatest, if above the level; each once, ascending.
  ///
  /// - Complexity: O(*players* × 2^*players*) at worst.
  func loudest(
    at payoffs: [Rational],
    above level: Rational,
    except isLeftOut: [Bool]
  ) -> [Coalition] {
    let common = Rational.commonDenominator(
      of: payoffs + [level, Rational(1, game.scale)]
    )
    let shares = payoffs.map { ($0 * Rational(common)).numerator }
    let bound = (level * Rational(common)).numerator
    let factor = (Rational(common) / Rational(game.scale)).numerator
    let widest = (shares + [bound]).reduce(width + factor.bitWidth) { max($0, $1.bitWidth) }
    // A sum of 20 payoffs, a value and a level stays below 2^5 times the largest.
    guard widest < 120, let small, let factor = factor.asInt128, let bound = bound.asInt128 else {
      return loudest(game.whole, shares, factor, bound, isLeftOut)
    }
    return loudest(small, shares.compactMap { $0.asInt128 }, factor, bound, isLeftOut)
  }

  private func loudest<Whole: WholeNumber>(
    _ values: [Whole],
    _ shares: [Whole],
    _ factor: Whole,
    _ bound: Whole,
    _ isLeftOut: [Bool]
  ) -> [Coalition] {
    // Payoffs of coalitions are sums of two tables: one of the lower half of the players, one of the upper.
    let half = shares.count / 2
    let lower = ComplaintScan.sums(Array(shares.prefix(half)))
    let upper = ComplaintScan.sums(Array(shares.suffix(from: half)))
    var best = [Whole](repeating: bound, count: shares.count)
    var places = [Int](repeating: 0, count: shares.count)
    for index in values.indices where !isLeftOut[index] {
      let paid = lower[index & (lower.count - 1)] + upper[index >> half]
      let excess = values[index] * factor - paid
      guard excess > bound else { continue }
      var rest = index
      while rest != 0 {
        let player = rest.trailingZeroBitCount
        if excess > best[player] {
          best[player] = excess
          places[player] = index
        }
        rest &= rest - 1
      }
    }
    var found: [Coalition] = []
    for place in places.sorted() where place != 0 && found.last?.index != place {
      found.append(Coalition(index: place))
    }
    return found
  }

  /// The sum over each set, by the set's bits.
  private static func sums<Whole: WholeNumber>(_ shares: [Whole]) -> [Whole] {
    var sums: [Whole] = [.zero]
    for share in shares { sums += sums.map { $0 + share } }
    return sums
  }
}

/// Whole numbers, of a fixed size or of whatever size.
protocol WholeNumber: Comparable, AdditiveArithmetic {
  static func * (left: Self, right: Self) -> Self
}

extension Int128: WholeNumber {}
extension BigInteger: WholeNumber {}
