/// Tables of the elementary functions: values rounded to two `Double`s, and coefficients of series.
enum ElementaryTables {
  /// 2 to the power of j / 32, for j from 0 to 31.
  static let exponentials: [DoubleDouble] = [
    DoubleDouble(0x1.0000000000000p+0, 0x0.0p+0),
    DoubleDouble(0x1.059b0d3158574p+0, 0x1.d73e2a475b465p-55),
    DoubleDouble(0x1.0b5586cf9890fp+0, 0x1.8a62e4adc610bp-54),
    DoubleDouble(0x1.11301d0125b51p+0, -0x1.6c51039449b3ap-54),
    DoubleDouble(0x1.172b83c7d517bp+0, -0x1.19041b9d78a76p-55),
    DoubleDouble(0x1.1d4873168b9aap+0, 0x1.e016e00a2643cp-54),
    DoubleDouble(0x1.2387a6e756238p+0, 0x1.9b07eb6c70573p-54),
    DoubleDouble(0x1.29e9df51fdee1p+0, 0x1.612e8afad1255p-55),
    DoubleDouble(0x1.306fe0a31b715p+0, 0x1.6f46ad23182e4p-55),
    DoubleDouble(0x1.371a7373aa9cbp+0, -0x1.63aeabf42eae2p-54),
    DoubleDouble(0x1.3dea64c123422p+0, 0x1.ada0911f09ebcp-55),
    DoubleDouble(0x1.44e086061892dp+0, 0x1.89b7a04ef80d0p-59),
    DoubleDouble(0x1.4bfdad5362a27p+0, 0x1.d4397afec42e2p-56),
    DoubleDouble(0x1.5342b569d4f82p+0, -0x1.07abe1db13cadp-55),
    DoubleDouble(0x1.5ab07dd485429p+0, 0x1.6324c054647adp-54),
    DoubleDouble(0x1.6247eb03a5585p+0, -0x1.383c17e40b497p-54),
    DoubleDouble(0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26456p-54),
    DoubleDouble(0x1.71f75e8ec5f74p+0, -0x1.16e4786887a99p-55),
    DoubleDouble(0x1.7a11473eb0187p+0, -0x1.41577ee04992fp-55),
    DoubleDouble(0x1.82589994cce13p+0, -0x1.d4c1dd41532d8p-54),
    DoubleDouble(0x1.8ace5422aa0dbp+0, 0x1.6e9f156864b27p-54),
    DoubleDouble(0x1.93737b0cdc5e5p+0, -0x1.75fc781b57ebcp-57),
    DoubleDouble(0x1.9c49182a3f090p+0, 0x1.c7c46b071f2bep-56),
    DoubleDouble(0x1.a5503b23e255dp+0, -0x1.d2f6edb8d41e1p-54),
    DoubleDouble(0x1.ae89f995ad3adp+0, 0x1.7a1cd345dcc81p-54),
    DoubleDouble(0x1.b7f76f2fb5e47p+0, -0x1.5584f7e54ac3bp-56),
    DoubleDouble(0x1.c199bdd85529cp+0, 0x1.11065895048ddp-55),
    DoubleDouble(0x1.cb720dcef9069p+0, 0x1.503cbd1e949dbp-56),
    DoubleDouble(0x1.d5818dcfba487p+0, 0x1.2ed02d75b3707p-55),
    DoubleDouble(0x1.dfc97337b9b5fp+0, -0x1.1a5cd4f184b5cp-54),
    DoubleDouble(0x1.ea4afa2a490dap+0, -0x1.e9c23179c2893p-54),
    DoubleDouble(0x1.f50765b6e4540p+0, 0x1.9d3e12dd8a18bp-54),
  ]

  /// For j from 23 to 45 a number of ten bits near 32 / j, and minus its logarithm.
  static let logarithms: [(reciprocal: Double, logarithm: DoubleDouble)] = [
    (1.3916015625, DoubleDouble(-0x1.5262deeb98879p-2, -0x1.823ddad7fcfa1p-58)),
    (1.3330078125, DoubleDouble(-0x1.26561f133862dp-2, -0x1.10cdf548bd15cp-57)),
    (1.2802734375, DoubleDouble(-0x1.fa01c3bb57cbcp-3, -0x1.1c0a3c50f47adp-59)),
    (1.23046875, DoubleDouble(-0x1.a8becfc882f19p-3, 0x1.e8c37918c39ebp-58)),
    (1.185546875, DoubleDouble(-0x1.5c940075972b9p-3, -0x1.adccb73379cc5p-58)),
    (1.142578125, DoubleDouble(-0x1.10f8e422539b1p-3, -0x1.8f798d39f1b7dp-58)),
    (1.103515625, DoubleDouble(-0x1.9375e55595edep-4, 0x1.e463f9e4dd920p-59)),
    (1.06640625, DoubleDouble(-0x1.075983598e471p-4, -0x1.80da5333c45b8p-59)),
    (1.0322265625, DoubleDouble(-0x1.03d5d85e73eefp-5, -0x1.2c1da539d60edp-61)),
    (1.0, DoubleDouble(0x0.0p+0, 0x0.0p+0)),
    (0.9697265625, DoubleDouble(0x1.f7a9b16782856p-6, -0x1.36c720c147756p-60)),
    (0.94140625, DoubleDouble(0x1.eea31c006b87cp-5, -0x1.3e4fc93b7b66cp-59)),
    (0.9140625, DoubleDouble(0x1.700d30aeac0e1p-4, -0x1.72566212cdd05p-61)),
    (0.888671875, DoubleDouble(0x1.e3707ee30487bp-4, 0x1.09ccecd579d99p-58)),
    (0.865234375, DoubleDouble(0x1.28753bc11aba5p-3, -0x1.6394d9fa33311p-57)),
    (0.841796875, DoubleDouble(0x1.60b3100b09476p-3, -0x1.5b2623e05016bp-58)),
    (0.8203125, DoubleDouble(0x1.95a5adcf7017fp-3, 0x1.142c507fb7a3dp-58)),
    (0.7998046875, DoubleDouble(0x1.c97f8079d44ecp-3, 0x1.61a8c6e6c4ee7p-57)),
    (0.7802734375, DoubleDouble(0x1.fc218be620a5ep-3, -0x1.6e438c258187fp-58)),
    (0.76171875, DoubleDouble(0x1.16b5ccbacfb73p-2, 0x1.66fbd28b40935p-56)),
    (0.744140625, DoubleDouble(0x1.2e9e2bce12286p-2, 0x1.8251a3b83d97ap-62)),
    (0.7275390625, DoubleDouble(0x1.45b8c0a17df13p-2, 0x1.dbe305eaf5a20p-56)),
    (0.7109375, DoubleDouble(0x1.5d5bddf595f30p-2, -0x1.6541148cbb8a2p-56)),
  ]

  /// 1 / k! for k from 9 down to 3.
  static let inverseFactorials: [Double] = [
    1 / 362_880, 1 / 40_320, 1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6,
  ]

  /// -(-1)^k / k for k from 14 down to 3.
  static let alternatingInverses: [Double] = [
    -1 / 14, 1 / 13, -1 / 12, 1 / 11, -1 / 10, 1 / 9, -1 / 8, 1 / 7, -1 / 6, 1 / 5, -1 / 4, 1 / 3,
  ]

  /// The coefficients of Stirling's series, B(2k) / (2k (2k - 1)) for k from 9 down to 2.
  static let stirling: [Double] = [
    43867 / 244_188, -3617 / 122_400, 1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260,
    -1 / 360,
  ]
}
