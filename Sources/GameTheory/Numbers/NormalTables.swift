/// Rational functions for the quantiles of the standard normal distribution, fitted for this use.
///
/// Each is the quotient of two polynomials, from the constant coefficient upwards, that is nearest to the
/// quantile on its interval in relative terms. All coefficients are positive, so nothing cancels.
enum NormalTables {
  // Quantile over q in 0.180625 - q², for q, the share less a half, up to 0.425; error 4e-21.
  static let centralNumerator: [DoubleDouble] = [
    DoubleDouble(0x1.b18d91e9eef76p+1, -0x1.2a9dc6ac63e6fp-53),
    DoubleDouble(0x1.5c667a9823a78p+7, 0x1.10c50ff4649c3p-49),
    DoubleDouble(0x1.c4d94aeba07b4p+11, -0x1.0d7621ec45d53p-46),
    DoubleDouble(0x1.323b3ab1539bfp+15, -0x1.27b2b4ce6d6eep-43),
    DoubleDouble(0x1.ce65cb7066a01p+17, -0x1.462418111f48fp-38),
    DoubleDouble(0x1.856a50991aa6bp+19, 0x1.80659f9dbb001p-38),
    DoubleDouble(0x1.5a445e7be3d9ap+20, -0x1.d67f04fecdf1cp-37),
    DoubleDouble(0x1.1eb588d7a0245p+20, -0x1.6cb03bb388d8dp-37),
    DoubleDouble(0x1.50f077d96e73ep+18, 0x1.b86b749600e26p-38),
    DoubleDouble(0x1.f00dd756dcf40p+13, -0x1.2aaa4b7dc57dap-41),
  ]
  static let centralDenominator: [DoubleDouble] = [
    DoubleDouble(0x1.0000000000000p+0, 0x0.0p+0),
    DoubleDouble(0x1.b37b5a4427b59p+5, -0x1.5ba2063d0c9c1p-50),
    DoubleDouble(0x1.2ec6ed0da3fb3p+10, -0x1.1fc360156e1bbp-44),
    DoubleDouble(0x1.bc5e12b655816p+13, 0x1.8ff6ca40a3420p-43),
    DoubleDouble(0x1.73438aa22e3d1p+16, -0x1.75a2b502e379dp-42),
    DoubleDouble(0x1.63e671cdaa020p+18, 0x1.7f9c5ff63656dp-37),
    DoubleDouble(0x1.78248645db5b1p+19, 0x1.3a0971103a4f2p-35),
    DoubleDouble(0x1.8e66e8588c98ep+19, 0x1.1011c359582fdp-36),
    DoubleDouble(0x1.5c4392a8a7729p+18, -0x1.c35926470a422p-37),
    DoubleDouble(0x1.3adffca450aa4p+15, -0x1.6b5b581827544p-40),
  ]

  // Quantile in r - 1.5, r being the root of minus the logarithm of the share above, up to 5; error 2e-21.
  static let middleNumerator: [DoubleDouble] = [
    DoubleDouble(0x1.4059f9ed66519p+0, -0x1.e5788f5172bfbp-54),
    DoubleDouble(0x1.432143a122566p+2, -0x1.23b736e471c8ap-56),
    DoubleDouble(0x1.0407067fb99c7p+3, -0x1.f866690239b1fp-55),
    DoubleDouble(0x1.c01c9c0bef275p+2, 0x1.668f2d86e8d5ap-52),
    DoubleDouble(0x1.cc4d2b7313397p+1, -0x1.6fb52468afcd1p-54),
    DoubleDouble(0x1.2514108a67291p+0, 0x1.4a7bf7c2396c6p-54),
    DoubleDouble(0x1.cc5b24584c145p-3, 0x1.62c31c414eeb3p-62),
    DoubleDouble(0x1.a734dcedcb88bp-6, -0x1.2e07a0827536fp-60),
    DoubleDouble(0x1.8fe50a6c68b99p-10, -0x1.aa7b9f0c88cccp-64),
    DoubleDouble(0x1.17aa575f149bdp-15, -0x1.4b3133ffcb79ep-69),
  ]
  static let middleDenominator: [DoubleDouble] = [
    DoubleDouble(0x1.0000000000000p+0, 0x0.0p+0),
    DoubleDouble(0x1.530ef607d46f9p+1, 0x1.ffdb5b479cc62p-54),
    DoubleDouble(0x1.77c9c821925f5p+1, -0x1.a29e5dc40a834p-57),
    DoubleDouble(0x1.c5a80c0171576p+0, 0x1.331c4e2bd8eb0p-54),
    DoubleDouble(0x1.4473b1a168905p-1, -0x1.00221df215f5ap-55),
    DoubleDouble(0x1.169b41d96ff4ep-3, -0x1.e9f736fed6224p-57),
    DoubleDouble(0x1.12b9bdb448ac6p-6, 0x1.11012c7a2f3afp-60),
    DoubleDouble(0x1.118bfee7fc248p-10, 0x1.d171d23857f07p-65),
    DoubleDouble(0x1.8b7a985bcc1abp-16, -0x1.551a401a42f4fp-70),
    DoubleDouble(0x1.c224e9d20f6f6p-37, -0x1.6e837435d248dp-92),
  ]

  // Quantile in r - 5 for r from 5 to 27; error 4e-21.
  static let farNumerator: [DoubleDouble] = [
    DoubleDouble(0x1.aa1b1c13ee526p+2, 0x1.2083754f8ec9bp-52),
    DoubleDouble(0x1.ba1362ed72ce6p+2, 0x1.fb87dcce2fe6ep-53),
    DoubleDouble(0x1.86a53bb068437p+1, -0x1.a78cd3f5315b8p-54),
    DoubleDouble(0x1.809b57523d68cp-1, -0x1.2dd86a225f212p-58),
    DoubleDouble(0x1.cec65d949fbe7p-4, -0x1.100387ce7a029p-58),
    DoubleDouble(0x1.5eb5b06c5acfbp-7, 0x1.22be18c670eeep-61),
    DoubleDouble(0x1.4c805cfec31c6p-11, -0x1.2a9e6110112e6p-65),
    DoubleDouble(0x1.7acf6509d6d1ap-16, -0x1.dc9590af966c1p-71),
    DoubleDouble(0x1.dd86b7a8f5fafp-22, -0x1.b77f3c7677051p-76),
    DoubleDouble(0x1.1ce12b7426d64p-28, 0x1.551b182bc160cp-83),
    DoubleDouble(0x1.c344fad429422p-37, 0x1.648e3cf9a42a6p-91),
  ]
  static let farDenominator: [DoubleDouble] = [
    DoubleDouble(0x1.0000000000000p+0, 0x0.0p+0),
    DoubleDouble(0x1.a221d776e62b5p-1, 0x1.37d78c968df81p-58),
    DoubleDouble(0x1.1e119b6b24711p-2, -0x1.d86df56040b7dp-57),
    DoubleDouble(0x1.a9e7874c03177p-5, -0x1.40ffbb2945c8ap-59),
    DoubleDouble(0x1.7690916e64d94p-8, -0x1.7c7f0d7aa282ep-65),
    DoubleDouble(0x1.8b2a394df60b7p-12, -0x1.a6a89bb174a80p-69),
    DoubleDouble(0x1.e5ad69a6b1465p-17, 0x1.eb5ee33fc9199p-72),
    DoubleDouble(0x1.4234c35707b37p-22, 0x1.a8670b7de700fp-76),
    DoubleDouble(0x1.8ca63c5d39223p-29, -0x1.e4b53e3772653p-83),
    DoubleDouble(0x1.3f187003ace49p-37, 0x1.e5e3d65682116p-91),
  ]
}
