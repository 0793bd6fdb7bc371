import Documents
import Presentation
import Sweeps

/// Which chunks of a folder are there.
struct FolderState {
  private let folder: ChunkFolder
  private(set) var whole = 0
  private(set) var missing: [Int] = []
  private(set) var damaged: [Int] = []
  private(set) var foreign: [Int] = []

  init(_ folder: ChunkFolder) {
    self.folder = folder
    for number in 0..<folder.chunks.count {
      switch folder.look(at: number) {
      case .whole: whole += 1
      case .missing: missing.append(number)
      case .damaged: damaged.append(number)
      case .foreign: foreign.append(number)
      }
    }
  }

  var isComplete: Bool { whole == folder.chunks.count }

  /// How many samples are in whole chunks.
  var samples: Int {
    (missing + damaged + foreign).reduce(folder.runs[0].samples) {
      $0 - folder.chunks.samples(of: $1).count
    }
  }

  /// What keeps the chunks from being put together.
  var complaints: [String] {
    var lines: [String] = []
    if !missing.isEmpty {
      let isOne = missing.count == 1
      lines.append(
        "\(NumberText.count(missing.count)) of \(NumberText.count(folder.chunks.count)) chunks "
          + (isOne ? "is" : "are") + " missing: \(FolderState.ranges(missing)); run "
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

  /// Ascending numbers in short: `0-3, 7`.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let limit = 20
    let texts = ranges.prefix(limit).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return texts.joined(separator: ", ")
      + (ranges.count > limit ? " and \(ranges.count - limit) ranges more" : "")
  }
}
