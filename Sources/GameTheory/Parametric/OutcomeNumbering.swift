/// The numbers of outcomes: one digit per decision in mixed radix, the last decision varying fastest.
public struct OutcomeNumbering: Sendable, Hashable {
  /// How many options each decision has.
  public let optionCounts: [Int]

  /// What one step of each decision's option adds to the number.
  public let strides: [Int]

  /// How many outcomes there are.
  public let count: Int

  /// Creates the numbering; the product of the counts must fit an `Int`.
  public init(optionCounts: [Int]) {
    self.optionCounts = optionCounts
    var strides = [Int](repeating: 1, count: optionCounts.count)
    var product = 1
    for decision in optionCounts.indices.reversed() {
      strides[decision] = product
      product *= optionCounts[decision]
    }
    self.strides = strides
    count = product
  }

  /// The option that a decision has in an outcome.
  @inlinable
  public func option(of decision: Int, in outcome: Int) -> Int {
    outcome / strides[decision] % optionCounts[decision]
  }

  /// The options of all decisions in an outcome.
  public func options(of outcome: Int) -> [Int] {
    optionCounts.indices.map { option(of: $0, in: outcome) }
  }

  /// The number of the outcome that has one given option per decision.
  public func outcome(_ options: [Int]) -> Int {
    var number = 0
    for (decision, option) in options.enumerated() { number += option * strides[decision] }
    return number
  }

  /// The outcome that differs only in one decision's option.
  @inlinable
  public func replacing(_ decision: Int, with option: Int, in outcome: Int) -> Int {
    outcome + (option - self.option(of: decision, in: outcome)) * strides[decision]
  }

  /// Calls the body with every outcome that differs from the given one only in the named decisions.
  ///
  /// In ascending order when the decisions are; the given outcome is among them.
  ///
  /// - Parameters:
  ///   - decisions: the decisions that may differ.
  ///   - outcome: the outcome to differ from.
  ///   - allowed: the options that each of the decisions may take, in order; all when nil.
  ///   - body: called with the number of each outcome.
  public func forEach(
    varying decisions: [Int],
    of outcome: Int,
    allowed: [[Int]]? = nil,
    _ body: (Int) -> Void
  ) {
    var base = outcome
    for decision in decisions { base -= option(of: decision, in: outcome) * strides[decision] }
    let choices = allowed ?? decisions.map { Array(0..<optionCounts[$0]) }
    guard choices.allSatisfy({ !$0.isEmpty }) else { return }
    var digits = [Int](repeating: 0, count: decisions.count)
    while true {
      var number = base
      for (position, decision) in decisions.enumerated() {
        number += choices[position][digits[position]] * strides[decision]
      }
      body(number)
      var position = decisions.count - 1
      while position >= 0 {
        digits[position] += 1
        if digits[position] < choices[position].count { break }
        digits[position] = 0
        position -= 1
      }
      if position < 0 { return }
    }
  }
}
