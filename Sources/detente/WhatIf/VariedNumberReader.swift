import Documents
import GameTheory
import Negotiation

/// Reads which numbers are varied, and in which ranges.
struct VariedNumberReader {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// What is wrong with one `--vary`.
  private struct Mistake: Error {
    let text: String
  }

  /// The two axes; all mistakes at once.
  func axes(_ words: [String]) throws(Failure) -> (x: VariedNumber, y: VariedNumber) {
    guard words.count == 2 else {
      throw Failure(
        .usage,
        "a map takes two numbers, --vary A --vary B; there \(words.count == 1 ? "is" : "are") \(words.count)"
      )
    }
    var axes: [VariedNumber] = []
    var mistakes: [String] = []
    for word in words {
      do throws(Mistake) {
        axes.append(try axis(word, orElse: nil))
      } catch {
        mistakes.append(error.text)
      }
    }
    let paths = words.map { VariedNumberReader.path(of: $0) }
    if paths[0] == paths[1] {
      mistakes.append("'\(paths[0])' is given twice; a map takes two numbers")
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    return (axes[0], axes[1])
  }

  /// One number by itself; where nothing else is said, `reach` is searched of one without a stated range.
  func axis(_ word: String, reach: ClosedRange<Rational>) throws(Failure) -> VariedNumber {
    do throws(Mistake) {
      return try axis(word, orElse: reach)
    } catch {
      throw Failure(.usage, error.text)
    }
  }

  /// Numbers that change together, each within a range; all mistakes at once.
  func numbers(_ words: [String]) throws(Failure) -> [VariedNumber] {
    var numbers: [VariedNumber] = []
    var mistakes: [String] = []
    for word in words {
      do throws(Mistake) {
        let number = try axis(word, orElse: nil)
        if numbers.contains(where: { $0.path == number.path }) {
          mistakes.append("'\(number.path)' is given twice")
        } else if !number.range.contains(number.shipped) {
          mistakes.append(
            "'\(number.path)' is \(number.shipped), which is outside the range "
              + "\(number.range.lowerBound):\(number.range.upperBound) that it may change within; "
              + "set it within, or name other numbers with --vary"
          )
        }
        numbers.append(number)
      } catch {
        mistakes.append(error.text)
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes.joined(separator: "\n")) }
    return numbers
  }

  private static func path(of word: String) -> String {
    word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)[0].trimmingSpaces()
  }

  private func axis(
    _ word: String,
    orElse reach: ClosedRange<Rational>?
  ) throws(Mistake) -> VariedNumber {
    let path = VariedNumberReader.path(of: word)
    guard let quantity = scenario.quantities.first(where: { $0.path == path }) else {
      throw Mistake(
        text: "no number has the path '\(path)'"
          + "; "
          + (didYouMean(path, among: scenario.quantities.map { $0.path })
            ?? "'detente describe \(scenario.file)' lists those that there are")
      )
    }
    let parameter = scenario.parameters.first { $0.name == path }
    if parameter?.isDerived == true {
      throw Mistake(text: "'\(path)' is derived; vary the parameters that it is made of")
    }
    if let kind = parameter?.kind, kind != .real {
      throw Mistake(
        text:
          "'\(path)' is \(kind.description), and only numbers with any value between are varied here; "
          + "sweep --vary \(path) takes each in turn"
      )
    }
    return VariedNumber(
      path: path,
      title: title(of: quantity, parameter),
      unit: parameter?.unit ?? "",
      range: try range(word, quantity, orElse: reach),
      shipped: quantity.polynomial.evaluated(at: scenario.parameterValues)
    )
  }

  private func title(of quantity: Quantity, _ parameter: Parameter?) -> String {
    if let parameter { return parameter.title }
    if let stake = scenario.stakes.first(where: { $0.weight.path == quantity.path }) {
      return "what \(scenario.players[stake.player].name) attaches to "
        + scenario.interests[stake.interest].name
    }
    return quantity.path
  }

  /// A range with the number's own value in it.
  private func widened(
    _ range: ClosedRange<Rational>,
    _ quantity: Quantity
  ) -> ClosedRange<Rational> {
    let shipped = quantity.polynomial.evaluated(at: scenario.parameterValues)
    return min(range.lowerBound, shipped)...max(range.upperBound, shipped)
  }

  private func range(
    _ word: String,
    _ quantity: Quantity,
    orElse reach: ClosedRange<Rational>?
  ) throws(Mistake) -> ClosedRange<Rational> {
    let path = quantity.path
    guard let equals = word.firstIndex(of: "=") else {
      guard let range = quantity.range ?? reach.map({ widened($0, quantity) }) else {
        throw Mistake(text: "'\(path)' has no stated range; write --vary \(path)=lo:hi")
      }
      guard range.lowerBound < range.upperBound else {
        throw Mistake(text: "the stated range of '\(path)' is one value; there is nothing to vary")
      }
      return range
    }
    let ends = word[word.index(after: equals)...]
      .split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
    guard ends.count == 2, let low = Rational(decimal: ends[0]),
      let high = Rational(decimal: ends[1])
    else { throw Mistake(text: "--vary takes a range, \(path)=lo:hi, not '\(word)'") }
    guard low < high else {
      throw Mistake(
        text: "the range \(ends[0]):\(ends[1]) of '\(path)' is empty; the lower end comes first"
      )
    }
    guard (high - low).toDouble().isFinite, low.toDouble().isFinite, high.toDouble().isFinite else {
      throw Mistake(text: "'\(path)' goes beyond 1.8e308, the largest number")
    }
    if let stated = quantity.range, low < stated.lowerBound || high > stated.upperBound {
      throw Mistake(
        text: "'\(path)' is stated to lie within \(stated.lowerBound):\(stated.upperBound); "
          + "\(ends[0]):\(ends[1]) goes beyond"
      )
    }
    return low...high
  }
}
