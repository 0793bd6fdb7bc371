import Documents
import GameTheory
import Negotiation
import Sweeps

extension ValueDistribution {
  /// The distribution as `--vary` takes it, such as `normal(4, 1)` or `discrete(bush: 2, gore: 1)`.
  func text(_ kind: ParameterKind) -> String {
    switch self {
    case .continuous(let distribution): return distribution.text
    case .discrete(let values, let weights):
      let parts = zip(values, weights).map { "\(kind.text(of: $0)): \($1)" }
      return "discrete(\(parts.joined(separator: ", ")))"
    }
  }
}
