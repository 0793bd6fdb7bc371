import Documents
import GameTheory

/// Parameters: their values, kinds and distributions.
extension ScenarioDecoder {
  /// A parameter on the way from the file into the table.
  private struct Declared {
    let name: String
    let reader: ObjectReader
    let kind: ParameterKind
    /// The value, names of options replaced by their numbers.
    let value: Node
  }

  /// The most options of a categorical parameter: the indicator of one is a polynomial of that degree.
  private static let optionLimit = 12

  mutating func readParameters(_ root: ObjectReader) {
    guard let node = root.value("parameters") else { return }
    guard let reader = ObjectReader(node, path: "parameters", what: "'parameters'", problems) else {
      parameters.isBroken = true
      return
    }
    var declared: [Declared] = []
    for member in reader.entries {
      let path = "parameters.\(member.key)"
      checkForm(of: member.key, joint: "_", at: member.keyLocation, path: path, problems)
      guard let object = ObjectReader(member.value, path: path, what: "a parameter", problems),
        let value = object.needed("value"), let kind = kind(object, value),
        let number = number(value, kind, object)
      else {
        parameters.polynomials[member.key] = .some(nil)
        continue
      }
      declared.append(Declared(name: member.key, reader: object, kind: kind, value: number))
    }
    for (position, entry) in declared.enumerated() {
      parameters.index[entry.name] = position
      guard case .number = entry.value.content else { continue }
      parameters.polynomials[entry.name] = Polynomial(variable: position)
      if case .categorical(let options) = entry.kind {
        addIndicators(of: options, entry.name, variable: position)
      }
    }
    resolveDerived(declared.map { ($0.name, $0.value) })
    for entry in declared { add(entry) }
  }

  // MARK: Kinds

  /// What values a parameter can have; nil after reporting what is wrong.
  private func kind(_ reader: ObjectReader, _ value: Node) -> ParameterKind? {
    let options = reader.value("options")
    var name = reader.choice("kind", ParameterKind.Name.self)
    if reader.value("kind") != nil, name == nil { return nil }
    if case .bool = value.content, name == nil { name = .boolean }
    guard let options else {
      if name == .categorical {
        _ = reader.needed("options")
        return nil
      }
      return name == .integer ? .integer : name == .boolean ? .boolean : .real
    }
    if let name, name != .categorical {
      problems.error(
        .parameterKind,
        "options go with kind \"categorical\", not \"\(name.rawValue)\"",
        at: options.location.start,
        path: reader.path(of: "options"),
        help: "leave out 'kind'"
      )
      return nil
    }
    return readOptions(options, path: reader.path(of: "options")).map { .categorical($0) }
  }

  private func readOptions(_ node: Node, path: String) -> [ParameterKind.Option]? {
    guard let reader = ObjectReader(node, path: path, what: "'options'", problems) else {
      return nil
    }
    var options: [ParameterKind.Option] = []
    for member in reader.entries {
      let path = "\(path).\(member.key)"
      checkForm(of: member.key, joint: "_", at: member.keyLocation, path: path, problems)
      guard let value = plainNumber(member.value, path: path, problems) else { return nil }
      if let other = options.first(where: { $0.value == value }) {
        problems.error(
          .parameterKind,
          "'\(member.key)' and '\(other.name)' have the same number",
          at: member.value.location,
          path: path,
          help: "give each option a number of its own"
        )
        return nil
      }
      options.append(ParameterKind.Option(name: member.key, value: value))
    }
    guard (2...ScenarioDecoder.optionLimit).contains(options.count) else {
      problems.error(
        .parameterKind,
        "a categorical parameter has 2 to \(ScenarioDecoder.optionLimit) options, found "
          + "\(options.count)",
        at: node.location.start,
        path: path
      )
      return nil
    }
    return options
  }

  /// The value as a number or expression; nil after reporting what is wrong.
  private func number(_ value: Node, _ kind: ParameterKind, _ reader: ObjectReader) -> Node? {
    if case .boolean = kind, case .bool(let flag) = value.content {
      return Node(.number(flag ? "1" : "0"), at: value.location)
    }
    guard !kind.options.isEmpty else { return value }
    var text: String?
    switch value.content {
    case .string(let name): text = name
    case .number(let digits): text = digits
    default: break
    }
    if let text, let number = kind.value(of: text) {
      return Node(.number(number.description), at: value.location)
    }
    problems.error(
      .parameterKind,
      "the value is \(kind.description), found " + (text.map { "'\($0)'" } ?? value.kind),
      at: value.location,
      path: reader.path(of: "value"),
      help: text.flatMap { didYouMean($0, among: kind.options.map { $0.name }) }
    )
    return nil
  }

  /// Lets expressions ask for one option: 1 where the parameter has it and 0 where it has another.
  ///
  /// - Source: Lagrange's interpolation: the product of (x - v) / (u - v) over the numbers v of the others.
  private mutating func addIndicators(
    of options: [ParameterKind.Option],
    _ name: String,
    variable: Int
  ) {
    for option in options {
      var indicator = Polynomial(constant: 1)
      for other in options where other != option {
        let distance = Polynomial(variable: variable) - Polynomial(constant: other.value)
        indicator = indicator * distance.scaled(by: 1 / (option.value - other.value))
      }
      parameters.polynomials["\(name).\(option.name)"] = indicator
    }
  }

  // MARK: The table

  private mutating func add(_ entry: Declared) {
    let reader = entry.reader
    let name = entry.name
    let title = reader.string("name") ?? name.split(separator: "_").joined(separator: " ")
    let unit = reader.string("unit") ?? ""
    let range = reader.range("range")
    let basis = reader.choice("basis", Quantity.Basis.self) ?? .calibrated
    let because = reasons(reader, lackingIn: "the parameter '\(name)'")
    let spread = reader.value("distribution")
    reader.finish()
    let (text, polynomial, isDerived) = value(of: entry)
    if isDerived { checkDerived(entry) } else { checkKind(entry, polynomial, range) }
    let quantity = Quantity(
      text: text,
      polynomial: polynomial,
      path: name,
      because: because,
      basis: basis,
      range: isDerived ? nil : entry.kind.range ?? range,
      location: entry.value.location
    )
    if let value = polynomial.constantValue, entry.kind.range == nil {
      checkRange(value, of: quantity)
    }
    var distribution: ValueDistribution?
    if let spread, !isDerived {
      distribution = readDistribution(
        spread,
        path: reader.path(of: "distribution"),
        kind: entry.kind,
        range: range
      )
    }
    parameters.parameters.append(
      Parameter(
        name: name,
        title: title,
        quantity: quantity,
        unit: unit,
        isDerived: isDerived,
        kind: entry.kind,
        distribution: distribution
      )
    )
  }

  private func value(of entry: Declared) -> (text: String, Polynomial, isDerived: Bool) {
    switch entry.value.content {
    case .number(let digits):
      let path = entry.reader.path(of: "value")
      let number = plainNumber(entry.value, path: path, problems) ?? 0
      return (digits, Polynomial(constant: number), false)
    case .string(let expression):
      if let constant = parameters.constants[entry.name] {
        return (expression, Polynomial(constant: constant), false)
      }
      let resolved = parameters.polynomials[entry.name] ?? nil
      return (expression, resolved ?? Polynomial(constant: 0), resolved != nil)
    default: return ("", Polynomial(constant: 0), false)
    }
  }

  /// Reports what a derived parameter cannot have.
  private func checkDerived(_ entry: Declared) {
    for key in ["range", "kind", "distribution"] {
      guard let node = entry.reader.value(key) else { continue }
      problems.error(
        key == "range" ? .range : .parameterKind,
        "a derived parameter has no \(key) of its own",
        at: node.location,
        path: entry.reader.path,
        help: "give \(key == "range" ? "ranges" : "it") to the parameters that it is made of"
      )
    }
  }

  /// Reports values and ranges that do not go with the parameter's kind.
  private func checkKind(_ entry: Declared, _ value: Polynomial, _ range: ClosedRange<Rational>?) {
    let reader = entry.reader
    if entry.kind.range != nil, let node = reader.value("range") {
      problems.error(
        .parameterKind,
        "a parameter whose values have names has no range",
        at: node.location,
        path: reader.path(of: "range"),
        help: "its values are \(entry.kind.description)"
      )
    }
    guard case .integer = entry.kind else { return }
    if let number = value.constantValue, !number.isInteger {
      problems.error(
        .parameterKind,
        "the value is a whole number, found \(number)",
        at: entry.value.location,
        path: reader.path(of: "value")
      )
    }
    if let range, !range.lowerBound.isInteger || !range.upperBound.isInteger {
      problems.error(
        .parameterKind,
        "the range of a whole number ends at whole numbers",
        at: reader.value("range")?.location,
        path: reader.path(of: "range")
      )
    }
  }
}
