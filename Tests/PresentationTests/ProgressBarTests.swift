import Presentation
import Testing

@Suite("The line that says how far a job has come")
struct ProgressBarTests {
  @Test("share, counts, rate and time left")
  func line() {
    #expect(
      ProgressBar.line(done: 250, total: 1000, elapsed: 0.5)
        == "██████░░░░░░░░░░░░░░░░░░ 25 %  250 of 1,000  500 samples/s  1.5 s left"
    )
    #expect(
      ProgressBar.line(done: 1000, total: 1000, elapsed: 2)
        == "████████████████████████ 100 %  1,000 of 1,000  500 samples/s"
    )
    #expect(
      ProgressBar.line(done: 0, total: 1000, elapsed: 0)
        == "░░░░░░░░░░░░░░░░░░░░░░░░ 0 %  0 of 1,000"
    )
  }
}
