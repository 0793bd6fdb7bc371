/// Runs a check for many seeds, and says which seeds fail and how.
///
/// - Parameters:
///   - seeds: how many seeds, from 0.
///   - check: draws a case and returns what is wrong with it, or nil.
/// - Returns: one line for each failing seed, up to ten.
public func failures(
  seeds: Int,
  _ check: (inout SplitMix64) throws -> String?
) rethrows -> [String] {
  var found: [String] = []
  for seed in 0..<UInt64(seeds) where found.count < 10 {
    var random = SplitMix64(seed: seed)
    if let failure = try check(&random) { found.append("seed \(seed): \(failure)") }
  }
  return found
}
