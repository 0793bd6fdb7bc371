/// The memory that a table is read into: the present record, and what follows it.
///
/// The memory is its own and freed with it; no slice of it outlives the closure or the call it is for.
@safe
struct RecordInput: ~Copyable {
  /// The most bytes of a record.
  let limit: Int
  private let fill: RecordReader.Fill
  private var memory: UnsafeMutableRawBufferPointer
  /// Where the present record begins.
  private var start = 0
  /// Where what was read ends.
  private var end = 0
  /// The bytes of the present record, once they are known.
  var recordCount = 0
  /// Whether the text has been read to its end.
  private(set) var isAtEnd = false

  /// How many bytes are read at a time.
  private static let step = 1 << 17

  init(limit: Int, fill: @escaping RecordReader.Fill) {
    self.limit = limit
    unsafe self.fill = fill
    unsafe memory = .allocate(byteCount: RecordInput.step * 2, alignment: 16)
  }

  deinit { unsafe memory.deallocate() }

  /// The present record and what was read after it.
  ///
  /// Valid until more is read.
  @inline(__always)
  var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: memory[start..<end])
  }

  /// Goes to what follows the present record.
  mutating func advance() {
    start += recordCount
    recordCount = 0
  }

  /// Leaves out a byte order mark and returns the first byte after it; nil where there is none.
  mutating func skipByteOrderMark() throws(RecordReader.Failure) -> UInt8? {
    while end < 3, !isAtEnd { try read() }
    if unsafe end >= 3 && memory[0] == 0xEF && memory[1] == 0xBB && memory[2] == 0xBF { start = 3 }
    return unsafe start < end ? memory[start] : nil
  }

  /// Reads on, at least as much as there is already of the present record, so that splitting it anew
  /// takes time in proportion to its length; false where the record is too long for that.
  mutating func more() throws(RecordReader.Failure) -> Bool {
    let known = end - start
    if known > limit { return false }
    repeat { try read() } while !isAtEnd && end - start < 2 * known
    return true
  }

  private mutating func read() throws(RecordReader.Failure) {
    if start > 0 {
      unsafe memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
      end -= start
      start = 0
    }
    if unsafe memory.count - end < RecordInput.step {
      let larger = unsafe UnsafeMutableRawBufferPointer.allocate(
        byteCount: memory.count * 2,
        alignment: 16
      )
      unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<end]))
      unsafe memory.deallocate()
      unsafe memory = larger
    }
    let room = unsafe UnsafeMutableRawBufferPointer(
      rebasing: memory[end..<end + RecordInput.step]
    )
    let count = unsafe fill(room)
    if count < 0 { throw .unreadable(Int32(truncatingIfNeeded: -count)) }
    precondition(count <= room.count)
    if count == 0 { isAtEnd = true }
    end += count
  }
}
