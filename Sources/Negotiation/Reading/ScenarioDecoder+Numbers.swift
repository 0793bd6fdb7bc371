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
    case .none where isBroken: .broken
    case .none: .unknown(help: didYouMean(name, among: polynomials.keys.sorted()))
    }
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
  private func place(of range: Range<Int>, in node: Node, _ text: String) -> Location {
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

  mutating func readParameters(_ root: ObjectReader) {
    guard let node = root.value("parameters") else { return }
    guard let reader = ObjectReader(node, path: "parameters", what: "'parameters'", problems) else {
      parameters.isBroken = true
      return
    }
    var declared: [(name: String, reader: ObjectReader, value: Node)] = []
    for member in reader.entries {
      let path = "parameters.\(member.key)"
      checkForm(of: member.key, joint: "_", at: member.keyLocation, path: path, problems)
      guard let object = ObjectReader(member.value, path: path, what: "a parameter", problems),
        let value = object.needed("value")
      else {
        parameters.polynomials[member.key] = .some(nil)
        continue
      }
      declared.append((member.key, object, value))
    }
    for (position, entry) in declared.enumerated() {
      parameters.index[entry.name] = position
      if case .number = entry.value.content {
        parameters.polynomials[entry.name] = Polynomial(variable: position)
      }
    }
    resolveDerived(declared.map { ($0.name, $0.value) })
    for (name, object, value) in declared { add(parameter: name, object, value) }
  }

  private mutating func add(parameter name: String, _ reader: ObjectReader, _ value: Node) {
    let title = reader.string("name") ?? name.split(separator: "_").joined(separator: " ")
    let unit = reader.string("unit") ?? ""
    let range = reader.range("range")
    let basis = reader.choice("basis", Quantity.Basis.self) ?? .calibrated
    let because = reasons(reader, lackingIn: "the parameter '\(name)'")
    reader.finish()
    var isDerived = false
    var text = ""
    var polynomial = Polynomial(constant: 0)
    switch value.content {
    case .number(let digits):
      text = digits
      polynomial = Polynomial(
        constant: plainNumber(value, path: reader.path(of: "value"), problems) ?? 0
      )
    case .string(let expression):
      text = expression
      if let constant = parameters.constants[name] {
        polynomial = Polynomial(constant: constant)
      } else {
        let resolved = parameters.polynomials[name] ?? nil
        isDerived = resolved != nil
        polynomial = resolved ?? polynomial
      }
    default: break
    }
    if isDerived, range != nil {
      problems.error(
        .range,
        "a derived parameter has no range of its own",
        at: reader.value("range")?.location,
        path: reader.path,
        help: "give ranges to the parameters that it is made of"
      )
    }
    let quantity = Quantity(
      text: text,
      polynomial: polynomial,
      path: name,
      because: because,
      basis: basis,
      range: isDerived ? nil : range,
      location: value.location
    )
    if let value = polynomial.constantValue { checkRange(value, of: quantity) }
    parameters.parameters.append(
      Parameter(name: name, title: title, quantity: quantity, unit: unit, isDerived: isDerived)
    )
  }

  /// Finds the polynomial of every derived parameter, each after those that it is made of.
  private mutating func resolveDerived(_ declared: [(name: String, value: Node)]) {
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
      case .none:
        return .unknown(help: didYouMean(other, among: self.values.keys.sorted()))
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
