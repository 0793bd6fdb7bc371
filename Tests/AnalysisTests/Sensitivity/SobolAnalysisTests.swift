import Analysis
import Sweeps
import TestSupport
import Testing

@Suite("Sobol' indices")
struct SobolAnalysisTests {
  /// Estimates at unscrambled points, computed by another program.
  struct Reference: Sendable, CustomTestStringConvertible {
    let function: TestFunction
    let points: Int
    let mean: Double
    let variance: Double
    let uncentred: [Double]
    let centred: [Double]
    let jansen: [Double]
    let total: [Double]
    var testDescription: String { "\(function) at \(points) points" }
  }

  static let references = [
    Reference(
      function: .ishigami,
      points: 256,
      mean: 3.5095400063842366,
      variance: 13.629642186637005,
      uncentred: [
        0.332946707074191, 0.48200728419399247, -0.037331927311952944,
      ],
      centred: [
        0.3259523482013629, 0.4820072841939925, 0.011733171934743684,
      ],
      jansen: [
        0.24925735422327955, 0.41075050464777085, -0.0786085760314652,
      ],
      total: [
        0.5646024820275064, 0.4570071429805211, 0.25064884354377587,
      ]
    ),
    Reference(
      function: .ishigami,
      points: 1024,
      mean: 3.5060556803995717,
      variance: 13.81895444323866,
      uncentred: [
        0.3327393783829014, 0.4413139385440669, 0.018399909007731533,
      ],
      centred: [
        0.33295530411690233, 0.4413139385440669, 0.018578602420244266,
      ],
      jansen: [
        0.3128447763954527, 0.42616781579360896, -0.0026240532337891143,
      ],
      total: [
        0.5581790457114659, 0.44328458403034815, 0.24214937335496534,
      ]
    ),
    Reference(
      function: .ishigami,
      points: 4096,
      mean: 3.4999118906322266,
      variance: 13.844530431683204,
      uncentred: [
        0.31410677088396993, 0.44247275212021153, -6.634178779223834e-5,
      ],
      centred: [
        0.31410641869437256, 0.4424727521202115, -6.487944881331475e-5,
      ],
      jansen: [
        0.3147441992168638, 0.44279827650414605, 0.0001259735548021501,
      ],
      total: [
        0.5574345763096967, 0.44245415349584444, 0.24329312192218316,
      ]
    ),
    Reference(
      function: .g8,
      points: 256,
      mean: 1.0004581876091518,
      variance: 0.4787864844209405,
      uncentred: [
        0.729757028340595, 0.17679541037393, -0.026000750487460006,
        0.005395864994940705, -7.875850563099436e-5, 0.00010078917569602685,
        0.00045555966989894303, 0.0003470956269673063,
      ],
      centred: [
        0.6818488889139867, 0.1768185716451945, -0.025904966576307333,
        0.0055919808500063, -4.9561133813322336e-5, 0.00011027778673406682,
        0.00011023819327183077, 0.0004138462980687027,
      ],
      jansen: [
        0.7160234692105618, 0.26331923487258135, 0.06504001701299511,
        0.09718396505461069, 0.0903568893882899, 0.09110905969740335,
        0.0906719568700356, 0.09080413714958702,
      ],
      total: [
        0.7441528903905598, 0.22674790679311652, 0.030705205652774997,
        0.009835813335850681, 9.567590102239863e-5, 9.950196845653314e-5,
        0.00010158689684533224, 0.00010074036950365071,
      ]
    ),
    Reference(
      function: .g8,
      points: 1024,
      mean: 1.000114384440364,
      variance: 0.46730423407437743,
      uncentred: [
        0.6938761468117532, 0.17808361521241345, 0.023515888930096665,
        0.0072203535996588734, 4.808364629861925e-5, -0.00020308839063623427,
        8.921159668044595e-5, 0.00018516813512495245,
      ],
      centred: [
        0.6937526116125997, 0.17818687121108315, 0.023525927934618503,
        0.0072042518928036176, 4.836257706851253e-5, -0.00016830232714317009,
        9.36874796406896e-5, 0.00025791952276341313,
      ],
      jansen: [
        0.7171665646880344, 0.19940422104346356, 0.047403024491615375,
        0.030904549002603976, 0.023794614554945692, 0.023875637596324495,
        0.02391702069945112, 0.024261985685861243,
      ],
      total: [
        0.7656211637850973, 0.2346407695402197, 0.03154420948345065,
        0.010474491832073952, 0.00010141006803456128, 0.00010332673631944684,
        0.00010266114932096598, 0.00010372045473307885,
      ]
    ),
    Reference(
      function: .g8,
      points: 4096,
      mean: 1.000011110403792,
      variance: 0.4657169785367187,
      uncentred: [
        0.7146993786889236, 0.17761196005587698, 0.02282560296165511,
        0.0073354147325170715, 4.319640412967948e-5, 9.116990830824618e-5,
        0.0001244942805268232, 0.00014433608244593103,
      ],
      centred: [
        0.7147156741767136, 0.1775980803249676, 0.02283678683011679,
        0.007342149033936184, 4.3901594412567106e-5, 9.68604413626937e-5,
        0.000122931010187427, 0.00014951491308103898,
      ],
      jansen: [
        0.7171049154702223, 0.17642949508991634, 0.02494191909568033,
        0.00945564925955722, 0.002223011194402491, 0.00231170158440297,
        0.002242211384225423, 0.002329127699386979,
      ],
      total: [
        0.7860725080622253, 0.24056984597304257, 0.03415722327246961,
        0.0104572541899725, 0.00010477721470241992, 0.00010470252744544675,
        0.0001045182894335108, 0.00010494506473802792,
      ]
    ),
  ]

  private static func analysis(
    _ function: TestFunction,
    points: Int,
    shift: UInt64? = nil,
    replicates: Int = 0
  ) -> SobolAnalysis {
    let bootstrap = PoissonBootstrap(seed: 1, replicates: replicates, points: points)
    var analysis = SobolAnalysis(axes: function.axes, numbers: 1, families: 0, bootstrap: bootstrap)
    let base = BasePoints(axes: function.axes, shift: shift)
    for point in 0..<points {
      let samples = base.samples(point).map {
        SampleValues(numbers: [function.value($0)], labels: [])
      }
      analysis.add(point: point, samples)
    }
    return analysis
  }

  @Test("estimates agree with another program's to 12 digits", arguments: references)
  func digits(_ reference: Reference) throws {
    let found = Self.analysis(reference.function, points: reference.points)
      .indices(ofNumber: 0)
    func close(_ left: Double?, _ right: Double) -> Bool {
      guard let left else { return false }
      return (left - right).magnitude <= 1e-12 * max(1, right.magnitude)
    }
    #expect(close(found.mean, reference.mean))
    #expect(close(found.variance, reference.variance))
    #expect(found.points == reference.points && found.pointsLeftOut == 0)
    for (axis, indices) in found.axes.enumerated() {
      #expect(close(indices.firstOrderUncentred?.value, reference.uncentred[axis]))
      #expect(close(indices.firstOrder?.value, reference.centred[axis]))
      #expect(close(indices.firstOrderJansen?.value, reference.jansen[axis]))
      #expect(close(indices.total?.value, reference.total[axis]))
      #expect(indices.total?.standardError == nil)
    }
  }

  @Test(
    "indices come close to the closed forms, and intervals cover them",
    arguments: TestFunction.allCases
  )
  func closedForms(_ function: TestFunction) throws {
    let found = Self.analysis(function, points: 1 << 14, shift: 7, replicates: 100)
      .indices(ofNumber: 0)
    var covered = 0
    for axis in 0..<function.axes {
      let first = try #require(found.axes[axis].firstOrder)
      let total = try #require(found.axes[axis].total)
      #expect((first.value - function.indices.first[axis]).magnitude < 0.01)
      #expect((total.value - function.indices.total[axis]).magnitude < 0.01)
      let pairs = [(first, function.indices.first[axis]), (total, function.indices.total[axis])]
      for (estimate, exact) in pairs {
        let interval = try #require(estimate.normalInterval)
        #expect(interval.upperBound - interval.lowerBound < 0.06)
        if interval.contains(exact) { covered += 1 }
      }
      #expect(total.percentiles?.contains(total.value) == true)
    }
    // Of 95 % intervals one in twenty may miss.
    #expect(covered >= 2 * function.axes - 1, "\(covered) intervals cover")
  }
}
