import Foundation

/// Functions of the unit cube whose sensitivity is known.
enum TestFunction: String, Sendable, CaseIterable {
  case ishigami
  case g8

  var axes: Int { self == .ishigami ? 3 : 8 }

  func value(_ point: [Double]) -> Double {
    switch self {
    case .ishigami:
      let x = point.map { -Double.pi + $0 * (2 * Double.pi) }
      let (first, second) = (sin(x[0]), sin(x[1]))
      return first + 7 * (second * second) + 0.1 * (x[2] * x[2] * x[2] * x[2]) * first
    case .g8:
      let a: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]
      return zip(point, a).reduce(1) { $0 * ((4 * $1.0 - 2).magnitude + $1.1) / (1 + $1.1) }
    }
  }

  /// Second-order indices of the pairs of axes, 1 with 2, 1 with 3 and so on, from the closed forms.
  var pairs: [Double] {
    let (first, total) = indices
    switch self {
    // Only the first and the third axis act together.
    case .ishigami: return [0, total[2], 0]
    case .g8:
      let parts = [0, 1, 4.5, 9, 99, 99, 99, 99].map { 1 / (3 * (1 + $0) * (1 + $0)) }
      let variance = parts[0] / first[0]
      return parts.indices.flatMap { one in
        (one + 1..<max(axes, one + 1)).map { parts[one] * parts[$0] / variance }
      }
    }
  }

  /// First-order and total indices, from the closed forms.
  var indices: (first: [Double], total: [Double]) {
    switch self {
    case .ishigami:
      let pi4 = Double.pi * Double.pi * Double.pi * Double.pi
      let first = (1 + 0.1 * pi4 / 5) * (1 + 0.1 * pi4 / 5) / 2
      let both = 8 * 0.01 * pi4 * pi4 / 225
      let variance = first + 49.0 / 8 + both
      return (
        [first / variance, 49.0 / 8 / variance, 0],
        [(first + both) / variance, 49.0 / 8 / variance, both / variance]
      )
    case .g8:
      let parts = [0, 1, 4.5, 9, 99, 99, 99, 99].map { 1 / (3 * (1 + $0) * (1 + $0)) }
      let product = parts.reduce(1) { $0 * (1 + $1) }
      return (
        parts.map { $0 / (product - 1) },
        parts.map { $0 * product / (1 + $0) / (product - 1) }
      )
    }
  }
}
