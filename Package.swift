// swift-tools-version: 6.3
import PackageDescription

/// What every target is held to.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "detente",
  products: [
    .executable(name: "detente", targets: ["detente"]),
    .executable(name: "benchmarks", targets: ["Benchmarks"]),
  ],
  targets: [
    .target(name: "RowKernel"),
    .target(
      name: "GameTheory",
      dependencies: ["RowKernel"],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    .target(name: "Documents", swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "Negotiation",
      dependencies: ["GameTheory", "Documents"],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    .target(
      name: "Sweeps",
      dependencies: ["GameTheory", "Documents", "RowKernel"],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    .target(
      name: "Analysis",
      dependencies: ["GameTheory", "Documents", "Sweeps"],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    .target(
      name: "Presentation",
      dependencies: ["Documents"],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    .target(
      name: "Conformance",
      dependencies: ["GameTheory", "Documents", "Sweeps", "Analysis"],
      resources: [.embedInCode("Cases")],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    .executableTarget(
      name: "detente",
      dependencies: [
        "GameTheory", "Documents", "Negotiation", "Sweeps", "Analysis", "Conformance",
        "Presentation",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "GameTheory", "Documents", "Negotiation", "RowKernel", "Sweeps", "Conformance",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: ["GameTheory"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "GameTheoryTests",
      dependencies: ["GameTheory", "RowKernel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "GameTheory", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "NegotiationTests",
      dependencies: ["Negotiation", "GameTheory", "Documents", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SweepsTests",
      dependencies: ["Sweeps", "GameTheory", "Documents", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Sweeps", "GameTheory", "Documents", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PresentationTests",
      dependencies: ["Presentation", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["Conformance", "Documents", "Sweeps", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["detente", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
