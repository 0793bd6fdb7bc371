/// Where the fields of a record lie, in memory of its own that is kept from record to record.
///
/// An array would be asked at each field whether anyone else holds it.
@safe
struct FieldList: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<RecordReader.Field>
  /// How many fields there are.
  private(set) var count = 0

  init() {
    unsafe memory = .allocate(capacity: 64)
  }

  deinit { unsafe memory.deallocate() }

  /// The places of all fields.
  var indices: Range<Int> { 0..<count }

  /// The field at a place from 0 to below ``count``.
  @inline(__always)
  subscript(_ index: Int) -> RecordReader.Field {
    precondition(index >= 0 && index < count)
    return unsafe memory[index]
  }

  /// Adds a field.
  @inline(__always)
  mutating func append(_ field: RecordReader.Field) {
    if unsafe count == memory.count { grow() }
    unsafe memory.initializeElement(at: count, to: field)
    count &+= 1
  }

  /// Forgets all fields.
  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow() {
    let room = count * 2
    let larger = UnsafeMutableBufferPointer<RecordReader.Field>.allocate(capacity: room)
    _ = unsafe larger.moveInitialize(fromContentsOf: memory)
    unsafe memory.deallocate()
    unsafe memory = larger
  }
}
