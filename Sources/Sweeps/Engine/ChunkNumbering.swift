import GameTheory

/// How samples are dealt in chunks: by their number alone, so that sums come out the same everywhere.
///
/// A chunk is what is solved by one thread, secured on the disk and dealt to shards: large enough for its
/// costs to be shared, small enough for hundreds of them to be there in all but tiny sweeps.
public struct ChunkNumbering: Sendable {
  /// How many samples there are.
  public let samples: Int
  /// How many samples a chunk has; the last may have fewer.
  public let size: Int

  /// The largest chunk.
  private static let limit = 16_384
  /// Into how many chunks samples are dealt, about, where there are neither few nor many.
  private static let usualCount = 256

  /// Numbers the chunks of so many samples.
  public init(samples: Int) {
    self.samples = samples
    let block = BlockEvaluator.capacity
    let blocks = samples / (block * ChunkNumbering.usualCount)
    size = min(ChunkNumbering.limit, max(1, blocks) * block)
  }

  /// How many chunks there are.
  public var count: Int { (samples + size - 1) / size }

  /// The samples of a chunk.
  public func samples(of chunk: Int) -> Range<Int> {
    chunk * size..<min((chunk + 1) * size, samples)
  }
}
