import Analysis
import Sweeps
import TestSupport
import Testing

@Suite("Studies of whole designs")
struct SensitivityStudyTests {
  private static func design(_ kind: Design.Kind, samples: Int) -> Design {
    Design(
      kind: kind,
      axes: [.range(0...1), .range(0...1), .range(0...1)],
      samples: samples,
      seed: 4,
      levels: 4,
      baseline: [0.5, 0.25, 0.5]
    )
  }

  private static func point(_ design: Design, _ sample: Int) -> [Double] {
    design.axes.indices.map { design.value(sample: sample, axis: $0) }
  }

  private static func study(_ design: Design) throws -> SensitivityStudy {
    var study = SensitivityStudy(
      design: design,
      numbers: 1,
      families: 1,
      seed: 1,
      replicates: 60
    )
    for sample in 0..<design.count {
      let x = point(design, sample)
      let value = TestFunction.ishigami.value(x)
      try study.add(sample, values: x, SampleValues(value, [x[0] < 0.25 ? 1 : 0]))
    }
    try study.finish()
    return study
  }

  @Test("a Saltelli design gives the indices of the closed form")
  func sobol() throws {
    let study = try Self.study(Self.design(.saltelli, samples: 4096))
    guard case .sobol(let analysis) = study.analysis else {
      Issue.record("another analysis")
      return
    }
    let found = analysis.indices(ofNumber: 0)
    #expect(found.points == 4096)
    let exact = TestFunction.ishigami.indices
    for axis in 0..<3 {
      #expect(
        (try #require(found.axes[axis].firstOrder).value - exact.first[axis]).magnitude < 0.02
      )
      #expect((try #require(found.axes[axis].total).value - exact.total[axis]).magnitude < 0.02)
    }
    let outcome = analysis.indices(ofFamily: 0)
    #expect((try #require(outcome.axes[0].total).value - 1).magnitude < 0.02)
    #expect(outcome.axes[1].total?.value == 0)
  }

  @Test("a Morris design gives effects that tend to their expectations")
  func morris() throws {
    let study = try Self.study(Self.design(.morris, samples: 3000))
    guard case .morris(let analysis) = study.analysis else {
      Issue.record("another analysis")
      return
    }
    let found = analysis.effects(onNumber: 0)
    for (axis, exact) in [7.704054111593104, 7.875, 6.248796103333118].enumerated() {
      let muStar = found.axes[axis].muStar
      let error = try #require(muStar.standardError)
      #expect((muStar.value - exact).magnitude <= 4 * error + 1e-9)
    }
    #expect(analysis.changes(ofFamily: 0)[0]?.value ?? 0 > 0.3)
    #expect(analysis.changes(ofFamily: 0)[1]?.value == 0)
  }

  @Test("a one-at-a-time design gives what each axis does by itself")
  func oneAtATime() throws {
    let study = try Self.study(Self.design(.oat, samples: 0))
    guard case .oneAtATime(let analysis) = study.analysis else {
      Issue.record("another analysis")
      return
    }
    #expect(analysis.departures.map { $0.map { $0.value } } == [[0, 1], [0, 1], [0, 1]])
    let low = analysis.departures[0][0]
    #expect(analysis.changes(family: 0, at: low) == true)
    #expect(analysis.changes(family: 0, at: analysis.departures[0][1]) == false)
    let change =
      TestFunction.ishigami.value([0, 0.25, 0.5]) - TestFunction.ishigami.value([0.5, 0.25, 0.5])
    #expect(analysis.change(ofNumber: 0, at: low) == change)
    let range = try #require(analysis.range(ofNumber: 0, axis: 1))
    #expect((range.upperBound - range.lowerBound - 7).magnitude < 1e-9)
  }

  @Test("other designs give first-order indices", arguments: [Design.Kind.random, .latin, .sobol])
  func binned(_ kind: Design.Kind) throws {
    let study = try Self.study(Self.design(kind, samples: 8000))
    guard case .binned(let analysis) = study.analysis else {
      Issue.record("another analysis")
      return
    }
    let found = analysis.indices(ofNumber: 0)
    for axis in 0..<3 {
      let exact = TestFunction.ishigami.indices.first[axis]
      #expect((try #require(found.axes[axis]).value - exact).magnitude < 0.04)
    }
  }

  @Test("rows out of place, foreign, too many or too few are refused")
  func refused() throws {
    let design = Self.design(.saltelli, samples: 4)
    func study() -> SensitivityStudy {
      SensitivityStudy(design: design, numbers: 1, families: 1, seed: 1, replicates: 0)
    }
    let any = SampleValues(1)
    var late = study()
    #expect(throws: SensitivityStudy.Mismatch.order(expected: 0, found: 3)) {
      try late.add(3, values: Self.point(design, 3), any)
    }
    var foreign = study()
    try foreign.add(0, values: Self.point(design, 0), any)
    var values = Self.point(design, 1)
    let right = values[1]
    values[1] = right.nextUp
    let mismatch = SensitivityStudy.Mismatch.value(
      sample: 1,
      axis: 1,
      expected: right,
      found: right.nextUp
    )
    #expect(throws: mismatch) { try foreign.add(1, values: values, any) }
    // What was refused is not counted.
    try foreign.add(1, values: Self.point(design, 1), any)
    #expect(throws: SensitivityStudy.Mismatch.missing(found: 2, expected: 20)) {
      try foreign.finish()
    }
    var whole = study()
    for sample in 0..<20 { try whole.add(sample, values: Self.point(design, sample), any) }
    #expect(throws: SensitivityStudy.Mismatch.excess(count: 20)) {
      try whole.add(20, values: values, any)
    }
    try whole.finish()
  }
}
