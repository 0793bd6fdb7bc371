import Dispatch
import Glibc
import Sweeps
import Synchronization

/// Runs a sweep beside its reader, who gets the rows through a pipe as if from a file.
///
/// So rows of a running sweep and rows of a file are read by one and the same code, and memory stays
/// constant: the sweep waits where the reader is slower.
final class SweepPipe {
  private let reading: Int32
  private let group = DispatchGroup()
  private let ending = Ending()

  private final class Ending: Sendable {
    let value = Mutex<Sweep.Ending?>(nil)
  }

  /// Begins to run a sweep.
  init(_ sweep: Sweep, threads: Int, _ progress: Sweep.Progress) throws(Failure) {
    var ends: (Int32, Int32) = (-1, -1)
    let status = withUnsafeMutableBytes(of: &ends) { bytes in
      pipe(bytes.baseAddress?.assumingMemoryBound(to: Int32.self))
    }
    guard status == 0 else {
      throw Failure(.inputOutput, "cannot make a pipe: \(systemText(errno))")
    }
    reading = ends.0
    let writing = ends.1
    DispatchQueue(label: "sweep").async(group: group) { [ending] in
      let (_, how) = sweep.run(threads: threads, form: .csv, progress: progress) { _, rows in
        writeAll(rows, to: writing)
      }
      close(writing)
      ending.value.withLock { $0 = how }
    }
  }

  /// Puts the next bytes of the rows into memory; gives how many, or the system's error below zero.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    readSome(reading, into: buffer)
  }

  /// Waits for the sweep's end, which comes soon where not all rows were read.
  func finish() -> Sweep.Ending {
    close(reading)
    group.wait()
    return ending.value.withLock { $0 } ?? .cancelled
  }
}
