import GameTheory
import Sweeps

/// Resampling in one pass: in each replicate a point counts as often as a Poisson number with mean 1 says.
///
/// The number is hashed from the seed, the point and the replicate, so a replicate's sums grow with each
/// point and nothing is kept of the points: memory for the replicates' sums only, whatever the number of
/// points, and the same intervals on every machine, in any order, however the points are parted.
///
/// Resampling many points one by one costs much and gains nothing: an interval is known well enough from
/// some thousand draws. So of more than ``groupLimit`` points equally many neighbours count together, as
/// one; their number is a power of two, for then neighbours among Sobol' points are well spread themselves.
/// - Source: Chamandy, Muralidharan, Najmi and Naidu, Estimating uncertainty for massive data streams
///   (2012), section 3; Owen and Eckles, Bootstrapping data arrays of arbitrary order (2012).
public struct PoissonBootstrap: Sendable, Equatable {
  /// The seed of the weights; every number, 0 too, is one.
  public let seed: UInt64
  /// How many replicates there are.
  public let replicates: Int
  /// How many neighbouring points count together.
  public let groupSize: Int

  /// The most groups that are resampled.
  public static let groupLimit = 2048

  /// Creates a plan for so many points.
  ///
  /// - Parameters:
  ///   - seed: the seed of the weights.
  ///   - replicates: how many replicates; 0 for none, and so no intervals.
  ///   - points: how many points the design has.
  public init(seed: UInt64, replicates: Int = 500, points: Int) {
    self.seed = seed
    self.replicates = replicates
    var size = 1
    while (points + size - 1) / size > PoissonBootstrap.groupLimit { size *= 2 }
    groupSize = size
  }

  /// The group of a point.
  public func group(of point: Int) -> Int { point / groupSize }

  /// How often a group counts in each replicate.
  ///
  /// - Complexity: O(*replicates*).
  public func weights(ofGroup group: Int) -> [Int] {
    (0..<replicates).map { replicate in
      let bits = CounterRandom.bits(seed: seed, row: UInt64(group), column: UInt64(replicate))
      var weight = 0
      while weight < PoissonBootstrap.bounds.count, bits >= PoissonBootstrap.bounds[weight] {
        weight += 1
      }
      return weight
    }
  }

  /// The probability of at most 0, 1, 2 and so on, times 2^64, rounded.
  private static let bounds: [UInt64] = [
    0x5E2D_58D8_B3BC_DF1B, 0xBC5A_B1B1_6779_BE35, 0xEB71_5E1D_C158_2DC3, 0xFB23_9797_34A2_52F2,
    0xFF10_25F5_9174_DC3E, 0xFFD9_0F3B_A405_5E1A, 0xFFFA_8B71_FC72_C914, 0xFFFF_540C_0914_B3CA,
    0xFFFF_ED1F_4AA8_F120, 0xFFFF_FE21_6E64_1463, 0xFFFF_FFD4_D85D_3183, 0xFFFF_FFFC_6DA2_62B5,
    0xFFFF_FFFF_BA12_D179, 0xFFFF_FFFF_FB07_C64D, 0xFFFF_FFFF_FFAB_8EA5, 0xFFFF_FFFF_FFFA_BE22,
    0xFFFF_FFFF_FFFF_B11A, 0xFFFF_FFFF_FFFF_FBA1, 0xFFFF_FFFF_FFFF_FFC5, 0xFFFF_FFFF_FFFF_FFFD,
  ]
}
