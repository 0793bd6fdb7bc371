import Analysis
import Documents
import Sweeps

/// Reads the rows of a sweep into a study, once and in order.
struct SensitivityIntake {
  /// What was read, beside the study's own results.
  struct Result {
    fileprivate(set) var study: SensitivityStudy
    let outputs: SensitivityOutputs
    /// The options of each decision, numbered as its labels are.
    fileprivate(set) var options: [[String]] = []
    /// For each outcome where play settles the options of all decisions.
    private(set) var outcomes: [Int: [Int]] = [:]
    /// How many rows could not be computed, by reason.
    private(set) var failures: [String: Int] = [:]
    /// Cycles among the rows.
    private(set) var cycles = 0

    fileprivate init(_ study: SensitivityStudy, _ outputs: SensitivityOutputs) {
      self.study = study
      self.outputs = outputs
    }

    /// Whether an outcome was not met before.
    fileprivate func isNew(_ settled: Int?) -> Bool { settled.map { outcomes[$0] == nil } ?? false }

    /// Adds a row, with its values as numbers.
    fileprivate mutating func add(
      _ row: ResultRow,
      _ values: [Double]
    ) throws(SensitivityStudy.Mismatch) {
      try study.add(row.sample, values: values, outputs.values(of: row))
      if let reason = row.reason { failures[reason, default: 0] += 1 }
      if let cycle = row.cycleLength, cycle > 0 { cycles += 1 }
      if let settled = row.settled, outcomes[settled] == nil {
        outcomes[settled] = row.options.map { $0 ?? 0 }
      }
    }
  }

  let paths: [String]
  let design: Design
  /// The words that stand for values on an axis, by its path.
  let words: [String: [String: Double]]
  let groups: Set<SensitivityOutputs.Group>
  let seed: UInt64
  /// Whether values can be held against the design.
  let checksValues: Bool
  let replicates: Int
  /// What the rows are called, for messages.
  let name: String

  /// Reads all rows.
  func read(_ reader: inout ResultReader, _ console: Console) throws(Failure) -> Result {
    let axes = reader.columns(.axis).map { $0.name }
    guard axes == paths else {
      throw Failure(
        .badData,
        "\(name): its columns are of other numbers than its record says: "
          + "\(axes.joined(separator: ", ")), not \(paths.joined(separator: ", "))"
      )
    }
    let outputs = SensitivityOutputs(groups, columns: reader.columns)
    reader.choose(labelled: Set(words.keys)) { outputs.wants($0) }
    let study = SensitivityStudy(
      design: design,
      numbers: outputs.players.count,
      families: outputs.families.count,
      seed: seed,
      replicates: replicates,
      checksValues: checksValues
    )
    var result = Result(study, outputs)
    do {
      while try reader.next() {
        // Which options make an outcome is told once for each.
        if result.isNew(reader.row.settled) { try reader.readOptions() }
        try result.add(reader.row, values(of: reader.row))
      }
      try result.study.finish()
    } catch let failure as RecordReader.Failure {
      throw ResultFile.failure(failure, name, console)
    } catch let mismatch as SensitivityStudy.Mismatch {
      throw Failure(.badData, "\(name): " + text(of: mismatch))
    } catch {
      throw Failure(.internalFault, "\(error)")
    }
    result.options = reader.options
    return result
  }

  /// The values of a row on the axes; words that the design does not know are no number.
  private func values(of row: ResultRow) -> [Double] {
    row.values.enumerated().map { axis, value in
      switch value {
      case .number(let number): number
      case .text(let word): words[paths[axis]]?[word] ?? .nan
      case nil: .nan
      }
    }
  }

  // MARK: What may be wrong

  private func text(of mismatch: SensitivityStudy.Mismatch) -> String {
    let rest = "rows are those of the design, in its order; was the file sorted, cut or joined?"
    switch mismatch {
    case .order(let expected, let found):
      return "sample \(found) stands where sample \(expected) is due; \(rest)"
    case .value(let sample, let axis, let expected, let found):
      let value = JSONValue.text(of: found)
      return "sample \(sample) has \(paths[axis]) = \(value), but the design gives "
        + "\(JSONValue.text(of: expected)): the rows are not of this design"
    case .excess(let count):
      return "there are more rows than the design's \(count) samples; \(rest)"
    case .missing(let found, let expected):
      return "there are \(found) rows of the design's \(expected) samples; \(rest)"
    }
  }
}
