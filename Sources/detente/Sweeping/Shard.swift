/// One of several parts of a run, each run apart: chunk *k*, *k* + *n*, and so on.
struct Shard {
  let number: Int
  let count: Int

  /// The most parts.
  static let limit = 1_000_000

  /// Reads `k/n`, k from 0.
  init(_ text: String) throws(Failure) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let number = Int(words[0]), let count = Int(words[1]) else {
      throw Failure(.usage, "--shard takes k/n, such as 0/4, not '\(text)'")
    }
    guard count >= 1, (0..<count).contains(number) else {
      throw Failure(.usage, "--shard \(text): the parts of \(count) are 0 to \(max(0, count - 1))")
    }
    guard count <= Shard.limit else {
      throw Failure(.usage, "--shard \(text): there are at most \(Shard.limit) parts")
    }
    self.number = number
    self.count = count
  }
}
