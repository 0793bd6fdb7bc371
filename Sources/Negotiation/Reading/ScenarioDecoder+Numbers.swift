import Documents
import GameTheory

/// The parameters with what their names stand for.
struct ParameterTable {
  var parameters: [Parameter] = []
  /// Whether the whole table has a mistake, so that no name is to be reported as unknown.
  var isBroken = false
  var index: [String: Int] = [:]
  /// The values of parameters written as expressions of plain numbers, such as `1/3`.
  var constants: [String: Rational] = [:]
  /// For each name its polynomial; nil where it has a mistake of its own.
  var polynomials: [String: Polynomial?] = [:]

  var names: [String] { parameters.map { $0.name } }

  /// The names that occur in an expression.
  static func names(in expression: String) -> [String] {
    expression.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  func resolve(_ name: String) -> ExpressionParser.Resolution {
    switch polynomials[name] {
    case .some(.some(let polynomial)): .polynomial(polynomial)
    case .some(.none): .broken
    case .none where isBroken || ParameterTable.isBroken(name, polynomials): .broken
    case .none: .unknown(help: didYouMean(name, among: polynomials.keys.sorted()))
    }
  }

  /// Whether a name asks for an option of a parameter that has a mistake of its own.
  static func isBroken(_ name: String, _ polynomials: [String: Polynomial?]) -> Bool {
    guard let point = name.firstIndex(of: "."), let known = polynomials[String(name[..<point])]
    else { return false }
    return known == nil
  }
}

extension ScenarioDecoder {
  /// A number or an expression over the parameters.
  func quantity(
    _ node: Node,
    path: String,
    _ because: [Reason],
    _ basis: Quantity.Basis,
    _ range: ClosedRange<Rational>?
  ) -> Quantity? {
    let table = parameters
    guard let (text, polynomial) = expression(node, path: path, resolve: { table.resolve($0) })
    else {
      return nil
    }
    let quantity = Quantity(
      text: text,
      polynomial: polynomial,
      path: path,
      because: because,
      basis: basis,
      range: range,
      location: node.location
    )
    if let value = polynomial.constantValue { checkRange(value, of: quantity) }
    return quantity
  }

  /// The text and polynomial of a number or expression; nil after reporting what is wrong.
  func expression(
    _ node: Node,
    path: String,
    resolve: @escaping (String) -> ExpressionParser.Resolution
  ) -> (String, Polynomial)? {
    switch node.content {
    case .number(let text):
      return plainNumber(node, path: path, problems).map { (text, Polynomial(constant: $0)) }
    case .string(let text):
      do throws(ExpressionParser.Mistake) {
        return try ExpressionParser.parse(text, resolve: resolve).map { (text, $0) }
      } catch {
        problems.error(
          error.code,
          error.message,
          at: place(of: error.range, in: node, text),
          path: path,
          help: error.help
        )
        return nil
      }
    default:
      problems.error(
        .type,
        "expected a number or an expression, found \(node.kind)",
        at: node.location,
        path: path,
        label: "expected a number"
      )
      return nil
    }
  }

  /// Where a part of an expression stands; the whole string where it has escapes.
  func place(of range: Range<Int>, in node: Node, _ text: String) -> Location {
    let whole = node.location.range
    let isQuoted = whole.count == text.utf8.count + 2
    guard isQuoted || whole.count == text.utf8.count else { return node.location }
    let start = whole.lowerBound + (isQuoted ? 1 : 0)
    return Location(
      source: node.location.source,
      range: start + range.lowerBound..<start + range.upperBound
    )
  }

  func checkRange(_ value: Rational, of quantity: Quantity) {
    guard let range = quantity.range, !range.contains(value) else { return }
    // Who asks what if may leave the range that the scenario states, and is told so.
    let isAsked = quantity.location.source.name == NumberPaths.sourceName
    problems.report(
      isAsked ? .warning : .error,
      .outsideRange,
      "\(quantity.path) is outside its range",
      at: quantity.location,
      path: quantity.path,
      label: "\(value) is not in \(range.lowerBound)...\(range.upperBound)"
    )
  }

  /// Finds the polynomial of every derived parameter, each after those that it is made of.
  mutating func resolveDerived(_ declared: [(name: String, value: Node)]) {
    let values = Dictionary(declared, uniquingKeysWith: { first, _ in first })
    let resolver = DerivedResolver(decoder: self, values: values, parameters)
    for (name, _) in declared { resolver.resolve(name, chain: []) }
    parameters.polynomials = resolver.known
    parameters.constants = resolver.constants
  }
}

/// Resolves derived parameters recursively, reporting circles once.
private final class DerivedResolver {
  let decoder: ScenarioDecoder
  let values: [String: Node]
  var known: [String: Polynomial?]
  var constants: [String: Rational] = [:]
  private let index: [String: Int]

  /// How many parameters may be built one on another.
  private static let depthLimit = 200

  init(decoder: ScenarioDecoder, values: [String: Node], _ table: ParameterTable) {
    self.decoder = decoder
    self.values = values
    known = table.polynomials
    index = table.index
  }

  func resolve(_ name: String, chain: [String]) {
    guard known[name] == nil, let node = values[name] else { return }
    if let start = chain.firstIndex(of: name) {
      decoder.problems.error(
        .derivedCycle,
        "the parameter '\(name)' depends on itself",
        at: node.location,
        path: "parameters.\(name)",
        help: (chain[start...] + [name]).joined(separator: " needs ")
      )
      for part in chain[start...] { known[part] = .some(nil) }
      return
    }
    guard chain.count < DerivedResolver.depthLimit else {
      decoder.problems.error(
        .derivedCycle,
        "more than \(DerivedResolver.depthLimit) parameters are built one on another",
        at: node.location,
        path: "parameters.\(name)"
      )
      known[name] = .some(nil)
      return
    }
    let polynomial = decoder.expression(node, path: "parameters.\(name).value") { other in
      if self.values[other] != nil { self.resolve(other, chain: chain + [name]) }
      switch self.known[other] {
      case .some(.some(let polynomial)): return .polynomial(polynomial)
      case .some(.none): return .broken
      case .none where ParameterTable.isBroken(other, self.known): return .broken
      case .none:
        return .unknown(
          help: didYouMean(other, among: Set(self.values.keys).union(self.known.keys).sorted())
        )
      }
    }
    guard known[name] == nil else { return }
    if let constant = polynomial?.1.constantValue, let position = index[name] {
      constants[name] = constant
      known[name] = Polynomial(variable: position)
    } else {
      known[name] = .some(polynomial?.1)
    }
  }
}
