import GameTheory
import Negotiation
import Testing

@Suite("Ways to negotiate, as users write them")
struct NegotiatorWordTests {
  @Test(
    "Kinds, numbers and rules come out as meant",
    arguments: [
      ("boulware", Negotiator(.time(.boulware))),
      ("boulware:2", Negotiator(.time(.polynomial(maximum: 1, exponent: 2)))),
      ("linear", Negotiator(.time(.linear))),
      ("conceder", Negotiator(.time(.conceder))),
      ("hard-headed", Negotiator(.time(.hardHeaded))),
      ("faratin:0.5:0.1", Negotiator(.time(.faratinPolynomial(opening: 0.1, beta: 0.5)))),
      ("faratin-exponential", Negotiator(.time(.faratinExponential(opening: 0.05, beta: 2)))),
      ("genius", Negotiator(.time(.genius(opening: 0, exponent: 0.2)))),
      ("tit-for-tat:2", Negotiator(.relativeTitForTat(delay: 2))),
      ("absolute-tit-for-tat:1:0.25", Negotiator(.absoluteTitForTat(delay: 1, extra: 0.25))),
      ("averaged-tit-for-tat", Negotiator(.averagedTitForTat(window: 3))),
      (
        "reciprocator:0.2:2",
        Negotiator(.reciprocator(opening: 0.2, generosity: 2, retaliation: 1))
      ),
      ("modelling", .modelling), ("random", .random),
      ("linear+next", Negotiator(.time(.linear), acceptance: .next(factor: 1, gap: 0))),
      (
        "linear+liked+time:0.8",
        Negotiator(.time(.linear), choice: .modelled, acceptance: .time(0.8))
      ),
      ("linear+any", Negotiator(.time(.linear), choice: .random)),
      ("linear+short", Negotiator(.time(.linear), choice: .lowest(tolerance: 0.001))),
      ("linear+constant:0.3", Negotiator(.time(.linear), acceptance: .constant(0.3))),
      ("linear+combined", Negotiator(.time(.linear), acceptance: .combined(after: 0.9, .best))),
      (
        "linear+combined-mean:0.5",
        Negotiator(.time(.linear), acceptance: .combined(after: 0.5, .mean))
      ),
    ]
  )
  func words(text: String, negotiator: Negotiator) throws {
    let word = try NegotiatorWord(text)
    #expect(word.negotiator == negotiator)
    #expect(word.text == text)
  }

  @Test("Every kind and every rule can be had with its usual numbers")
  func usual() throws {
    for kind in NegotiatorKind.all {
      #expect(try NegotiatorWord(kind.name).negotiator.isDefined, "\(kind.name)")
      for extra in NegotiatorExtra.all {
        let word = try NegotiatorWord("\(kind.name)+\(extra.name)")
        #expect(word.negotiator.isDefined, "\(word.text)")
      }
    }
    for name in NegotiatorKind.usual {
      #expect(NegotiatorKind.all.contains { $0.name == name })
    }
  }

  @Test(
    "What is no way to negotiate is told",
    arguments: [
      ("tit", "'tit' is no way to negotiate"), ("", "'' is no way to negotiate"),
      ("boulware:x", "'x' in 'boulware:x' is no number"),
      ("boulware:0", "the exponent of 'boulware' is above 0 and at most 1000000, not 0"),
      ("boulware:1:2", "'boulware' takes exponent, no more"),
      ("linear:1", "'linear' takes no number"),
      ("linear+slow", "'slow' is no rule of accepting or offering"),
      ("tit-for-tat:1.5", "the delay of 'tit-for-tat' is a whole number from 1 to 1000, not 1.5"),
      ("boulware:1e399", "'1e399' in 'boulware:1e399' is no number"),
      ("random+time:2", "the time of 'time' is from 0 to 1, not 2"),
      ("boulware:", "'' in 'boulware:' is no number"),
      (
        "boulware:2000000",
        "the exponent of 'boulware' is above 0 and at most 1000000, not 2000000"
      ),
      ("faratin:0.2:1.0001", "the opening of 'faratin' is from 0 to 1, not 1.0001"),
    ]
  )
  func mistakes(text: String, message: String) {
    do throws(NegotiatorWord.Mistake) {
      _ = try NegotiatorWord(text)
      Issue.record("'\(text)' is taken")
    } catch {
      #expect(error.message == message)
    }
  }
}
