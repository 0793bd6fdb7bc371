import Documents
import GameTheory
import Sweeps

/// Two players who split a pie: the first gets x, and the payoffs of both are functions of x.
///
/// Solutions are found in floating point, on a grid and then by golden sections, for payoffs that are concave
/// in x or whose smaller gain has one peak.
struct SplitCase {
  private let pie: Double
  private let payoffs: [SplitExpression]
  private let disagreement: [Double]
  private static let steps = 500

  init(_ input: Node) throws(CaseFault) {
    pie = input.value("pie") == nil ? 1 : try input.needNumber("pie")
    disagreement = try input.needNumbers("disagreement")
    guard pie > 0, disagreement.count == 2 else {
      throw CaseFault("the pie is empty, or there is not one disagreement payoff for each of two")
    }
    var payoffs: [SplitExpression] = []
    for key in ["u1", "u2"] {
      guard let text = input.value(key)?.string else { throw CaseFault("'\(key)' is no text") }
      payoffs.append(try SplitExpression(text, pie: pie))
    }
    self.payoffs = payoffs
  }

  /// Checks the share x of the first player in each solution that the case states.
  func check(_ expected: Node, _ list: inout CheckList) throws(CaseFault) {
    let ideal = (0...1).map { player in
      gain(player, argmax { isRational($0) ? gain(player, $0) : -.infinity })
    }
    for member in expected.members ?? [] {
      let value: (Double) -> Double
      switch member.key {
      case "nash_x": value = { gain(0, $0) * gain(1, $0) }
      case "kalai_smorodinsky_x":
        value = { min(gain(0, $0) / ideal[0], gain(1, $0) / ideal[1]) }
      case "egalitarian_x": value = { min(gain(0, $0), gain(1, $0)) }
      case "utilitarian_x": value = { gain(0, $0) + gain(1, $0) }
      default:
        list.skip(member.key, "nothing is known by this name")
        continue
      }
      let found = argmax { isRational($0) ? value($0) : -.infinity }
      // The end of what is rational is found up to rounding.
      let exists = min(gain(0, found), gain(1, found)) >= -1e-9
      if member.value.isNothing || !exists {
        let isSame = member.value.isNothing && !exists
        let reason = exists ? "\(found) where the case has none" : "no share is rational for both"
        list.holds(member.key, isSame, reason)
        continue
      }
      list.near(member.key, [found], [try expected.needNumber(member.key)], usual: 1e-6)
    }
  }

  private func gain(_ player: Int, _ x: Double) -> Double {
    payoffs[player].value(x) - disagreement[player]
  }

  private func isRational(_ x: Double) -> Bool {
    gain(0, x) >= 0 && gain(1, x) >= 0
  }

  /// Where a function with one peak is largest.
  private func argmax(_ value: (Double) -> Double) -> Double {
    let step = pie / Double(SplitCase.steps)
    var best = 0
    var most = value(0)
    for place in 1...SplitCase.steps {
      let number = value(Double(place) * step)
      if number > most || !(most > -.infinity) { (best, most) = (place, number) }
    }
    var low = max(0, Double(best - 1) * step)
    var high = min(pie, Double(best + 1) * step)
    let ratio = (5.0.squareRoot() - 1) / 2
    for _ in 0..<100 {
      let left = high - ratio * (high - low)
      let right = low + ratio * (high - low)
      // What is not rational counts as far off on its side.
      if value(left) < value(right) || value(left) == value(right) && left < Double(best) * step {
        low = left
      } else {
        high = right
      }
    }
    return (low + high) / 2
  }
}

/// A formula of x with + - * / ^, brackets, sqrt, log and exp.
struct SplitExpression {
  private indirect enum Term {
    case number(Double)
    case x
    case sum(Term, Term)
    case product(Term, Term)
    case quotient(Term, Term)
    case power(Term, Term)
    case function(String, Term)
  }

  private let term: Term

  /// Reads a formula; the word `pie` stands for its size.
  init(_ text: String, pie: Double) throws(CaseFault) {
    var reader = Reader(pie: pie, rest: Substring(text.filter { $0 != " " }))
    term = try reader.sum()
    guard reader.rest.isEmpty else { throw CaseFault("'\(reader.rest)' of '\(text)' is not read") }
  }

  /// The value at a point; NaN where it has none.
  func value(_ x: Double) -> Double { SplitExpression.value(term, x) }

  private static func value(_ term: Term, _ x: Double) -> Double {
    switch term {
    case .number(let number): return number
    case .x: return x
    case .sum(let left, let right): return value(left, x) + value(right, x)
    case .product(let left, let right): return value(left, x) * value(right, x)
    case .quotient(let left, let right): return value(left, x) / value(right, x)
    case .power(let base, let exponent):
      return power(value(base, x), value(exponent, x))
    case .function(let name, let argument):
      let number = value(argument, x)
      switch name {
      case "sqrt": return number.squareRoot()
      case "exp": return ElementaryFunctions.exp(number)
      default: return ElementaryFunctions.log(number)
      }
    }
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == exponent.rounded(), (0...64).contains(exponent) {
      return (0..<Int(exponent)).reduce(1) { product, _ in product * base }
    }
    if base == 0, exponent > 0 { return 0 }
    return ElementaryFunctions.exp(exponent * ElementaryFunctions.log(base))
  }

  /// Reads from the left; sums bind weakest, powers strongest.
  private struct Reader {
    let pie: Double
    var rest: Substring

    mutating func takes(_ text: String) -> Bool {
      guard rest.hasPrefix(text) else { return false }
      rest = rest.dropFirst(text.count)
      return true
    }

    mutating func sum() throws(CaseFault) -> Term {
      var left = try product()
      while true {
        if takes("+") {
          left = .sum(left, try product())
        } else if takes("-") {
          left = .sum(left, .product(.number(-1), try product()))
        } else {
          return left
        }
      }
    }

    private mutating func product() throws(CaseFault) -> Term {
      var left = try signed()
      while true {
        if rest.hasPrefix("**") { return left }
        if takes("*") {
          left = .product(left, try signed())
        } else if takes("/") {
          left = .quotient(left, try signed())
        } else {
          return left
        }
      }
    }

    private mutating func signed() throws(CaseFault) -> Term {
      if takes("-") { return .product(.number(-1), try signed()) }
      let base = try atom()
      return takes("^") || takes("**") ? .power(base, try signed()) : base
    }

    private mutating func atom() throws(CaseFault) -> Term {
      for name in ["sqrt", "exp", "log", "ln"] where takes(name + "(") {
        return .function(name, try closed())
      }
      if takes("(") { return try closed() }
      if takes("pie") { return .number(pie) }
      if takes("x") { return .x }
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      guard let number = Double(digits) else { throw CaseFault("'\(rest)' is no formula") }
      rest = rest.dropFirst(digits.count)
      return .number(number)
    }

    private mutating func closed() throws(CaseFault) -> Term {
      let inner = try sum()
      guard takes(")") else { throw CaseFault("a bracket is not closed") }
      return inner
    }
  }
}
