import Documents
import GameTheory
import Sweeps

extension CaseFamily {
  /// Time-dependent tactics: curves at some times, by their parameters.
  static let tactics = CaseFamily(name: "tactics", mark: "concession_curves") {
    (file, list) throws(CaseFault) in
    let times = try file.root.need("input").needNumbers("times")
    guard times.allSatisfy({ (0...1).contains($0) }) else {
      throw CaseFault("a time is not in 0...1")
    }
    for kind in try file.root.need("expected").members ?? [] {
      guard let form = CurveForm(rawValue: kind.key) else {
        list.skip(kind.key, "the family knows no such curve")
        continue
      }
      for row in kind.value.members ?? [] {
        let curve = try form.curve(try CurveForm.parameters(row.key))
        try check("\(kind.key), \(row.key)", curve, form, times, row.value, &list)
      }
    }
  }

  /// Holds a row against a curve; null stands for no value.
  private static func check(
    _ name: String,
    _ curve: ConcessionCurve,
    _ form: CurveForm,
    _ times: [Double],
    _ row: Node,
    _ list: inout CheckList
  ) throws(CaseFault) {
    guard let entries = row.elements, entries.allSatisfy({ $0.isNull || $0.number != nil }) else {
      throw CaseFault("'\(name)' is no list of numbers")
    }
    let found = times.map {
      form.isConcession ? curve.concession(at: $0) : curve.aspiration(at: $0)
    }
    guard found.count == entries.count else {
      return list.same(name, found, entries.map { $0.number })
    }
    let undefined = entries.indices.filter { entries[$0].isNull }
    if !undefined.isEmpty {
      list.same(
        "\(name): where it has no value",
        found.indices.filter { found[$0] == nil },
        undefined
      )
    }
    let stated = entries.indices.filter { !entries[$0].isNull }
    guard !stated.isEmpty else { return }
    list.near(
      name,
      stated.map { found[$0] ?? .nan },
      stated.map { entries[$0].number ?? .nan },
      usual: 1e-9
    )
  }
}

/// The curves, as cases call them.
private enum CurveForm: String {
  case faratinPolynomial = "faratin_polynomial_alpha"
  case faratinExponential = "faratin_exponential_alpha"
  case genius = "genius_f"
  case geniusAlpha = "genius_alpha"
  case polynomial = "negmas_poly_aspiration"
  case exponential = "negmas_exp_aspiration"

  /// Whether cases state what is conceded, and not what is asked for.
  var isConcession: Bool {
    switch self {
    case .faratinPolynomial, .faratinExponential, .genius, .geniusAlpha: true
    case .polynomial, .exponential: false
    }
  }

  /// The parameters in a text like `k=0.1,beta=2.0`.
  static func parameters(_ text: String) throws(CaseFault) -> [(name: String, value: Double)] {
    var found: [(String, Double)] = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=")
      let name = sides.first.map { String($0.filter { $0 != " " }) } ?? ""
      guard sides.count == 2, let value = Double(String(sides[1].filter { $0 != " " })),
        ["k", "beta", "e", "max"].contains(name)
      else { throw CaseFault("'\(text)' names no parameters of a curve") }
      found.append((name, value))
    }
    return found
  }

  /// The curve for an exponent of 0, by its formula with 0 to the power of 0 as 1.
  private func limit(_ opening: Double, _ maximum: Double) -> ConcessionCurve {
    switch self {
    // The inverse of 0 is infinite, as for the form of GENIUS.
    case .faratinPolynomial, .genius, .geniusAlpha: .genius(opening: opening, exponent: 0)
    case .faratinExponential:
      opening > 0 ? .constant(1 - opening) : .faratinExponential(opening: opening, beta: 0)
    case .polynomial: .constant(0)
    case .exponential: .constant(maximum)
    }
  }

  /// The curve with some parameters; an opening that is not stated is 0, a maximum 1.
  func curve(_ parameters: [(name: String, value: Double)]) throws(CaseFault) -> ConcessionCurve {
    func value(_ names: String...) -> Double? {
      parameters.first { names.contains($0.name) }?.value
    }
    guard let exponent = value("beta", "e") else {
      throw CaseFault("a curve has neither 'beta' nor 'e'")
    }
    let opening = value("k") ?? 0
    let maximum = value("max") ?? 1
    if exponent == 0 { return limit(opening, maximum) }
    return switch self {
    case .faratinPolynomial: .faratinPolynomial(opening: opening, beta: exponent)
    case .faratinExponential: .faratinExponential(opening: opening, beta: exponent)
    case .genius, .geniusAlpha: .genius(opening: opening, exponent: exponent)
    case .polynomial: .polynomial(maximum: maximum, exponent: exponent)
    case .exponential: .exponential(maximum: maximum, exponent: exponent)
    }
  }
}
