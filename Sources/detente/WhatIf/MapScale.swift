import GameTheory
import Negotiation

/// Where the values of an axis lie, and which of them are written at it.
struct MapScale {
  let range: ClosedRange<Rational>

  /// The place of a value, 0 at the lower end and 1 at the upper one.
  func share(of value: Rational) -> Double {
    ((value - range.lowerBound) / (range.upperBound - range.lowerBound)).toDouble()
  }

  /// The middle of one of so many equal parts.
  func middle(of part: Int, among count: Int) -> Rational {
    range.lowerBound + (range.upperBound - range.lowerBound) * Rational(2 * part + 1)
      / Rational(2 * count)
  }

  /// Which of so many equal parts a value lies in; nil outside of the range.
  func part(of value: Rational, among count: Int) -> Int? {
    guard range.contains(value) else { return nil }
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return min(count - 1, (share * Rational(count)).floor.asInt ?? 0)
  }

  /// Round numbers: multiples of 1, 2 or 5 times a power of ten, from `least` of them to at most about
  /// two and a half times as many.
  func ticks(least: Int = 4) -> [Rational] {
    let width = range.upperBound - range.lowerBound
    var power: Rational = 1
    while power * 10 <= width { power = power * 10 }
    while power > width { power = power / 10 }
    let steps = [power * 2, power, power / 2, power / 5, power / 10]
    let step = steps.first { (width / $0).floor >= BigInteger(least) } ?? power / 10
    var ticks: [Rational] = []
    var tick = Rational((range.lowerBound / step).floor) * step
    while tick <= range.upperBound {
      if tick >= range.lowerBound { ticks.append(tick) }
      tick = tick + step
    }
    return ticks
  }

  /// A tick as it is written: `0.25`, and `1.5e+20` where that is shorter.
  static func text(_ tick: Rational) -> String {
    let (text, short) = (tick.description, tick.toDouble().description)
    return text.utf8.count > 9 && short.utf8.count < text.utf8.count ? short : text
  }
}
