import Documents
import Presentation
import Sweeps

/// Which chunks of a folder are there.
struct FolderState {
  private let folder: ChunkFolder
  /// The chunks that are there, ascending, whatever their state.
  let present: [Int]
  private(set) var whole = 0
  /// How many samples are in whole chunks.
  private(set) var samples = 0
  /// The chunks that are not there, as ascending ranges: there may be millions in a large run.
  private(set) var missing: [ClosedRange<Int>] = []
  private(set) var damaged: [Int] = []
  private(set) var foreign: [Int] = []

  init(_ folder: ChunkFolder) {
    self.folder = folder
    present = folder.present
    var next = 0
    for number in present {
      if next < number { missing.append(next...number - 1) }
      next = number + 1
      switch folder.look(at: number) {
      case .whole:
        whole += 1
        samples += folder.chunks.samples(of: number).count
      case .missing: missing.append(number...number)
      case .damaged: damaged.append(number)
      case .foreign: foreign.append(number)
      }
    }
    if next < folder.chunks.count { missing.append(next...folder.chunks.count - 1) }
  }

  var isComplete: Bool { whole == folder.chunks.count }

  /// What keeps the chunks from being put together.
  var complaints: [String] {
    var lines: [String] = []
    if !missing.isEmpty {
      let count = missing.reduce(0) { $0 + $1.count }
      let isOne = count == 1
      lines.append(
        "\(NumberText.count(count)) of \(NumberText.count(folder.chunks.count)) chunks "
          + (isOne ? "is" : "are") + " missing: \(FolderState.text(missing)); run "
          + (isOne ? "its shard" : "their shards") + " again"
      )
    }
    for number in damaged {
      lines.append("'\(folder.file(of: number))' is damaged; run its shard again")
    }
    for number in foreign {
      lines.append("'\(folder.file(of: number))' is of another run; remove it")
    }
    return lines
  }

  /// Ascending ranges in short: `0-3, 7`.
  private static func text(_ ranges: [ClosedRange<Int>]) -> String {
    let limit = 20
    let texts = ranges.prefix(limit).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return texts.joined(separator: ", ")
      + (ranges.count > limit ? " and \(ranges.count - limit) ranges more" : "")
  }
}
