extension [UInt8] {
  /// Appends a whole number as decimal text.
  public mutating func append(decimal value: Int) {
    append(addingCapacity: NumberWriter.room) { output in
      output.append(decimal: value)
    }
  }

  /// Appends the shortest decimal text that reads back as the number, the nearest to it among these.
  ///
  /// Whole numbers stand without a point, numbers above 2^53 and below 10^-4 with a power of ten, such as
  /// `1e+16` and `1.5e-07`; negative zero is `-0`. What is not finite is `inf`, `-inf` or `nan`.
  public mutating func append(shortest value: Double) {
    append(addingCapacity: NumberWriter.room) { output in
      output.append(shortest: value)
    }
  }
}

extension OutputSpan<UInt8> {
  /// Appends a whole number as decimal text; there must be room for 48 bytes.
  public mutating func append(decimal value: Int) {
    precondition(freeCapacity >= NumberWriter.room)
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      guard let start = buffer.baseAddress else { return }
      unsafe count += NumberWriter.write(value, to: UnsafeMutableRawPointer(start + count))
    }
  }

  /// Appends the shortest decimal text that reads back as the number; there must be room for 48 bytes.
  public mutating func append(shortest value: Double) {
    precondition(freeCapacity >= NumberWriter.room)
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      guard let start = buffer.baseAddress else { return }
      unsafe count += NumberWriter.write(value, to: UnsafeMutableRawPointer(start + count))
    }
  }
}
