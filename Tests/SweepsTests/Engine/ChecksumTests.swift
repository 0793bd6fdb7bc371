import TestSupport
import Testing

@testable import Sweeps

@Suite("Checksums of streams")
struct ChecksumTests {
  private func checksum(_ pieces: [[UInt8]], seed: UInt64 = 0) -> UInt64 {
    var checksum = Checksum(seed: seed)
    for piece in pieces { checksum.add(piece) }
    return checksum.value
  }

  @Test("The value does not depend on how the stream is cut into pieces")
  func pieces() {
    let wrong = failures(seeds: 300) { random in
      let bytes = (0..<random.int(in: 0...400)).map { _ in UInt8(random.int(in: 0...255)) }
      var pieces: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = random.int(in: 0...min(90, rest.count))
        pieces.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      let whole = checksum([bytes])
      let isSame = checksum(pieces) == whole && checksum(bytes.map { [$0] }) == whole
      return isSame ? nil : "\(pieces)"
    }
    #expect(wrong == [])
  }

  @Test("Changing, adding and dropping bytes changes the value, and so does the seed")
  func differences() {
    let wrong = failures(seeds: 300) { random in
      let bytes = (0..<random.int(in: 1...40)).map { _ in UInt8(random.int(in: 0...3)) }
      var changed = bytes
      changed[random.int(in: 0...bytes.count - 1)] ^= 1 << UInt8(random.int(in: 0...7))
      let values = [
        checksum([bytes]), checksum([changed]), checksum([bytes + [0]]),
        checksum([Array(bytes.dropLast())]), checksum([bytes], seed: 1),
      ]
      return Set(values).count == values.count ? nil : "\(bytes)"
    }
    #expect(wrong == [])
  }

  @Test("The text has 16 hexadecimal digits")
  func text() {
    for count in 0..<40 {
      var checksum = Checksum()
      checksum.add([UInt8](repeating: 7, count: count))
      #expect(checksum.text.count == 16)
      #expect(UInt64(checksum.text, radix: 16) == checksum.value)
    }
  }
}
