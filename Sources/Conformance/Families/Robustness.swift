import Analysis
import Documents
import Sweeps

extension CaseFamily {
  /// Measures of policies over scenarios.
  static let robustness = CaseFamily(name: "robustness", mark: "payoff_policies_x_scenarios") {
    (file, list) throws(CaseFault) in
    let payoffs = try file.root.needRows("payoff_policies_x_scenarios")
    guard let count = payoffs.first?.count, count > 0, payoffs.allSatisfy({ $0.count == count })
    else { throw CaseFault("'payoff_policies_x_scenarios' is no table") }
    if case .bool(false) = file.root.value("higher_is_better")?.content {
      throw CaseFault("'higher_is_better' is false, which no payoff of the engine is")
    }
    var settings = RobustnessStudy.Settings()
    settings.threshold = 4
    let measures = RobustnessStudy.measures(payoffs, settings).compactMap { $0 }
    let columns: [(key: String, value: (RobustnessMeasures) -> Double?)] = [
      ("maximin", { $0.worst }), ("maximax", { $0.best }), ("hurwicz_alpha_0_5", { $0.hurwicz }),
      ("laplace_mean", { $0.mean }), ("minimax_regret", { $0.regret?.largest }),
      ("p90_regret_linear", { $0.regret?.percentile90 }), ("mean_regret", { $0.regret?.mean }),
      ("satisficing_at_least_4", { $0.satisficingShare }),
      ("mean_over_std", { $0.meanOverDeviation }),
      ("undesirable_deviation", { $0.undesirableDeviation }),
    ]
    for column in columns where file.root.value(column.key) != nil {
      let expected = try file.root.needNumbers(column.key)
      list.near(column.key, measures.compactMap(column.value), expected, usual: 1e-12)
    }
    let tables = [
      ("regret_matrix", RobustnessStudy.regrets(payoffs)),
      (
        "regret_from_baseline_first_scenario", RobustnessStudy.regretsFromBaseline(payoffs)
      ),
    ]
    for (key, found) in tables where file.root.value(key) != nil {
      let expected = try file.root.needRows(key)
      list.near(key, found.flatMap { $0 }, expected.flatMap { $0 }, usual: 1e-12)
    }
  }
}
