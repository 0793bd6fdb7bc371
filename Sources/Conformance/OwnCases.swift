import Documents

/// The project's own small set of cases, part of the program.
public enum OwnCases {
  /// The files, in the order of their names.
  static let files = [
    file("bargaining_four_outcomes", PackageResources.bargaining_four_outcomes_json),
    file("bargaining_offers", PackageResources.bargaining_offers_json),
    file("bargaining_packages", PackageResources.bargaining_packages_json),
    file("bargaining_shares", PackageResources.bargaining_shares_json),
    file("bdm_iran_election_2013", PackageResources.bdm_iran_election_2013_json),
    file("bench_instance_random", PackageResources.bench_instance_random_json),
    file("bench_instance_structured", PackageResources.bench_instance_structured_json),
    file("cooperative_estate", PackageResources.cooperative_estate_json),
    file("cooperative_pairs", PackageResources.cooperative_pairs_json),
    file("deterrence_unilateral", PackageResources.deterrence_unilateral_json),
    file("gmcr_chicken", PackageResources.gmcr_chicken_json),
    file("gmcr_cuban_preferences", PackageResources.gmcr_cuban_preferences_json),
    file("gmcr_elmira", PackageResources.gmcr_elmira_json),
    file("joe_kuo", PackageResources.joe_kuo_json),
    file("ktab_smp_dummy_3dim", PackageResources.ktab_smp_dummy_3dim_json),
    file("lhs", PackageResources.lhs_json),
    file("morris", PackageResources.morris_json),
    file("owen_hash_scramble", PackageResources.owen_hash_scramble_json),
    file("pce_three_options", PackageResources.pce_three_options_json),
    file("prim_cart", PackageResources.prim_cart_json),
    file("repeated_discount", PackageResources.repeated_discount_json),
    file("repeated_set_a", PackageResources.repeated_set_a_json),
    file("repeated_set_b", PackageResources.repeated_set_b_json),
    file("robustness", PackageResources.robustness_json),
    file("sao_4_party_random_08", PackageResources.sao_4_party_random_08_json),
    file("sobol_indices", PackageResources.sobol_indices_json),
    file("tactics_curves", PackageResources.tactics_curves_json),
    file("voting_power", PackageResources.voting_power_json),
  ]

  /// The two instances on which the kernel is measured, by their names; nil where one is damaged.
  public static func kernelInstance(_ name: String) -> KernelInstance? {
    let file = files.first { $0.stem == "bench_instance_\(name)" }
    guard case .value(let root) = file?.content else { return nil }
    return try? KernelInstance(name, root)
  }

  private static func file(_ stem: String, _ bytes: [UInt8]) -> CaseFile {
    CaseFile(SourceText(name: "own/\(stem).json", bytes: bytes))
  }
}
