import Documents

/// The project's own small set of cases, part of the program.
public enum OwnCases {
  /// The files, in the order of their names.
  static let files = [
    file("bench_instance_random", PackageResources.bench_instance_random_json),
    file("bench_instance_structured", PackageResources.bench_instance_structured_json),
    file("joe_kuo", PackageResources.joe_kuo_json),
    file("lhs", PackageResources.lhs_json),
    file("morris", PackageResources.morris_json),
    file("owen_hash_scramble", PackageResources.owen_hash_scramble_json),
    file("prim_cart", PackageResources.prim_cart_json),
    file("robustness", PackageResources.robustness_json),
    file("sobol_indices", PackageResources.sobol_indices_json),
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
