public import GameTheory

/// A way to negotiate as users write it: `boulware`, `tit-for-tat:2`, `linear+next`.
///
/// First a kind, its numbers behind colons; then, behind plus signs, which offers it accepts and which it makes
/// where those of the kind are not meant.
public struct NegotiatorWord: Sendable, Equatable {
  /// The words.
  public let text: String
  /// What they stand for.
  public let negotiator: Negotiator

  /// Why words stand for nothing.
  public struct Mistake: Error, Sendable, Equatable {
    /// What is wrong, as `'tit' is no way to negotiate`.
    public let message: String
    /// The words that it may have been, for a suggestion; empty where that is no matter of spelling.
    public let known: [String]
    /// The word that may be misspelt.
    public let word: String
  }

  /// Reads words.
  ///
  /// - Throws: the first ``Mistake``.
  public init(_ text: String) throws(Mistake) {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map { String($0) }
    let (name, numbers) = try NegotiatorWord.numbers(parts[0])
    guard let kind = NegotiatorKind.all.first(where: { $0.name == name }) else {
      throw Mistake(
        message: "'\(name)' is no way to negotiate",
        known: NegotiatorKind.all.map { $0.name },
        word: name
      )
    }
    try NegotiatorWord.check(name, numbers, kind.numbers)
    var negotiator = kind.negotiator(kind.numbers.complete(numbers.map { $0.number }))
    for part in parts.dropFirst() {
      let (name, numbers) = try NegotiatorWord.numbers(part)
      guard let extra = NegotiatorExtra.all.first(where: { $0.name == name }) else {
        throw Mistake(
          message: "'\(name)' is no rule of accepting or offering",
          known: NegotiatorExtra.all.map { $0.name },
          word: name
        )
      }
      try NegotiatorWord.check(name, numbers, extra.numbers)
      extra.apply(extra.numbers.complete(numbers.map { $0.number }), &negotiator)
    }
    guard negotiator.isDefined else {
      throw Mistake(message: "the numbers of '\(text)' are out of range", known: [], word: text)
    }
    self.text = text
    self.negotiator = negotiator
  }

  private typealias Written = (text: String, number: Double)

  private static func numbers(_ part: String) throws(Mistake) -> (name: String, numbers: [Written])
  {
    let pieces = part.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    var numbers: [Written] = []
    for piece in pieces.dropFirst() {
      guard let number = Rational(decimal: piece)?.toDouble(), number.isFinite else {
        throw Mistake(message: "'\(piece)' in '\(part)' is no number", known: [], word: piece)
      }
      numbers.append((piece, number))
    }
    return (pieces[0], numbers)
  }

  private static func check(
    _ name: String,
    _ numbers: [Written],
    _ expected: [NegotiatorNumber]
  ) throws(Mistake) {
    guard numbers.count <= expected.count else {
      let most =
        expected.isEmpty
        ? "takes no number" : "takes \(Wording.list(expected.map { $0.name })), no more"
      throw Mistake(message: "'\(name)' \(most)", known: [], word: name)
    }
    for (written, form) in zip(numbers, expected) where !form.allows(written.number) {
      throw Mistake(
        message: "the \(form.name) of '\(name)' is \(form.range), not \(written.text)",
        known: [],
        word: name
      )
    }
  }
}

/// A number that a way to negotiate takes.
public struct NegotiatorNumber: Sendable {
  /// What it is called.
  public let name: String
  /// What it is when it is not given.
  public let usual: Double
  /// In words, what it may be.
  public let range: String
  let allows: @Sendable (Double) -> Bool

  static func share(_ name: String, _ usual: Double) -> NegotiatorNumber {
    NegotiatorNumber(name: name, usual: usual, range: "from 0 to 1") { (0...1).contains($0) }
  }

  static func positive(_ name: String, _ usual: Double) -> NegotiatorNumber {
    NegotiatorNumber(name: name, usual: usual, range: "above 0 and at most 1000000") {
      $0 > 0 && $0 <= 1e6
    }
  }

  static func whole(_ name: String, _ usual: Double) -> NegotiatorNumber {
    NegotiatorNumber(name: name, usual: usual, range: "a whole number from 1 to 1000") {
      $0 >= 1 && $0 <= 1000 && $0 == $0.rounded()
    }
  }

  static func factor(_ name: String, _ usual: Double) -> NegotiatorNumber {
    NegotiatorNumber(name: name, usual: usual, range: "from 0 to 1000000") { $0 >= 0 && $0 <= 1e6 }
  }
}

extension [NegotiatorNumber] {
  /// The numbers given, and the usual ones for the rest.
  func complete(_ given: [Double]) -> [Double] {
    given + dropFirst(given.count).map { $0.usual }
  }
}
