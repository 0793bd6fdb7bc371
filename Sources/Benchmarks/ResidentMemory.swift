import Glibc

/// The most memory that this process has had resident, as the system counts it.
enum ResidentMemory {
  /// Forgets what was needed so far, so that a benchmark is not charged with the one before it.
  static func forget() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  /// The peak since ``forget()``, in megabytes of 2^20 bytes; nil where the system does not tell.
  static var peak: Double? {
    guard let file = fopen("/proc/self/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
        as: UTF8.self
      )
      .split { $0 == " " || $0 == "\t" || $0 == "\n" }
      if words.count == 3, words[0] == "VmHWM:" { return Double(words[1]).map { $0 / 1024 } }
    }
    return nil
  }
}
